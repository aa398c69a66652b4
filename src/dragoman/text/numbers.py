"""Numbers in English, Chinese and Russian: digits, words, scales, fractions, percentages, ordinals, with their bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dragoman.text.grammar import bounds, numerals_en, numerals_ru, numerals_zh
from dragoman.text.grammar.numerals import Numeral, plain

FINDERS: dict[str, Callable[[str, int, int], Iterator[Numeral]]] = {
    "en": numerals_en.find, "zh": numerals_zh.find, "ru": numerals_ru.find,
}  # fmt: skip


@dataclass(slots=True, unsafe_hash=True)
class Number:
    """A number as written: `text[start:end]` is the numeral with its scale words.

    `outer_start` and `outer_end` take in the words of its bound ("more than 3,700", "2000多"). `bound` is a value of
    `dragoman.model.statement.Bound`. `percent`: the value counts hundredths. `words`: it is not written in digits.
    """

    start: int
    end: int
    text: str
    value: Decimal
    bound: str = ""
    ordinal: bool = False
    percent: bool = False
    words: bool = False
    scaled: bool = False
    outer_start: int = 0
    outer_end: int = 0

    @property
    def plain(self) -> str:
        """The value as a plain decimal string."""
        return plain(self.value)


def grammar_of(lang: str) -> str:
    """The language whose grammar reads `lang`: its own where there is one, else English."""
    if lang in FINDERS:
        return lang
    return {"uk": "ru", "be": "ru", "bg": "ru", "ja": "zh"}.get(lang, "en")


def find(text: str, lang: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers of `text[start:end]`, in order, without overlaps; offsets are into `text`."""
    stop = len(text) if end is None else min(end, len(text))
    return list(_found(text, grammar_of(lang), start, stop))


@lru_cache(maxsize=4)
def _found(text: str, grammar: str, start: int, stop: int) -> tuple[Number, ...]:
    """Kept for a moment: dates, money and counts of one sentence ask for the same numbers."""
    found: list[Number] = []
    floor = start
    for numeral in FINDERS[grammar](text, start, stop):
        made = _bounded(text, numeral, grammar, floor, stop)
        found.append(made)
        floor = made.outer_end
    return tuple(found)


def _bounded(text: str, numeral: Numeral, lang: str, floor: int, stop: int) -> Number:
    left, right, bound = numeral.start, numeral.end, ""
    if not numeral.ordinal:
        left, bound = bounds.before(text, numeral.start, lang, floor)
        end, after = bounds.after(text, numeral.end, lang)
        if after and not bound and end <= stop:
            right, bound = end, after
        bound = bound or numeral.approximate
    return Number(
        numeral.start, numeral.end, text[numeral.start : numeral.end], numeral.value, bound, numeral.ordinal, numeral.percent,
        numeral.words, numeral.scaled, left, right,
    )  # fmt: skip
