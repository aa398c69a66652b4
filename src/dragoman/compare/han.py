"""Chinese names of organisations cut into words, each with its pinyin and its English renderings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.compare import han_lexicon, han_numbers
from dragoman.compare.han_segment import segment
from dragoman.compare.name import Role
from dragoman.text.pinyin import syllables
from dragoman.text.simplified import simplify

RUN = re.compile(r"([0-9]*[㐀-鿿○][㐀-鿿○0-9]*)|([a-z]+)|([0-9]+)")
HARD = frozenset("市省县区厂所院部局与和及号路")  # single characters that are words of their own beside unknown ones
JOINED, APART = 0.6, 0.3  # a name of two syllables is mostly written as one word


@dataclass(frozen=True, slots=True)
class HanWord:
    """One word of a Chinese name. `options` holds its English renderings and its pinyin, each with its probability."""

    text: str
    latin: str  # pinyin without tones, joined
    options: tuple[tuple[str, float], ...]
    role: Role


@lru_cache(maxsize=4_000)
def han_words(text: str) -> tuple[HanWord, ...]:
    """The words of a Chinese name in order; Latin words and figures within it are words of their own."""
    found: list[HanWord] = []
    for run in RUN.finditer(simplify(text).lower()):
        found += _chinese(run[0]) if run[1] else [_foreign(run[0])]
    return tuple(found)


def _foreign(text: str) -> HanWord:
    if text.isdigit():
        return _number(text, int(text), ordinal=False)
    return HanWord(text, text, ((text, 1.0),), Role.CORE)


def _number(text: str, number: int, ordinal: bool) -> HanWord:
    return HanWord(text, str(number), han_numbers.renderings(number, ordinal), Role.NUMBER)


def _chinese(run: str) -> Iterator[HanWord]:
    """Numbers first, as they bound words; then what stands between them."""
    at = 0
    for number in han_numbers.NUMBER.finditer(run):
        yield from _plain(run[at : number.start()])
        numeral = number[1] or number[2] or number[3] or number[4]
        figure = int(numeral) if numeral.isdigit() and numeral.isascii() else han_numbers.value(numeral)
        yield _number(number[0], figure, ordinal=number[0][0] == "第")
        at = number.end()
    yield from _plain(run[at:])


def _plain(run: str) -> Iterator[HanWord]:
    words = segment(run, _extra, han_lexicon.longest()) if run else []
    at = 0
    while at < len(words):
        end = _core_end(words, at)
        yield _core("".join(words[at:end])) if end > at else _known(words[at])
        at = max(end, at + 1)


def _extra(word: str) -> float | None:
    return 0.0 if word in han_lexicon.lines() else None


def _core_end(words: list[str], at: int) -> int:
    """Where the unknown name that begins here ends: single characters, at least one of them in no lexicon."""
    end = at
    while end < len(words) and len(words[end]) == 1 and words[end] not in HARD:
        end += 1
    return end if any(_extra(w) is None for w in words[at:end]) else at


def _known(word: str) -> HanWord:
    entry = han_lexicon.find(word)
    if entry is None:
        return _core(word)
    latin = pinyin_of(word)
    options = entry.options
    if all(name != latin for name, _ in options):
        options = (*options, (latin, round(1 - han_lexicon.KNOWN, 3)))
    return HanWord(word, latin, options, entry.role)


def _core(word: str) -> HanWord:
    """A name of its own: pinyin in one word or in several."""
    parts = [s.replace("v", "u") for s in syllables(word)]
    options = [("".join(parts), JOINED)]
    if len(parts) > 1:
        options.append((" ".join(parts), APART))
    return HanWord(word, options[0][0] if parts else "", tuple(options), Role.CORE)


def pinyin_of(word: str) -> str:
    """Toneless pinyin in one word."""
    return "".join(syllables(word)).replace("v", "u")
