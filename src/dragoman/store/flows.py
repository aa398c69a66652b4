"""Which countries the records of some kinds tie together: one count over the views, not one a record."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from dragoman.store import tables, tally
from dragoman.store.store import Store


def countries(store: Store, schemas: Sequence[str]) -> list[tuple[str, int]]:
    """How many entities of some schemata each country has, most first."""
    e, t = tables.entities, tables.tallies
    query = select(t.c.value, func.count()).join(e, e.c.key == t.c.entity)
    with store._read() as connection:
        found = connection.execute(query.where(t.c.what == tally.COUNTRY, e.c.schema.in_(list(schemas))).group_by(t.c.value))
        return sorted(((r[0], r[1]) for r in found), key=lambda r: (-r[1], r[0]))


def flows(store: Store, schemas: Sequence[str]) -> list[tuple[str, str, str, int]]:
    """(schema, property, country, records): how many records name, by that property, something of that country."""
    e, c, t = tables.entities, tables.tallies, tables.ties
    query = (
        select(e.c.schema, t.c.shape, c.c.value, func.count(e.c.key.distinct()))
        .join(t, t.c.entity == e.c.key)
        .join(c, c.c.entity == t.c.other)
        .where(e.c.schema.in_(list(schemas)), t.c.out == 1, c.c.what == tally.COUNTRY)
        .group_by(e.c.schema, t.c.shape, c.c.value)
    )
    with store._read() as connection:
        store._shapes.refresh(connection)
        rows = connection.execute(query).all()
        found: dict[tuple[str, str, str], int] = {}
        for schema, shape, country, n in rows:
            key = (schema, store._shapes.by_key[shape].prop, country)
            found[key] = found.get(key, 0) + n
    return [(*key, n) for key, n in sorted(found.items(), key=lambda f: (-f[1], f[0]))]
