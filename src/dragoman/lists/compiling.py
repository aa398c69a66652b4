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
from typing import Any

from dragoman.base.errors import Unreadable
from dragoman.base.progress import Progress
from dragoman.compare.name import Kind
from dragoman.compare.record import from_ftm
from dragoman.lists.edition import NAME_KINDS, Coverage, Meta, id_hash
from dragoman.lists.entry import Entry, Problem
from dragoman.lists.merging import encoded, merge

MAKING = ".making-"
STALE = 86_400.0  # seconds after which a folder left by an interrupted load is cleared away
BROKEN_SHARE = 0.5  # of the rows that cannot be read: the file is something else than it was taken for
PROBLEMS_KEPT = 1_000
TOLD_EVERY = 100  # records: a bar drawn for each would cost more than reading it
DATED = ("listingDate", "startDate", "modifiedAt")
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
    progress.start(f"reading {meta.label}", None)
    try:
        count = _write_records(folder, found, problems, progress)
    finally:
        progress.done()
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


def _write_records(folder: Path, found: Iterable[Entry | Problem], problems: list[Problem], progress: Progress) -> int:
    offsets, hashes = array("Q", [0]), array("Q")
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
            line = encoded(item.entity())
            out.write(line)
            offsets.append(offsets[-1] + len(line))
            hashes.append(id_hash(item.id))
            if len(hashes) % TOLD_EVERY == 0:
                progress.step(item.properties["name"][0], TOLD_EVERY)
    offsets, hashes = merge(folder / "records.jsonl", offsets, hashes)
    _save(folder / "records.at", offsets)
    order = sorted(range(len(hashes)), key=hashes.__getitem__)
    _save(folder / "records.ids", array("Q", (hashes[i] for i in order)) + array("Q", order))
    return len(hashes)


def _save(path: Path, numbers: array[int]) -> None:
    with path.open("wb") as out:
        numbers.tofile(out)


def _build_index(folder: Path, meta: Meta, progress: Progress) -> None:
    """The index of all names, read back from the records, and what they cover."""
    from dragoman.compare.index import build

    kinds, schemata = bytearray(), Counter[str]()
    countries, programmes = Counter[str](), Counter[str]()
    today = meta.loaded[:10]

    def names() -> Iterator[tuple[int, str, Kind]]:
        for number, entity in enumerate(_entities(folder)):
            schemata[entity["schema"]] += 1
            countries.update(from_ftm(entity).countries)
            programmes.update(entity["properties"].get("program") or entity["properties"].get("programId", ()))
            meta.newest = max([meta.newest, *(day for p in DATED for day in entity["properties"].get(p, ()) if day <= today)])
            yield from _names(number, entity, kinds)

    try:
        build(folder / "names.index", names(), progress)
    finally:
        progress.done()
    (folder / "names.kinds").write_bytes(kinds)
    meta.names = len(kinds)
    meta.schemata = dict(schemata.most_common())
    meta.coverage = Coverage(dict(countries.most_common(COVERED_MOST)), dict(programmes.most_common(COVERED_MOST)))
    meta.name_kinds = {NAME_KINDS[kind]: n for kind, n in sorted(Counter(kinds).items())}


def _entities(folder: Path) -> Iterator[dict[str, Any]]:
    with (folder / "records.jsonl").open("rb") as lines:
        for line in lines:
            yield json.loads(line)


def _names(number: int, entity: dict[str, Any], kinds: bytearray) -> Iterator[tuple[int, str, Kind]]:
    kind = Kind.of(entity["schema"])
    for mark, prop in enumerate(NAME_KINDS):
        for name in entity["properties"].get(prop, ()):
            kinds.append(mark)
            yield number, name, kind
