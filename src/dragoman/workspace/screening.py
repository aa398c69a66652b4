"""Screening: names, sheets and the workspace's own entities against the lists in force; verdicts of people on hits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.base.progress import Progress, Silent
from dragoman.compare.record import Record
from dragoman.compare.score import REVIEW
from dragoman.model.decision import Decision, Subject
from dragoman.screen.hit import Hit, Query, Status
from dragoman.screen.screener import LIMIT, Screener
from dragoman.screen.verdicts import Standing, asked, lay, standing
from dragoman.workspace import DATABASE, open_workspace
from dragoman.workspace.batch import Run, Sheet, fill, mark_of
from dragoman.workspace.identity import now
from dragoman.workspace.parties import parties

if TYPE_CHECKING:
    from dragoman.lists.edition import Edition


class Screening:
    """Screens against given editions; where `folder` is a workspace, verdicts are kept there and laid on every hit.

    `decided`: its decisions on hits, by whom has it open.
    """

    def __init__(
        self, editions: Sequence[Edition], folder: Path | None = None, decided: Iterable[Decision] | None = None
    ) -> None:
        self.editions, self.folder, self.decided = editions, folder, decided

    @cached_property
    def verdicts(self) -> Standing:
        """The verdicts in force, by query and record. Read when first needed: a workspace takes longer to open than a list."""
        if self.decided is not None:
            return standing(self.decided)
        if self.folder is None or not (self.folder / DATABASE).exists():
            return {}
        with open_workspace(self.folder) as workspace:
            return standing(workspace.store.decisions(subject=Subject.HIT))

    def parties(self) -> Iterator[Record]:
        """The people and organisations of the workspace as records; unnamed ones have nothing to look up."""
        with open_workspace(self.folder or ".") as workspace:
            yield from parties(workspace.store.statements())

    def screen(
        self, queries: Iterable[Query], threshold: float = REVIEW, limit: int = LIMIT
    ) -> Iterator[tuple[Query, list[Hit]]]:
        """Each query with its hits, best first."""
        screener = Screener(self.editions, threshold, limit)
        for query in queries:
            if hits := screener.screen(query):
                lay(query, hits, self.verdicts)
            yield query, hits

    def sheet(
        self, path: Path, queries: Iterable[Query], out: Path, columns: Sequence[str], *, threshold: float = REVIEW,
        limit: int = LIMIT, processes: int = 0, progress: Progress | None = None,
    ) -> Sheet:  # fmt: skip
        """Screen the rows of a file into another (jsonl, csv or xlsx by its ending); a run that was killed goes on."""
        form = "jsonl" if out.suffix.lower() in (".jsonl", ".ndjson") else "csv"
        run = Run(tuple(str(e.folder) for e in self.editions), threshold, limit, form)
        workbook = out.suffix.lower() == ".xlsx"
        sheet = Sheet(out.with_suffix(".rows.csv") if workbook else out, mark_of(path, run, columns), form)
        fill(sheet, queries, run, dict(self.verdicts), processes, progress or Silent())
        if workbook:
            _to_workbook(sheet.path, out)
            sheet.path.unlink()
        return sheet

    def decide(self, query: Query, record: str, verdict: Status, by: str, note: str) -> Decision:
        """A named person clears or confirms a hit, with a note. `record` is list:id. Raises `UsageError`, `WorkspaceError`."""
        if not by.strip() or not note.strip():
            raise UsageError("a verdict on a hit needs a person and a note", do="give --by and --note")
        hits = [h for _, found in self.screen([query], 0.0, 50) for h in found if h.key == record]
        if not hits:
            raise UsageError(f"{record} is no hit for {query.name!r}", do="screen the name and copy list and record")
        made = Decision(Subject.HIT, (asked(query), record), str(verdict), by, now(), note, hits[0].score, hits[0].fingerprint)
        with open_workspace(self.folder or ".") as workspace:
            workspace.store.decide(made)
        return made


def _to_workbook(table: Path, out: Path) -> None:
    """The answers as a workbook, written row by row."""
    import csv

    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("screening")
    with table.open(encoding="utf-8", newline="") as lines:
        for cells in csv.reader(lines):
            page.append([safe_cell(cell) for cell in cells])
    book.save(out)


def safe_cell(cell: str) -> str:
    """A cell that no program takes for a formula, and without the signs that a workbook cannot hold."""
    plain = "".join(c for c in cell if c.isprintable())
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@")) else plain
