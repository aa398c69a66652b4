"""Numbered migrations. A workspace carries the number it stands at; one that is newer than the program is refused."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select, update

from dragoman.base.errors import WorkspaceError
from dragoman.store import fulltext, tables
from dragoman.store.engine import insert
from dragoman.store.views import NAMES

VERSION = "version"


def _first(connection: Connection) -> None:
    """The tables as they were first made. With the second migration their form of today is to be written out here."""
    tables.metadata.create_all(connection)
    fulltext.create(connection)
    insert(connection, tables.meta, [(VERSION, 1), *((f"view {name}", 0) for name in NAMES)])


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first,)  # the n-th leads from version n-1 to n; never change one


def version(connection: Connection) -> int:
    """The version a workspace stands at; 0 where nothing was made yet."""
    if not inspect(connection).has_table("meta"):
        return 0
    return connection.scalar(select(tables.meta.c.value).where(tables.meta.c.name == VERSION)) or 0


def is_current(connection: Connection) -> bool:
    """Whether a workspace stands at the program's version."""
    return version(connection) == len(MIGRATIONS)


def migrate(connection: Connection, where: str) -> None:
    """Bring a workspace to the program's version. Raises `WorkspaceError` where it is newer."""
    at = version(connection)
    if at > len(MIGRATIONS):
        what = f"the workspace is of version {at}, this program knows {len(MIGRATIONS)}"
        raise WorkspaceError(what, where=where, do="install a newer dragoman")
    for number in range(at + 1, len(MIGRATIONS) + 1):
        MIGRATIONS[number - 1](connection)
        connection.execute(update(tables.meta).where(tables.meta.c.name == VERSION).values(value=number))
