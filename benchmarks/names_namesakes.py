"""Whether a listed name is the very name asked for: the same words, in any order and in another script or spacing.

Judged apart from the engine that is measured, by equality alone: no likeness, no sound, no translation.
"""

from __future__ import annotations

from functools import lru_cache

from dragoman.compare.name import Kind, Name, Role
from dragoman.compare.tokens import split
from dragoman.text.transliteration import readings

IDLE = (Role.FORM, Role.LINK, Role.TITLE)


class Namesakes:
    """Tells namesakes. What was worked out for a name is remembered."""

    def __init__(self) -> None:
        self._words = lru_cache(maxsize=50_000)(_words)

    def same(self, asked: Name, listed: Name) -> bool:
        """Whether the words of two names are the same, legal forms and particles aside."""
        if asked.folded == listed.folded:
            return True
        ours = self._words(asked.text, asked.kind, _idle(asked))
        theirs = self._words(listed.text, listed.kind, _idle(listed))
        return _paired(ours, theirs) or _written_together(ours, theirs)


def _idle(name: Name) -> frozenset[str]:
    return frozenset(word.latin for word in name.words if word.role in IDLE)


def _words(text: str, kind: Kind, idle: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """The words, each with its Latin spellings."""
    found = [(latin, *readings(word)) if not word.isascii() else (latin,) for word, latin in split(text)]
    return tuple(word for word in found if word[0] not in idle) or tuple(found)


def _paired(ours: tuple[tuple[str, ...], ...], theirs: tuple[tuple[str, ...], ...]) -> bool:
    """Whether each word of one is a word of the other."""
    if len(ours) != len(theirs):
        return False
    left = list(theirs)
    for word in ours:
        met = next((other for other in left if set(word) & set(other)), None)
        if met is None:
            return False
        left.remove(met)
    return True


def _written_together(ours: tuple[tuple[str, ...], ...], theirs: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the letters are the same but for spaces, from whichever word either begins."""
    return not _turned(ours).isdisjoint(_turned(theirs))


def _turned(words: tuple[tuple[str, ...], ...]) -> set[str]:
    main = [word[0] for word in words]
    return {"".join(main[at:] + main[:at]) for at in range(len(main))}
