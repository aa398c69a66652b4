"""One edition told by its number in one text and by its year in another: 19th China Hi-Tech Fair, China Hi-Tech Fair 2017."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from dragoman.model.ids import normal_name
from dragoman.text import numbers, scripts

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)年?")
LANGUAGE = {"Han": "zh", "Cyrillic": "ru"}
EDITION_SIGNS = re.compile(r"[届]|\b(?:edition|session)\b", re.I)


class Edition(Protocol):
    """What is needed of an edition: its id, its names, its ordinal and the days it began."""

    id: str
    names: list[str]
    ordinal: str
    days: set[str]


E = TypeVar("E", bound=Edition)


def series_of(name: str) -> str:
    """A name of an edition without its ordinal and its year."""
    text = YEAR.sub(" ", name)
    for found in reversed(numbers.find(text, LANGUAGE.get(scripts.dominant(text), "en"))):
        if found.ordinal:
            text = f"{text[: found.start]} {text[found.end :]}"
    return " ".join(w for w in normal_name(EDITION_SIGNS.sub(" ", text)).split() if w != "the")


def years_of(edition: Edition) -> frozenset[str]:
    """The years an edition may be of: of the day it began, else of its names."""
    if edition.days:
        return frozenset(day[:4] for day in edition.days)
    return frozenset(y[0].rstrip("年") for name in edition.names for y in YEAR.finditer(name))


def same_editions(pool: Iterable[E]) -> Iterator[tuple[E, E]]:
    """Pairs of editions of one series and one year, one of them told without its number.

    A series that has two numbers in the year (in spring and in autumn) is left alone, and so is one told by another day.
    """
    found: dict[tuple[str, str], list[E]] = defaultdict(list)
    for edition in pool:
        years = years_of(edition)
        if len(years) == 1:
            for series in {series_of(name) for name in edition.names} - {""}:
                found[series, min(years)].append(edition)
    for members in found.values():
        numbered = sorted((m for m in members if m.ordinal), key=lambda m: m.id)
        if len({m.ordinal for m in numbered}) == 1:
            for other in sorted((m for m in members if not m.ordinal), key=lambda m: m.id):
                if _days_agree(numbered[0], other):
                    yield numbered[0], other


def _days_agree(left: Edition, right: Edition) -> bool:
    return not left.days or not right.days or any(a.startswith(b) or b.startswith(a) for a in left.days for b in right.days)
