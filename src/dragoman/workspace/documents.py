"""Reading files into a workspace: each document whole or not at all, the same file once, what cannot be read said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.base.progress import Progress, Silent
from dragoman.base.settings import Settings
from dragoman.model.document import Document
from dragoman.model.entity import Entity
from dragoman.model.fact import Fact, facts
from dragoman.model.statement import Statement
from dragoman.read import Known, Refused, inputs, read_paths, walk
from dragoman.workspace.extraction import Done, Extracted, extract, in_pool, reader_of_tables

if TYPE_CHECKING:
    from dragoman.store import DocumentSummary
    from dragoman.workspace import Workspace

Row = dict[str, Any]
TOGETHER = 16  # documents a transaction: one by one the store takes half as many statements a second


@dataclass(slots=True)
class ReadResult:
    """What a reading brought: counts, and one line for each input that was refused."""

    documents: int = 0
    known: int = 0
    statements: int = 0
    suggested: int = 0
    joined: int = 0
    problems: list[str] = field(default_factory=list)  # rows and columns of sheets that were not understood
    refused: list[Refused] = field(default_factory=list)


class Documents:
    """The documents of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def read(self, paths: Iterable[str | Path], progress: Progress | None = None) -> ReadResult:
        """Read files and folders in, then join spellings. Stopped at any point and run again, it goes on.

        A document is stored with all its statements or not at all; a few documents share a transaction.
        """
        self.workspace.store.must_be_writable()
        progress, result = progress or Silent(), ReadResult()
        settings = self.workspace.settings
        if settings.mapping:
            reader_of_tables(settings.mapping)  # a mapping that cannot be used is told before anything is read
        waiting: list[Extracted] = []
        for item in stream(paths, settings, progress, extract, self._known):
            if isinstance(item, Extracted):
                waiting.append(item)
                if len(waiting) >= TOGETHER:
                    self._keep(waiting, result)
            else:
                self._note(item, result, progress)
            progress.step(item.document.name if isinstance(item, Extracted) else item.name)
        self._keep(waiting, result)
        progress.done()
        result.joined = len(self.workspace.identity.join_variants())
        return result

    def _known(self, checksum: str) -> bool:
        """Whether a file need not be read; a mapping is written for what was read without it and not understood."""
        return not self.workspace.settings.mapping and self.workspace.store.has_document(checksum)

    def _keep(self, waiting: list[Extracted], result: ReadResult) -> None:
        """Store what waits, each document whole with its statements, and count it."""
        added = self.workspace.store.add_many([(item.document, item.statements) for item in waiting])
        result.documents += len(waiting)
        result.statements += added.new
        for item in waiting:
            result.suggested += sum(s.suggested for s in item.statements)
            result.problems += item.problems
        waiting.clear()

    def _note(self, item: Known | Refused, result: ReadResult, progress: Progress) -> None:
        if isinstance(item, Refused):
            result.refused.append(item)
            progress.note(str(item.error))
        else:
            self.workspace.store.sighting(item.id, item.name)
            result.known += 1

    def all(self) -> list[DocumentSummary]:
        """The documents read so far, oldest first."""
        return list(self.workspace.store.documents())

    def get(self, document_id: str) -> Document:
        """One document with its text."""
        return self.workspace.store.document(document_id)


def _nothing_known(checksum: str) -> bool:
    return False


def stream(
    paths: Iterable[str | Path],
    settings: Settings,
    progress: Progress,
    work: Callable[[Document, Settings], Done],
    known: Callable[[str], bool] = _nothing_known,
) -> Iterator[Done | Known | Refused]:
    """`work` on every file under `paths`, in order; `known` tells by checksum what need not be read again."""
    found = walk(paths)
    total = inputs(found)
    progress.start("reading", total)
    return in_pool(read_paths(found, settings.limits, known=known), settings, total, work)


def fact_rows(
    paths: Iterable[str | Path], settings: Settings, progress: Progress | None = None
) -> Iterator[list[Row] | Refused]:
    """The facts of each file as `dragoman facts` prints them, nothing kept: the door for measuring.

    What cannot be read is yielded as refused.
    """
    progress = progress or Silent()
    for item in stream(paths, settings, progress, rows_of):
        if not isinstance(item, Known):
            yield item
        progress.step()
    progress.done()


def rows_of(document: Document, settings: Settings) -> list[Row]:
    """One row a fact of a document."""
    statements = extract(document, settings).statements
    return [fact_row(document, fact) for fact in facts(statements, captions_of(statements))]


def fact_row(document: Document, fact: Fact) -> Row:
    """A fact as plain values."""
    place = {} if fact.start is not None else {"sheet": fact.evidence.sheet, "row": fact.evidence.row}
    return {
        "document": document.name, "kind": fact.kind, "text": fact.text, "quote": fact.quote, "start": fact.start,
        "end": fact.end, "suggested": fact.suggested, "attributes": fact.attributes, "schema": fact.schema, **place,
    }  # fmt: skip


def captions_of(statements: Iterable[Statement]) -> dict[str, str]:
    """What to call each entity, from these statements alone."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.entity_id, []).append(statement)
    return {key: Entity(key, tuple(members)).caption for key, members in groups.items()}
