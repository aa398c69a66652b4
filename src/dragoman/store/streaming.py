"""What is asked of statements: one, or a stream of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import select

from dragoman.model.statement import Statement
from dragoman.store import tables, tally
from dragoman.store.codec import Row, pack_id
from dragoman.store.finding import children
from dragoman.store.opened import Opened
from dragoman.store.reading import STREAMED


class Streaming(Opened):
    """Reads the statements log."""

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

    def statements_after(
        self, after: int, limit: int, *, dataset: str | None = None, schema: str | None = None, document: str | None = None,
        all: bool = False,
    ) -> tuple[list[Statement], int]:  # fmt: skip
        """Some statements that stand after a place in the log, and the place to go on from: 0 where these are the last."""
        schemas = children(schema, None)
        shapes = None if schemas is None else lambda shape: shape.schema in schemas
        found: list[tuple[int, Statement]] = []
        for rows in self._stream(after, dataset=dataset, shapes=shapes, document=document, ids=None):
            pairs = zip(rows, self._decoded(rows), strict=True)
            found += [(row.key, s) for row, s in pairs if all or not s.retracted_at]
            if len(found) > limit:
                return [s for _, s in found[:limit]], found[limit - 1][0]
        return [s for _, s in found], 0

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

    def names(self, dataset: str | None = None, ids: Iterable[str] | None = None) -> Iterator[tuple[str, str, str, str, str]]:
        """A stream of what tells entities apart: names, identifiers, countries that stand.

        Each is the entity id as it was written (not the canonical one), schema, property, value and data set; `ids` gives
        those of some clusters.
        """
        return self._brief(dataset=dataset, shapes=tally.identifies, ids=None if ids is None else list(ids))

    def particulars(self, ids: Iterable[str] | None = None) -> Iterator[tuple[str, str, str, str, str]]:
        """The same of people and organisations alone, with dates, addresses and posts."""
        return self._brief(shapes=tally.particular, ids=None if ids is None else list(ids))

    def _brief(self, **asked: Any) -> Iterator[tuple[str, str, str, str, str]]:
        for rows in self._stream(0, **asked):
            with self._read() as connection:
                found = self._reading.names(connection, rows)
            yield from found

    def touched(self, since: int) -> set[str]:
        """The ids, as written, of entities on which something was said, retracted or judged after a log position."""
        with self._read() as connection:
            keys = self._reading.touched(connection, since)
            return set(self._ids.texts(connection, keys).values())
