"""The views: what is kept of the statements that stand, by canonical entity, in the transaction that appends them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, select, tuple_, update

from dragoman.model.ids import normal_name
from dragoman.store import fulltext, tables, tally
from dragoman.store.codec import Row
from dragoman.store.dictionary import Dictionary, Ids, Shape, Shapes
from dragoman.store.engine import IN_CHUNK, insert, remove, within
from dragoman.store.verdicts import ACCEPTED, Standing

NAMES = ("members", "standing", "entities", "ties", "figures", "search")  # each stands at a log position
ADD_UP = " ON CONFLICT (entity, what, value) DO UPDATE SET count = tallies.count + excluded.count"

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
        if found and connection.scalar(select(table.c.entity).limit(1)) is not None:
            query = select(table.c.entity, table.c.canonical)
            found.update(tuple(r) for r in within(connection, query, table.c.entity, list(found)))
        return found

    def standing(self, connection: Connection, rows: Iterable[Row]) -> dict[bytes, Standing]:
        """What was decided on those of the rows that were decided on."""
        table = tables.standing
        if connection.scalar(select(table.c.hash).limit(1)) is None:
            return {}
        return {r[0]: Standing(r[1], r[2]) for r in within(connection, select(table), table.c.hash, [r.hash for r in rows])}

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
        table = tables.entities
        known = {r.key: r for r in within(connection, select(table), table.c.key, gathered)}
        rows = [
            (entity, what, value, count, first, normal_name(value) if tally.NAME <= what < tally.LABEL else None)
            for entity, into in sorted(gathered.items())
            for (what, value), (count, first) in into.counts.items()
        ]
        fresh = [r for r in rows if r[0] not in known]
        insert(connection, tables.tallies, fresh)
        insert(connection, tables.tallies, [r for r in rows if r[0] in known], ADD_UP)
        texts = self.ids.texts(connection, gathered)
        made = [self._row(entity, texts[entity], into) for entity, into in sorted(gathered.items()) if entity not in known]
        if known:
            made += self._merged(connection, {e: gathered[e] for e in known}, texts)
            remove(connection, table.c.key, known)
        insert(connection, table, made)

    def _row(self, entity: int, text: str, into: Gathered) -> tuple[int, str, str, int, int, int]:
        counts = into.counts
        schemata = {value: n for (what, value), (n, _) in counts.items() if what == tally.SCHEMA}
        datasets = sum(what == tally.DATASET for what, _ in counts)
        caption = tally.caption([(w, v, n, f) for (w, v), (n, f) in counts.items()], text[:8])
        return (entity, tally.leaf(schemata), caption, into.statements, into.suggested, datasets)

    def _merged(
        self, connection: Connection, gathered: dict[int, Gathered], texts: dict[int, str]
    ) -> list[tuple[int, str, str, int, int, int]]:
        """Rows of entities that were there before, from their counts, which already hold the new statements."""
        t, e = tables.tallies, tables.entities
        counts: dict[int, Counts] = {}
        query = select(t.c.entity, t.c.what, t.c.value, t.c.count, t.c.first)
        for entity, what, value, n, first in within(connection, query.where(t.c.what != tally.DATASET), t.c.entity, gathered):
            counts.setdefault(entity, {})[what, value] = (n, first)
        sets = select(t.c.entity, func.count()).where(t.c.what == tally.DATASET).group_by(t.c.entity)
        datasets = dict(tuple(r) for r in within(connection, sets, t.c.entity, gathered))
        before = {r.key: r for r in within(connection, select(e), e.c.key, gathered)}
        made = []
        for entity, into in gathered.items():
            into.counts = counts[entity]
            into.statements += before[entity].statements
            into.suggested += before[entity].suggested
            made.append((*self._row(entity, texts[entity], into)[:5], datasets[entity]))
        return made

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

    def refresh(self, connection: Connection, touched: set[int]) -> None:
        """Make the views of canonical keys anew; `members` and `standing` are already right."""
        rows, linked = self._of(connection, touched), self._untie(connection, touched)
        for column in (tables.tallies.c.entity, tables.entities.c.key, tables.figures.c.entity):
            remove(connection, column, touched)
        inside = {r.key for r in rows}
        s = tables.statements
        others = [Row(*r) for r in within(connection, select(s), s.c.key, sorted(linked - inside))]
        canonical = self.canonical(connection, {k for r in rows + others for k in (r.entity, r.target) if k is not None})
        standing = self.standing(connection, rows + others)
        self.count(connection, rows, canonical, standing)
        self.tie(connection, rows + others, canonical, standing)

    def _of(self, connection: Connection, touched: set[int]) -> list[Row]:
        m, s = tables.members, tables.statements
        away = {r[0] for r in within(connection, select(m.c.entity), m.c.entity, touched)}
        raw = (touched - away) | {r[0] for r in within(connection, select(m.c.entity), m.c.canonical, touched)}
        return sorted(Row(*r) for r in within(connection, select(s), s.c.entity, raw))

    def _untie(self, connection: Connection, touched: set[int]) -> set[int]:
        """Take out all ties of canonical keys, from both ends; the statements that made them."""
        t = tables.ties
        query = select(t.c.entity, t.c.statement, t.c.out, t.c.other)
        found = [tuple(r) for r in within(connection, query, t.c.entity, touched)]
        ends = {(e, s, o) for e, s, o, _ in found} | {(other, s, 1 - o) for _, s, o, other in found}
        left = sorted(ends)
        for at in range(0, len(left), IN_CHUNK // 3):
            connection.execute(delete(t).where(tuple_(t.c.entity, t.c.statement, t.c.out).in_(left[at : at + IN_CHUNK // 3])))
        return {s for _, s, _, _ in found}

    def stand_at(self, connection: Connection, position: int) -> None:
        """Note that all views stand at a log position."""
        table = tables.meta
        names = [f"view {name}" for name in NAMES]
        connection.execute(update(table).where(table.c.name.in_(names)).values(value=position))
