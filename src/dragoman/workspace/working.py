"""The process of one job: `python -m dragoman.workspace.working FOLDER JOB`. Waits its turn, works, tells how far it is."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from dragoman.base.errors import DragomanError
from dragoman.store.joblog import OPEN, Job, JobLog, State
from dragoman.store.locks import Lock
from dragoman.workspace.job_kinds import KINDS
from dragoman.workspace.jobs import FOLDER, Jobs, now

TELLING = 0.3  # seconds between two lines of progress: pages ask once a second
LOOKING = 0.2  # seconds between two looks at whether to stop, or whether it is our turn
GRACE = 60.0  # seconds in which somebody else may hold our lock: who looks whether we live, or the job's last process, ending
WRITING = "writing.lock"


class Reporter:
    """Progress into the log of jobs. Written at most every `TELLING` seconds, and at each beginning and end."""

    def __init__(self, log: JobLog, job_id: str) -> None:
        self.log, self.job_id = log, job_id
        self.count, self.told = 0, 0.0
        self.total: int | None = None
        self.lines: list[str] = []

    def start(self, what: str, total: int | None) -> None:
        """Begin a piece of work."""
        self.count, self.total = 0, total
        self.log.set(self.job_id, phase=what, done=0, total=total, now="")

    def step(self, what: str = "", count: int = 1) -> None:
        """More is done."""
        self.count += count
        if time.monotonic() - self.told >= TELLING:
            self._tell(what)

    def note(self, line: str) -> None:
        """One input was refused."""
        self.lines.append(line)

    def done(self) -> None:
        """The piece of work is over."""
        self._tell("")

    def close(self) -> None:
        """Write what was not told yet."""
        self._tell("")

    def _tell(self, what: str) -> None:
        self.told = time.monotonic()
        if self.lines:
            self.log.refuse(self.job_id, self.lines)
            self.lines = []
        self.log.set(self.job_id, done=self.count, now=what[-200:])


class Stop(threading.Thread):
    """Looks whether the job is to stop, and interrupts its work as Ctrl-C would."""

    def __init__(self, log: JobLog, job_id: str) -> None:
        super().__init__(daemon=True)
        self.log, self.job_id = log, job_id
        self.over = threading.Event()

    def run(self) -> None:
        """Until the work is over."""
        while not self.over.wait(LOOKING):
            with suppress(DragomanError):
                if self.log.asked_to_stop(self.job_id):
                    _interrupt()
                    return


def _interrupt() -> None:
    """Wake the main thread out of whatever it waits for."""
    main = threading.main_thread().ident
    if sys.platform == "win32" or main is None:
        import _thread

        _thread.interrupt_main()
    else:
        signal.pthread_kill(main, signal.SIGINT)


def work(folder: Path, job_id: str) -> None:
    """Do a job to its end. Where another process has it already, nothing."""
    jobs = Jobs(folder)
    own, turn = Lock(folder / FOLDER / f"{job_id}.lock"), Lock(folder / FOLDER / WRITING)
    if not _taken(own):
        return
    try:
        job = jobs.log.get(job_id)
        if job.state is not State.WAITING and job.state is not State.RUNNING:
            return
        stop = Stop(jobs.log, job_id)
        stop.start()
        try:
            _wait(jobs, job, turn)
            _do(jobs, job)
        except KeyboardInterrupt:
            jobs.log.move(job_id, OPEN, State.CANCELLED, ended=now(), now="")  # unless it was done just before
        finally:
            stop.over.set()
    finally:
        turn.release()
        own.release()


def _taken(lock: Lock) -> bool:
    until = time.monotonic() + GRACE
    while not lock.take():
        if time.monotonic() > until:
            return False
        time.sleep(LOOKING / 4)
    return True


def _wait(jobs: Jobs, job: Job, turn: Lock) -> None:
    """Until all that were asked for before have written, and nobody else writes."""
    if KINDS[job.kind].writes:
        while jobs.queue(job.id) or not turn.take():
            time.sleep(LOOKING)


def _do(jobs: Jobs, job: Job) -> None:
    """The work itself; every fault ends as a state with one line, and none as a silence."""
    log, reporter = jobs.log, Reporter(jobs.log, job.id)
    log.forget_refusals(job.id)
    log.set(job.id, state=str(State.RUNNING), begun=job.begun or now(), tries=job.tries + 1, done=0, total=None, phase="")
    try:
        result = KINDS[job.kind].run(jobs, job, reporter)
    except DragomanError as error:
        reporter.close()
        log.set(job.id, state=str(State.FAILED), ended=now(), error=str(error))
        return
    except Exception as error:
        reporter.close()
        log.set(job.id, state=str(State.FAILED), ended=now(), error=f"a fault of Dragoman ({type(error).__name__}: {error})")
        raise
    except KeyboardInterrupt:
        reporter.close()
        raise
    reporter.close()
    log.set(job.id, state=str(State.DONE), ended=now(), result=result, now="")
    if KINDS[job.kind].spends:
        jobs.forget_files(job.id)


def _orphans_end() -> None:
    """A child process made by forking ends when this process is killed: it would wait for work for ever."""
    parent = os.getpid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1.0)
        os._exit(1)

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: threading.Thread(target=watch, daemon=True).start())


def main() -> None:
    """Work on the job named on the command line."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _orphans_end()
    work(Path(sys.argv[1]), sys.argv[2])


if __name__ == "__main__":
    main()
