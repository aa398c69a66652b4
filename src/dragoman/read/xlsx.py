"""Excel workbooks: every visible sheet as a table; merged cells filled, dates ISO, numbers plain, formulas by value."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import TooLarge
from dragoman.base.settings import Limits
from dragoman.model.document import Document
from dragoman.read.grid import Sheet, sheet
from dragoman.read.headings import Row
from dragoman.read.source import Source
from dragoman.read.tabular import sheets_document
from dragoman.read.unpack import office_parts

if TYPE_CHECKING:
    import zipfile

_MERGED = re.compile(rb'<mergeCell\s+ref="([A-Z]{1,3}\d+):([A-Z]{1,3}\d+)"')
_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
CHUNK, CARRIED = 1 << 20, 60  # bytes of a sheet looked at together, and those looked at twice: longer than one mergeCell
MERGED_MOST = 200_000  # cells that merged areas may fill


class XlsxReader:
    """xlsx and xlsm."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def read(self, source: Source, limits: Limits) -> Document:
        """Read all sheets; a hidden one holds lists for drop-downs or what its author did not mean to give."""
        from openpyxl import load_workbook

        archive = office_parts(source, limits)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of parts that are not read here: styles, extensions
            book = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True, keep_links=False)
            try:
                sheets = [_sheet(ws, archive, limits, source.name) for ws in book.worksheets if ws.sheet_state == "visible"]
            finally:
                book.close()
        return sheets_document(source, self.media_type, sheets, limits, title=book.properties.title or "")


def _sheet(ws: Any, archive: zipfile.ZipFile, limits: Limits, name: str) -> Sheet:
    ws.reset_dimensions()
    rows: list[Row] = []
    for number, cells in enumerate(ws.iter_rows(values_only=True), 1):
        if not any(c is not None for c in cells):
            continue
        if len(rows) >= limits.table_rows or len(cells) > limits.table_columns:
            what = f"sheet {ws.title!r} has more than {limits.table_rows:,} rows or {limits.table_columns:,} columns"
            raise TooLarge(what, where=name, do="split it or raise the limit")
        rows.append((number, [cell_text(c)[: limits.cell_chars] for c in cells]))
    areas = _merged(archive, ws._worksheet_path.lstrip("/"))
    return sheet(ws.title, _filled(rows, areas), {top: [(a, b) for t, _, a, b in areas if t == top] for top, *_ in areas})


def cell_text(value: object) -> str:
    """A cell as text: ISO dates, plain numbers, nothing for an error value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    text = str(value).replace("_x000D_", "")
    return "" if re.fullmatch(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!)", text) else " ".join(text.split())


def _merged(archive: zipfile.ZipFile, name: str) -> list[tuple[int, int, int, int]]:
    """Top, bottom (rows from 1), left, right (columns from 0) of each merged area."""
    areas = []
    with archive.open(name) as file:
        carried = b""
        while chunk := file.read(CHUNK):
            for match in _MERGED.finditer(carried + chunk):
                (left, top), (right, bottom) = (_place(ref.decode()) for ref in match.groups())
                areas.append((top, bottom, left, right))
            carried = (carried + chunk)[-CARRIED:]
    return list(dict.fromkeys(areas))


def _place(ref: str) -> tuple[int, int]:
    match = _CELL.fullmatch(ref)
    assert match is not None  # noqa: S101 (the pattern above let it through)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(match[2])


def _filled(rows: list[Row], areas: list[tuple[int, int, int, int]]) -> list[Row]:
    """Merged cells hold their value in the first cell only: give it to the others of the rows there are."""
    by_number = dict(rows)
    budget = MERGED_MOST
    for top, bottom, left, right in areas:
        source = by_number.get(top, [])
        value = source[left] if left < len(source) else ""
        for number in range(top, min(bottom, top + len(rows) + 1) + 1):
            cells = by_number.get(number)
            budget -= right - left + 1
            if not value or cells is None or budget < 0:
                continue
            cells += [""] * (right + 1 - len(cells))
            cells[left : right + 1] = [value] * (right + 1 - left)
    return rows
