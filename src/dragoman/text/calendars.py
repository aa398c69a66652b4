"""Calendar arithmetic on ISO dates cut to their precision (2018, 2018-06, 2018-06-30), and what grammars find in a text."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta

MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # the first month, northern and meteorological


@dataclass(slots=True)
class Moment:
    """What a grammar reads at `text[start:end]`, not yet set into a year where the text names none."""

    start: int
    end: int
    kind: str = "date"  # date, range, duration, set, time, timerange
    y: int | None = None
    m: int | None = None
    d: int | None = None
    weekday: int | None = None  # 1 is Monday
    first: str = ""
    last: str = ""
    inferred: bool = False
    modifier: str = ""
    amount: str = ""
    unit: str = ""
    bound: str = ""
    parts: tuple[tuple[str, str], ...] = field(default=())  # (amount, unit) of a duration, largest first
    paired: bool = False  # both ends of the range are named
    impossible: bool = False  # the thirtieth of February
    time: str = ""  # HH:MM or HH:MM:SS
    until: str = ""  # where the hours end
    part: str = ""  # the part of the day it names: morning, afternoon, evening, night
    late: Moment | None = None  # the other day of a span between two days with hours

    @property
    def solved(self) -> bool:
        """Whether `first` or `last` is already told."""
        return bool(self.first or self.last)


def parse(ref: str) -> date | None:
    """The day an ISO date or time begins with; None where it names no day."""
    try:
        return date.fromisoformat(ref[:10])
    except ValueError:
        return None


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """An ISO date cut to what is known."""
    if month is None:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"


def valid(year: int | None, month: int, day: int) -> bool:
    """Whether the month has that day; without a year, whether it ever has."""
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= calendar.monthrange(2000 if year is None else year, month)[1]


def bounds(cut: str) -> tuple[date, date]:
    """The first and the last day of a cut ISO date."""
    numbers = [int(part) for part in cut.split("-")]
    year, month, day = max(numbers[0], 1), *[*numbers[1:], 0, 0][:2]  # the first century is told from a year 0 that is none
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def add(day: date, count: int, unit: str) -> date:
    """The day `count` units later, the last of the month where that month is shorter."""
    if unit == "business day":
        return _add_business(day, count)
    if unit in DAYS_IN:
        return day + timedelta(days=count * DAYS_IN[unit])
    months = day.year * 12 + day.month - 1 + count * MONTHS_IN[unit]
    year, month = divmod(months, 12)
    year = min(max(year, 1), MAXYEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _add_business(day: date, count: int) -> date:
    step = 1 if count > 0 else -1
    left = abs(count)
    while left:
        day += timedelta(days=step)
        left -= day.weekday() < 5
    return day


def period(day: date, unit: str, offset: int) -> tuple[str, str]:
    """The calendar unit `offset` units after the one `day` lies in, as cut first and last dates."""
    if unit in ("day", "business day"):
        cut = add(day, offset, unit).isoformat()
        return cut, cut
    if unit in ("week", "weekend", "fortnight"):
        monday = day - timedelta(days=day.weekday()) + timedelta(days=offset * DAYS_IN[unit])
        begin = monday + timedelta(days=5) if unit == "weekend" else monday
        length = {"week": 6, "weekend": 1, "fortnight": 13}[unit]
        return begin.isoformat(), (begin + timedelta(days=length)).isoformat()
    size = MONTHS_IN[unit]
    index = (day.year * 12 + day.month - 1) // size + offset if size < 120 else day.year // (size // 12) + offset
    if size >= 120:
        years = size // 12
        return iso(index * years), iso(index * years + years - 1)
    year, month = divmod(index * size, 12)
    if unit == "year":
        return iso(year), iso(year)
    last_year, last_month = divmod(index * size + size - 1, 12)
    return iso(year, month + 1), iso(last_year, last_month + 1)


def weekday_in(day: date, weekday: int, weeks: int) -> date:
    """The weekday (1 is Monday) of the week `weeks` after that of `day`."""
    return day - timedelta(days=day.weekday()) + timedelta(days=weekday - 1 + 7 * weeks)


def nearest_weekday(day: date, weekday: int) -> date:
    """The nearest day of that name, the day itself included; at most three days away."""
    gap = (weekday - 1 - day.weekday()) % 7
    return day + timedelta(days=gap if gap <= 3 else gap - 7)


def nearest_year(month: int, day: int | None, near: date, weekday: int | None = None) -> int | None:
    """The year that brings a partial date nearest to `near`; with a weekday, the nearest year in which it fits."""
    reach = 8 if day == 29 and month == 2 else (6 if weekday else 1)
    best: tuple[int, int] | None = None
    for year in range(near.year - reach, near.year + reach + 1):
        if day is not None and not valid(year, month, day):
            continue
        if day is None:
            first, last = bounds(iso(year, month))
            away = 0 if first <= near <= last else min(abs((first - near).days), abs((last - near).days))
        else:
            there = date(year, month, day)
            if weekday and there.isoweekday() != weekday:
                continue
            away = abs((there - near).days)
        if best is None or away < best[0]:
            best = (away, year)
    return best[1] if best else None


def nth_weekday(first: date, last: date, weekday: int, nth: int) -> date | None:
    """The nth weekday between two days; -1 is the last."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    hits = [d for d in days if d.isoweekday() == weekday]
    try:
        return hits[nth - 1] if nth > 0 else hits[nth]
    except IndexError:
        return None


def nth_week(first: date, last: date, nth: int) -> tuple[str, str]:
    """The nth week (Monday to Sunday, with its Thursday in the span, as ISO 8601 counts) of a span; -1 is the last."""
    if nth > 0:
        thursday = first + timedelta(days=(3 - first.weekday()) % 7) + timedelta(days=7 * (nth - 1))
    else:
        thursday = last - timedelta(days=(last.weekday() - 3) % 7)
    monday = thursday - timedelta(days=3)
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def part_of(first: str, last: str, which: str) -> tuple[str, str]:
    """The early, middle or late third of a year, and what `half_of` says of a shorter span."""
    if len(first) == 4 and first == last:
        months = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}[which]
        return f"{first}-{months[0]}", f"{first}-{months[1]}"
    return half_of(first, last, which)


def half_of(first: str, last: str, which: str) -> tuple[str, str]:
    """The early or late half, or the middle third of a month (half of the rest), of a span."""
    left, right = bounds(first)[0], bounds(last)[1]
    days = (right - left).days + 1
    months = (right.year - left.year) * 12 + right.month - left.month + 1
    if days > 31 and months % 2 == 0:
        middle = add(left, months // 2, "month")
        early = (left.isoformat()[:7], (middle - timedelta(days=1)).isoformat()[:7])
        late = (middle.isoformat()[:7], right.isoformat()[:7])
        centre = (add(left, months // 4, "month").isoformat()[:7], add(left, months - months // 4 - 1, "month").isoformat()[:7])
    else:
        half = 15 if days > 7 else 3
        early = (left.isoformat(), (left + timedelta(days=half - 1)).isoformat())
        late = ((left + timedelta(days=half)).isoformat(), right.isoformat())
        centre = ((left + timedelta(days=9)).isoformat(), (left + timedelta(days=19)).isoformat()) if days > 7 else early
    return {"early": early, "late": late, "mid": centre}[which]
