"""English days and spans told from the reference day or from their place in a longer one: last year, the first week of July."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dragoman.text import calendars
from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_en_words import (
    DTH,
    OFFSETS,
    REL,
    SEASON,
    SEASON_NAMES,
    UNIT,
    UNITS,
    WD,
    D,
    M,
    N,
    Y,
    amount,
    month,
    small,
    weekday,
    year,
)  # fmt: skip

Handler = Callable[[re.Match[str], date | None], Moment | None]
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
NTH = r"(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|final|\d\d?(?:st|nd|rd|th)|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"


def offset_of(words: str | None) -> int:
    """Whether words such as "last" point back (-1), forward (1) or at the present (0)."""
    return OFFSETS.get(re.sub(r"\s+", " ", (words or "this").strip().lower()).removeprefix("on "), 0)


def unit_of(words: str) -> str:
    """The unit a word names, plural or not."""
    bare = re.sub(r"\s+", " ", words.strip().lower()).rstrip(".")
    for form in (bare, bare.removesuffix("s"), bare.removesuffix("ies") + "y"):
        if form in UNITS:
            return UNITS[form]
    return bare


def told(match: re.Match[str], first: str, last: str, kind: str = "", inferred: bool = False) -> Moment:
    """What a match says, solved."""
    kind = kind or ("date" if first == last else "range")
    return Moment(match.start(), match.end(), kind, first=first, last=last, inferred=inferred)


def unknown(match: re.Match[str], kind: str = "date") -> Moment:
    """A relative date without a reference day: where it stands, and nothing more."""
    return Moment(match.start(), match.end(), kind)


def _relative_day(match: re.Match[str], near: date | None) -> Moment | None:
    word = re.sub(r"\s+", " ", match[0].lower())
    if near is None:
        return unknown(match)
    shift = 2 if "after tomorrow" in word else -2 if "before yesterday" in word else 0
    shift = shift or (
        1
        if word.startswith(("tom", "tmr", "the next", "the following"))
        else -1
        if word.startswith(("yest", "the previous", "the day before"))
        else 1
        if word.startswith("the day after")
        else 0
    )
    cut = (near + timedelta(days=shift)).isoformat()
    return told(match, cut, cut)


def _relative_unit(match: re.Match[str], near: date | None) -> Moment | None:
    """This year, last month, the coming weekend."""
    unit = unit_of(match["u"])
    rel = match["rel"]
    if match["u"].lower().endswith("s") and unit != "century":
        return None
    if near is None:
        return unknown(match)
    return told(match, *calendars.period(near, unit, offset_of(rel)))


def _relative_month(match: re.Match[str], near: date | None) -> Moment | None:
    """This September, last May, May last year, the April of next year."""
    if near is None:
        return Moment(match.start(), match.end(), m=month(match["m"]))
    offset = offset_of(match["rel"])
    number = month(match["m"])
    if number == 5 and match["m"][0].islower() and re.match(r"\s+[a-z]", match.string[match.end() :]):
        return None  # the verb
    value = near.year + offset
    groups = match.groupdict()
    if groups.get("u") is None and offset > 0 and number > near.month:
        value = near.year
    if groups.get("u") is None and offset < 0 and number < near.month:
        value = near.year
    day = small(groups["d"]) if groups.get("d") else None
    return Moment(match.start(), match.end(), y=value, m=number, d=day)


def _relative_weekday(match: re.Match[str], near: date | None) -> Moment | None:
    """Last Wednesday, Tuesday of next week: the weekday of that week; coming and past: the nearest of them."""
    if near is None:
        return unknown(match)
    number = weekday(match["wd"])
    rel = re.sub(r"\s+", " ", match["rel"].lower())
    there = calendars.weekday_in(near, number, offset_of(rel))
    if rel in ("this past", "past") and match.groupdict().get("u") is None:
        there = near - timedelta(days=(near.isoweekday() - number - 1) % 7 + 1)
    elif rel in ("coming", "upcoming", "this coming", "this upcoming"):
        there = near + timedelta(days=(number - near.isoweekday() - 1) % 7 + 1)
    return told(match, there.isoformat(), there.isoformat())


def _counted(match: re.Match[str], near: date | None) -> Moment | None:
    """The next three days, the last five years."""
    if near is None:
        return unknown(match, "range")
    unit, count = unit_of(match["u"]), float(amount(match["n"]))
    if count != int(count) or unit == "weekend":
        return None
    offset = offset_of(match["rel"])
    if match["u"].lower()[-1] != "s" and count > 1:
        return None
    if unit in ("quarter", "decade", "century"):
        ends = (1, int(count)) if offset >= 0 else (-int(count), -1)
        return told(match, calendars.period(near, unit, ends[0])[0], calendars.period(near, unit, ends[1])[1], "range")
    if offset >= 0:
        first = calendars.add(near, 1, "day")
        last = (
            calendars.add(near, int(count), unit)
            if unit == "business day"
            else calendars.add(first, int(count), unit) - timedelta(days=1)
        )
    else:
        first, last = calendars.add(near, -int(count), unit), near
    return told(match, first.isoformat(), last.isoformat(), "range")


def _within(match: re.Match[str], near: date | None) -> Moment | None:
    if near is None:
        return unknown(match, "range")
    last = calendars.add(near, int(float(amount(match["n"]))), unit_of(match["u"]))
    return told(match, near.isoformat(), last.isoformat(), "range")


def _away(match: re.Match[str], near: date | None) -> Moment | None:
    """Five years ago, in two months, three weeks later."""
    sign = -1 if match["way"].lower() in ("ago", "earlier", "back") else 1
    if near is None:
        return unknown(match)
    there = near
    for n, u in pairs(match["span"]):
        if "." in n:
            return None
        there = calendars.add(there, sign * int(n), u)
    loose = match["way"].lower() in ("later", "earlier")  # counted from another day of the story as often as from today
    return told(match, there.isoformat(), there.isoformat(), inferred=loose)


PAIR = re.compile(rf"({N})\s*-?\s*({UNIT})", re.IGNORECASE)


def pairs(span: str) -> list[tuple[str, str]]:
    """The (amount, unit) pairs of a span of time."""
    return [(amount(m[1]), unit_of(m[2])) for m in PAIR.finditer(span)]


def _quarter(match: re.Match[str], near: date | None) -> Moment | None:
    """Q3 2018, the first half of last year."""
    groups = match.groupdict()
    size = 6 if (groups.get("h") or "q").lower().startswith("h") else 3
    number = small(groups["n"])
    if number is None or number > 12 // size:
        return None
    inferred = False
    if groups.get("y"):
        value = year(groups["y"])
    elif near is not None:
        value, inferred = near.year + (offset_of(groups["rel"]) if groups.get("rel") else 0), not groups.get("rel")
    else:
        return unknown(match, "range")
    if value is None:
        return None
    first = (number - 1) * size + 1
    return told(match, calendars.iso(value, first), calendars.iso(value, first + size - 1), "range", inferred)


def _decade(match: re.Match[str], near: date | None) -> Moment | None:
    raw = match["dec"].lower()
    if raw in DECADES:
        begin, inferred = 1900 + DECADES[raw], True
    elif len(raw) == 4:
        begin, inferred = int(raw), False
    else:
        begin, inferred = 1900 + int(raw), True
    return told(match, f"{begin:04d}", f"{begin + 9:04d}", "range", inferred) if begin % 10 == 0 else None


def _century(match: re.Match[str], near: date | None) -> Moment | None:
    number = small(match["n"])
    if not number:
        return None
    return told(match, f"{(number - 1) * 100:04d}", f"{number * 100 - 1:04d}", "range")


def _season(match: re.Match[str], near: date | None) -> Moment | None:
    groups = match.groupdict()
    if groups.get("y"):
        value = year(groups["y"])
    elif groups.get("rel") and near is not None:
        value = near.year + offset_of(groups["rel"])
    else:
        return None
    if value is None:
        return None
    begin = calendars.SEASONS[SEASON_NAMES[groups["s"].lower()]]
    last = calendars.add(date(value, begin, 1), 2, "month")
    return told(match, calendars.iso(value, begin), last.isoformat()[:7], "range", True)


def _fiscal(match: re.Match[str], near: date | None) -> Moment | None:
    """A fiscal or school year: when it begins differs, so its span is left open."""
    return Moment(match.start(), match.end(), "range")


def _part_of(match: re.Match[str], near: date | None) -> Moment | None:
    """Earlier this year, later this week, end of month, the year to date."""
    word = match["part"].lower()
    unit = unit_of(match["u"])
    if near is None:
        return unknown(match, "range")
    first, last = calendars.period(near, unit, offset_of(match.groupdict().get("rel")))
    if "date" in word or word.startswith("so far"):
        return told(match, calendars.bounds(first)[0].isoformat(), near.isoformat(), "range")
    which = "early" if word.startswith(("early", "earlier", "begin", "start")) else "mid" if word.startswith("mid") else "late"
    first, last = calendars.half_of(first, last, which)
    if word == "earlier" and near.isoformat() < calendars.bounds(last)[1].isoformat():
        last = near.isoformat()
    if word == "later" and near.isoformat() > calendars.bounds(first)[0].isoformat():
        first = near.isoformat()
    made = told(match, first, last, "range")
    made.modifier = which
    return made


def _end_of(match: re.Match[str], near: date | None) -> Moment | None:
    unit = {"y": "year", "m": "month"}[match["u"].lower()]
    return told(match, *calendars.half_of(*calendars.period(near, unit, 0), "late"), "range") if near else None


def _after_next(match: re.Match[str], near: date | None) -> Moment | None:
    return told(match, *calendars.period(near, unit_of(match["u"]), 2)) if near else unknown(match)


def _day_of_month(match: re.Match[str], near: date | None) -> Moment | None:
    day = small(match["d"])
    if near is None or day is None:
        return None
    there = calendars.add(near.replace(day=1), offset_of(match["rel"]), "month")
    return Moment(match.start(), match.end(), y=there.year, m=there.month, d=day)


def _weekend(match: re.Match[str], near: date | None) -> Moment | None:
    return told(match, *calendars.period(near, "weekend", 0), "range") if near else unknown(match, "range")


SPAN = rf"{N}\s+{UNIT}(?:\s+(?:and\s+)?{N}\s+{UNIT})*"
SPAN_RULES: list[tuple[str, str, Handler]] = [
    ("r", r"(?:the\s+)?day\s+(?:after\s+tomorrow|before\s+yesterday)|today|tomorrow|tmrw?|yesterday", _relative_day),
    ("r", r"the\s+(?:next|following|previous)\s+day", _relative_day),
    ("r", r"the\s+day\s+(?:before|after)(?=\s*(?:$|[.,;!?]))", _relative_day),
    ("r", r"(?P<part>eo)(?P<u>y|m)", _end_of),
    ("r", r"the\s+(?P<u>week|month|year)\s+after\s+next", _after_next),
    ("rnd", rf"the\s+(?P<d>{D})\s+day\s+of\s+(?:the|(?P<rel>{REL}))\s+month", _day_of_month),
    ("r", rf"(?P<rel>{REL})\s+(?:(?:business|working|calendar)\s+)?(?P<u>{UNIT})", _relative_unit),
    ("r", rf"(?:the\s+)?(?P<rel>{REL})\s+(?P<m>{M})(?:\s+(?P<d>{DTH}))?", _relative_month),
    ("m", rf"(?P<m>{M})\s+(?:of\s+)?(?P<rel>{REL})\s+(?P<u>year)", _relative_month),
    ("rdn", rf"(?:the\s+)?(?P<d>{D})\s*(?:of\s+)?(?P<m>{M}),?\s+(?P<rel>{REL})\s+(?P<u>year)", _relative_month),
    ("m", rf"(?P<m>{M})\s+(?P<d>{D}),?\s+(?:of\s+)?(?P<rel>{REL})\s+(?P<u>year)", _relative_month),
    ("r", rf"(?P<rel>{REL})\s+(?P<wd>{WD})", _relative_weekday),
    ("r", rf"(?P<rel>{REL})\s+(?P<u>week)\s*(?:-\s*|'s\s+)?(?:on\s+)?(?P<wd>{WD})", _relative_weekday),
    ("wr", rf"(?P<wd>{WD})\s+(?:of\s+)?(?:the\s+)?(?P<rel>{REL})\s+(?P<u>week)", _relative_weekday),
    ("r", rf"(?P<rel>{REL})\s+(?P<n>{N})\s+(?P<u>{UNIT})", _counted),
    ("dyn", rf"(?P<n>{N})\s+(?P<rel>upcoming|coming|next|past|last|previous|following)\s+(?P<u>{UNIT})", _counted),
    ("p", rf"within\s+(?:the\s+)?(?:next\s+|coming\s+)?(?P<n>{N})\s+(?P<u>{UNIT})", _within),
    ("dyna", rf"(?P<span>{SPAN})\s+(?P<way>ago|earlier|later|back)", _away),
    ("p", rf"in\s+(?P<span>{SPAN})(?P<way>'?\s+time|)(?!\s+(?:from|since|after|before)\b)", _away),
    ("ry", r"(?:the\s+)?(?P<y>(?:19|20)\d\d)[\s-]*(?P<h>[qh])(?P<n>[1-4])(?!\d)", _quarter),
    ("r", rf"(?P<h>[qh])(?P<n>[1-4])(?:[\s,-]*(?:of\s+)?(?:(?P<y>{Y})|(?P<rel>{REL})\s+year))?", _quarter),
    ("d", r"(?P<n>[1-4])(?P<h>[qh])\s?(?P<y>(?:19|20)\d\d)", _quarter),
    ("rnd", rf"(?:the\s+)?(?P<n>{NTH})\s+(?P<h>quarter|half)\s+(?:of\s+)?(?:the\s+year\s*|(?P<y>{Y})|(?P<rel>{REL})\s+year)", _quarter),
    ("r", rf"(?P<rel>{REL})\s+year(?:'s|\u2019s)\s+(?P<n>{NTH})\s+(?P<h>quarter|half)", _quarter),
    ("rn", rf"(?:the\s+)?(?P<n>{NTH})\s+(?P<h>quarter|half)", _quarter),
    ("dyr", r"(?:the\s+)?'?(?P<dec>(?:1[5-9]|20)\d0|[2-9]0)(?:'|\u2019)?\s?s", _decade),
    ("r", rf"(?:the\s+)?(?P<dec>{'|'.join(DECADES)})", _decade),
    ("dnr", rf"(?P<n>{DTH})[\s-]+century", _century),
    ("sr", rf"(?:(?:the\s+)?(?P<rel>{REL})\s+)?(?P<s>{SEASON})(?:\s+of)?(?:,?\s+(?P<y>{Y}))?", _season),
    ("r", rf"(?:(?P<rel>{REL})\s+)?(?:fiscal|school|financial|academic)\s+year(?:\s+(?P<y>{Y}))?|(?:fy|sy)\s?'?\d{{2,4}}", _fiscal),
    ("r", rf"(?P<part>early|earlier|later?|mid)\s+(?:in\s+)?(?P<rel>{REL}|the)\s+(?P<u>week|month|year|quarter)", _part_of),
    ("r", rf"(?P<part>end|beginning|start|middle)\s+of\s+(?:(?P<rel>{REL}|the)\s+)?(?P<u>week|month|year|quarter)", _part_of),
    ("r", r"(?P<u>year|month|quarter)\s+(?P<part>to\s+date)", _part_of),
    ("r", r"(?:the\s+)?weekend", _weekend),
]  # fmt: skip
