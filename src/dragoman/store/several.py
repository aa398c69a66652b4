"""Several entities in one go, the ties of one by kind, the titles of documents: what one page shows in a few queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import func, select

from dragoman.model.document import ENTRY
from dragoman.model.entity import Entity
from dragoman.model.statement import Statement
from dragoman.store import tables
from dragoman.store.engine import lookup
from dragoman.store.finding import calling
from dragoman.store.results import DocumentSummary, EntityRow
from dragoman.store.store import Store
from dragoman.store.verdicts import ACCEPTED

TIES_LOOKED_AT = 20_000  # of one entity; a hub with more shows the earliest
EACH = 100  # statements of an entity read where several are: a hub has tens of thousands


class Tied(NamedTuple):
    """One entity tied to another: by which property of which of them (`out`: the one asked for says it)."""

    id: str
    schema: str
    caption: str
    props: tuple[tuple[str, str], ...]  # (property, out or in)
    statements: int


class Title(NamedTuple):
    """A document without its text."""

    id: str
    name: str
    title: str
    publisher: str
    published: str
    lang: str

    @property
    def shown(self) -> str:
        """What to call it."""
        return self.title or self.name


def several(store: Store, ids: Iterable[str], each: int = EACH) -> dict[str, Entity]:
    """Entities by canonical id with what stands of them, of each its first statements at most. Unknown ids are left out."""
    e, m = tables.entities, tables.members
    with store._read() as connection:
        keys = store._ids.known(connection, list(dict.fromkeys(ids)))
        canonical = set(store._views.canonical(connection, keys.values()).values())
        large = {r[0] for r in lookup(connection, (e.c.key, e.c.statements), e.c.key, canonical) if r[1] > each}
        small = canonical - large
        members = small | {r[0] for r in lookup(connection, (m.c.entity,), m.c.canonical, small)}
        rows = store._reading.of_entity(connection, sorted(members)) if members else []
        for key in sorted(large):
            rows += store._reading.of_entity(connection, store._reading.members(connection, key), each)
        found = store._reading.statements(connection, rows)
    groups: dict[str, list[Statement]] = {}
    for statement in found:
        if not statement.retracted_at:
            groups.setdefault(statement.entity_id, []).append(statement)
    return {key: Entity(key, tuple(statements)) for key, statements in groups.items()}


def tie_counts(store: Store, any_id: str, sure: bool = False) -> dict[str, int]:
    """How many entities of each schema an entity is tied to, most first; `sure`: without ties that still wait to be checked."""
    e = tables.entities
    with store._read() as connection:
        key = store._known_key(connection, any_id)
        near = _near(key)
        query = select(e.c.schema, func.count(near.c.other.distinct())).join(near, near.c.other == e.c.key)
        if sure:
            query = query.where(_is_sure(store, connection, near))
        found = [(r[0], r[1]) for r in connection.execute(query.group_by(e.c.schema))]
    return dict(sorted(found, key=lambda f: (-f[1], f[0])))


def _is_sure(store: Store, connection: Any, near: Any) -> Any:
    """Whether a tie was sure when it was made, or somebody accepted it since."""
    s, d = tables.statements, tables.standing
    store._shapes.refresh(connection)
    waits = sorted(key for key, shape in store._shapes.by_key.items() if shape.suggested)
    decided = select(1).where(s.c.key == near.c.statement, d.c.hash == s.c.hash, d.c.state == ACCEPTED).exists()
    return near.c.shape.not_in(waits) | decided


def _near(key: int) -> Any:
    t = tables.ties
    query = select(t.c.other, t.c.shape, t.c.out, t.c.statement).where(t.c.entity == key, t.c.other != key)
    return query.order_by(t.c.statement).limit(TIES_LOOKED_AT).subquery()


def tied(
    store: Store, any_id: str, schemas: Sequence[str] = (), limit: int = 50, offset: int = 0, most: bool = False
) -> list[Tied]:
    """Entities tied to one, of some schemata, in the order the ties were told; `most`: those most is said of first."""
    e = tables.entities
    with store._read() as connection:
        key = store._known_key(connection, any_id)
        near = _near(key)
        query = select(e.c.key, e.c.schema, e.c.caption, e.c.statements).join(near, near.c.other == e.c.key).group_by(e.c.key)
        if schemas:
            query = query.where(e.c.schema.in_(list(schemas)))
        order = (e.c.statements.desc(), e.c.key) if most else (func.min(near.c.statement),)
        rows = connection.execute(query.order_by(*order).limit(limit).offset(offset)).all()
        props = _props(store, connection, key, {r.key for r in rows})
        ids = store._ids.texts(connection, [r.key for r in rows])
        called = calling(connection, {r.key: r.caption for r in rows})
    return [Tied(ids[r.key], r.schema, called[r.key], tuple(props[r.key]), r.statements) for r in rows]


def _props(store: Store, connection: Any, key: int, others: set[int]) -> dict[int, dict[tuple[str, str], None]]:
    """By which properties each of some others is tied."""
    t = tables.ties
    store._shapes.refresh(connection)
    found: dict[int, dict[tuple[str, str], None]] = {o: {} for o in others}
    query = select(t.c.other, t.c.shape, t.c.out).where(t.c.entity == key)
    chosen = sorted(others)
    for at in range(0, len(chosen), 500):
        for other, shape, out in connection.execute(query.where(t.c.other.in_(chosen[at : at + 500]))):
            found[other][store._shapes.by_key[shape].prop, "out" if out else "in"] = None
    return found


def between(store: Store, ids: Sequence[str], limit: int = 5_000) -> list[tuple[str, str, str]]:
    """The ties among some entities, told by the first: (id, property, id)."""
    t = tables.ties
    with store._read() as connection:
        store._shapes.refresh(connection)
        keys = store._views.canonical(connection, store._ids.known(connection, list(ids)).values())
        chosen = sorted(set(keys.values()))
        query = select(t.c.entity, t.c.shape, t.c.other).where(t.c.out == 1, t.c.entity.in_(chosen), t.c.other.in_(chosen))
        rows = connection.execute(query.limit(limit)).all()
        texts = store._ids.texts(connection, chosen)
    return list(dict.fromkeys((texts[a], store._shapes.by_key[shape].prop, texts[b]) for a, shape, b in rows if a != b))


def titles(store: Store, ids: Iterable[str]) -> dict[str, Title]:
    """What documents are called, by their ids; those not stored (forms, lists) are left out."""
    d = tables.documents
    columns = (d.c.id, d.c.name, d.c.title, d.c.publisher, d.c.published, d.c.lang)
    with store._read() as connection:
        return {r[0]: Title(*r) for r in lookup(connection, columns, d.c.id, list(dict.fromkeys(ids)))}


def document_page(store: Store, words: str = "", limit: int = 50, offset: int = 0) -> tuple[list[DocumentSummary], int]:
    """Some documents without their texts, newest first, those whose title or name holds the words; and how many there are.

    Entries are left out: the history of a record has them.
    """
    d, s, a = tables.documents, tables.statements, tables.appends
    wanted = [(d.c.title + " " + d.c.name).icontains(word, autoescape=True) for word in words.split()[:8]]
    wanted.append(d.c.media_type != ENTRY)
    columns = (d.c.id, d.c.name, d.c.title, d.c.publisher, d.c.published, d.c.lang, d.c.media_type, d.c.size, a.c.at)
    with store._read() as connection:
        query = select(*columns).join(a, a.c.key == d.c.append).where(*wanted).order_by(d.c.key.desc())
        rows = connection.execute(query.limit(limit).offset(offset)).all()
        total = connection.scalar(select(func.count()).select_from(d).where(*wanted)) or 0
        sources = tables.sources
        keys = {r[1]: r[0] for r in lookup(connection, (sources.c.key, sources.c.name), sources.c.name, [r[0] for r in rows])}
        counts = {
            name: connection.scalar(select(func.count()).where(s.c.dataset == key, s.c.document == key)) or 0
            for name, key in keys.items()
        }
    return [DocumentSummary(*r[:8], counts.get(r[0], 0), r[8]) for r in rows], total


def rows(store: Store, ids: Iterable[str]) -> dict[str, EntityRow]:
    """Entities as rows of a list, by canonical id; unknown ids are left out."""
    e = tables.entities
    with store._read() as connection:
        keys = store._ids.known(connection, list(dict.fromkeys(ids)))
        canonical = store._views.canonical(connection, keys.values())
        found = store._finding.rows(connection, lookup(connection, e, e.c.key, set(canonical.values())))
    return {row.id: row for row in found}


def how_many_entities(store: Store) -> int:
    """How many canonical entities there are."""
    with store._read() as connection:
        return connection.scalar(select(func.count()).select_from(tables.entities)) or 0
