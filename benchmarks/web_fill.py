"""Give a large workspace what the pages of work show: a long list, a sheet screened, pairs that wait, verdicts, many jobs.

    python benchmarks/store.py --statements 1500000 --folder BIG
    python benchmarks/web_fill.py BIG
    python benchmarks/web.py BIG --only hits

All of it is made of the names the workspace holds already; the same for the same seed.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sqlite3
import time
from pathlib import Path

from dragoman.base.progress import Silent
from dragoman.compare.score import REVIEW
from dragoman.model.decision import Decision, Judgement, Subject
from dragoman.store.joblog import State
from dragoman.workspace import Workspace, open_workspace
from dragoman.workspace.jobs import Jobs, now
from dragoman.workspace.screenings import query_of, screen_sheet

LIST, BY = "neighbours", "A. Chen"
PAIRS, JUDGED, JOBS = 5_000, 3_000, 5_000


def names(workspace: Workspace, count: int, luck: random.Random) -> list[tuple[str, str]]:
    """Ids and captions of people and organisations."""
    total = workspace.store.entities(schema="Company", limit=1).total
    step = 500
    offsets = luck.sample(range(0, max(1, total - step)), max(1, min(count // step + 1, total - step)))
    rows = [r for at in offsets for r in workspace.store.entities(schema="Company", limit=step, offset=at).rows]
    return list({r.id: r.caption for r in rows if r.caption}.items())[:count]


def listed(workspace: Workspace, found: list[tuple[str, str]]) -> None:
    """Two editions of a list, the second without every tenth record."""
    path = workspace.folder / "neighbours.csv"
    for skip in (0, 10):
        with path.open("w", encoding="utf-8", newline="") as out:
            lines = csv.writer(out)
            lines.writerow(("name", "id", "country"))
            lines.writerows((n, key[:12], "ru") for place, (key, n) in enumerate(found) if not skip or place % skip)
        workspace.lists.add(LIST, path, published=f"2019-0{1 + skip // 10}-01")


def finished(jobs: Jobs, job_id: str, kind: str, title: str, arguments: dict[str, object], result: dict[str, object]) -> None:
    """A job that is over."""
    jobs.log.add(job_id, kind, title, arguments, BY, now())
    jobs.log.set(job_id, state=str(State.DONE), begun=now(), ended=now(), result=result)


def history(workspace: Workspace) -> None:
    """Jobs of years, in one transaction."""
    rows = [
        (f"{n:012x}", "read", f"news{n}.zip", "{}", BY, str(State.DONE), now(), json.dumps({"documents": n}))
        for n in range(JOBS)
    ]
    with sqlite3.connect(workspace.jobs.log.file) as connection:
        marks = "(id, kind, title, arguments, by, state, asked, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        connection.executemany(f"INSERT OR IGNORE INTO jobs {marks}", rows)


def screened(workspace: Workspace, found: list[tuple[str, str]]) -> str:
    """A sheet of all names against the list; every fifth hit is cleared."""
    jobs = workspace.jobs
    job_id = jobs.reserve()
    path = jobs.place(job_id) / "names.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("name\n" + "".join(f"{name.replace(',', ' ')}\n" for _, name in found), "utf-8")
    told = {"path": str(path), "columns": {"name": "name"}, "threshold": REVIEW}
    result = screen_sheet(workspace.folder, jobs.place(job_id), told, Silent())
    finished(jobs, job_id, "screen", "delegates.csv", told, result)
    return job_id


def cleared(workspace: Workspace, job_id: str) -> int:
    """Verdicts on every fifth hit."""
    from dragoman.screen.verdicts import asked

    made = []
    with (workspace.jobs.place(job_id) / "answers.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            answer = json.loads(line)
            if number % 5 == 0 and answer["hits"]:
                hit = answer["hits"][0]
                ids = (asked(query_of(answer)), f"{hit['list']}:{hit['id']}")
                made.append(Decision(Subject.HIT, ids, "cleared", BY, now(), "another firm", hit["score"], hit["fingerprint"]))
    workspace.store.decide(*made)
    return len(made)


def waiting(workspace: Workspace, found: list[tuple[str, str]], luck: random.Random) -> None:
    """Pairs in the queue, and pairs judged before."""
    ids = [key for key, _ in found]
    folder = workspace.folder / "resolve"
    folder.mkdir(exist_ok=True)
    pairs = [luck.sample(ids, 2) for _ in range(PAIRS)]
    rows = [{"left": a, "right": b, "value": luck.random(), "held": ["countries differ"]} for a, b in pairs]
    (folder / "queue.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    said = [Decision(Subject.IDENTITY, (min(p), max(p)), Judgement.DIFFERENT, BY, now(), "review") for p in
            (luck.sample(ids, 2) for _ in range(JUDGED))]  # fmt: skip
    workspace.store.decide(*said)


def main() -> None:
    """Run it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--names", type=int, default=30_000)
    chosen = options.parse_args()
    luck = random.Random(7)
    with open_workspace(chosen.folder) as workspace:
        found, clock = names(workspace, chosen.names, luck), time.perf_counter()
        listed(workspace, found)
        job_id = screened(workspace, found)
        verdicts = cleared(workspace, job_id)
        waiting(workspace, found, luck)
        history(workspace)
        print(f"{len(found):,} names listed and screened, {verdicts:,} hits cleared, {PAIRS:,} pairs wait, {JOBS:,} jobs,"
              f" {time.perf_counter() - clock:.0f} s")  # fmt: skip


if __name__ == "__main__":
    main()
