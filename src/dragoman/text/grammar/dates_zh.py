"""Chinese dates: absolute with 年月日 or digits, relative (去年, 上周三), spans, durations, recurrences."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_zh_days import DAY_RULES
from dragoman.text.grammar.dates_zh_spans import SPAN_RULES

Handler = Callable[[re.Match[str], date | None], Moment | None]

_N = "0-9０-９〇零一二三四五六七八九十两兩半几数百"
# A number with a unit of the calendar behind it, or a word that points at a day, a month, a year.
TRIGGER = re.compile(
    rf"(?:第?[{_N}]|初)[{_N}.．]*\s?(?:[年月日号號周週星礼禮季世天代小钟鐘时時分秒个個/.\-–—~～至到])|"
    r"[今去明昨次翌前后後][年天日儿]|大[前后]天|[当當同本][年天日月周週季]|[上下本这這]{1,2}[个個]?[周週星礼禮月季半]|[前后後][0-9一二两三四五六七八九十几个個半]|"
    r"[周週][一二三四五六日末天]|星期|[礼禮]拜|过去|過去|最近|近[0-9一二两三四五六七八九十几]|未来|今[后後]|之[后後前][0-9一二两三]|接下来|每|半[年月个個天小]|数[十年月天]"
)
NUMBER = re.compile(rf"第|初|[{_N}]")
UNITS = "天周週星礼禮小钟鐘时時分秒个個"  # behind a number they open a duration and no day, month or year


@cache
def _rules(letter: str) -> list[tuple[re.Pattern[str], Handler]]:
    """The rules for what opens a date: a number (n), a number with a unit of `UNITS` (u), a word (w)."""
    return [(re.compile(pattern), handler) for letters, pattern, handler in (*DAY_RULES, *SPAN_RULES) if letter in letters]


def _letter(trigger: str) -> str:
    if NUMBER.match(trigger) is None:
        return "w"
    return "u" if trigger[-1] in UNITS else "n"


TITLE = re.compile("《[^》]*$")


def _titled(text: str, at: int) -> bool:
    """Whether it stands within the title of a work."""
    return TITLE.search(text, max(0, at - 24), at) is not None


def moments(text: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """Every date, span, duration and recurrence of the window, in order, the longest at each place."""
    found: list[Moment] = []
    at = start
    for trigger in TRIGGER.finditer(text, start, stop):
        begin = trigger.start()
        if begin < at:
            continue
        best: Moment | None = None
        for pattern, handler in _rules(_letter(trigger[0])):
            match = pattern.match(text, begin, stop)
            if match is None or match.end() == begin or (best and match.end() <= best.end):
                continue
            made = handler(match, near)
            if made is not None and (best is None or made.end > best.end):
                best = made
        if best is not None and not _titled(text, begin):
            found.append(best)
            at = best.end
    return found
