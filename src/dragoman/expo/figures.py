"""Figures of an edition as values: what was counted, what was reported, and how two editions or a whole series compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dragoman.expo.choices import label, part_label

ORIGIN, DOMESTIC, OVERSEAS = "origin", "domestic", "overseas"


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure counted from records. `rows` are the ids (for countries the codes) it counts; `by` and `key` tell the part.

    Money is the exact sum of its rows in `unit` (ISO 4217); everything else is the number of rows.
    """

    name: str
    value: Decimal
    rows: tuple[str, ...]
    unit: str = ""
    by: str = ""
    key: str = ""

    @property
    def full_name(self) -> str:
        """The name that opens its rows: `projects`, `projects.field.robotics`, `money signed.CNY`."""
        return ".".join(part for part in (self.name, self.unit, self.by, self.key) if part)

    def label(self, lang: str = "en") -> str:
        """What it is called."""
        part = f": {part_label(self.key, lang)}" if self.by else ""
        return f"{label(self.name, lang)}{part}{f', {self.unit}' if self.unit else ''}"


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure as a source tells it, beside what is counted. `counted` and `difference` are None where nothing compares."""

    thing: str
    value: Decimal
    bound: str
    unit: str
    source: str
    date: str  # when the source was published, else recorded
    speaker: str
    quote: str
    counted: Decimal | None
    difference: Decimal | None  # counted less reported
    verdict: str
    explanation: str
    rows: tuple[str, ...]
    statement: str
    inferred: bool = False  # the source names no edition; it speaks of this one alone
    of: str = ""  # the series it is told of, where that is not the subject itself


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one edition or series."""

    id: str
    caption: str
    counted: tuple[Counted, ...]
    reported: tuple[Reported, ...]

    def rows(self, name: str) -> tuple[str, ...] | None:
        """The rows of a counted figure by its full name, in any case; None where there is none of that name."""
        wanted = name.casefold()
        return next((c.rows for c in self.counted if wanted in (c.full_name.casefold(), c.label().casefold())), None)

    def value(self, name: str) -> Decimal:
        """The value of a counted figure; 0 where nothing of it is on record."""
        return next((c.value for c in self.counted if c.full_name == name), Decimal(0))


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a figure of one edition come from overseas; `share` is of those whose country is told, 0 to 1."""

    id: str
    caption: str
    all: int
    overseas: int
    told: int

    @property
    def share(self) -> float | None:
        """None where no country is told."""
        return self.overseas / self.told if self.told else None


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure of two editions. `both` is in how many rows they share."""

    name: str
    left: Decimal
    right: Decimal
    both: int

    @property
    def difference(self) -> Decimal:
        """Right less left."""
        return self.right - self.left


def trend(editions: Iterable[Figures], name: str = "exhibitors") -> list[Share]:
    """The share from overseas over the editions of a series, in order; those held in a country not known are left out."""
    found = []
    for f in editions:
        parts = {c.key: int(c.value) for c in f.counted if c.name == name and c.by == ORIGIN}
        if parts:
            told = parts.get(DOMESTIC, 0) + parts.get(OVERSEAS, 0)
            found.append(Share(f.id, f.caption, int(f.value(name)), parts.get(OVERSEAS, 0), told))
    return found


def direction(shares: Iterable[Share]) -> str:
    """Whether shares rise, fall or stay over the series in words; empty for fewer than two."""
    known = [s.share for s in shares if s.share is not None]
    if len(known) < 2:
        return ""
    steps = [b - a for a, b in pairwise(known)]
    how = "rises in each edition" if min(steps) > 0 else "falls in each edition" if max(steps) < 0 else (
        "stays" if not any(steps) else "moves both ways")  # fmt: skip
    return f"{how}, from {known[0]:.0%} to {known[-1]:.0%}"


def number(name: str, rows: Iterable[str]) -> Counted:
    """A figure that is the number of its rows."""
    found = tuple(dict.fromkeys(rows))
    return Counted(name, Decimal(len(found)), found)


def groups(name: str, by: str, values: Mapping[str, Iterable[str]]) -> list[Counted]:
    """A figure by the values of its rows, the largest first; a row with two values is counted under both."""
    members: dict[str, list[str]] = {}
    for row, keys in values.items():
        for key in dict.fromkeys(keys):
            members.setdefault(key, []).append(row)
    ordered = sorted(members, key=lambda k: (-len(members[k]), k))
    return [Counted(name, Decimal(len(members[k])), tuple(members[k]), by=by, key=k) for k in ordered]


def pairs(left: Figures, right: Figures) -> list[Pair]:
    """The figures two editions have, those of the left first."""
    names = dict.fromkeys([c.full_name for c in left.counted] + [c.full_name for c in right.counted])
    return [Pair(n, left.value(n), right.value(n), len(set(left.rows(n) or ()) & set(right.rows(n) or ()))) for n in names]


def repeated(sets: Iterable[Iterable[str]]) -> list[str]:
    """What is in two sets or more, in the order of its second coming."""
    seen: Counter[str] = Counter()
    found = []
    for members in sets:
        for one in dict.fromkeys(members):
            seen[one] += 1
            if seen[one] == 2:
                found.append(one)
    return found


def explained(verdict: str, counted: Decimal | None, bound: str, reported: Decimal, unit: str) -> str:
    """The difference in words."""
    told = f"{bound} {reported:,}".strip() + (f" {unit}" if unit else "")
    if counted is None:
        return f"{told} is reported; no record here counts that"
    if verdict == "nothing counted":
        return f"{told} is reported; nothing of it is on record yet"
    if verdict == "met":
        return f"{counted:,} on record: {told} holds"
    apart = counted - reported
    side = f"{apart:,} more" if apart > 0 else f"{-apart:,} fewer" if apart < 0 else "just as many"
    return f"{counted:,} on record, {side}: {told} does not hold of the records"
