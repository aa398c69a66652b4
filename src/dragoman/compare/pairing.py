"""Which words of two names may stand side by side, and how good each pair is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import IntEnum

from dragoman.compare.acronyms import RARE
from dragoman.compare.name import Kind, Role, Word
from dragoman.compare.prepared import SHORTEST_RUN, Prepared, parts
from dragoman.compare.similarity import (
    GIVEN,
    LEAST,
    SHORTENED,
    SOUND,
    SOUND_SHORT,
    STEM,
    SYNONYM,
    alike,
    given_names,
    one_given_name,
    one_reading,
    one_stem,
    short_forms,
    shortened,
    synonymous,
)
from dragoman.compare.stems import stem
from dragoman.compare.words import UNKNOWN


class How(IntEnum):
    """Why two words were put together."""

    EXACT = 0
    TRANSLATED = 1
    READ = 2  # another transliteration of the same word
    STEM = 3
    SOUND = 4
    TYPO = 5
    INITIAL = 6
    JOINED = 7  # one word here is two or three there
    ACRONYM = 8
    SYNONYM = 10  # two English words that render one Russian word
    SHORT = 9  # a word cut short, a given name in another language


Candidate = tuple[float, tuple[int, ...], tuple[int, ...], float, How]  # weight, places left and right, quality, why
PARTLY = 0.6  # share of the weight of an option of several words that must be met
INITIAL = 0.6
READING = 0.97  # quality of one word in two systems of transliteration
SAME_GROUP = 0.9  # quality of two groups of words of one meaning
LONG = 8  # letters of a word that may be misspelled too where it is written as several
SHORT_FORM = 0.95  # quality of two acronyms of one body
SHORT = 5  # letters of a word short enough to sound like many others
JOINED, NEARLY = 0.99, 0.85  # quality of such a pair, and least likeness of its letters
LEAST_ELSE = 0.6  # similarity from which two words of organisations may be one misspelled
SLIPPED = 4  # letters of a word of a body that may be misspelled
OF_HAN, RENDERED = 0.85, 0.7  # likeness of two words that may be one misspelled, one of them Chinese or with a translation
ONE_PLACE = 0.85  # likeness of two spellings of one place: Nanjing is not Nanchang
DIFFERENT = 0.8  # share of letters held by one word only from which two words are not compared: they cannot be alike by 0.6
DIFFERENT_PERSON = 1.0  # the same by 0.5
APART = (Role.NUMBER, Role.LINK)  # words that are met as they are or not at all


def by_options(left: Prepared, right: Prepared, ours: Sequence[int], theirs: Sequence[int]) -> list[Candidate]:
    """Pairs through another spelling of a word: a translation or another reading."""
    found: list[Candidate] = []
    if left.optioned:
        for at in ours:
            for places, quality, weight, how in _met(left, at, right, theirs):
                found.append((weight, (at,), places, quality, how))
    if right.optioned:
        for at in theirs:
            for places, quality, weight, how in _met(right, at, left, ours):
                found.append((weight, places, (at,), quality, how))
    return found


def _met(side: Prepared, at: int, other: Prepared, free: Sequence[int]) -> list[tuple[tuple[int, ...], float, float, How]]:
    """The options of a word that the other name holds, whole or in the better part."""
    found = []
    word = side.words[at]
    for option, probability in word.options:
        places, share = _places(option, other, free)
        if places:
            read = option[0] == word.latin[0] and probability > 0.5 and " " not in option
            quality = share * (0.5 + 0.5 * math.sqrt(probability))
            told = sum([other.weights[p] for p in places])
            found.append(
                (places, quality, quality * min(word.weight, told) + 0.01 * quality, How.READ if read else How.TRANSLATED)
            )
    return found


def _places(option: str, name: Prepared, free: Sequence[int]) -> tuple[tuple[int, ...], float]:
    """Where the words of an option stand in a name, and the share of the option's words that was met, all of them free."""
    index = name.index
    if " " not in option:
        at = index.get(option) or (name.stems().get(stem(option)) if len(option) > 4 else None)
        if at:
            for place in at:
                if place in free:
                    return (place,), 1.0
        return (), 0.0
    return _several(option, name, free)


def _several(option: str, name: Prepared, free: Sequence[int]) -> tuple[tuple[int, ...], float]:
    """The same for an option of several words; short ones (of, the) may be missing."""
    index, stems = name.index, name.stems()
    found: list[int] = []
    met = missed = 0.0
    for part, root, weight in parts(option):
        for place in index.get(part) or stems.get(root) or ():
            if place in free and place not in found:
                found.append(place)
                met += weight
                break
        else:
            missed += weight
    share = met / (met + missed)
    return (tuple(found), share) if found and share >= PARTLY else ((), 0.0)


def by_groups(left: Prepared, right: Prepared, ours: Sequence[int], theirs: Sequence[int]) -> list[Candidate]:
    """Words, or groups of words, of activities that render one: machine building beside mechanical engineering."""
    found: list[Candidate] = []
    one, two = left.groups(), right.groups()
    if not one or not two or left.classes.isdisjoint(right.classes):
        return found
    others = [group for group in two if all(at in theirs for at in group[0])]
    for places, numbers in one:
        if not others or not all(at in ours for at in places):
            continue
        for spots, more in others:
            if not numbers.isdisjoint(more):
                told = min(sum([left.weights[at] for at in places]), sum([right.weights[at] for at in spots]))
                size = 0.5 * (len(places) + len(spots))  # longer groups first
                found.append((SAME_GROUP * told + size, places, spots, SAME_GROUP, How.SYNONYM))
    return found


def by_letters(left: Prepared, right: Prepared, ours: Sequence[int], theirs: Sequence[int]) -> list[Candidate]:
    """Pairs of single words that are alike: stems, sounds, typing errors, first letters."""
    found: list[Candidate] = []
    person = left.person and right.person
    differ = DIFFERENT_PERSON if person else DIFFERENT
    beside, sides = left.held(), right.held()
    others = [(j, *sides[j]) for j in theirs if sides[j][0].role not in APART]
    for i in ours:
        word, latin, size, held = beside[i]
        if word.role in APART:
            continue
        for j, other, spelled, length, holds in others:
            limit = differ * (size if size > length else length)
            if (held ^ holds).bit_count() > limit and not _may_be_cut(latin, spelled):
                continue
            quality, how = likeness(word, other, person)
            if quality:
                found.append((quality * min(word.weight, other.weight), (i,), (j,), quality, how))
    return found


def _may_be_cut(ours: str, theirs: str) -> bool:
    """Whether a word may be another cut short, or a given name in another language: then other letters prove nothing."""
    return (
        ours[0] == theirs[0]
        or (ours in given_names() and theirs in given_names())
        or synonymous(ours, theirs) > 0
        or theirs in short_forms().get(ours, ())
    )


def likeness(ours: Word, theirs: Word, person: bool) -> tuple[float, How]:
    """How good a pair two unequal words are, and why; 0 for none."""
    one, two = ours.latin, theirs.latin
    if len(one) == 1 or len(two) == 1:
        return (INITIAL, How.INITIAL) if one[:1] == two[:1] else (0.0, How.INITIAL)
    near = alike(one, two)
    if person:
        if near < GIVEN and one_given_name(one, two):
            return GIVEN, How.SHORT
    elif ours.role is Role.ACTIVITY or theirs.role is Role.ACTIVITY:
        if near > LEAST and one_stem(one, two):
            return max(near, STEM), How.STEM
        if shortened(one, two):
            return SHORTENED, How.SHORT
        if near < SYNONYM and ours.role is theirs.role and (share := synonymous(one, two)):
            return SYNONYM + 0.2 * share, How.SYNONYM
    if near > LEAST and not person and not (_han(ours) or _han(theirs)) and one_reading(one, two):
        return READING, How.READ
    if not person and two in short_forms().get(one, ()) and min(ours.weight, theirs.weight) >= RARE:
        return SHORT_FORM, How.SYNONYM
    if ours.role is Role.PLACE and theirs.role is Role.PLACE:
        return (near, How.TYPO) if near >= ONE_PLACE else (0.0, How.TYPO)
    if not person and surely(ours, theirs) > near:
        return 0.0, How.TYPO
    if near and ours.sound == theirs.sound != "" and (person or not (known(ours) and known(theirs))):
        heard = SOUND if min(len(one), len(two)) > SHORT else SOUND_SHORT
        return heard + (1 - heard) * near, How.SOUND
    return (near, How.TYPO) if near >= (LEAST if person else LEAST_ELSE) else (0.0, How.TYPO)


def surely(ours: Word, theirs: Word) -> float:
    """Likeness two words of bodies must have to be one misspelled: pinyin is seldom misspelled, nor is a short word that has a
    translation; and of three letters one more or less is another acronym.
    """
    size = min(len(ours.latin), len(theirs.latin))
    if size < SLIPPED:
        return 1.0
    if _han(ours) or _han(theirs):
        return OF_HAN
    return RENDERED if size < LONG and (rendered(ours) or rendered(theirs)) else 0.0


def _han(word: Word) -> bool:
    return "\u3400" <= word.text[0] <= "\u9fff"


def rendered(word: Word) -> bool:
    """Whether a word of another script is a known one: it says what a body does or where, or has a translation."""
    if word.text.isascii() or word.role is Role.HONOUR:
        return False
    return word.role is not Role.CORE or any(alike(word.latin, option) == 0.0 for option, _ in word.options)


def known(word: Word) -> bool:
    """Whether a word is met in names of organisations often enough to be a word of its own rather than one misspelled."""
    return word.weight < UNKNOWN[Kind.ORGANISATION]


def by_parts(left: Prepared, right: Prepared, ours: Sequence[int], theirs: Sequence[int]) -> list[Candidate]:
    """Words that are written as one on one side and as several on the other, or stand there as initials (JC, Jean Claude)."""
    found: list[Candidate] = []
    if len(theirs) > 1:
        for i in ours:
            for places, quality, weight, how in _joined(left.latin[i], right, theirs):
                found.append((quality * weight, (i,), places, quality, how))
    if len(ours) > 1:
        for j in theirs:
            for places, quality, weight, how in _joined(right.latin[j], left, ours):
                found.append((quality * weight, places, (j,), quality, how))
    return found


def _joined(word: str, name: Prepared, free: Sequence[int]) -> list[tuple[tuple[int, ...], float, float, How]]:
    """Runs of two to four neighbouring free words that make the word when written as one, or all but one letter of it."""
    size = len(word)
    if size < SHORTEST_RUN:
        return _initials(word, name, free) if name.person and 2 <= size <= 3 else []
    runs, found = name.runs(), []
    for length in (size - 1, size, size + 1) if size > LONG - 2 else (size,):
        for made, places in runs.get(length, ()):
            if made != word and made[:2] != word[:2] and made[-3:] != word[-3:]:
                continue
            quality = 1.0 if made == word else alike(made, word) if size > LONG - 2 else 0.0
            if quality > NEARLY and not [p for p in places if p not in free]:
                found.append((places, JOINED * quality, sum([name.weights[p] for p in places]), How.JOINED))
    return found


def _initials(word: str, name: Prepared, free: Sequence[int]) -> list[tuple[tuple[int, ...], float, float, How]]:
    for first in range(len(free) - len(word) + 1):
        places = free[first : first + len(word)]
        if places[-1] - places[0] == len(word) - 1 and word == "".join([name.latin[p][0] for p in places]):
            return [(tuple(places), INITIAL, sum([name.weights[p] for p in places]), How.INITIAL)]
    return []
