"""The engine seam: opening a database, transactions, fast inserts, and errors in words.

Everything particular to SQLite is here and in `fulltext`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Column, Connection, Engine, Select, Table, bindparam, create_engine, delete, event, make_url, select
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DatabaseError, OperationalError

from dragoman.base.errors import Unreadable, WorkspaceError

FILE = "dragoman.sqlite"
BUSY_SECONDS = 30.0  # how long a second writer waits; a batch of 20,000 statements takes about one
CACHE_KIB = 64 * 1024  # holds the hash index of a million statements and leaves room
CHECKPOINT_PAGES = 4_000  # 16 MB of write-ahead log between checkpoints: fewer rewrites of the same index pages
Columns = Table | Select[Any] | tuple[Column[Any], ...]
SIZES = (1, 8, 40, 150, 500)  # lengths of IN lists that are written once
IN_CHUNK = 500  # values in one IN list; all databases take that many


def engine_for(url: URL) -> Engine:
    """An engine for an SQLAlchemy URL; an SQLite file that may not be written is opened for reading."""
    file = file_of(url)
    if file is None:
        return create_engine(url)
    read_only = is_read_only(file)
    engine = create_engine(url, creator=partial(_reader, file)) if read_only else create_engine(url)
    event.listen(engine, "connect", _quicken if read_only else _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def file_of(url: URL) -> Path | None:
    """The file of an SQLite URL; None for other databases."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def is_read_only(file: Path) -> bool:
    """Whether a workspace can be read but not written: SQLite writes its log beside the file, so the folder counts too."""
    return file.exists() and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))


def _reader(file: Path) -> sqlite3.Connection:
    """A connection that writes nothing, not even a lock, unless a log tells that another process writes or was killed.

    Who begins to write while such a reader is at work may spoil its answer, never the workspace.
    """
    log = file.with_name(f"{file.name}-wal")
    mode = "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"
    return sqlite3.connect(f"{file.absolute().as_uri()}?{mode}", uri=True, check_same_thread=False)


def location(url_or_path: str | Path | URL, *, create: bool) -> URL:
    """The URL of a workspace; a path is its folder. Raises `WorkspaceError` where there is none and none is to be made."""
    if isinstance(url_or_path, URL) or "://" in str(url_or_path):
        return make_url(url_or_path if isinstance(url_or_path, URL) else str(url_or_path))
    folder = Path(url_or_path)
    file = folder / FILE
    if not file.exists():
        if not create:
            raise WorkspaceError("there is no workspace here", where=str(folder), do=f"dragoman init {folder}")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorkspaceError(f"the folder cannot be made: {error.strerror}", where=str(folder)) from error
    return URL.create("sqlite", database=str(file.absolute()))  # a question mark in a path is no query


def _quicken(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # transactions are begun below, never by the driver
    cursor = raw.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _prepare(raw: Any, record: object) -> None:
    _quicken(raw, record)
    cursor = raw.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")  # a killed process loses nothing; a power cut at most the last commits
    cursor.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def in_words(where: str) -> Iterator[None]:
    """Turn a database's own errors into one line. A text no database can hold is the input's fault: `Unreadable`."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise Unreadable("the text holds half a character (a lone surrogate)") from error
    except OperationalError as error:
        text = str(error.orig)
        if "locked" in text or "busy" in text:
            what = f"the workspace is busy: another process has been writing for {BUSY_SECONDS:.0f} seconds"
            raise WorkspaceError(what, where=where, do="try again when it is done") from error
        if "readonly" in text:
            raise read_only_error(where) from error
        raise WorkspaceError(f"the workspace cannot be used: {text}", where=where) from error
    except DatabaseError as error:
        raise WorkspaceError(f"the workspace is damaged: {error.orig}", where=where, do="restore a copy") from error


def read_only_error(where: str) -> WorkspaceError:
    """What is said where something is to be written and may not."""
    return WorkspaceError("the workspace may only be read", where=where, do="copy its folder to where you may write")


@lru_cache(maxsize=64)
def _insert(table: Table, dialect: Dialect, tail: str) -> str:
    return str(table.insert().compile(dialect=dialect)) + tail


def insert(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]], tail: str = "") -> None:
    """Insert rows given in the order of the table's columns; `tail` is an ON CONFLICT clause.

    Rows go to the driver as they are: naming the columns of each would take longer than writing them.
    """
    if not rows:
        return
    sql = _insert(table, connection.dialect, tail)
    if connection.dialect.positional:
        connection.exec_driver_sql(sql, list(rows))
    else:
        names = [c.name for c in table.columns]
        connection.exec_driver_sql(sql, [dict(zip(names, row, strict=True)) for row in rows])


def last_key(connection: Connection, table: Table) -> int:
    """The greatest key of a table; 0 where it is empty."""
    return connection.exec_driver_sql(f"SELECT max(key) FROM {table.name}").scalar() or 0  # noqa: S608 (own names)


def is_empty(connection: Connection, table: Table) -> bool:
    """Whether a table has no rows."""
    return connection.exec_driver_sql(f"SELECT 1 FROM {table.name} LIMIT 1").scalar() is None  # noqa: S608 (own names)


def _query(columns: Columns) -> Select[Any]:
    if isinstance(columns, Select):
        return columns
    return select(*columns) if isinstance(columns, tuple) else select(columns)


@lru_cache(maxsize=512)
def _lookup(columns: Columns, by: Column[Any], size: int, dialect: Dialect) -> str:
    return str(_query(columns).where(by.in_([bindparam(f"v{n}") for n in range(size)])).compile(dialect=dialect))


def lookup(connection: Connection, columns: Columns, by: Column[Any], values: Iterable[Any]) -> Iterator[Any]:
    """The rows, some of their columns, or what a query that is a constant of its module asks, where `by` is one of `values`.

    The same as `within` for plain look-ups, whose SQL is written once: for a document of 100 statements making it anew
    would take longer than running it.
    """
    if not connection.dialect.positional:
        yield from within(connection, _query(columns), by, values)
        return
    left = iter(values)
    while chunk := list(islice(left, IN_CHUNK)):
        size = next(s for s in SIZES if s >= len(chunk))
        chunk += chunk[-1:] * (size - len(chunk))
        yield from connection.exec_driver_sql(_lookup(columns, by, size, connection.dialect), tuple(chunk))


def within(connection: Connection, query: Select[Any], column: Column[Any], values: Iterable[Any]) -> Iterator[Any]:
    """The rows of a query whose `column` is one of `values`."""
    left = iter(values)
    while chunk := list(islice(left, IN_CHUNK)):
        yield from connection.execute(query.where(column.in_(chunk)))


def remove_rows(connection: Connection, columns: Sequence[Column[Any]], rows: Sequence[Sequence[Any]]) -> None:
    """Delete rows of a view by the values of several columns."""
    if rows:
        query = delete(columns[0].table).where(*(c == bindparam(f"k{n}") for n, c in enumerate(columns)))
        connection.execute(query, [{f"k{n}": value for n, value in enumerate(row)} for row in rows])


def remove(connection: Connection, column: Column[Any], values: Iterable[Any]) -> None:
    """Delete the rows of a view whose `column` is one of `values`."""
    left = iter(values)
    while chunk := list(islice(left, IN_CHUNK)):
        connection.execute(delete(column.table).where(column.in_(chunk)))
