"""Documents to statements: tables by their headings, texts by grammar, a chat endpoint where one is set; in a pool.

What one worker does is plain data in, plain data out, so the same code serves `dragoman facts`, which keeps nothing,
and `dragoman read`, which keeps all.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from dragoman.base.errors import DragomanError, Unreadable
from dragoman.base.settings import Settings
from dragoman.extract.extractor import Extractor
from dragoman.model.document import Document
from dragoman.model.statement import Statement

if TYPE_CHECKING:
    from dragoman.extract.sheets import SheetExtractor
    from dragoman.read import Known, Refused

POOL_FROM = 8  # fewer inputs than this are done sooner than a second process has loaded its models
AHEAD = 8  # documents a worker may be ahead of the writer: bounds memory


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document with what was found in it, and one line for each row or column that was not understood."""

    document: Document
    statements: list[Statement]
    problems: list[str] = field(default_factory=list)


@cache
def readers_of_text(settings: Settings) -> tuple[Extractor, ...]:
    """The extractors of texts this run uses; loaded once a process."""
    from dragoman.extract.rules import RuleExtractor

    found: list[Extractor] = [RuleExtractor(settings.models)]
    if settings.chat:
        from dragoman.extract.chat import ChatExtractor

        found.append(ChatExtractor(settings.chat))
    return tuple(found)


@cache
def reader_of_tables(mapping: str) -> SheetExtractor:
    """The extractor of sheets; a collection of plain texts never loads it."""
    from dragoman.extract.sheets import SheetExtractor

    return SheetExtractor(mapping or None)


def extract(document: Document, settings: Settings) -> Extracted:
    """All statements of one document, each id once."""
    made: dict[str, Statement] = {}
    problems: list[str] = []
    if document.tables:
        examined = reader_of_tables(settings.mapping).examine(document)
        made = {s.id: s for s in examined.statements}
        problems = examined.problems
    for extractor in readers_of_text(settings) if document.text else ():
        for statement in extractor.extract(document):
            made.setdefault(statement.id, statement)
    return Extracted(document, list(made.values()), problems)


def attempt(document: Document, settings: Settings) -> Extracted | Refused:
    """`extract`, or a refusal that names the fault: one text that a grammar stumbles over must not stop the others."""
    from dragoman.read import Refused

    try:
        return extract(document, settings)
    except DragomanError:
        raise
    except Exception as error:
        what = f"could not be read to its end: a fault of Dragoman ({type(error).__name__}: {error})"
        return Refused(document.name, Unreadable(what, where=document.name, do="please report it with the text"))


def extract_all(
    items: Iterable[Document | Known | Refused], settings: Settings, total: int = 0
) -> Iterator[Extracted | Known | Refused]:
    """Extract each document, in the order given; what is known or refused passes through.

    `total` is the number of inputs where it is known: a few are done here, many in a pool of processes.
    """
    processes = settings.processes or os.cpu_count() or 1
    if processes < 2 or 0 < total < POOL_FROM:
        for item in items:
            yield attempt(item, settings) if isinstance(item, Document) else item
        return
    try:
        with ProcessPoolExecutor(processes, initializer=_quiet) as pool:
            yield from _in_order(items, pool, settings, processes * AHEAD)
    except BrokenProcessPool as error:
        raise DragomanError("a reading process was killed, for want of memory as a rule", do="go on with -j 1") from error


def _in_order(
    items: Iterable[Document | Known | Refused], pool: ProcessPoolExecutor, settings: Settings, ahead: int
) -> Iterator[Extracted | Known | Refused]:
    waiting: deque[Future[Extracted | Refused] | Known | Refused] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(attempt, item, settings) if isinstance(item, Document) else item)
            if len(waiting) >= ahead:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def _result(item: Future[Extracted | Refused] | Known | Refused) -> Extracted | Known | Refused:
    return item.result() if isinstance(item, Future) else item


def _quiet() -> None:
    """A worker leaves interruption to its parent and uses one thread: there is a worker for each processor."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OMP_NUM_THREADS"] = "1"
