"""Rows as cells by field: empty rows, totals and rows without a needed cell are set apart first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.extract.sheets.cells import NOTHING
from dragoman.extract.sheets.plan import Plan
from dragoman.extract.sheets.vocabulary import normal, totals
from dragoman.model.document import Table


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell, or a constant of the mapping, which has no column."""

    text: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of a row by field, and those of columns that are not known."""

    number: int
    cells: dict[str, Cell]
    unknown: tuple[Cell, ...]

    def own(self, thing: str) -> dict[str, Cell]:
        """The cells of one thing by property; those that qualify another cell left out."""
        return {f.split(".")[1]: c for f, c in self.cells.items() if f.startswith(f"{thing}.") and f.count(".") == 1}

    def texts(self, fields: tuple[str, ...]) -> list[str]:
        """What stands in these fields, where they are filled."""
        return [self.cells[f].text for f in fields if f in self.cells]


def rows_of(
    table: Table, plan: Plan, problem: Callable[[int, str], None], given: frozenset[str] = frozenset()
) -> Iterator[Row]:
    """The rows to read; `problem` is told the number of each row left out and why;
    `given` are fields the title of the sheet fills."""
    for number, cells in enumerate(table.rows, table.first_row):
        filled = [c for c in cells if _says(c)]
        if not filled:
            continue
        if _is_total(cells, filled):
            problem(number, "is a row of totals and was left out")
            continue
        row = Row(number, _by_field(cells, table, plan), _unknown(cells, table, plan))
        missing = next((group for group in plan.kind.needed if not any(f in row.cells or f in given for f in group)), None)
        if missing is None:
            yield row
        else:
            columns = [table.columns[plan.fields[f][0]] for f in missing if f in plan.fields]
            problem(number, f"has nothing under {' or '.join(columns) or missing[0]} and was left out")


def _says(text: str) -> bool:
    return text.strip().casefold() not in NOTHING


def _is_total(cells: tuple[str, ...], filled: list[str]) -> bool:
    first = normal(filled[0])
    return first in totals() or (len(filled) < len(cells) and first.split(" ")[0] in totals())


def _by_field(cells: tuple[str, ...], table: Table, plan: Plan) -> dict[str, Cell]:
    found = {f: Cell(text) for f, text in plan.constants.items()}
    for f, columns in plan.fields.items():
        texts = [cells[c].strip() for c in columns if c < len(cells) and _says(cells[c])]
        if texts:
            found[f] = Cell("; ".join(texts), table.columns[columns[0]])
    for target, source in plan.kind.copies:
        if target not in found and source in found:
            found[target] = found[source]
    return found


def _unknown(cells: tuple[str, ...], table: Table, plan: Plan) -> tuple[Cell, ...]:
    return tuple(Cell(cells[i].strip(), table.columns[i]) for i in plan.unknown if _says(cells[i]))
