"""Pairs of names or of records, one by one or from a file, through the names engine. Needs no workspace folder."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from dragoman.base.errors import Unreadable, UsageError
from dragoman.compare.entities import compare_entities, threshold
from dragoman.compare.name import Kind
from dragoman.compare.record import from_ftm
from dragoman.compare.score import REVIEW, THRESHOLD, compare_names
from dragoman.model.score import Score

csv.field_size_limit(10_000_000)


def compare_two(left: str, right: str, schema: str = "") -> Score:
    """The score of two names with its reasons."""
    return compare_names(left, right, Kind.of(schema)).score()


def verdict(value: float) -> str:
    """What a value of two names means at the default threshold and the review band below it."""
    return "same" if value >= THRESHOLD else "to check" if value >= REVIEW else "different"


def compare_file(
    path: Path, left: str = "", right: str = "", schema: str = "", refuse: Callable[[Unreadable], None] | None = None
) -> Iterator[dict[str, Any]]:
    """Each row of a CSV or JSON lines file (or either gzipped) with `score` and `same` added, as it is read.

    A table needs the names of its two columns; `schema` is a column or one schema for all. JSON lines hold either such
    columns or, in `left` and `right`, whole records in FollowTheMoney JSON. A line that is no object goes to `refuse`, and the
    others go on; without `refuse` it is raised.
    """
    with _opened(path) as lines:
        if path.name.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson", ".json")):
            for number, line in enumerate(lines, 1):
                if line.strip() and (row := _object(line, f"{path}, line {number}", refuse)) is not None:
                    yield _rated(row, number, left or "left", right or "right", schema)
            return
        rows = csv.DictReader(lines)
        for column in (left, right):
            if column not in (rows.fieldnames or ()):
                named = ", ".join(rows.fieldnames or ())
                raise UsageError(f"no column {column!r}", where=str(path), do=f"--left and --right are two of: {named}")
        for number, row in enumerate(rows, 2):
            yield _rated(dict(row), number, left, right, schema)


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _object(line: str, where: str, refuse: Callable[[Unreadable], None] | None) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if isinstance(row, dict):
        return row
    error = Unreadable("not a JSON object", where=where, do="one object a line")
    if refuse is None:
        raise error
    refuse(error)
    return None


def _rated(row: dict[str, Any], number: int, left: str, right: str, schema: str) -> dict[str, Any]:
    one, other = row.get(left), row.get(right)
    if isinstance(one, dict) and isinstance(other, dict):
        value, cut = compare_entities(from_ftm(one), from_ftm(other)).value, threshold()
        shown = {k: v for k, v in row.items() if k not in (left, right)}
        row = {"row": number, left: one.get("id"), right: other.get("id"), **shown}
    else:
        kind = Kind.of(str(row.get(schema) or "") if schema in row else schema)
        value, cut = compare_names(str(one or ""), str(other or ""), kind).value, THRESHOLD
    return {**row, "score": round(value, 6), "same": value >= cut}
