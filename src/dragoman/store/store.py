"""The store: one workspace's logs and views behind one class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.base.errors import UnknownName
from dragoman.model.decision import Decision, Subject
from dragoman.model.document import Document
from dragoman.model.entity import Entity, holds
from dragoman.model.statement import Statement
from dragoman.store import curate, tables, tally, upkeep
from dragoman.store.append import Appender, Batch
from dragoman.store.codec import Row, pack_id, unpack_document, unpack_id
from dragoman.store.curate import Curator
from dragoman.store.dictionary import Dictionary, Ids, Shapes
from dragoman.store.engine import engine_for, in_words, location, within
from dragoman.store.finding import Finding, children
from dragoman.store.migrations import migrate
from dragoman.store.reading import STREAMED, Reading
from dragoman.store.results import Added, DocumentSummary, EntityPage, EntityRow, Page, SearchPage
from dragoman.store.searching import Searching
from dragoman.store.views import Views

BATCH = 20_000  # statements of one transaction of add_many


def now() -> str:
    """This moment as the logs write it: ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Store:
    """Append-only logs of documents, statements, sightings, retractions and decisions, and the views over them.

    One writer at a time, any number of readers; each call is one transaction. One store is used by one thread.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._engine = engine_for(url)
        self._ids, self._shapes = Ids(), Shapes()
        self._sources = Dictionary(tables.sources, tables.sources.c.name)
        self._views = Views(self._ids, self._sources, self._shapes)
        parts = (self._ids, self._sources, self._shapes, self._views)
        self._appender, self._reading, self._finding = Appender(*parts), Reading(*parts), Finding(*parts)
        self._curator, self._searching = Curator(self._ids, self._views), Searching(self._finding)

    @classmethod
    def open(cls, url_or_path: str | Path, *, create: bool = False) -> Store:
        """Open the workspace of a folder, or a database by its SQLAlchemy URL, and bring it to this version.

        Raises `WorkspaceError` where it is missing, newer, damaged or busy.
        """
        store = cls(location(url_or_path, create=create))
        with store._write() as connection:
            migrate(connection, store.url)
        return store

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with in_words(self.url), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        try:
            with in_words(self.url), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                yield connection
        except BaseException:
            for dictionary in (self._ids, self._sources, self._shapes):
                dictionary.forget()
            raise

    # -- appending

    def add(self, document: Document | None, statements: Iterable[Statement], *, at: str | None = None) -> Added:
        """Append a document with its statements in one transaction; what is known is only counted as seen."""
        return self._append([(document, list(statements))], at)

    def add_many(self, batches: Iterable[tuple[Document | None, list[Statement]]]) -> Added:
        """Append many documents in few transactions, each document whole in one."""
        done, waiting, size = Added(), list[Batch](), 0
        for document, statements in batches:
            waiting.append((document, statements))
            size += len(statements)
            if size >= BATCH:
                done += self._append(waiting, None)
                waiting, size = [], 0
        return done + self._append(waiting, None) if waiting else done

    def _append(self, batches: list[Batch], at: str | None) -> Added:
        with self._write() as connection:
            return self._appender.append(connection, batches, at or now())

    def sighting(self, document_id: str, name: str, at: str | None = None) -> None:
        """Note that a file was seen again, perhaps under another name. Raises `UnknownName`."""
        when = at or now()
        with self._write() as connection:
            key = self._document_key(connection, document_id)
            self._appender.sightings(connection, [(key, name)], self._appender.position(connection, when), when)

    def sightings(self, document_id: str) -> list[tuple[str, str]]:
        """When a file was seen again, and under which name: (name, when), in order."""
        t = tables.sightings
        with self._read() as connection:
            key = self._document_key(connection, document_id)
            rows = connection.execute(select(t.c.name, t.c.at).where(t.c.document == key).order_by(t.c.key)).all()
        return [(name, at) for name, at in rows]

    def retract(self, statement_id: str, *, by: str, note: str = "", at: str | None = None) -> None:
        """Take a statement back; it stays in the log with the time it was retracted. Raises `UnknownName`."""
        when = at or now()
        with self._write() as connection:
            self._row(connection, statement_id)
            position = self._appender.position(connection, when)
            self._curator.retract(connection, statement_id, by, note, when, position)

    def decide(self, *decisions: Decision) -> None:
        """Append decisions and bring the clusters and statements they touch up to them."""
        if not decisions:
            return
        with self._write() as connection:
            self._shapes.refresh(connection)
            self._curator.decide(connection, decisions, self._appender.position(connection, now()))

    # -- documents

    def _document_key(self, connection: Connection, document_id: str) -> int:
        d = tables.documents
        key = connection.scalar(select(d.c.key).where(d.c.id == document_id))
        if key is None:
            raise UnknownName(f"there is no document {document_id[:12]!r} in the workspace")
        return int(key)

    def has_document(self, document_id: str) -> bool:
        """Whether a document is stored."""
        d = tables.documents
        with self._read() as connection:
            return connection.scalar(select(d.c.key).where(d.c.id == document_id)) is not None

    def document(self, document_id: str) -> Document:
        """A stored document with its text. Raises `UnknownName`."""
        d = tables.documents
        with self._read() as connection:
            key = self._document_key(connection, document_id)
            row = connection.execute(select(d).where(d.c.key == key)).one()
        return unpack_document(dict(row._mapping), row.body)

    def documents(self) -> list[DocumentSummary]:
        """All documents without their texts, in the order they came."""
        d, s, a = tables.documents, tables.statements, tables.appends
        with self._read() as connection:
            pairs = connection.execute(
                select(s.c.document, func.count()).where(s.c.document.is_not(None)).group_by(s.c.document)
            ).all()  # fmt: skip
            names = self._sources.texts(connection, [p[0] for p in pairs])
            counts = {names[key]: n for key, n in pairs}
            columns = (d.c.id, d.c.name, d.c.title, d.c.publisher, d.c.published, d.c.lang, d.c.media_type, d.c.size, a.c.at)
            rows = connection.execute(select(*columns).join(a, a.c.key == d.c.append).order_by(d.c.key)).all()
        return [DocumentSummary(*r[:8], counts.get(r[0], 0), r[8]) for r in rows]

    # -- entities

    def _canonical_key(self, connection: Connection, any_id: str) -> int | None:
        key = self._ids.known(connection, [any_id]).get(any_id)
        return None if key is None else self._views.canonical(connection, [key])[key]

    def canonical(self, entity_id: str) -> str:
        """The canonical id of an entity id; an id nothing was decided on is its own."""
        with self._read() as connection:
            key = self._canonical_key(connection, entity_id)
            return entity_id if key is None else self._ids.texts(connection, [key])[key]

    def cluster(self, canonical_id: str) -> list[str]:
        """All entity ids of a cluster, by any of them."""
        with self._read() as connection:
            key = self._canonical_key(connection, canonical_id)
            if key is None:
                return [canonical_id]
            return sorted(self._ids.texts(connection, self._reading.members(connection, key)).values())

    def entity(self, any_id: str, *, as_of: str = "", known_at: str = "") -> Entity:
        """All that stands of an entity, evidence included: on a date, and as it was known at a time.

        Without `known_at` what was retracted or rejected is left out. Raises `UnknownName`. An entity with tens of
        thousands of statements is better asked for by `entity_page`.
        """
        with self._read() as connection:
            if known_at:
                canonical, found = self._reading.known_at(connection, any_id, known_at)
            else:
                key = self._known_key(connection, any_id)
                canonical = self._ids.texts(connection, [key])[key]
                rows = self._reading.of_entity(connection, self._reading.members(connection, key))
                found = self._reading.statements(connection, rows)
        kept = tuple(s for s in found if holds(s, as_of, known_at))
        if not found:
            raise UnknownName(f"nothing is known of {any_id!r}")
        return Entity(canonical, kept)

    def _known_key(self, connection: Connection, any_id: str) -> int:
        key = self._canonical_key(connection, any_id)
        if key is None:
            raise UnknownName(f"there is no entity {any_id!r} in the workspace")
        return key

    def entity_page(self, any_id: str, *, limit: int = 200, offset: int = 0) -> EntityPage:
        """Some statements of an entity in the order they came, retracted ones included, with counts by property."""
        e = tables.entities
        with self._read() as connection:
            key = self._known_key(connection, any_id)
            members = self._reading.members(connection, key)
            row = connection.execute(select(e).where(e.c.key == key)).one_or_none()
            properties = self._reading.properties(connection, members)
            found = self._reading.statements(connection, self._reading.of_entity(connection, members, limit, offset))
            canonical = self._ids.texts(connection, [key])[key]
        schema, caption = (row.schema, row.caption) if row else ("", canonical[:8])
        return EntityPage(canonical, schema, caption, tuple(found), sum(properties.values()), properties)

    def entities(self, *, schema: str | None = None, kind: str | None = None, limit: int = 50, offset: int = 0) -> Page:
        """Canonical entities of a schema (its children too) or kind of fact, those with most statements first."""
        with self._read() as connection:
            return self._finding.entities(connection, children(schema, kind), limit, offset)

    def find_entities(self, name: str, limit: int = 10) -> list[EntityRow]:
        """Entities by name: the very name first (case and punctuation aside), then its beginning, then all its words."""
        with self._read() as connection:
            return self._finding.named(connection, name, limit)

    def captions(self, ids: Iterable[str]) -> dict[str, str]:
        """What to call entities, by the ids given; ids nothing is said of are left out."""
        with self._read() as connection:
            return self._finding.captions(connection, ids)

    def adjacent(self, canonical_id: str, limit: int = 200) -> list[tuple[str, str, str, str]]:
        """Entities one tie away: the other id, the property, the statement id, `out` or `in`."""
        s = tables.statements
        with self._read() as connection:
            key = self._canonical_key(connection, canonical_id)
            found = self._finding.adjacent(connection, key, limit) if key is not None else []
            others = self._ids.texts(connection, [f[0] for f in found])
            rows = within(connection, select(s.c.key, s.c.hash), s.c.key, [f[2] for f in found])
            hashes = {key: unpack_id(packed) for key, packed in rows}
        return [(others[other], prop, hashes[statement], way) for other, prop, statement, way in found]

    # -- statements

    def _row(self, connection: Connection, statement_id: str) -> Row:
        s = tables.statements
        found = connection.execute(select(s).where(s.c.hash == pack_id(statement_id))).one_or_none()
        if found is None:
            raise UnknownName(f"there is no statement {statement_id!r} in the workspace")
        return Row(*found)

    def statement(self, statement_id: str) -> Statement:
        """One statement, under canonical ids. Raises `UnknownName`."""
        with self._read() as connection:
            return self._reading.statements(connection, [self._row(connection, statement_id)])[0]

    def standing(self, statement_id: str) -> str:
        """What was decided on a statement: `accepted`, `rejected`, `retracted`, or nothing."""
        t = tables.standing
        with self._read() as connection:
            return connection.scalar(select(t.c.state).where(t.c.hash == pack_id(statement_id))) or ""

    def statements(
        self, *, dataset: str | None = None, schema: str | None = None, document: str | None = None,
        ids: Iterable[str] | None = None, after: int = 0, limit: int | None = None, all: bool = False,
    ) -> Iterator[Statement]:  # fmt: skip
        """A stream of statements in the order of the log, those after the `after`-th, under canonical ids.

        Retracted and rejected ones are left out, or with `all` given with the time in `retracted_at`. `schema` includes
        its children; `document` gives those with evidence in it; `ids` those of some entities (up to 30,000).
        """
        schemas, entities = children(schema, None), None if ids is None else list(ids)
        shapes = None if schemas is None else lambda shape: shape.schema in schemas
        found = self._stream(after, dataset=dataset, shapes=shapes, document=document, ids=entities)
        live = (s for rows in found for s in self._decoded(rows) if all or not s.retracted_at)
        yield from live if limit is None else islice(live, limit)

    def _decoded(self, rows: list[Row]) -> list[Statement]:
        with self._read() as connection:
            return self._reading.statements(connection, rows)

    def _stream(self, after: int, **asked: Any) -> Iterator[list[Row]]:
        """Rows in batches; no transaction stays open between them, so that a slow reader holds nobody up."""
        while True:
            with self._read() as connection:
                query = self._reading.query(connection, **asked)
                rows = [] if query is None else list(self._reading.stream(connection, query, after, STREAMED))
            if not rows:
                return
            yield rows
            after = rows[-1].key

    def names(self, dataset: str | None = None) -> Iterator[tuple[str, str, str, str, str]]:
        """A stream of what tells entities apart: names, identifiers, countries that stand.

        Each is the entity id as it was written (not the canonical one), schema, property, value and data set.
        """
        for rows in self._stream(0, dataset=dataset, shapes=tally.identifies):
            with self._read() as connection:
                found = self._reading.names(connection, rows)
            yield from found

    # -- the rest

    def figures(self) -> list[EntityRow]:
        """Figures as told (schema Figure) with a sure number or amount, in the order they came."""
        with self._read() as connection:
            return self._finding.figures(connection)

    def decisions(self, *, subject: Subject | None = None, about: str | None = None) -> list[Decision]:
        """Decisions in the order they came, of a subject, or about an id, with those that undo them."""
        with self._read() as connection:
            found = curate.load(connection) if about is None else curate.about(connection, [about])
        return [d for d in found if subject is None or d.subject is subject]

    def search(self, words: str, *, schema: str | None = None, limit: int = 20) -> SearchPage:
        """Entities and documents that have all the words. The total is a lower bound where the page says `capped`."""
        with self._read() as connection:
            return self._searching.page(connection, words, children(schema, None), limit)

    def counts(self) -> dict[str, int]:
        """How many documents, statements, evidence, entities, decisions and suggested statements there are."""
        with self._read() as connection:
            return self._finding.counts(connection)

    def facets(self, prop: str) -> list[tuple[str, int]]:
        """How many entities have each `schema`, `country`, `topic` or `dataset`, most first. Raises `UnknownName`."""
        if prop not in tally.FACETS:
            raise UnknownName(f"there is no facet {prop!r}", do=f"one of {', '.join(tally.FACETS)}")
        with self._read() as connection:
            return self._finding.facets(connection, prop)

    def position(self) -> int:
        """The position of the log: one more with each transaction that appended."""
        with self._read() as connection:
            return upkeep.position(connection)

    def rebuild(self) -> None:
        """Make all views anew from the logs."""
        with self._write() as connection:
            upkeep.rebuild(connection, self._ids, self._shapes, self._views)

    def check(self) -> list[str]:
        """What differs between the views and a rebuild; empty where nothing does. Others cannot write meanwhile."""
        with self._write() as connection:
            found = upkeep.check(connection, self._ids, self._shapes, self._views)
            connection.rollback()
        return found
