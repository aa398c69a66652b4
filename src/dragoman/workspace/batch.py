"""Screening of a whole sheet: chunks of rows to processes, answers in order into a file that a killed run goes on with."""

from __future__ import annotations

import csv
import gc
import io
import json
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman.base.progress import Progress
from dragoman.model.decision import Decision
from dragoman.model.ids import digest
from dragoman.screen.answer import flat, row
from dragoman.screen.hit import Query, Status
from dragoman.screen.screener import Screener
from dragoman.screen.verdicts import lay

CHUNK = 250  # rows a process takes at once: a second or less, so little is lost when the run is killed
AHEAD = 8  # chunks that may wait to be written
COLLECTED = 200_000  # new objects after which the collector looks at them; the caches below it are bounded
POOL_FROM = 2_000  # fewer rows are done sooner than a second process has started


@dataclass(frozen=True, slots=True)
class Run:
    """How a batch screens: folders of the editions, the least score given out, hits a name at most, the form of the answers."""

    folders: tuple[str, ...]
    threshold: float
    limit: int
    form: str  # jsonl or csv


@dataclass(slots=True)
class Done:
    """A chunk's answers as text, and how many of its names have a hit that stands."""

    text: str
    rows: int
    found: int


class Worker:
    """One process's screener with the verdicts in force."""

    def __init__(self, run: Run, verdicts: dict[tuple[str, str], Decision]) -> None:
        from dragoman.lists.edition import Edition

        self.run, self.verdicts = run, verdicts
        self.editions = [Edition.open(Path(folder)) for folder in run.folders]
        self.screener = Screener(self.editions, run.threshold, run.limit)
        gc.freeze()  # what is loaded stays; walking over it again and again took a third of the time
        gc.set_threshold(COLLECTED)

    def answer(self, queries: Sequence[Query]) -> Done:
        """The answers of some queries, in order."""
        metas, lines, found = [e.meta for e in self.editions], io.StringIO(), 0
        table = csv.writer(lines, lineterminator="\n")
        for query in queries:
            hits = self.screener.screen(query)
            lay(query, hits, self.verdicts)
            found += any(h.sure and h.status is not Status.CLEARED for h in hits)
            if self.run.form == "jsonl":
                lines.write(json.dumps(row(query, hits, metas), ensure_ascii=False) + "\n")
            else:
                table.writerows([[told.get(column, "") for column in COLUMNS] for told in flat(query, hits, metas)])
        return Done(lines.getvalue(), len(queries), found)


COLUMNS = ("row", "name", "answer", "list", "id", "record", "score", "matched", "remarks", "programmes", "by", "note")

_worker: Worker | None = None


def _start(run: Run, verdicts: dict[tuple[str, str], Decision]) -> None:
    global _worker
    _worker = Worker(run, verdicts)


def _answer(queries: Sequence[Query]) -> Done:
    assert _worker is not None  # noqa: S101 (made by the initializer)
    return _worker.answer(queries)


def chunks(queries: Iterable[Query], run: Run, verdicts: dict[tuple[str, str], Decision], processes: int) -> Iterator[Done]:
    """The answers chunk by chunk, in the order of the queries."""
    source = iter(queries)
    first = list(islice(source, POOL_FROM))
    if len(first) < POOL_FROM or processes == 1:
        worker, rest = Worker(run, verdicts), iter(lambda: list(islice(source, CHUNK)), [])
        for part in [first[at : at + CHUNK] for at in range(0, len(first), CHUNK)]:
            yield worker.answer(part)
        for part in rest:
            yield worker.answer(part)
        return
    with ProcessPoolExecutor(processes or os.cpu_count(), initializer=_start, initargs=(run, verdicts)) as pool:
        waiting: deque[Future[Done]] = deque()
        for part in _parts(first, source):
            waiting.append(pool.submit(_answer, part))
            if len(waiting) >= AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _parts(first: list[Query], source: Iterator[Query]) -> Iterator[list[Query]]:
    yield from (first[at : at + CHUNK] for at in range(0, len(first), CHUNK))
    yield from iter(lambda: list(islice(source, CHUNK)), [])


class Sheet:
    """The file of answers. Beside it `.part` says how far it is whole, so that the same run goes on after a kill."""

    def __init__(self, path: Path, mark: str, form: str) -> None:
        self.path, self.mark, self.form = path, mark, form
        self.aside = path.with_name(path.name + ".part")
        self.rows, self.found, self.size = 0, 0, 0

    def resume(self) -> int:
        """Rows that an earlier run of the same kind has answered; 0 begins anew. The torn end of the file is cut off."""
        said: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            said = json.loads(self.aside.read_text("utf-8"))
        if said.get("mark") == self.mark and self.path.exists() and self.path.stat().st_size >= said["size"]:
            self.rows, self.found, self.size = said["rows"], said["found"], said["size"]
            os.truncate(self.path, self.size)
        else:
            head = ",".join(COLUMNS) + "\n" if self.form == "csv" else ""
            self.path.write_text(head, "utf-8")
            self.size = len(head)
        return self.rows

    def add(self, done: Done) -> None:
        """Append a chunk, then say that it is whole."""
        data = done.text.encode("utf-8", "replace")
        with self.path.open("ab") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        self.rows, self.found, self.size = self.rows + done.rows, self.found + done.found, self.size + len(data)
        said = {"mark": self.mark, "rows": self.rows, "found": self.found, "size": self.size}
        fresh = self.aside.with_name(self.aside.name + "~")
        fresh.write_text(json.dumps(said), "utf-8")
        fresh.replace(self.aside)

    def close(self) -> None:
        """The run is over: nothing is left to go on with."""
        self.aside.unlink(missing_ok=True)


def mark_of(path: Path, run: Run, columns: Sequence[str]) -> str:
    """Two runs with the same mark give the same answers row by row: same file, lists, columns and settings."""
    state = path.stat()
    return digest(str(path.resolve()), str(state.st_size), str(state.st_mtime_ns), *run.folders, str(run), *columns)


def fill(sheet: Sheet, queries: Iterable[Query], run: Run, verdicts: dict[tuple[str, str], Decision], processes: int,
         progress: Progress) -> None:  # fmt: skip
    """Screen what is not answered yet into the sheet."""
    progress.start("screening", None)
    begun = sheet.resume()
    if begun:
        progress.note(f"{begun:,} rows were answered before; going on")
        progress.step(count=begun)
    try:
        for done in chunks(islice(queries, begun, None), run, verdicts, processes):
            sheet.add(done)
            progress.step(count=done.rows)
        sheet.close()
    finally:
        progress.done()
