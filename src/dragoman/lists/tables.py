"""Tables as lists come in them, streamed: CSV with any delimiter, TSV, XLSX; rows with the number a person finds them by."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TextIO

from dragoman.base.errors import Empty, Hostile, TooLarge, Unreadable
from dragoman.base.settings import MEGABYTE, Limits
from dragoman.lists.decoding import opening, text_of
from dragoman.lists.entry import Problem
from dragoman.lists.parts import RATIO_FROM, Part

DELIMITERS = (",", ";", "\t", "|")
CELL_MOST = 2 * MEGABYTE  # characters of a cell: the longest seen (reasons, addresses) have 100,000; beyond lies an open quote
SEARCHED = 10  # lines among which the heading row is looked for: some lists print their date above it
_ENTITY = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by heading; `line` counts from 1 as an editor or a spreadsheet does."""

    part: str
    line: int
    cells: dict[str, str]

    @property
    def at(self) -> str:
        """Where it stands, for people."""
        return f"{self.part} line {self.line}"


def is_sheet(part: Part) -> bool:
    """Whether a part is a workbook."""
    return part.name.endswith((".xlsx", ".xlsm"))


def dialect(head: str) -> str:
    """The delimiter that splits the first lines into most fields, most evenly."""
    lines = [line for line in head.splitlines()[:SEARCHED] if line.strip()]

    def worth(delimiter: str) -> float:
        try:
            widths = [len(row) for row in csv.reader(lines[:-1] or lines, delimiter=delimiter) if row]
        except csv.Error:
            return 0.0
        common = max(set(widths), key=widths.count, default=0)
        return common * widths.count(common) / max(1, len(widths)) if common > 1 else 0.0

    return max(DELIMITERS, key=worth)


def headings(part: Part, limits: Limits, wanted: frozenset[str] = frozenset()) -> list[str]:
    """The heading row of a table: the first that holds all of `wanted`, else the first."""
    with _cells(part, limits, "") as rows:
        first: list[str] = []
        for count, (_, cells) in enumerate(rows):
            names = [c.strip() for c in cells]
            if any(names) and not first:
                first = names
            if wanted and wanted <= set(names):
                return names
            if count >= SEARCHED or (not wanted and first):
                break
        return first


def rows(part: Part, limits: Limits, encoding: str = "", wanted: frozenset[str] = frozenset()) -> Iterator[Row | Problem]:
    """The rows below the headings; one with more cells than there are headings is a problem. Raises `Unreadable`, `Empty`."""
    names = headings(part, limits, wanted)
    if not any(names):
        raise Empty("holds no rows", where=part.shown, do="check that it was saved with its contents")
    unique = _unique(names)
    begun = False
    with _cells(part, limits, encoding) as found:
        for line, cells in found:
            if not begun:
                begun = [c.strip() for c in cells] == names
            elif any(cells):
                if len(cells) > len(unique) and any(c.strip() for c in cells[len(unique) :]):
                    yield Problem(f"{part.shown} line {line}", f"has {len(cells)} cells where the headings are {len(unique)}")
                else:
                    yield Row(part.shown, line, dict(zip(unique, cells, strict=False)))


def bare_rows(part: Part, limits: Limits, encoding: str = "") -> Iterator[tuple[int, list[str]]]:
    """The rows of a table without headings, each with its line number."""
    with _cells(part, limits, encoding) as found:
        yield from found


def _unique(names: list[str]) -> list[str]:
    """A second column of one heading gets a number."""
    made: list[str] = []
    for i, name in enumerate(names, 1):
        name = name or f"column {i}"
        made.append(name if name not in made else f"{name} ({made.count(name) + 1})")
    return made


@contextmanager
def _cells(part: Part, limits: Limits, encoding: str) -> Iterator[Iterator[tuple[int, list[str]]]]:
    if is_sheet(part):
        yield _workbook(part, limits)
        return
    delimiter = "\t" if part.name.endswith((".tsv", ".tab")) else dialect(opening(part))
    with text_of(part, encoding) as text:
        yield _delimited(text, delimiter, part)


def _delimited(text: TextIO, delimiter: str, part: Part) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(CELL_MOST)
    reader = csv.reader((line.replace("\0", "") for line in text), delimiter=delimiter)
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            what = "is no table: a quotation mark is opened and not closed"
            raise Unreadable(what, where=f"{part.shown} line {start}", do="mend the line, or save the table again") from error
        if cells != ["\x1a"]:  # the end-of-file mark of DOS, which official files still carry
            yield start, cells


def _workbook(part: Part, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first visible sheet; dates ISO, whole numbers plain."""
    from openpyxl import load_workbook

    with part.open() as stream:
        data = stream.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise TooLarge(f"is over {limits.file_bytes // MEGABYTE:,} MB", where=part.shown, do="save it as CSV")
    _checked(data, part, limits)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # openpyxl fails on damaged parts each in its own way
        raise Unreadable("is a damaged workbook", where=part.shown, do="open and save it again") from error
    try:
        sheet = next(s for s in book.worksheets if s.sheet_state == "visible")
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if number > limits.table_rows or len(cells) > limits.table_columns:
                raise TooLarge(f"has more than {limits.table_rows:,} rows", where=part.shown, do="split it")
            if any(c is not None for c in cells):
                yield number, [_cell(c) for c in cells]
    finally:
        book.close()


def _checked(data: bytes, part: Part, limits: Limits) -> None:
    """Refuse a workbook that unpacks to far more than its size, or declares XML entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.file_size > RATIO_FROM and member.file_size > limits.archive_ratio * max(1, member.compress_size):
                    raise Hostile("is an archive bomb", where=part.shown, do="do not open it")
                if member.filename.endswith((".xml", ".rels")):
                    with archive.open(member) as xml:
                        if _ENTITY.search(xml.read(4_096).replace(b"\0", b"")):
                            raise Hostile("declares XML entities", where=part.shown, do="do not open it")
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise Unreadable("is a damaged or locked workbook", where=part.shown, do="open and save it again") from error


def _cell(value: Any) -> str:
    import datetime as dt

    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
