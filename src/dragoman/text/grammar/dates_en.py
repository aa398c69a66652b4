"""English dates: which words can open one, and the rules tried there; the longest reading wins."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_en_days import DAY_RULES
from dragoman.text.grammar.dates_en_parts import PART_RULES
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
    "this current next coming upcoming following last past previous prior today yesterday tomorrow tmr tmrw earlier later "
    "same mid weekend eoy eom".split(), "r"
)  # fmt: skip
OPENERS |= dict.fromkeys(["the", "end", "day", "days", "two", "week", "year", "years", "q", "h", "fy", "cy", "sy", "fiscal", "calendar",
                          "school"], "r")  # fmt: skip
OPENERS |= {"in": "p", "on": "p", "within": "p", "now": "r", "semi": "e", "bi": "e", "two": "rn", "w": "r", "nineties": "r", "eighties": "r", "seventies": "r", "sixties": "r", "fifties": "r"}
OPENERS |= dict.fromkeys(SEASON_NAMES, "s")
OPENERS |= dict.fromkeys("a an another half few several some couple all whole entire one".split(), "an")
OPENERS |= dict.fromkeys(
    "daily weekly monthly quarterly yearly annually annual biennial biennially biannual every each once any weekends twice "
    "weekdays fortnightly biweekly semiannual semiannually nightly everyday hourly".split(), "e"
)  # fmt: skip

RULES: list[Rule] = [*DAY_RULES, *SPAN_RULES, *PART_RULES, *TIME_RULES]
_compiled: dict[str, list[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Moment | None]]]] = {}


def _rules(letter: str) -> list[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Moment | None]]]:
    if letter not in _compiled:
        wanted = [r for r in RULES if set(r[0]) & set(letter)]
        _compiled[letter] = [(re.compile(rf"(?:{p})(?![A-Za-z0-9])", re.IGNORECASE), handler) for _, p, handler in wanted]
    return _compiled[letter]


# What must stand near an opener for the rules to be worth a try: most openers are everyday words.
_UNIT_WORDS = (
    "day night week fortnight month quarter year yr decade century weekend hour hr minute min second sec d h y").split()
CALENDAR = frozenset([*_UNIT_WORDS, *(u + "s" for u in _UNIT_WORDS), "centuries", "business", "working", *SEASON_NAMES,
                      *(w for w, letters in OPENERS.items() if letters in ("m", "w")),
                      *"upcoming coming next past previous following last this half fiscal calendar workweek".split()])  # fmt: skip
AFTER_WEAK = CALENDAR | frozenset([
    *ORDINAL_WORDS, *SMALL, *TENS_WORDS, "thirtieth", "couple", "few", "several", "half", "hundred", "some", "the", "q", "end", "beginning", "start",
    "middle", "mid", "early", "late", "earlier", "later", "nineties", "eighties", "seventies", "sixties", "fifties", "same", "date", "other", "a", "an", "and",
])  # fmt: skip
BARE_NUMBER = re.compile(r"\d{4}(?!\d)|\d{8}(?!\d)|\d\d?\s?[-/.]\s?\d|\d0\s?[s'’]|\d\s?(?:[a-z]{1,2}(?![a-z]))", re.IGNORECASE)
WEAK = frozenset("in the on a an some all any each one every once twice whole entire within".split())
YEAR_WORD = re.compile(r"(?:two\s+thousand|(?:seventeen|eighteen|nineteen|twenty)[\s-]+\w)", re.IGNORECASE)


Words = list[tuple[int, int]]


def _worth(text: str, low: str, words: Words, n: int, letters: str, stop: int) -> bool:
    """Whether the rules are worth trying at the nth word."""
    begin, end = words[n]
    if letters == "d" and BARE_NUMBER.match(text, begin, stop):
        return True
    near = [low[a:b] for a, b in words[n + 1 : n + 7]]
    if letters == "d":
        return not CALENDAR.isdisjoint(near)
    if low[begin:end] in WEAK:
        if not near or not (near[0] in AFTER_WEAK or near[0][0].isdigit()):
            return False
        return any(w in CALENDAR or w[0].isdigit() or w in OPENERS for w in near)
    if letters in ("n", "an", "rn"):
        return not CALENDAR.isdisjoint(near) or YEAR_WORD.match(text, begin, stop) is not None
    return True


def moments(text: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """Every date, span, duration and recurrence of the window, in order, the longest at each place."""
    found: list[Moment] = []
    at = start
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    words = [m.span() for m in WORD.finditer(text, start, stop)]
    for n, (begin, end) in enumerate(words):
        if begin < at:
            continue
        word = low[begin:end]
        letter = OPENERS.get(word) or ("" if word.isalpha() else "d")
        if not letter or not _opens(text, begin, letter) or not _worth(text, low, words, n, letter, stop):
            continue
        best = _best(text, begin, stop, letter, near)
        if best is not None:
            best.end -= text[best.end - 1] in ".,"
            found.append(best)
            at = best.end
    return found


def _opens(text: str, begin: int, letter: str) -> bool:
    """Whether what stands right before lets a date begin here."""
    if not begin:
        return True
    before = text[begin - 1]
    if before.isalnum() or before in "_$€£¥":
        return False
    return not (letter == "d" and before in "-/" and begin > 1 and text[begin - 2].isdigit())


def _best(text: str, begin: int, stop: int, letter: str, near: date | None) -> Moment | None:
    """The longest reading of the rules that a word opens."""
    best: Moment | None = None
    for pattern, handler in _rules(letter):
        match = pattern.match(text, begin, stop)
        if match is None or (best and match.end() <= best.end):
            continue
        made = handler(match, near)
        if made is not None and (best is None or made.end > best.end):
            best = made
    return best
