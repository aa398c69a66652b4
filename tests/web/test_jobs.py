"""Jobs: progress at once, one writer at a time, cancelled, killed and resumed without loss or doubles."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest

from dragoman.base.errors import TooLarge, UnknownName, UsageError
from dragoman.cli.jobs import row
from dragoman.store.locks import Lock
from dragoman.workspace import Workspace, open_workspace
from dragoman.workspace.jobs import Jobs, State, safe_name

TEXT = "Harbour Robotics Ltd signed an agreement with Tidal Optics JSC on 12 March 2019. Number {n} of the day.\n"


@pytest.fixture(autouse=True)
def without_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MODELS", "off")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "fair", create=True)


def papers(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        (folder / f"note{n:04}.txt").write_text(TEXT.format(n=n) * 3, "utf-8")
    return folder


def read(jobs: Jobs, folder: Path) -> str:
    return jobs.start("read", {"paths": [str(folder)]}, "A. Chen").id


def until(jobs: Jobs, job_id: str, done: int, seconds: float = 60) -> None:
    """Wait until so much is done."""
    end = time.monotonic() + seconds
    while (job := jobs.get(job_id)).is_open and not (job.state is State.RUNNING and job.done >= done):
        assert time.monotonic() < end, job
        time.sleep(0.02)


def process_of(job_id: str) -> int:
    """The process that works on a job, as the system lists it."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if job_id.encode() in words and b"dragoman.workspace.working" in words and _is_first(folder):
                return int(folder.name)
    raise AssertionError("no process works on the job")


def _is_first(folder: Path) -> bool:
    """Not one of the processes it made."""
    parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
    try:
        return b"dragoman.workspace.working" not in Path(f"/proc/{parent}/cmdline").read_bytes()
    except OSError:
        return True


def test_files_are_read_and_what_is_refused_is_told(workspace: Workspace, tmp_path: Path) -> None:
    folder = papers(tmp_path / "in", 3)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    job = workspace.jobs.wait(read(workspace.jobs, folder))
    assert (job.state, job.error) == (State.DONE, "")
    assert (job.result["documents"], job.result["refused"], job.done, job.total) == (3, 1, 4, 4)
    lines, total = workspace.jobs.refusals(job.id)
    assert total == 1 and "broken.pdf" in lines[0]
    assert len(workspace.documents.all()) == 3
    assert row(job)["state"] == "done" and row(job)["title"] == "read"


@pytest.mark.slow
def test_a_thousand_documents_show_progress_can_be_cancelled_and_resumed(workspace: Workspace, tmp_path: Path) -> None:
    jobs, folder = workspace.jobs, papers(tmp_path / "in", 1_000)
    job_id = read(jobs, folder)
    until(jobs, job_id, 1)
    assert jobs.get(job_id).total == 1_000 and jobs.get(job_id).phase == "reading"
    jobs.cancel(job_id)
    job = jobs.wait(job_id, 30)
    assert job.state is State.CANCELLED
    kept = len(workspace.documents.all())
    assert kept < 1_000
    jobs.resume(job_id)
    job = jobs.wait(job_id)
    assert (job.state, job.tries) == (State.DONE, 2)
    assert (job.result["documents"], job.result["known"]) == (1_000 - kept, kept)
    assert len(workspace.documents.all()) == 1_000


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_process_is_seen_and_its_job_goes_on(workspace: Workspace, tmp_path: Path) -> None:
    jobs, folder = workspace.jobs, papers(tmp_path / "in", 400)
    job_id = read(jobs, folder)
    until(jobs, job_id, 20)
    os.kill(process_of(job_id), signal.SIGKILL)
    end = time.monotonic() + 10
    while jobs.get(job_id).state is not State.INTERRUPTED:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert [job.id for job in jobs.resume_all()] == [job_id]
    job = jobs.wait(job_id)
    assert job.state is State.DONE and job.result["known"] > 0
    assert len(workspace.documents.all()) == 400
    assert workspace.store.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_job_outlives_the_server_that_started_it(workspace: Workspace, tmp_path: Path) -> None:
    folder = papers(tmp_path / "in", 300)
    server = f"""
import sys, time
from pathlib import Path
from dragoman.workspace.jobs import Jobs
print(Jobs(Path({str(workspace.folder)!r})).start("read", {{"paths": [{str(folder)!r}]}}, "A. Chen").id, flush=True)
time.sleep(60)
"""
    process = subprocess.Popen([sys.executable, "-c", server], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    job_id = process.stdout.readline().strip()
    until(workspace.jobs, job_id, 1)
    process.kill()
    process.wait()
    job = workspace.jobs.wait(job_id)
    assert (job.state, job.result["documents"], job.tries) == (State.DONE, 300, 1)


def test_jobs_that_write_wait_for_each_other_in_order(workspace: Workspace, tmp_path: Path) -> None:
    jobs = workspace.jobs
    first, second = read(jobs, papers(tmp_path / "one", 200)), read(jobs, papers(tmp_path / "two", 3))
    until(jobs, first, 1)
    assert jobs.get(second).state is State.WAITING
    assert [job.id for job in jobs.queue(second)] == [first]
    one, two = jobs.wait(first), jobs.wait(second)
    assert (one.state, two.state) == (State.DONE, State.DONE)
    assert two.begun >= one.ended
    assert [job.id for job in jobs.all().jobs] == [second, first]


def test_a_waiting_job_can_be_cancelled(workspace: Workspace, tmp_path: Path) -> None:
    jobs = workspace.jobs
    first, second = read(jobs, papers(tmp_path / "one", 200)), read(jobs, papers(tmp_path / "two", 3))
    jobs.cancel(second)
    assert jobs.wait(second, 20).state is State.CANCELLED
    assert jobs.wait(first).state is State.DONE
    assert len(workspace.documents.all()) == 200


def test_what_fails_says_why_in_one_line(workspace: Workspace, tmp_path: Path) -> None:
    job = workspace.jobs.wait(read(workspace.jobs, tmp_path / "nowhere"))
    assert job.state is State.FAILED and "no such file or folder" in job.error
    job = workspace.jobs.wait(workspace.jobs.start("list", {"label": "un"}, "A. Chen").id)
    assert job.state is State.FAILED and "no list 'un'" in job.error


def test_wrong_calls_are_told(workspace: Workspace) -> None:
    jobs = workspace.jobs
    for call in (lambda: jobs.start("dance", {}, "A"), lambda: jobs.get("0" * 12), lambda: jobs.place("../../etc")):
        with pytest.raises(UnknownName):
            call()
    job = jobs.wait(jobs.start("resolve", {}, "A. Chen").id)
    assert job.state is State.DONE and job.result["parties"] == 0
    for end in (jobs.cancel, jobs.resume):
        with pytest.raises(UsageError):
            end(job.id)


def test_uploads_are_kept_under_safe_names_and_limited(workspace: Workspace, tmp_path: Path) -> None:
    jobs = workspace.jobs
    job_id = jobs.reserve()
    (tmp_path / "big").write_bytes(b"x" * 2_000)
    with (tmp_path / "big").open("rb") as content:
        kept = jobs.keep(job_id, "../../../etc/pass\x00wd", content, 5_000)
        assert kept.parent == jobs.place(job_id) / "files" and kept.read_bytes() == b"x" * 2_000
        content.seek(0)
        assert jobs.keep(job_id, "pass_wd", content, 5_000).name == "pass_wd (2)"
        content.seek(0)
        with pytest.raises(TooLarge):
            jobs.keep(job_id, "again", content, 1_000)
    assert sorted(p.name for p in kept.parent.iterdir()) == ["pass_wd", "pass_wd (2)"]


def test_files_go_when_they_are_read_or_were_never_begun(workspace: Workspace) -> None:
    jobs = workspace.jobs
    old, fresh, read_one = jobs.reserve(), jobs.reserve(), jobs.reserve()
    for job_id in (old, fresh, read_one):
        jobs.keep(job_id, "a.txt", BytesIO(TEXT.encode()), 5_000)
    os.utime(jobs.place(old), (1, 1))
    assert jobs.wait(jobs.start("read", {}, "A. Chen", job_id=read_one).id).result["documents"] == 1
    jobs.reserve()
    assert [(jobs.place(i) / "files").exists() for i in (old, fresh, read_one)] == [False, True, False]


@pytest.mark.parametrize("name", ["", "..", "/", "\x00", "a/..", "C:\\x\\..", "名" * 300 + ".xlsx", "\u202egnp.exe", "." * 400])
def test_safe_names_name_one_file(name: str) -> None:
    made = safe_name(name)
    assert made not in ("", ".", "..") and len(made.encode()) < 200 and not set(made) & set('/\\\x00\u202e<>:"|?*')


def test_a_lock_is_seen_by_others_and_ends_with_its_process(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "x.lock")
    held = f"""
import time
from io import BytesIO
from pathlib import Path
from dragoman.store.locks import Lock
lock = Lock(Path({str(lock.path)!r}))
print(lock.take(), flush=True)
time.sleep(60)
"""
    process = subprocess.Popen([sys.executable, "-c", held], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline().strip() == "True"
    assert lock.is_held() and not lock.take()
    process.kill()
    process.wait()
    assert not lock.is_held() and lock.take()
    lock.release()
