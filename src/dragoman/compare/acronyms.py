"""What a name is shortened to: first letters of its words, in its own language, in English, or in Russian for an English name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from dragoman import data
from dragoman.compare.name import Role, Word
from dragoman.text.transliteration import latinise

SHORTEST, LONGEST = 3, 8  # letters of an acronym
RARE = 8.0  # nats a word tells at least that may be an acronym: others are words of their own
COMPANIES = frozenset({"corporation", "company", "concern", "korporatsiya", "kompaniya"})  # legal forms that keep their letter
MOST = 6  # acronyms a name may have in Russian
COMPOUNDS = (
    ("electro", "mech"),
    ("electro", "tech"),
    ("radio", "tech"),
    ("hydro", "mech"),
    ("opto", "mech"),
    ("petro", "chem"),
)


def acronyms(words: Sequence[Word]) -> tuple[str, ...]:
    """The acronyms a name of three words or more may be met under, in lower-case Latin letters.

    Words of the name itself (Cyrillic ones by the Latin letter they begin with), with and without joining words and the word
    for a company; where words have translations, the first letters of those; and, for an English name, Russian initials.
    """
    core, told, whole, optioned = [], [], [], False
    for word in words:
        role, latin = word.role, word.latin
        if role is Role.FORM:
            if latin in COMPANIES:
                whole.append(word)
        elif role is Role.LINK:
            told.append(word)
        elif latin:
            core.append(word)
            told.append(word)
            whole.append(word)
            optioned = optioned or word.options != ()
    if len(whole) < SHORTEST and len(told) < SHORTEST:
        return ()
    found = {_initials(core), _initials(told), _initials(whole)}
    if optioned:
        found |= {_translated(core), _translated(whole)}
    else:
        found.update(_russian(core))
        if len(whole) > len(core):
            found.update(_russian(whole))
    return tuple(sorted([made for made in found if SHORTEST <= len(made) <= LONGEST]))


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


def _russian(words: Sequence[Word]) -> list[str]:
    """Acronyms that the Russian name behind an English one may have: an Electromechanical Plant is an EMZ."""
    if not 2 <= len(words) <= LONGEST:
        return []
    letters = [_usual(word.latin) for word in words]
    if sum([choices[0] is not None for choices in letters]) * 2 < len(words):
        return []
    made = [""]
    for word, choices in zip(words, letters, strict=True):
        made = [start + (choice or word.latin[0]) for start in made for choice in choices][:MOST]
    return made


@lru_cache(maxsize=20_000)
def _usual(latin: str) -> tuple[str | None, ...]:
    """What a word usually stands under in a Russian acronym: two letters for a known compound (electromechanical: EM)."""
    known = _russian_initials().get(latin)
    if not known:
        return (None,)
    usual = sorted(known, key=lambda letter: -known[letter])[:2]
    for first, second in COMPOUNDS:
        if latin.startswith(first) and latin[len(first) :].startswith(second):
            return tuple(dict.fromkeys((usual[0] + second[0], usual[0])))
    return tuple(usual)


@cache
def _russian_initials() -> dict[str, dict[str, int]]:
    """From an English word to the Latin letters its Russian renderings begin with, and how often each does."""
    found: dict[str, dict[str, int]] = {}
    for line in data.text("lexicon/ru-en.tsv").splitlines():
        key, *options = line.split("\t")
        if key[0] == "#" or not (first := latinise(key[:3])[:1]):
            continue
        for option in options:
            english, share = option[:-3], int(option[-2:])
            if " " not in english:
                letters = found.setdefault(english, {})
                letters[first] = letters.get(first, 0) + share
    return found


@lru_cache(maxsize=20_000)
def first_letters(latin: str) -> frozenset[str]:
    """The letters a word may stand under in an acronym: its own first, and those of its Russian renderings."""
    return frozenset(_russian_initials().get(latin, ())) | {latin[0]}


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
    double = letter + 1 < len(acronym) and len(words[word]) > 9 and acronym[letter + 1] in words[word][4:]
    return double and _spells(acronym, words, letter + 2, word + 1)
