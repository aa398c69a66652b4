"""English parts of longer spans: the first week of July, the last Friday in May, week 31, the week of 10 April."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.text import calendars
from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_en_spans import NTH, Handler, offset_of, told, unit_of
from dragoman.text.grammar.dates_en_words import REL, WD, D, M, N, Y, amount, month, small, weekday, year


def _within_what(match: re.Match[str], near: date | None) -> tuple[date, date] | None:
    """The month or year a week or weekday is counted in."""
    groups = match.groupdict()
    value = year(groups["y"]) if groups.get("y") else None
    if groups.get("m"):
        number = month(groups["m"])
        if value is None and groups.get("rel") and near is not None:
            value = near.year + offset_of(groups["rel"])
        if value is None:
            value = calendars.nearest_year(number, None, near) if near is not None else None
        return calendars.bounds(calendars.iso(value, number)) if value else None
    if value:
        return calendars.bounds(calendars.iso(value))
    if groups.get("u") and near is not None:
        first, last = calendars.period(near, unit_of(groups["u"]), offset_of(groups.get("rel")))
        return calendars.bounds(first)[0], calendars.bounds(last)[1]
    return None


def _nth(words: str) -> int:
    return -1 if words.lower() in ("last", "final") else small(words) or 1


def _nth_part(match: re.Match[str], near: date | None) -> Moment | None:
    """The first week of July, the last Friday in May, the third month of 2021."""
    inside = _within_what(match, near)
    if inside is None:
        return None
    inferred = not match.groupdict().get("y")
    name = match["what"].lower()
    nth = _nth(match["nth"])
    if name == "week":
        return told(match, *calendars.nth_week(*inside, nth), "range", inferred)
    if name == "weekend":
        first, _ = calendars.nth_week(*inside, nth)
        saturday = date.fromisoformat(first) + timedelta(days=5)
        return told(match, saturday.isoformat(), (saturday + timedelta(days=1)).isoformat(), "range", inferred)
    if name == "day":
        day = inside[0] + timedelta(days=nth - 1) if nth > 0 else inside[1]
        return told(match, day.isoformat(), day.isoformat(), "date", inferred)
    if name == "month":
        there = calendars.add(inside[0], nth - 1, "month") if nth > 0 else inside[1]
        return told(match, there.isoformat()[:7], there.isoformat()[:7], "date", inferred)
    hit = calendars.nth_weekday(*inside, weekday(name), nth)
    return told(match, hit.isoformat(), hit.isoformat(), "date", inferred) if hit else None


def _first_units(match: re.Match[str], near: date | None) -> Moment | None:
    """The first two weeks of 2021, the last ten days of May."""
    inside = _within_what(match, near)
    unit, raw = unit_of(match["what"]), amount(match["n"])
    if inside is None or not raw.isdigit():
        return None
    if unit == "week":
        edge = calendars.nth_week(*inside, 1 if match["nth"].lower() == "first" else -1)
        inside = (date.fromisoformat(edge[0]), date.fromisoformat(edge[1]))
    if match["nth"].lower() == "first":
        first, last = inside[0], calendars.add(inside[0], int(raw), unit) - timedelta(days=1)
    else:
        last = inside[1]
        first = calendars.add(last + timedelta(days=1), -int(raw), unit)
    return told(match, first.isoformat(), last.isoformat(), "range")


def _week_of(match: re.Match[str], near: date | None) -> Moment | None:
    """The week of April 10th, the week beginning 4 February."""
    groups = match.groupdict()
    day = small(groups["d"])
    if day is None or near is None or not 1 <= day <= 31:
        return None
    number = month(groups["m"]) if groups.get("m") else near.month
    value = year(groups["y"]) if groups.get("y") else calendars.nearest_year(number, day, near)
    if value is None or not calendars.valid(value, number, day):
        return None
    return told(match, *calendars.period(date(value, number, day), "week", 0), "range", not groups.get("y"))


def _week_number(match: re.Match[str], near: date | None) -> Moment | None:
    number = int(match["n"])
    groups = match.groupdict()
    value = near.year + (offset_of(groups["rel"]) if groups.get("rel") else 0) if near else None
    value = year(groups["y"]) if groups.get("y") else value
    if value is None or not 1 <= number <= 53:
        return None
    first, last = calendars.nth_week(date(value, 1, 1), date(value, 12, 31), number)
    return told(match, first, last, "range", not (groups.get("y") or groups.get("rel")))


def _inside(pattern: str) -> list[str]:
    """A pattern that ends in what it is counted in, once each for a month, a year and a unit."""
    by_month = rf"(?P<m>{M})(?:[\s,]*(?:of\s+|in\s+)?(?P<y>{Y}))?"
    by_year = rf"(?:year\s+)?(?P<y>{Y})"
    by_unit = rf"(?:(?P<rel>{REL})\s+)?(?P<u>month|quarter|year)"
    return [pattern.replace("INSIDE", form) for form in (by_month, by_year, by_unit)]


OF = r"(?:\s+(?:of|in|for)\s+(?:the\s+)?|\s+)"
_OPEN: list[tuple[str, list[str], Handler]] = [
    ("rnd", _inside(rf"(?:the\s+)?(?P<nth>{NTH})\s+(?P<what>week|weekend|month|day|{WD}){OF}INSIDE"), _nth_part),
    (
        "rn",
        _inside(rf"(?:the\s+)?(?P<nth>first|last|final)\s+(?P<n>{N})\s+(?P<what>days|weeks|months){OF}INSIDE"),
        _first_units,
    ),
]
PART_RULES: list[tuple[str, str, Handler]] = [
    ("r", rf"(?:the\s+)?week\s+(?:of|beginning|commencing|starting)\s+(?:on\s+|the\s+)*(?P<m>{M})\s*(?P<d>{D})(?:,?\s+(?P<y>{Y}))?", _week_of),
    ("r", rf"(?:the\s+)?week\s+(?:of|beginning|commencing|starting)\s+(?:on\s+|the\s+)*(?P<d>{D})(?:\s+(?:of\s+)?(?P<m>{M})(?:,?\s+(?P<y>{Y}))?)?", _week_of),
    ("r", rf"w/c\s+(?P<m>{M})\s*(?P<d>{D})(?:,?\s+(?P<y>{Y}))?", _week_of),
    ("r", rf"week\s+(?P<n>[1-9]|[1-4]\d|5[0-3])(?:\s+(?:of\s+)?(?:(?P<y>{Y})|(?P<rel>{REL})\s+year))?", _week_number),
    *((letters, pattern, handler) for letters, patterns, handler in _OPEN for pattern in patterns),
]  # fmt: skip
