"""The views: what is kept of the statements that stand, by canonical entity, in the transaction that appends them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, func, literal_column, select, update

from dragoman.model.ids import normal_name
from dragoman.store import fulltext, tables, tally
from dragoman.store.codec import Row
from dragoman.store.dictionary import Dictionary, Ids, Shape, Shapes
from dragoman.store.engine import insert, is_empty, lookup, remove
from dragoman.store.verdicts import ACCEPTED, Standing

NAMES = ("members", "standing", "entities", "ties", "figures", "search")  # each stands at a log position
ADD_UP = (
    " ON CONFLICT (entity, what, value) DO UPDATE SET count = tallies.count + excluded.count, "
    "first = CASE WHEN excluded.first < tallies.first THEN excluded.first ELSE tallies.first END"
)

_T = tables.tallies.c
_SET: ColumnElement[int] = literal_column(str(tally.DATASET))
_NAMED = select(_T.entity, _T.what, _T.value, _T.count, _T.first).where(_T.what != _SET)
_DATASETS = select(_T.entity, func.count()).where(_T.what == _SET).group_by(_T.entity)
_STAND = update(tables.meta).where(tables.meta.c.name.startswith("view ")).values(value=bindparam("position"))
Counts = dict[tuple[int, str], tuple[int, int]]  # (what, value) -> (count, first statement)


class Gathered:
    """What a batch of statements adds to one entity."""

    __slots__ = ("counts", "statements", "suggested")

    def __init__(self) -> None:
        self.counts: Counts = {}
        self.statements = 0
        self.suggested = 0

    def add(self, row: Row, shape: Shape, what: int | None, sure: bool) -> None:
        self.statements += 1
        self.suggested += not sure
        counts = self.counts
        names: tuple[tuple[int, str], ...] = ((tally.SCHEMA, shape.schema), (tally.DATASET, str(row.dataset)))
        if what is not None:
            names = (*names, (what, row.value[: tally.LABEL_CHARS] if what >= tally.LABEL else row.value))
        for name in names:
            held = counts.get(name)
            counts[name] = (held[0] + 1, held[1]) if held else (1, row.key)


class Views:
    """Updates the views from rows of the statements log."""

    def __init__(self, ids: Ids, sources: Dictionary, shapes: Shapes) -> None:
        self.ids, self.sources, self.shapes = ids, sources, shapes

    def canonical(self, connection: Connection, keys: Iterable[int]) -> dict[int, int]:
        """The canonical key of each key."""
        found = {k: k for k in keys}
        table = tables.members
        if found and not is_empty(connection, table):
            found.update(tuple(r) for r in lookup(connection, table, table.c.entity, list(found)))
        return found

    def standing(self, connection: Connection, rows: Iterable[Row]) -> dict[bytes, Standing]:
        """What was decided on those of the rows that were decided on."""
        table = tables.standing
        if is_empty(connection, table):
            return {}
        return {r[0]: Standing(r[1], r[2]) for r in lookup(connection, table, table.c.hash, [r.hash for r in rows])}

    def take(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Take statements that are new to the views."""
        canonical = self.canonical(connection, {k for r in rows for k in (r.entity, r.target) if k is not None})
        standing = self.standing(connection, rows)
        self.count(connection, rows, canonical, standing)
        self.tie(connection, rows, canonical, standing)

    def count(
        self, connection: Connection, rows: Sequence[Row], canonical: dict[int, int], standing: dict[bytes, Standing]
    ) -> None:
        """Add statements to tallies, entities and figures."""
        gathered: dict[int, Gathered] = {}
        figures: list[tuple[int, int, int]] = []
        shapes = self.shapes.by_key
        roles = {key: tally.role_of(shapes[key]) for key in {r.shape for r in rows}}
        for row in rows:
            held = standing.get(row.hash) if standing else None
            if held and held.state != ACCEPTED:
                continue
            shape, entity, role = shapes[row.shape], canonical[row.entity], roles[row.shape]
            sure = held is not None or not shape.suggested
            into = gathered.get(entity)
            if into is None:
                into = gathered[entity] = Gathered()
            into.add(row, shape, role.what, sure)
            if role.figure and sure:
                figures.append((row.key, entity, row.shape))
        insert(connection, tables.figures, figures)
        self._write(connection, gathered)

    def _write(self, connection: Connection, gathered: dict[int, Gathered]) -> None:
        rows = [
            (entity, what, value, count, first, normal_name(value) if tally.NAME <= what < tally.LABEL else None)
            for entity, into in sorted(gathered.items())
            for (what, value), (count, first) in into.counts.items()
        ]
        e = tables.entities
        known = {r[0] for r in lookup(connection, (e.c.key,), e.c.key, gathered)}
        insert(connection, tables.tallies, [r for r in rows if r[0] not in known])
        insert(connection, tables.tallies, [r for r in rows if r[0] in known], ADD_UP)
        texts = self.ids.texts(connection, gathered)
        fresh = sorted(entity for entity in gathered if entity not in known)
        insert(connection, e, [self._row(entity, texts[entity], gathered[entity]) for entity in fresh])
        self.recount(connection, {k: (gathered[k].statements, gathered[k].suggested) for k in known})

    def _row(self, entity: int, text: str, into: Gathered) -> tuple[int, str, str, int, int, int]:
        counts = into.counts
        schemata = {value: n for (what, value), (n, _) in counts.items() if what == tally.SCHEMA}
        datasets = sum(what == tally.DATASET for what, _ in counts)
        caption = tally.caption([(w, v, n, f) for (w, v), (n, f) in counts.items()], text[:8])
        return (entity, tally.leaf(schemata), caption, into.statements, into.suggested, datasets)

    def recount(self, connection: Connection, more: dict[int, tuple[int, int]]) -> None:
        """Make the rows of known entities anew from their tallies; `more` statements and suggested ones came to each."""
        if not more:
            return
        t, e = tables.tallies, tables.entities
        datasets = {r[0]: r[1] for r in lookup(connection, _DATASETS, t.c.entity, more)}
        texts = self.ids.texts(connection, more)
        made: dict[int, Gathered] = {entity: Gathered() for entity in more}
        for row in lookup(connection, (e.c.key, e.c.statements, e.c.suggested), e.c.key, more):
            made[row[0]].statements, made[row[0]].suggested = row[1] + more[row[0]][0], row[2] + more[row[0]][1]
        for entity, what, value, count, first in lookup(connection, _NAMED, t.c.entity, more):
            made[entity].counts[what, value] = (count, first)
        remove(connection, e.c.key, more)
        insert(connection, e, [(*self._row(k, texts[k], into)[:5], datasets[k]) for k, into in sorted(made.items())])

    def tie(
        self, connection: Connection, rows: Sequence[Row], canonical: dict[int, int], standing: dict[bytes, Standing]
    ) -> None:
        """Add the ties that statements make, from both ends."""
        made: list[tuple[int, int, int, int, int]] = []
        for row in rows:
            if row.target is None or (row.hash in standing and standing[row.hash].state != ACCEPTED):
                continue
            left, right = canonical[row.entity], canonical[row.target]
            made.append((left, row.key, 1, right, row.shape))
            made.append((right, row.key, 0, left, row.shape))
        made.sort()
        insert(connection, tables.ties, made)

    def index(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Add what statements say to the search indexes. They are never taken out: what no longer stands is left out of
        answers."""
        texts: dict[str, list[tuple[int, str]]] = {}
        for row in rows:
            shape = self.shapes.by_key[row.shape]
            index = tally.role_of(shape).searched
            if index:
                texts.setdefault(index, []).append((row.key, f"{row.value} {row.original}" if row.original else row.value))
        for index, found in texts.items():
            fulltext.take(connection, index, found)

    def stand_at(self, connection: Connection, position: int) -> None:
        """Note that all views stand at a log position."""
        connection.execute(_STAND, {"position": position})
