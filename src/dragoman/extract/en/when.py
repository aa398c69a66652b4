"""Spans of dates in a sentence, as patterns of other rules need them, and their values against the release date."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Reading
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import choice, words
from dragoman.extract.en.shapes import small, twin

MONTH = r"(?:" + choice(words("months")) + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
MONTH_WORDS = Gate(words("months") | frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split()))
WEEKDAY = choice(words("weekdays"))
DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|and|through)\s*(?:" + MONTH + r"\s+)?\d{1,2}(?:st|nd|rd|th)?)?"
DAYS_RANGE = r"\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—]|to|and|through)\s*\d{1,2}(?:st|nd|rd|th)?"
FULL = (
    rf"(?:(?:from\s+)?(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAYS}\s+(?:of\s+)?{MONTH}(?:,?\s+\d{{4}})?"
    rf"|(?:from\s+)?(?:{WEEKDAY},?\s+)?{MONTH}\s+{DAYS}(?:,?\s+\d{{4}})?(?!\d)"
    rf"|(?:{WEEKDAY}\b)"
    rf"|{MONTH}\s+(?:of\s+)?(?:this\s+year|next\s+year|last\s+year|\d{{4}})"
    rf"|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}\.\d{{2}}\.(?:19|20)\d\d)"
)
DATE = rf"(?:{FULL}|{MONTH}\b|(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b(?!\s*(?:per|percent|%)))"
WITH_YEAR = re.compile(rf"\b(?:{DAYS}\s+(?:of\s+)?{MONTH}|{MONTH}\s+{DAYS}),?\s+20\d\d\b", re.I)
DATE_RE = re.compile(rf"(?<![\w-])(?:{DATE})", re.I)
STRONG_DATE = re.compile(rf"(?<![\w-])(?:{FULL})", re.I)
MONTH_YEAR = re.compile(rf"\b(?:in|since|for)\s+(?:early\s+|late\s+)?{MONTH}(?:\s+(?:of\s+)?\d{{4}})?\b", re.I)


def moments(reading: Reading, written: str) -> tuple[str, str, bool]:
    """First and last day (ISO 8601, cut to their precision) of a date as written, and whether a part is inferred."""
    from dragoman.text import dates

    found = dates.find(written, "en", ref=reading.released)
    if not found:
        return "", "", False
    return found[0].first, found[0].last, found[0].inferred


RELATIVE = re.compile(r"\b(?P<date>(?:last|this) year)\b(?!(?:'|’)s)", re.I)
DATING = re.compile(r"\d|year\b|day\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")  # one in each date
YEARED = re.compile(
    rf"\b(?:in|since|from|on|by|for)\s+(?:early\s+|late\s+)?(?P<date>{FULL}|{MONTH}\s+(?:19|20)\d\d|(?:19|20)\d\d)\b", re.I
)


def of_act(reading: Reading, text: str, start: int, end: int, offset: int) -> tuple[Claim, ...]:
    """When an act took place: the date within its words, or the one its sentence opens with."""
    low = small(text)
    if not DATING.search(low):
        return ()
    stop = min(len(text), end + 25)
    seen = twin(YEARED).search(low, start, stop)
    found = YEARED.match(text, seen.start(), stop) if seen else YEARED.match(text.lstrip('“" '))
    found = found or (RELATIVE.search(text, start, stop) if reading.released else None)
    if found is None:
        return ()
    first, last, inferred = moments(reading, found["date"])
    if not first:
        return ()
    claim = Claim("startDate", first, original=found["date"], inferred=inferred)
    return (claim, Claim("endDate", last)) if last and last != first and not last.startswith(first) else (claim,)


def claims(reading: Reading, written: str, start: int, end: int) -> tuple[Claim, ...]:
    """The start and end date claims of a written date that stands from `start` to `end` of the document."""
    first, last, inferred = moments(reading, written)
    made = []
    if first:
        made.append(Claim("startDate", first, original=written, inferred=inferred, start=start, end=end))
    if last and last != first:
        made.append(Claim("endDate", last, original=written, inferred=inferred, start=start, end=end))
    return tuple(made)
