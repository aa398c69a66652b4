"""Measure the pages over a large workspace: requests at a steady rate, half of them slowest, weight of each page.

    python benchmarks/store.py --statements 1500000 --folder /path/to/workspace
    python benchmarks/web.py /path/to/workspace --rate 20 --seconds 30

The server runs in a process of its own. Times are wall clock at the client, the server's processor time stands beside them.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path

import httpx

from dragoman.store import Store

FLOOR = 150  # ms, 95th percentile on the server at 20 requests a second
HEAVY = 300_000  # bytes
WORDS = ("technology", "科学", "институт", "ministry everything", "university", "Company", "nothingofthekind", "techology")


def paths(folder: Path, n: int, seed: int) -> dict[str, list[str]]:
    """Addresses of each kind of page, of entities big and small."""
    luck = random.Random(seed)
    with Store.open(folder) as store:
        total = store.entities(limit=1).total
        rows = [r for _ in range(n) for r in store.entities(limit=1, offset=luck.randrange(total)).rows]
        top = store.entities(limit=20).rows
        documents = [d.id for d in store.documents()][:: max(1, len(store.documents()) // n)]
    ids = [r.id for r in [*rows, *top]]
    return {
        "dossier": [f"/entities/{i}" for i in ids],
        "search": [f"/search?q={urllib.parse.quote(w)}" for w in (*WORDS, *(r.caption for r in rows[:40]))],
        "reader": [f"/documents/{i}" for i in documents],
        "neighbourhood": [f"/entities/{i}/neighbourhood" for i in ids],
        "start": ["/"],
        "check": ["/check"],
    }


def served(folder: Path, port: int) -> tuple[subprocess.Popen[str], str]:
    """A server and its start address."""
    command = [sys.executable, "-m", "dragoman", "serve", "-w", str(folder), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert server.stdout
    return server, re.findall(r"http\S+", server.stdout.readline())[0]


def used(pid: int) -> float:
    """Processor seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(client: httpx.Client, kind: str, addresses: list[str], rate: float, seconds: float, pid: int) -> None:
    """Ask at a steady rate from many threads, as people do; print the spread."""
    times: list[float] = []
    sizes: list[int] = []
    bad: list[str] = []
    lock = threading.Lock()

    def ask(path: str) -> None:
        clock = time.perf_counter()
        answer = client.get(path)
        with lock:
            times.append((time.perf_counter() - clock) * 1000)
            sizes.append(len(answer.content))
            if answer.status_code != 200:
                bad.append(f"{answer.status_code} {path}")

    before, threads = used(pid), []
    begin = time.perf_counter()
    for n in range(int(rate * seconds)):
        wait = begin + n / rate - time.perf_counter()
        time.sleep(max(0.0, wait))
        threads.append(threading.Thread(target=ask, args=(addresses[n % len(addresses)],)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    times.sort()
    cpu = (used(pid) - before) / len(times) * 1000
    middle, most = times[len(times) // 2], times[int(len(times) * 0.95)]
    told = f"median {middle:>7.1f} ms  p95 {most:>7.1f} ms (floor {FLOOR})  CPU {cpu:>6.1f} ms a request"
    heaviest = f"largest {max(sizes) / 1000:>5.0f} kB (floor {HEAVY // 1000})"
    print(f"{kind:<14} n {len(times):>4}  {told}  {heaviest}  {bad[:2] or ''}", flush=True)


def main() -> None:
    """Run it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--rate", type=float, default=20)
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--only", default="")
    options.add_argument("--port", type=int, default=8397)
    chosen = options.parse_args()
    asked = paths(chosen.folder, 200, 1)
    server, start = served(chosen.folder, chosen.port)
    try:
        base = start.partition("/enter")[0]
        with httpx.Client(base_url=base, timeout=120, limits=httpx.Limits(max_connections=64)) as client:
            client.get(start)
            for path in ("/", "/search?q=technology"):
                client.get(path)  # the first answers make what is remembered
            for kind, addresses in asked.items():
                if chosen.only in ("", kind):
                    run(client, kind, addresses, chosen.rate, chosen.seconds, server.pid)
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    main()
