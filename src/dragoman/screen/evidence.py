"""What stands beside a name: birth date, country, identifier of the one looked for and of the record.

Weights are log-likelihood ratios after Fellegi and Sunter (1969): ln(share among records of one bearer / share among records
of two). They are set by hand, as judged pairs hold only pairs that were hard to tell and would make them too small. A name is
never cleared silently: where it is met and something soft speaks against it (a slip in a date, another country), the hit stays
in the review band, with the reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from dragoman.compare.entities import DETAIL
from dragoman.compare.entity_parts import dates
from dragoman.compare.record import Record
from dragoman.compare.score import REVIEW, THRESHOLD
from dragoman.model.score import Reason
from dragoman.screen.hit import Query

HARD = frozenset(("date differ",))  # another year of birth by two or more: another person, unless the list is wrong
WEIGHTS = {
    "date same": 5.0,  # one of some 20,000 days; capped, as lists copy dates from each other
    "date month": 3.0,
    "date year": 2.0,  # one of some sixty years, and years are often guessed
    "date near": -0.7,  # slips make 2 in 100 dates of one bearer, chance 1 in 60 of two
    "date beside": -1.0,
    "date otheryear": -1.5,
    "date differ": -3.5,  # 3 in 100 dates of one bearer are wrong in a list
    "country same": 0.7,  # bearers of one name mostly share the country, so it tells little
    "country differ": -1.2,  # people and firms have several
    "identifier same": 7.0,
}
CAP = 20.0  # log-odds beyond which a probability is 1 to nine places


def beside(query: Query, record: Record) -> list[Reason]:
    """A reason for each thing both sides tell, with its weight in log-odds."""
    found: list[Reason] = []
    if level := dates(query.dates, record.dates):
        found.append(_reason(f"date {level}", query.dates, record.dates))
    if query.countries and record.countries:
        level = "country same" if query.countries & record.countries else "country differ"
        found.append(_reason(level, query.countries, record.countries))
    if query.identifiers and record.identifiers:
        ours = {plain(v) for v in query.identifiers}
        theirs = {plain(v): v for _, v in record.identifiers}
        if shared := ours & theirs.keys():
            found.append(_reason("identifier same", shared, {theirs[v] for v in shared}))
    return found


def plain(identifier: str) -> str:
    """An identifier without signs and in capitals."""
    return "".join(c for c in identifier.upper() if c.isalnum())


def _reason(level: str, ours: Iterable[str], theirs: Iterable[str]) -> Reason:
    left, right = (" ".join(sorted(side)) for side in (ours, theirs))
    return Reason(level, WEIGHTS[level], DETAIL.get(level, level), left, right)


def weighed(name_value: float, reasons: list[Reason]) -> float:
    """The value of the name moved by what stands beside it."""
    if not reasons:
        return name_value
    inner = min(max(name_value, 1e-9), 1 - 1e-9)
    odds = math.log(inner / (1 - inner)) + sum(r.weight for r in reasons)
    value = 1 / (1 + math.exp(-max(-CAP, min(CAP, odds))))
    met = name_value >= THRESHOLD
    if met and value < REVIEW and not any(r.name in HARD for r in reasons):
        return REVIEW
    return value
