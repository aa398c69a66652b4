"""What waits for somebody to check it: suggested statements nobody has judged, entity by entity."""

from __future__ import annotations

from sqlalchemy import func, select

from dragoman.model.statement import Statement
from dragoman.store import tables
from dragoman.store.codec import made_row
from dragoman.store.store import Store

EACH = 400  # suggested statements of one entity read at most


def waiting(store: Store, from_statement: str = "", entities: int = 3) -> list[Statement]:
    """The suggested statements of the next few entities, from that of a statement on; from the first without one."""
    e, s = tables.entities, tables.statements
    with store._read() as connection:
        store._shapes.refresh(connection)
        first = 0
        if from_statement:
            entity = store._row(connection, from_statement).entity
            first = store._views.canonical(connection, [entity])[entity]
        keys = connection.scalars(
            select(e.c.key).where(e.c.suggested > 0, e.c.key >= first).order_by(e.c.key).limit(entities)
        ).all()
        shapes = [key for key, shape in store._shapes.by_key.items() if shape.suggested]
        found: list[Statement] = []
        for key in keys:
            members = store._reading.members(connection, key)
            query = select(s).where(s.c.entity.in_(members), s.c.shape.in_(shapes)).order_by(s.c.key).limit(EACH)
            rows = [made_row(tuple(r)) for r in connection.execute(query)]
            held = store._views.standing(connection, rows)
            found += store._reading.statements(connection, [r for r in rows if r.hash not in held])
    return found


def how_many(store: Store) -> tuple[int, int]:
    """Entities of which something waits, and statements that wait."""
    e = tables.entities
    with store._read() as connection:
        row = connection.execute(select(func.count(), func.sum(e.c.suggested)).where(e.c.suggested > 0)).one()
    return int(row[0]), int(row[1] or 0)
