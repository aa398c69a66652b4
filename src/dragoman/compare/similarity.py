"""How alike two single words are: typing errors graded by length, sounds, shortened words, given names of several languages."""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from dragoman.compare.cyrillic import lexicon
from dragoman.compare.cyrillic_latin import spelled_alike, synonyms
from dragoman.compare.name import Kind, Role
from dragoman.compare.stems import stem
from dragoman.compare.words import role
from dragoman.data import path

LEAST = 0.5  # similarity from which two words may be one misspelled; below it they are two words
LEAST_SOUND = 0.4  # the same for words of one sound
SOUND, SOUND_SHORT = 0.7, 0.4  # share of the letters missed that a common sound makes good, in long and in short words
SHORTENED, GIVEN, SYNONYM = 0.8, 0.85, 0.7  # quality of words cut short, of one name in two languages, of one meaning
STEM = 0.96
LONGEST_SHORT_FORM = 5  # letters
LONG_READING = 6  # letters of a word that is compared across systems of transliteration
FEWEST = 3  # letters of a word that is short for another


@lru_cache(maxsize=200_000)
def alike(left: str, right: str) -> float:
    """1 less the share of letters to be changed (neighbours exchanged count once); 0 below `LEAST_SOUND` or with figures."""
    if not left.isalpha() or not right.isalpha() or len(left) < 2 or len(right) < 2 or len(left) + len(right) < 5:
        return 0.0
    return OSA.normalized_similarity(left, right, score_cutoff=LEAST_SOUND)


@lru_cache(maxsize=100_000)
def shortened(left: str, right: str) -> bool:
    """Whether one word is the other cut short: its beginning (tech), or first and last letter with some between (mfg, intl)."""
    short, long = (left, right) if len(left) < len(right) else (right, left)
    if len(short) < FEWEST or len(long) < len(short) + 2 or short[0] != long[0]:
        return False
    if long.startswith(short):
        return True
    if len(short) > len(long) // 2 or short[-1] not in (long[-1], long[-2]):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short) and not any(letter in "aeiouy" for letter in short[1:-1])


@lru_cache(maxsize=100_000)
def one_reading(left: str, right: str) -> bool:
    """Whether two long words are one in two systems of transliteration: tekhnopromeksport, technopromexport."""
    return len(left) >= LONG_READING and len(right) >= LONG_READING and spelled_alike(left) == spelled_alike(right)


@cache
def given_names() -> dict[str, frozenset[int]]:
    """Given names with the numbers of the groups of one name that they belong to (given_names.tsv)."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(path("given_names.tsv").read_text(encoding="utf-8").splitlines()[1:]):
        for name in line.split("|"):
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def one_given_name(left: str, right: str) -> bool:
    """Whether two words are one given name in two languages, or one of them a short form of it."""
    table = given_names()
    ours, theirs = table.get(left), table.get(right)
    return ours is not None and theirs is not None and not ours.isdisjoint(theirs)


@lru_cache(maxsize=50_000)
def one_stem(left: str, right: str) -> bool:
    """Whether two words of activity are forms of one: technology, technical."""
    return left[:3] == right[:3] and stem(left) == stem(right)


@lru_cache(maxsize=100_000)
def synonymous(left: str, right: str) -> float:
    """How often two English words of activity render one Russian word (0-1)."""
    if role(left, Kind.ORGANISATION) is not Role.ACTIVITY or role(right, Kind.ORGANISATION) is not Role.ACTIVITY:
        return 0.0
    return max((share for word, share in synonyms(left) if word == right), default=0.0)


@cache
def activity_groups() -> tuple[dict[str, frozenset[int]], int]:
    """Classes of words of one meaning (activity_synonyms.tsv) by word or group of words; the words the longest group has."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(path("activity_synonyms.tsv").read_text(encoding="utf-8").splitlines()[1:]):
        for phrase in line.split("|"):
            found.setdefault(phrase, set()).add(number)
    return {phrase: frozenset(numbers) for phrase, numbers in found.items()}, max(phrase.count(" ") for phrase in found) + 1


@cache
def group_openers() -> frozenset[str]:
    """Words that such groups begin with."""
    return frozenset(phrase.split(" ")[0] for phrase in activity_groups()[0])


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """From an acronym of a Russian body in Latin letters to the others it is met under: ODK is UEC in English."""
    found: dict[str, set[str]] = {}
    for key, options in lexicon("ru-en").items():
        if len(key) <= LONGEST_SHORT_FORM:
            group = {option for option, _ in options if len(option) <= LONGEST_SHORT_FORM and " " not in option}
            for option in group:
                found.setdefault(option, set()).update(group)
    return {option: frozenset(group) for option, group in found.items()}
