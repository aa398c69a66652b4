"""What a name is shortened to: first letters of its words, in its own language, in English, or in Russian."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dragoman.compare.cyrillic_acronym import compound_acronym, initials, own_acronyms, russian_acronyms
from dragoman.compare.name import Role, Word

SHORTEST, LONGEST = 3, 8  # letters of an acronym
RARE = 8.0  # nats a word tells at least that may be an acronym: others are words of their own
COMPANIES = frozenset({"corporation", "company", "concern", "korporatsiya", "kompaniya"})  # legal forms that keep their letter
MOST = 16  # acronyms a name may have in Russian
LONG = 9  # letters from which on a compound may give two letters


def acronyms(words: Sequence[Word]) -> tuple[str, ...]:
    """The acronyms a name may be met under, in lower-case Latin letters.

    Words of the name itself, with and without joining words and the word for a company; where words have translations, the
    first letters of those; for a Cyrillic name its own initials, and for an English one those of the Russian words behind
    it; and what a Russian compound among its words is shortened to (Promsvyazbank: PSB).
    """
    core, told, whole, optioned = _parts(words)
    found = dict.fromkeys([short for word in core if len(word.latin) >= LONG and (short := compound_acronym(word.latin))])
    if len(whole) >= SHORTEST or len(told) >= SHORTEST:
        found |= dict.fromkeys((_initials(core), _initials(told), _initials(whole)))
    if optioned:
        found |= dict.fromkeys((_translated(core), _translated(whole), *_cyrillic(core)))
    elif len(whole) > 1:
        found |= dict.fromkeys(_russian(tuple([word.latin for word in whole])))
        if len(whole) > len(core):
            found |= dict.fromkeys(_russian(tuple([word.latin for word in core])))
    return tuple([made for made in found if SHORTEST <= len(made) <= LONGEST])


def _parts(words: Sequence[Word]) -> tuple[list[Word], list[Word], list[Word], bool]:
    """The words that tell; those and the joining ones; those and the word for a company; whether one has options."""
    core, told, whole, optioned = list[Word](), list[Word](), list[Word](), False
    for word in words:
        if word.role is Role.FORM:
            if word.latin in COMPANIES:
                whole.append(word)
        elif word.role is Role.LINK:
            told.append(word)
        elif word.latin:
            core.append(word)
            told.append(word)
            whole.append(word)
            optioned = optioned or word.options != ()
    return core, told, whole, optioned


def _initials(words: Sequence[Word]) -> str:
    return "".join([word.latin[0] for word in words])


def _translated(words: Sequence[Word]) -> str:
    return "".join([part[0] for word in words for part in _english(word).split()])


def _english(word: Word) -> str:
    """The likeliest translation: an option that is no mere other reading begins with another letter or holds a space."""
    for option, _ in word.options:
        if (option and option[0] != word.latin[0]) or " " in option:
            return option
    return word.latin


def _cyrillic(words: Sequence[Word]) -> tuple[str, ...]:
    """The initials of a name all in Cyrillic letters, as its own language shortens it."""
    texts = [word.text for word in words]
    return own_acronyms(texts) if texts and all("\u0400" <= text[0] <= "\u052f" for text in texts) else ()


@lru_cache(maxsize=20_000)
def _russian(words: tuple[str, ...]) -> tuple[str, ...]:
    """Acronyms of the Russian words behind an English name, where half of its words at least have Russian renderings."""
    known = sum([len(first_letters(word)) > 1 or initials(word) != () for word in words])
    return russian_acronyms(words)[:MOST] if known * 2 >= len(words) else ()


@lru_cache(maxsize=20_000)
def first_letters(latin: str) -> frozenset[str]:
    """The letters a word may stand under in an acronym: its own first, and those of its Russian renderings."""
    return frozenset(letters[0] for letters in initials(latin)) | {latin[0]}


def spells(acronym: str, words: Sequence[str]) -> bool:
    """Whether the letters of an acronym stand for all of these words in their order, in Latin or Russian initials.

    A long word may give two letters (electromechanical: EM); the first word gives its letter always.
    """
    return _spells(acronym, tuple(words), 0, 0)


def _spells(acronym: str, words: tuple[str, ...], letter: int, word: int) -> bool:
    if letter == len(acronym) or word == len(words):
        return letter == len(acronym) and word == len(words)
    if acronym[letter] not in first_letters(words[word]):
        return False
    if _spells(acronym, words, letter + 1, word + 1):
        return True
    double = letter + 1 < len(acronym) and len(words[word]) > LONG and acronym[letter + 1] in words[word][4:]
    return double and _spells(acronym, words, letter + 2, word + 1)
