"""Times of day: how the hours a grammar reads become clock times, and how they join the dates beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dragoman.text.calendars import Moment

HOUR, HALF, DAY = 3600, 43_200, 86_400  # seconds
NIGHT = 5 * HOUR  # "tonight at 3" is after midnight, "tonight at 7" before
LATE = ("afternoon", "evening", "night")
OPEN = ("before", "after", "since", "until")


@dataclass(slots=True)
class Hand:
    """One time as written: seconds after midnight, and whether it is told which half of the day is meant."""

    seconds: int
    told: bool = False

    def put(self, part: str) -> None:
        """Move it into the part of the day named beside it."""
        if self.told or not part:
            return
        if part in LATE and self.seconds < HALF and (part != "night" or self.seconds > NIGHT):
            self.seconds += HALF
        elif part in ("night", "morning") and HALF <= self.seconds < HALF + HOUR:
            self.seconds -= HALF
        self.told = True


@dataclass(slots=True)
class Clock:
    """A time or a span of hours at `text[start:end]`; `strong` where its own words tell it from a bare number."""

    start: int
    end: int
    left: Hand
    right: Hand | None = None
    modifier: str = ""  # before, after, since, until, about
    strong: bool = True
    lead: str = ""

    def part(self, name: str) -> None:
        """Tell both ends the part of the day that stands beside them."""
        for hand in (self.left, self.right):
            if hand is not None:
                hand.put(name)

    def ends(self) -> tuple[str, str]:
        """The ends as HH:MM (:SS where written), the second empty for one time; each tells the other its half of the day."""
        left, right = self.left, self.right
        if right is None:
            return shown(left.seconds), ""
        both = right.told and not left.told and left.seconds < HALF <= right.seconds
        if both and left.seconds + HALF < right.seconds:
            left.seconds += HALF
        if not right.told and right.seconds <= left.seconds < right.seconds + HALF < DAY:
            right.seconds += HALF
        return shown(left.seconds), shown(right.seconds)


def shown(seconds: int) -> str:
    """Seconds after midnight as HH:MM, with :SS where there are any."""
    minutes, rest = divmod(seconds % DAY, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{rest:02d}" if rest else "")


@dataclass(frozen=True, slots=True)
class Language:
    """What a language says around hours and days."""

    strong: Callable[[str, int, int], list[Clock]]
    weak_after: Callable[[str, Moment, int], Clock | None]  # a bare hour right of a date
    weak_before: Callable[[str, Moment, int], Clock | None]
    dated: Callable[[str, int, int, date | None], list[Moment]]  # "tonight": a day only beside an hour
    after: re.Pattern[str]  # between a date and its hour; group `part`: a part of the day
    before: re.Pattern[str]  # between an hour and its date
    trailing: re.Pattern[str]  # a part of the day behind both
    part: re.Pattern[str]  # a part of the day that ends the words of a date: last night
    filler: str  # closes a phrase for the grammar of dates, one code point


def masked(text: str, clocks: list[Clock], filler: str) -> str:
    """The text with its clock times blanked, so that no date is read into them."""
    for clock in clocks:
        text = text[: clock.start] + filler * (clock.end - clock.start) + text[clock.end :]
    return text


def merge(
    text: str, moments: list[Moment], clocks: list[Clock], language: Language, near: date | None, window: tuple[int, int]
) -> list[Moment]:
    """Put every hour to the date it stands beside; hours on their own become moments of kind `time` or `timerange`."""
    start, stop = window
    days = [m for m in moments if _takes(m)]
    days += [m for m in language.dated(text, start, stop, near) if not any(_overlap(m, d) for d in moments)]
    clocks = [*clocks, *_weak(text, days, clocks, language, window)]
    if not clocks:
        return moments
    left = [m for m in moments if not any(_overlap(m, c) for c in clocks)]
    days = [d for d in days if not any(_overlap(d, c) for c in clocks)]
    made: list[Moment] = []
    for clock in sorted(clocks, key=lambda c: c.start):
        day = _beside(text, clock, days, language)
        if day is None:
            made.append(_alone(clock))
            continue
        days = [d for d in days if d is not day]
        left = [m for m in left if m is not day]
        made.append(_dated(text, clock, day, language, stop))
        left = [m for m in left if not _year_behind(text, made[-1], m)]
    made = [m for n, m in enumerate(made) if n == 0 or not _paired(text, made[n - 1], m)]
    return sorted([*left, *(_opened(text, m, start) for m in made)], key=lambda m: m.start)


def _takes(moment: Moment) -> bool:
    """Whether it is one day or a recurrence, to which an hour can belong."""
    if moment.kind == "set":
        return True
    one = moment.first == moment.last and (len(moment.first) == 10 or (not moment.first and not moment.m))
    return moment.kind == "date" and (one or moment.d is not None or moment.weekday is not None)


def _overlap(left: Moment | Clock, right: Moment | Clock) -> bool:
    return left.start < right.end and right.start < left.end


def _weak(text: str, days: list[Moment], clocks: list[Clock], language: Language, window: tuple[int, int]) -> list[Clock]:
    found: list[Clock] = []
    for day in days:
        for clock in (language.weak_after(text, day, window[1]), language.weak_before(text, day, window[0])):
            if clock is not None and not any(_overlap(clock, c) for c in (*clocks, *found)):
                found.append(clock)
    return found


def _beside(text: str, clock: Clock, days: list[Moment], language: Language) -> Moment | None:
    """The day right before an hour, else the one right behind it."""
    for day in days:
        if day.end <= clock.start <= day.end + 40:
            gap = language.after.fullmatch(text, day.end, clock.start)
            if gap:
                clock.part(gap["part"] or "")
                return day
    for day in days:
        if clock.end <= day.start <= clock.end + 12 and language.before.fullmatch(text, clock.end, day.start):
            return day
    return None


def _alone(clock: Clock) -> Moment:
    time, until = clock.ends()
    kind = "timerange" if until or clock.modifier in OPEN else "time"
    return Moment(clock.start, clock.end, kind, modifier=clock.modifier, time=time, until=until)


def _dated(text: str, clock: Clock, day: Moment, language: Language, stop: int) -> Moment:
    behind = language.trailing.match(text, max(clock.end, day.end), stop)
    clock.part(behind["part"] if behind else "")
    named = language.part.search(text, day.start, day.end)
    clock.part(day.part or (named["part"] if named else ""))
    day.start, day.end = min(day.start, clock.start), behind.end() if behind else max(day.end, clock.end)
    day.time, day.until = clock.ends()
    day.modifier = clock.modifier or day.modifier
    return day


AND = re.compile(r"\s*[和与與]\s*")
FROM = re.compile(r"(?:\bfrom\s+|从|自|(?<![а-яё])со?\s+)$", re.IGNORECASE)


def _opened(text: str, moment: Moment, floor: int) -> Moment:
    """Take in the word that opens a span between two hours."""
    spans = moment.until and moment.kind in ("date", "range")
    opener = FROM.search(text, max(floor, moment.start - 6), moment.start) if spans else None
    moment.start = opener.start() if opener else moment.start
    return moment


def _year_behind(text: str, day: Moment, year: Moment) -> bool:
    """Take in the year behind the hour, as time stamps of mails and logs have it: Oct 26 15:50:06 2016."""
    if year.start != day.end + 1 or not re.fullmatch(r"(?:19|20)\d\d", text[year.start : year.end]) or not day.m or day.y:
        return False
    day.y, day.end, day.first, day.last = int(text[year.start : year.end]), year.end, "", ""
    return True


PAIR = re.compile(r"\s*(?:-|–|—|至|到|to|until|по|до)\s*(?:the\s+)?", re.IGNORECASE)


def _paired(text: str, left: Moment, right: Moment) -> bool:
    """Join two days with hours into one span ("from 9 June 10:00 to 11 June 18:00"); the left one takes the right in."""
    if left.until or right.until or not left.time or not right.time or left.kind in ("time", "set", "timerange"):
        return False
    between = text.startswith(("之间", "之間"), right.end) and AND.fullmatch(text, left.end, right.start)
    if right.kind != "date" or not (between or PAIR.fullmatch(text, left.end, right.start)):
        return False
    left.end, left.until, left.late = right.end + (2 if between else 0), right.time, right
    return True


def iso(moment: Moment) -> str:
    """ISO 8601 of a time or a day with a time: `T07:30`, `2016-11-07T19:30`, an interval with `/`, open at one end."""
    first, last = (moment.first, moment.last) if moment.kind not in ("time", "timerange") else ("", "")
    left = f"{first}T{moment.time}"
    if moment.until:
        return f"{left}/{last}T{moment.until}"
    if moment.modifier in ("before", "until"):
        return f"/{left}"
    return f"{left}/" if moment.modifier in ("after", "since") else left
