"""When a text was released and by whom, from its dateline and its date lines; never from the date of a file or an event.

A dateline without a year ("June 22") gives no date on its own: the year is taken from a date line of the same day, or left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_EN = "january february march april may june july august september october november december".split()
_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
MONTHS = {name: i % 12 + 1 for i, name in enumerate(_EN + _RU)} | {name[:3]: i + 1 for i, name in enumerate(_EN)} | {"sept": 9}
_MONTH_EN = "|".join(sorted([*_EN, *(n[:3] for n in _EN), "sept"], key=len, reverse=True))
_MONTH_RU = "|".join(_RU)
_PLACE = r"[A-ZА-ЯЁ][\w .,'’()/-]{1,60}?"
_DATELINES = (
    re.compile(
        rf"^(?:[A-Z][A-Z .,'’/()-]{{2,60}}),?\s+(?P<month>{_MONTH_EN})\.?\s+(?P<day>\d{{1,2}})(?:,\s*(?P<year>\d{{4}}))?"
        rf"\s*(?:[(/](?P<by>[^)/]{{2,40}})[)/])?\s*(?:--|—|–|-)",
        re.I,
    ),
    re.compile(
        rf"^{_PLACE},\s+(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH_RU})(?:\s+(?P<year>\d{{4}})(?:\s*г(?:ода|\.))?)?"
        rf"\s*[.,]?\s*(?:(?:/|—|–|-|\()\s*(?P<by>[А-ЯЁA-Z][^/)—–]{{1,40}}?)\s*(?:/|\)|—|–|-|\.)|(?:—|–|-))"
    ),
    re.compile(
        r"^(?:[（(【]?)(?P<by>[\u4e00-\u9fff]{1,6}?(?:社|网|报|台))(?P<place>[\u4e00-\u9fff]{2,8}?)(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月"
        r"(?P<day>\d{1,2})日(?:电|讯|消息|报道)"
    ),
)
_BY_HEAD = re.compile(
    r"^[(（/]?(?P<by>新华社|中新社|中新网|新华网|人民网|央视网|ТАСС|РИА Новости|Интерфакс|Xinhua|TASS|Reuters)\b"
)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.年]\s?(?P<month>\d{1,2})[-/.月]\s?(?P<day>\d{1,2})(?!\d)")
_DMY = re.compile(r"(?<!\d)(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)(?!\d)")
_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH_EN}|{_MONTH_RU})\.?,?|(?P<m2>{_MONTH_EN})\.?\s+"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?)\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    re.I,
)
_SAID = re.compile(
    r"(?:published|updated|posted|release date|released|date|time|source|опубликовано|дата|обновлено|источник|"
    r"发布时间|发布日期|发表时间|时间|日期|来源|稿源)\s*[:：]?",
    re.I,
)
_SOURCE = re.compile(r"(?:source|источник|来源|稿源)\s*[:：]\s*(?P<by>[^\s|,，;；()（）][^|,，;；()（）\d]{1,40})", re.I)
EDGE = 12  # blocks at the head and at the foot of a text where a line of its date may stand
LONGEST = 120  # characters of a date line


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of its release: an ISO date or nothing, a publisher or nothing."""

    date: str = ""
    publisher: str = ""


def released(blocks: list[str]) -> Told:
    """Read the dateline and the date lines of a text, given as its blocks."""
    day, publisher = _dateline(blocks[:EDGE])
    lines = blocks if len(blocks) <= 2 * EDGE else blocks[:EDGE] + blocks[-EDGE:]
    dates = [d for line in lines if len(line) <= LONGEST and (d := _date_line(line))]
    if not publisher:
        publisher = next((m["by"].strip() for line in lines if len(line) <= LONGEST and (m := _SOURCE.search(line))), "")
    if len(day) == 10:
        return Told(day, publisher)
    near = [d for d in dates if not day or abs(_ordinal(d) - _ordinal(day, d)) <= 3]
    return Told(near[0] if near else "", publisher)


def _dateline(blocks: list[str]) -> tuple[str, str]:
    """The day (with or without its year: `-06-22`) and the agency."""
    for block in blocks:
        for pattern in _DATELINES:
            if match := pattern.match(block[:200]):
                return _iso(match["year"] or "", match["month"], match["day"]), (match["by"] or "").strip()
        if match := _BY_HEAD.match(block):
            return "", match["by"]
    return "", ""


def _date_line(line: str) -> str:
    """The date of a line that is only a date, or says that it is the date of release."""
    match = _ISO.search(line) or _DMY.search(line)
    if match:
        found = _iso(match["year"], match["month"], match["day"])
    elif match := _WORDS.search(line):
        found = _iso(match["year"], match["m1"] or match["m2"], match["d1"] or match["d2"])
    else:
        return ""
    rest = re.sub(r"\d{1,2}:\d\d(?::\d\d)?|[\W\d_]", "", line[: match.start()] + line[match.end() :])
    return found if len(rest) <= 6 or _SAID.match(line) or _SAID.search(line[: match.start()][-24:]) else ""


def _iso(year: str, month: str, day: str) -> str:
    number = int(month) if month.isdigit() else MONTHS[month.lower()]
    if not (1 <= number <= 12 and 1 <= int(day) <= 31):
        return ""
    return f"{year}-{number:02d}-{int(day):02d}"


def _ordinal(date: str, like: str = "") -> int:
    """Days since year 0, roughly: enough to tell whether two dates are near each other."""
    if date.startswith("-"):
        date = like[:4] + date
    year, month, day = (int(p) for p in date.split("-"))
    return year * 372 + month * 31 + day
