"""Rows back to statements: one canonical entity, one page of it, or all of a data set in a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from dragoman.model.decision import Subject
from dragoman.model.statement import Evidence, Statement
from dragoman.store import slots, tables
from dragoman.store.codec import Row, made_row, pack_id, unpack_evidence, unpack_id
from dragoman.store.curate import region, standing_at
from dragoman.store.dictionary import Dictionary, Ids, Shape, Shapes
from dragoman.store.engine import is_empty, lookup
from dragoman.store.verdicts import ACCEPTED, Standing, clusters
from dragoman.store.views import Views

STREAMED = 2_000  # rows read at a time


class Reading:
    """Turns rows of the statements log into statements."""

    def __init__(self, ids: Ids, sources: Dictionary, shapes: Shapes, views: Views) -> None:
        self.ids, self.sources, self.shapes, self.views = ids, sources, shapes, views

    def statements(
        self,
        connection: Connection,
        rows: Sequence[Row],
        standing: dict[bytes, Standing] | None = None,
        canonical: dict[int, int] | None = None,
    ) -> list[Statement]:
        """Statements of rows with all their evidence, under canonical ids. What was retracted or rejected says when."""
        self.shapes.refresh(connection)
        if standing is None:
            standing = self.views.standing(connection, rows)
        if canonical is None:
            canonical = self.views.canonical(connection, {k for r in rows for k in (r.entity, r.target) if k is not None})
        texts = self.ids.texts(connection, canonical.values())
        more = self._more(connection, [r.key for r in rows])
        cited = {r.dataset for r in rows} | {r.document for r in rows if r.document is not None}
        sources = self.sources.texts(connection, cited)
        times = self._times(connection, {r.append for r in rows})
        made = []
        for row in rows:
            shape = self.shapes.by_key[row.shape]
            held = standing.get(row.hash)
            value = row.value if row.target is None else texts[canonical[row.target]]
            proof: tuple[Evidence, ...] = ()
            if row.document is not None:
                proof = (unpack_evidence(sources[row.document], row.evidence), *more.get(row.key, ()))
            made.append(
                Statement(
                    texts[canonical[row.entity]], shape.schema, shape.prop, value, sources[row.dataset],
                    value if row.original is None else row.original, shape.lang, shape.origin, shape.status, shape.negated,
                    row.valid_from, row.valid_to, shape.bound, shape.unit, shape.inferred,
                    shape.suggested and not (held and held.state == ACCEPTED), proof, times[row.append],
                    held.since if held and held.state != ACCEPTED else "", unpack_id(row.hash),
                )
            )  # fmt: skip
        return made

    def _more(self, connection: Connection, keys: Sequence[int]) -> dict[int, list[Evidence]]:
        e = tables.evidence
        if is_empty(connection, e):
            return {}
        columns = (e.c.key, e.c.statement, e.c.document, e.c.body)
        rows = sorted(tuple(r) for r in lookup(connection, columns, e.c.statement, keys))
        sources = self.sources.texts(connection, {document for _, _, document, _ in rows})
        found: dict[int, list[Evidence]] = {}
        for _, statement, document, body in rows:
            found.setdefault(statement, []).append(unpack_evidence(sources[document], body))
        return found

    def _times(self, connection: Connection, keys: Iterable[int]) -> dict[int, str]:
        a = tables.appends
        return {r[0]: r[1] for r in lookup(connection, a, a.c.key, keys)}

    def members(self, connection: Connection, canonical: int) -> list[int]:
        """The entity keys of a cluster."""
        m = tables.members
        found = connection.scalars(select(m.c.entity).where(m.c.canonical == canonical)).all()
        return sorted(found) or [canonical]

    def _all_members(self, connection: Connection, ids: Iterable[str]) -> list[int]:
        keys = self.ids.known(connection, list(ids)).values()
        canonical = set(self.views.canonical(connection, keys).values())
        m = tables.members
        return sorted(canonical | {r[0] for r in lookup(connection, (m.c.entity,), m.c.canonical, canonical)})

    def of_entity(self, connection: Connection, members: Iterable[int], limit: int | None = None, offset: int = 0) -> list[Row]:
        """Rows of the entities in the order of the log."""
        s = tables.statements
        query = select(s.c.key).where(s.c.entity.in_(list(members))).order_by(s.c.key).limit(limit).offset(offset)
        keys = connection.scalars(query).all()
        return sorted(made_row(tuple(r)) for r in lookup(connection, s, s.c.key, keys))

    def properties(self, connection: Connection, members: Iterable[int]) -> dict[str, int]:
        """How many statements there are of each property, retracted ones too."""
        s = tables.statements
        query = select(s.c.shape, func.count()).where(s.c.entity.in_(list(members))).group_by(s.c.shape)
        found: dict[str, int] = {}
        self.shapes.refresh(connection)
        for shape, count in connection.execute(query):
            prop = self.shapes.by_key[shape].prop
            found[prop] = found.get(prop, 0) + count
        return dict(sorted(found.items()))

    def known_at(self, connection: Connection, any_id: str, known_at: str) -> tuple[str, list[Statement]]:
        """The canonical id and the statements as identity and verdicts stood at a time."""
        _, made = region(connection, [any_id], known_at)
        joined = clusters(made)
        canonical = joined.get(any_id, any_id)
        group = [i for i, c in joined.items() if c == canonical] or [any_id]
        rows = self.of_entity(connection, self.ids.known(connection, group).values())
        held = standing_at(connection, [unpack_id(r.hash) for r in rows], known_at)
        return canonical, self.statements(
            connection, rows, {pack_id(i): s for i, s in held.items()}, self._canonical_at(connection, rows, known_at)
        )

    def _canonical_at(self, connection: Connection, rows: Sequence[Row], known_at: str) -> dict[int, int]:
        keys = {k for r in rows for k in (r.entity, r.target) if k is not None}
        texts = self.ids.texts(connection, keys)
        reached, made = region(connection, texts.values(), known_at)
        joined = clusters(made)
        known = self.ids.known(connection, reached | set(joined.values()))
        return {k: known[joined.get(t, t)] for k, t in texts.items()}

    def touched(self, connection: Connection, since: int) -> set[int]:
        """Keys of the entities of statements that came, or whose standing changed, after a position of the log."""
        s, r, d, a = tables.statements, tables.retractions, tables.decisions, tables.abouts
        found = set(connection.scalars(select(s.c.entity).where(s.c.append > since).distinct()))
        hashes = set(connection.scalars(select(r.c.hash).where(r.c.append > since)))
        judged = select(a.c.about).join(d, d.c.key == a.c.decision).where(d.c.append > since, d.c.subject == Subject.FACT)
        hashes |= {pack_id(about) for about in connection.scalars(judged)}
        known, _ = slots.find(connection, hashes)
        return found | {row[0] for row in lookup(connection, (s.c.entity,), s.c.key, known.values())}

    def query(
        self,
        connection: Connection,
        *,
        dataset: str | None = None,
        shapes: Callable[[Shape], bool] | None = None,
        document: str | None = None,
        ids: Iterable[str] | None = None,
    ) -> Select[Any] | None:
        """The rows of a stream, still without order; None where nothing can be."""
        self.shapes.refresh(connection)
        s, e = tables.statements, tables.evidence
        query = select(s)
        if shapes is not None:
            query = query.where(s.c.shape.in_([k for k, shape in self.shapes.by_key.items() if shapes(shape)]))
        if ids is not None:
            query = query.where(s.c.entity.in_(self._all_members(connection, ids)))
        if dataset is not None:
            key = self.sources.known(connection, [dataset]).get(dataset)
            if key is None:
                return None
            query = query.where(s.c.dataset == key)
        if document is not None:
            key = self.sources.known(connection, [document]).get(document)
            if key is None:
                return None
            cited = select(e.c.statement).where(e.c.document == key)
            own = and_(s.c.dataset == key, s.c.document == key)
            elsewhere = and_(s.c.document == key, s.c.document != s.c.dataset)
            query = query.where(or_(own, elsewhere, s.c.key.in_(cited)))
        return query

    def names(self, connection: Connection, rows: Sequence[Row]) -> list[tuple[str, str, str, str, str]]:
        """What stands of rows, briefly: raw entity id, schema, property, value, data set."""
        standing = self.views.standing(connection, rows)
        ids = self.ids.texts(connection, (r.entity for r in rows))
        sources = self.sources.texts(connection, (r.dataset for r in rows))
        shapes = self.shapes.by_key
        return [
            (ids[r.entity], shapes[r.shape].schema, shapes[r.shape].prop, r.value, sources[r.dataset])
            for r in rows
            if r.hash not in standing or standing[r.hash].state == ACCEPTED
        ]

    def stream(self, connection: Connection, query: Select[Any], after: int, limit: int) -> Iterator[Row]:
        """Up to `limit` rows of a query after a key of the log."""
        key = tables.statements.c.key
        for row in connection.execute(query.where(key > after).order_by(key).limit(limit)):
            yield made_row(tuple(row))
