"""Corrections: what one transaction adds and takes back, checked against what came meanwhile; and the log of one entity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, select

from dragoman.model.document import Document
from dragoman.model.statement import Statement
from dragoman.store import slots, tables
from dragoman.store.append import next_key
from dragoman.store.codec import HASH_HEX, pack_id, unpack_id
from dragoman.store.engine import insert, is_empty, last_key, lookup
from dragoman.store.store import Store
from dragoman.store.writing import now


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that was made (`by` is then empty: its evidence tells) or taken back, at a position of the log."""

    position: int
    statement: Statement
    taken_back: bool
    at: str
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Amended:
    """The position of the log a transaction made, and how many of its statements were new."""

    position: int
    new: int


Check = Callable[[Sequence[Change]], None]


def log(store: Store, any_id: str, since: int = 0) -> list[Change]:
    """All that was said and taken back of an entity after a position, oldest first. Raises `UnknownName`."""
    with store._read() as connection:
        return _log(store, connection, any_id, since)


def _log(store: Store, connection: Connection, any_id: str, since: int) -> list[Change]:
    key = store._known_key(connection, any_id)
    rows = store._reading.of_entity(connection, store._reading.members(connection, key))
    made = store._reading.statements(connection, rows)
    taken = _taken_back(connection, [row.hash for row in rows])
    found = [Change(row.append, s, False, s.recorded_at) for row, s in zip(rows, made, strict=True)]
    for row, s in zip(rows, made, strict=True):
        if row.hash in taken:
            position, by, note, at = taken[row.hash]
            found.append(Change(position, s, True, at, by, note))
    return sorted((c for c in found if c.position > since), key=lambda c: (c.position, not c.taken_back))


def touched(store: Store, position: int, most: int) -> list[str]:
    """The records something was said of or taken back at a position of the log; of no more than `most` statements."""
    t = tables.statements
    with store._read() as connection:
        entities = set(connection.scalars(select(t.c.entity).where(*_within(connection, t, position)).limit(most)))
        r = tables.retractions
        gone = connection.scalars(select(r.c.hash).where(*_within(connection, r, position)).limit(most)).all()
        known, _ = slots.find(connection, gone)
        entities |= {row[0] for row in lookup(connection, (t.c.entity,), t.c.key, sorted(known.values()))}
        canonical = store._views.canonical(connection, entities)
        return sorted(set(store._ids.texts(connection, set(canonical.values())).values()))


def _within(connection: Connection, table: Table, position: int) -> tuple[ColumnElement[bool], ...]:
    """The keys of a log that were made at a position: they rise with it, so both ends are found by halving."""
    return table.c.key >= _first(connection, table, position), table.c.key < _first(connection, table, position + 1)


def _first(connection: Connection, table: Table, position: int) -> int:
    low, high = 0, last_key(connection, table) + 1
    while low < high:
        middle = (low + high) // 2
        at = connection.scalar(select(table.c.append).where(table.c.key >= middle).order_by(table.c.key).limit(1))
        if at is not None and at < position:
            low = middle + 1
        else:
            high = middle
    return low


def _taken_back(connection: Connection, hashes: Iterable[bytes]) -> dict[bytes, tuple[int, str, str, str]]:
    t = tables.retractions
    if is_empty(connection, t):
        return {}
    columns = (t.c.hash, t.c.append, t.c.by, t.c.note, t.c.at)
    return {r[0]: (r[1], r[2], r[3], r[4]) for r in lookup(connection, columns, t.c.hash, hashes)}


def stamp(store: Store) -> str:
    """What no other state of this log or of another has: its last position and when that was recorded."""
    a = tables.appends
    with store._read() as connection:
        row = connection.execute(select(a.c.key, a.c.at).order_by(a.c.key.desc()).limit(1)).one_or_none()
    return f"{row[0]} {row[1]}" if row else ""


def retracted(store: Store, statement_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """By whom and with which note those of some statements that were taken back were."""
    with store._read() as connection:
        found = _taken_back(connection, [pack_id(i) for i in statement_ids])
    return {unpack_id(packed): (by, note) for packed, (_, by, note, _) in found.items()}


def unknown(store: Store, statement_ids: Sequence[str]) -> list[str]:
    """Those of some statements that were never said."""
    with store._read() as connection:
        known, _ = slots.find(connection, [pack_id(i) for i in statement_ids])
    return [i for i in statement_ids if pack_id(i) not in known]


def beginning(store: Store, digits: str, limit: int = 20) -> list[str]:
    """Ids that begin with some hexadecimal digits, a few of them where there are many."""
    column = tables.ids.c.id
    since, until = (pack_id(digits.ljust(HASH_HEX, end)) for end in "0f")
    with store._read() as connection:
        found = connection.scalars(select(column).where(column >= since, column <= until).limit(limit)).all()
    return [unpack_id(i) for i in found if len(i) == HASH_HEX // 2]


def amend(
    store: Store, document: Document | None, statements: Sequence[Statement], retract: Sequence[str] = (), *,
    by: str, note: str = "", of: str = "", since: int | None = None, check: Check | None = None,
) -> Amended:  # fmt: skip
    """Append a document with its statements and take others back, in one transaction.

    `check` is told what was said or taken back of the entity `of` after `since`, before anything is written and with all
    other writers kept out; where it raises, nothing is written.
    """
    at = now()
    with store._write() as connection:
        if check is not None:
            check(_log(store, connection, of, since or 0))
        added = store._appender.append(connection, [(document, statements)], at)
        position = last_key(connection, tables.appends)
        if retract:
            store._shapes.refresh(connection)
            _retract(store, connection, retract, (position, by, note, at))
    return Amended(position, added.new)


def _retract(store: Store, connection: Connection, ids: Sequence[str], entry: tuple[int, str, str, str]) -> None:
    known = _taken_back(connection, [pack_id(i) for i in ids])
    fresh = [i for i in dict.fromkeys(ids) if pack_id(i) not in known]
    first = next_key(connection, tables.retractions)
    insert(connection, tables.retractions, [(first + n, pack_id(i), *entry) for n, i in enumerate(fresh)])
    store._curator.restand(connection, set(fresh))
