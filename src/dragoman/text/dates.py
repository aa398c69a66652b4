"""Dates in English, Chinese and Russian: absolute, partial, relative to a reference day; ranges, durations, recurrences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.text import calendars
from dragoman.text.calendars import Moment
from dragoman.text.grammar import clock, clock_en, clock_ru, clock_zh, dates_en, dates_ru, dates_zh, joints
from dragoman.text.numbers import grammar_of

GRAMMARS: dict[str, Callable[[str, int, int, date | None], list[Moment]]] = {
    "en": dates_en.moments, "zh": dates_zh.moments, "ru": dates_ru.moments,
}  # fmt: skip
CLOCKS = {"en": clock_en.ENGLISH, "zh": clock_zh.CHINESE, "ru": clock_ru.RUSSIAN}


@dataclass(slots=True, unsafe_hash=True)
class Date:
    """A date, range, duration or recurrence as written.

    `first` and `last` are ISO dates cut to their precision and both inclusive; equal for one date, and an empty one is
    an open end ("since 2015"). Where neither text nor reference tells the year they begin with `--` (`--06-22`); a
    relative date without a reference has neither. `inferred`: the year, or the day of a weekday, was worked out. A
    duration or recurrence has `amount` (plain decimal) and `unit` (`year`, `day` ...) and `iso` (P4D).

    `time` and `until` are hours of the day (HH:MM, seconds where written), `until` where a span of them is named. A day with
    an hour stays a `date` (over several days a `range`) whose `first` and `last` are days; hours alone are of kind `time` or
    `timerange`, without days. `iso` holds both: T07:30, 2016-11-07T19:30, T09:00/T17:00.
    """

    start: int
    end: int
    text: str
    kind: str  # date, range, duration, set, time, timerange
    first: str = ""
    last: str = ""
    inferred: bool = False
    modifier: str = ""  # before, after, since, until, early, mid, late, about
    amount: str = ""
    unit: str = ""
    bound: str = ""
    iso: str = ""
    time: str = ""
    until: str = ""


def find(text: str, lang: str, start: int = 0, end: int | None = None, ref: str = "") -> list[Date]:
    """The dates of `text[start:end]`, in order, without overlaps; offsets are into `text`.

    `ref` is the ISO date relative and partial dates are told against: the release date of the text.
    """
    stop = len(text) if end is None else min(end, len(text))
    grammar = grammar_of(lang)
    near = calendars.parse(ref) if ref else None
    made = list(_found(text, grammar, start, stop, near))
    _last[:] = [(text, start, stop, [(d.start, d.end) for d in made])]
    return made


@lru_cache(maxsize=64)
def _found(text: str, grammar: str, start: int, stop: int, near: date | None) -> tuple[Date, ...]:
    """Kept for a while: the grammars ask for one date as written again for each statement it dates."""
    return tuple(_made(text, moment, near) for moment in _moments(text, grammar, start, stop, near))


def _moments(text: str, grammar: str, start: int, stop: int, near: date | None) -> list[Moment]:
    language = CLOCKS[grammar]
    clocks = language.strong(text, start, stop)
    read = clock.masked(text, clocks, language.filler) if clocks else text
    found = joints.join(read, GRAMMARS[grammar](read, start, stop, near), grammar, start, stop, near)
    return clock.merge(text, found, clocks, language, near, (start, stop))


_last: list[tuple[str, int, int, list[tuple[int, int]]]] = []


def spans(text: str, lang: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where the dates of a window stand; taken from the last call of `find` if that was for the same window."""
    for known, left, right, found in _last:
        if left == start and right == stop and known is text:
            return found
    return [(d.start, d.end) for d in find(text, lang, start, stop)]


def _made(text: str, moment: Moment, near: date | None) -> Date:
    joints.solve(moment, near)
    if moment.late is not None:
        moment.last = _later(moment, near)
    kind = moment.kind
    if kind == "date" and moment.first != moment.last:
        kind = "range"
    return Date(
        moment.start, moment.end, text[moment.start : moment.end], kind, moment.first, moment.last, moment.inferred,
        moment.modifier, moment.amount, moment.unit, moment.bound, clock.iso(moment) if moment.time else _iso(moment),
        moment.time, moment.until,
    )  # fmt: skip


def _later(moment: Moment, near: date | None) -> str:
    """The last day of a span between two days with hours."""
    other = moment.late
    if other is None:
        return moment.last
    joints.share(moment, other)
    joints.solve(other, near)
    return other.last


LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}
MULTIPLES = {"decade": ("year", 10), "century": ("year", 100), "fortnight": ("week", 2), "quarter": ("month", 3),
             "half": ("month", 6)}  # fmt: skip


def _iso(moment: Moment) -> str:
    """The ISO 8601 duration of a duration or recurrence; empty for dates."""
    parts = moment.parts or (((moment.amount, moment.unit),) if moment.amount else ())
    day, clock = "", ""
    for amount, unit in parts:
        shown = amount
        if unit in MULTIPLES:
            unit, factor = MULTIPLES[unit]
            shown = format(float(amount) * factor, "g")
        if unit in ("hour", "minute", "second"):
            clock += shown + LETTERS[unit]
        elif unit in LETTERS:
            day += shown + LETTERS[unit]
        else:
            day += shown + {"weekend": "WE", "business day": "BD"}.get(unit, "")
    return f"P{day}{'T' + clock if clock else ''}" if day or clock else ""
