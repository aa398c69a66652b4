"""The site's own database, `web.sqlite` beside the workspace's: accounts, sessions, tokens. No statement stands here."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

FILE = "web.sqlite"
BUSY_SECONDS = 10.0


class Database:
    """One connection for all threads, one at a time: what is asked of it takes less than a millisecond."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection, self.lock = connection, RLock()
        connection.row_factory = sqlite3.Row
        self.create("CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")

    @classmethod
    def open(cls, folder: Path) -> Database:
        """The database of a workspace folder; only its owner may read the file."""
        path = folder / FILE
        if not path.exists() and folder.is_dir():
            path.touch(mode=0o600)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        return cls(connection)

    def create(self, *statements: str) -> None:
        """Make tables that are not there yet."""
        with self.lock:
            for statement in statements:
                self.connection.execute(statement)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """The rows of a query."""
        with self.lock:
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Row | None:
        """The first row of a query."""
        with self.lock:
            found: sqlite3.Row | None = self.connection.execute(sql, values).fetchone()
        return found

    def change(self, sql: str, values: Sequence[object] = ()) -> int:
        """Insert, update or delete; how many rows were touched."""
        with self.lock:
            return self.connection.execute(sql, values).rowcount

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several changes, all or none."""
        with self.lock:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    def get(self, name: str) -> str:
        """A setting; empty where it was never set."""
        found = self.row("SELECT value FROM meta WHERE name = ?", (name,))
        return str(found["value"]) if found else ""

    def set(self, name: str, value: str) -> None:
        """Set a setting."""
        self.change("INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value))

    def secret(self) -> bytes:
        """The key that form tokens are made with; made once."""
        self.change("INSERT OR IGNORE INTO meta VALUES ('secret', ?)", (secrets.token_hex(32),))
        return bytes.fromhex(self.get("secret"))

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()
