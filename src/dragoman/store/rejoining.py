"""The views after a decision: clusters that grew are added up from their parts, what fell apart is read anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from dragoman.store import tables
from dragoman.store.codec import Row, made_row
from dragoman.store.engine import insert, lookup, remove, remove_rows
from dragoman.store.views import ADD_UP, Views

Moves = Mapping[int, int]  # canonical key before -> after


def plan(before: Moves, after: Moves) -> tuple[dict[int, int], set[int]]:
    """Which clusters moved whole into which, and which canonical keys must be read anew, from the keys of all members."""
    went: dict[int, set[int]] = {}
    for member, cluster in before.items():
        went.setdefault(cluster, set()).add(after[member])
    anew = {k for cluster, into in went.items() if len(into) > 1 for k in (cluster, *into)}
    moves = {cluster: next(iter(into)) for cluster, into in went.items() if len(into) == 1}
    moves = {old: new for old, new in moves.items() if old != new}
    while mixed := {k for move in moves.items() if anew.intersection(move) for k in move} - anew:
        anew |= mixed
    return {old: new for old, new in moves.items() if new not in anew}, anew


class Rejoining:
    """Brings the views up to new clusters and verdicts; `members` and `standing` are already right."""

    def __init__(self, views: Views) -> None:
        self.views = views

    def merge(self, connection: Connection, moves: Moves) -> None:
        """Add clusters to those they went into. Costs what the moved ones are, not what they joined."""
        if not moves:
            return
        t, e, f = tables.tallies, tables.entities, tables.figures
        more: dict[int, list[int]] = {}
        bare: set[int] = set(moves.values())
        bare -= {r[0] for r in lookup(connection, (e.c.key,), e.c.key, moves.values())}
        for key, statements, suggested in lookup(connection, (e.c.key, e.c.statements, e.c.suggested), e.c.key, moves):
            held = more.setdefault(moves[key], [0, 0])
            held[0] += statements
            held[1] += suggested
        counts = sorted((moves[r[0]], *r[1:]) for r in lookup(connection, t, t.c.entity, moves))
        figures = [(r[0], moves[r[1]], r[2]) for r in lookup(connection, f, f.c.entity, moves)]
        for column in (t.c.entity, e.c.key, f.c.entity):
            remove(connection, column, moves)
        insert(connection, t, counts, ADD_UP)
        insert(connection, f, figures)
        insert(connection, e, [(k, "", "", 0, 0, 0) for k in sorted(bare & more.keys())])
        self.views.recount(connection, {k: (n, m) for k, (n, m) in more.items()})
        self._retie(connection, moves)

    def _retie(self, connection: Connection, moves: Moves) -> None:
        t = tables.ties
        found = [tuple(r) for r in lookup(connection, t, t.c.entity, moves)]
        both = {*found, *((other, s, 1 - out, entity, shape) for entity, s, out, other, shape in found)}
        remove_rows(connection, (t.c.entity, t.c.statement, t.c.out), sorted(r[:3] for r in both))
        insert(connection, t, sorted((moves.get(r[0], r[0]), r[1], r[2], moves.get(r[3], r[3]), r[4]) for r in both))

    def anew(self, connection: Connection, touched: set[int]) -> None:
        """Make the views of canonical keys from all their statements."""
        if not touched:
            return
        rows, linked = self._of(connection, touched), self._untie(connection, touched)
        for column in (tables.tallies.c.entity, tables.entities.c.key, tables.figures.c.entity):
            remove(connection, column, touched)
        inside = {r.key for r in rows}
        s = tables.statements
        others = [made_row(tuple(r)) for r in lookup(connection, s, s.c.key, sorted(linked - inside))]
        canonical = self.views.canonical(connection, {k for r in rows + others for k in (r.entity, r.target) if k is not None})
        standing = self.views.standing(connection, rows + others)
        self.views.count(connection, rows, canonical, standing)
        self.views.tie(connection, rows + others, canonical, standing)

    def _of(self, connection: Connection, touched: Iterable[int]) -> list[Row]:
        m, s = tables.members, tables.statements
        away = {r[0] for r in lookup(connection, (m.c.entity,), m.c.entity, touched)}
        raw = {k for k in touched if k not in away}
        raw |= {r[0] for r in lookup(connection, (m.c.entity,), m.c.canonical, touched)}
        return sorted(made_row(tuple(r)) for r in lookup(connection, s, s.c.entity, raw))

    def _untie(self, connection: Connection, touched: Iterable[int]) -> set[int]:
        """Take out all ties of canonical keys, from both ends; the statements that made them."""
        t = tables.ties
        found = [tuple(r)[:4] for r in lookup(connection, t, t.c.entity, touched)]
        ends = {(e, s, o) for e, s, o, _ in found} | {(other, s, 1 - o) for _, s, o, other in found}
        remove_rows(connection, (t.c.entity, t.c.statement, t.c.out), sorted(ends))
        return {s for _, s, _, _ in found}
