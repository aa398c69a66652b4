"""Plain text: it is kept as it stands, line ends as line feeds; a block is a line or a run of wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.base.settings import Limits
from dragoman.model.document import BlockKind, Document
from dragoman.read.encoding import decode
from dragoman.read.source import Source
from dragoman.read.structure import HEADING_LONGEST, STOP, Span, compose

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BULLET = re.compile(r"\s*(?:[-*•●▪◦·–—]\s+|\(?\d{1,2}[.)、）]\s*(?=\D)|[（(][一二三四五六七八九十]+[）)]|[a-zа-я][.)]\s+)")
_CAPTION = re.compile(r"\s*(?:photo|figure|fig\.|table|caption|фото|рис(?:унок|\.)|таблица|图片?|表)\s*\d*\s*[:：.]", re.I)
WRAP_SHORTEST, WRAP_LONGEST = 50, 110  # characters of a line that an editor wraps
WRAP_FULL = 0.72  # a wrapped line is at least this part of the longest


class PlainReader:
    """Text without marks."""

    media_type = "text/plain"

    def read(self, source: Source, limits: Limits) -> Document:
        """Decode it and find its blocks."""
        text, encoding = decode(source.data, source.name)
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x00", " ")
        spans = [_shaped(text, start, end, number) for start, end, number in _paragraphs(text)]
        return compose(source, self.media_type, text, _headings(text, spans), limits, encoding=encoding)


def paragraphs(text: str) -> Iterator[tuple[str, BlockKind | None, str]]:
    """The blocks of a plain text as it stands inside another format: words, kind, line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    spans = [_shaped(text, start, end, number) for start, end, number in _paragraphs(text)]
    for span in _headings(text, spans):
        yield " ".join(text[span.start : span.end].split()), span.kind, span.source


def _paragraphs(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and line number of each block: a line, or a run of lines where the text is wrapped."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    wrapped = _is_wrapped(text, lines)
    number = LineNumbers(text)
    group: tuple[int, int] | None = None
    last = (0, 0)
    for line in lines:
        if group and wrapped and _goes_on(text, last, line[0]):
            group = (group[0], line[1])
        else:
            if group:
                yield (*trimmed(text, *group), number.of(group[0]))
            group = line
        last = line
    if group:
        yield (*trimmed(text, *group), number.of(group[0]))


class LineNumbers:
    """The numbers of lines asked for in their order: each stretch of the text is counted once."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.number = text, 0, 1

    def of(self, place: int) -> int:
        """The line a place stands in; places come in ascending order."""
        self.number += self.text.count("\n", self.at, place)
        self.at = place
        return self.number


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blank edges."""
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether an editor broke the lines: most lines that another follows at once are about as long as the longest."""
    followed = [end - start for (start, end), (following, _) in pairwise(lines) if text.count("\n", end, following) == 1]
    if len(followed) < 3:
        return False
    longest = max(end - start for start, end in lines)
    full = sum(1 for n in followed if n >= WRAP_FULL * longest)
    ended = sum(1 for (_, end), (following, _) in pairwise(lines) if following - end == 1 and text[end - 1] in STOP)
    if ended > 0.5 * len(followed):  # one sentence a line
        return False
    return WRAP_SHORTEST <= longest <= WRAP_LONGEST and full >= 0.6 * len(followed)


def _goes_on(text: str, last: tuple[int, int], start: int) -> bool:
    return text.count("\n", last[1], start) == 1 and last[1] - last[0] >= WRAP_SHORTEST * 0.8 and not _BULLET.match(text, start)


def _shaped(text: str, start: int, end: int, number: int) -> Span:
    kind: BlockKind | None = None
    if bullet := _BULLET.match(text, start, end):
        kind, start = "item", bullet.end() if not text[start].isdigit() and text[start] not in "(（" else start
    elif _CAPTION.match(text, start, end) and end - start < 300:
        kind = "caption"
    return Span(start, end, kind, None, f"line {number}")


def _headings(text: str, spans: list[Span]) -> list[Span]:
    """A short line without a full stop before a longer one is a heading, except where such lines follow each other."""
    shaped = []
    for i, span in enumerate(spans):
        line = text[span.start : span.end]
        following = spans[i + 1] if i + 1 < len(spans) else None
        short = len(line) <= HEADING_LONGEST and not line.endswith(STOP) and "\n" not in line
        if i and short and span.kind is None and following and following.end - following.start > 2 * len(line) > 8:
            span = Span(span.start, span.end, "heading", span.page, span.source)
        shaped.append(span)
    return shaped
