"""The store: one workspace's logs and views behind one class."""

from __future__ import annotations

from functools import cached_property

from dragoman.base.errors import UnknownName
from dragoman.model.decision import Decision, Subject
from dragoman.store import curate, tally, upkeep
from dragoman.store.asking import Asking
from dragoman.store.decision_log import Decided
from dragoman.store.finding import children
from dragoman.store.results import SearchPage
from dragoman.store.streaming import Streaming
from dragoman.store.writing import Writing


class Store(Writing, Asking, Streaming):
    """Append-only logs of documents, statements, sightings, retractions and decisions, and the views over them.

    One writer at a time, any number of readers; each call is one transaction. One store is used by one thread.
    """

    def decisions(self, *, subject: Subject | None = None, about: str | None = None) -> list[Decision]:
        """Decisions in the order they came, of a subject, or about an id, with those that undo them."""
        with self._read() as connection:
            if about is None:
                self._decided.freshen(connection)
                return self._decided.of(subject)
            return [d for d in curate.about(connection, [about]) if subject is None or d.subject is subject]

    @cached_property
    def _decided(self) -> Decided:
        return Decided()

    def search(self, words: str, *, schema: str | None = None, limit: int = 20) -> SearchPage:
        """Entities and documents that have all the words. The total is a lower bound where the page says `capped`."""
        with self._read() as connection:
            return self._searching.page(connection, words, children(schema, None), limit)

    def counts(self) -> dict[str, int]:
        """How many documents, statements, evidence, entities, decisions and suggested statements there are."""
        with self._read() as connection:
            return self._finding.counts(connection)

    def facets(self, prop: str) -> list[tuple[str, int]]:
        """How many entities have each `schema`, `country`, `topic` or `dataset`, most first. Raises `UnknownName`."""
        if prop not in tally.FACETS:
            raise UnknownName(f"there is no facet {prop!r}", do=f"one of {', '.join(tally.FACETS)}")
        with self._read() as connection:
            return self._finding.facets(connection, prop)

    def position(self) -> int:
        """The position of the log: one more with each transaction that appended."""
        with self._read() as connection:
            return upkeep.position(connection)

    def rebuild(self) -> None:
        """Make all views anew from the logs."""
        with self._write() as connection:
            upkeep.rebuild(connection, self._ids, self._shapes, self._views)

    def check(self) -> list[str]:
        """What differs between the views and a rebuild; empty where nothing does. Others cannot write meanwhile."""
        with self._write() as connection:
            found = upkeep.check(connection, self._ids, self._shapes, self._views)
            connection.rollback()
        self._forget()
        return found
