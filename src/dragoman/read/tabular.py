"""Documents that are sheets: their tables, and as text the lines above each table, the first of which is the title."""

from __future__ import annotations

from typing import Any

from dragoman.base.errors import Empty
from dragoman.base.settings import Limits
from dragoman.model.document import Document
from dragoman.read.grid import Sheet
from dragoman.read.language import languages
from dragoman.read.source import Source
from dragoman.read.structure import Part, compose, lay_out


def sheets_document(source: Source, media_type: str, sheets: list[Sheet], limits: Limits, **known: Any) -> Document:
    """A document of these sheets; raises `Empty` where no sheet has a row."""
    tables = tuple(s.table for s in sheets if s.table)
    if not any(t.rows for t in tables) and not any(s.above for s in sheets):
        raise Empty("holds no rows", where=source.name, do="check that the sheet was saved with its contents")
    parts = [
        Part(line, "title" if first else None, None, f"{s.table.sheet if s.table else ''} row {number}")
        for first, s, number, line in _lines(sheets)
    ]
    text, spans = lay_out(parts)
    if not any(c.isalpha() for c in text):
        known["lang"] = languages([" ".join(c for t in tables[:3] for row in (t.columns, *t.rows[:50]) for c in row)])[0]
    return compose(source, media_type, text, spans, limits, tables, **known)


def _lines(sheets: list[Sheet]) -> list[tuple[bool, Sheet, int, str]]:
    found = [(s, number, line) for s in sheets for number, line in s.above if line]
    return [(i == 0, s, number, line) for i, (s, number, line) in enumerate(found)]
