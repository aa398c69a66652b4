"""An open workspace: its database, its dictionaries, and transactions on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Connection, select

from dragoman.base.errors import UnknownName
from dragoman.store import slots, tables
from dragoman.store.append import Appender
from dragoman.store.codec import Row, pack_id
from dragoman.store.curate import Curator
from dragoman.store.dictionary import Dictionary, Ids, Shapes
from dragoman.store.engine import engine_for, file_of, in_words, is_read_only, location, read_only_error
from dragoman.store.finding import Finding
from dragoman.store.migrations import is_current, migrate
from dragoman.store.reading import Reading
from dragoman.store.searching import Searching
from dragoman.store.views import Views


class Opened:
    """Opens, reads, writes; what is read and written is for the classes above it."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self._engine = engine_for(url)
        file = file_of(url)
        self.where = str(file or url.render_as_string(hide_password=True))
        self.read_only = file is not None and is_read_only(file)
        self._ids, self._shapes = Ids(), Shapes()
        self._sources = Dictionary(tables.sources, tables.sources.c.name)
        self._views = Views(self._ids, self._sources, self._shapes)
        parts = (self._ids, self._sources, self._shapes, self._views)
        self._appender, self._reading, self._finding = Appender(*parts), Reading(*parts), Finding(*parts)
        self._curator, self._searching = Curator(self._ids, self._views), Searching(self._finding)

    @classmethod
    def open(cls, url_or_path: str | Path | URL, *, create: bool = False) -> Self:
        """Open the workspace of a folder, or a database by its SQLAlchemy URL, and bring it to this version.

        One that may not be written is opened for reading; `read_only` tells.
        Raises `WorkspaceError` where it is missing, newer, damaged or busy.
        """
        store = cls(location(url_or_path, create=create))
        with store._read() as connection:
            current = is_current(connection)
        if not current:  # only then wait for whoever writes
            with store._write() as connection:
                migrate(connection, store.where)
        return store

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with in_words(self.where), self._engine.begin() as connection:
            yield connection

    def must_be_writable(self) -> None:
        """Raise `WorkspaceError` where nothing may be written, before work is done in vain."""
        if self.read_only:
            raise read_only_error(self.where)

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        self.must_be_writable()
        try:
            with in_words(self.where), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                yield connection
        except BaseException:
            self._forget()
            raise

    def _forget(self) -> None:
        """Drop keys that a transaction which came to nothing may have made up."""
        for dictionary in (self._ids, self._sources, self._shapes):
            dictionary.forget()

    def _document_key(self, connection: Connection, document_id: str) -> int:
        d = tables.documents
        key = connection.scalar(select(d.c.key).where(d.c.id == document_id))
        if key is None:
            raise UnknownName(f"there is no document {document_id[:12]!r} in the workspace")
        return int(key)

    def _canonical_key(self, connection: Connection, any_id: str) -> int | None:
        key = self._ids.known(connection, [any_id]).get(any_id)
        return None if key is None else self._views.canonical(connection, [key])[key]

    def _known_key(self, connection: Connection, any_id: str) -> int:
        key = self._canonical_key(connection, any_id)
        if key is None:
            raise UnknownName(f"there is no entity {any_id!r} in the workspace")
        return key

    def _row(self, connection: Connection, statement_id: str) -> Row:
        known, _ = slots.find(connection, [pack_id(statement_id)])
        if not known:
            raise UnknownName(f"there is no statement {statement_id!r} in the workspace")
        s = tables.statements
        return Row(*connection.execute(select(s).where(s.c.key.in_(known.values()))).one())
