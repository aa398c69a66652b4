"""From parts to a document: one stored text, blocks with their kinds and languages, and what the text says of itself.

A reader hands over parts (or, for plain text, spans of the text itself); what holds for every format is done here: furniture,
title, bylines, languages, publisher, date of release.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from dragoman.base.errors import Empty, TooLarge
from dragoman.base.settings import Limits
from dragoman.model.document import Block, BlockKind, Document, Table
from dragoman.read.byline import byline
from dragoman.read.furniture import LONGEST, head, is_furniture, opens_tail
from dragoman.read.language import languages
from dragoman.read.released import released
from dragoman.read.source import Source

TITLE_LONGEST = 220  # characters; the longest title of the development documents has 87
HEADING_LONGEST = 100
LAST = 3  # blocks at the foot of a text that may be rows of links
BODY = 200  # bytes of UTF-8 of a paragraph that is surely body text: Chinese says as much in a third of the characters
_COLUMN = re.compile(r"\||\s{2,}|\t| / ")
STOP = (".", "。", "!", "！", "?", "？", ";", "；", ":", "：", ",", "，", "…")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch a reader found, in reading order. Kind empty: not known yet."""

    text: str
    kind: BlockKind | None = None
    page: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text that is already laid out."""

    start: int
    end: int
    kind: BlockKind | None = None
    page: int | None = None
    source: str = ""


def lay_out(parts: Iterable[Part]) -> tuple[str, list[Span]]:
    """One text of all parts, a line feed between them, and where each stands in it."""
    pieces, spans, at = [], [], 0
    for part in parts:
        text = part.text.strip()
        if text:
            spans.append(Span(at, at + len(text), part.kind, part.page, part.source))
            pieces.append(text)
            at += len(text) + 1
    return "\n".join(pieces), spans


def compose(
    source: Source, media_type: str, text: str, spans: list[Span], limits: Limits, tables: tuple[Table, ...] = (), **known: Any
) -> Document:
    """The document of a laid-out text. `known` is what the format itself tells (title, published ...) and goes before
    what is read from the text. Raises `Empty` and `TooLarge`."""
    if len(text) > limits.text_chars:
        what = f"holds {len(text):,} characters, over the limit of {limits.text_chars:,}"
        raise TooLarge(what, where=source.name, do="split it or raise the limit")
    blocks = _languages(text, _bylines(text, _titled(text, _furnished(text, spans), known.get("title", ""))))
    if not blocks and not tables:
        raise Empty("holds no text", where=source.name, do="check that it is the right file")
    values = _told(text, blocks) | {key: value for key, value in known.items() if value}
    return Document(source.id, source.name, media_type, text, tuple(blocks), tables, size=len(source.data), **values)


def _told(text: str, blocks: list[Block]) -> dict[str, Any]:
    """What the text itself tells: title, authors, publisher, date of release, language of the most of it."""
    read = [b for b in blocks if b.kind != "furniture" or b.end - b.start < BODY]  # a date may stand among the furniture
    told = released([text[b.start : b.end] for b in read], frozenset(i for i, b in enumerate(read) if b.kind == "byline"))
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), "")
    authors = [a for b in blocks if b.kind == "byline" for a in byline(text[b.start : b.end]).authors]
    langs: Counter[str] = Counter()
    for block in blocks:
        langs[block.lang] += block.end - block.start if block.kind != "furniture" else 0
    return {
        "title": " ".join(title.split()), "authors": tuple(dict.fromkeys(authors)), "published": told.date,
        "publisher": told.publisher, "lang": max(langs, key=lambda k: langs[k], default=""),
    }  # fmt: skip


def _furnished(text: str, spans: list[Span]) -> list[Block]:
    """Mark furniture; split it from the head of a line; below the body, links to other articles are furniture too.

    A text that would be furniture from end to end is none.
    """
    blocks: list[Block] = []
    body = tail = False
    for number, span in enumerate(spans):
        line = text[span.start : span.end]
        long = len(line.encode()) >= BODY
        tail = body and (opens_tail(line) or (tail and not long and not line.endswith((".", "。"))))
        body = body or long
        edge = (number == 0 or number >= len(spans) - LAST) and not _in_table(text, spans, number)
        if span.kind == "furniture" or tail or is_furniture(line, edge=edge):
            blocks.append(Block(span.start, span.end, "furniture", "", span.page, span.source))
        else:
            blocks += _split(line, span)
    if all(b.kind == "furniture" for b in blocks) and not any(s.kind == "furniture" for s in spans):
        return [Block(s.start, s.end, s.kind or "paragraph", "", s.page, s.source) for s in spans]
    return blocks


def _split(line: str, span: Span) -> list[Block]:
    """The furniture at the head of a line, and the rest of it."""
    cut = head(line[:LONGEST])
    rest = Block(span.start + cut, span.end, span.kind or "paragraph", "", span.page, span.source)
    if not cut:
        return [rest]
    return [Block(span.start, span.start + len(line[:cut].rstrip()), "furniture", "", span.page, span.source), rest]


def _in_table(text: str, spans: list[Span], number: int) -> bool:
    """Whether the line before or after parts its words in as many columns."""
    columns, *beside = (
        len(_COLUMN.findall(text[s.start : s.end]))
        for s in (spans[number], *spans[max(0, number - 1) : number], *spans[number + 1 : number + 2])
    )
    return columns > 0 and columns in beside


def _titled(text: str, blocks: list[Block], title: str) -> list[Block]:
    """The first block worth reading is the title where it looks like one, or is the one the format tells."""
    body = [i for i, b in enumerate(blocks) if b.kind != "furniture"]
    if any(blocks[i].kind == "title" for i in body):
        return blocks
    wanted = "".join(title.split()).lower()
    for i in body[:6]:
        line = text[blocks[i].start : blocks[i].end]
        told = bool(wanted) and "".join(line.split()).lower() == wanted
        if told or (i == body[0] and not wanted and len(body) > 1 and _like_title(line)):
            blocks[i] = replace(blocks[i], kind="title")
            break
    return blocks


def _like_title(line: str) -> bool:
    return len(line) <= TITLE_LONGEST and not line.rstrip('”"»').endswith(STOP) and any(c.isalpha() for c in line)


def _bylines(text: str, blocks: list[Block]) -> list[Block]:
    """Bylines stand among the four blocks after the title, or say what they are wherever they stand."""
    title = next((i for i, b in enumerate(blocks) if b.kind == "title"), -1)
    seen = 0
    for i, block in enumerate(blocks):
        if block.kind not in ("paragraph", "item", "heading"):
            continue
        near = title >= 0 and i > title and seen < 4
        seen += near
        found = byline(text[block.start : block.end], bare=near and i - title <= 2)
        if found.line:
            blocks[i] = replace(block, kind="byline")
    return blocks


def _languages(text: str, blocks: list[Block]) -> list[Block]:
    body = [b for b in blocks if b.kind != "furniture"]
    langs = iter(languages([text[b.start : b.end] for b in body]))
    return [b if b.kind == "furniture" else replace(b, lang=next(langs)) for b in blocks]
