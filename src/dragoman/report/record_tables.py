"""Records as sheets, one a schema: XLSX and CSV whose columns can be imported again, and JSON with every source."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.base.version import VERSION
from dragoman.model.entity import Entity
from dragoman.model.record_cell import Told, safe, written
from dragoman.model.schema import schemata
from dragoman.model.statement import Statement

ID, IDS, SOURCE = "id", ".id", "source"
FIRST = tuple("name unnamed ordinal number value amount counted stage status date startDate endDate".split())
DIGITS = 15  # that a spreadsheet keeps of a number
CELL_CHARS = 32_767  # the most a spreadsheet cell can hold
WIDEST, HEADS = 48, 14
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # signs a workbook cannot hold


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A sheet: the schema it is named by, its headings and its rows, all cells as text."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(records: Iterable[Entity], captions: Mapping[str, str], sources: Mapping[str, str]) -> list[RecordTable]:
    """Records as sheets, in the order of the schemata. `captions`: of the records they name; `sources`: names of data sets.

    What is to check is left out, as it enters no figure.
    """
    groups: dict[str, list[Entity]] = {}
    for record in records:
        groups.setdefault(record.schema.name, []).append(record)
    return [_table(name, groups[name], captions, sources) for name in schemata() if name in groups]


def _table(name: str, records: Sequence[Entity], captions: Mapping[str, str], sources: Mapping[str, str]) -> RecordTable:
    kind = schemata()[name]
    said = {s.prop for r in records for s in r.statements if not s.suggested and s.prop in kind.properties}
    order = [*(p for p in FIRST if p in said), *(p for p in kind.properties if p in said and p not in FIRST)]
    columns = [ID, *(c for p in order for c in ((p, p + IDS) if kind.properties[p].type == "entity" else (p,))), SOURCE]
    return RecordTable(name, tuple(columns), tuple(_row(r, order, captions, sources) for r in records))


def _row(record: Entity, order: Sequence[str], captions: Mapping[str, str], sources: Mapping[str, str]) -> tuple[str, ...]:
    cells = [record.id]
    sure: dict[str, list[Statement]] = {}
    for s in record.statements:
        if not s.suggested:
            sure.setdefault(s.prop, []).append(s)
    for prop in order:
        found, kind = sure.get(prop, []), record.schema.properties[prop]
        told = list(dict.fromkeys(_told(s) for s in found))
        if kind.type == "entity":
            cells += [written(Told(captions.get(t.value, t.value)) for t in told), written(told)]
        else:
            cells.append(written(told))
    told_by = dict.fromkeys(sources.get(s.dataset, s.dataset) for found in sure.values() for s in found)
    return (*cells, "; ".join(told_by))


def _told(s: Statement) -> Told:
    return Told(s.value, s.unit, str(s.bound), str(s.status), s.valid_from, s.valid_to, s.negated, s.inferred)


def workbook(found: Sequence[RecordTable], title: str) -> bytes:
    """A workbook with a sheet a table. No cell is a formula: numbers are numbers, all else is text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = _CONTROL.sub("", title), f"dragoman {VERSION}"
    for table in found:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "C2"
        for n, _ in enumerate(table.columns, 1):
            widest = max((len(row[n - 1]) for row in table.rows[:50]), default=0)
            sheet.column_dimensions[get_column_letter(n)].width = max(HEADS, min(widest + 2, WIDEST))
        heads = [WriteOnlyCell(sheet, c) for c in table.columns]
        for head in heads:
            head.font = Font(bold=True)
        sheet.append(heads)
        for row in table.rows:
            sheet.append([_number(cell) for cell in row])
    if not found:
        book.create_sheet("Edition")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _number(cell: str) -> str | int | float:
    """A cell of a workbook: a number where a spreadsheet keeps all its digits, else a text that is no formula."""
    if re.fullmatch(r"(0|[1-9]\d*)(\.\d+)?", cell) and len(cell.replace(".", "")) <= DIGITS:
        return float(cell) if "." in cell else int(cell)
    return safe(_CONTROL.sub("", cell))[:CELL_CHARS]


def csv_text(table: RecordTable) -> str:
    """A table as CSV; no cell is taken for a formula."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(table.columns)
    lines.writerows([safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def as_json(records: Iterable[Entity], captions: Mapping[str, str], sources: Mapping[str, str]) -> list[dict[str, Any]]:
    """Records as JSON objects: each value with its unit, bound, status and times where it has them, and its sources."""
    return [
        {
            "id": r.id, "schema": r.schema.name, "caption": r.caption,
            "properties": {
                prop: [_value(s, captions, sources) for s in r.get(prop) if not s.suggested]
                for prop in dict.fromkeys(s.prop for s in r.statements if not s.suggested)
            },
        }
        for r in records
    ]  # fmt: skip


def _value(s: Statement, captions: Mapping[str, str], sources: Mapping[str, str]) -> dict[str, Any]:
    proof = s.evidence[0] if s.evidence else None
    told = {
        "value": s.value, "caption": captions.get(s.value, ""), "unit": s.unit, "bound": str(s.bound), "status": str(s.status),
        "from": s.valid_from, "to": s.valid_to, "not": s.negated, "inferred": s.inferred, "lang": s.lang,
        "source": sources.get(s.dataset, s.dataset), "speaker": proof.speaker if proof else "",
        "quote": proof.exact if proof else "", "sheet": proof.sheet if proof else "", "row": proof.row if proof else None,
        "statement": s.id,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value not in ("", False, None)}
