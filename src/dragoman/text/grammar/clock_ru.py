"""Russian times of day: в 10:30, с 9 до 18 часов, в девять утра, 7 июня в 15.00."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from datetime import date

from dragoman.text.calendars import Moment
from dragoman.text.grammar.clock import HALF, HOUR, Clock, Hand, Language
from dragoman.text.grammar.dates_ru_rules import M

WORDS = {
    "час": 1, "два": 2, "двух": 2, "три": 3, "трех": 3, "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7,
    "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9, "десять": 10, "десяти": 10, "одиннадцать": 11, "одиннадцати": 11,
    "двенадцать": 12, "двенадцати": 12,
}  # fmt: skip
PARTS = {"утра": "morning", "дня": "afternoon", "вечера": "evening", "ночи": "night"}
LEADS = {
    "до": "until",
    "после": "after",
    "к": "before",
    "около": "about",
    "примерно в": "about",
    "не позднее": "before",
    "начиная с": "since",
}
_HW = "|".join(sorted((w.replace("е", "[её]") for w in WORDS), key=len, reverse=True))


def _time(p: str) -> str:
    """The pattern of one time; its groups end in `p`."""
    digits = rf"(?P<h{p}>2[0-4]|[01]?\d)(?:(?P<dot{p}>[:.])(?P<m{p}>[0-5]\d)(?::(?P<s{p}>[0-5]\d))?)?(?![\d])"
    named = rf"(?P<n{p}>полдень|полночь|полудня|полуночи)"
    hours = rf"(?:\s*(?P<oc{p}>часов|часа|час|ч\.|ч(?![а-яё]))(?:\s*(?P<mm{p}>[0-5]?\d)\s*(?:минут\w?|мин\.?|м\.))?)?"
    return rf"(?:{named}|(?:{digits}|(?P<w{p}>{_HW})(?![а-яё])){hours}(?:\s+(?P<dp{p}>утра|дня|вечера|ночи)(?![а-яё]))?)"


FULL = re.compile(
    rf"(?<![\w.,:/№$€-])(?:(?P<lead>примерно\s+в|начиная\s+с|не\s+позднее|после|около|в|во|с|со|до|к|на)\s+)?{_time('a')}"
    rf"(?:(?P<join>\s*[-–—]\s*|\s+(?:до|по)\s+)(?!\d\d?\s+{M}){_time('b')})?(?![\wА-яЁё%])(?![.:]\d)",
    re.IGNORECASE,
)
TRIGGER = re.compile(
    r"\d:[0-5]\d|\d\.[0-5]\d\s?[-–—]\s?\d|\d\.[0-5]\d\s+до\s|\d\s*(?:ч\.|час)|(?:утра|вечера|ночи|дня)(?![а-яё])|пол(?:день|ночь|удня|уночи)",
    re.IGNORECASE,
)
NO_TIME = re.compile(r"(?:счет(?:ом|е)?|счёт(?:ом|е)?|отношени\w+|масштаб\w*)\s+$", re.IGNORECASE)
MEASURES = re.compile(r"\s*(?:раз|млн|млрд|тыс|процент|кг|км|м\b|балл|метр|тонн|руб|долл)", re.IGNORECASE)


def _hand(match: re.Match[str], p: str) -> tuple[Hand, bool]:
    """One time of a match, and whether its words tell it from a number."""
    g = match.groupdict()
    if g[f"n{p}"]:
        return Hand(HALF if g[f"n{p}"].lower().startswith(("полд", "полуд")) else 0, True), True
    part = PARTS.get((g[f"dp{p}"] or "").lower(), "")
    if g[f"w{p}"]:
        seconds = WORDS[g[f"w{p}"].lower().replace("ё", "е")] * HOUR
    else:
        seconds = int(g[f"h{p}"]) * HOUR + int(g[f"m{p}"] or 0) * 60 + int(g[f"s{p}"] or 0)
    hand = Hand(seconds + int(g[f"mm{p}"] or 0) * 60)
    hand.told = seconds >= HALF + HOUR
    hand.put(part)
    return hand, bool(part or g[f"dot{p}"] == ":" or g[f"mm{p}"])


def read(match: re.Match[str]) -> Clock | None:
    """The clock a match of `FULL` tells; None where its parts make none."""
    left, right = _hand(match, "a"), _hand(match, "b") if match["join"] else None
    lead = re.sub(r"\s+", " ", (match["lead"] or "").lower())
    if match["wa"] and not match["dpa"] and not match["oca"] and not (right and match["dpb"]):
        return None
    if "дня" in (match["dpa"], match["dpb"]) and not (
        match["oca"] or match["ocb"] or match["dota"] or right or lead in ("в", "к")
    ):
        return None  # three days
    ranged = right is not None and lead in ("с", "со")
    hours = bool(match["oca"]) and lead in ("в", "к", "до", "после", "около", "не позднее")
    dotted = match["dota"] == "." and match["dotb"] == "." and right is not None
    strong = left[1] or bool(right and right[1]) or hours or dotted or (ranged and bool(match["ocb"]))
    keep = ranged or (lead in LEADS and right is None)
    start = match.start() if keep or not lead else match.end("lead") + 1
    clock = Clock(
        start, match.end(), left[0], right[0] if right else None, LEADS.get(lead, "") if right is None else "", strong, lead
    )
    rest = match.string[start : match.end()]
    clock.start += len(rest) - len(rest.lstrip())
    return clock


def strong(text: str, start: int, stop: int) -> list[Clock]:
    """The times whose own words tell them."""
    found: list[Clock] = []
    at = start
    for trigger in TRIGGER.finditer(text, start, stop):
        if trigger.start() < at:
            continue
        for match in FULL.finditer(text, max(at, trigger.start() - 28), min(stop, trigger.end() + 32)):
            if match.start() >= trigger.end():
                break
            clock = read(match) if match.end() > trigger.start() else None
            if clock and clock.strong and not _measure(text, match, stop):
                found.append(clock)
                at = clock.end
                break
    return found


def _measure(text: str, match: re.Match[str], stop: int) -> bool:
    """Whether it is a score, a ratio or an amount with a decimal point."""
    if match["dota"] == "." and MEASURES.match(text, match.end(), stop):
        return True
    return NO_TIME.search(text, max(0, match.start() - 14), match.start()) is not None


HINT_AFTER = re.compile(r"[\s,]*(?:в|с|около|до|к)\s+[\dа-яё]", re.IGNORECASE)


def weak_after(text: str, day: Moment, stop: int) -> Clock | None:
    """An hour with a point or a span of hours behind a date: 7 июня в 15.00, завтра с 9 до 12."""
    if not HINT_AFTER.match(text, day.end, stop):
        return None
    gap = re.compile(r"[\s,]*").match(text, day.end, stop)
    match = FULL.match(text, gap.end() if gap else day.end, stop)
    if match is None or MEASURES.match(text, match.end(), stop):
        return None
    clock = read(match)
    if clock is None:
        return None
    return clock if match["dota"] or (clock.right and clock.lead == "с" and match["ha"] and match["hb"]) else None


def weak_before(text: str, day: Moment, start: int) -> Clock | None:
    """An hour with a point before a date: в 15.00 7 июня."""
    for match in re.compile(r"(?:в|к|с)\s+\d\d?\.[0-5]\d").finditer(text, max(start, day.start - 24), day.start):
        full = FULL.match(text, match.start(), day.start)
        clock = read(full) if full else None
        if clock and BEFORE.fullmatch(text, clock.end, day.start):
            return clock
    return None


def dated(text: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """Days with a part of the day are read by the grammar of dates and the gap between day and hour."""
    return []


GAP = re.compile(r"(?:\s+(?:утром|дн[её]м|вечером|ночью))?[\s,()]*(?:(?:в|во|с|на|около|к)\s+)?(?P<part>(?!))?", re.IGNORECASE)
BEFORE = re.compile(r"\s*,?\s*(?:во?\s+|на\s+)?", re.IGNORECASE)
NEVER = re.compile("(?!)(?P<part>)")
RUSSIAN = Language(strong, weak_after, weak_before, dated, GAP, BEFORE, NEVER, NEVER, ";")
