"""Contests: who may score which entry, and a ranking that tells how it came about.

Entries are projects, things and organisations, never people. A juror with an interest in an entry does not score it; what was
scored nevertheless is left out and told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dragoman.expo.rules import amount

FULL = 100  # scores are told out of a hundred
MOST = Decimal(10)  # points of a criterion that names no other number
YEARS_AFTER = 3  # a post that ended is an interest for three years more: the rule for experts of Horizon Europe


@dataclass(frozen=True, slots=True)
class Criterion:
    """What entries are scored by. Weights count against their sum."""

    id: str
    name: str
    weight: Decimal = Decimal(1)
    most: Decimal = MOST


@dataclass(frozen=True, slots=True)
class Mark:
    """The points a juror gives an entry for a criterion, by the statement that says so."""

    juror: str
    entry: str
    criterion: str
    points: Decimal
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Interest:
    """A conflict of interest of a juror in an entry: declared by a person, or found in the records named by `statements`."""

    juror: str
    entry: str
    why: str
    declared: bool
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A juror whose scores of an entry do not count, and why."""

    juror: str
    why: str


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with its place (0 where nobody scored it wholly), the mean of its jurors and how each of them scored."""

    entry: str
    place: int
    tied: bool
    score: Fraction | None
    jurors: tuple[tuple[str, Fraction], ...]
    left_out: tuple[LeftOut, ...]

    @property
    def told(self) -> str:
        """The score out of a hundred with two decimals; empty without one."""
        return "" if self.score is None else f"{float(self.score):.2f}"

    @property
    def how(self) -> str:
        """How the score came about."""
        if not self.jurors:
            return "no juror scored it by all criteria"
        return f"mean of {len(self.jurors)}: {', '.join(f'{float(v):.2f}' for _, v in self.jurors)}"


@dataclass(frozen=True, slots=True)
class Panel:
    """A contest as it is ranked: entries, jurors and criteria by their ids, marks, interests."""

    entries: tuple[str, ...]
    jurors: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    marks: tuple[Mark, ...] = ()
    interests: tuple[Interest, ...] = ()

    def interest(self, juror: str, entry: str) -> Interest | None:
        """The interest of a juror in an entry, what was declared first."""
        found = [i for i in self.interests if (i.juror, i.entry) == (juror, entry)]
        return min(found, key=lambda i: not i.declared, default=None)


def refusal(panel: Panel, juror: str, entry: str, points: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    """Everything that forbids these points (by the id of their criterion); nothing where they may be kept."""
    found = []
    if juror not in panel.jurors:
        found.append(f"{names.get(juror, juror)} is no juror of this contest: dragoman contest juror")
    if entry not in panel.entries:
        found.append(f"{names.get(entry, entry)} is no entry of this contest: dragoman contest entry")
    if interest := panel.interest(juror, entry):
        found.append(
            f"{names.get(juror, juror)} has an interest in {names.get(entry, entry)} and does not score it: {interest.why}"
        )
    by_id = {c.id: c for c in panel.criteria}
    return [*found, *(told for key, value in points.items() if (told := _wrong(by_id[key], value)))]


def _wrong(criterion: Criterion, value: str) -> str:
    read = amount(value)
    if read is None or not 0 <= read <= criterion.most:
        return f"{criterion.name}: {value!r} is no score: write a number from 0 to {criterion.most}"
    return ""


def rank(panel: Panel) -> list[Placed]:
    """The entries by the mean of the jurors who may score them and did so by every criterion, the best first.

    Equal means share a place and the next place is skipped (1, 2, 2, 4). Means are exact: nothing is rounded before it is
    compared.
    """
    given: dict[tuple[str, str], dict[str, Decimal]] = {}
    for mark in panel.marks:
        given.setdefault((mark.entry, mark.juror), {})[mark.criterion] = mark.points
    counted = {entry: _means(panel, entry, given) for entry in panel.entries}
    scores = {e: sum((v for _, v in jurors), Fraction(0)) / len(jurors) for e, (jurors, _) in counted.items() if jurors}
    placed = []
    for entry in sorted(panel.entries, key=lambda e: (-scores.get(e, Fraction(-1)), panel.entries.index(e))):
        score = scores.get(entry)
        place = 0 if score is None else 1 + sum(other > score for other in scores.values())
        tied = score is not None and sum(other == score for other in scores.values()) > 1
        placed.append(Placed(entry, place, tied, score, *counted[entry]))
    return placed


def _means(
    panel: Panel, entry: str, given: Mapping[tuple[str, str], Mapping[str, Decimal]]
) -> tuple[tuple[tuple[str, Fraction], ...], tuple[LeftOut, ...]]:
    """The weighted score of each juror that counts for an entry, and who is left out."""
    kept, left_out = [], []
    scored = [j for e, j in given if e == entry]
    for juror in dict.fromkeys((*panel.jurors, *scored)):
        points = given.get((entry, juror), {})
        why = _without(panel, juror, entry, points)
        if why:
            left_out.append(LeftOut(juror, why))
        else:
            kept.append((juror, _weighted(panel.criteria, points)))
    return tuple(kept), tuple(left_out)


def _without(panel: Panel, juror: str, entry: str, points: Collection[str]) -> str:
    """Why a juror does not count for an entry; empty where nothing forbids it."""
    if interest := panel.interest(juror, entry):
        return f"conflict of interest ({'declared' if interest.declared else 'found in records'}): {interest.why}"
    if juror not in panel.jurors:
        return "no juror of this contest"
    missing = [c.name for c in panel.criteria if c.id not in points]
    if not panel.criteria or len(missing) == len(panel.criteria):
        return "has not scored it"
    return f"not scored by {', '.join(missing)}" if missing else ""


def _weighted(criteria: Sequence[Criterion], points: Mapping[str, Decimal]) -> Fraction:
    whole = sum(Fraction(c.weight) for c in criteria)
    return sum((Fraction(c.weight) * Fraction(points[c.id]) / Fraction(c.most) for c in criteria), Fraction(0)) * FULL / whole


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a juror to a body: how (in words), until when (ISO date, empty where it lasts), by which statements."""

    body: str
    how: str
    until: str
    statements: tuple[str, ...]


def found_interests(juror: str, entry: str, ties: Iterable[Tie], behind: Mapping[str, str], on: str) -> list[Interest]:
    """The interests that records tell: ties of a juror to the bodies behind an entry (id to what the body is to it).

    `on` is the day of the contest (ISO); a tie that ended more than `YEARS_AFTER` years before it is none.
    """
    return [
        Interest(juror, entry, f"{tie.how}, {behind[tie.body]}".rstrip(", "), False, tie.statements)
        for tie in ties
        if tie.body in behind and not _long_ago(tie.until, on)
    ]


def _long_ago(until: str, on: str) -> bool:
    if not until or not on:
        return False
    limit = f"{int(until[:4]) + YEARS_AFTER:04}{until[4:]}"
    return limit < on[: len(limit)]
