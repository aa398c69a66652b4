"""English dates: which words can open one, and the rules tried there; the longest reading wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_en_days import DAY_RULES
from dragoman.text.grammar.dates_en_parts import PART_RULES
from dragoman.text.grammar.dates_en_spans import SPAN_RULES
from dragoman.text.grammar.dates_en_times import TIME_RULES
from dragoman.text.grammar.openers_en import CALENDAR, FOLLOWS, OPENERS, WEAK, ahead, openers

Rule = tuple[str, str, Callable[[re.Match[str], date | None], Moment | None]]

RULES: list[Rule] = [*DAY_RULES, *SPAN_RULES, *PART_RULES, *TIME_RULES]
_compiled: dict[str, list[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Moment | None]]]] = {}


def _rules(letter: str) -> list[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Moment | None]]]:
    if letter not in _compiled:
        wanted = [r for r in RULES if set(r[0]) & set(letter)]
        _compiled[letter] = [(re.compile(rf"(?:{p})(?![A-Za-z0-9])", re.IGNORECASE), handler) for _, p, handler in wanted]
    return _compiled[letter]


BARE_NUMBER = re.compile(r"\d{4}(?!\d)|\d{8}(?!\d)|\d\d?\s?[-/.]\s?\d|\d0\s?[s'’]|\d\s?(?:[a-z]{1,2}(?![a-z]))", re.IGNORECASE)
YEAR_WORD = re.compile(r"(?:two\s+thousand|(?:seventeen|eighteen|nineteen|twenty)[\s-]+\w)", re.IGNORECASE)


def _worth(text: str, low: str, opener: tuple[int, int, str], letters: str, stop: int) -> bool:
    """Whether the rules are worth trying at an opener."""
    begin, end, word = opener
    if letters in ("d", "y"):
        return BARE_NUMBER.match(text, begin, stop) is not None or not CALENDAR.isdisjoint(ahead(low, end, stop))
    if word in WEAK:
        if FOLLOWS.match(low, end, stop) is None:
            return False
        return any(w in CALENDAR or w[0].isdigit() or w in OPENERS for w in ahead(low, end, stop))
    if letters in ("n", "an", "rn"):
        return not CALENDAR.isdisjoint(ahead(low, end, stop)) or YEAR_WORD.match(text, begin, stop) is not None
    return True


def moments(text: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """Every date, span, duration and recurrence of the window, in order, the longest at each place."""
    found: list[Moment] = []
    at = start
    low, places = openers(text, start, stop)
    for opener in places:
        begin, _, word = opener
        if begin < at:
            continue
        letter = OPENERS.get(word) or ("" if word.isalpha() else "y" if len(word) > 2 else "d")
        if not letter or not _opens(text, begin, letter) or not _worth(text, low, opener, letter, stop):
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
    return not (letter in ("d", "y") and before in "-/" and begin > 1 and text[begin - 2].isdigit())


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
