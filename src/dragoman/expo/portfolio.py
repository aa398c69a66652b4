"""A centre's portfolio: how its residents stand on each market, what they sold where, and the way from institute to market."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dragoman.expo.choices import values


@dataclass(frozen=True, slots=True)
class State:
    """How far somebody is on the market of a country, by the statement that says so; a date as told."""

    country: str  # a code, or the name where it is no country
    stage: str
    date: str = ""
    counterpart: str = ""
    what: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale: to buyers of which country, in which year, how much in which currency."""

    seller: str
    country: str
    year: str
    amount: Decimal
    currency: str
    statement: str


@dataclass(frozen=True, slots=True)
class Total:
    """What was sold to a country in a year, in one currency, with the statements it sums."""

    country: str
    year: str
    currency: str
    amount: Decimal
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way to the market: what was reached, when, at which readiness level (0: not told), in whose hands."""

    stage: str
    date: str
    trl: int
    holder: str
    statement: str


def standing(states: Iterable[State], day: str = "") -> list[State]:
    """The last state of each country up to a day; of two of one day, and of undated ones, the furthest."""
    order = values("marketStage")
    found: dict[str, State] = {}
    for state in sorted(states, key=lambda s: (s.date, order.index(s.stage) if s.stage in order else -1)):
        if not day or state.date[: len(day)] <= day[: len(state.date)]:
            found[state.country] = state
    return sorted(found.values(), key=lambda s: s.country)


def totals(sales: Iterable[Sold]) -> list[Total]:
    """Sums by country, year and currency, exact; never across currencies."""
    groups: dict[tuple[str, str, str], list[Sold]] = {}
    for sale in sales:
        groups.setdefault((sale.country, sale.year, sale.currency), []).append(sale)
    return [
        Total(country, year, currency, sum((s.amount for s in g), Decimal(0)), tuple(s.statement for s in g))
        for (country, year, currency), g in sorted(groups.items())
    ]  # fmt: skip


def path(steps: Iterable[Step]) -> list[Step]:
    """The steps in the order they were taken; of one day in the order of the way, those without a date last."""
    order = values("transferStage")
    return sorted(steps, key=lambda s: (not s.date, s.date, order.index(s.stage) if s.stage in order else len(order), s.trl))


def doubts(steps: Sequence[Step]) -> list[str]:
    """What is odd about a way: a readiness level that falls, a stage that comes before an earlier one."""
    order = values("transferStage")
    found = []
    dated = [s for s in steps if s.date]
    for before, after in pairwise(dated):
        if before.trl and after.trl and after.trl < before.trl:
            found.append(f"TRL {before.trl} on {before.date}, {after.trl} on {after.date}: it falls")
        known = before.stage in order and after.stage in order
        if known and order.index(after.stage) < order.index(before.stage):
            found.append(f"{before.stage} on {before.date}, {after.stage} on {after.date}: it goes back")
    return found
