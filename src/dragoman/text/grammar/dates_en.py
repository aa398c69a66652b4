"""English dates: which words can open one, and the rules tried there; the longest reading wins."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_en_days import DAY_RULES
from dragoman.text.grammar.dates_en_spans import SPAN_RULES
from dragoman.text.grammar.dates_en_times import TIME_RULES
from dragoman.text.grammar.dates_en_words import DAY_NAMES, MONTH_NAMES, ORDINAL_WORDS, SEASON_NAMES, SMALL, TENS_WORDS

Rule = tuple[str, str, Callable[[re.Match[str], date | None], Moment | None]]

WORD = re.compile(r"[A-Za-z]+|\d+|[½¼¾]")
OPENERS: dict[str, str] = {}
for _name in MONTH_NAMES:
    OPENERS |= dict.fromkeys((_name, _name[:3]), "m")
OPENERS["sept"] = "m"
for _name in DAY_NAMES:
    OPENERS |= dict.fromkeys((_name, _name[:3], _name + "s"), "w")
OPENERS |= dict.fromkeys(("tues", "weds", "thur", "thurs"), "w")
OPENERS |= dict.fromkeys([*ORDINAL_WORDS, *SMALL, *TENS_WORDS, "thirtieth"], "n")
OPENERS |= dict.fromkeys(
    "this current next coming upcoming following last past previous prior today yesterday tomorrow tmr tmrw within earlier later "
    "same mid over during weekend eoy eom".split(), "r"
)  # fmt: skip
OPENERS |= dict.fromkeys(["in", "the", "on", "for", "end", "day", "days", "two", "week", "year", "years", "q", "h", "fy", "cy", "sy", "fiscal", "calendar",
                          "school", "to", "till"], "r")  # fmt: skip
OPENERS |= {"now": "r", "semi": "e", "bi": "e", "two": "rn", "w": "r", "nineties": "r", "eighties": "r", "seventies": "r", "sixties": "r", "fifties": "r"}
OPENERS |= dict.fromkeys(SEASON_NAMES, "s")
OPENERS |= dict.fromkeys("a an another half few several some couple all whole entire more less one".split(), "an")
OPENERS |= dict.fromkeys(
    "daily weekly monthly quarterly yearly annually annual biennial biennially biannual every each once any weekends twice "
    "weekdays fortnightly biweekly semiannual semiannually nightly everyday hourly".split(), "e"
)  # fmt: skip

RULES: list[Rule] = [*DAY_RULES, *SPAN_RULES, *TIME_RULES]
_compiled: dict[str, list[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Moment | None]]]] = {}


def _rules(letter: str) -> list[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Moment | None]]]:
    if letter not in _compiled:
        wanted = [r for r in RULES if set(r[0]) & set(letter)]
        _compiled[letter] = [(re.compile(rf"(?:{p})(?![A-Za-z0-9])", re.IGNORECASE), handler) for _, p, handler in wanted]
    return _compiled[letter]


def moments(text: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """Every date, span, duration and recurrence of the window, in order, the longest at each place."""
    found: list[Moment] = []
    at = start
    for word in WORD.finditer(text, start, stop):
        begin = word.start()
        if begin < at:
            continue
        raw = word[0]
        letter = "d" if not raw.isalpha() else OPENERS.get(raw.lower(), "")
        if letter == "d" and begin > 1 and text[begin - 1] in "-/" and text[begin - 2].isdigit():
            continue
        if not letter or (begin and (text[begin - 1].isalnum() or text[begin - 1] in "_$€£¥")):
            continue
        best: Moment | None = None
        for pattern, handler in _rules(letter):
            match = pattern.match(text, begin, stop)
            if match is None or (best and match.end() <= best.end):
                continue
            made = handler(match, near)
            if made is not None and (best is None or made.end > best.end):
                best = made
        if best is not None:
            best.end -= text[best.end - 1] in ".,"
            found.append(best)
            at = best.end
    return found
