"""What is appended: documents, statements, sightings, retractions, decisions. Each call is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from dragoman.model.decision import Decision
from dragoman.model.document import Document
from dragoman.model.statement import Statement
from dragoman.store.append import Batch
from dragoman.store.curate import undecided
from dragoman.store.opened import Opened
from dragoman.store.results import Added

BATCH = 40_000  # statements of one transaction of add_many: random index pages are then written half as often as at 20,000


def now() -> str:
    """This moment as the logs write it: ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Writing(Opened):
    """Appends to the logs."""

    def add(self, document: Document | None, statements: Iterable[Statement], *, at: str | None = None) -> Added:
        """Append a document with its statements in one transaction; what is known is only counted as seen."""
        return self._append([(document, list(statements))], at)

    def add_many(self, batches: Iterable[tuple[Document | None, list[Statement]]], *, at: str | None = None) -> Added:
        """Append many documents in few transactions, each document whole in one."""
        done, waiting, size = Added(), list[Batch](), 0
        for document, statements in batches:
            waiting.append((document, statements))
            size += len(statements)
            if size >= BATCH:
                done += self._append(waiting, at)
                waiting, size = [], 0
        return done + self._append(waiting, at) if waiting else done

    def _append(self, batches: list[Batch], at: str | None) -> Added:
        with self._write() as connection:
            return self._appender.append(connection, batches, at or now())

    def sighting(self, document_id: str, name: str, at: str | None = None) -> None:
        """Note that a file was seen again, perhaps under another name. Raises `UnknownName`."""
        when = at or now()
        with self._write() as connection:
            key = self._document_key(connection, document_id)
            self._appender.sightings(connection, [(key, name)], self._appender.position(connection, when), when)

    def retract(self, statement_id: str, *, by: str, note: str = "", at: str | None = None) -> None:
        """Take a statement back; it stays in the log with the time it was retracted. Raises `UnknownName`."""
        when = at or now()
        with self._write() as connection:
            self._row(connection, statement_id)
            position = self._appender.position(connection, when)
            self._curator.retract(connection, statement_id, by, note, when, position)

    def propose(self, decisions: Sequence[Decision]) -> list[Decision]:
        """Append what a rule decided, but for ids on which somebody decided before, meanwhile too; what was appended."""
        if not decisions:
            return []
        with self._write() as connection:
            new = undecided(connection, decisions)
            if new:
                self._shapes.refresh(connection)
                self._curator.decide(connection, new, self._appender.position(connection, now()))
        return new

    def decide(self, *decisions: Decision) -> None:
        """Append decisions and bring the clusters and statements they touch up to them."""
        if not decisions:
            return
        with self._write() as connection:
            self._shapes.refresh(connection)
            self._curator.decide(connection, decisions, self._appender.position(connection, now()))
