"""Two names compared: a calibrated probability that they are names of one bearer, with its reasons when asked.

Policy: a pair at or above `THRESHOLD` counts as the same name; one from `REVIEW` up to it is for a person to look at. Both are
values of the calibrated probability; what each costs in false alarms is printed by scripts/score_names.py.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dragoman.compare.align import Alignment, align
from dragoman.compare.features import NAMES, features
from dragoman.compare.likeness import FAR, FAR_VALUE, Told, likeness, settled
from dragoman.compare.name import Kind, Name
from dragoman.compare.parse import parse
from dragoman.compare.prepared import prepared
from dragoman.data import path
from dragoman.model.score import Score

THRESHOLD = 0.5
REVIEW = 0.25
IDENTICAL_ODDS = 12.0  # only names that are equal once folded have these log-odds
HIGHEST = 9.0  # log-odds that no pair of unequal names goes beyond: they come near it and keep their order
CHANCE, SORTS = NAMES.index("chance"), NAMES.index("sort_conflict")
APART = -0.5  # log-odds of a school beside a company at most
SURE, UNSURE = 1.5, 7.0  # log-odds where what bodies share is just enough, and how much less where it is nothing
BENT = 5.0  # log-odds from which values are bent towards `HIGHEST`


@dataclass(slots=True)
class Match:
    """Two names compared."""

    left: Name
    right: Name
    value: float
    figures: list[float]

    @property
    def features(self) -> dict[str, float]:
        """What the comparison saw, by name."""
        return dict(zip(NAMES, self.figures, strict=True))

    def score(self) -> Score:
        """The value with its reasons: a waterfall in log-odds from the prior to the logit of the value."""
        from dragoman.compare.reasons import explain

        return explain(self)


@cache
def parameters() -> dict[str, tuple[float, tuple[float, ...]]]:
    """Prior and weights, in log-odds, of each model."""
    stored = json.loads((path("name_weights.json")).read_text(encoding="utf-8"))
    return {
        model: (row["prior"], tuple(row["weights"].get(name, 0.0) for name in NAMES)) for model, row in stored["models"].items()
    }


def models_of(left: Name, right: Name) -> tuple[str, ...]:
    """The models that read the figures of two names: of people or organisations, of one script or two.

    A person beside a name of unknown kind is read as a person; a person beside a body by both, and the lower value counts.
    """
    across = "_across" if prepared(left).foreign != prepared(right).foreign else ""
    kinds = {left.kind, right.kind}
    if Kind.PERSON not in kinds:
        return ("organisation" + across,)
    if kinds <= {Kind.PERSON, Kind.ANY}:
        return ("person" + across,)
    return "person" + across, "organisation" + across


def model_of(left: Name, right: Name, figures: list[float]) -> str:
    """The model whose value counts."""
    models = models_of(left, right)
    return models[0] if len(models) == 1 else min(models, key=lambda model: logit(figures, model))


def logit(figures: list[float], model: str) -> float:
    """The log-odds of the figures."""
    prior, weights = parameters()[model]
    return limited(bend(prior + sum(map(float.__mul__, weights, figures))), figures)


def limited(odds: float, figures: list[float]) -> float:
    """Log-odds no higher than what is shared allows: what many names of a long list would share is met by chance.

    A school and a company are two bodies whatever else they share: at most for review.
    """
    if figures[SORTS]:
        odds = min(odds, APART)
    chance = figures[CHANCE]
    return min(odds, SURE - UNSURE * chance) if chance else odds


def bend(odds: float) -> float:
    """Log-odds above `BENT` drawn together below `HIGHEST`, in the same order."""
    if odds <= BENT:
        return odds
    room = HIGHEST - BENT
    return BENT + room * (odds - BENT) / (odds - BENT + room)


def sigmoid(odds: float) -> float:
    """The probability of log-odds."""
    return 1.0 / (1.0 + math.exp(-odds)) if odds > -700 else 0.0


IDENTICAL = sigmoid(IDENTICAL_ODDS)


class Weighed(NamedTuple):
    """Two names that are not equal: log-odds, and what their letters say where they are compared."""

    odds: float
    told: Told | None


NOTHING = -12.0  # log-odds of names that have no word in common


def weigh(left: Name, right: Name) -> Weighed:
    """The log-odds of two names that are not equal, as fast as it goes."""
    told = likeness(left, right) if spelt(left, right) else None
    if told and told[0] < FAR:
        return Weighed(far(told[0]), told)
    found = align(prepared(left), prepared(right))
    odds = NOTHING
    if found.pairs:
        figures = features(left, right, found)
        odds = logit(figures, model_of(left, right, figures))
    return Weighed(settled(odds, told) if told else odds, told)


def far(share: float) -> float:
    """The log-odds of names of which but so small a share of the letters agrees."""
    value = max(FAR_VALUE * share, 1e-9)
    return math.log(value / (1.0 - value))


def rate(left: Name, right: Name) -> float:
    """The probability alone, as fast as it goes."""
    return IDENTICAL if left.folded == right.folded else sigmoid(weigh(left, right).odds)


def spelt(left: Name, right: Name) -> bool:
    """Whether the letters of two names are compared too: of people, in one script."""
    return Kind.PERSON in (left.kind, right.kind) and prepared(left).foreign == prepared(right).foreign


def compare_names(left: str | Name, right: str | Name, kind: Kind = Kind.ANY) -> Match:
    """Two names, given as text or parsed, compared as names of a kind."""
    ours = left if isinstance(left, Name) else parse(left, kind)
    theirs = right if isinstance(right, Name) else parse(right, kind)
    found: Alignment = align(prepared(ours), prepared(theirs))
    return Match(ours, theirs, rate(ours, theirs), features(ours, theirs, found))
