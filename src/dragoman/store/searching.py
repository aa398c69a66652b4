"""Search: entities by name, documents by text, entities by what is said of them, with the words marked in a snippet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection

from dragoman.model.document import Document
from dragoman.store import fulltext, tables
from dragoman.store.codec import unpack_document
from dragoman.store.engine import lookup
from dragoman.store.finding import Finding
from dragoman.store.results import Hit, SearchPage

CAP = 1_000  # texts looked at of each index: a word that is everywhere costs no more than a rare one
AROUND = 60  # code points of a snippet before and after the first word
DOCUMENT_SHARE = 3  # a third of a page at least is left to documents where there are any
CELLS = " · "  # between the cells of a row
SCANNED = 200_000  # code points of a document looked through for a snippet


def marks(text: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Where words asked for stand in a text. A Chinese word may stand anywhere, others are whole words."""
    found: list[tuple[int, int]] = []
    han = [p for p in pieces if fulltext.is_han(p)]
    plain = {p for p in pieces if p not in han}
    for piece in han:
        found += [m.span() for m in re.finditer(re.escape(piece), text)]
    if plain:
        found += [m.span() for m in fulltext.PIECES.finditer(text) if fulltext.fold(m[0]) in plain]
    return sorted(found)


def snippet(text: str, pieces: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch around the first word asked for, with the spans of all that stand in it; empty where there is none."""
    found = marks(text[:SCANNED], pieces)
    if not found:
        return "", ()
    since = max(0, found[0][0] - AROUND)
    until = min(len(text), found[0][1] + AROUND)
    if since:  # no word is cut
        since = max(since, text.find(" ", since, found[0][0]) + 1)
        since += len(text[since : found[0][0]]) - len(text[since : found[0][0]].lstrip(CELLS))
    if until < len(text):
        until = max(found[0][1], text.rfind(" ", found[0][1], until)) if " " in text[found[0][1] : until] else until
        until -= len(text[found[0][1] : until]) - len(text[found[0][1] : until].rstrip(CELLS))
    head, tail = "…" if since else "", "…" if until < len(text) else ""
    shift = len(head) - since
    inside = tuple((a + shift, b + shift) for a, b in found if b <= until)
    return head + text[since:until] + tail, inside


def passage(document: Document, pieces: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The snippet of a document: of its text, else the first row of its sheets that has one of the words."""
    text, spans = snippet(document.text, pieces)
    looked = 0
    for row in (r for table in document.tables for r in table.rows) if not spans else ():
        line = CELLS.join(cell for cell in row if cell)
        looked += len(line)
        text, spans = snippet(line, pieces)
        if spans or looked > SCANNED:
            break
    return text, spans


class Searching:
    """Puts the answers of the three indexes on one page."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding

    def page(self, connection: Connection, query: str, schemas: frozenset[str] | None, limit: int) -> SearchPage:
        """The best hits: names first (the very name, then the entity most is said of), then values; documents have a share."""
        pieces = fulltext.pieces(query)
        if not pieces:
            return SearchPage()
        keys = {i: fulltext.find(connection, i, query, CAP) for i in ("search_names", "search_values")}
        entities, total = self._entities(connection, query, pieces, keys, schemas, limit)
        documents = [] if schemas is not None else fulltext.find(connection, "search_documents", query, CAP)
        share = min(len(documents), max(limit - len(entities), limit // DOCUMENT_SHARE))
        shown = self._documents(connection, documents, pieces, share)
        capped = any(len(found) == CAP for found in (*keys.values(), documents))
        return SearchPage([*entities[: limit - len(shown)], *shown], total + len(documents), capped)

    def _entities(
        self, connection: Connection, query: str, pieces: list[str], keys: dict[str, list[int]],
        schemas: frozenset[str] | None, limit: int,
    ) -> tuple[list[Hit], int]:  # fmt: skip
        said: dict[int, int] = {}
        named: set[int] = set()
        for index, found in keys.items():
            for statement, entity in self.finding.entities_of(connection, found).items():
                said.setdefault(entity, statement)
                if index == "search_names":
                    named.add(entity)
        e = tables.entities
        rows = {r.key: r for r in lookup(connection, e, e.c.key, said)}
        if schemas is not None:
            rows = {k: r for k, r in rows.items() if r.schema in schemas}
        asked = fulltext.fold(query).strip()
        order = sorted(
            rows, key=lambda k: (k not in named, fulltext.fold(rows[k].caption) != asked, -rows[k].statements, k)
        )[:limit]  # fmt: skip
        texts = self._values(connection, [said[k] for k in order])
        hits = []
        for row, key in zip(self.finding.rows(connection, [rows[k] for k in order]), order, strict=True):
            text, spans = snippet(texts[said[key]], pieces)
            hits.append(Hit("entity", row.id, row.schema, row.caption, text or texts[said[key]][: 2 * AROUND], spans))
        return hits, len(rows)

    def _values(self, connection: Connection, keys: Sequence[int]) -> dict[int, str]:
        s = tables.statements
        rows = lookup(connection, (s.c.key, s.c.value, s.c.original), s.c.key, keys)
        return {r[0]: r[1] if not r[2] else f"{r[1]} ({r[2]})" for r in rows}

    def _documents(self, connection: Connection, keys: Sequence[int], pieces: list[str], limit: int) -> list[Hit]:
        d = tables.documents
        rows = {r.key: r for r in lookup(connection, d, d.c.key, keys[:limit])}
        hits = []
        for key in keys[:limit]:
            row = rows[key]
            text, spans = passage(unpack_document(dict(row._mapping), row.body), pieces)
            hits.append(Hit("document", row.id, "Document", row.title or row.name, text, spans))
        return hits
