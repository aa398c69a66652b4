"""Rows of a sheet of any length, one by one: CSV and its kin in any encoding, JSON lines, Excel workbooks; gzipped or not."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from dragoman.base.errors import Unreadable, UsageError
from dragoman.base.settings import Limits

SAMPLE_LINES = 50  # by which the delimiter is told
ROW_CHARS = 10_000_000  # of one cell; a whole record in JSON may stand in one
Row = tuple[int, dict[str, str]]


def rows(path: Path, limits: Limits | None = None, sheet: str = "") -> Iterator[Row]:
    """(row number as the program that made the file counts, cells by heading). Raises `Unreadable` and its kinds."""
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        yield from _workbook(path, sheet)
        return
    from dragoman.lists.decoding import text_of
    from dragoman.lists.parts import parts

    part = parts(path, limits or Limits())[0]
    with text_of(part) as text:
        yield from _objects(text, path) if part.name.endswith((".jsonl", ".ndjson")) else _delimited(text)


def wanted(path: Path, first: dict[str, str], *columns: str) -> None:
    """Raise `UsageError` where a named column is not among the headings."""
    for column in columns:
        if column and column not in first:
            raise UsageError(f"no column {column!r}", where=str(path), do=f"it has: {', '.join(first)}")


def _delimited(text: TextIO) -> Iterator[Row]:
    from dragoman.read.delimited import dialect

    csv.field_size_limit(ROW_CHARS)
    head = [line for _, line in zip(range(SAMPLE_LINES), text, strict=False)]
    lines = csv.reader(chain(head, text), delimiter=dialect("".join(head)))
    heading = [cell.strip() for cell in next(lines, [])]
    for cells in lines:
        if any(cells):
            yield lines.line_num, dict(zip(heading, cells, strict=False))


def _objects(text: TextIO, path: Path) -> Iterator[Row]:
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError as error:
            raise Unreadable("not a JSON object", where=f"{path}, line {number}", do="one object a line") from error
        yield number, {str(key): "" if value is None else str(value) for key, value in dict(found).items()}


def _workbook(path: Path, sheet: str) -> Iterator[Row]:
    from openpyxl import load_workbook

    from dragoman.read.xlsx import cell_text

    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise Unreadable("is no workbook, or is locked", where=str(path), do="save it again as xlsx") from error
    try:
        lines = (book[sheet] if sheet else book.worksheets[0]).iter_rows(values_only=True)
        heading = [cell_text(cell).strip() for cell in next(lines, ())]
        for number, cells in enumerate(lines, 2):
            if any(cell is not None for cell in cells):
                yield number, dict(zip(heading, map(cell_text, cells), strict=False))
    finally:
        book.close()
