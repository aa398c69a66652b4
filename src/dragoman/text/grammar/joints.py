"""How dates of a text join: ranges, what stands before and after them, and the year a partial date belongs to."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.text import calendars
from dragoman.text.calendars import Moment
from dragoman.text.grammar import bounds as figures

CLOCK_UNITS = ("hour", "minute", "second")

CONNECT = {
    "en": re.compile(r"\s*(?:-|–|—|~)\s*|,?\s+(?:to|until|till|through|thru|and\s+until)\s+(?:the\s+)?", re.IGNORECASE),
    "zh": re.compile(r"\s*(?:-|–|—|——|~|～|至|到|直到|直至)\s*"),
    "ru": re.compile(r"\s*(?:-|–|—)\s*|\s+(?:по|до)\s+"),
}
BETWEEN = {
    "en": (re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE), re.compile(r"\s*(?:and|-|–|~|to|through)\s*(?:the\s+)?", re.IGNORECASE), None),
    "zh": (None, re.compile(r"\s*[和与與]\s*"), re.compile(r"\s*(?:之间|之間|间)")),
    "ru": (re.compile(r"\bмежду\s+$", re.IGNORECASE), re.compile(r"\s+и\s+"), None),
}  # fmt: skip
OPENER = {
    "en": re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE),
    "zh": re.compile(r"(?:从|自|由)\s?$"),
    "ru": re.compile(r"\bсо?\s+$", re.IGNORECASE),
}
BEFORE = {
    "en": (
        ("before", r"(?:before|prior\s+to|earlier\s+than|ahead\s+of|no\s+later\s+than)(?:\s+the\s+year)?"),
        ("after", r"(?:after|later\s+than|(?:year\s+)?greater\s+than|following)(?:\s+the\s+year)?"),
        ("since", r"(?:(?:ever\s+)?since|starting(?:\s+(?:on|from|in))?|beginning(?:\s+(?:on|from|in))?|as\s+early\s+as|dating\s+back\s+to)(?:\s+the\s+year)?"),
        ("until", r"(?:until|till|up\s+to|by|as\s+late\s+as|through)(?:\s+the\s+year)?"),
        ("early", r"(?:early(?:\s+in)?|(?:beginning|start)\s+of)(?:\s+the(?:\s+year)?)?"),
        ("mid", r"(?:mid(?:dle)?(?:\s+of)?)(?:\s+the)?"),
        ("late", r"(?:late(?:\s+in)?|end\s+of)(?:\s+the(?:\s+year)?)?"),
        ("about", r"(?:around|circa|ca\.|approximately)"),
    ),
    "zh": (("until", r"(?:截止到|截至|直到|截止)"), ("since", r"(?:自从|自從|早在|始于)"), ("about", r"(?:大约|约|大概)")),
    "ru": (
        ("before", r"(?:до|раньше|ранее)"), ("after", r"(?:после|позже)"),
        ("since", r"(?:начиная\s+со?|со?)"), ("until", r"(?:к|по)"),
        ("early", r"(?:в\s+)?начал[еоу]м?"), ("mid", r"(?:в\s+)?середин[еуы]"), ("late", r"(?:в\s+)?кон(?:це|ца|ец|цу)"),
        ("about", r"(?:около|примерно)"),
    ),
}  # fmt: skip
AFTER = {
    "en": (
        ("since", r"\s+(?:or|and)\s+(?:later|after|greater|onwards?)\b(?!\s+\w)|\s+onwards?\b"),
        ("until", r"\s+(?:or|and)\s+(?:earlier|before)\b(?!\s+\w)"),
    ),
    "zh": (
        ("since", r"\s*(?:或|及)(?:之|以)[后後]|\s*(?:开始|開始|以来|以來|起(?!来))"),
        ("until", r"\s*(?:或|及)(?:之|以)前|\s*为止"), ("before", r"\s*(?:之前|以前|前(?![半往后後来來景沿身进進台]))"), ("after", r"\s*(?:之[后後]|以[后後]|[后後](?![半续續勤期台来來]))"),
        ("early", r"\s*(?:年?初)"), ("late", r"\s*(?:年?底|末)"), ("mid", r"\s*(?:年?中(?=[，。、]|$)|中旬)"),
    ),
    "ru": (("before", r"(?!)"),),
}  # fmt: skip
SINCE_OPENERS = {"since": re.compile(r"(?:从|自|自从|自從)\s?$")}


def _table(rows: tuple[tuple[str, str], ...], head: str, tail: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    body = "|".join(f"({pattern})" for _, pattern in rows)
    return re.compile(f"{head}(?:{body}){tail}", re.IGNORECASE), tuple(name for name, _ in rows)


_BEFORE = {lang: _table(rows, "" if lang == "zh" else r"(?<![\w-])", r"\s?$" if lang == "zh" else r"(?:\s+the)?[\s-]+$")
           for lang, rows in BEFORE.items()}  # fmt: skip
_AFTER = {lang: _table(rows, "", "") for lang, rows in AFTER.items()}


def join(text: str, found: list[Moment], lang: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """Put neighbours together into ranges, then take in the words that open or narrow a date."""
    made: list[Moment] = []
    at = 0
    while at < len(found):
        moment = found[at]
        counted = _counted(text, moment, found[at + 1], lang, near) if at + 1 < len(found) else None
        if counted:
            found[at + 1] = counted
            at += 1
            continue
        pair = _range(text, moment, found[at + 1], lang, start, stop, near) if at + 1 < len(found) else None
        at += 2 if pair else 1
        made.append(pair or moment)
    made = [m for m in made if m.kind != "now"]
    return [_modified(text, m, lang, made[n - 1].end if n else start, stop, near) for n, m in enumerate(made)]


AWAY = re.compile(
    r"\s+(?:(?P<back>before)|(?P<on>starting(?:\s+(?:on|from))?|beginning(?:\s+on)?|,?\s*from(?=\s+(?:the\s+)?\d))|after|from|since)\s+(?:the\s+)?",
    re.IGNORECASE,
)
IN = re.compile(r"\bin\s+$", re.IGNORECASE)
LESS_OR_MORE = re.compile(r"\b(?P<more>more|later)\s+than\s+$|\b(?:less|earlier)\s+than\s+$", re.IGNORECASE)


def _counted(text: str, left: Moment, right: Moment, lang: str, near: date | None) -> Moment | None:
    """Two weeks after 15 January, three days starting next Monday, more than two weeks before today."""
    match = AWAY.fullmatch(text[left.end : right.start]) if lang == "en" and left.kind == "duration" else None
    if match is None or right.kind not in ("date", "range", "now") or any(u in CLOCK_UNITS or "." in n for n, u in left.parts):
        return None
    solve(right, near)
    if not right.first or right.first.startswith("--"):
        return None
    there = calendars.bounds(right.first)[0]
    begin = there
    for n, unit in left.parts:
        there = calendars.add(there, int(n) * (-1 if match["back"] else 1), unit)
    cut = there.isoformat()
    if match["on"]:
        return Moment(
            left.start, right.end, "range", first=begin.isoformat(), last=(there - timedelta(days=1)).isoformat(), paired=True
        )
    opened = IN.search(text, max(0, left.start - 4), left.start) if "since" in match[0] else None
    moment = Moment(opened.start() if opened else left.start, right.end, first=cut, last=cut, inferred=right.inferred)
    led = LESS_OR_MORE.search(text, max(0, left.start - 12), left.start)
    return _led(moment, led, match["back"] is not None, begin) if led else moment


def _led(moment: Moment, led: re.Match[str], back: bool, base: date) -> Moment:
    """The open or closed span of more or less than so long before or after a day."""
    moment.start, moment.kind = led.start(), "range"
    if led["more"]:
        moment.first, moment.last = ("", _previous(moment.last)) if back else (moment.first, "")
        moment.modifier = "before" if back else "after"
    else:
        ends = sorted([base.isoformat(), moment.first])
        moment.first, moment.last = ends[0], ends[1]
        moment.paired = True
    return moment


def _range(text: str, left: Moment, right: Moment, lang: str, start: int, stop: int, near: date | None) -> Moment | None:
    if left.kind in ("duration", "set") or right.kind in ("duration", "set") or right.start - left.end > 36:
        return None
    edged = _edged(text, left, right, lang, start, near)
    if edged:
        return edged
    gap = text[left.end : right.start]
    opener = OPENER[lang].search(text, max(start, left.start - 12), left.start)
    begin, end = (opener.start() if opener else left.start), right.end
    if not CONNECT[lang].fullmatch(gap):
        before, joint, after = BETWEEN[lang]
        head = before.search(text, max(start, left.start - 14), left.start) if before else None
        tail = after.match(text, right.end, stop) if after else None
        if not joint.fullmatch(gap) or not (head or tail):
            return None
        begin, end = (head.start() if head else left.start), (tail.end() if tail else end)
    elif BETWEEN[lang][0] is not None:
        head = BETWEEN[lang][0].search(text, max(start, left.start - 14), left.start)  # type: ignore[union-attr]
        begin = head.start() if head else begin
    return spanned(left, right, begin, end, near)


EDGE = re.compile(r"(?:the\s+)?(?P<edge>end|start|beginning|middle)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
EDGE_GAP = re.compile(
    r"\s+(?:to|until|till|and|through)\s+(?:the\s+)?(?:(?P<edge>end|start|beginning|middle)\s+of\s+(?:the\s+)?)?", re.IGNORECASE
)
EDGE_LEAD = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)


def _edged(text: str, left: Moment, right: Moment, lang: str, start: int, near: date | None) -> Moment | None:
    """From (the end of) 2007 to the end of 2008: a range whose ends are ends of longer spans."""
    gap = EDGE_GAP.fullmatch(text[left.end : right.start]) if lang == "en" else None
    edge = EDGE.search(text, max(start, left.start - 24), left.start) if gap else None
    begin = edge.start() if edge else left.start
    lead = EDGE_LEAD.search(text, max(start, begin - 10), begin)
    if gap is None or lead is None or not (gap["edge"] or edge):
        return None
    made = spanned(left, right, lead.start(), right.end, near)
    if made is None:
        return None
    made.first = _edge(made.first, edge["edge"].lower(), left=True) if edge else made.first
    made.last = _edge(made.last, gap["edge"].lower(), left=False) if gap["edge"] else made.last
    return made


def _edge(cut: str, word: str, *, left: bool) -> str:
    """The day the beginning, middle or end of a span stands for as the end of a range."""
    first, last = calendars.bounds(cut)
    if word == "middle":
        return (first + timedelta(days=182 if len(cut) == 4 else 15)).isoformat()
    if word == "end":
        return (last + timedelta(days=1)).isoformat() if left else last.isoformat()
    return first.isoformat()


def spanned(left: Moment, right: Moment, begin: int, end: int, near: date | None) -> Moment | None:
    """The range between two dates, each told what only the other says; None where they run backwards."""
    share(left, right)
    solve(left, near)
    if right.weekday and not right.solved and right.d is None and len(left.first) == 10:
        there = date.fromisoformat(left.first)
        right.first = right.last = (there + timedelta(days=(right.weekday - there.isoweekday() - 1) % 7 + 1)).isoformat()
    if right.y is None and not right.solved and left.first[:2].isdigit() and right.m:
        year = int(left.first[:4])
        right.y = year + (right.m < int(left.first[5:7] or 1))
        right.inferred = left.inferred
    solve(right, near)
    if not left.first or not right.last:
        return None
    if left.first[:2] != "--" and right.last[:2] != "--" and left.first > right.last:
        return None
    first, last = left.first, right.last
    inferred = left.inferred or right.inferred
    if left.inferred and right.inferred and near is not None and left.m and right.m:
        first, last = _around(first, last, near)
    return Moment(begin, end, "range", first=first, last=last, inferred=inferred, paired=True)


def _around(first: str, last: str, near: date) -> tuple[str, str]:
    """A range of partial dates in the years that bring the reference day into it, where there are such."""
    for years in (0, -1, 1):
        left = f"{int(first[:4]) + years:04d}{first[4:]}"
        right = f"{int(last[:4]) + years:04d}{last[4:]}"
        try:
            if calendars.bounds(left)[0] <= near <= calendars.bounds(right)[1]:
                return left, right
        except ValueError:
            continue
    return first, last


def share(left: Moment, right: Moment) -> None:
    """Give each end of a range what only the other says: its year, its month."""
    if not left.solved and not right.solved:
        if right.m is None and right.d is not None:
            right.m, right.y = left.m, right.y or left.y
        if left.m is None and left.d is not None:
            left.m, left.y = right.m, left.y or right.y
        if left.y is None and right.y is not None and left.m and right.m:
            left.y = right.y - (left.m > right.m)
        elif right.y is None and left.y is not None and left.m and right.m:
            right.y = left.y + (right.m < left.m)


def _modified(text: str, moment: Moment, lang: str, floor: int, stop: int, near: date | None) -> Moment:
    """Take in the words before and after a date that move its ends."""
    if moment.kind == "duration":
        at, bound = figures.before(text, moment.start, lang, floor)
        if text[at : at + 4].lower() == "over":
            at, bound = moment.start, ""  # over three years: in the course of them as often as longer than them
        moment.start, moment.bound = (
            (at, bound) if bound in (figures.MORE, figures.LESS, figures.LEAST) else (moment.start, bound)
        )
    if moment.kind in ("duration", "set"):
        return moment
    if moment.paired:
        between = BETWEEN[lang][0]
        lead = OPENER[lang].search(text, max(floor, moment.start - 12), moment.start)
        lead = lead or (between.search(text, max(floor, moment.start - 14), moment.start) if between else None)
        moment.start = lead.start() if lead else moment.start
        return moment
    for _ in range(2):
        pattern, names = _BEFORE[lang]
        left = max(floor, moment.start - 26)
        hit = pattern.search(text[left : moment.start])
        if hit is None or hit.lastindex is None:
            break
        name = names[hit.lastindex - 1]
        if not _fits(name, moment, lang):
            break
        solve(moment, near)
        apply(moment, name)
        moment.start = left + hit.start()
    pattern, names = _AFTER[lang]
    hit = pattern.match(text, moment.end, stop)
    if hit and hit.lastindex and not moment.modifier and hit.end() > moment.end:
        name = names[hit.lastindex - 1]
        if _fits(name, moment, lang):
            solve(moment, near)
            apply(moment, name)
            moment.end = hit.end()
            opener = SINCE_OPENERS.get(name)
            head = opener.search(text, max(floor, moment.start - 3), moment.start) if opener and lang == "zh" else None
            moment.start = head.start() if head else moment.start
    return moment


def _fits(name: str, moment: Moment, lang: str) -> bool:
    if name in ("early", "mid", "late"):
        return not moment.modifier and moment.d is None and moment.weekday is None and len(moment.first) != 10
    if lang == "ru" and name in ("since", "until", "before") and moment.weekday:
        return False
    return not moment.modifier or moment.modifier in ("early", "mid", "late")


def apply(moment: Moment, name: str) -> None:
    """Move the ends of a solved date as its modifier says."""
    first, last = moment.first, moment.last
    known = bool(first) and bool(last) and not first.startswith("--")
    if name in ("early", "mid", "late") and known:
        first, last = calendars.part_of(first, last, name)
    elif name in ("before", "until") and moment.modifier == "late":
        first = ""
    elif (name == "after" and moment.modifier == "early") or name == "since":
        last = ""
    elif name == "until":
        first = ""
    elif name == "after" and known:
        first, last = (first if len(last) == 10 and first == last else _next(last)), ""
    elif name == "before" and known:
        first, last = "", _previous(first)
    moment.first, moment.last, moment.modifier = first, last, name
    moment.kind = "range" if name != "about" else moment.kind


def _next(cut: str) -> str:
    return (calendars.bounds(cut)[1] + timedelta(days=1)).isoformat()[: len(cut)]


def _previous(cut: str) -> str:
    if int(cut[:4]) <= 1:
        return ""
    return (calendars.bounds(cut)[0] - timedelta(days=1)).isoformat()[: len(cut)]


def solve(moment: Moment, near: date | None) -> None:
    """Set `first` and `last` from year, month, day and weekday; what the text does not say is inferred from `near`."""
    if moment.solved or moment.kind in ("duration", "set") or moment.impossible:
        return
    year, month, day = moment.y, moment.m, moment.d
    if month and day and not calendars.valid(year, month, day):
        moment.impossible = True
        return
    if year is None and near is not None:
        _infer(moment, near)
        return
    if year is None:
        cut = "" if month is None else (f"--{month:02d}-{day:02d}" if day else f"--{month:02d}")
    else:
        cut = calendars.iso(year, month, day)
    moment.first = moment.last = cut


def _infer(moment: Moment, near: date) -> None:
    month, day = moment.m, moment.d
    if month is not None:
        year = calendars.nearest_year(month, day, near, moment.weekday) or calendars.nearest_year(month, day, near)
        cut = calendars.iso(year, month, day) if year else ""
    elif day is not None:
        cut = _day_alone(day, moment.weekday, near)
    elif moment.weekday is not None:
        cut = calendars.nearest_weekday(near, moment.weekday).isoformat()
    else:
        return
    moment.first = moment.last = cut
    moment.inferred = True


def _day_alone(day: int, weekday: int | None, near: date) -> str:
    """A day of the month on its own: in the month of `near`, or the nearest in which it has that weekday."""
    for away in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, -8, 8):
        base = calendars.add(near.replace(day=1), away, "month")
        if not calendars.valid(base.year, base.month, day):
            continue
        there = base.replace(day=day)
        if weekday is None or there.isoweekday() == weekday:
            return there.isoformat()
    return ""
