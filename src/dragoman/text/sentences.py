"""Sentences with lossless offsets: sentencex for English, razdel for Russian, end marks for Chinese.

Blank lines always end a sentence; a single line break never does, because printed text is wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

PARAGRAPH = re.compile(r"\n[ \t\r\u3000\xa0]*\n\s*|\f")
HAN_LANGUAGES = frozenset({"zh", "ja"})
CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg"})

# An end mark with the closing quotes and brackets that belong to it. A title in 《》 that ends with a mark is a name
# and no end; the ellipsis mostly stands within a sentence.
HAN_END = re.compile(r"[。！？；｡!?]+(?![”’』」]?》)[”’』」）)\"]*")

# Where the libraries split wrongly: the words before the break and the words after it.
WRONG_BREAKS = {
    "en": (
        re.compile(r"(?:\b(?:approx|Vol|Nos?|Art|Sec|Fig|Ch|pp?|ca|est)|\bU\.S|\bU\.K)\.\s*$"),
        re.compile(r"\d|[a-z]"),
    ),
    "ru": (
        re.compile(r"(?:\b(?:долл|млн|млрд|тыс|руб|стр|рис|табл|им|г|гг|ул|пр|обл|ок|св|кв|№)|\b[А-ЯЁ])\.\s*$"),
        re.compile(r"США\b|\d|[a-zа-яё]|%"),
    ),
}  # fmt: skip


def split(text: str, lang: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]` as spans of `text`, white space at their ends left out.

    `lang` is ISO 639-1; a language without a grammar of its own is split as English.
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    for left, right in _paragraphs(text, start, stop):
        if lang in HAN_LANGUAGES:
            pieces = _han(text, left, right)
        elif lang in CYRILLIC_LANGUAGES:
            pieces = _joined(text, _razdel(text, left, right), "ru")
        else:
            pieces = _joined(text, _sentencex(text, left, right, lang), "en")
        found += [span for piece in pieces if (span := _trimmed(text, *piece)) is not None]
    return found


def _paragraphs(text: str, start: int, stop: int) -> Iterator[Span]:
    at = start
    for gap in PARAGRAPH.finditer(text, start, stop):
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    if at < stop:
        yield at, stop


def _han(text: str, start: int, stop: int) -> Iterator[Span]:
    at = start
    for mark in HAN_END.finditer(text, start, stop):
        yield at, mark.end()
        at = mark.end()
    if at < stop:
        yield at, stop


def _razdel(text: str, start: int, stop: int) -> Iterator[Span]:
    from razdel import sentenize

    for piece in sentenize(text[start:stop]):
        yield start + piece.start, start + piece.stop


def _sentencex(text: str, start: int, stop: int, lang: str) -> Iterator[Span]:
    from sentencex import get_sentence_boundaries

    for piece in get_sentence_boundaries(lang or "en", text[start:stop]):
        yield start + piece["start_index"], start + piece["end_index"]


def _joined(text: str, pieces: Iterator[Span], lang: str) -> Iterator[Span]:
    """Undo the breaks after an abbreviation that can only be followed by what does follow."""
    before, after = WRONG_BREAKS[lang]
    held: Span | None = None
    for left, right in pieces:
        if held is not None and before.search(text, max(held[0], held[1] - 12), held[1]) and after.match(text, left):
            held = (held[0], right)
            continue
        if held is not None:
            yield held
        held = (left, right)
    if held is not None:
        yield held


def _trimmed(text: str, left: int, right: int) -> Span | None:
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return (left, right) if left < right else None
