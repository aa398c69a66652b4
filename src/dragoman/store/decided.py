"""Pages of the log of decisions."""

from __future__ import annotations

from sqlalchemy import func, select

from dragoman.model.decision import Decision
from dragoman.store import tables
from dragoman.store.curate import load
from dragoman.store.store import Store


def decided(store: Store, subject: str, by: str, people: bool, limit: int, offset: int = 0) -> tuple[list[Decision], int]:
    """Some decisions, newest first, and how many there are of that subject and person; `people`: none of a rule."""
    d = tables.decisions
    wanted = [d.c.subject == subject] if subject else []
    wanted += [d.c.by == by] if by else []
    wanted += [~d.c.by.startswith("rule:", autoescape=True)] if people else []
    with store._read() as connection:
        total = connection.scalar(select(func.count()).select_from(d).where(*wanted)) or 0
        query = select(d.c.id).where(*wanted).order_by(d.c.key.desc()).limit(limit).offset(offset)
        rows = load(connection, d.c.id, connection.scalars(query).all())
    return rows[::-1], total


def decision(store: Store, decision_id: str) -> Decision | None:
    """One decision by its id."""
    with store._read() as connection:
        return next(iter(load(connection, tables.decisions.c.id, [decision_id])), None)


def undone(store: Store, decision_id: str) -> bool:
    """Whether a later decision takes one back."""
    with store._read() as connection:
        return bool(load(connection, tables.decisions.c.undoes, [decision_id]))
