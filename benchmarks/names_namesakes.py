"""How a listed name stands to the name asked for: the same words, more words, or other words.

Judged apart from the engine that is measured, by equality alone: words are equal in letters, in a transliteration of the same
Cyrillic word, or as two usual spellings of one name (names_spellings.tsv). No likeness, no sound, no translation.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

from names_strangers import vocabulary

from dragoman.compare.name import Kind, Name, Role
from dragoman.compare.tokens import split
from dragoman.text.folding import fold
from dragoman.text.transliteration import readings

SPELLINGS = Path(__file__).with_name("names_spellings.tsv")
IDLE = (Role.FORM, Role.LINK, Role.TITLE)
Words = tuple[frozenset[str], ...]


class Standing(Enum):
    """What a listed name is to the one asked for."""

    SAME = "the same words: a namesake"
    FULLER = "all words of the shorter name, two at least, and more"
    OTHER = "other words"


class Namesakes:
    """Tells namesakes. What was worked out for a name is remembered."""

    def __init__(self) -> None:
        self._words = lru_cache(maxsize=50_000)(_words)

    def standing(self, asked: Name, listed: Name) -> Standing:
        """How a listed name stands to the one asked for, legal forms and particles aside."""
        if asked.folded == listed.folded:
            return Standing.SAME
        ours = self._words(asked.text, asked.kind, _idle(asked))
        theirs = self._words(listed.text, listed.kind, _idle(listed))
        met = _paired(ours, theirs)
        if met == len(ours) == len(theirs) or not _turned(ours).isdisjoint(_turned(theirs)):
            return Standing.SAME
        return Standing.FULLER if met == min(len(ours), len(theirs)) >= 2 else Standing.OTHER

    def nearest(self, asked: list[Name], listed: Name) -> Standing:
        """How a listed name stands to a bearer of several names: the nearest of them counts."""
        found = {self.standing(name, listed) for name in asked}
        return next(standing for standing in Standing if standing in found)

    def same(self, asked: Name, listed: Name) -> bool:
        """Whether the words of two names are the same."""
        return self.standing(asked, listed) is Standing.SAME


def _idle(name: Name) -> frozenset[str]:
    return frozenset(word.latin for word in name.words if word.role in IDLE)


def _words(text: str, kind: Kind, idle: frozenset[str]) -> Words:
    """The words, each with its Latin spellings."""
    found = [(word, latin) for word, latin in split(text) if latin not in idle] or split(text)
    return tuple(_spellings(word, latin) for word, latin in found)


def _spellings(word: str, latin: str) -> frozenset[str]:
    other = originals().get(latin, word)
    read = () if other.isascii() else readings(other)
    return frozenset((latin, *read)).union(*(usual().get(one, ()) for one in (latin, *read)))


@cache
def usual() -> dict[str, frozenset[str]]:
    """From a spelling to all of the same name."""
    found: dict[str, frozenset[str]] = {}
    for line in SPELLINGS.read_text(encoding="utf-8").splitlines():
        if line[0] != "#":
            for one in line.split("|"):
                found[one] = found.get(one, frozenset()).union(line.split("|"))
    return found


@cache
def originals() -> dict[str, str]:
    """From a Russian or Ukrainian name in Latin letters to the Cyrillic it was made of."""
    found: dict[str, str] = {}
    for (language, part), words in vocabulary().items():
        if language.endswith("-cyrl"):
            found |= {
                fold(latin): fold(word) for word, latin in zip(words, vocabulary()[language[:2] + "-latn", part], strict=True)
            }
    return found


def _paired(ours: Words, theirs: Words) -> int:
    """How many words of one are a word of the other."""
    left = list(theirs)
    for word in ours:
        met = next((other for other in left if not word.isdisjoint(other)), None)
        if met is not None:
            left.remove(met)
    return len(theirs) - len(left)


def _turned(words: Words) -> set[str]:
    """The letters written as one, from whichever word one begins."""
    main = [min(word) for word in words]
    return {"".join(main[at:] + main[:at]) for at in range(len(main))}
