"""What a list holds that is nearer: a body is one of the names of a list at most, if under several records.

Where a list holds the very name looked for, a name that shares a part of it (a bank and its leasing company, a group and
one of its plants) is another body's rather than a second name: it is held for review. Names that are nearly as sure are
left as they are: lists bear one body under several records and spellings.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from dragoman.compare.score import REVIEW, sigmoid

MET = 0.95  # value from which a listed name is the one looked for
PARTLY = 0.82  # value below which another name is held back then


def beside_nearer(values: Sequence[float]) -> list[float]:
    """The values of the names of a list: where one is met, those far below it are drawn under the threshold, in order."""
    if max(values, default=0.0) < MET:
        return list(values)
    return [_held_back(value) if REVIEW < value < PARTLY else value for value in values]


def _held_back(value: float) -> float:
    return sigmoid(_LEAST * (1.0 - (_odds(value) - _LEAST) / (_odds(PARTLY) - _LEAST)))


def _odds(value: float) -> float:
    return math.log(value / (1.0 - value))


_LEAST = _odds(REVIEW)
