"""Which words of two names may stand side by side, and how good each pair is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from dragoman.compare.name import Role
from dragoman.compare.prepared import Prepared
from dragoman.compare.similarity import (
    GIVEN,
    LEAST,
    SHORTENED,
    SOUND,
    STEM,
    alike,
    one_given_name,
    one_stem,
    shortened,
)
from dragoman.compare.stems import stem


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
    SHORT = 9  # a word cut short, a given name in another language


Candidate = tuple[float, tuple[int, ...], tuple[int, ...], float, How]  # weight, places left and right, quality, why
PARTLY = 0.6  # share of the weight of an option of several words that must be met
INITIAL = 0.6
LONG = 8  # letters of a word whose first letter may be wrong too


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
    latin, weight = side.latin[at], side.weights[at]
    for option, probability in side.options[at]:
        places, share = _places(option, other, free)
        if places:
            read = option[0] == latin[0] and probability > 0.5 and " " not in option
            quality = share * (0.7 + 0.3 * probability)
            told = sum([other.weights[p] for p in places])
            found.append((places, quality, quality * min(weight, told) + 0.01 * quality, How.READ if read else How.TRANSLATED))
    return found


def _places(option: str, name: Prepared, free: Sequence[int]) -> tuple[tuple[int, ...], float]:
    """Where the words of an option stand in a name, and the share of the option's words that was met, all of them free."""
    index = name.index
    if " " not in option:
        at = index.get(option) or (name.by_stem().get(stem(option)) if len(option) > 4 else None)
        if at:
            for place in at:
                if place in free:
                    return (place,), 1.0
        return (), 0.0
    found: list[int] = []
    missed = 0
    parts = option.split(" ")
    for part in parts:
        for place in index.get(part) or name.by_stem().get(stem(part), ()):
            if place in free and place not in found:
                found.append(place)
                break
        else:
            missed += len(part) > 3
    if not missed:
        return tuple(found), 1.0
    whole = sum([len(part) > 3 for part in parts]) or 1
    share = (whole - missed) / whole
    return (tuple(found), share) if found and share >= PARTLY else ((), 0.0)


def by_letters(left: Prepared, right: Prepared, ours: Sequence[int], theirs: Sequence[int]) -> list[Candidate]:
    """Pairs of single words that are alike: stems, sounds, typing errors, first letters."""
    found: list[Candidate] = []
    person = left.person and right.person
    for i in ours:
        word, weight, role, sound = left.latin[i], left.weights[i], left.roles[i], left.sounds[i]
        if role is Role.NUMBER or role is Role.LINK:
            continue
        for j in theirs:
            other = right.roles[j]
            if other is Role.NUMBER or other is Role.LINK:
                continue
            quality, how = likeness(word, right.latin[j], role, other, sound == right.sounds[j] and sound != "", person)
            if quality:
                found.append((quality * min(weight, right.weights[j]), (i,), (j,), quality, how))
    return found


def likeness(ours: str, theirs: str, role: Role, other: Role, sounds: bool, person: bool) -> tuple[float, How]:
    """How good a pair two unequal words are, and why; 0 for none."""
    if len(ours) == 1 or len(theirs) == 1:
        return (INITIAL, How.INITIAL) if ours[:1] == theirs[:1] else (0.0, How.INITIAL)
    letters = alike(ours, theirs)
    if person:
        if letters < GIVEN and one_given_name(ours, theirs):
            return GIVEN, How.SHORT
    elif role is Role.ACTIVITY or other is Role.ACTIVITY:
        if letters > LEAST and one_stem(ours, theirs):
            return max(letters, STEM), How.STEM
        if shortened(ours, theirs):
            return SHORTENED, How.SHORT
    if sounds and letters:
        return SOUND + (1 - SOUND) * letters, How.SOUND
    return (letters, How.TYPO) if letters >= LEAST else (0.0, How.TYPO)


def by_parts(left: Prepared, right: Prepared, ours: Sequence[int], theirs: Sequence[int]) -> list[Candidate]:
    """Words that are written as one on one side and as several on the other, or stand there as initials (JC, Jean Claude)."""
    found: list[Candidate] = []
    if len(theirs) > 1:
        for i in ours:
            for places, quality, weight, how in _runs(left.latin[i], right, theirs):
                found.append((quality * weight, (i,), places, quality, how))
    if len(ours) > 1:
        for j in theirs:
            for places, quality, weight, how in _runs(right.latin[j], left, ours):
                found.append((quality * weight, places, (j,), quality, how))
    return found


def _runs(word: str, name: Prepared, free: Sequence[int]) -> list[tuple[tuple[int, ...], float, float, How]]:
    """Runs of two to four neighbouring free words that make the word when written as one, or all but one letter of it."""
    size = len(word)
    if size < 5:
        return _initials(word, name, free) if name.person and 2 <= size <= 3 else []
    found = []
    for first, start in enumerate(free):
        made = name.latin[start]
        if made[0] != word[0] and size < LONG:
            continue
        for step, at in enumerate(free[first + 1 : first + 4], 1):
            if at != start + step or len(made) > size + 1:
                break
            made += name.latin[at]
            quality = 1.0 if made == word else alike(made, word) if abs(len(made) - size) <= 1 and size > 6 else 0.0
            if quality > 0.85:
                places = tuple(range(start, at + 1))
                found.append((places, 0.97 * quality, sum([name.weights[p] for p in places]), How.JOINED))
    return found


def _initials(word: str, name: Prepared, free: Sequence[int]) -> list[tuple[tuple[int, ...], float, float, How]]:
    for first in range(len(free) - len(word) + 1):
        places = free[first : first + len(word)]
        if places[-1] - places[0] == len(word) - 1 and all(name.latin[p][0] == c for p, c in zip(places, word, strict=True)):
            return [(tuple(places), INITIAL, sum([name.weights[p] for p in places]), How.INITIAL)]
    return []
