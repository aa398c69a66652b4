"""Where an English date or number can begin: the words that open one, found once for both."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.text.grammar import tries
from dragoman.text.grammar.dates_en_words import DAY_NAMES, MONTH_NAMES, ORDINAL_WORDS, SEASON_NAMES, SMALL, TENS_WORDS
from dragoman.text.grammar.numerals_en_words import STARTERS

OPENERS: dict[str, str] = {}
for _name in MONTH_NAMES:
    OPENERS |= dict.fromkeys((_name, _name[:3]), "m")
OPENERS["sept"] = "m"
for _name in DAY_NAMES:
    OPENERS |= dict.fromkeys((_name, _name[:3], _name + "s"), "w")
OPENERS |= dict.fromkeys(("tues", "weds", "thur", "thurs"), "w")
OPENERS |= dict.fromkeys([*ORDINAL_WORDS, *SMALL, *TENS_WORDS, "thirtieth"], "n")
OPENERS |= dict.fromkeys(
    "this current next coming upcoming following last past previous prior today yesterday tomorrow tmr tmrw earlier later "
    "same mid weekend eoy eom".split(), "r"
)  # fmt: skip
OPENERS |= dict.fromkeys(["the", "end", "day", "days", "two", "week", "year", "years", "q", "h", "fy", "cy", "sy", "fiscal", "calendar",
                          "school"], "r")  # fmt: skip
OPENERS |= {
    "in": "p",
    "on": "p",
    "within": "p",
    "now": "r",
    "semi": "e",
    "bi": "e",
    "two": "rn",
    "w": "r",
    "nineties": "r",
    "eighties": "r",
    "seventies": "r",
    "sixties": "r",
    "fifties": "r",
}
OPENERS |= dict.fromkeys(SEASON_NAMES, "s")
OPENERS |= dict.fromkeys("a an another half few several some couple all whole entire one".split(), "an")
OPENERS |= dict.fromkeys(
    "daily weekly monthly quarterly yearly annually annual biennial biennially biannual every each once any weekends twice "
    "weekdays fortnightly biweekly semiannual semiannually nightly everyday hourly".split(), "e"
)  # fmt: skip

# What must stand near an opener for the rules to be worth a try: most openers are everyday words.
_UNIT_WORDS = (
    "day night week fortnight month quarter year yr decade century weekend hour hr minute min second sec d h y"
).split()
CALENDAR = frozenset([*_UNIT_WORDS, *(u + "s" for u in _UNIT_WORDS), "centuries", "business", "working", *SEASON_NAMES,
                      *(w for w, letters in OPENERS.items() if letters in ("m", "w")),
                      *"upcoming coming next past previous following last this half fiscal calendar workweek".split()])  # fmt: skip
AFTER_WEAK = CALENDAR | frozenset([
    *ORDINAL_WORDS, *SMALL, *TENS_WORDS, "thirtieth", "couple", "few", "several", "half", "hundred", "some", "the", "q", "end", "beginning", "start",
    "middle", "mid", "early", "late", "earlier", "later", "nineties", "eighties", "seventies", "sixties", "fifties", "same", "date", "other", "a", "an", "and",
])  # fmt: skip
WEAK = frozenset("in the on a an some all any each one every once twice whole entire within".split())

OPENER = re.compile(rf"(?<![a-z])(?:{tries.pattern([*OPENERS, *STARTERS])})(?![a-z])|\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
FOLLOWS = re.compile(rf"[^a-z0-9½¼¾]+(?:(?:{tries.pattern(AFTER_WEAK)})(?![a-z])|\d)")
WORD = re.compile(r"[a-z]+|\d+|[½¼¾]")
AHEAD, REACH = 6, 80  # words and code points looked at behind an opener


@lru_cache(4)
def openers(text: str, start: int, stop: int) -> tuple[str, list[tuple[int, int, str]]]:
    """The text in small letters, and every word of it that opens a date or a number, with start and end."""
    low = tries.lowered(text)
    return low, [(m.start(), m.end(), m[0]) for m in OPENER.finditer(low, start, stop)]


def ahead(low: str, end: int, stop: int) -> list[str]:
    """The next few words."""
    return WORD.findall(low, end, min(stop, end + REACH))[:AHEAD]
