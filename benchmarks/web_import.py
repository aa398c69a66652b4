"""Measure an import of many documents through a real server: when progress shows, both killed, gone on, cancelled.

    python benchmarks/web_import.py --documents 1000

The documents are small and made up; the archive is dropped on the page as a browser does. Times are wall clock at the client.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import signal
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from dragoman.workspace import open_workspace
from web import served

TEXT = "Harbour Robotics Ltd signed an agreement with Tidal Optics JSC on {day} March 2019. Number {n} of the year.\n"
FLOOR = 1.0  # seconds until progress shows


def archive(count: int) -> bytes:
    """The documents as one zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for n in range(count):
            packed.writestr(f"news/note{n:05}.txt", TEXT.format(day=1 + n % 28, n=n) * 3)
    return out.getvalue()


class Visit:
    """A server and somebody who came in."""

    def __init__(self, folder: Path, port: int) -> None:
        self.server, start = served(folder, port)
        self.http = httpx.Client(base_url=start.partition("/enter")[0], timeout=120)
        for _ in range(1_200):
            try:
                self.http.get(start)
                break
            except httpx.ConnectError:
                time.sleep(0.05)

    def post(self, path: str, **values: Any) -> str:
        """Send a form; where it leads."""
        token = re.findall(r'name="csrf" value="([0-9a-f]+)"', self.http.get("/settings").text)[0]
        return str(self.http.post(path, data={"csrf": token}, **values).headers["location"])

    def until(self, path: str, ready: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The job as soon as it is so far."""
        while not ready(job := dict(self.http.get(f"{path}.json").json()["job"])):
            time.sleep(0.02)
        return job

    def kill(self) -> None:
        """End the server at once."""
        self.server.kill()
        self.server.wait()


def worker(job: str) -> int:
    """The process that works on a job: the one that was started last has children of its own."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (folder / "cmdline").exists():
            words = (folder / "cmdline").read_bytes().split(b"\0")
            if job.encode() in words and b"dragoman.workspace.working" in words:
                found.append(int(folder.name))
    return min(found)


def main() -> None:
    """Run it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=1_000)
    options.add_argument("--port", type=int, default=8398)
    chosen = options.parse_args()
    count, packed = chosen.documents, archive(chosen.documents)
    os.environ.setdefault("DRAGOMAN_MODELS", "off")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "fair"
        open_workspace(folder, create=True).close()
        visit, begin = Visit(folder, chosen.port), time.perf_counter()
        path = visit.post("/import", files=[("files", ("news.zip", packed))])
        shown = "<progress" in visit.http.get(path).text
        print(f"progress on the page: {shown} after {time.perf_counter() - begin:.2f} s (floor {FLOOR} s)")
        visit.until(path, lambda job: job["total"] == count)
        print(f"  of {count:,} known after {time.perf_counter() - begin:.2f} s")
        visit.until(path, lambda job: job["done"] > 0)
        print(f"  first documents done after {time.perf_counter() - begin:.2f} s")
        job = visit.until(path, lambda job: job["done"] >= count * 0.3)
        visit.kill()
        os.kill(worker(path.rpartition("/")[2]), signal.SIGKILL)
        print(f"killed both at {job['done']:,}")
        visit = Visit(folder, chosen.port)
        visit.until(path, lambda job: job["done"] >= count * 0.6 or not job["open"])
        visit.post(f"{path}/cancel")
        begin = time.perf_counter()
        job = visit.until(path, lambda job: not job["open"])
        print(f"{job['state']} at {job['done']:,}, {time.perf_counter() - begin:.2f} s after it was asked for")
        if job["can_resume"]:
            visit.post(f"{path}/resume")
        job = visit.until(path, lambda job: not job["open"])
        visit.kill()
        with open_workspace(folder) as workspace:
            names = [d.name for d in workspace.documents.all()]
            told = f"{len(names):,} documents, {len(set(names)):,} names, check {workspace.store.check()}"
            print(f"{job['state']}, tries {job['tries']}: {told}")


if __name__ == "__main__":
    main()
