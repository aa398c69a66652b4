"""Chinese years, months, days and weekdays, absolute, partial or relative."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dragoman.text import calendars
from dragoman.text.calendars import Moment
from dragoman.text.grammar.joints import solve
from dragoman.text.grammar.numerals import WIDE

Handler = Callable[[re.Match[str], date | None], Moment | None]
HAN = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2, "廿": 20, "壹": 1, "元": 1}
ND = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
YR = r"(?:[0-9０-９]{4}|[〇零一二三四五六七八九]{4}|(?<![0-9０-９])[0-9０-９]{2}|(?<![一二三四五六七八九十])[〇零一二三四五六七八九]{2})"
RY = r"(?:今|明|去|前|后|後|本|当|當|同|次)年"
RELATIVE_YEAR = {"今": 0, "本": 0, "当": 0, "當": 0, "同": 0, "明": 1, "次": 1, "去": -1, "前": -2, "后": 2, "後": 2}
RELATIVE_DAY = {
    "今天": 0, "今日": 0, "当天": 0, "当日": 0, "昨天": -1, "昨日": -1, "前天": -2, "前日": -2, "明天": 1, "明日": 1, "后天": 2, "後天": 2,
    "后日": 2, "大后天": 3, "大前天": -3, "今儿": 0, "最近": 0, "次日": 1, "翌日": 1,
}  # fmt: skip
WEEK = r"(?:周|週|星期|礼拜|禮拜)"
WD = rf"(?:{WEEK}(?P<wd>[一二三四五六日天]))"
SHIFT = {"上上": -2, "上": -1, "下下": 2, "下": 1, "这": 0, "這": 0, "本": 0, "今": 0}
GAP = r"[ \u3000]?"


def number(words: str) -> int | None:
    """A number below 100, or digits one by one, in digits or characters."""
    bare = words.strip().translate(WIDE)
    if bare.isdigit():
        return int(bare)
    if "十" in bare:
        head, _, tail = bare.partition("十")
        left, right = (HAN.get(head) if head else 1), (HAN.get(tail) if tail else 0)
        return None if left is None or right is None else left * 10 + right
    digits = [HAN.get(c) for c in bare]
    if not digits or None in digits:
        return None
    return int("".join(str(d) for d in digits))


def year(words: str, near: date | None) -> int | None:
    """A year of four digits, or of two in the century that brings it within 50 years."""
    value = number(words)
    if value is None or len(words) > 2:
        return value
    now = near.year if near else 2000
    made = now - now % 100 + value
    return made - 100 if made > now + 20 else made


def _year_of(groups: dict[str, str | None], near: date | None) -> tuple[int | None, bool]:
    """The year a match names, and whether it could be told at all."""
    raw, rel = groups.get("y"), groups.get("ry")
    if raw:
        value = year(raw, near)
        return value, value is not None
    if rel:
        return (near.year + RELATIVE_YEAR[rel[0]], True) if near else (None, True)
    return None, True


def _calendar(match: re.Match[str], near: date | None) -> Moment | None:
    """年, 月 and 日 in any part of the row that begins a date."""
    groups = match.groupdict()
    value, told = _year_of(groups, near)
    month = number(groups["m"]) if groups.get("m") else None
    day = number(groups["d"]) if groups.get("d") else None
    if not told or (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    weekday = "一二三四五六日".find((groups.get("wd") or "x").replace("天", "日")) + 1
    return Moment(match.start(), match.end(), y=value, m=month, d=day, weekday=weekday or None)


def _year_alone(match: re.Match[str], near: date | None) -> Moment | None:
    raw = match["y"].translate(WIDE)
    if len(raw) == 2 and raw.isdigit() and not (raw[0] == "0" or int(raw) >= 50):
        return None  # 10年 is ten years
    if len(raw) == 2 and not raw.isdigit() and not re.search("[零〇]", raw):
        return None
    value = year(match["y"], near)
    return None if value is None or not 1000 <= value < 2200 else Moment(match.start(), match.end(), y=value)


def _relative_year(match: re.Match[str], near: date | None) -> Moment | None:
    if near is None:
        return Moment(match.start(), match.end())
    return Moment(match.start(), match.end(), y=near.year + RELATIVE_YEAR[match["ry"][0]])


def _years(match: re.Match[str], near: date | None) -> Moment | None:
    """1995-1997年: the first year has no 年 of its own."""
    left, right = number(match["y"]), number(match["z"])
    if left is None or right is None or not 1000 < left < right < 2200:
        return None
    return Moment(match.start(), match.end(), "range", first=f"{left:04d}", last=f"{right:04d}", paired=True)


def _month_of_this(match: re.Match[str], near: date | None) -> Moment | None:
    """本月十日, 上个月, 下月5日."""
    groups = match.groupdict()
    day = number(groups["d"]) if groups.get("d") else None
    if near is None:
        return Moment(match.start(), match.end(), d=day)
    there = calendars.add(near.replace(day=1), SHIFT.get(match["rel"], 0), "month")
    return Moment(match.start(), match.end(), y=there.year, m=there.month, d=day)


def _day(match: re.Match[str], near: date | None) -> Moment | None:
    day = number(match["d"])
    if day is None or not 1 <= day <= 31:
        return None
    return Moment(match.start(), match.end(), d=day)


def _relative_day(match: re.Match[str], near: date | None) -> Moment | None:
    if match.string.startswith("头条", match.end()):
        return None
    if near is None:
        return Moment(match.start(), match.end())
    cut = (near + timedelta(days=RELATIVE_DAY[match[0]])).isoformat()
    return Moment(match.start(), match.end(), first=cut, last=cut)


def _weekday(match: re.Match[str], near: date | None) -> Moment | None:
    number_of = "一二三四五六日".index(match["wd"].replace("天", "日")) + 1
    shift = match.groupdict().get("rel")
    if shift is None:
        return Moment(match.start(), match.end(), weekday=number_of)
    if near is None:
        return Moment(match.start(), match.end())
    cut = calendars.weekday_in(near, number_of, SHIFT[shift]).isoformat()
    return Moment(match.start(), match.end(), first=cut, last=cut)


def _numeric(order: str) -> Handler:
    def handler(match: re.Match[str], near: date | None) -> Moment | None:
        values = dict(zip(order, (match["a"], match["b"], match.groupdict().get("c")), strict=True))
        raw = values.get("y")
        value = year(raw.translate(WIDE), near) if raw else None
        m, d = int((values["m"] or "0").translate(WIDE)), int((values["d"] or "0").translate(WIDE))
        if m > 12 >= d:
            m, d = d, m
        if not (1 <= m <= 12 and 1 <= d <= 31):
            return None
        return Moment(match.start(), match.end(), y=value, m=m, d=d)

    return handler


def _days(match: re.Match[str], near: date | None) -> Moment | None:
    """11月16-21日, 2017年11月16至21日."""
    value, told = _year_of(match.groupdict(), near)
    month, left, right = number(match["m"]), number(match["d"]), number(match["e"])
    if not told or not month or not left or not right or not 1 <= left < right <= 31 or month > 12:
        return None
    first = Moment(match.start(), match.end(), y=value, m=month, d=left)
    solve(first, near)
    last = Moment(match.start(), match.end(), y=int(first.first[:4]) if first.first[:4].isdigit() else None, m=month, d=right)
    solve(last, near)
    if not first.first or not last.last:
        return None
    return Moment(match.start(), match.end(), "range", first=first.first, last=last.last, inferred=first.inferred, paired=True)


_Y = rf"(?:(?P<y>{YR})\s?年|(?P<ry>{RY}))"
_TAIL = rf"(?:\s?[，,（(]?\s?{WD}[）)]?)?"
DAY_RULES: list[tuple[str, str, Handler]] = [
    ("nw", rf"(?:{_Y}\s?)?(?P<m>{ND})\s?月\s?(?P<d>{ND})\s?日?\s?(?:-|–|—|~|～|至|到)\s?(?P<e>{ND})\s?[日号號]", _days),
    ("nw", rf"{_Y}\s?的?(?P<m>{ND}){GAP}月(?:份)?\s?(?P<d>{ND})\s?[日号號]{_TAIL}", _calendar),
    ("nw", rf"{_Y}\s?的?(?P<m>{ND}){GAP}月(?P<d>初?[一二三四五六七八九十]{{1,3}})(?![日号號月年周个個天季所家])", _calendar),
    ("nw", rf"{_Y}\s?的?(?P<m>{ND}){GAP}月(?:份)?(?!\s?[0-9０-９])", _calendar),
    ("n", rf"(?P<m>{ND}){GAP}月(?:份)?\s?(?P<d>{ND})\s?[日号號]{_TAIL}", _calendar),
    ("n", rf"(?P<m>{ND}){GAP}月(?:份)?(?!\s?[0-9０-９]|[亮球饼])", _calendar),
    ("n", rf"(?P<y>{YR})\s?年(?![代级度纪前后後])", _year_alone),
    ("n", r"(?P<y>[0-9０-９]{4}|[〇零一二三四五六七八九]{4})\s?年(?=前|后|後)(?![前后後]半)", _year_alone),
    ("w", rf"(?P<ry>{RY})(?!代)", _relative_year),
    ("n", r"(?P<y>[0-9０-９]{4})\s?(?:-|–|—|~|～|至|到)\s?(?P<z>[0-9０-９]{4})\s?年?(?![0-9])", _years),
    ("w", rf"(?P<rel>上上|上|下下|下|本|这|這|当|當)[个個]?月(?:份)?(?:(?P<d>{ND})[日号號])?", _month_of_this),
    ("n", rf"(?P<d>{ND})\s?日(?![元本报報内均])", _day),
    ("w", "|".join(sorted(RELATIVE_DAY, key=len, reverse=True)), _relative_day),
    ("w", rf"(?:(?P<rel>上上|上|下下|下|本|这|這)[个個]?)?{WD}(?![边围年])", _weekday),
    ("n", r"(?P<a>[0-9０-９]{4})(?P<s>[-/.])(?P<b>[0-9０-９]{1,2})(?P=s)(?P<c>[0-9０-９]{1,2})(?![0-9０-９])", _numeric("ymd")),
    ("n", r"(?<![0-9./])(?P<a>[0-9]{1,2})(?P<s>[-/.])(?P<b>[0-9]{1,2})(?P=s)(?P<c>[0-9]{4})(?![0-9])", _numeric("dmy")),
    ("n", r"(?<![0-9./-])(?P<a>[0-9]{2})(?P<s>[-/])(?P<b>[0-9]{1,2})(?P=s)(?P<c>[0-9]{1,2})(?![0-9./-])", _numeric("ymd")),
    ("n", r"(?<![0-9./-])(?P<a>1[0-2]|0?[1-9])/(?P<b>[0-9]{1,2})(?P<c>(?!))?(?![0-9./%])(?=$|[\s，。、])", _numeric("mdy")),
]  # fmt: skip
