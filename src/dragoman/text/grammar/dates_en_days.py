"""English days, months and years, absolute or partial: each rule is its openers, a pattern and what the match says."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dragoman.text import calendars
from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_en_words import DN, DTH, DW, WD, Y2, YN, YW, D, M, Y, month, small, weekday, year
from dragoman.text.grammar.joints import solve, spanned

Handler = Callable[[re.Match[str], date | None], Moment | None]
SEP = r"\s*,?\s*(?:of\s+|in\s+)?"
WDP = rf"(?:(?P<rel0>this|next|last)\s+)?(?:(?P<wd>{WD})[\s,(-]+)?"
# What may follow a bare four-digit year: the end of a phrase or a word that goes on with something else.
AFTER_YEAR = (
    r"(?=\s*(?:$|[.,;:!?)\]\"'”’]|-(?!\d)|\band\b|\bor\b|\bto\b|\bin\b|\bthe\b|\bwas\b|\bwere\b|\bis\b|\bwhen\b|\bwith\b|\bfor\b|\bas\b|\bby\b|"
    r"\bat\b|\bof\b|\bon\b|\bwhich\b|\bthat\b|\bwho\b|\bbut\b|\bhas\b|\bhad\b|\bhave\b|\bwill\b|\bthrough\b|\buntil\b|\btill\b|\bare\b|"
    r"\bunder\b|\bfrom\b|\bafter\b|\bbefore\b|\ba\b|\ban\b|\bit\b|\bwe\b|\bhe\b|\bthey\b|\bno\b|\bnot\b|(?-i:[A-Z])|[~–—]))"
)
BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|before|after|year|years|during|through|to|between|and|early|late|mid|than|into|for|the|its|"
    r"on|around|about|circa|as|this|or|not|at|is|was|are)[\s-]+|(?<![\d\s])[-–~]\s*|[(,=]\s*|^\s*|[.;:]\s+)$", re.IGNORECASE)  # fmt: skip
NO_YEAR = re.compile(
    r"(?:\b(?:than|over|nearly|about|some|almost|least|to|around|No\.)\s+|[#$€£¥№]\s?|[A-Za-z]-|\d[,.]|[=/])$", re.IGNORECASE
)
YEAR_TO = re.compile(
    r"\b(?:year|later|earlier)\s+(?:\w+\s+){0,2}than\s$|\b(?:19|20)\d\d\s+to\s$|\bfrom\s.*to\s$", re.IGNORECASE
)
WD_LEAD = re.compile(r"\b(?:on|this|next|last|by|until)\s+$", re.IGNORECASE)
IN_MONTH = re.compile(
    r"\b(?:in|of|since|by|until|till|from|mid|early|late|before|after|through|to|this|next|last|during|between|and|for|end|the)[\s-]+$",
    re.IGNORECASE)  # fmt: skip
RANGE_MONTH = re.compile(rf"\s*(?:-|–|to|through|until)\s*{M}", re.IGNORECASE)
RANGE_BEFORE = re.compile(rf"{M}\s*(?:-|–|to|through|until)\s*$", re.IGNORECASE)
VERBS = frozenset(["may", "march", "mar", "sun", "sat", "wed", "mon", "fri", "jan", "dec"])


def _wd(match: re.Match[str]) -> int | None:
    """The weekday named with a date, unless "this" or "next" already tells which date is meant."""
    found = match.groupdict().get("wd")
    return weekday(found) if found and not match.groupdict().get("rel0") else None


def _told_year(match: re.Match[str], when: int | None, near: date | None) -> int | None:
    """The year a date is in: named, or told by "next" and "last" before a date without a weekday."""
    groups = match.groupdict()
    if when is None and near is not None and groups.get("rel0") and not groups.get("wd"):
        return near.year + {"this": 0, "next": 1, "last": -1}[groups["rel0"].lower()]
    return when


def _full(match: re.Match[str], near: date | None) -> Moment | None:
    """Month and day with or without a year and a weekday."""
    groups = match.groupdict()
    day = small(groups["d"])
    raw = groups.get("y") or groups.get("y2") or groups.get("y4")
    when = year(raw, near.year if near else 2000) if raw else None
    if day is None or not 1 <= day <= 31 or (raw and when is None):
        return None
    if groups["d"][0].isalpha() and "," in match.string[match.end("m") : match.start("d")]:
        return None  # in May, third quarter
    if match.string[match.start("m") : match.end("m")].lower().rstrip(".") in ("may", "march", "mar") and not _proper(match):
        return None
    return Moment(match.start(), match.end(), y=_told_year(match, when, near), m=month(groups["m"]), d=day, weekday=_wd(match))


def _proper(match: re.Match[str]) -> bool:
    """Whether "may" or "march" is the month: beside digits or an ordinal, or written with a capital."""
    day, name = match["d"], match["m"]
    return (
        day[0].isdigit()
        or name[0].isupper()
        or day.lower().endswith(("st", "nd", "rd", "th", "first", "second", "third"))
        or " " in day
    )


def _numeric(order: str) -> Handler:
    def handler(match: re.Match[str], near: date | None) -> Moment | None:
        values = dict(zip(order, (match["a"], match["b"], match.groupdict().get("c")), strict=True))
        raw = values.get("y")
        when = year(raw, near.year if near else 2000) if raw else None
        m, d = int(values["m"] or 0), int(values["d"] or 0)
        if m > 12 >= d:
            m, d = d, m
        if not (1 <= m <= 12 and 1 <= d <= 31) or (raw and when is None):
            return None
        return Moment(match.start(), match.end(), y=_told_year(match, when, near), m=m, d=d, weekday=_wd(match))

    return handler


def _short(match: re.Match[str], near: date | None) -> Moment | None:
    """`7/6` and, after a weekday, `7.6` or `7-6`."""
    text = match.string
    led = match.groupdict().get("wd") or match.groupdict().get("rel0")
    if not led and (match["s"] != "/" or text[max(0, match.start() - 1) : match.start()] in ("/", ".", "-", "–")):
        return None
    if text[match.end() : match.end() + 1] in ("/", "%") or (not led and _ratio(match)):
        return None
    made = _numeric("mdy")(match, near)
    if made and match["s"] == "-" and led and near is not None and not _that_day(made, match, near):
        return None  # Monday 3-8: hours
    return made


def _that_day(moment: Moment, match: re.Match[str], near: date) -> bool:
    """Whether the weekday before month and day is theirs in the year that brings them nearest to the reference."""
    named, month_of, day = match.groupdict().get("wd"), moment.m or 1, moment.d or 1
    nearest = calendars.nearest_year(month_of, day, near)
    return named is None or nearest is None or date(nearest, month_of, day).isoweekday() == weekday(named)


def _ratio(match: re.Match[str]) -> bool:
    """Whether `3/4` stands for a share: the word before it calls for no day."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    told = re.search(
        r"(?:\b(?:on|by|until|till|from|since|before|after|this|next|last|or|and|between|to|back)\s+|[,(?-]\s*|^)$",
        before,
        re.IGNORECASE,
    )
    return told is None


def _month_year(match: re.Match[str], near: date | None) -> Moment | None:
    raw = match.groupdict().get("y") or match.groupdict().get("y2")
    when = year(raw, near.year if near else 2000) if raw else None
    return Moment(match.start(), match.end(), y=when, m=month(match["m"]))


def _bare_month(match: re.Match[str], _: date | None) -> Moment | None:
    name = match["m"]
    before = match.string[max(0, match.start() - 12) : match.start()]
    after = RANGE_MONTH.match(match.string, match.end())
    if name.lower().rstrip(".") in VERBS and not after and not RANGE_BEFORE.search(before):
        led = IN_MONTH.search(before)
        if led is None or (led[0].strip(" -").lower() in ("to", "and", "the") and not name[0].isupper()):
            return None
        if name.lower() in ("march", "may") and not name[0].isupper() and re.match(r"\s+[a-z]", match.string[match.end() :]):
            return None
    end = match.end() - (name.endswith("."))
    return Moment(match.start(), end, m=month(name))


def _iso_month(match: re.Match[str], _: date | None) -> Moment | None:
    m = int(match["mm"])
    return Moment(match.start(), match.end(), y=int(match["y"]), m=m) if 1 <= m <= 12 else None


def _year(match: re.Match[str], _: date | None) -> Moment | None:
    value = year(match["y"])
    if value is None:
        return None
    before = match.string[max(0, match.start() - 12) : match.start()]
    spelled = match.groupdict().get("lead") is not None
    word = not match["y"][0].isdigit()
    barred = NO_YEAR.search(before) and not re.search(r"\b(?:from|later|earlier)\b", before, re.IGNORECASE)
    if (
        not spelled
        and not word
        and (barred or not 1500 <= value < 2150)
        and not YEAR_TO.search(match.string, max(0, match.start() - 28), match.start())
    ):
        return None
    if not spelled and not BEFORE_YEAR.search(before):
        return None
    return Moment(match.start(), match.end(), y=value)


def _years(match: re.Match[str], near: date | None) -> Moment | None:
    """2014-2018 and 2017/18."""
    left = year(match["y"])
    raw = match["z"]
    right = int(raw) if len(raw) == 4 else (left // 100 * 100 + int(raw) if left else None)
    if left is None or right is None or not left < right < 2200 or (len(raw) == 2 and right - left > 10):
        return None
    if re.search(r"[\d+][\s-]$", match.string[max(0, match.start() - 2) : match.start()]):
        return None
    return Moment(match.start(), match.end(), "range", first=f"{left:04d}", last=f"{right:04d}", paired=True)


def _days(match: re.Match[str], near: date | None) -> Moment | None:
    """Two days of one month: 16-21 November 2017, June 22 to 25."""
    groups = match.groupdict()
    left, right = small(groups["d"]), small(groups["e"])
    raw = groups.get("y")
    when = year(raw) if raw else None
    if left is None or right is None or not 1 <= left < right <= 31:
        return None
    ends = [Moment(match.start(), match.end(), y=when, m=month(groups["m"]), d=day) for day in (left, right)]
    return _between(ends[0], ends[1], near)


def _between(left: Moment, right: Moment, near: date | None) -> Moment | None:
    solve(left, near)
    if left.first[:4].isdigit():
        right.y = int(left.first[:4])
    solve(right, near)
    if not left.first or not right.first:
        return None
    return Moment(left.start, left.end, "range", first=left.first, last=right.last, inferred=left.inferred, paired=True)


def _weekday(match: re.Match[str], _: date | None) -> Moment | None:
    name = match["wd"]
    short = len(name.rstrip(".")) < 4 and not (name[0].isupper() or name.lower() in ("tue", "thu"))
    if short and not WD_LEAD.search(match.string[max(0, match.start() - 8) : match.start()]):
        return None
    end = match.end() - name.endswith(".")
    day = match.groupdict().get("d")
    return Moment(match.start(), end, weekday=weekday(name), d=small(day) if day else None)


def _nth_day(match: re.Match[str], _: date | None) -> Moment | None:
    value = small(match["d"])
    if value is None or not 1 <= value <= 31:
        return None
    return Moment(match.start(), match.end(), d=value)


def _compact(match: re.Match[str], _: date | None) -> Moment | None:
    y, m, d = int(match["y"]), int(match["mm"]), int(match["dd"])
    return Moment(match.start(), match.end(), y=y, m=m, d=d) if 1 <= m <= 12 and 1 <= d <= 31 else None


def _numeric_range(match: re.Match[str], near: date | None) -> Moment | None:
    """10/1-11/7, 5/1-5/7/2020, 10/1/2018-10/7/2018."""
    ends = []
    raw = match["y2"] or match["y3"]
    for m, d, y in ((match["a"], match["b"], match["y"] or raw), (match["c"], match["d"], raw)):
        month_of, day = (int(m), int(d)) if int(m) <= 12 else (int(d), int(m))
        if not (1 <= month_of <= 12 and 1 <= day <= 31):
            return None
        ends.append(
            Moment(match.start(), match.end(), y=year(y, near.year if near else 2000) if y else None, m=month_of, d=day)
        )
    return spanned(ends[0], ends[1], match.start(), match.end(), near)


def _now(match: re.Match[str], near: date | None) -> Moment | None:
    cut = near.isoformat() if near else ""
    return Moment(match.start(), match.end(), "now", first=cut, last=cut)


TO = r"\s*(?:-|–|—|~|to|through|until|till|and)\s*"
DAY_RULES: list[tuple[str, str, Handler]] = [
    ("d", r"(?P<a>\d\d?)(?P<s>[/-])(?P<b>\d\d?)(?:(?P=s)(?P<y>(?:19|20)\d\d))?\s*(?:-|–|~|to)\s*(?P<c>\d\d?)(?P=s)(?P<d>\d\d?)(?:(?P=s)(?P<y2>(?:19|20)\d\d)|,\s?(?P<y3>(?:19|20)\d\d))?", _numeric_range),
    ("r", r"now", _now),
    ("mwr", rf"{WDP}(?P<m>{M})[\s/,-]*(?:the\s+)?(?P<d>{D})(?:{SEP}(?P<y>{Y})|,?\s+'(?P<y2>\d\d)|\s*[-/]\s*(?P<y4>{YN}))?", _full),
    ("mw", rf"{WDP}(?P<m>{M})\s+(?P<d>{DTH}|{DW})\s+(?P<y2>\d\d)(?![\d:])", _full),
    ("dnwr", rf"{WDP}(?:the\s+)?(?P<d>{D})(?:\s+day)?\s*(?:of\s+|-|/|\s|,\s)?\s*(?P<m>{M})(?:{SEP}(?P<y>{Y})|[-/](?P<y4>{YN})|(?:,?\s+|[-/]|\s+of\s+)'?(?P<y2>\d\d)(?![\d:]))?", _full),
    ("y", rf"(?P<y>{YN})[\s/-]+(?P<m>{M})[\s/-]+(?P<d>{DN})", _full),
    ("m", rf"(?P<m>{M})[/-](?P<y>{YN})[/-](?P<d>{DN})", _full),
    ("d", rf"(?P<d>{DN})[/-](?P<y>{YN})[/-](?P<m>{M})", _full),
    ("y", rf"(?P<y>{YN})[/-](?P<d>{DN})[/-](?P<m>{M})", _full),
    ("ywr", rf"{WDP}(?P<a>(?:1\d|20|21)\d\d)\s?(?P<s>[-/.])\s?(?P<b>\d\d?)\s?(?P=s)\s?(?P<c>\d\d?)(?!\d)", _numeric("ymd")),
    ("y", r"(?P<y>(?:19|20)\d\d)\s(?P<mm>1[0-2]|0\d)\s(?P<dd>[0-3]\d)(?!\d)", _compact),
    ("y", r"(?P<y>(?:19|20)\d\d)(?P<mm>1[0-2]|0[1-9])(?P<dd>0[1-9]|[12]\d|3[01])(?!\d)", _compact),
    ("dwr", rf"{WDP}(?P<a>\d\d?)(?P<s>[-/.])(?P<b>\d\d?)(?P=s)(?P<c>(?:1\d|20|21)\d\d|\d\d)(?!\d)(?![./-]\d)", _numeric("mdy")),
    ("dwr", rf"{WDP}(?P<a>\d\d?)\s?(?P<s>[-/.])\s?(?P<b>\d\d?)(?!\d)(?P<c>(?!))?(?!\s?[%/]|[.:,]\d)", _short),
    ("m", rf"(?P<m>{M})(?:\s*[,/-]?\s*(?:of\s+(?:the\s+year\s+)?|in\s+)?)(?P<y>{Y})", _month_year),
    ("m", rf"(?P<m>{M})\s*(?:of\s+|')(?P<y2>{Y2})", _month_year),
    ("y", rf"(?P<y>{YN})[\s,/-]+(?P<m>{M})", _month_year),
    ("y", r"(?P<y>(?:19|20)\d\d)[-/](?P<mm>1[0-2]|0?[1-9])(?![\d/-])", _iso_month),
    ("d", r"(?P<mm>1[0-2]|0?[1-9])[-/](?P<y>(?:19|20)\d\d)(?![\d/-])", _iso_month),
    ("m", rf"(?P<m>{M})", _bare_month),
    ("y", rf"(?P<y>{YN}){AFTER_YEAR}", _year),
    ("n", rf"(?P<y>{YW})", _year),
    ("r", rf"(?P<lead>(?:calendar\s+)?year\s+|cy\s?)(?P<y>{Y}|\d\d(?!\d))", _year),
    ("y", r"(?P<y>(?:1[5-9]|20)\d\d)\s*(?:-|–|~|/)\s*(?P<z>(?:1[5-9]|20)\d\d|\d\d)(?![\d/-])", _years),
    ("mp", rf"(?:on\s+)?(?P<m>{M})\s*(?:the\s+)?(?P<d>{DN}|{DTH}){TO}(?:the\s+)?(?P<e>{DN}|{DTH})(?!\s*(?:{M}|[:/]|am|pm))(?:{SEP}(?P<y>{Y}))?", _days),
    ("dnr", rf"(?:the\s+)?(?P<d>{DN}|{DTH}){TO}(?:the\s+)?(?P<e>{DN}|{DTH})\s*(?:of\s+)?(?P<m>{M})(?:{SEP}(?P<y>{Y}))?", _days),
    ("w", rf"(?P<wd>{WD})(?:,?\s+(?:the\s+)?(?P<d>{DTH})|\s+(?P<d2>(?!))|)", _weekday),
    ("w", rf"(?P<wd>{WD})\s+(?P<d>3[01]|[12]\d|[1-9])(?![\d:.,/-]\d|\d|\s+(?:days?|weeks?|months?|years?|hours?)|\s*(?:am|pm|a\.m|p\.m|to|-))", _weekday),
    ("r", r"the\s+(?P<d>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th))(?=\s*(?:$|[.,;:!?)]))", _nth_day),
]  # fmt: skip
