"""An import through a real server in a process of its own: progress at once, the server killed, all of it killed, cancelled."""

from __future__ import annotations

import io
import os
import re
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from test_jobs import process_of

from dragoman.base.settings import Settings
from dragoman.workspace import open_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
COUNT = 240  # enough to be caught in the midst of it on a quick machine
TEXT = "Harbour Robotics Ltd signed an agreement with Tidal Optics JSC on {day} March 2019. Number {n} of the year.\n"


def archive(count: int = COUNT) -> bytes:
    """Small documents in one archive, no two alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for n in range(count):
            packed.writestr(f"news/note{n:04}.txt", TEXT.format(day=1 + n % 28, n=n) * 3)
    return out.getvalue()


class Server:
    """`dragoman serve` as people start it, and one of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.start()

    def start(self) -> None:
        """On a free port; come in by the address it prints."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "dragoman", "serve", "-w", str(self.folder), "--port", str(port)]
        env = {**os.environ, "PYTHONUNBUFFERED": "1", "DRAGOMAN_MODELS": "off"}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)
        assert self.process.stdout is not None
        start = re.findall(r"http\S+", self.process.stdout.readline())[0]
        self.http = httpx.Client(base_url=start.partition("/enter")[0], timeout=60)
        for _ in range(600):
            try:
                assert self.http.get(start).status_code == 303
                return
            except httpx.ConnectError:
                time.sleep(0.05)
        raise AssertionError("the server does not answer")

    def kill(self) -> None:
        """As a machine without memory does."""
        self.http.close()
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def post(self, path: str, **values: Any) -> str:
        """Send a form; where it leads."""
        token = re.search(r'name="csrf" value="([0-9a-f]+)"', self.http.get("/settings").text)
        assert token
        answer = self.http.post(path, data={"csrf": token[1]}, **values)
        assert answer.status_code == 303, answer.text[:500]
        return str(answer.headers["location"])

    def job(self, path: str) -> dict[str, Any]:
        """The job as its page has it."""
        return dict(self.http.get(f"{path}.json").json()["job"])

    def until(self, path: str, ready: Callable[[dict[str, Any]], bool], seconds: float = 180) -> dict[str, Any]:
        """The job as soon as it is so far."""
        end = time.monotonic() + seconds
        while not ready(job := self.job(path)):
            assert time.monotonic() < end, job
            time.sleep(0.02)
        return job


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    open_workspace(tmp_path / "fair", create=True).close()
    return tmp_path / "fair"


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    made = Server(folder)
    yield made
    made.kill()


def over(job: dict[str, Any]) -> bool:
    return not job["open"]


def held(folder: Path) -> tuple[set[str], set[str]]:
    """The names of the documents and the ids of all statements; the views are what the logs come to."""
    with open_workspace(folder) as workspace:
        assert workspace.store.check() == []
        names = [d.name for d in workspace.documents.all()]
        assert len(names) == len(set(names))
        return set(names), {s.id for d in workspace.documents.all() for s in workspace.store.statements(document=d.id)}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """What an import in one go holds."""
    place = tmp_path_factory.mktemp("whole")
    (place / "news.zip").write_bytes(archive())
    with open_workspace(place / "fair", create=True, settings=Settings(models=False, processes=1)) as workspace:
        workspace.documents.read([place / "news.zip"])
    return held(place / "fair")


def test_progress_stands_at_once_and_a_killed_server_is_not_missed(server: Server, undisturbed: tuple[set[str], ...]) -> None:
    path = server.post("/import", files=[("files", ("news.zip", archive()))])
    page = server.http.get(path).text
    assert "<progress" in page and "data-poll" in page
    server.until(path, lambda job: job["total"] == COUNT and 0 < job["done"] < COUNT)
    server.kill()
    server.start()
    job = server.until(path, over)
    assert (job["state"], job["tries"], job["figures"]["documents"]) == ("done", 1, COUNT)
    assert held(server.folder) == undisturbed


def test_all_that_was_killed_goes_on_when_the_server_starts_again(server: Server, undisturbed: tuple[set[str], ...]) -> None:
    path = server.post("/import", files=[("files", ("news.zip", archive()))])
    server.until(path, lambda job: job["done"] >= COUNT // 5)
    server.kill()
    os.kill(process_of(path.rpartition("/")[2]), signal.SIGKILL)
    server.start()
    job = server.until(path, over)
    assert (job["state"], job["tries"]) == ("done", 2)
    assert job["figures"]["documents"] + job["figures"]["known"] == COUNT and job["figures"]["documents"] < COUNT
    assert held(server.folder) == undisturbed


def test_what_was_done_stays_when_an_import_is_cancelled(server: Server, undisturbed: tuple[set[str], ...]) -> None:
    path = server.post("/import", files=[("files", ("news.zip", archive()))])
    server.until(path, lambda job: job["done"] >= COUNT // 5)
    server.post(f"{path}/cancel")
    job = server.until(path, over)
    assert job["state"] == "cancelled" and job["can_resume"]
    names, statements = held(server.folder)
    assert 0 < len(names) < COUNT and names < undisturbed[0] and statements < undisturbed[1]
    server.post(f"{path}/resume")
    job = server.until(path, over)
    assert (job["state"], job["figures"]["known"]) == ("done", len(names))
    assert held(server.folder) == undisturbed
