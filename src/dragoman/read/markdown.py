"""Markdown: the text is kept as it stands; its marks lie outside the blocks, fields before the text are blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dragoman.base.settings import Limits
from dragoman.model.document import BlockKind, Document, Table
from dragoman.read.encoding import decode
from dragoman.read.grid import sheet
from dragoman.read.headings import Row
from dragoman.read.plain import LineNumbers, trimmed
from dragoman.read.source import Source
from dragoman.read.structure import Span, compose

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARK = re.compile(
    r"(?P<hash>#{1,6})\s+|(?P<item>[-*+]\s+|\d{1,3}[.)]\s+)|(?P<quote>>\s?)+|(?P<rule>(?:[-*_=]\s?){3,}$|[|:\s-]*-{3,}[|:\s-]*$)|(?P<table>\|)"
)
_FIELDS = {
    "title": "title", "author": "authors", "authors": "authors", "date": "published", "published": "published",
    "publisher": "publisher", "source": "publisher", "url": "source_url",
}  # fmt: skip


def _front_matter(text: str) -> tuple[str, dict[str, Any]]:
    """The fields before the text; they are blanked out so that the offsets of the text stay those of the file."""
    match = _FRONT.match(text)
    if match is None:
        return text, {}
    known: dict[str, Any] = {}
    for line in match[1].splitlines():
        key, _, value = line.partition(":")
        field, value = _FIELDS.get(key.strip().lower()), value.strip().strip("\"'")
        if field == "published":
            value = value[:10] if re.match(r"\d{4}-\d\d-\d\d", value) else ""
        if field and value:
            known[field] = (value,) if field == "authors" else value
    return re.sub(r"[^\n]", " ", match[0]) + text[match.end() :], known


class MarkdownReader:
    """md, markdown."""

    media_type = "text/markdown"

    def read(self, source: Source, limits: Limits) -> Document:
        """Decode it, take titles, headings, items and tables by their marks."""
        text, encoding = decode(source.data, source.name)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text, known = _front_matter(text)
        tables = tuple(_tables(text))
        return compose(source, self.media_type, text, list(_marked(text)), limits, tables, encoding=encoding, **known)


def _marked(text: str) -> Iterator[Span]:
    """A block for each title, heading, item and row; runs of unmarked lines go on with the block before them."""
    open_block: Span | None = None
    last, titled, number = 0, False, LineNumbers(text)
    for line in _LINE.finditer(text):
        start, end = trimmed(text, line.start(), line.end())
        mark = _MARK.match(text, start, end)
        if open_block and not mark and text.count("\n", last, start) == 1:
            open_block = Span(open_block.start, end, open_block.kind, None, open_block.source)
            last = end
            continue
        if open_block:
            yield open_block
            open_block = None
        if mark and mark["rule"]:
            continue
        start, end = trimmed(text, mark.end() if mark else start, end)
        if start < end:
            kind = _kind(mark, titled)
            titled = titled or kind == "title"
            made = Span(start, end, kind, None, f"line {number.of(start)}")
            if kind in ("title", "heading"):
                yield made
            else:
                open_block, last = made, end
    if open_block:
        yield open_block


def _kind(mark: re.Match[str] | None, titled: bool) -> BlockKind | None:
    if mark and mark["hash"]:
        return "title" if len(mark["hash"]) == 1 and not titled else "heading"
    return "item" if mark and (mark["item"] or mark["table"]) else None


def _tables(text: str) -> Iterator[Table]:
    """Runs of lines that begin with a bar."""
    rows: list[Row] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.lstrip().startswith("|"):
            cells = [c.strip() for c in line.strip().strip("|").split("|")]
            rows += [] if all(re.fullmatch(r":?-+:?", c) for c in cells) else [(number, cells)]
        elif rows:
            made = sheet(f"line {rows[0][0]}", rows).table
            if made is not None and len(made.columns) > 1 and made.rows:
                yield made
            rows = []
