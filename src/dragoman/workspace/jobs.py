"""The jobs room: long work in processes of its own, so that pages stay quick and a killed server loses nothing.

A job is a row in a log of its own (`jobs.sqlite`) and a process that does it (`workspace.working`). The process holds a lock on
a file in `jobs/` as long as it lives, which tells a job that runs from one whose process was killed. Jobs that write wait for
each other, in the order they were asked for. All of them may be stopped at any moment: what they have stored by then is whole,
and resumed they go on with the rest.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
import sys
import time
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.base.errors import UnknownName, UsageError, WorkspaceError
from dragoman.store.joblog import OPEN, Job, JobLog, State
from dragoman.store.locks import Lock

__all__ = ["Job", "JobPage", "Jobs", "State", "job_row", "now", "safe_name"]
FOLDER = "jobs"
KEPT_DAYS = 2  # what was dropped and not begun with: over a weekend at least it can be found again
START_SECONDS = 60  # a process that has not taken its lock by then never started; Python on a loaded machine needs a few
NAME_BYTES = 150  # of an uploaded file's name; file systems take 255
_children: dict[str, subprocess.Popen[bytes]] = {}  # the latest process of each job that this process started


@dataclass(frozen=True, slots=True)
class JobPage:
    """Some jobs, newest first, of `total`."""

    jobs: list[Job]
    total: int


class Jobs:
    """The jobs of a workspace folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, JobLog(folder)

    def start(self, kind: str, arguments: dict[str, Any], by: str, title: str = "", job_id: str = "") -> Job:
        """Log a job and start its process. Raises `UnknownName` for a kind there is not, `WorkspaceError`.

        `job_id` is one `reserve` gave, where files were laid ready under it.
        """
        from dragoman.workspace.job_kinds import KINDS

        if kind not in KINDS:
            raise UnknownName(f"there is no kind of job {kind!r}", do=f"one of {', '.join(KINDS)}")
        if not os.access(self.folder, os.W_OK):
            raise WorkspaceError("the workspace may only be read", where=str(self.folder))
        job_id = job_id or self.reserve()
        self.log.add(job_id, kind, title or kind, arguments, by, now())
        self._launch(job_id)
        return self.get(job_id)

    def reserve(self) -> str:
        """The id of a job to come, so that its files can be laid into `place(id)` first."""
        self._sweep()
        return secrets.token_hex(6)

    def place(self, job_id: str) -> Path:
        """The folder of a job's own files: what was uploaded for it, what it wrote."""
        if not re.fullmatch(r"[0-9a-f]{12}", job_id):
            raise UnknownName(f"there is no job {job_id[:40]!r}", do="dragoman jobs lists them")
        return self.folder / FOLDER / job_id

    def keep(self, job_id: str, name: str, content: BinaryIO, limit: int) -> Path:
        """Write an uploaded file into the job's folder under a safe form of its name. Raises `TooLarge`."""
        from dragoman.base.errors import TooLarge

        folder = self.place(job_id) / "files"
        folder.mkdir(parents=True, exist_ok=True)
        path, size = _free(folder, safe_name(name)), 0
        with path.open("xb") as out:
            while part := content.read(1 << 20):
                size += len(part)
                if size > limit:
                    out.close()
                    path.unlink()
                    raise TooLarge(f"is larger than {limit // 1_000_000} MB", where=safe_name(name), do="split it")
                out.write(part)
        return path

    def forget_files(self, job_id: str) -> None:
        """Take the uploaded files of a job away: what they say is stored."""
        shutil.rmtree(self.place(job_id) / "files", ignore_errors=True)

    def _sweep(self) -> None:
        """Take away what was laid ready and never begun."""
        old = time.time() - KEPT_DAYS * 86_400
        for place in (self.folder / FOLDER).glob("?" * 12):
            if place.is_dir() and place.stat().st_mtime < old and not self.exists(place.name):
                shutil.rmtree(place, ignore_errors=True)

    def get(self, job_id: str) -> Job:
        """A job as it stands now. Raises `UnknownName`."""
        return self._seen(self.log.get(job_id))

    def exists(self, job_id: str) -> bool:
        """Whether there is a job of that id."""
        try:
            self.log.get(job_id)
        except UnknownName:
            return False
        return True

    def all(self, limit: int = 50, offset: int = 0, kind: str = "") -> JobPage:
        """Jobs, newest first."""
        jobs, total = self.log.page(limit, offset, kind)
        return JobPage([self._seen(job) for job in jobs], total)

    def open(self) -> list[Job]:
        """Those that wait or run, oldest first."""
        return [job for job in map(self._seen, self.log.open()) if job.is_open]

    def refusals(self, job_id: str, limit: int = 100, offset: int = 0) -> tuple[list[str], int]:
        """Lines on what was refused and why, and how many there are."""
        return self.log.refusals(job_id, limit, offset)

    def cancel(self, job_id: str) -> Job:
        """Ask for the end of a job; its process stops within a second or, in the midst of one document, after it.

        What has died already is told to be cancelled at once. Raises `UsageError` where it is over.
        """
        job = self.get(job_id)
        if not (job.is_open or job.state is State.INTERRUPTED):
            raise UsageError(f"the job is {job.state}: there is nothing to cancel")
        self.log.set(job_id, cancel=1)
        if job.state is State.INTERRUPTED or not self._lock(job_id).is_held():
            self.log.move(job_id, OPEN, State.CANCELLED, ended=now())
        return self.get(job_id)

    def resume(self, job_id: str) -> Job:
        """Go on with a job that was cancelled, interrupted or failed. Raises `UsageError` for any other."""
        job = self.get(job_id)
        if not job.can_resume:
            raise UsageError(f"the job is {job.state}: there is nothing to resume")
        states = (*OPEN, State.CANCELLED, State.FAILED)
        self.log.move(job_id, states, State.WAITING, cancel=0, asked=now(), ended="", error="")
        self._launch(job_id)
        return self.get(job_id)

    def resume_all(self) -> list[Job]:
        """Go on with all whose process was killed: what a server does when it starts."""
        found = [job for job in map(self._seen, self.log.open()) if job.state is State.INTERRUPTED]
        return [self.resume(job.id) for job in found]

    def wait(self, job_id: str, seconds: float = 600.0) -> Job:
        """The job when it is over, or as it stands after so many seconds."""
        until = time.monotonic() + seconds
        while (job := self.get(job_id)).is_open and time.monotonic() < until:
            time.sleep(0.05)
        return job

    def queue(self, job_id: str) -> list[Job]:
        """The jobs that a waiting one waits for."""
        from dragoman.workspace.job_kinds import KINDS

        own = self.log.get(job_id)
        if not KINDS[own.kind].writes:
            return []
        before = [job for job in self.log.open() if job.key < own.key and KINDS[job.kind].writes]
        return [job for job in map(self._seen, before) if job.is_open]

    def _lock(self, job_id: str) -> Lock:
        return Lock(self.folder / FOLDER / f"{job_id}.lock")

    def _seen(self, job: Job) -> Job:
        """The job, told to be interrupted where its process has died."""
        if not job.is_open or self._lock(job.id).is_held():
            return job
        started = datetime.fromisoformat(job.asked) + timedelta(seconds=START_SECONDS)
        if job.state is State.WAITING and datetime.now(UTC) < started and _starting(job.id):
            return job
        job = self.log.get(job.id)  # it may have ended between the two looks
        return replace(job, state=State.INTERRUPTED) if job.is_open else job

    def _launch(self, job_id: str) -> None:
        """Start the process of a job, apart from this one: it outlives it."""
        folder = self.folder / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for ended in [key for key, child in _children.items() if child.poll() is not None]:
            del _children[ended]
        command = [sys.executable, "-m", "dragoman.workspace.working", str(self.folder.absolute()), job_id]
        with (folder / f"{job_id}.log").open("ab") as errors:
            _children[job_id] = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, start_new_session=True
            )


def _starting(job_id: str) -> bool:
    """False only where this very process started the job's and knows it to be dead."""
    child = _children.get(job_id)
    return child is None or child.poll() is None


def now() -> str:
    """This moment: ISO 8601, UTC, with fractions."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def safe_name(name: str) -> str:
    """The last part of a name a browser sent, without what a file system or a reader could stumble over."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = "".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in last).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    while len(plain.encode()) > NAME_BYTES:
        stem = stem[:-1] if dot else plain[:-1]
        plain = f"{stem}{dot}{ending[:20]}" if dot else stem
    return plain or "file"


def _free(folder: Path, name: str) -> Path:
    """A path of that name which is not taken."""
    if not (folder / name).exists():
        return folder / name
    stem, dot, ending = name.rpartition(".")
    held = sum(1 for _ in folder.iterdir())  # a thousand files of one name are not tried one after another
    numbers = (*range(2, 10), *range(held + 1, held + 10_000))
    names = (f"{stem} ({n}).{ending}" if dot else f"{name} ({n})" for n in numbers)
    return next(path for path in map(folder.joinpath, names) if not path.exists())


def job_row(job: Job) -> dict[str, Any]:
    """A job as plain values, for programs."""
    told = {name: getattr(job, name) for name in ("id", "kind", "title", "by", "asked", "begun", "ended", "phase", "now")}
    counts = {"done": job.done, "total": job.total, "tries": job.tries}
    return {"state": str(job.state), **told, **counts, "result": job.result, "error": job.error}
