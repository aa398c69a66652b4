"""How much it tells that a person of the index is near the one looked for, where many or few listed people are.

Two names that differ by a letter are one misspelled name among words that are rare on the list, and two people where hundreds
of listed names lie within a letter (syllables of pinyin, common Arabic names). So each word tells what share of the list lies
at least as near to it: -ln of that share, in nats, smoothed by how common the word is among names in general, as short lists
count little. The figures are the same for every language; nothing but letters, counts and the two names enters.

Two linear models read them (data/screening_weights.json, made by scripts/train_screening.py). `order` tells errors from
strangers as they come: it puts candidates in order. `chance` was trained to let each group of strangers meet listed names
equally often. A value reaches the threshold where both say so; what `chance` holds back stays below, in the order
of the first.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dragoman.compare.crowd_figures import FIGURES, LEAST_TOLD, Asked, Found, Near, asked_of, figures
from dragoman.compare.index_file import Sections
from dragoman.compare.index_sought import Sought, Understanding
from dragoman.compare.likeness import FAR
from dragoman.compare.name import Kind, Name, Role, Word
from dragoman.compare.score import IDENTICAL, bend, sigmoid, weigh
from dragoman.data import path

__all__ = ["GENERAL", "Crowd", "Near", "odds", "parameters"]

GENERAL = 1_000.0  # names in general that stand beside those of the list
NEARBY = 5.0  # words about as near as one that is not the same, for one of its own
SAME = 0.999  # likeness of a word that is the same
KEPT = 50_000  # words remembered
PEOPLE = (Kind.PERSON, Kind.ANY)  # kinds of a listed name that is weighed so

Steps = tuple[dict[int, float], list[float], list[float]]  # likeness by word; likenesses, falling, and what each tells


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
        steps = [self._steps_of(word) for word in name.words]
        asked: Asked | None = None
        for number, _, met in near:
            if met.folded == name.folded:
                yield IDENTICAL
                continue
            weighed = weigh(name, met)
            if met.kind not in PEOPLE or (weighed.odds <= LEAST_TOLD if weighed.told is None else weighed.told[0] < FAR):
                yield sigmoid(weighed.odds)
            else:
                asked = asked or asked_of(name, near, [_listed(step) for step in steps])
                yield figures(asked, met, weighed, self._found(asked, steps, number, met))

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

    def _found(self, asked: Asked, steps: Sequence[Steps], number: int, met: Name) -> Found:
        """What the words of a listed name tell, each with at most one of the name looked for."""
        words, held = asked.name.words, self._held[self._held_ends[number] : self._held_ends[number + 1]]
        pairs = sorted(
            [
                (nats[bisect_left(likenesses, -near[word])], near[word], i, j)
                for i, (near, likenesses, nats) in enumerate(steps)
                for j, word in enumerate(held)
                if word in near and words[i].role is not Role.LINK
            ],
            reverse=True,
        )
        ours, theirs = set(range(len(steps))), set(range(len(held)))
        exact = close = 0.0
        nearly = []
        for told, likeness, i, j in pairs:
            if i in ours and j in theirs:
                ours.discard(i)
                theirs.discard(j)
                if likeness >= SAME:
                    exact += told
                else:
                    close += told
                    nearly.append(i)
        missed = [word.weight for word in map(words.__getitem__, ours) if word.role is not Role.LINK]
        added = [word.weight for word in map(met.words.__getitem__, theirs) if word.role is not Role.LINK]
        return Found(exact, close, nearly, missed, added)


def _listed(steps: Steps) -> bool:
    """Whether a list holds a word as it is spelled."""
    return bool(steps[1]) and -steps[1][0] >= SAME


class Parameters(NamedTuple):
    """The weights of both models, each with its prior at the end, and two values of `order`."""

    order: tuple[float, ...]
    chance: tuple[float, ...]
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
