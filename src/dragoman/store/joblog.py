"""The log of jobs: a small SQLite file beside the workspace's own, so that telling progress never waits for a writer.

It holds no facts: lost or deleted, only the history of the jobs is gone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from dragoman.base.errors import UnknownName, WorkspaceError

FILE = "jobs.sqlite"
BUSY_SECONDS = 10.0
TABLES = """
CREATE TABLE IF NOT EXISTS jobs (
  key INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, arguments TEXT NOT NULL,
  by TEXT NOT NULL, state TEXT NOT NULL, asked TEXT NOT NULL, begun TEXT NOT NULL DEFAULT '', ended TEXT NOT NULL DEFAULT '',
  phase TEXT NOT NULL DEFAULT '', done INTEGER NOT NULL DEFAULT 0, total INTEGER, now TEXT NOT NULL DEFAULT '',
  result TEXT NOT NULL DEFAULT '{}', error TEXT NOT NULL DEFAULT '', cancel INTEGER NOT NULL DEFAULT 0,
  tries INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS refusals (
  key INTEGER PRIMARY KEY, job TEXT NOT NULL, line TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS refusals_job ON refusals (job, key);
PRAGMA user_version = 1;
"""


class State(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    INTERRUPTED = "interrupted"  # its process has died; it can be resumed


OPEN = (State.WAITING, State.RUNNING)


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands. Times ISO 8601, UTC; `total` is None where it is not known; `error` is one line."""

    key: int
    id: str
    kind: str
    title: str
    arguments: dict[str, Any]
    by: str
    state: State
    asked: str
    begun: str = ""
    ended: str = ""
    phase: str = ""
    done: int = 0
    total: int | None = None
    now: str = ""
    result: dict[str, Any] = field(default_factory=dict)
    error: str = ""
    cancel: bool = False  # somebody asked for its end
    tries: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it waits or runs."""
        return self.state in OPEN

    @property
    def can_resume(self) -> bool:
        """Whether it ended before its work was done."""
        return self.state in (State.CANCELLED, State.FAILED, State.INTERRUPTED)


COLUMNS = tuple(Job.__dataclass_fields__)
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM jobs"  # noqa: S608 (own names)


class JobLog:
    """The jobs of one workspace folder; each call is one transaction on a connection of its own."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE

    def add(self, job_id: str, kind: str, title: str, arguments: dict[str, Any], by: str, at: str) -> None:
        """A new job that waits for its process."""
        row = (job_id, kind, title, json.dumps(arguments, ensure_ascii=False), by, str(State.WAITING), at)
        with self._open() as connection:
            connection.execute(
                "INSERT INTO jobs (id, kind, title, arguments, by, state, asked) VALUES (?, ?, ?, ?, ?, ?, ?)", row
            )

    def get(self, job_id: str) -> Job:
        """A job by its id. Raises `UnknownName`."""
        with self._open() as connection:
            row = connection.execute(f"{_SELECT} WHERE id = ?", (job_id,)).fetchone()
        if row is None:
            raise UnknownName(f"there is no job {job_id[:40]!r}", do="dragoman jobs lists them")
        return _job(row)

    def page(self, limit: int, offset: int = 0, kind: str = "") -> tuple[list[Job], int]:
        """Jobs, newest first, and how many there are."""
        if not self.file.exists():
            return [], 0
        where, values = (" WHERE kind = ?", (kind,)) if kind else ("", ())
        with self._open() as connection:
            total = connection.execute(f"SELECT count(*) FROM jobs{where}", values).fetchone()[0]  # noqa: S608 (own names)
            asked = f"{_SELECT}{where} ORDER BY key DESC LIMIT ? OFFSET ?"
            rows = connection.execute(asked, (*values, limit, offset)).fetchall()
        return [_job(row) for row in rows], total

    def open(self) -> list[Job]:
        """Jobs that wait or run, oldest first."""
        if not self.file.exists():
            return []
        with self._open() as connection:
            rows = connection.execute(f"{_SELECT} WHERE state IN (?, ?) ORDER BY key", [str(s) for s in OPEN]).fetchall()
        return [_job(row) for row in rows]

    def set(self, job_id: str, **values: Any) -> None:
        """Set columns of a job."""
        given = {k: json.dumps(v, ensure_ascii=False) if k == "result" else v for k, v in values.items()}
        with self._open() as connection:
            names = ", ".join(f"{name} = ?" for name in given)
            connection.execute(f"UPDATE jobs SET {names} WHERE id = ?", (*given.values(), job_id))  # noqa: S608 (own names)

    def move(self, job_id: str, states: tuple[State, ...], to: State, **values: Any) -> bool:
        """Set the state of a job that is in one of `states`; whether it was. Two who ask at once: one is told no."""
        marks = ", ".join("?" * len(states))
        names = "".join(f", {name} = ?" for name in values)
        asked = f"UPDATE jobs SET state = ?{names} WHERE id = ? AND state IN ({marks})"  # noqa: S608 (own names)
        with self._open() as connection:
            told = (str(to), *values.values(), job_id, *(str(s) for s in states))
            return connection.execute(asked, told).rowcount > 0

    def asked_to_stop(self, job_id: str) -> bool:
        """Whether somebody asked for the end of a job."""
        with self._open() as connection:
            row = connection.execute("SELECT cancel FROM jobs WHERE id = ?", (job_id,)).fetchone()
        return row is None or bool(row[0])

    def refuse(self, job_id: str, lines: list[str]) -> None:
        """Note inputs that were refused, one line each."""
        with self._open() as connection:
            connection.executemany("INSERT INTO refusals (job, line) VALUES (?, ?)", [(job_id, line) for line in lines])

    def refusals(self, job_id: str, limit: int, offset: int = 0) -> tuple[list[str], int]:
        """Lines on what was refused, in order, and how many there are."""
        with self._open() as connection:
            total = connection.execute("SELECT count(*) FROM refusals WHERE job = ?", (job_id,)).fetchone()[0]
            asked = "SELECT line FROM refusals WHERE job = ? ORDER BY key LIMIT ? OFFSET ?"
            return [row[0] for row in connection.execute(asked, (job_id, limit, offset))], total

    def forget_refusals(self, job_id: str) -> None:
        """A job that begins again will refuse the same inputs again."""
        with self._open() as connection:
            connection.execute("DELETE FROM refusals WHERE job = ?", (job_id,))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = sqlite3.connect(self.file, timeout=BUSY_SECONDS)
            try:
                if not connection.execute("PRAGMA user_version").fetchone()[0]:
                    connection.execute("PRAGMA journal_mode = WAL")
                    connection.executescript(TABLES)
                connection.execute("PRAGMA synchronous = NORMAL")
                with connection:
                    yield connection
            finally:
                connection.close()
        except sqlite3.Error as error:
            do = "delete the file: it holds only the history of jobs" if "malformed" in str(error) else ""
            raise WorkspaceError(f"the log of jobs cannot be used: {error}", where=str(self.file), do=do) from error


def _job(row: tuple[Any, ...]) -> Job:
    told = dict(zip(COLUMNS, row, strict=True))
    told |= {"arguments": json.loads(told["arguments"]), "result": json.loads(told["result"])}
    return Job(**told | {"state": State(told["state"]), "cancel": bool(told["cancel"])})
