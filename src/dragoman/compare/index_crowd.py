"""How much it tells that a person of the index is near the one looked for, where many or few listed people are.

Two names that differ by a letter are one misspelled name among words that are rare on the list, and two people where hundreds
of listed names lie within a letter (syllables of pinyin, common Arabic names). So each word tells what share of the list lies
at least as near to it: -ln of that share, in nats, smoothed by how common the word is among names in general, as short lists
count little. The figures are the same for every language; nothing but letters, counts and the two names enters.

Two linear models read them (data/screening_weights.json, made by scripts/train_screening.py). `order` tells errors from
strangers as they come: it puts candidates in order. `chance` was trained until no group of strangers could be met less without
the others being met more. A value reaches the threshold where both say so; what `chance` holds back stays below, in the order
of the first.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dragoman.compare.index_file import Sections
from dragoman.compare.index_sought import Sought, Understanding
from dragoman.compare.likeness import FAR
from dragoman.compare.name import Kind, Name, Role, Word
from dragoman.compare.score import IDENTICAL, Weighed, bend, sigmoid, weigh
from dragoman.data import path

FIGURES = tuple(
    (
        "told told_low share share_high letters letters_any letters_two letters_more slips exact near nears little some much "
        "missed missed_words added added_words across across_exact across_near across_told share_near "
        "crowd5 crowd6 crowd7 crowd8 across_crowd5 across_crowd7 words size each crowd_letters "
        "all_near near_added near_missed letters_short"
    ).split()
)
GENERAL = 1_000.0  # names in general that stand beside those of the list
NEARBY = 5.0  # words about as near as one that is not the same, for one of its own
SAME = 0.999  # likeness of a word that is the same
CROWDS = (0.5, 0.6, 0.7, 0.8)  # rough scores from which names are counted as the crowd around the one looked for
LEAST_TOLD, MOST_TOLD = -6.0, 9.0  # log-odds of the two names beyond which they say no more
SHORT_NAME = 2.4  # ln of 11 letters: in a name of fewer each letter tells more
MOST_LETTERS, MOST_WEIGHT, MOST_WORDS = 5.0, 20.0, 3.0  # of what differs: more says no more
KEPT = 50_000  # words remembered
PEOPLE = (Kind.PERSON, Kind.ANY)  # kinds of a listed name that is weighed so

Figures = tuple[float, ...]
Steps = tuple[dict[int, float], list[float], list[float]]  # likeness by word; likenesses, falling, and what each tells


class Near(NamedTuple):
    """A listed name that may be the one looked for."""

    number: int
    rough: float
    name: Name


class Crowd:
    """What an opened index holds around names of people."""

    def __init__(self, file: Sections, understanding: Understanding) -> None:
        held = bytes(file.ints("kinds"))
        self._understanding = understanding
        self._names = sum([held.count(kind) for kind in set(held) if understanding.fits(kind)])
        self._held, self._held_ends = file.ints("held"), file.ints("held_ends")
        self._steps: dict[tuple[str, float], Steps] = {}

    def values(self, name: Name, near: Sequence[Near]) -> list[float]:
        """The probability of each listed name."""
        return [_value(told) for told in self.told(name, near)]

    def told(self, name: Name, near: Sequence[Near]) -> Iterator[list[float] | float]:
        """What is known of each listed name (`FIGURES`); the probability alone where nothing else counts."""
        crowd = crowd_of(near)
        steps = [self._steps_of(word) for word in name.words]
        for number, _, met in near:
            if met.folded == name.folded:
                yield IDENTICAL
                continue
            weighed = weigh(name, met)
            if met.kind not in PEOPLE or (weighed.odds <= LEAST_TOLD if weighed.told is None else weighed.told[0] < FAR):
                yield sigmoid(weighed.odds)
            else:
                yield figures(name, met, weighed, self._found(name, steps, number, met), crowd)

    def _steps_of(self, word: Word) -> Steps:
        """The words near one looked for, and what it tells to meet one that is at least so near."""
        found = self._steps.get((word.text, word.weight))
        if found is None:
            if len(self._steps) >= KEPT:
                self._steps.clear()
            found = self._steps[word.text, word.weight] = self._told(word.weight, self._understanding.whole(word))
        return found

    def _told(self, weight: float, sought: Sought) -> Steps:
        likenesses, nats, names = [], [], 0
        general, whole = GENERAL * math.exp(-weight), self._names + GENERAL
        for likeness, _, start, stop, _ in reversed(sought.spans):
            names += stop - start
            beside = general if likeness >= SAME else NEARBY * general
            likenesses.append(-likeness)
            nats.append(-math.log(min(1.0, (names + beside) / whole)))
        for place in range(len(nats) - 1, 0, -1):  # words of one likeness tell the same
            if likenesses[place - 1] == likenesses[place]:
                nats[place - 1] = nats[place]
        return sought.near, likenesses, nats

    def _found(self, name: Name, steps: Sequence[Steps], number: int, met: Name) -> Figures:
        """What the words of a listed name tell: exact, near, how many near; weight and number of words missed and added."""
        held = self._held[self._held_ends[number] : self._held_ends[number + 1]]
        pairs = sorted(
            [
                (nats[bisect_left(likenesses, -near[word])], near[word], i, j)
                for i, (near, likenesses, nats) in enumerate(steps)
                for j, word in enumerate(held)
                if word in near and name.words[i].role is not Role.LINK
            ],
            reverse=True,
        )
        ours, theirs = set(range(len(steps))), set(range(len(held)))
        exact = close = closes = 0.0
        for told, likeness, i, j in pairs:
            if i in ours and j in theirs:
                ours.discard(i)
                theirs.discard(j)
                if likeness >= SAME:
                    exact += told
                else:
                    close, closes = close + told, closes + 1.0
        missed = [word.weight for word in map(name.words.__getitem__, ours) if word.role is not Role.LINK]
        added = [word.weight for word in map(met.words.__getitem__, theirs) if word.role is not Role.LINK]
        return exact, close, closes, *_at_most(missed), *_at_most(added)


def _at_most(weights: list[float]) -> tuple[float, float]:
    """Weight and number of words without a partner."""
    return min(sum(weights), MOST_WEIGHT), min(float(len(weights)), MOST_WORDS)


def crowd_of(near: Sequence[Near]) -> Figures:
    """ln of one more than the names, told apart by their sounds, that have each of the rough scores of `CROWDS`."""
    best: dict[tuple[str, ...], float] = {}
    for _, rough, name in near:
        key = tuple(sorted([word.sound for word in name.words if word.role is not Role.LINK]))
        best[key] = max(rough, best.get(key, 0.0))
    return tuple([math.log(1 + sum([rough >= least for rough in best.values()])) for least in CROWDS])


def figures(name: Name, met: Name, weighed: Weighed, found: Figures, crowd: Figures) -> list[float]:
    """What is known of two names, in the order of `FIGURES`."""
    told = min(max(weighed.odds, LEAST_TOLD), MOST_TOLD)
    share, slips = weighed.told or (0.0, False)
    across = float(weighed.told is None)
    size = letters_of(name)
    letters = 0.0 if across else (1.0 - share) * max(size, letters_of(met))
    exact, near, nears, missed, missed_words, added, added_words = found
    both, differ = exact + near, min(letters, MOST_LETTERS)
    words = float(sum([word.role is not Role.LINK for word in name.words]))
    return [
        told, min(told, 0.0), share, max(0.0, share - 0.8), differ, float(letters > 0.01),
        float(letters > 1.01), float(letters > 2.01), float(slips), exact, near, nears, min(both, 8.0), min(both, 12.0),
        min(both, 25.0), missed, missed_words, added, added_words, across, across * exact, across * near, across * told,
        share * near, *crowd, across * crowd[0], across * crowd[2],
        words, math.log(max(size, 1)), both / max(words, 1.0), crowd[0] * differ,
        float(nears >= words), min(nears, 2.0) * added_words, min(nears, 2.0) * missed_words,
        differ * max(0.0, SHORT_NAME - math.log(max(size, 1))),
    ]  # fmt: skip


def letters_of(name: Name) -> int:
    """The letters of a name."""
    return sum([len(word.latin) for word in name.words])


class Parameters(NamedTuple):
    """The weights of both models, each with its prior at the end, and two values of `order`."""

    order: Figures
    chance: Figures
    sure: float  # from which it lets a value reach the threshold
    even: float  # from which on values that do not reach it are drawn together below it


@cache
def parameters() -> Parameters:
    """What the models are, in log-odds."""
    stored = json.loads(path("screening_weights.json").read_text(encoding="utf-8"))
    order, chance = (
        tuple([stored[model]["weights"].get(name, 0.0) for name in FIGURES] + [stored[model]["prior"]])
        for model in ("order", "chance")
    )
    return Parameters(order, chance, stored["sure"], stored["even"])


def odds(told: Sequence[float]) -> float:
    """The log-odds of a listed person: even or more where both models say so, else below even in the order of `order`."""
    order, chance, sure, even = parameters()
    ordered = sum(map(float.__mul__, order, told), order[-1])
    value = min(sum(map(float.__mul__, chance, told), chance[-1]), ordered - sure)
    if value >= 0.0:
        return bend(value)
    below = even - ordered
    return -below if below > 30.0 else -math.log1p(math.exp(below))


def _value(told: list[float] | float) -> float:
    return told if isinstance(told, float) else sigmoid(odds(told))
