"""Ranges of figures: which two numbers are the ends of one ("20-30 firms", "от 5 до 10 млн"), and the scale they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from dragoman.text.numbers import Number

RANGE = {
    "en": re.compile(r"\s?(?:-|–|—|~|to)\s?"),
    "zh": re.compile("(?:-|–|—|~|～|至|到)"),
    "ru": re.compile(r"\s?(?:-|–|—|до)\s?"),
}
# Words before the lower end that tell of a change: "rose from 5 to 10" ends at ten, it does not lie between.
CHANGE = {
    "en": re.compile(r"\bfrom\s+$", re.IGNORECASE),
    "zh": re.compile("[从由]$"),
    "ru": re.compile(r"(?<![а-яё])со?\s+$", re.IGNORECASE),
}
THOUSAND = Decimal(1000)


def are_ends(text: str, left: Number, right: Number, lang: str) -> bool:
    """Whether two neighbouring numbers are the lower and the upper end of one range."""
    if left.ordinal or right.ordinal or left.percent != right.percent or not 0 < left.value < right.value:
        return False
    return between(text, left.start, left.end, right.start, lang)


def between(text: str, left_start: int, left_end: int, right_start: int, lang: str) -> bool:
    """Whether the words between and before two figures make a range of them, not a change from one to the other."""
    if not RANGE[lang].fullmatch(text, left_end, right_start):
        return False
    return CHANGE[lang].search(text, max(0, left_start - 6), left_start) is None


def evened(text: str, found: Sequence[Number], lang: str) -> list[Number]:
    """Give the lower end of a range the scale only its upper end names: US$1.5-2 billion."""
    made = list(found)
    for n, (left, right) in enumerate(pairwise(found)):
        short = left.scaled or not right.scaled or right.end - right.start < 2
        if short or not RANGE[lang].fullmatch(text, left.end, right.start):
            continue
        factor = THOUSAND
        while right.value / (factor * 1000) >= 1:
            factor *= 1000
        if lang == "zh":
            factor = Decimal(10**8) if right.value >= 10**8 else Decimal(10**4)
        if left.value * factor < right.value:
            made[n] = replace(left, value=left.value * factor, scaled=True)
    return made
