"""Compiling: the entries of a list to an edition's folder, written beside and renamed when whole."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dragoman.base.errors import Unreadable
from dragoman.base.progress import Progress
from dragoman.compare.name import Kind
from dragoman.lists.edition import NAME_KINDS, Coverage, Meta, id_hash
from dragoman.lists.entry import Entry, Problem

MAKING = ".making-"
STALE = 86_400.0  # seconds after which a folder left by an interrupted load is cleared away
BROKEN_SHARE = 0.5  # of the rows that cannot be read: the file is something else than it was taken for
PROBLEMS_KEPT = 1_000
COVERED_MOST = 300  # countries and programmes counted in a description


@contextmanager
def making(shelf: Path) -> Iterator[Path]:
    """A folder to write into beside the editions; gone afterwards unless it was renamed."""
    shelf.mkdir(parents=True, exist_ok=True)
    for left in shelf.glob(f"{MAKING}*"):
        if time.time() - left.stat().st_mtime > STALE:
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=MAKING, dir=shelf))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def compile_edition(
    folder: Path, found: Iterable[Entry | Problem], meta: Meta, complete: Callable[[], None], progress: Progress
) -> list[Problem]:
    """Write an edition into `folder` and fill in its description; returns the rows that were left out.

    `complete` is called when all was read: what the file told of itself is known then.
    Raises `Unreadable` where nothing, or less than half of what there is, could be read.
    """
    problems: list[Problem] = []
    count = _write_records(folder, found, meta, problems, progress)
    meta.records, meta.problems = count, len(problems)
    if not count or len(problems) > BROKEN_SHARE * (count + len(problems)):
        first = f"; {problems[0]}" if problems else ""
        raise Unreadable(
            f"{count:,} records could be read and {len(problems):,} could not{first}", where=meta.source,
            do="check the file, or say its format",
        )  # fmt: skip
    _build_index(folder, meta, progress)
    complete()
    with (folder / "meta.json").open("w", encoding="utf-8") as out:
        out.write(meta.as_json())
        out.flush()
        os.fsync(out.fileno())
    return problems[:PROBLEMS_KEPT]


def _write_records(
    folder: Path, found: Iterable[Entry | Problem], meta: Meta, problems: list[Problem], progress: Progress
) -> int:
    offsets, hashes = array("Q", [0]), array("Q")
    tally = _Tally()
    with (folder / "records.jsonl").open("wb") as out:
        for item in found:
            if isinstance(item, Problem):
                problems.append(item)
                if len(problems) <= PROBLEMS_KEPT:
                    progress.note(str(item))
                continue
            item.settle()
            if not item.named:
                problems.append(Problem(item.at, "has no name"))
                continue
            _write(out, item, offsets)
            hashes.append(id_hash(item.id))
            tally.count(item)
            progress.step(item.properties["name"][0])
    _save(folder / "records.at", offsets)
    order = sorted(range(len(hashes)), key=hashes.__getitem__)
    _save(folder / "records.ids", array("Q", (hashes[i] for i in order)) + array("Q", order))
    tally.tell(meta)
    return len(hashes)


def _write(out: BinaryIO, entry: Entry, offsets: array[int]) -> None:
    line = json.dumps(entry.entity(), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
    out.write(line)
    offsets.append(offsets[-1] + len(line))


def _save(path: Path, numbers: array[int]) -> None:
    with path.open("wb") as out:
        numbers.tofile(out)


class _Tally:
    """Counts for the description."""

    def __init__(self) -> None:
        self.schemata: Counter[str] = Counter()
        self.countries: Counter[str] = Counter()
        self.programmes: Counter[str] = Counter()

    def count(self, entry: Entry) -> None:
        self.schemata[entry.schema] += 1
        self.countries.update(entry.record().countries)
        self.programmes.update(entry.properties.get("program", ()))

    def tell(self, meta: Meta) -> None:
        meta.schemata = dict(self.schemata.most_common())
        countries, programmes = (dict(c.most_common(COVERED_MOST)) for c in (self.countries, self.programmes))
        meta.coverage = Coverage(countries, programmes)


def _build_index(folder: Path, meta: Meta, progress: Progress) -> None:
    """The index of all names, read back from the records: an entry's names are never all in memory."""
    from dragoman.compare.index import build

    kinds = bytearray()
    build(folder / "names.index", _names(folder, kinds), progress)
    (folder / "names.kinds").write_bytes(kinds)
    meta.names = len(kinds)
    meta.name_kinds = {NAME_KINDS[kind]: n for kind, n in sorted(Counter(kinds).items())}


def _names(folder: Path, kinds: bytearray) -> Iterator[tuple[int, str, Kind]]:
    with (folder / "records.jsonl").open("rb") as lines:
        for number, line in enumerate(lines):
            entity = json.loads(line)
            kind = Kind.of(entity["schema"])
            for mark, prop in enumerate(NAME_KINDS):
                for name in entity["properties"].get(prop, ()):
                    kinds.append(mark)
                    yield number, name, kind
