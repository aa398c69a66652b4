"""English durations (four-day, two and a half years) and recurrences (every two years, annually)."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_en_spans import unit_of
from dragoman.text.grammar.dates_en_words import CLOCK, UNIT, WD, N, amount, weekday

Handler = Callable[[re.Match[str], date | None], Moment | None]
ANY = rf"(?:{UNIT}|{CLOCK})"
PART = re.compile(rf"(?P<n>{N})?\s*-?\s*(?P<u>{ANY})", re.IGNORECASE)
ADVERBS = {
    "daily": ("1", "day"), "everyday": ("1", "day"), "nightly": ("1", "day"), "weekly": ("1", "week"), "biweekly": ("2", "week"),
    "fortnightly": ("2", "week"), "monthly": ("1", "month"), "quarterly": ("3", "month"), "semiannual": ("6", "month"),
    "semiannually": ("6", "month"), "annual": ("1", "year"), "annually": ("1", "year"), "yearly": ("1", "year"),
    "biannual": ("6", "month"), "semi-annually": ("6", "month"), "semi-annual": ("6", "month"), "bi-monthly": ("2", "month"), "bi-weekly": ("2", "week"), "biennial": ("2", "year"), "biennially": ("2", "year"), "hourly": ("1", "hour"),
    "weekends": ("1", "weekend"), "weekdays": ("1", "business day"),
}  # fmt: skip


def _duration(match: re.Match[str], _: date | None) -> Moment | None:
    """A number with units of time, several in falling order, and a half or a quarter more."""
    words = match[0]
    groups = match.groupdict()
    parts = [
        (amount(p["n"] or "1"), unit_of(p["u"])) for p in PART.finditer(words, 0, len(words) - len(groups.get("more") or ""))
    ]
    if groups.get("more"):
        extra = 0.75 if "three" in groups["more"].lower() else 0.25 if "quarter" in groups["more"].lower() else 0.5
        parts[-1] = (format(float(parts[-1][0]) + extra, "g"), parts[-1][1])
    if re.fullmatch(r"(?:a|an)\s+second", words, re.IGNORECASE) and re.match(r"\s+[a-z]", match.string[match.end() :]):
        return None  # the ordinal
    lone = len(parts) == 1 and re.match(r"(?:a|an|one)\s", words, re.IGNORECASE)
    if lone and parts[0][1] in ("day", "second", "quarter", "month", "week", "year", "minute") and _not_a_span(match):
        return None
    return Moment(match.start(), match.end(), "duration", amount=parts[0][0], unit=parts[0][1], parts=tuple(parts))


def _not_a_span(match: re.Match[str]) -> bool:
    """Whether `a day` counts how often, not how long: twice a day, three meals a day."""
    before = match.string[max(0, match.start() - 16) : match.start()]
    return re.search(r"(?:\b(?:once|twice|times|what|such)|\bone)\s+$", before, re.IGNORECASE) is not None


def _half(match: re.Match[str], _: date | None) -> Moment | None:
    """Half a year, one and a half hours, a year and a half."""
    groups = match.groupdict()
    base = float(amount(groups["n"])) if groups.get("n") else 0.0
    word = groups["part"].lower()
    extra = 0.25 if "quarter" in word else 0.5
    total = format(base + extra, "g")
    unit = unit_of(groups["u"])
    return Moment(match.start(), match.end(), "duration", amount=total, unit=unit, parts=((total, unit),))


def _whole(match: re.Match[str], _: date | None) -> Moment | None:
    unit = unit_of(match["u"])
    return Moment(match.start(), match.end(), "duration", amount="1", unit=unit, parts=(("1", unit),))


def _adverb(match: re.Match[str], _: date | None) -> Moment | None:
    n, unit = ADVERBS[match["adv"].lower()]
    return Moment(match.start(), match.end(), "set", amount=n, unit=unit, parts=((n, unit),))


def _every(match: re.Match[str], _: date | None) -> Moment | None:
    groups = match.groupdict()
    n = amount(groups["n"]) if groups.get("n") else "2" if groups.get("other") else "1"
    unit = unit_of(groups["u"])
    return Moment(match.start(), match.end(), "set", amount=n, unit=unit, parts=((n, unit),))


def _every_weekday(match: re.Match[str], _: date | None) -> Moment | None:
    return Moment(match.start(), match.end(), "set", weekday=weekday(match["wd"]), amount="1", unit="week", parts=())


MORE = r"(?P<more>\s+and\s+(?:a\s+)?(?:half|quarter)|\s+and\s+three\s+quarters)"
ONE = rf"{N}\s*-?\s*{ANY}"
TIME_RULES: list[tuple[str, str, Handler]] = [
    ("dyna", rf"{ONE}{MORE}", _duration),
    ("dyna", rf"{ONE}(?:(?:,?\s+(?:and\s+)?|\s*,\s*){ONE})*", _duration),
    ("dyna", rf"(?P<n>{N})\s+and\s+(?:a\s+|one\s+)?(?P<part>half|quarter)\s+(?P<u>{ANY})", _half),
    ("dyan", rf"(?P<part>half|½|¼|¾)\s+(?:an?\s+)?(?P<u>{ANY})", _half),
    ("a", r"(?:all|whole|entire)\s+(?:the\s+)?(?P<u>day|week|month|year|night|weekend)", _whole),
    ("e", rf"(?P<adv>{'|'.join(ADVERBS)})", _adverb),
    ("e", rf"(?:every|each|any)\s+(?:(?P<other>other|second)\s+|(?P<n>{N})\s+)?(?P<u>{ANY})", _every),
    ("ean", rf"(?:once|twice|one)\s+(?:an?|every|each|per)\s+(?:(?P<n>{N})\s+)?(?P<u>{ANY})", _every),
    ("a", r"all\s+(?P<u>weekends)", _every),
    ("e", rf"(?:every|each)\s+(?:other\s+)?(?P<wd>{WD})", _every_weekday),
    ("w", r"(?:on\s+)?(?P<wd>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s", _every_weekday),
]
