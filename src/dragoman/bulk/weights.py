"""Weights of comparison levels without any judged pair: Fellegi and Sunter (1969), learned by expectation maximisation.

Candidates are a mixture of pairs of one bearer and of two. Each comparison of a pair ends on a level; how often a level occurs
among the pairs of one bearer (m) and of two (u) is learned from the table itself (Winkler 1988). A level that is `MISSING` has
no weight.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MISSING = "-"
ROUNDS = 25  # the shares move by less than a thousandth after some fifteen
SMOOTHING = 0.5  # pairs added to each level, so that none has the weight of infinity
CAP = 12.0  # log-odds of one level at most

Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds by comparison and level, and those before anything is compared."""

    start: float
    levels: tuple[Mapping[str, float], ...]

    def odds(self, pattern: Pattern) -> float:
        """The log-odds of a pair that stands on these levels."""
        return self.start + sum(w.get(level, 0.0) for w, level in zip(self.levels, pattern, strict=True))

    def probability(self, pattern: Pattern) -> float:
        """The same as a probability."""
        return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, self.odds(pattern)))))


def learn(patterns: Mapping[Pattern, int], likely: Sequence[frozenset[str]]) -> Weights:
    """Weights from how often each pattern occurs; to start with, the `likely` levels of a comparison speak for one bearer."""
    belief = {p: _first(p, likely) for p in patterns}
    weights = Weights(0.0, ())
    for _ in range(ROUNDS):
        weights = _maximise(patterns, belief)
        belief = {p: weights.probability(p) for p in patterns}
    return weights


def _first(pattern: Pattern, likely: Sequence[frozenset[str]]) -> float:
    """Nine in ten where all that was compared speaks for one bearer, else one in twenty."""
    told = [level in good for level, good in zip(pattern, likely, strict=True) if level != MISSING]
    return 0.9 if told and all(told) else 0.05


def _maximise(patterns: Mapping[Pattern, int], belief: Mapping[Pattern, float]) -> Weights:
    width = len(next(iter(patterns), ()))
    same: list[Counter[str]] = [Counter() for _ in range(width)]
    other: list[Counter[str]] = [Counter() for _ in range(width)]
    total_same = total = 0.0
    for pattern, count in patterns.items():
        share = belief[pattern] * count
        total_same, total = total_same + share, total + count
        for place, level in enumerate(pattern):
            if level != MISSING:
                same[place][level] += share  # type: ignore[assignment]
                other[place][level] += count - share  # type: ignore[assignment]
    start = math.log((total_same + SMOOTHING) / (total - total_same + SMOOTHING))
    return Weights(start, tuple(_column(s, o) for s, o in zip(same, other, strict=True)))


def _column(same: Counter[str], other: Counter[str]) -> dict[str, float]:
    levels = same.keys() | other.keys()
    of_same, of_other = sum(same.values()) + SMOOTHING * len(levels), sum(other.values()) + SMOOTHING * len(levels)
    found = {}
    for level in levels:
        m, u = (same[level] + SMOOTHING) / max(of_same, 1e-9), (other[level] + SMOOTHING) / max(of_other, 1e-9)
        found[level] = max(-CAP, min(CAP, math.log(m / u)))
    return found
