"""Measure the pages over a large workspace: requests at a steady rate, half of them slowest, weight of each page; and how soon
the first page stands in Chromium.

    python benchmarks/store.py --statements 1500000 --folder /path/to/workspace
    python benchmarks/web.py /path/to/workspace --rate 20 --seconds 30
    python benchmarks/web.py /path/to/workspace --only browser

The server runs in a process of its own. Times are wall clock at the client, the server's processor time stands beside them.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path

import httpx

from dragoman.store import Store
from dragoman.workspace.jobs import Jobs
from dragoman.workspace.screenings import Answers

FLOOR = 150  # ms, 95th percentile on the server at 20 requests a second
HEAVY = 300_000  # bytes
USABLE = 1000  # ms, from asking for the first page to when it is painted and its scripts have run
VISITS = 15  # each in a browser that has nothing of the site in store
# What the browser measured of the page it shows, in ms from when the address was asked for, redirects included.
TIMED = """async () => { const name = 'first-contentful-paint', load = performance.getEntriesByType('navigation')[0];
  const painted = await new Promise(done => new PerformanceObserver(seen => {
    for (const e of seen.getEntriesByName(name)) done(e.startTime); }).observe({type: 'paint', buffered: true}));
  return {painted, ready: load.domContentLoadedEventEnd, loaded: load.loadEventEnd}; }"""
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
        **work(folder),
    }


def work(folder: Path) -> dict[str, list[str]]:
    """Addresses of the pages of work; those of lists, screenings and pairs where `web_fill.py` made some."""
    jobs = Jobs(folder)
    found = {"jobs": ["/jobs", "/jobs?offset=2000"], "import": ["/import"], "review": ["/review", "/review?skip=1000"]}
    labels = [p.name for p in sorted((folder / "lists").glob("*")) if p.is_dir()]
    found["lists"] = ["/lists", *(f"/lists/{label}{part}" for label in labels for part in ("", "/changes"))]
    for job in jobs.all(1, kind="screen").jobs:
        page = f"/screening/{job.id}"
        chosen = ("only=cleared", "offset=1000", "only=open&offset=5000")
        found["screening"] = ["/screening", page, *(f"{page}?{query}" for query in chosen)]
        answers, _ = Answers(jobs.place(job.id), ()).page(50, 500)
        hits = [(a["place"], f"{h['list']}:{h['id']}") for a in answers for h in a["hits"][:1]]
        asked = [urllib.parse.urlencode({"from": job.id, "place": place, "record": key}) for place, key in hits]
        found["hits"] = [f"/hits?{query}" for query in asked]
    return {kind: addresses for kind, addresses in found.items() if addresses}


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


def browsed(start: str, addresses: dict[str, list[str]]) -> None:
    """Open pages in Chromium as a newcomer does: the first page by the start address, the others after it."""
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found)
        base, times = start.partition("/enter")[0], {kind: [] for kind in ("first", *addresses)}
        for visit in range(VISITS):
            context = browser.new_context()
            page = context.new_page()
            page.goto(start, wait_until="load")
            times["first"].append(page.evaluate(TIMED))
            for kind, known in addresses.items():
                page.goto(base + known[visit % len(known)], wait_until="load")
                times[kind].append(page.evaluate(TIMED))
            context.close()
        browser.close()
    for kind, rows in times.items():
        told = []
        for name in ("painted", "ready", "loaded"):
            values = sorted(row[name] for row in rows)
            told.append(f"{name}: median {values[len(values) // 2]:>5.0f} ms  worst {values[-1]:>5.0f} ms")
        print(f"{kind:<14} n {len(rows):>4}  {'  '.join(told)}  (floor {USABLE})", flush=True)


def main() -> None:
    """Run it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--rate", type=float, default=20)
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--only", default="", help="kinds of page, commas between them")
    options.add_argument("--port", type=int, default=8397)
    chosen = options.parse_args()
    asked = paths(chosen.folder, 200, 1)
    server, start = served(chosen.folder, chosen.port)
    try:
        base = start.partition("/enter")[0]
        with httpx.Client(base_url=base, timeout=120, limits=httpx.Limits(max_connections=64)) as client:
            client.get(start)
            for path in ("/", "/search?q=technology", *(addresses[0] for addresses in asked.values())):
                client.get(path)  # the first answers make what is remembered
            for kind, addresses in asked.items():
                if not chosen.only or kind in chosen.only.split(","):
                    run(client, kind, addresses, chosen.rate, chosen.seconds, server.pid)
        if chosen.only in ("", "browser"):
            browsed(start, {kind: asked[kind] for kind in ("dossier", "search", "reader")})
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    main()
