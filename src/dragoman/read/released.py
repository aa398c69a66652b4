"""When a text was released and by whom, from its dateline and its date lines; never from the date of a file or an event.

A dateline without a year ("June 22") gives no date on its own: the year is taken from a date line of the same day, or left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_EN = "january february march april may june july august september october november december".split()
_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
_RU_FIRST = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
MONTHS = {name: i % 12 + 1 for i, name in enumerate(_EN + _RU + _RU_FIRST)}
MONTHS |= {name[:3]: i + 1 for i, name in enumerate(_EN)} | {"sept": 9}
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
        r"\s*[.,]?\s*(?:(?:/|—|–|-|\()\s*(?P<by>[А-ЯЁA-Z][^/)—–]{1,40}?)\s*(?:/|\)|—|–|-|\.)|(?:—|–|-))"
    ),
    re.compile(
        rf"^[А-ЯЁ][А-ЯЁ .-]{{2,40}},\s+(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH_RU})\s+(?P<year>\d{{4}})(?P<by>)\s*г(?:ода)?\."
    ),
    re.compile(
        r"^(?:[（(【]?)(?P<by>[\u4e00-\u9fff]{1,6}?(?:社|网|报|台))(?P<place>[\u4e00-\u9fff]{2,8}?)(?:(?P<year>\d{4})年)?"
        r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:电|讯|消息|报道)"
    ),
)
_AGENCIES = "新华社|中新社|中新网|新华网|人民网|央视网|ТАСС|РИА Новости|Интерфакс|Xinhua|TASS|Reuters"
_BY_HEAD = re.compile(rf"^[(（/]?(?P<by>{_AGENCIES})\b")
_APART = r"(?<![\w–—-])(?<![–—-] )"  # not the last day of a range, which is an event's
_DAYS = (
    re.compile(
        _APART + r"(?P<year>(?:19|20)\d\d)[-/.年]\s?(?P<month>\d{1,2})[-/.月]\s?(?P<day>\d{1,2})日?(?!\d|\s?[–—至-]\s?\d)"
    ),
    re.compile(_APART + r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(
        _APART
        + rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH_EN}|{_MONTH_RU})\.?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
        re.I,
    ),
    re.compile(
        rf"(?<!\w)(?P<month>{_MONTH_EN})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)", re.I
    ),
)
_MONTH_ONLY = (
    re.compile(rf"(?<!\w)(?P<month>{'|'.join(_EN + _RU_FIRST)})\s+(?P<year>(?:19|20)\d\d)(?!\d)", re.I),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?!\d)"),
)
_LABEL = re.compile(
    r"(?:last )?(?:published|updated|posted|release date|released|date|time|source|views?|hits|read|comments?)(?: on)?|"
    r"опубликовано|дата(?: публикации)?|обновлено|источник|просмотр\w*|"
    r"发布时间|发布日期|发表时间|时间|日期|来源|稿源|浏览次数|浏览|点击|字号|字体|года?\b|г\.",
    re.I,
)
_SAID = re.compile(rf"(?:^|[.|/(（【]\s*|\s{{2,}})(?:{_LABEL.pattern})\s*[:：]?\s*$", re.I)
_SOURCE = re.compile(
    r"(?:source|источник|来源|稿源)\s*[:：]\s*(?P<by>[^\s|,，;；()（）][^|,，;；()（）\d]{1,40}?)(?:\s{2,}|$|[|,，;；]|\s+\d|\s+\S+[:：])",
    re.I,
)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
EDGE = 12  # blocks at the head and at the foot of a text where a line of its date may stand
LONGEST = 120  # characters of a date line
LETTERS_SAID = 60  # that may be left where a label says that it is the date of release
LETTERS = 6  # that may be left of a date line without its date and labels: a weekday, a time zone


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of its release: an ISO date (perhaps without its day) or nothing, a publisher or nothing."""

    date: str = ""
    publisher: str = ""


def released(lines: list[str], bylines: frozenset[int] = frozenset()) -> Told:
    """Read the dateline and the date lines of a text, given as its blocks; `bylines` are those known to be about it."""
    day, publisher = _dateline(lines[:EDGE])
    edge = [i for i in range(len(lines)) if i < EDGE or i >= len(lines) - EDGE]
    short = [i for i in edge if len(lines[i]) <= LONGEST]
    dates = [d for i in short if (d := date_in(lines[i])[0] if i in bylines else date_line(lines[i]))]
    if not publisher:
        publisher = next((m["by"].strip() for i in short if (m := _SOURCE.search(lines[i]))), "")
    if len(day) == 10:
        return Told(day, publisher)
    near = [d for d in dates if not day or abs(_ordinal(d) - _ordinal(day, d)) <= 3]
    return Told(max(near[:1] or [""], key=len), publisher)


def date_in(line: str) -> tuple[str, int, int]:
    """The first date of a line that is no range, and where it stands; cut to the month where no day is given."""
    for patterns in (_DAYS, _MONTH_ONLY):
        found = [(m.start(), m) for p in patterns if (m := p.search(line)) and _iso(m)]
        if found:
            match = min(found, key=lambda f: f[0])[1]
            return _iso(match), match.start(), match.end()
    return "", 0, 0


def date_line(line: str) -> str:
    """The date of a line that is nothing but a date with labels and a time, or that says it is the date of release."""
    date, start, end = date_in(line)
    if not date:
        return ""
    rest = _LABEL.sub("", _CLOCK.sub("", f"{line[:start]} {line[end:]}"))
    letters = sum(1 for c in rest if c.isalpha())
    said = len(date) == 10 and _SAID.search(line[:start]) and letters <= LETTERS_SAID
    return date if letters <= LETTERS or said else ""


def _dateline(blocks: list[str]) -> tuple[str, str]:
    """The day (with or without its year: `-06-22`) and the agency."""
    for block in blocks:
        for pattern in _DATELINES:
            if match := pattern.match(block[:200]):
                return _iso(match), (match["by"] or "").strip()
        if match := _BY_HEAD.match(block):
            return "", match["by"]
    return "", ""


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month, day = parts["month"], parts.get("day")
    number = int(month) if month.isdigit() else MONTHS[month.lower()]
    if not 1 <= number <= 12 or (day and not 1 <= int(day) <= 31):
        return ""
    return f"{parts['year'] or ''}-{number:02d}" + (f"-{int(day):02d}" if day else "")


def _ordinal(date: str, like: str = "") -> int:
    """Days since year 0, roughly: enough to tell whether two dates are near each other."""
    if date.startswith("-"):
        date = like[:4] + date
    year, month, day = (int(p) for p in (*date.split("-"), "15")[:3])
    return year * 372 + month * 31 + day
