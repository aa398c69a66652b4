"""A cooperation as one thread: its steps in order, promises with their state on a day, benefits expected beside actual."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dragoman.expo.due import OPEN

EXPECTED, ACTUAL = "expected", "actual"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the thread: what it is, on which day, and the record it points at (empty where it is only told)."""

    id: str
    kind: str
    date: str
    what: str
    record: str = ""
    schema: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody promised. `state` is open, overdue, kept or dropped on the day it was asked for; `settled` when."""

    id: str
    what: str
    owner: str
    due: str = ""
    state: str = OPEN
    settled: str = ""
    about: str = ""  # id of the record it was given in
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Benefit:
    """One benefit as it was expected or as it came: a number, an amount with its currency, or only words."""

    id: str
    kind: str  # markets, taxes, jobs ...
    measure: str  # expected, actual
    value: Decimal | None = None
    unit: str = ""  # the currency of an amount
    what: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """What was expected of one kind and unit beside what came. None where nothing with a number is on record."""

    kind: str
    unit: str
    expected: Decimal | None
    actual: Decimal | None
    words: tuple[str, ...] = ()

    @property
    def difference(self) -> Decimal | None:
        """Actual less expected; None where one of them is not known."""
        return None if self.expected is None or self.actual is None else self.actual - self.expected


def ordered(steps: Iterable[Step]) -> list[Step]:
    """Steps by their day, those without one last, in the order they were entered otherwise."""
    return sorted(steps, key=lambda s: (not s.date, s.date))


def balances(benefits: Iterable[Benefit]) -> list[Balance]:
    """Benefits by kind and unit, exact sums of what has a number; currencies are never added up."""
    groups: dict[tuple[str, str], list[Benefit]] = {}
    for b in benefits:
        groups.setdefault((b.kind, b.unit), []).append(b)
    return [
        Balance(
            kind, unit, _sum(found, EXPECTED), _sum(found, ACTUAL),
            tuple(f"{b.measure}: {b.what}" for b in found if b.what),
        )
        for (kind, unit), found in groups.items()
    ]  # fmt: skip


def _sum(found: Iterable[Benefit], measure: str) -> Decimal | None:
    known = [b.value for b in found if b.measure == measure and b.value is not None]
    return sum(known, Decimal(0)) if known else None
