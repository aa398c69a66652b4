"""Record sheets: one sheet a schema, a row a record with its id, a column a property. What an export writes is read back.

A sheet is one where it bears the name of a schema and its first heading is `id`. A property that names records has two columns:
`exhibitor` for people and `exhibitor.id`, which goes before it where it is filled. A row without an id is a new record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from dragoman.base.version import VERSION
from dragoman.extract.sheets import cells
from dragoman.extract.sheets.bodies import body_of, language_of
from dragoman.extract.sheets.vocabulary import choices
from dragoman.model import record_cell
from dragoman.model.document import Document, Table
from dragoman.model.entity import NAME_PROPS
from dragoman.model.ids import entity_id, normal_name
from dragoman.model.record_cell import Told
from dragoman.model.schema import Property, Schema, schema, schemata
from dragoman.model.statement import Bound, Evidence, Statement, Status

Member = TypeVar("Member", Status, Bound)
ID, IDS, SOURCE = "id", ".id", "source"
ORIGIN = f"records@{VERSION}"
NEW = f"{ORIGIN} new row"  # the origin of what a row without an id of ours says, and of a name that stands for no row
_ID = re.compile("[0-9a-f]{32}")
_NORMAL = {
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"), "country": re.compile("[a-z]{2}"),
    "number": re.compile(r"-?\d+(\.\d+)?"), "money": re.compile(r"-?\d+(\.\d+)?"),
}  # fmt: skip


def is_records(table: Table) -> bool:
    """Whether a table is a record sheet."""
    return table.sheet in schemata() and table.columns[:1] == (ID,)


@dataclass(slots=True)
class Named:
    """A name that a row of one sheet gives a record."""

    schema: Schema
    id: str


@dataclass(slots=True)
class RecordSheets:
    """The record sheets of one document. `problems` gathers what was not read, a line each."""

    document: Document
    problems: list[str] = field(default_factory=list)
    names: dict[str, list[Named]] = field(default_factory=dict)

    def statements(self) -> Iterator[Statement]:
        """What all record sheets of the document say."""
        tables = [t for t in self.document.tables if is_records(t)]
        for table in tables:
            self._names(table)
        for table in tables:
            for number, row in enumerate(table.rows, table.first_row):
                if any(row):
                    yield from self._row(table, number, row)

    def _names(self, table: Table) -> None:
        kind = schema(table.sheet)
        columns = [n for n, c in enumerate(table.columns) if c in NAME_PROPS]
        for row in table.rows:
            for n in columns:
                for told in record_cell.read(record_cell.unsafe(row[n])):
                    key = self._key(table, kind, row)
                    if key:
                        self.names.setdefault(normal_name(told.value), []).append(Named(kind, key))

    def _key(self, table: Table, kind: Schema, row: tuple[str, ...]) -> str:
        """The id of a row; by its name where it has none of ours, empty where it has no name either."""
        if _ID.fullmatch(row[0]):
            return row[0]
        name = row[table.columns.index("name")] if "name" in table.columns else ""
        mark = row[0] or ("" if name else "\x1f".join(row[1:]))  # a tie has no name: its cells tell it from others
        return entity_id(self.document.source, kind.name, name or mark, mark) if name or mark.strip("\x1f") else ""

    def _row(self, table: Table, number: int, row: tuple[str, ...]) -> Iterator[Statement]:
        kind = schema(table.sheet)
        key = self._key(table, kind, row)
        if not key:
            self._problem(table, number, "is empty and was left out")
            return
        filled = {c: cell for c, cell in zip(table.columns, row, strict=True) if cell}
        for column, cell in filled.items():
            prop = kind.properties.get(column.removesuffix(IDS))
            if prop is None:
                if column not in (ID, SOURCE):
                    self._problem(table, number, f"{kind.name} has no property {column!r}; its cell was left out")
            elif prop.type != "entity" or column.endswith(IDS) or f"{prop.name}{IDS}" not in filled:
                yield from self._cell(table, number, key, prop, column, cell, filled)

    def _cell(
        self, table: Table, number: int, key: str, prop: Property, column: str, cell: str, filled: dict[str, str]
    ) -> Iterator[Statement]:
        proof = Evidence(self.document.id, cell, sheet=table.sheet, row=number, column=column)
        origin = ORIGIN if _ID.fullmatch(filled.get(ID, "")) else NEW
        captions = record_cell.read(record_cell.unsafe(filled.get(prop.name, ""))) if column.endswith(IDS) else []
        for n, told in enumerate(record_cell.read(record_cell.unsafe(cell))):
            if prop.type == "entity":
                caption = captions[n].value if n < len(captions) else told.value
                yield from self._tie(table.sheet, key, prop, told, caption, proof, origin)
                continue
            for value in self._values(prop, told, table, number):
                lang = language_of(told.value) if prop.type in ("text", "name") else ""
                yield self._said(key, table.sheet, prop.name, value, told.value, lang, proof, origin)

    def _tie(
        self, kind: str, key: str, prop: Property, told: Told, caption: str, proof: Evidence, origin: str
    ) -> Iterator[Statement]:
        if _ID.fullmatch(told.value):
            yield self._said(key, kind, prop.name, told, caption, "", proof, origin)
            return
        known = [n.id for n in self.names.get(normal_name(told.value), ()) if n.schema.is_a(prop.range)]
        made = _schema(prop.range, told.value)
        target = known[0] if known else entity_id(self.document.source, made, told.value)
        if not known:
            yield self._said(target, made, "name", Told(told.value), told.value, language_of(told.value), proof, NEW)
        tie = Told(target, "", told.bound, told.status, told.since, told.until, told.negated, told.inferred)
        yield self._said(key, kind, prop.name, tie, told.value, "", proof, origin)

    def _values(self, prop: Property, told: Told, table: Table, number: int) -> Iterator[Told]:
        """The value as it stands where it is normal already; else read as any cell is."""
        form = _NORMAL.get(prop.type)
        closed = prop.name in cells.GROUPED and told.value not in choices(prop.name).values()
        if (form is None and not closed) or (form and form.fullmatch(told.value)):
            yield told
            return
        for value in cells.values(prop, told.value, told.unit, closed=closed and prop.name != "role"):
            if value.problem:
                self._problem(table, number, f"{prop.name}: {value.problem}; it was left out")
            elif value.value:
                unit, bound = value.unit or told.unit, told.bound or str(value.bound)
                yield Told(value.value, unit, bound, told.status, told.since, told.until, told.negated, told.inferred)

    def _said(
        self, key: str, kind: str, prop: str, told: Told, original: str, lang: str, proof: Evidence, origin: str = ORIGIN
    ) -> Statement:
        return Statement(
            key, kind, prop, told.value, self.document.source, original_value=original, lang=lang, origin=origin,
            status=_member(Status, told.status), bound=_member(Bound, told.bound), unit=told.unit, negated=told.negated,
            inferred=told.inferred, valid_from=told.since, valid_to=told.until, evidence=(proof,),
        )  # fmt: skip

    def _problem(self, table: Table, number: int, what: str) -> None:
        self.problems.append(f"{self.document.name}, sheet {table.sheet}, row {number}: {what}")


def _member(group: type[Member], value: str) -> Member:
    """A choice by its value; a word that is none of them says nothing."""
    return group(value) if value in {str(m) for m in group} else group("")


def _schema(range_: str, name: str) -> str:
    """What a name in a cell is of, within the range of its property."""
    told = body_of(name)[0]
    return told if told and schema(told).is_a(range_) else "Organization" if range_ in ("Thing", "LegalEntity") else range_
