"""Words of two names put side by side, one to one, the best evidence first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from dragoman.compare.name import Role
from dragoman.compare.prepared import Prepared
from dragoman.compare.similarity import SOUND, alike
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


Pair = tuple[tuple[int, ...], tuple[int, ...], float, How]


class Alignment:
    """Pairs of words with the quality of each (0-1), and the words left over on each side."""

    __slots__ = ("left", "left_free", "pairs", "right", "right_free")

    def __init__(self, left: Prepared, right: Prepared) -> None:
        self.left, self.right = left, right
        self.pairs: list[Pair] = []
        self.left_free = list(range(len(left.latin)))
        self.right_free = list(range(len(right.latin)))

    def take(self, ours: tuple[int, ...], theirs: tuple[int, ...], quality: float, how: How) -> None:
        """Put words side by side, if all of them are still free."""
        for at in ours:
            if at not in self.left_free:
                return
        for at in theirs:
            if at not in self.right_free:
                return
        for at in ours:
            self.left_free.remove(at)
        for at in theirs:
            self.right_free.remove(at)
        self.pairs.append((ours, theirs, quality, how))


def align(left: Prepared, right: Prepared) -> Alignment:
    """The words of two names, paired: equal ones, then the rest by how much evidence each pair is."""
    found = Alignment(left, right)
    _equal(found)
    if found.left_free and found.right_free:
        if left.optioned or right.optioned:
            _greedy(found, _by_options(left, right, found.left_free, found.right_free))
        if found.left_free and found.right_free:
            _greedy(found, _by_letters(found) + _by_parts(found))
    if found.left_free or found.right_free:
        _acronym(found)
    return found


def _equal(found: Alignment) -> None:
    """Equal spellings, from left to right."""
    index, free = found.right.index, found.right_free
    kept = []
    for at, latin in enumerate(found.left.latin):
        for other in index.get(latin, ()):
            if other in free:
                free.remove(other)
                found.pairs.append(((at,), (other,), 1.0, How.EXACT))
                break
        else:
            kept.append(at)
    found.left_free = kept


Candidate = tuple[float, tuple[int, ...], tuple[int, ...], float, How]


def _greedy(found: Alignment, candidates: list[Candidate]) -> None:
    candidates.sort(key=lambda c: -c[0])
    for _, ours, theirs, quality, how in candidates:
        found.take(ours, theirs, quality, how)


def _by_options(left: Prepared, right: Prepared, ours: Sequence[int], theirs: Sequence[int]) -> list[Candidate]:
    """Pairs through another spelling of a word: a translation or another reading."""
    found: list[Candidate] = []
    if left.optioned:
        for at in ours:
            for option, probability in left.options[at]:
                places = _places(option, right, theirs)
                if places:
                    quality, how = _optional(option, left.latin[at], probability)
                    weight = min(left.weights[at], sum(right.weights[p] for p in places))
                    found.append((weight * quality, (at,), places, quality, how))
    if right.optioned:
        for at in theirs:
            for option, probability in right.options[at]:
                places = _places(option, left, ours)
                if places:
                    quality, how = _optional(option, right.latin[at], probability)
                    weight = min(right.weights[at], sum(left.weights[p] for p in places))
                    found.append((weight * quality, places, (at,), quality, how))
    return found


def _optional(option: str, latin: str, probability: float) -> tuple[float, How]:
    """Quality of an option that was met: a likely one is nearly as good as an equal word."""
    read = option[0] == latin[0] and probability > 0.5 and " " not in option
    return 0.7 + 0.3 * probability, How.READ if read else How.TRANSLATED


def _places(option: str, name: Prepared, free: Sequence[int]) -> tuple[int, ...]:
    """Where the words of an option stand in a name, all of them free; empty where one is missing."""
    index = name.index
    if " " not in option:
        at = index.get(option) or (name.by_stem().get(stem(option)) if len(option) > 4 else None)
        if at:
            for place in at:
                if place in free:
                    return (place,)
        return ()
    found: list[int] = []
    for part in option.split(" "):
        for place in index.get(part) or name.by_stem().get(stem(part), ()):
            if place in free and place not in found:
                found.append(place)
                break
        else:
            return ()
    return tuple(found)


def _by_letters(found: Alignment) -> list[Candidate]:
    """Pairs of single words that are alike: stems, sounds, typing errors, first letters."""
    left, right = found.left, found.right
    candidates: list[Candidate] = []
    for i in found.left_free:
        ours, weight, role, sound = left.latin[i], left.weights[i], left.roles[i], left.sounds[i]
        if role is Role.NUMBER:
            continue
        for j in found.right_free:
            theirs = right.latin[j]
            quality, how = _likeness(ours, theirs, role, right.roles[j], sound == right.sounds[j] and sound != "")
            if quality:
                candidates.append((quality * min(weight, right.weights[j]), (i,), (j,), quality, how))
    return candidates


def _likeness(ours: str, theirs: str, role: Role, other: Role, sounds: bool) -> tuple[float, How]:
    if other is Role.NUMBER:
        return 0.0, How.TYPO
    if len(ours) == 1 or len(theirs) == 1:
        return (0.6, How.INITIAL) if ours[:1] == theirs[:1] and role is not Role.LINK is not other else (0.0, How.INITIAL)
    quality = alike(ours, theirs)
    if (role is Role.ACTIVITY or other is Role.ACTIVITY) and quality > 0.5 and stem(ours) == stem(theirs):
        return max(quality, 0.92), How.STEM
    if sounds and quality < SOUND:
        return SOUND, How.SOUND
    return quality, How.TYPO


def _by_parts(found: Alignment) -> list[Candidate]:
    """Words that are written as one on one side and as two or three on the other."""
    left, right = found.left, found.right
    candidates: list[Candidate] = [
        (quality * weight, (i,), places, quality, How.JOINED)
        for i in found.left_free
        for places, quality, weight in _runs(left.latin[i], right, found.right_free)
    ]
    candidates += [
        (quality * weight, places, (j,), quality, How.JOINED)
        for j in found.right_free
        for places, quality, weight in _runs(right.latin[j], left, found.left_free)
    ]
    return candidates


def _runs(word: str, name: Prepared, free: Sequence[int]) -> list[tuple[tuple[int, ...], float, float]]:
    """Runs of two to four neighbouring free words that make the word when written as one, or all but one letter of it."""
    found = []
    size = len(word)
    if size < 5:
        return []
    for first, start in enumerate(free):
        made = name.latin[start]
        if made[0] != word[0]:
            continue
        for step, at in enumerate(free[first + 1 : first + 4], 1):
            if at != start + step or len(made) > size + 1:
                break
            made += name.latin[at]
            quality = 1.0 if made == word else alike(made, word) if abs(len(made) - size) <= 1 and size > 6 else 0.0
            if quality > 0.85:
                places = tuple(range(start, at + 1))
                found.append((places, 0.97 * quality, sum(name.weights[p] for p in places)))
    return found


def _acronym(found: Alignment) -> None:
    """A word that is the acronym of the other name, or two letters that begin two words of a person's name."""
    left, right = found.left, found.right
    for at in found.left_free:
        if left.latin[at] in right.acronyms and (rest := tuple(found.right_free)):
            found.take((at,), rest, 0.8, How.ACRONYM)
            return
    for at in found.right_free:
        if right.latin[at] in left.acronyms and (rest := tuple(found.left_free)):
            found.take(rest, (at,), 0.8, How.ACRONYM)
            return
