"""Dictionaries: integer keys for entity ids, for sources, and for the shapes of statements, remembered between calls.

Rows of a dictionary never change once committed, so what is remembered stays right; after a transaction that failed,
`forget` drops what it may have made up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Table, select

from dragoman.model.statement import Bound, Statement, Status
from dragoman.store import tables
from dragoman.store.codec import pack_id, unpack_id
from dragoman.store.engine import insert, last_key, lookup

REMEMBERED = 300_000  # ids; about 50 MB


class Shape(NamedTuple):
    """What repeats in every statement of one sort."""

    schema: str
    prop: str
    lang: str
    origin: str
    status: Status
    bound: Bound
    unit: str
    negated: bool
    inferred: bool
    suggested: bool


class Dictionary:
    """Texts to keys and back, for one table of a key and a unique value."""

    def __init__(self, table: Table, column: Column[Any]) -> None:
        self.table, self.column = table, column
        self._keys: dict[Any, int] = {}
        self._values: dict[int, Any] = {}

    def pack(self, text: str) -> Any:
        """How a text stands in the table."""
        return text

    def unpack(self, value: Any) -> str:
        """The text of what stands in the table."""
        return str(value)

    def forget(self) -> None:
        """Remember nothing."""
        self._keys.clear()
        self._values.clear()

    def known(self, connection: Connection, texts: Collection[str]) -> dict[str, int]:
        """The keys of those texts that have one."""
        keys = self._keys
        if any(t not in keys for t in texts):
            self._make_room()  # before it is seen what is missing: it may forget what was asked for
            missing = {self.pack(t): t for t in texts if t not in keys}
            for key, value in lookup(connection, (self.table.c.key, self.column), self.column, missing):
                self._remember(key, missing[value])
        return {t: keys[t] for t in texts if t in keys}

    def keys(self, connection: Connection, texts: Iterable[str]) -> dict[str, int]:
        """The keys of all texts; those that have none get one. Within a writing transaction only."""
        wanted = list(dict.fromkeys(texts))
        found = self.known(connection, wanted)
        new = [t for t in wanted if t not in found]
        if new:
            last = last_key(connection, self.table)
            made = {t: last + n for n, t in enumerate(new, 1)}
            insert(connection, self.table, [(key, self.pack(t)) for t, key in made.items()])
            for text, key in made.items():
                self._remember(key, text)
            found |= made
        return found

    def texts(self, connection: Connection, keys: Iterable[int]) -> dict[int, str]:
        """The texts of keys."""
        wanted, known = set(keys), self._values
        missing = [k for k in wanted if k not in known]
        if missing:
            self._make_room()
            missing = [k for k in wanted if k not in known]
            for key, value in lookup(connection, (self.table.c.key, self.column), self.table.c.key, missing):
                self._remember(key, self.unpack(value))
        return {k: known[k] for k in wanted}

    def _remember(self, key: int, text: str) -> None:
        self._keys[text] = key
        self._values[key] = text

    def _make_room(self) -> None:
        if len(self._keys) > REMEMBERED:
            self.forget()


class Ids(Dictionary):
    """Entity ids, as blobs."""

    def __init__(self) -> None:
        super().__init__(tables.ids, tables.ids.c.id)

    def pack(self, text: str) -> bytes:
        return pack_id(text)

    def unpack(self, value: bytes) -> str:
        return unpack_id(value)


class Shapes:
    """All shapes, held in memory: there are a few thousand."""

    def __init__(self) -> None:
        self._keys: dict[tuple[object, ...], int] = {}
        self.by_key: dict[int, Shape] = {}

    def forget(self) -> None:
        """Remember nothing."""
        self._keys.clear()
        self.by_key.clear()

    def refresh(self, connection: Connection) -> None:
        """Read the shapes that were added since."""
        table = tables.shapes
        for row in connection.execute(select(table).where(table.c.key > max(self.by_key, default=0))):
            flags = row.flags
            shape = Shape(
                row.schema, row.prop, row.lang, row.origin, Status(row.status), Bound(row.bound), row.unit,
                bool(flags & 1), bool(flags & 2), bool(flags & 4),
            )  # fmt: skip
            self._remember(row.key, shape)

    def _remember(self, key: int, shape: Shape) -> None:
        self._keys[(*shape[:4], str(shape.status), str(shape.bound), *shape[6:])] = key
        self.by_key[key] = shape

    def keys(self, connection: Connection, statements: Iterable[Statement]) -> list[int]:
        """The key of the shape of each statement, new ones written. Within a writing transaction only."""
        self.refresh(connection)
        known, found, rows = self._keys, [], []
        for s in statements:
            # plain texts: an enumeration is slow to hash
            status, bound = str(s.status) if s.status else "", str(s.bound) if s.bound else ""
            key = known.get(
                (s.schema, s.prop, s.lang, s.origin, status, bound, s.unit, s.negated, s.inferred, s.suggested)
            )  # fmt: skip
            if key is None:
                shape = Shape(
                    s.schema, s.prop, s.lang, s.origin, Status(status), Bound(bound), s.unit, s.negated, s.inferred, s.suggested
                )  # fmt: skip
                key = max(self.by_key, default=0) + 1
                rows.append((key, *shape[:7], shape.negated | shape.inferred << 1 | shape.suggested << 2))
                self._remember(key, shape)
            found.append(key)
        insert(connection, tables.shapes, rows)
        return found
