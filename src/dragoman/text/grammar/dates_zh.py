"""Chinese dates: absolute with 年月日 or digits, relative (去年, 上周三), spans, durations, recurrences."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_zh_days import DAY_RULES
from dragoman.text.grammar.dates_zh_spans import SPAN_RULES

Handler = Callable[[re.Match[str], date | None], Moment | None]

TRIGGER = re.compile(
    "[0-9０-９〇零一二三四五六七八九十两兩半几数年月周週星礼禮去今明昨前后後当當上下本同次此这這每近未过過最正春夏秋冬全整百第]"
)
_compiled: list[tuple[re.Pattern[str], Handler]] = []


def _rules() -> list[tuple[re.Pattern[str], Handler]]:
    if not _compiled:
        _compiled.extend((re.compile(pattern), handler) for pattern, handler in (*DAY_RULES, *SPAN_RULES))
    return _compiled


TITLE = re.compile("《[^》]*$")


def _titled(text: str, at: int) -> bool:
    """Whether it stands within the title of a work."""
    return TITLE.search(text, max(0, at - 24), at) is not None


def moments(text: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """Every date, span, duration and recurrence of the window, in order, the longest at each place."""
    found: list[Moment] = []
    at = start
    rules = _rules()
    for trigger in TRIGGER.finditer(text, start, stop):
        begin = trigger.start()
        if begin < at:
            continue
        best: Moment | None = None
        for pattern, handler in rules:
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
