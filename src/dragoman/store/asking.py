"""What is asked of documents and entities."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from dragoman.base.errors import UnknownName
from dragoman.model.document import Document
from dragoman.model.entity import Entity, holds
from dragoman.store import tables
from dragoman.store.codec import unpack_document, unpack_id
from dragoman.store.engine import lookup
from dragoman.store.finding import calling, children
from dragoman.store.opened import Opened
from dragoman.store.results import DocumentSummary, EntityPage, EntityRow, Page


class Asking(Opened):
    """Answers from documents and from the views of entities."""

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

    def sightings(self, document_id: str) -> list[tuple[str, str]]:
        """When a file was seen again, and under which name: (name, when), in order."""
        t = tables.sightings
        with self._read() as connection:
            key = self._document_key(connection, document_id)
            rows = connection.execute(select(t.c.name, t.c.at).where(t.c.document == key).order_by(t.c.key)).all()
        return [(name, at) for name, at in rows]

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

    def size(self, any_id: str) -> int:
        """How many statements stand of an entity; 0 where it is not known."""
        e = tables.entities
        with self._read() as connection:
            key = self._canonical_key(connection, any_id)
            return connection.scalar(select(e.c.statements).where(e.c.key == key)) or 0

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
            schema, caption = (row.schema, calling(connection, {key: row.caption})[key]) if row else ("", canonical[:8])
        return EntityPage(canonical, schema, caption, tuple(found), sum(properties.values()), properties)

    def entities(
        self, *, schema: str | None = None, kind: str | None = None, country: str = "", limit: int = 50, offset: int = 0
    ) -> Page:
        """Canonical entities of a schema (its children too) or kind of fact, or a country, those with most statements first."""
        with self._read() as connection:
            return self._finding.entities(connection, children(schema, kind), limit, offset, country)

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
            rows = lookup(connection, (s.c.key, s.c.hash), s.c.key, [f[2] for f in found])
            hashes = {key: unpack_id(packed) for key, packed in rows}
        return [(others[other], prop, hashes[statement], way) for other, prop, statement, way in found]

    def figures(self) -> list[EntityRow]:
        """Figures as told (schema Figure) with a sure number or amount, in the order they came."""
        with self._read() as connection:
            return self._finding.figures(connection)
