"""Rows to statements: the things a row speaks of, what its cells say of them, and the ties between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.extract.sheets.bodies import body_of, is_person
from dragoman.extract.sheets.cells import NOTHING, Value, bound, choice, currency, pieces, values
from dragoman.extract.sheets.plan import Plan
from dragoman.extract.sheets.vocabulary import BOUND, SPEAKER, UNIT, Thing, normal, totals
from dragoman.model.document import Document, Table
from dragoman.model.ids import entity_id
from dragoman.model.schema import schema
from dragoman.model.statement import Evidence, Statement, Status

_URL = re.compile(r"https?://\S+|www\.\S+")
_CHINESE_LIST = re.compile(r"\s*[;；、\n]\s*")
STATUSES = {s.value: s for s in Status if s.value}


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell, or a constant of the mapping, which has no column."""

    text: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """One entity that a row speaks of."""

    thing: Thing
    id: str
    schema: str
    name: str
    cell: Cell


@dataclass(slots=True)
class Row:
    """A row under extraction."""

    number: int
    cells: dict[str, Cell]
    notes: list[Cell]
    made: dict[str, list[Made]] = field(default_factory=dict)


@dataclass(slots=True)
class Rows:
    """The rows of one table by its plan. `problems` gathers one line for each cell or row that could not be read."""

    document: Document
    table: Table
    plan: Plan
    origin: str
    title: str = ""
    problems: list[str] = field(default_factory=list)

    def statements(self) -> Iterator[Statement]:
        """All statements of the table, row by row."""
        for i, cells in enumerate(self.table.rows):
            row = self._row(self.table.first_row + i, cells)
            if row is not None:
                yield from self._row_statements(row)

    def _row(self, number: int, cells: tuple[str, ...]) -> Row | None:
        """The row's cells by field; None for an empty row, one of totals, or one that lacks a needed cell."""
        filled = [c for c in cells if c.strip() and c.strip().casefold() not in NOTHING]
        if not filled:
            return None
        if normal(filled[0]) in totals() or (len(filled) < len(cells) and normal(filled[0]).split(" ")[0] in totals()):
            self._problem(number, "is a row of totals and was left out")
            return None
        titles = self.table.columns
        found = {f: Cell(text) for f, text in self.plan.constants.items()}
        for f, columns in self.plan.fields.items():
            texts = [cells[c].strip() for c in columns if c < len(cells) and cells[c].strip().casefold() not in NOTHING]
            if texts:
                found[f] = Cell("; ".join(texts), titles[columns[0]])
        for target, source in self.plan.kind.copies:
            if target not in found and source in found:
                found[target] = found[source]
        notes = [Cell(cells[i].strip(), titles[i]) for i in self.plan.unknown if cells[i].strip().casefold() not in NOTHING]
        return Row(number, found, notes) if self._complete(number, found) else None

    def _complete(self, number: int, found: dict[str, Cell]) -> bool:
        for group in self.plan.kind.needed:
            if not any(f in found for f in group):
                columns = [self.table.columns[self.plan.fields[f][0]] for f in group if f in self.plan.fields]
                self._problem(number, f"has nothing under {' or '.join(columns) or group[0]} and was left out")
                return False
        return True

    def _problem(self, number: int, what: str) -> None:
        self.problems.append(f"{self.document.name}, sheet {self.table.sheet}, row {number}: {what}")

    def _row_statements(self, row: Row) -> Iterator[Statement]:
        self._make(row)
        main = next((made[0] for made in row.made.values()), None)
        for made in [m for group in row.made.values() for m in group]:
            yield from self._of(row, made)
        if main is not None:
            prop = "notes" if "notes" in schema(main.schema).properties else "description"
            for note in row.notes:
                value = Value(f"{note.column}: {note.text}", note.text)
                yield self._statement(row, main, prop, value, note, Status.NONE, ("", ""))

    def _make(self, row: Row) -> None:
        """The entities of the row: named ones first, then those that need their ends."""
        things = self.plan.kind.things.values()
        for thing in things:
            names = self._names(row, thing)
            if names:
                row.made[thing.name] = [self._named(row, thing, name, cell) for name, cell in names]
        for thing in things:
            if thing.name not in row.made and (cell := self._ground(row, thing)):
                row.made[thing.name] = self._unnamed(row, thing, cell)
        row.made = {t.name: row.made[t.name] for t in things if t.name in row.made}

    def _names(self, row: Row, thing: Thing) -> list[tuple[str, Cell]]:
        cell = row.cells.get(f"{thing.name}.name")
        if cell is not None:
            prop = "name" if schema(thing.schema).edge is None else ""
            listed = [n for p in pieces(cell.text, prop) for n in self._listed(p, thing)]
            return [(name, cell) for name in listed]
        if thing.title and self.title:
            return [(self.title, Cell(self.title))]
        return []

    def _listed(self, text: str, thing: Thing) -> list[str]:
        """Names parted by the Chinese list comma are several, where each is long enough to be a name."""
        parts = _CHINESE_LIST.split(text)
        return parts if len(parts) > 1 and schema(thing.schema).is_a("LegalEntity") and min(map(len, parts)) >= 2 else [text]

    def _named(self, row: Row, thing: Thing, name: str, cell: Cell) -> Made:
        kind = _schema(thing, name)
        mark = "\x1f".join(row.cells[f].text for f in thing.per if f in row.cells)
        return Made(thing, entity_id(self.document.source, kind, name, mark), kind, name, cell)

    def _ground(self, row: Row, thing: Thing) -> Cell | None:
        """The cell that calls for a thing without a name: one of its own, or for a relation the name of its second end."""
        own = next((c for f, c in row.cells.items() if f.startswith(f"{thing.name}.") and c.column), None)
        ends = [to for t, p, to in self.plan.kind.ties if t == thing.name and p in (schema(thing.schema).edge or ())]
        if not ends:
            kind_named = "name" in schema(thing.schema).properties and f"{thing.name}.name" in self.plan.kind.columns
            return own if not kind_named or thing.schema in ("Agreement", "Visit") else None
        there = [next((row.made[o] for o in to if o in row.made), None) for to in ends]
        if there[0] is None:
            return None
        return own or (there[-1][0].cell if len(there) > 1 and there[-1] else None)

    def _unnamed(self, row: Row, thing: Thing, cell: Cell) -> list[Made]:
        """One thing, or one for each of the things it is said of (`each`)."""
        dataset, ends = self.document.source, [to for t, _, to in self.plan.kind.ties if t == thing.name]
        tied = [m.id for to in ends for o in to for m in row.made.get(o, ())]
        own = [row.cells[f].text for f in thing.per if f in row.cells] or [
            c.text for f, c in row.cells.items() if f.startswith(f"{thing.name}.")
        ]
        each = row.made.get(thing.each, []) if thing.each else []
        if not each:
            return [
                Made(
                    thing,
                    entity_id(dataset, thing.schema, "", "\x1f".join([*own, *([] if thing.per else tied)])),
                    thing.schema,
                    "",
                    cell,
                )
            ]
        return [
            Made(thing, entity_id(dataset, thing.schema, "", "\x1f".join([*own, m.id, *tied])), thing.schema, m.id, m.cell)
            for m in each
        ]

    def _of(self, row: Row, made: Made) -> Iterator[Statement]:
        """What the row says of one entity."""
        thing, of_kind = made.thing, schema(made.schema)
        read = [
            (f.split(".")[1], f, cell) for f, cell in row.cells.items() if f.startswith(f"{thing.name}.") and f.count(".") == 1
        ]
        status = self._status(row, thing)
        times = self._times(row, thing) if of_kind.edge else ("", "")
        if made.name and not thing.each:
            prop = "name" if "name" in of_kind.properties else "description"
            yield self._statement(
                row,
                made,
                prop,
                values(of_kind.properties[prop], made.name)[0] if _plain(made.name) else Value(made.name, made.name),
                made.cell,
                Status.NONE,
                ("", ""),
            )
        for prop, value in thing.always:
            yield self._statement(row, made, prop, Value(value, value), made.cell, status, times)
        kind = body_of(made.name)[1] if of_kind.is_a("Organization") and f"{thing.name}.bodyKind" not in row.cells else ""
        if kind:
            yield self._statement(row, made, "bodyKind", Value(kind, made.name), made.cell, Status.NONE, ("", ""))
        for prop, f, cell in read:
            if prop not in ("name", SPEAKER) and prop in of_kind.properties:
                yield from self._cell(row, made, prop, f, cell, status, times)
        yield from self._sources(row, made)
        yield from self._ties(row, made, status, times)

    def _cell(
        self, row: Row, made: Made, prop: str, f: str, cell: Cell, status: Status, times: tuple[str, str]
    ) -> Iterator[Statement]:
        unit_cell, bound_cell = row.cells.get(f"{f}.{UNIT}"), row.cells.get(f"{f}.{BOUND}")
        unit = " ".join(u for u in (unit_cell.text if unit_cell else "", self.plan.units.get(f, "")) if u)
        for value in values(
            schema(made.schema).properties[prop], cell.text, unit, closed=prop != "role" or made.schema == "Participation"
        ):
            if value.problem:
                self._problem(
                    row.number, f"{cell.column}: {value.problem}; it was kept as {'it stands' if value.value else 'a note'}"
                )
            if not value.value:
                note = "notes" if "notes" in schema(made.schema).properties else "description"
                yield self._statement(
                    row, made, note, Value(f"{cell.column}: {cell.text}", cell.text), cell, Status.NONE, ("", "")
                )
                continue
            if bound_cell:
                value = replace(value, bound=bound(bound_cell.text))
            if prop == "value" and unit and currency(unit):
                value, prop = replace(value, unit=currency(unit)), "amount"
            yield self._statement(row, made, prop, value, cell, status, times)
            if value.until and "endDate" in schema(made.schema).properties:
                yield self._statement(row, made, "endDate", Value(value.until, value.original), cell, status, times)
            if prop == "status" and "agreementKind" in schema(made.schema).properties:
                yield from self._agreement_kind(row, made, cell, status)

    def _agreement_kind(self, row: Row, made: Made, cell: Cell, status: Status) -> Iterator[Statement]:
        """A status such as `memorandum` says what kind of paper it is too."""
        kind = choice("agreementKind", cell.text)
        if not kind.problem and f"{made.thing.name}.agreementKind" not in row.cells:
            yield self._statement(row, made, "agreementKind", kind, cell, status, ("", ""))

    def _sources(self, row: Row, made: Made) -> Iterator[Statement]:
        cell = row.cells.get(f"{made.thing.name}.{SPEAKER}")
        if cell and "sourceUrl" in schema(made.schema).properties and (url := _URL.search(cell.text)):
            yield self._statement(row, made, "sourceUrl", Value(url[0], url[0]), cell, Status.NONE, ("", ""))

    def _ties(self, row: Row, made: Made, status: Status, times: tuple[str, str]) -> Iterator[Statement]:
        """A property that may lead to several things takes all there are; the end of a relation only the first there is."""
        edge = schema(made.schema).edge or ()
        for thing, prop, targets in self.plan.kind.ties:
            if thing != made.thing.name:
                continue
            there = [row.made[o] for o in targets if o in row.made]
            for others in there[:1] if prop in edge else there:
                for other in others:
                    if made.thing.each and other.thing.name == made.thing.each and other.id != made.name:
                        continue
                    value = Value(other.id, other.name)
                    yield self._statement(row, made, prop, value, other.cell, status, times)

    def _status(self, row: Row, thing: Thing) -> Status:
        cell = row.cells.get(f"{thing.name}.status")
        told = choice("status", cell.text).value if cell else dict(thing.always).get("status", "")
        return STATUSES.get(told, Status.NONE)

    def _times(self, row: Row, thing: Thing) -> tuple[str, str]:
        found = []
        for prop in ("startDate", "endDate"):
            cell, kind = row.cells.get(f"{thing.name}.{prop}"), schema(thing.schema).properties.get(prop)
            read = values(kind, cell.text) if cell and kind else []
            found.append(read[0].value if read else "")
        return found[0], found[1]

    def _statement(
        self, row: Row, made: Made, prop: str, value: Value, cell: Cell, status: Status, times: tuple[str, str]
    ) -> Statement:
        speaker = row.cells.get(f"{made.thing.name}.{SPEAKER}")
        evidence = Evidence(
            self.document.id, cell.text, sheet=self.table.sheet, row=row.number, column=cell.column,
            speaker=speaker.text if speaker else "",
        )  # fmt: skip
        return Statement(
            made.id, made.schema, prop, value.value, self.document.source, original_value=value.original, lang=value.lang,
            origin=self.origin, status=status, valid_from=times[0], valid_to=times[1], bound=value.bound, unit=value.unit,
            evidence=(evidence,),
        )  # fmt: skip


def _plain(name: str) -> bool:
    return len(pieces(name, "name")) == 1


def _schema(thing: Thing, name: str) -> str:
    """The schema of a named thing: what its name says, where that is of the same sort as the thing."""
    if not schema(thing.schema).is_a("LegalEntity") or thing.schema == "Person":
        return thing.schema
    told = body_of(name)[0]
    if told:
        return told
    return "Person" if thing.schema == "LegalEntity" and is_person(name) else thing.schema
