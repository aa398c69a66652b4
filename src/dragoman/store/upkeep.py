"""Upkeep: the views made anew from the logs, and the views compared with what they would then be."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from dragoman.store import fulltext, slots, tables
from dragoman.store.append import searchable
from dragoman.store.codec import made_row, pack_id, unpack_document
from dragoman.store.curate import load, retracted
from dragoman.store.dictionary import Ids, Shapes
from dragoman.store.engine import insert, last_key
from dragoman.store.verdicts import clusters, standings
from dragoman.store.views import NAMES, Views

BATCH = 20_000  # statements taken at once
SHOWN = 3  # differences shown of each view


def rebuild(connection: Connection, ids: Ids, shapes: Shapes, views: Views) -> None:
    """Empty all views and make them anew from the logs."""
    for table in tables.VIEWS:
        connection.execute(delete(table))
    fulltext.clear(connection)
    shapes.refresh(connection)
    made = load(connection)
    joined = clusters(made)
    keys = ids.keys(connection, sorted({*joined, *joined.values()}))
    insert(connection, tables.members, sorted((keys[i], keys[c]) for i, c in joined.items()))
    found = standings(made, retracted(connection, None))
    insert(connection, tables.standing, sorted((pack_id(i), *held) for i, held in found.items()))
    _statements(connection, views)
    _documents(connection)
    views.stand_at(connection, position(connection))


def position(connection: Connection) -> int:
    """The last position of the log; 0 where it is empty."""
    return last_key(connection, tables.appends)


def _statements(connection: Connection, views: Views) -> None:
    s = tables.statements
    query = select(s).order_by(s.c.key).limit(BATCH)
    after = 0
    while rows := [made_row(tuple(r)) for r in connection.execute(query.where(s.c.key > after))]:
        _, places = slots.find(connection, (r.hash for r in rows))
        slots.enter(connection, places, {r.hash: r.key for r in rows})
        views.take(connection, rows)
        views.index(connection, rows)
        after = rows[-1].key


def _documents(connection: Connection) -> None:
    d = tables.documents
    for key in connection.scalars(select(d.c.key).order_by(d.c.key)).all():
        row = connection.execute(select(d).where(d.c.key == key)).one()
        document = unpack_document(dict(row._mapping), row.body)
        fulltext.take(connection, "search_documents", [(key, searchable(document))])


def check(connection: Connection, ids: Ids, shapes: Shapes, views: Views) -> list[str]:
    """What differs between the views and a rebuild, one line a view. The caller rolls the transaction back."""
    found = _positions(connection)
    before = {index: fulltext.contents(connection, index) for index in fulltext.INDEXES}
    for table in tables.VIEWS:
        connection.exec_driver_sql(f"CREATE TEMPORARY TABLE was_{table.name} AS SELECT * FROM {table.name}")  # noqa: S608 (own names)
    rebuild(connection, ids, shapes, views)
    for table in tables.VIEWS:
        found += _differences(connection, table.name)
    for index, words in before.items():
        wrong = sorted(words ^ fulltext.contents(connection, index))
        if wrong:
            found.append(f"view {index}: {len(wrong)} words differ, such as {wrong[0][0]!r}")
    return found


def _positions(connection: Connection) -> list[str]:
    at = position(connection)
    m = tables.meta
    rows = connection.execute(select(m).where(m.c.name.in_([f"view {n}" for n in NAMES])).order_by(m.c.name))
    return [f"{name} stands at {value}, the log at {at}" for name, value in rows if value != at]


def _differences(connection: Connection, name: str) -> list[str]:
    lines = []
    for left, right, word in ((f"was_{name}", name, "too many"), (name, f"was_{name}", "missing")):
        sql = f"SELECT * FROM {left} EXCEPT SELECT * FROM {right}"  # noqa: S608 (own names)
        rows = connection.exec_driver_sql(sql).fetchall()
        if rows:
            such = ", ".join(str(tuple(r)) for r in rows[:SHOWN])
            lines.append(f"view {name}: {len(rows)} rows {word}, such as {such}")
    return lines
