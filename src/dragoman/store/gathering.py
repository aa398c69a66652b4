"""What stands around a few records, by ties and by property, without making statements of it: for counting.

Rows are read by entity and shape from the index, so that what is not counted (descriptions, addresses) is never fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, Integer, cast, select

from dragoman.model.schema import schema
from dragoman.store import tables
from dragoman.store.dictionary import Shape
from dragoman.store.engine import is_empty, lookup, within
from dragoman.store.store import Store
from dragoman.store.verdicts import ACCEPTED


class Value(NamedTuple):
    """One value of a property that stands and is sure."""

    value: str
    unit: str
    status: str
    valid_from: str
    negated: bool


@dataclass(slots=True)
class Gathered:
    """Records by canonical id: their schemata, and their values by property, in the order of the log."""

    schemas: dict[str, str] = field(default_factory=dict)
    values: dict[tuple[str, str], list[Value]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to gather: the properties that make a record a part of another (followed to the end) or tie it to one, those
    that lead on to bodies and places, and those that are read; of tied records only these `schemas` (empty: all)."""

    parts: frozenset[str]
    ties: frozenset[str]
    ends: frozenset[str]
    props: frozenset[str]
    of_ends: frozenset[str]
    schemas: frozenset[str] = frozenset()


class Gathering:
    """One gathering in one transaction."""

    def __init__(self, store: Store, connection: Connection) -> None:
        self.store, self.connection = store, connection
        store._shapes.refresh(connection)
        self.shapes = store._shapes.by_key
        self.decided = not is_empty(connection, tables.standing)

    def keys_of(self, wanted: Callable[[Shape], bool]) -> list[int]:
        """The keys of the shapes that are wanted."""
        return [key for key, shape in self.shapes.items() if wanted(shape)]

    def tied(self, keys: Collection[int], props: frozenset[str], schemas: frozenset[str]) -> list[tuple[int, str]]:
        """Canonical keys of records that name one of some under a property, with the property."""
        t = tables.ties
        shapes = self.keys_of(lambda s: s.prop in props and (not schemas or bool(schemas & set(schema(s.schema).ancestors))))
        query = select(t.c.other, t.c.shape).where(t.c.out == 0, t.c.shape.in_(shapes))
        return [(r[0], self.shapes[r[1]].prop) for r in within(self.connection, query, t.c.entity, keys)]

    def values(self, keys: Collection[int], props: frozenset[str]) -> Iterator[tuple[int, Shape, str, int | None, str]]:
        """What stands of records under some properties: key, shape, value, target, since when."""
        members, whole = self._members(keys)
        s = tables.statements
        shapes = self.keys_of(lambda shape: shape.prop in props)
        columns = (s.c.entity, s.c.shape, s.c.value, s.c.target, s.c.valid_from, s.c.hash, s.c.key)
        # the cast keeps the engine from trying each shape of each entity in turn
        query = select(*columns).where(cast(s.c.shape, Integer).op("+")(0).in_(shapes))
        rows = [tuple(r) for r in within(self.connection, query, s.c.entity, members)]
        rows.sort(key=lambda r: r[6])
        hidden, accepted = self._standing(r[5] for r in rows)
        for entity, shape_key, value, target, since, packed, _ in rows:
            shape = self.shapes[shape_key]
            if packed not in hidden and (not shape.suggested or packed in accepted):
                yield whole.get(entity, entity), shape, value, target, since

    def _members(self, keys: Collection[int]) -> tuple[list[int], dict[int, int]]:
        """All keys of the clusters of some canonical keys, and the canonical key of those that have another."""
        m = tables.members
        if is_empty(self.connection, m):
            return list(keys), {}
        found = {r[0]: r[1] for r in lookup(self.connection, (m.c.entity, m.c.canonical), m.c.canonical, keys)}
        return list(dict.fromkeys([*keys, *found])), found

    def _standing(self, hashes: Iterable[bytes]) -> tuple[set[bytes], set[bytes]]:
        """Which statements do not stand, and which a person accepted."""
        if not self.decided:
            return set(), set()
        t = tables.standing
        found = list(lookup(self.connection, (t.c.hash, t.c.state), t.c.hash, hashes))
        return {r[0] for r in found if r[1] != ACCEPTED}, {r[0] for r in found if r[1] == ACCEPTED}

    def canonical(self, keys: Collection[int]) -> dict[int, int]:
        """The canonical key of each key."""
        return self.store._views.canonical(self.connection, keys)


def gather(store: Store, roots: Iterable[str], wanted: Wanted) -> Gathered:
    """The records around `roots` (their parts and what is tied to those) and the ends these lead to."""
    with store._read() as connection:
        work = Gathering(store, connection)
        known = store._ids.known(connection, list(roots))
        scope = set(work.canonical(known.values()).values())
        wave, near = set(scope), dict.fromkeys(sorted(scope))
        while wave:
            found = work.tied(wave, wanted.parts | wanted.ties, wanted.schemas)
            near |= dict.fromkeys(key for key, _ in found)
            wave = {key for key, prop in found if prop in wanted.parts} - scope
            scope |= wave
        return _told(work, list(near), wanted)


def _told(work: Gathering, near: list[int], wanted: Wanted) -> Gathered:
    first = list(work.values(near, wanted.props | wanted.ends | wanted.ties | wanted.parts))
    targets = work.canonical({target for _, _, _, target, _ in first if target is not None})
    ends = {targets[t] for _, shape, _, t, _ in first if t is not None and shape.prop in wanted.ends} - set(near)
    second = list(work.values(sorted(ends), wanted.of_ends)) if wanted.of_ends else []
    keys = list(dict.fromkeys([*near, *sorted(ends)]))
    ids = work.store._ids.texts(work.connection, {*keys, *targets.values()})
    e = tables.entities
    made = Gathered({ids[r[0]]: r[1] for r in lookup(work.connection, (e.c.key, e.c.schema), e.c.key, keys)})
    for key, shape, value, target, since in (*first, *second):
        told = value if target is None else ids[targets[target]] if target in targets else ""
        made.values.setdefault((ids[key], shape.prop), []).append(
            Value(told, shape.unit, str(shape.status), since, shape.negated)
        )
    return made


def claimed_beside(store: Store, any_id: str, schemas: Collection[str], ours: Callable[[str], bool]) -> dict[str, list[str]]:
    """Records of some schemata in the sources that speak of an entity, by source; sources that are `ours` left out."""
    s = tables.statements
    with store._read() as connection:
        work = Gathering(store, connection)
        key = store._known_key(connection, any_id)
        members = store._reading.members(connection, key)
        cited = set(connection.scalars(select(s.c.dataset).where(s.c.entity.in_(members)).distinct()))
        names = store._sources.texts(connection, cited)
        told = [k for k in sorted(cited) if not ours(names[k])]
        shapes = work.keys_of(lambda shape: shape.schema in schemas)
        query = select(s.c.dataset, s.c.entity).where(cast(s.c.shape, Integer).op("+")(0).in_(shapes)).distinct()
        rows = [(r[0], r[1]) for r in within(connection, query, s.c.dataset, told)]
        canonical = work.canonical({r[1] for r in rows})
        ids = store._ids.texts(connection, set(canonical.values()))
    found: dict[str, list[str]] = {}
    for dataset, entity in rows:
        found.setdefault(names[dataset], []).append(ids[canonical[entity]])
    return {name: list(dict.fromkeys(members)) for name, members in found.items()}
