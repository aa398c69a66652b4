"""Appending to the logs. Everything here runs inside one writing transaction and updates the views in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from sqlalchemy import Connection, Table

from dragoman.model.document import ENTRY, Document
from dragoman.model.statement import Evidence, Statement
from dragoman.store import fulltext, slots, tables, tally
from dragoman.store.codec import Row, made_row, pack_document, pack_evidence, pack_id
from dragoman.store.dictionary import Dictionary, Ids, Shapes
from dragoman.store.engine import insert, last_key, lookup
from dragoman.store.results import Added
from dragoman.store.views import Views

Batch = tuple[Document | None, Sequence[Statement]]


def next_key(connection: Connection, table: Table) -> int:
    """The key the next row of a log gets; the writing transaction keeps others from taking it."""
    return last_key(connection, table) + 1


class Appender:
    """Writes documents and statements."""

    def __init__(self, ids: Ids, sources: Dictionary, shapes: Shapes, views: Views) -> None:
        self.ids, self.sources, self.shapes, self.views = ids, sources, shapes, views

    def position(self, connection: Connection, at: str) -> int:
        """Begin a new log position, recorded at `at`, and note that the views stand there."""
        key = next_key(connection, tables.appends)
        insert(connection, tables.appends, [(key, at)])
        self.views.stand_at(connection, key)
        return key

    def append(self, connection: Connection, batches: Sequence[Batch], at: str) -> Added:
        """Append documents with their statements; what is there already is only counted as seen."""
        position = self.position(connection, at)
        documents = [d for d, _ in batches if d is not None]
        document_new = self._documents(connection, documents, position, at)
        new, seen = self._statements(connection, [s for _, found in batches for s in found], position)
        return Added(new, seen, document_new)

    def _documents(self, connection: Connection, documents: Iterable[Document], position: int, at: str) -> bool:
        table = tables.documents
        named = list(documents)
        known = {r[0]: r[1] for r in lookup(connection, (table.c.id, table.c.key), table.c.id, [d.id for d in named])}
        key, rows, sights, texts = next_key(connection, table), [], [], []
        for d in named:
            if d.id in known:
                sights.append((known[d.id], d.name))
                continue
            known[d.id] = key
            rows.append(
                (key, d.id, position, d.name, d.title, d.publisher, d.published, d.lang, d.media_type, d.size, pack_document(d))
            )
            texts.append((key, searchable(d)))
            key += 1
        insert(connection, table, rows)
        fulltext.take(connection, "search_documents", texts)
        self.sightings(connection, sights, position, at)
        return bool(rows)

    def sightings(self, connection: Connection, seen: Iterable[tuple[int, str]], position: int, at: str) -> None:
        """Note that documents were seen again, each by its key and the name it had."""
        first = next_key(connection, tables.sightings)
        insert(connection, tables.sightings, [(first + n, key, position, name, at) for n, (key, name) in enumerate(seen)])

    def _statements(self, connection: Connection, statements: Sequence[Statement], position: int) -> tuple[int, int]:
        first: dict[bytes, Statement] = {}
        for s in statements:
            packed = pack_id(s.id)
            held = first.get(packed)
            first[packed] = s if held is None else replace(held, evidence=tuple(dict.fromkeys(held.evidence + s.evidence)))
        known, places = slots.find(connection, first)
        rows, more = self._rows(connection, {h: s for h, s in first.items() if h not in known}, position)
        insert(connection, tables.statements, rows)
        slots.enter(connection, places, {r.hash: r.key for r in rows})
        more += self._news(connection, {key: first[h].evidence for h, key in known.items()})
        self._evidence(connection, more, position)
        self.views.take(connection, rows)
        self.views.index(connection, rows)
        return len(rows), len(statements) - len(rows)

    def _rows(
        self, connection: Connection, new: dict[bytes, Statement], position: int
    ) -> tuple[list[Row], list[tuple[int, Evidence]]]:
        """Rows for new statements, and the evidence that is not their first."""
        shapes = self.shapes.keys(connection, new.values())
        ties = {key: tally.role_of(self.shapes.by_key[key]).tie for key in set(shapes)}
        named = {s.entity_id for s in new.values()}
        named.update(s.value for s, shape in zip(new.values(), shapes, strict=True) if ties[shape])
        ids = self.ids.keys(connection, sorted(named))
        cited = {e.document for s in new.values() for e in s.evidence}
        sources = self.sources.keys(connection, sorted(cited.union(s.dataset for s in new.values())))
        rows: list[Row] = []
        more: list[tuple[int, Evidence]] = []
        first = next_key(connection, tables.statements)
        for key, (packed, s), shape in zip(count(first), new.items(), shapes, strict=False):
            tie = ties[shape]
            proof = s.evidence[0] if s.evidence else None
            rows.append(
                made_row(
                    (
                        key, packed, ids[s.entity_id], shape, sources[s.dataset], ids[s.value] if tie else None,
                        "" if tie else s.value, None if s.original_value == s.value else s.original_value, s.valid_from,
                        s.valid_to, position, sources[proof.document] if proof else None, pack_evidence(proof) if proof else "",
                    )
                )
            )  # fmt: skip
            if len(s.evidence) > 1:
                more += [(key, e) for e in s.evidence[1:]]
        return rows, more

    def _news(self, connection: Connection, offered: dict[int, tuple[Evidence, ...]]) -> list[tuple[int, Evidence]]:
        """Evidence that known statements do not have yet."""
        s, e = tables.statements, tables.evidence
        held: set[tuple[int, int, str]] = set()
        for row in lookup(connection, (s.c.key, s.c.document, s.c.evidence), s.c.key, offered):
            held.add((row[0], row[1], row[2]))
        for row in lookup(connection, (e.c.statement, e.c.document, e.c.body), e.c.statement, offered):
            held.add((row[0], row[1], row[2]))
        sources = self.sources.keys(connection, [p.document for proofs in offered.values() for p in proofs])
        return [
            (key, p)
            for key, proofs in offered.items()
            for p in proofs
            if (key, sources[p.document], pack_evidence(p)) not in held
        ]

    def _evidence(self, connection: Connection, more: Sequence[tuple[int, Evidence]], position: int) -> None:
        if not more:
            return
        sources = self.sources.keys(connection, [e.document for _, e in more])
        first = next_key(connection, tables.evidence)
        rows = [(first + n, key, position, sources[e.document], pack_evidence(e)) for n, (key, e) in enumerate(more)]
        insert(connection, tables.evidence, rows)


def searchable(document: Document) -> str:
    """The text of a document that is searched: title, text, cells.

    Of an entry nothing: what it says is found as the record it speaks of, and no more once it was taken back.
    """
    if document.media_type == ENTRY:
        return ""
    cells = (" ".join(row) for table in document.tables for row in (table.columns, *table.rows))
    return "\n".join((document.title, document.text, *cells))
