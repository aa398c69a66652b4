"""Screenings of sheets as jobs: answers as JSON lines in the job's folder, readable while they come in, and given out as files.

A line is what `screen.answer.row` says, with `asked`: what was looked up, so that verdicts made later are laid on it.
"""

from __future__ import annotations

import csv
import io
import json
import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.base.errors import UnknownName
from dragoman.base.progress import Progress
from dragoman.compare.score import REVIEW
from dragoman.model.decision import Decision, Subject
from dragoman.screen.hit import Query, Status
from dragoman.screen.screener import LIMIT
from dragoman.screen.verdicts import asked, standing
from dragoman.workspace.asking import columns_of, queries_of_file
from dragoman.workspace.batch import COLUMNS, Done, Run, Sheet, chunks, mark_of
from dragoman.workspace.lists import editions_in
from dragoman.workspace.rows import rows
from dragoman.workspace.screening import Screening, safe_cell

if TYPE_CHECKING:
    from dragoman.workspace.jobs import Job, Jobs

Answer = dict[str, Any]
DECIDED = ("cleared", "confirmed")
REMEMBERED = 8  # files of answers: some 200 bytes a name
ANSWERS, STEP = "answers.jsonl", 20  # a chunk of names in a small sheet: the first answers stand after a second
Verdicts = dict[tuple[str, str], Decision]


def screen_sheet(folder: Path, place: Path, told: dict[str, Any], progress: Progress) -> dict[str, Any]:
    """Screen the sheet `path` into the job's folder; killed and begun again, it goes on. What came of it."""
    path, used = Path(told["path"]), told.get("columns", {})
    columns = columns_of(path, *(used.get(key, "") for key in ("name", "country", "date", "id", "schema")))
    screening = Screening(editions_in(folder, told.get("lists", ())), folder)
    run = Run(
        tuple(str(e.folder) for e in screening.editions), told.get("threshold", REVIEW), told.get("limit") or LIMIT, "jsonl"
    )
    place.mkdir(parents=True, exist_ok=True)
    sheet = Sheet(place / ANSWERS, mark_of(path, run, tuple(columns.values())), "jsonl")
    progress.start("screening", sum(1 for _ in rows(path)))
    progress.step(count=sheet.resume())
    waiting: deque[Query] = deque()
    queries = _noted(islice(queries_of_file(path, columns), sheet.rows, None), waiting)
    for done in _pieces(queries, run, dict(screening.verdicts)):
        sheet.add(_with_asked(done, waiting))
        progress.step(count=done.rows)
    sheet.close()
    progress.done()
    lists = [{"list": e.meta.label, "edition": e.meta.edition, "published": e.meta.published} for e in screening.editions]
    return {"rows": sheet.rows, "found": sheet.found, "lists": lists}


def _pieces(queries: Iterator[Query], run: Run, verdicts: Verdicts) -> Iterator[Done]:
    """The first names in one small piece, so that there is something to see; the rest as batches are done."""
    yield from chunks(islice(queries, STEP), run, verdicts, 1)
    for further in queries:  # a worker opens every list: only where there are more names
        yield from chunks(chain([further], queries), run, verdicts, 0)


def _noted(queries: Iterable[Query], waiting: deque[Query]) -> Iterator[Query]:
    for query in queries:
        waiting.append(query)
        yield query


def _with_asked(done: Done, waiting: deque[Query]) -> Done:
    lines = []
    for line in done.text.splitlines():
        query = waiting.popleft()
        said = {"schema": query.schema, "countries": sorted(query.countries), "dates": sorted(query.dates),
                "identifiers": list(query.identifiers)}  # fmt: skip
        lines.append(json.dumps(json.loads(line) | {"asked": said}, ensure_ascii=False) + "\n")
    return replace(done, text="".join(lines))


class Known(NamedTuple):
    """What is remembered of an answer: where its line stands, what its hits came to, under which id verdicts on it are kept."""

    offset: int
    size: int
    state: str
    asked: str


class Lines:
    """The lines of a file of answers, read once: a page of a sheet of 100,000 names must not read them all."""

    def __init__(self, path: Path) -> None:
        self.path, self.end = path, 0
        self.rows: list[Known] = []

    def freshen(self) -> list[Known]:
        """Read what came since; a line half written waits. A file that was begun anew is read anew."""
        size = self.path.stat().st_size if self.path.exists() else 0
        if size < self.end:
            self.rows, self.end = [], 0
        if size > self.end:
            with self.path.open("rb") as lines:
                lines.seek(self.end)
                for line in lines:
                    if line.endswith(b"\n"):
                        answer = json.loads(line)
                        self.rows.append(Known(self.end, len(line), state_of(answer["hits"]), asked(query_of(answer))))
                        self.end += len(line)
        return self.rows


_lines: OrderedDict[Path, Lines] = OrderedDict()
_states: dict[Path, tuple[tuple[int, str, int], list[str]]] = {}
_lock = threading.Lock()


def _known(path: Path) -> list[Known]:
    """What is known of the answers of a file; of the files looked at last it is remembered."""
    with _lock:
        held = _lines.setdefault(path, Lines(path))
        _lines.move_to_end(path)
        while len(_lines) > REMEMBERED:
            _lines.popitem(last=False)
        return list(held.freshen())


class Answers:
    """The answers of a screening so far, with the verdicts that stand now."""

    def __init__(self, place: Path, decisions: Iterable[Decision]) -> None:
        self.path = place / ANSWERS
        made = [d for d in decisions if d.subject is Subject.HIT]
        self.verdicts = standing(made)
        self.judged = {who for who, _ in self.verdicts}
        self.mark = (len(made), made[-1].id if made else "")

    def all(self) -> Iterator[Answer]:
        """Each whole answer, in the order of the sheet."""
        return self._read(_known(self.path))

    def page(self, limit: int, offset: int = 0, only: str = "") -> tuple[list[Answer], Counter[str]]:
        """Some answers, of those with `only` a state (open, check, cleared, confirmed, none), and counts of each state."""
        known = _known(self.path)
        states = self._states(known)
        counts = Counter(states)
        counts["all"] = len(states)
        wanted = [place for place, state in enumerate(states) if only in ("", state)][offset : offset + limit]
        shown = self._read(known[place] for place in wanted)
        return [answer | {"place": place} for place, answer in zip(wanted, shown, strict=True)], counts

    def _states(self, known: list[Known]) -> list[str]:
        """What each answer comes to with the verdicts that stand; remembered until there is another answer or verdict."""
        mark = (*self.mark, known[-1].offset + known[-1].size if known else 0)
        held = _states.get(self.path)
        if held is None or held[0] != mark:
            told = [row for row in known if row.asked in self.judged or row.state in DECIDED]
            now = {row.offset: answer["state"] for row, answer in zip(told, self._read(told), strict=True)}
            held = mark, [now.get(row.offset, row.state) for row in known]
            with _lock:
                if len(_states) >= REMEMBERED:
                    _states.clear()
                _states[self.path] = held
        return held[1]

    def at(self, place: int) -> Answer:
        """The answer at a place, counted from 0. Raises `UnknownName`."""
        known = _known(self.path)
        if not 0 <= place < len(known):
            raise UnknownName("there is no such answer", do="open the screening again")
        return next(self._read([known[place]]))

    def _read(self, known: Iterable[Known]) -> Iterator[Answer]:
        if self.path.exists():
            with self.path.open("rb") as lines:
                for row in known:
                    lines.seek(row.offset)
                    yield self._laid(json.loads(lines.read(row.size)))

    def _laid(self, answer: Answer) -> Answer:
        who = asked(query_of(answer))
        for hit in answer["hits"]:
            verdict = self.verdicts.get((who, f"{hit['list']}:{hit['id']}"))
            if verdict and verdict.version == hit["fingerprint"]:
                hit |= {"status": verdict.verdict, "by": verdict.by, "decided": verdict.at, "note": verdict.note}
            else:
                hit |= {"status": str(Status.OPEN), "by": "", "decided": "", "note": ""}
        return answer | {"state": state_of(answer["hits"])}

    def written(self, form: str) -> bytes:
        """All answers as csv, xlsx or jsonl."""
        if form == "jsonl":
            return "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in self.all()).encode("utf-8", "replace")
        lines = [COLUMNS, *(tuple(r[c] for c in COLUMNS) for answer in self.all() for r in flat(answer))]
        return _workbook(lines) if form == "xlsx" else _table(lines)


def query_of(answer: Answer) -> Query:
    """What was looked up."""
    said = answer.get("asked", {})
    known = tuple(said.get("identifiers", ()))
    beside = frozenset(said.get("countries", ())), frozenset(said.get("dates", ()))
    return Query(answer["name"], said.get("schema", ""), *beside, known, answer.get("row", 0))


def state_of(hits: list[Answer]) -> str:
    """What the hits of a name come to: none, open, check, confirmed, cleared."""
    if not hits:
        return "none"
    standing_hits = [h for h in hits if h["status"] != Status.CLEARED]
    if not standing_hits:
        return "cleared"
    if any(h["status"] == Status.CONFIRMED for h in standing_hits):
        return "confirmed"
    return "open" if any(h["sure"] for h in standing_hits) else "check"


def flat(answer: Answer) -> Iterator[Answer]:
    """An answer as rows of a table, one a hit; a name without a hit has one row that says so."""
    start = dict.fromkeys(COLUMNS, "") | {"row": answer["row"], "name": answer["name"], "answer": answer["answer"]}
    if not answer["hits"]:
        yield start
    for hit in answer["hits"]:
        yield start | {
            "answer": _word(hit), "list": f"{hit['list']} {hit['published'] or hit['edition']}", "id": hit["id"],
            "record": hit["name"], "score": round(hit["score"], 4), "matched": hit["matched"],
            "remarks": "; ".join(hit["remarks"]), "programmes": "; ".join(hit["programmes"]), "by": hit["by"],
            "note": hit["note"],
        }  # fmt: skip


def _word(hit: Answer) -> str:
    if hit["status"] != Status.OPEN:
        return f"{hit['status']} by {hit['by']}"
    return "open hit" if hit["sure"] else "to check"


def _table(lines: Iterable[tuple[Any, ...]]) -> bytes:
    """CSV with a mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerows([_cell(value) for value in line] for line in lines)
    return out.getvalue().encode("utf-8-sig", "replace")


def _workbook(lines: Iterable[tuple[Any, ...]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("screening")
    for line in lines:
        page.append([_cell(value) for value in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(value: Any) -> Any:
    return safe_cell(value) if isinstance(value, str) else value


def laid_out(jobs: Jobs, names: Sequence[str], told: Mapping[str, Any], by: str, title: str = "") -> Job:
    """Start the screening of some names: they become a sheet of the job. `told`: schema, country, birth_date, lists ..."""
    job_id = jobs.reserve()
    path = jobs.place(job_id) / "names.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    cells = (told.get("schema", ""), told.get("country", ""), told.get("birth_date", ""))
    with path.open("w", encoding="utf-8", errors="replace", newline="") as out:
        lines = csv.writer(out)
        lines.writerow(("name", "schema", "country", "date"))
        lines.writerows((" ".join(name.replace("\x00", " ").split()), *cells) for name in names)
    columns = {key: key for key in ("name", "schema", "country", "date")}
    arguments = {"path": str(path), "columns": columns, "lists": list(told.get("lists", ()))}
    arguments |= {key: told[key] for key in ("threshold", "limit") if told.get(key) is not None}
    return jobs.start("screen", arguments, by, title or ", ".join(names)[:80], job_id)
