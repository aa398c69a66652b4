"""A site: one workspace folder as it is served, with its settings, its open workspaces and its own database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, LifoQueue
from typing import TYPE_CHECKING

from dragoman.base.settings import MEGABYTE, Settings
from dragoman.web.accounts import Accounts
from dragoman.web.database import Database

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

LOOPBACK = ("127.0.0.1", "localhost", "::1")
THREADS = 4  # requests answered at once: two to a core, as a page waits for the disk about half its time


@dataclass(frozen=True, slots=True)
class WebSettings:
    """How a site is served. Limits are per request."""

    host: str = "127.0.0.1"
    port: int = 8321
    accounts: bool = False  # people sign in; without it one person uses it on this machine
    names: tuple[str, ...] = ()  # further host names it answers to, such as that of a proxy
    secure: bool = False  # reached by https, through a proxy
    upload_bytes: int = 200 * MEGABYTE  # as large as the largest file that is read, see `base.settings.Limits`
    form_bytes: int = 2 * MEGABYTE  # of a request that carries no file
    form_fields: int = 5_000  # a sheet of 500 rows corrected at once
    files: int = 1_000  # dropped at once; more come as an archive
    session_hours: int = 12  # a working day; who comes back before is not asked again

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host in LOOPBACK


@dataclass(slots=True)
class Site:
    """What every request can reach. Close it when the server stops."""

    folder: Path
    web: WebSettings
    settings: Settings
    database: Database
    accounts: Accounts
    launch: str = ""  # the token of the start address, where one person uses it on this machine
    idle: LifoQueue[Workspace] = field(default_factory=LifoQueue)

    @classmethod
    def open(cls, folder: Path, web: WebSettings, settings: Settings | None = None, launch: str = "") -> Site:
        """Open what a folder needs to be served. Raises `WorkspaceError` where it holds no workspace."""
        from dragoman.workspace import open_workspace

        settings = settings or Settings.from_environment()
        held = open_workspace(folder, settings=settings)  # first: where there is none, nothing is left behind
        database = Database.open(folder)
        site = cls(folder, web, settings, database, Accounts(database), launch)
        site.idle.put(held)
        return site

    @contextmanager
    def workspace(self) -> Iterator[Workspace]:
        """An open workspace for the thread that asks, given back afterwards."""
        from dragoman.workspace import open_workspace

        try:
            held = self.idle.get_nowait()
        except Empty:
            held = open_workspace(self.folder, settings=self.settings)
        try:
            yield held
        finally:
            self.idle.put(held)

    def close(self) -> None:
        """Let go of all that is open."""
        while not self.idle.empty():
            self.idle.get_nowait().close()
        self.database.close()

    @property
    def person(self) -> str:
        """The name of who uses it on this machine: as told in the settings, else the system's."""
        return self.database.get("person") or os.environ.get("USER") or os.environ.get("USERNAME") or "me"
