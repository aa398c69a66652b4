"""Chinese spans, durations and recurrences: 过去十年, 上半年, 九十年代, 为期四天, 每两年."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dragoman.text import calendars
from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_zh_days import ND, RY, SHIFT, WEEK, YR, _year_of, number
from dragoman.text.grammar.numerals import plain
from dragoman.text.grammar.numerals_zh import whole

Handler = Callable[[re.Match[str], date | None], Moment | None]
UNITS = {
    "年": "year", "月": "month", "周": "week", "週": "week", "星期": "week", "礼拜": "week", "禮拜": "week", "天": "day", "日": "day",
    "小时": "hour", "小時": "hour", "钟头": "hour", "鐘頭": "hour", "时": "hour", "分钟": "minute", "分鐘": "minute", "分": "minute", "秒": "second",
    "秒钟": "second", "季度": "quarter", "周年": "year", "世纪": "century", "周末": "weekend", "週末": "weekend",
}  # fmt: skip
BIG = r"(?:[个個]?(?P<u>年|月|周年|周|週|星期|礼拜|禮拜|天|季度|世纪)(?![岁歲份]))"
UNIT = (
    r"(?:[个個]?(?:小时|小時|钟头|鐘頭|分钟|分鐘|秒钟|秒|年|月|周|週|星期|礼拜|禮拜|天|日(?![本元报])|季度|世纪)(?![岁歲份]))"
)
N = r"(?:[0-9０-９]{1,4}(?:[.．][0-9]+)?|[一二三四五六七八九十两兩百]{1,5}|半|几|数)"
ONE = rf"{N}\s?{UNIT}"
PAIR = re.compile(
    rf"(?P<n>{N})\s?[个個]?(?P<u>小时|小時|钟头|鐘頭|分钟|分鐘|秒钟|秒|周年|年|月|周|週|星期|礼拜|禮拜|天|日|季度|世纪|时|分)"
)
NOT_MONTH = re.compile(r"(?<![个個])月")


def count(words: str) -> str:
    """How many, as a plain decimal string; 半 is half, 几 and 数 are three."""
    if words == "半":
        return "0.5"
    if words in ("几", "数"):
        return "3"
    found = whole(words, 0, len(words))
    return plain(found[0]) if found else ""


def _told(match: re.Match[str], first: str, last: str, kind: str = "range", inferred: bool = False) -> Moment:
    return Moment(match.start(), match.end(), kind, first=first, last=last, inferred=inferred)


def _duration(match: re.Match[str], _: date | None) -> Moment | None:
    words = match[0]
    parts = [(count(p["n"]), UNITS[p["u"]]) for p in PAIR.finditer(words)]
    if not parts or any(not n for n, _ in parts) or (parts[0][1] == "year" and float(parts[0][0]) >= 1000):
        return None
    if NOT_MONTH.search(words) and "个月" not in words and "個月" not in words:
        return None  # 三月 is March
    if words.endswith("半") and parts:
        parts[-1] = (format(float(parts[-1][0]) + 0.5, "g"), parts[-1][1])
    if len(parts) == 1 and parts[0][1] == "day" and words.endswith("日"):
        return None
    if (
        len(parts) == 1
        and words in ("一天", "一日", "一年")
        and match.string[match.end() : match.end() + 1] in ("一", "度", "级")
    ):
        return None
    order = ["year", "month", "week", "day", "hour", "minute", "second"]
    parts.sort(key=lambda p: order.index(p[1]) if p[1] in order else 9)
    return Moment(match.start(), match.end(), "duration", amount=parts[0][0], unit=parts[0][1], parts=tuple(parts))


def _unit(match: re.Match[str], near: date | None) -> Moment | None:
    """上周, 下下周末, 本季度."""
    if near is None:
        return Moment(match.start(), match.end(), "range")
    return _told(match, *calendars.period(near, UNITS[match["u"]], SHIFT[match["rel"]]))


def _counted(match: re.Match[str], near: date | None) -> Moment | None:
    """过去十年, 未来三天, 前1周."""
    if near is None:
        return Moment(match.start(), match.end(), "range")
    n, unit = count(match["n"]), UNITS[match["u"]]
    if not n.isdigit():
        return None
    if match["rel"] in ("过去", "過去", "近", "最近", "前", "之前", "上"):
        return _told(match, calendars.add(near, -int(n), unit).isoformat(), near.isoformat())
    first = calendars.add(near, 1, "day")
    return _told(match, first.isoformat(), (calendars.add(first, int(n), unit) - timedelta(days=1)).isoformat())


def _away(match: re.Match[str], near: date | None) -> Moment | None:
    """五年前, 三天后."""
    if near is None:
        return Moment(match.start(), match.end())
    if re.match(r"(?:0\d|[5-9]\d|[零〇].)\s?年", match["span"]):
        return None  # 07年以后: the year 2007
    there = near
    for pair in PAIR.finditer(match["span"]):
        n = count(pair["n"])
        if not n.isdigit() or int(n) >= 1000 or UNITS[pair["u"]] in ("hour", "minute", "second"):
            return None
        there = calendars.add(there, int(n) * (-1 if "前" in match["way"] else 1), UNITS[pair["u"]])
    return _told(match, there.isoformat(), there.isoformat(), "date")


def _part_of_year(match: re.Match[str], near: date | None) -> Moment | None:
    """上半年, 第三季度, with a year or in the reference year."""
    groups = match.groupdict()
    value, told = _year_of(groups, near)
    inferred = value is None
    value = near.year if value is None and near is not None else value
    if not told or value is None:
        return Moment(match.start(), match.end(), "range") if told else None
    if groups.get("q"):
        index, size = number(groups["q"]), 3
    else:
        index, size = (1 if groups["h"][0] in "上前" else 2), 6
    if index is None or index > 12 // size:
        return None
    first = (index - 1) * size + 1
    return _told(match, calendars.iso(value, first), calendars.iso(value, first + size - 1), inferred=inferred)


def _half_of(match: re.Match[str], near: date | None) -> Moment | None:
    """上半月, 下半周 of the reference day's month or week."""
    if near is None:
        return Moment(match.start(), match.end(), "range")
    first, last = calendars.period(near, UNITS[match["u"]], 0)
    return _told(match, *calendars.half_of(first, last, "early" if match["h"][0] in "上前" else "late"), inferred=True)


def _decade(match: re.Match[str], near: date | None) -> Moment | None:
    tens = number(match["dec"])
    if tens is None or tens % 10:
        return None
    hundred = number(match["c"]) if match.groupdict().get("c") else None
    begin = (hundred - 1) * 100 + tens if hundred else (tens if tens >= 100 else 1900 + tens)
    return _told(match, f"{begin:04d}", f"{begin + 9:04d}", inferred=not hundred)


def _century(match: re.Match[str], near: date | None) -> Moment | None:
    n = number(match["c"])
    return _told(match, f"{(n - 1) * 100:04d}", f"{n * 100 - 1:04d}") if n else None


def _season(match: re.Match[str], near: date | None) -> Moment | None:
    value, told = _year_of(match.groupdict(), near)
    if not told or value is None:
        return None
    begin = {"春": 3, "夏": 6, "秋": 9, "冬": 12}[match["s"][0]]
    last = calendars.add(date(value, begin, 1), 2, "month")
    return _told(match, calendars.iso(value, begin), last.isoformat()[:7], inferred=True)


def _inside(match: re.Match[str], near: date | None) -> tuple[date, date] | None:
    groups = match.groupdict()
    value, told = _year_of(groups, near)
    month = number(groups["m"]) if groups.get("m") else None
    if not told:
        return None
    if value is None and month and near is not None:
        value = calendars.nearest_year(month, None, near)
    return calendars.bounds(calendars.iso(value, month)) if value else None


def _nth(match: re.Match[str], near: date | None) -> Moment | None:
    """十月的第一周, 2021年的第三个月, 四月的最后一个星期一."""
    span = _inside(match, near)
    if span is None:
        return None
    nth = -1 if match["nth"].startswith("最") else number(match["nth"].lstrip("第"))
    what = match["what"]
    inferred = not match.groupdict().get("y")
    if nth is None:
        return None
    if what[-1] in "一二三四五六日天" and len(what) > 1:
        day = calendars.nth_weekday(*span, "一二三四五六日".index(what[-1].replace("天", "日")) + 1, nth)
        return _told(match, day.isoformat(), day.isoformat(), "date", inferred) if day else None
    if what in ("周", "週", "星期", "礼拜"):
        return _told(match, *calendars.nth_week(*span, nth), inferred=inferred)
    if what == "月":
        there = calendars.add(span[0], nth - 1, "month") if nth > 0 else span[1]
        return _told(match, there.isoformat()[:7], there.isoformat()[:7], "date", inferred)
    day = span[0] + timedelta(days=nth - 1) if nth > 0 else span[1]
    return _told(match, day.isoformat(), day.isoformat(), "date", inferred)


def _first_units(match: re.Match[str], near: date | None) -> Moment | None:
    """2021年的前2周, 今年的最后3个月."""
    span, n, unit = _inside(match, near), count(match["n"]), UNITS[match["u"]]
    if span is None or not n.isdigit():
        return None
    if unit == "week":
        edge = calendars.nth_week(*span, 1 if match["rel"] == "前" else -1)
        span = (date.fromisoformat(edge[0]), date.fromisoformat(edge[1]))
    if match["rel"] == "前":
        return _told(match, span[0].isoformat(), (calendars.add(span[0], int(n), unit) - timedelta(days=1)).isoformat())
    first = calendars.add(span[1] + timedelta(days=1), -int(n), unit)
    return _told(match, first.isoformat(), span[1].isoformat())


def _every(match: re.Match[str], _: date | None) -> Moment | None:
    groups = match.groupdict()
    n = count(groups["n"]) if groups.get("n") else "1"
    unit = UNITS.get(groups["u"], "")
    return Moment(match.start(), match.end(), "set", amount=n, unit=unit, parts=((n, unit),)) if unit and n else None


def _every_weekday(match: re.Match[str], _: date | None) -> Moment | None:
    return Moment(
        match.start(), match.end(), "set", weekday="一二三四五六日".index(match["wd"].replace("天", "日")) + 1, unit="week"
    )


_IN = rf"(?:(?:(?P<y>{YR})\s?年|(?P<ry>{RY}))\s?的?\s?)"
_IN_MONTH = rf"(?:{_IN}?(?P<m>{ND})月的?)"
_WHAT = rf"(?P<what>{WEEK}[一二三四五六日天]|周|週|星期|礼拜|月|天)"
SPAN_RULES: list[tuple[str, str, Handler]] = [
    ("nu", rf"{ONE}(?:[多余又]*{ONE})*(?:半(?![个年月]))?", _duration),
    ("w", r"(?P<rel>上上|上|下下|下|本|这|這)[个個]?(?P<u>周末|週末|周|週|星期|礼拜|禮拜|季度)(?![一二三四五六日天边])", _unit),
    (
        "w",
        rf"(?P<rel>过去|過去|近|最近|未来|今后|今後|前|后|後|之后|之後|之前|接下来)(?:的)?(?P<n>{N})\s?{BIG}(?!前|后)",
        _counted,
    ),
    ("nu", rf"(?P<span>{ONE}(?:{ONE})*)\s?(?P<way>之?前|以前|之?[后後]|以[后後])(?!半)", _away),
    ("nuw", rf"{_IN}?第?(?P<q>[一二三四1-4])季度", _part_of_year),
    ("nw", rf"{_IN}?(?P<h>上|下|前|后|後)[个個]?半年", _part_of_year),
    ("w", r"(?P<h>上|下|前|后|後)[个個]?半[个個]?(?P<u>月|周|週)", _half_of),
    ("n", rf"(?:(?P<c>{ND})世纪)?(?P<dec>[0-9]{{2,4}}|[一二三四五六七八九]十)年代", _decade),
    ("n", rf"(?P<c>{ND})世纪", _century),
    ("nw", rf"{_IN}(?P<s>[春夏秋冬][天季]?)", _season),
    ("nw", rf"{_IN}(?P<nth>第{ND}|最后一|最後一)[个個]?{_WHAT}", _nth),
    ("nw", rf"{_IN_MONTH}(?P<nth>第{ND}|最后一|最後一)[个個]?{_WHAT}", _nth),
    ("nw", rf"{_IN}(?P<rel>前|最后|最後)\s?(?P<n>{N})\s?{BIG}", _first_units),
    ("w", rf"每(?P<n>{N})?[个個]?(?P<u>年|月|周|週|星期|礼拜|天|日|季度|小时)(?![一二三四五六日天])", _every),
    ("n", r"(?P<n>一|两|三|四)(?P<u>年)一(?:度|次|届|届)", _every),
    ("w", rf"每[个個]?{WEEK}(?P<wd>[一二三四五六日天])", _every_weekday),
]
