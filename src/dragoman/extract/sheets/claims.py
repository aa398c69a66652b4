"""What a row says of each of its things, as statements whose evidence is the cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.extract.sheets.bodies import body_of, language_of
from dragoman.extract.sheets.cells import Value, bound, choice, currency, values
from dragoman.extract.sheets.plan import Plan
from dragoman.extract.sheets.rows import Cell, Row, rows_of
from dragoman.extract.sheets.things import Made, things_of
from dragoman.extract.sheets.vocabulary import BOUND, SPEAKER, UNIT, Thing
from dragoman.model.document import Document, Table
from dragoman.model.schema import Schema, schema
from dragoman.model.statement import Evidence, Statement, Status

_URL = re.compile(r"https?://\S+|www\.\S+")
STATUSES = {s.value: s for s in Status if s.value}


@dataclass(slots=True)
class Said:
    """The claims of one table by its plan. `problems` gathers one line for each row or cell that could not be read."""

    document: Document
    table: Table
    plan: Plan
    origin: str
    titles: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def statements(self) -> Iterator[Statement]:
        """All statements of the table, row by row."""
        for row in rows_of(self.table, self.plan, self._problem, self._given()):
            made = things_of(row, self.plan.kind, self.document.source, self.titles)
            for one in [m for group in made.values() for m in group]:
                yield from self._of(row, one)
                yield from self._ties(row, one, made)
            if made:
                main = next(iter(made.values()))[0]
                for cell in row.unknown:
                    yield self._note(row, main, cell)

    def _given(self) -> frozenset[str]:
        """The fields the title of the sheet fills."""
        return frozenset(f"{t.name}.name" for t in self.plan.kind.things.values() if t.title in self.titles)

    def _problem(self, number: int, what: str) -> None:
        self.problems.append(f"{self.document.name}, sheet {self.table.sheet}, row {number}: {what}")

    def _of(self, row: Row, made: Made) -> Iterator[Statement]:
        """The names and properties of one entity."""
        kind = schema(made.schema)
        if made.name and "name" in kind.properties:
            yield self._name(row, made)
        for prop, value in made.thing.always:
            yield self._say(row, made, prop, Value(value, value), made.cell)
        own = row.own(made.thing.name)
        body = body_of(made.name)[1] if kind.is_a("Organization") and "bodyKind" not in own else ""
        if body:
            yield self._plain(row, made, "bodyKind", Value(body), made.cell)
        for prop, cell in own.items():
            if prop == SPEAKER:
                yield from self._source(row, made, cell)
            elif prop != "name" and prop in kind.properties:
                yield from self._cell(row, made, prop, cell)

    def _name(self, row: Row, made: Made) -> Statement:
        named = self._plain(row, made, "name", Value(made.name, made.name, language_of(made.name)), made.cell)
        if not made.titled:
            return named
        start = self.document.text.find(made.name)
        if start < 0:  # the name of the file or the sheet: nobody wrote it as a name
            return replace(named, inferred=True)
        return replace(named, evidence=(Evidence(self.document.id, made.name, start, start + len(made.name)),))

    def _cell(self, row: Row, made: Made, prop: str, cell: Cell) -> Iterator[Statement]:
        kind, f = schema(made.schema), f"{made.thing.name}.{prop}"
        unit = self._unit(row, f)
        closed = prop != "role" or made.schema == "Participation"  # a post is a role too, in anyone's words
        for value in values(kind.properties[prop], cell.text, unit, closed=closed):
            if value.problem:
                kept = "it stands" if value.value else "a note"
                self._problem(row.number, f"{cell.column}: {value.problem}; it was kept as {kept}")
            if not value.value:
                yield self._note(row, made, cell)
                continue
            yield from self._value(row, made, prop, self._qualified(row, f, value), cell)
            if prop == "status" and "agreementKind" in kind.properties:
                yield from self._agreement_kind(row, made, cell)

    def _value(self, row: Row, made: Made, prop: str, value: Value, cell: Cell) -> Iterator[Statement]:
        """The value; a number with a currency is an amount, the last day of a range is an end."""
        properties = schema(made.schema).properties
        if prop == "value" and value.unit and "amount" in properties:
            prop = "amount"
        yield self._say(row, made, prop, value, cell)
        if value.until and prop != "endDate" and "endDate" in properties:
            yield self._say(row, made, "endDate", Value(value.until, value.original), cell)

    def _unit(self, row: Row, f: str) -> str:
        """Currency and scale as the neighbouring cell and the heading tell them."""
        cell = row.cells.get(f"{f}.{UNIT}")
        return " ".join(words for words in (cell.text if cell else "", self.plan.units.get(f, "")) if words)

    def _qualified(self, row: Row, f: str, value: Value) -> Value:
        """With the bound of the column beside it; a plain number with the currency beside it."""
        cell = row.cells.get(f"{f}.{BOUND}")
        if cell:
            value = replace(value, bound=bound(cell.text))
        return value if value.unit or f"{f}.{UNIT}" not in row.cells else replace(value, unit=currency(self._unit(row, f)))

    def _agreement_kind(self, row: Row, made: Made, cell: Cell) -> Iterator[Statement]:
        """A status such as `memorandum` says what kind of paper it is too."""
        kind = choice("agreementKind", cell.text)
        if not kind.problem and f"{made.thing.name}.agreementKind" not in row.cells:
            yield self._say(row, made, "agreementKind", kind, cell)

    def _source(self, row: Row, made: Made, cell: Cell) -> Iterator[Statement]:
        if "sourceUrl" in schema(made.schema).properties and (url := _URL.search(cell.text)):
            yield self._plain(row, made, "sourceUrl", Value(url[0], url[0]), cell)

    def _ties(self, row: Row, made: Made, all_made: dict[str, list[Made]]) -> Iterator[Statement]:
        """A property may lead to several things; the end of a relation leads to the first there is (city before country)."""
        edge = schema(made.schema).edge or ()
        for thing, prop, targets in self.plan.kind.ties:
            if thing != made.thing.name:
                continue
            there = [all_made[o] for o in targets if o in all_made]
            for other in [o for group in (there[:1] if prop in edge else there) for o in group]:
                if made.of and other.thing.name == made.thing.each and other.id != made.of:
                    continue
                yield self._say(row, made, prop, Value(other.id, other.name), other.cell)

    def _note(self, row: Row, made: Made, cell: Cell) -> Statement:
        """A cell nothing else could be made of, with its heading."""
        prop = "notes" if "notes" in schema(made.schema).properties else "description"
        return self._plain(row, made, prop, Value(f"{cell.column}: {cell.text}", cell.text, language_of(cell.text)), cell)

    def _say(self, row: Row, made: Made, prop: str, value: Value, cell: Cell) -> Statement:
        """A claim with the status of its thing and, for a relation, the time it holds."""
        held = (_status(row, made.thing), *_times(row, made.thing, schema(made.schema)))
        return self._plain(row, made, prop, value, cell, held)

    def _plain(
        self, row: Row, made: Made, prop: str, value: Value, cell: Cell, held: tuple[Status, str, str] = (Status.NONE, "", "")
    ) -> Statement:
        speaker = row.cells.get(f"{made.thing.name}.{SPEAKER}")
        evidence = Evidence(
            self.document.id, cell.text, sheet=self.table.sheet, row=row.number, column=cell.column,
            speaker=speaker.text if speaker else "",
        )  # fmt: skip
        return Statement(
            made.id, made.schema, prop, value.value, self.document.source, original_value=value.original, lang=value.lang,
            origin=self.origin, status=held[0], valid_from=held[1], valid_to=held[2], bound=value.bound, unit=value.unit,
            evidence=(evidence,),
        )  # fmt: skip


def _status(row: Row, thing: Thing) -> Status:
    cell = row.cells.get(f"{thing.name}.status")
    told = choice("status", cell.text).value if cell else dict(thing.always).get("status", "")
    return STATUSES.get(told, Status.NONE)


def _times(row: Row, thing: Thing, kind: Schema) -> tuple[str, str]:
    """From when to when a relation holds; other things have dates of their own."""
    if kind.edge is None:
        return "", ""
    found = []
    for prop in ("startDate", "endDate"):
        cell = row.cells.get(f"{thing.name}.{prop}")
        read = values(kind.properties[prop], cell.text) if cell else []
        found.append(read[0].value if read else "")
    return found[0], found[1]
