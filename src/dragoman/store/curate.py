"""Decisions and retractions: their logs, and what they change in the views."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Column, Connection, select

from dragoman.model.decision import Decision, Subject
from dragoman.store import slots, tables
from dragoman.store.append import next_key
from dragoman.store.codec import pack_id, unpack_id
from dragoman.store.dictionary import Ids
from dragoman.store.engine import insert, lookup, remove
from dragoman.store.rejoining import Rejoining, plan
from dragoman.store.verdicts import Standing, clusters, standings
from dragoman.store.views import Views


def _decision(row: tuple[object, ...]) -> Decision:
    _, made, _, subject, ids, verdict, by, at, note, score, version, undoes = row
    return Decision(
        Subject(str(subject)), tuple(json.loads(str(ids))), str(verdict), str(by), str(at), str(note),
        score if isinstance(score, float) else None, str(version), str(undoes), str(made),
    )  # fmt: skip


def load(connection: Connection, column: Column[str] | None = None, values: Iterable[str] = ()) -> list[Decision]:
    """Decisions in the order of the log; of `column` only those with one of the values."""
    table = tables.decisions
    if column is None:
        found = list(connection.execute(select(table).order_by(table.c.key)))
    else:
        found = sorted(lookup(connection, table, column, values), key=lambda r: r.key)
    return [_decision(tuple(r)) for r in found]


def load_after(connection: Connection, key: int) -> list[Decision]:
    """Decisions after a key of the log, in its order."""
    table = tables.decisions
    return [_decision(tuple(r)) for r in connection.execute(select(table).where(table.c.key > key).order_by(table.c.key))]


def about(connection: Connection, ids: Iterable[str]) -> list[Decision]:
    """Decisions that name one of the ids, and those that undo them."""
    a, d = tables.abouts, tables.decisions
    keys = {r[0] for r in lookup(connection, (a.c.decision,), a.c.about, ids)}
    found = {r.key: r for r in lookup(connection, d, d.c.key, keys)}
    fresh = list(found.values())
    while fresh:
        undoing = lookup(connection, d, d.c.undoes, [r.id for r in fresh])
        fresh = [r for r in undoing if r.key not in found]
        found |= {r.key: r for r in fresh}
    return [_decision(tuple(found[key])) for key in sorted(found)]


def undecided(connection: Connection, made: Sequence[Decision]) -> list[Decision]:
    """Those of some decisions whose subject and ids the log does not have together yet, whatever the verdict."""
    known = {(d.subject, d.ids) for d in about(connection, {i for d in made for i in d.ids})}
    return [d for d in made if (d.subject, d.ids) not in known]


def region(connection: Connection, ids: Iterable[str], known_at: str = "") -> tuple[set[str], list[Decision]]:
    """All ids that identity decisions tie to the given ones, by however many steps, with those decisions."""
    reached, fresh = set(ids), set(ids)
    found: dict[str, Decision] = {}
    while fresh:
        made = [d for d in about(connection, fresh) if d.subject is Subject.IDENTITY and (not known_at or d.at <= known_at)]
        found |= {d.id: d for d in made}
        fresh = {i for d in made for i in d.ids} - reached
        reached |= fresh
    return reached, list(found.values())


class Curator:
    """Appends decisions and retractions and brings the views up to them."""

    def __init__(self, ids: Ids, views: Views) -> None:
        self.ids, self.views, self.rejoining = ids, views, Rejoining(views)

    def decide(self, connection: Connection, made: Sequence[Decision], position: int) -> None:
        """Append decisions; one that is there already is left alone."""
        table = tables.decisions
        known = {d.id for d in load(connection, table.c.id, [d.id for d in made])}
        new = list({d.id: d for d in made if d.id not in known}.values())
        key = next_key(connection, table)
        rows = [
            (
                key + n, d.id, position, d.subject, json.dumps(d.ids, ensure_ascii=False), d.verdict, d.by, d.at, d.note,
                d.score, d.version, d.undoes,
            )
            for n, d in enumerate(new)
        ]  # fmt: skip
        insert(connection, table, rows)
        insert(connection, tables.abouts, sorted({(i, key + n) for n, d in enumerate(new) for i in d.ids}))
        concerned = [*new, *self._undone(connection, new)]
        self.rejoin(connection, {i for d in concerned if d.subject is Subject.IDENTITY for i in d.ids})
        self.restand(connection, {i for d in concerned if d.subject is Subject.FACT for i in d.ids})

    def _undone(self, connection: Connection, new: Sequence[Decision]) -> list[Decision]:
        """What they undo, and what that undid."""
        found: dict[str, Decision] = {}
        fresh: list[Decision] = list(new)
        while fresh:
            wanted = {d.undoes for d in fresh if d.undoes} - found.keys()
            fresh = load(connection, tables.decisions.c.id, wanted)
            found |= {d.id: d for d in fresh}
        return list(found.values())

    def retract(self, connection: Connection, statement_id: str, by: str, note: str, at: str, position: int) -> None:
        """Take a statement back."""
        table = tables.retractions
        key = next_key(connection, table)
        insert(connection, table, [(key, pack_id(statement_id), position, by, note, at)])
        self.restand(connection, {statement_id})

    def rejoin(self, connection: Connection, ids: set[str]) -> None:
        """Make the clusters of ids anew, and the views of those that changed."""
        if not ids:
            return
        reached, made = region(connection, ids)
        joined = clusters(made)
        keys = self.ids.keys(connection, sorted(reached))
        table = tables.members
        held: dict[int, int] = {r[0]: r[1] for r in lookup(connection, table, table.c.entity, keys.values())}
        before = {k: held.get(k, k) for k in keys.values()}
        after = {k: keys[joined.get(i, i)] for i, k in keys.items()}
        rows = {keys[i]: keys[c] for i, c in joined.items()}
        changed = sorted(k for k in keys.values() if held.get(k) != rows.get(k))
        remove(connection, table.c.entity, changed)
        insert(connection, table, [(k, rows[k]) for k in changed if k in rows])
        moves, touched = plan(before, after)
        self.rejoining.merge(connection, moves)
        self.rejoining.anew(connection, touched)

    def restand(self, connection: Connection, statement_ids: set[str]) -> None:
        """Find anew what stands of statements, and the views of their entities."""
        if not statement_ids:
            return
        found = standings(about(connection, statement_ids), retracted(connection, statement_ids))
        table, s = tables.standing, tables.statements
        remove(connection, table.c.hash, [pack_id(i) for i in statement_ids])
        insert(connection, table, [(pack_id(i), *found[i]) for i in sorted(found)])
        known, _ = slots.find(connection, map(pack_id, statement_ids))
        entities = {r[0] for r in lookup(connection, (s.c.entity,), s.c.key, known.values())}
        self.rejoining.anew(connection, set(self.views.canonical(connection, entities).values()))


def retracted(connection: Connection, statement_ids: Iterable[str] | None, known_at: str = "") -> list[tuple[str, str]]:
    """Retractions (statement, when) of some statements, or of all."""
    table = tables.retractions
    if statement_ids is None:
        rows = iter(connection.execute(select(table.c.hash, table.c.at)))
    else:
        rows = lookup(connection, (table.c.hash, table.c.at), table.c.hash, [pack_id(i) for i in statement_ids])
    return [(unpack_id(r[0]), r[1]) for r in rows if not known_at or r[1] <= known_at]


def standing_at(connection: Connection, statement_ids: Sequence[str], known_at: str) -> dict[str, Standing]:
    """What stood of statements as known at a time, from the logs."""
    made = [d for d in about(connection, statement_ids) if d.at <= known_at]
    return standings(made, retracted(connection, statement_ids, known_at))
