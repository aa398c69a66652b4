"""What stands around a few records, by ties and by property, without making statements of it: for counting.

Rows are read by entity and shape from the index, so that what is not counted (descriptions, addresses) is never fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Select, select

from dragoman.model.schema import schema
from dragoman.store import tables
from dragoman.store.dictionary import Shape
from dragoman.store.engine import IN_CHUNK, is_empty, lookup
from dragoman.store.store import Store
from dragoman.store.verdicts import ACCEPTED


class Value(NamedTuple):
    """One affirmed value with what its statement says besides."""

    value: str
    unit: str
    valid_from: str


@dataclass(slots=True)
class Gathered:
    """Records by canonical id: schemata; affirmed, distinct, sure values by property, in the order of the log; the steps
    their statements name; which have a denied statement; and whole values of the properties asked for so."""

    schemas: dict[str, str] = field(default_factory=dict)
    values: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    statuses: dict[str, set[str]] = field(default_factory=dict)
    denied: set[str] = field(default_factory=set)
    whole: dict[tuple[str, str], list[Value]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to gather: the properties that make a record a part of another (followed to the end) or tie it to one, those
    that lead on to bodies and places, those that are read, of any schema (`props`) or of one (`special`), and those read
    whole; of tied records only these `schemas` (empty: all)."""

    parts: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    props: frozenset[str] = frozenset()
    special: frozenset[tuple[str, str]] = frozenset()
    of_ends: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    schemas: frozenset[str] = frozenset()

    def reads(self, shape: Shape) -> bool:
        """Whether statements of a shape are read of the records found."""
        prop = shape.prop
        if prop in self.ends:
            return True
        told = prop in self.ties or prop in self.parts  # the ties found tell those
        return not told and (prop in self.props or prop in self.whole or (shape.schema, prop) in self.special)


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

    def tied(self, keys: Collection[int], props: frozenset[str], schemas: frozenset[str]) -> list[tuple[int, Shape, int]]:
        """Sure ties to some canonical keys: the key of the record that names one, the shape of what it says, the one named."""
        t = tables.ties
        shapes = self.keys_of(lambda s: s.prop in props and (not schemas or not schemas.isdisjoint(schema(s.schema).ancestors)))
        query = select(t.c.other, t.c.shape, t.c.entity, t.c.statement).where(t.c.out == 0, t.c.shape.in_(shapes))
        rows = self.rows(query, t.c.entity, keys)
        doubtful = self._unsure([r[3] for r in rows if self.shapes[r[1]].suggested])
        return [(r[0], self.shapes[r[1]], r[2]) for r in rows if r[3] not in doubtful]

    def _unsure(self, suggested: list[int]) -> set[int]:
        """Of suggested statements, by key, those nobody accepted."""
        s, t = tables.statements, tables.standing
        hashes = {r[1]: r[0] for r in self.rows(select(s.c.key, s.c.hash), s.c.key, suggested)}
        accepted = lookup(self.connection, (t.c.hash, t.c.state), t.c.hash, hashes)
        return set(suggested) - {hashes[r[0]] for r in accepted if r[1] == ACCEPTED}

    def rows(self, query: Select[Any], column: Column[Any], keys: Iterable[int]) -> list[Any]:
        """The rows of a query whose column is one of some keys, fetched by the chunk: iterating them takes twice as long."""
        found: list[Any] = []
        left = iter(keys)
        while chunk := list(islice(left, IN_CHUNK)):
            found += self.connection.execute(query.where(column.in_(chunk))).all()
        return found

    def values(self, keys: Collection[int], wanted: Callable[[Shape], bool]) -> list[tuple[int, Shape, str, int | None, str]]:
        """What stands of records in some shapes, in the order of the log: key, shape, value, target, since when."""
        members, whole = self._members(keys)
        s = tables.statements
        columns = (s.c.entity, s.c.shape, s.c.value, s.c.target, s.c.valid_from, s.c.hash, s.c.key)
        # adding nothing keeps the engine from trying each shape of each entity in turn
        query = select(*columns).where((s.c.shape + 0).in_(self.keys_of(wanted)))
        rows = sorted(self.rows(query, s.c.entity, members), key=itemgetter(6))
        hidden, accepted = self._standing(r[5] for r in rows)
        shapes = self.shapes
        return [
            (whole.get(entity, entity), shapes[shape], value, target, since)
            for entity, shape, value, target, since, packed, _ in rows
            if packed not in hidden and (not shapes[shape].suggested or packed in accepted)
        ]

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
        wave, ties = set(scope), list[tuple[int, Shape, int]]()
        while wave:
            found = work.tied(wave, wanted.parts | wanted.ties, wanted.schemas)
            ties += found
            wave = {key for key, shape, _ in found if shape.prop in wanted.parts} - scope
            scope |= wave
        return _told(work, scope, ties, wanted)


def _told(work: Gathering, scope: set[int], ties: list[tuple[int, Shape, int]], wanted: Wanted) -> Gathered:
    near = dict.fromkeys([*sorted(scope), *sorted(key for key, _, _ in ties)])
    first = [*((key, shape, "", target, "") for key, shape, target in ties), *work.values(near, wanted.reads)]
    if wanted.parts:  # what the roots themselves are part of
        first += work.values(scope, lambda shape: shape.prop in wanted.parts)
    targets = work.canonical({row[3] for row in first if row[3] is not None})
    ends = sorted({targets[t] for _, shape, _, t, _ in first if t is not None and shape.prop in wanted.ends}.difference(near))
    second = work.values(ends, lambda shape: shape.prop in wanted.of_ends) if wanted.of_ends else []
    ids = work.store._ids.texts(work.connection, {*near, *ends, *targets.values()})
    e = tables.entities
    made = Gathered({ids[r[0]]: r[1] for r in work.rows(select(e.c.key, e.c.schema), e.c.key, [*near, *ends])})
    for key, shape, value, target, since in (*first, *second):
        _note(made, ids[key], shape, value if target is None else ids[targets[target]], since, wanted)
    return made


def _note(made: Gathered, key: str, shape: Shape, value: str, since: str, wanted: Wanted) -> None:
    if shape.negated:
        made.denied.add(key)
        return
    if shape.status:
        made.statuses.setdefault(key, set()).add(str(shape.status))
    at = (key, shape.prop)
    held = made.values.get(at)
    if held is None:
        made.values[at] = [value]
    elif value not in held:
        held.append(value)
    if shape.prop in wanted.whole:
        made.whole.setdefault(at, []).append(Value(value, shape.unit, since))


def led_to(store: Store, roots: Iterable[str], wanted: Wanted, roles: Mapping[str, str]) -> set[str]:
    """The canonical ids that records tied to some lead to; by a property of `roles` only where they have that role."""
    with store._read() as connection:
        work = Gathering(store, connection)
        known = store._ids.known(connection, list(roots))
        scope = set(work.canonical(known.values()).values())
        near = {key for key, shape, _ in work.tied(scope, wanted.ties, wanted.schemas) if not shape.negated}
        rows = work.values(near, lambda shape: not shape.negated and (shape.prop in wanted.ends or shape.prop == "role"))
        has = {(key, value) for key, shape, value, _, _ in rows if shape.prop == "role"}
        found = {
            target
            for key, shape, _, target, _ in rows
            if target is not None and (shape.prop not in roles or (key, roles[shape.prop]) in has)
        }
        return set(store._ids.texts(connection, set(work.canonical(found).values())).values())


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
        query = select(s.c.dataset, s.c.entity).where((s.c.shape + 0).in_(shapes)).distinct()
        rows = [(r[0], r[1]) for r in work.rows(query, s.c.dataset, told)]
        canonical = work.canonical({r[1] for r in rows})
        ids = store._ids.texts(connection, set(canonical.values()))
    found: dict[str, list[str]] = {}
    for dataset, entity in rows:
        found.setdefault(names[dataset], []).append(ids[canonical[entity]])
    return {name: list(dict.fromkeys(members)) for name, members in found.items()}
