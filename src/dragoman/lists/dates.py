"""Dates as lists print them, to ISO 8601, cut to the day, month or year that is known."""

from __future__ import annotations

import re
from functools import lru_cache

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|"
        "november nov|december dec".split("|"), 1)
    for name in names.split()
}  # fmt: skip
SPAN_MOST = 10  # years of a range that are all named; of a longer one only its ends are, as it tells little
_MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_ISO = re.compile(r"(?<!\d)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)")
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
_DAY_MONTH = re.compile(rf"(?<!\d)(?:(\d{{1,2}})(?:st|nd|rd|th)?[ -]+)?{_MONTH}[ ,-]+(\d{{4}})(?!\d)", re.I)
_MONTH_DAY = re.compile(rf"\b{_MONTH} +(\d{{1,2}})(?:st|nd|rd|th)?,? +(\d{{4}})(?!\d)", re.I)
_RANGE = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)\s*(?:to|-|–|—|and)\s*(1[89]\d\d|20\d\d)(?!\d)", re.I)
_YEAR = re.compile(r"(?<!\d)(1[789]\d\d|20\d\d)(?!\d)")
_BETWEEN = re.compile(r"\b(?:between|to|approximately|from)\b|[–—-]", re.I)


def iso(year: str | int, month: str | int = "", day: str | int = "") -> str:
    """An ISO date of its parts, cut at the first that is missing or impossible."""
    y, m, d = (int(part) if str(part).strip().isdigit() else 0 for part in (year, month, day))
    if not 1000 <= y <= 2999:
        return ""
    if not 1 <= m <= 12:
        return f"{y:04d}"
    return f"{y:04d}-{m:02d}-{d:02d}" if 1 <= d <= 31 else f"{y:04d}-{m:02d}"


def _numbers(found: re.Match[str], month_first: bool) -> str:
    first, mark, second, year = found.groups()
    if len(year) == 2:
        return ""  # which century is meant cannot be known
    if (month_first and mark == "/" and int(first) <= 12) or int(second) > 12:
        first, second = second, first
    return iso(year, second, first)


@lru_cache(maxsize=8192)
def dates(text: str, month_first: bool = False) -> tuple[str, ...]:
    """Every date of a cell, in order: "circa 1955" is 1955, "1962 to 1965" its four years, "25 Mar 1973" the day.

    `month_first` reads 06/19/2003 as Americans write it.
    """
    found: list[str] = []

    def take(value: str) -> str:
        if value:
            found.append(value)
        return " "

    rest = _ISO.sub(lambda m: take(iso(m[1], m[2], m[3] or "")), text)
    rest = _CHINESE.sub(lambda m: take(iso(m[1], m[2] or "", m[3] or "")), rest)
    rest = _NUMBERS.sub(lambda m: take(_numbers(m, month_first)), rest)
    rest = _YEAR_FIRST.sub(lambda m: take(iso(*m.groups())), rest)
    rest = _MONTH_DAY.sub(lambda m: take(iso(m[3], MONTHS[m[1].lower()], m[2])), rest)
    rest = _DAY_MONTH.sub(lambda m: take(iso(m[3], MONTHS[m[2].lower()], m[1] or "")), rest)
    if _BETWEEN.search(rest):
        rest = _RANGE.sub(lambda m: " ".join(take(y) for y in _span(m[1], m[2])), rest)
    _YEAR.sub(lambda m: take(m[0]), rest)
    return tuple(dict.fromkeys(found))


def _span(first: str, last: str) -> list[str]:
    low, high = int(first), int(last)
    if not 0 < high - low <= SPAN_MOST:
        return [first, last]
    return [str(year) for year in range(low, high + 1)]


def date(text: str, month_first: bool = False) -> str:
    """The first date of a cell, or nothing."""
    found = dates(text, month_first)
    return found[0] if found else ""
