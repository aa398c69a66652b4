"""Lists and look-ups over the views: entities by schema or name, neighbours, captions, facets, counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from dragoman.model import reader
from dragoman.model.ids import normal_name
from dragoman.model.schema import schema as schema_named
from dragoman.model.schema import schemata
from dragoman.store import fulltext, tables, tally
from dragoman.store.dictionary import Dictionary, Ids, Shapes
from dragoman.store.engine import lookup, within
from dragoman.store.results import EntityRow, Page
from dragoman.store.verdicts import ACCEPTED
from dragoman.store.views import Views

NAMES_LOOKED_AT = 500  # names that begin alike or have the words; beyond them a longer name is wanted
FIGURE = "Figure"
LAST = "\U0010ffff"  # sorts after every name


def children(schema: str | None, kind: str | None) -> frozenset[str] | None:
    """The schemata asked for, with their children; None is all. Raises `UnknownName` for a schema that is not there."""
    if schema is None and kind is None:
        return None
    if schema is not None:
        schema_named(schema)
    return frozenset(
        s.name for s in schemata().values() if (schema is None or s.is_a(schema)) and (kind is None or s.kind == kind)
    )


def calling(connection: Connection, captions: dict[int, str]) -> dict[int, str]:
    """What to call entities to who reads, by their keys: see `dragoman.model.reader`."""
    foreign = [key for key, caption in captions.items() if reader.foreign(caption)]
    if not foreign:
        return captions
    t, names = tables.tallies, defaultdict(list)
    query = select(t.c.entity, t.c.what, t.c.count, t.c.value).where(t.c.what.in_(tally.CALLED_BY))
    for entity, what, count, value in within(connection, query, t.c.entity, foreign):
        names[entity].append((what, count, value))
    return captions | {key: reader.nearest(captions[key], names[key]) for key in foreign}


class Finding:
    """Answers from the views alone."""

    def __init__(self, ids: Ids, sources: Dictionary, shapes: Shapes, views: Views) -> None:
        self.ids, self.sources, self.shapes, self.views = ids, sources, shapes, views

    def rows(self, connection: Connection, found: Iterable[Row[tuple[int, str, str, int, int, int]]]) -> list[EntityRow]:
        """Rows of the entities view as values."""
        listed = list(found)
        ids = self.ids.texts(connection, [r.key for r in listed])
        called = calling(connection, {r.key: r.caption for r in listed})
        return [
            EntityRow(ids[r.key], r.schema, called[r.key], r.statements, r.datasets, r.suggested == r.statements)
            for r in listed
        ]

    def entities(
        self, connection: Connection, schemas: frozenset[str] | None, limit: int, offset: int, country: str = ""
    ) -> Page:
        """Entities, of one country where it is told, those with most statements first."""
        e, t = tables.entities, tables.tallies
        query, total = select(e), select(func.count()).select_from(e)
        if schemas is not None:
            query, total = (q.where(e.c.schema.in_(sorted(schemas))) for q in (query, total))
        if country:
            of_it = select(t.c.entity).where(t.c.what == tally.COUNTRY, t.c.value == country)
            query, total = (q.where(e.c.key.in_(of_it)) for q in (query, total))
        ordered = query.order_by(e.c.statements.desc(), e.c.caption, e.c.key).limit(limit).offset(offset)
        return Page(self.rows(connection, connection.execute(ordered)), connection.scalar(total) or 0)

    def figures(self, connection: Connection) -> list[EntityRow]:
        """Entities of the schema Figure that have a sure number or amount."""
        e, f = tables.entities, tables.figures
        told = select(f.c.entity).where(f.c.entity == e.c.key).exists()
        query = select(e).where(e.c.schema.in_(sorted(children(FIGURE, None) or ())), told).order_by(e.c.key)
        return self.rows(connection, connection.execute(query))

    def named(self, connection: Connection, name: str, limit: int) -> list[EntityRow]:
        """Entities of a name: that very name first, then names that begin with it, then names with all its words."""
        normal = normal_name(name)
        t, e = tables.tallies, tables.entities
        order: dict[int, int] = {}
        if normal:
            begins = select(t.c.entity, t.c.normal).where(t.c.normal >= normal, t.c.normal < normal + LAST)
            exact = select(t.c.entity).where(t.c.normal == normal).limit(NAMES_LOOKED_AT)
            for entity in connection.scalars(exact):
                order.setdefault(entity, 0)
            for entity, _ in connection.execute(begins.order_by(t.c.normal).limit(NAMES_LOOKED_AT)):
                order.setdefault(entity, 1)
        for entity in self.entities_of(connection, fulltext.find(connection, "search_names", name, NAMES_LOOKED_AT)).values():
            order.setdefault(entity, 2)
        found = {r.key: r for r in lookup(connection, e, e.c.key, order)}
        best = sorted(found, key=lambda k: (order[k], -found[k].statements, found[k].caption, k))[:limit]
        return self.rows(connection, [found[k] for k in best])

    def entities_of(self, connection: Connection, keys: Iterable[int]) -> dict[int, int]:
        """The canonical keys of the entities of statements that stand, by the statements' keys."""
        s, st = tables.statements, tables.standing
        query: Select[tuple[int, int]] = select(s.c.key, s.c.entity).outerjoin(st, st.c.hash == s.c.hash)
        standing = query.where(st.c.state.is_(None) | (st.c.state == ACCEPTED))
        raw = {r[0]: r[1] for r in within(connection, standing, s.c.key, keys)}
        canonical = self.views.canonical(connection, set(raw.values()))
        return {key: canonical[entity] for key, entity in raw.items()}

    def captions(self, connection: Connection, ids: Iterable[str]) -> dict[str, str]:
        """What to call entities, by the ids given; ids nothing is said of are left out."""
        keys = self.ids.known(connection, list(ids))
        canonical = self.views.canonical(connection, keys.values())
        e = tables.entities
        found = {r[0]: r[1] for r in lookup(connection, (e.c.key, e.c.caption), e.c.key, set(canonical.values()))}
        found = calling(connection, found)
        return {i: found[canonical[k]] for i, k in keys.items() if canonical[k] in found}

    def adjacent(self, connection: Connection, key: int, limit: int) -> list[tuple[int, str, int, str]]:
        """Ties of a canonical key: the other end, the property, the statement's key, the direction."""
        self.shapes.refresh(connection)
        t = tables.ties
        query = select(t.c.other, t.c.shape, t.c.statement, t.c.out).where(t.c.entity == key, t.c.other != key)
        return [
            (other, self.shapes.by_key[shape].prop, statement, "out" if out else "in")
            for other, shape, statement, out in connection.execute(query.order_by(t.c.statement).limit(limit))
        ]

    def facets(self, connection: Connection, prop: str) -> list[tuple[str, int]]:
        """How many entities have each schema, country, topic or data set, most first."""
        t, e = tables.tallies, tables.entities
        if prop == "schema":
            pairs = connection.execute(select(e.c.schema, func.count()).group_by(e.c.schema))
            return sorted(((name, n) for name, n in pairs), key=lambda p: (-p[1], p[0]))
        what = tally.FACETS[prop]
        query = select(t.c.value, func.count()).where(t.c.what == what).group_by(t.c.value)
        found = [(v, n) for v, n in connection.execute(query)]
        if what == tally.DATASET:
            names = self.sources.texts(connection, [int(v) for v, _ in found])
            found = [(names[int(v)], n) for v, n in found]
        return sorted(found, key=lambda p: (-p[1], p[0]))

    def counts(self, connection: Connection) -> dict[str, int]:
        """How much there is of everything; `statements` and `evidence` are those of the logs, `suggested` what is to check."""
        s = tables.statements

        def count(query: Select[Any]) -> int:
            return connection.scalar(query) or 0

        return {
            "documents": count(select(func.count()).select_from(tables.documents)),
            "statements": count(select(func.count()).select_from(s)),
            "evidence": count(select(func.count(s.c.document))) + count(select(func.count()).select_from(tables.evidence)),
            "entities": count(select(func.count()).select_from(tables.entities)),
            "decisions": count(select(func.count()).select_from(tables.decisions)),
            "suggested": count(select(func.sum(tables.entities.c.suggested))),
        }
