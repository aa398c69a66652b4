"""The decisions of a workspace, read once: the log only grows, so that each further look reads what came since."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from dragoman.model.decision import Decision, Subject
from dragoman.store import curate, tables


class Decided:
    """All decisions so far, in the order of the log."""

    def __init__(self) -> None:
        self.last = -1
        self.made: list[Decision] = []
        self.by_subject: dict[Subject, list[Decision]] = {}

    def freshen(self, connection: Connection) -> None:
        """Read what came since; all of it where the file was put back to an earlier state."""
        key = tables.decisions.c.key
        newest = connection.scalar(select(func.max(key)))
        if newest is None or newest < self.last:
            self.last, self.made, self.by_subject = -1, [], {}
        if newest is None or newest == self.last:
            return
        for decision in curate.load_after(connection, self.last):
            self.made.append(decision)
            self.by_subject.setdefault(decision.subject, []).append(decision)
        self.last = newest

    def of(self, subject: Subject | None) -> list[Decision]:
        """Those of a subject, or all."""
        return list(self.made if subject is None else self.by_subject.get(subject, ()))
