"""What a name is shortened to: first letters of its words, in its own language and in English."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.compare.name import Role, Word

SHORTEST, LONGEST = 3, 8


def acronyms(words: Sequence[Word]) -> tuple[str, ...]:
    """The acronyms a name of three words or more may be met under, in lower-case Latin letters.

    Words of the name itself (Cyrillic ones by the Latin letter they begin with), with and without joining words; and, where words
    have translations, the first letters of those.
    """
    told = [word for word in words if word.role is not Role.FORM and word.latin]
    core = [word for word in told if word.role is not Role.LINK]
    found = dict.fromkeys((_initials(core), _initials(told), _translated(core)))
    return tuple(made for made in found if SHORTEST <= len(made) <= LONGEST)


def _initials(words: Sequence[Word]) -> str:
    return "".join(word.latin[0] for word in words)


def _translated(words: Sequence[Word]) -> str:
    if not any(word.options for word in words):
        return ""
    return "".join(part[0] for word in words for part in _english(word).split())


def _english(word: Word) -> str:
    """The likeliest translation: an option that is no mere other reading begins with another letter or holds a space."""
    for option, _ in word.options:
        if (option and option[0] != word.latin[0]) or " " in option:
            return option
    return word.latin
