"""Documents to statements: tables by their headings, texts by grammar, a chat endpoint where one is set; in a pool.

What one worker does is plain data in, plain data out, so the same code serves `dragoman facts`, which keeps nothing,
and `dragoman read`, which keeps all.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from dragoman.base.errors import DragomanError, Unreadable
from dragoman.base.settings import Settings
from dragoman.extract.extractor import Extractor
from dragoman.model.document import Document
from dragoman.model.statement import Statement

if TYPE_CHECKING:
    from dragoman.extract.sheets import SheetExtractor
    from dragoman.read import Known, Refused

POOL_FROM = 8  # fewer inputs than this are done sooner than a second process has loaded its models
AHEAD = 32  # documents the workers may be ahead of the writer: bounds memory
Done = TypeVar("Done")


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


def attempt(work: Callable[[Document, Settings], Done], document: Document, settings: Settings) -> Done | Refused:
    """`work`, or a refusal that names the fault: one text that a grammar stumbles over must not stop the others."""
    from dragoman.read import Refused

    try:
        return work(document, settings)
    except DragomanError:
        raise
    except Exception as error:
        what = f"could not be read to its end: a fault of Dragoman ({type(error).__name__}: {error})"
        return Refused(document.name, Unreadable(what, where=document.name, do="please report it with the text"))


def in_pool(
    items: Iterable[Document | Known | Refused], settings: Settings, total: int, work: Callable[[Document, Settings], Done]
) -> Iterator[Done | Known | Refused]:
    """`work` on each document, in the order given; what is known or refused passes through.

    `total` is the number of inputs where it is known: a few are done here, many in a pool of processes. `work` is a
    function of a module, and should give back little: what a process hands over costs as much as a tenth of the reading.
    """
    processes = settings.processes or os.cpu_count() or 1
    if processes < 2 or 0 < total < POOL_FROM:
        for item in items:
            yield attempt(work, item, settings) if isinstance(item, Document) else item
        return
    try:
        with ProcessPoolExecutor(processes, initializer=_quiet) as pool:
            yield from _in_order(items, pool, settings, work)
    except BrokenProcessPool as error:
        raise DragomanError("a reading process was killed, for want of memory as a rule", do="go on with -j 1") from error


def _in_order(
    items: Iterable[Document | Known | Refused],
    pool: ProcessPoolExecutor,
    settings: Settings,
    work: Callable[[Document, Settings], Done],
) -> Iterator[Done | Known | Refused]:
    waiting: deque[Future[Done | Refused] | Known | Refused] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(attempt, work, item, settings) if isinstance(item, Document) else item)
            if len(waiting) >= AHEAD:
                first = waiting.popleft()
                yield first.result() if isinstance(first, Future) else first
        for left in waiting:
            yield left.result() if isinstance(left, Future) else left
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def _quiet() -> None:
    """A worker leaves interruption to its parent and uses one thread: there is a worker for each processor."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OMP_NUM_THREADS"] = "1"
