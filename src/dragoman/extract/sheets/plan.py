"""Which column of a table stands for which field: by its headings, or by a mapping."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.base.errors import BadMapping
from dragoman.extract.sheets.mapping import LEFT_OUT, Mapping
from dragoman.extract.sheets.vocabulary import Kind, concepts, normal, sheet_kinds
from dragoman.model.document import Table

LEAST = 2  # columns that must be known before a table is taken for a kind of sheet
WORD = 1.5  # what a word of the kind in the sheet's or file's name is worth, in columns
_PARTS = re.compile(
    r"\s*[/|\n,，]\s*|\s*[:：]\s*|(?<=[\u3400-\u9fff])\s+(?=[A-Za-zА-Яа-я])|(?<=[A-Za-zА-Яа-я])\s+(?=[\u3400-\u9fff])"
)
_UNIT = re.compile(r"[(（\[【]([^)）\]】]+)[)）\]】]|[,，]\s*(.+)$")


@dataclass(frozen=True, slots=True)
class Plan:
    """The kind of a sheet and what its columns are. `units`: what the headings of money columns add, such as `USD, million`."""

    kind: Kind
    fields: dict[str, tuple[int, ...]]  # field, columns
    unknown: tuple[int, ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)


def plan_of(table: Table, hints: str, mapping: Mapping | None = None, file: str = "") -> Plan | None:
    """The plan of a table; None where no kind of sheet fits it. `hints`: its title, the names of its file and sheet."""
    if mapping is not None and mapping.sheets:
        mapping = mapping.of(file, table.sheet)
    if mapping is not None:
        return _mapped(table, mapping)
    named = [_concepts(title) for title in table.columns]
    plans = [
        (_score(kind, found, hints, named), found) for kind in sheet_kinds().values() if (found := _fitted(table, kind, named))
    ]
    best = max(plans, key=lambda p: p[0], default=None)
    return best[1] if best else None


def _concepts(title: str) -> tuple[str, ...]:
    """The concepts a heading may name: as a whole, else by one of its parts (`Company / 公司`, `Representative: name`)."""
    whole = concepts().get(normal(title))
    if whole:
        return whole
    parts = [p for p in _PARTS.split(title) if p]
    found: dict[str, None] = {}
    for part in (*parts, " ".join(parts), *(f"{a} {b}" for a, b in pairwise(parts))):
        found |= dict.fromkeys(concepts().get(normal(part), ()))
    return tuple(reversed(found)) if len(parts) > 1 and ":" in title else tuple(found)


def _fitted(table: Table, kind: Kind, named: list[tuple[str, ...]]) -> Plan | None:
    """What the columns are in this kind of sheet; a field takes the column whose heading is first in its list."""
    fields: dict[str, tuple[int, ...]] = {}
    taken: set[int] = set()
    wishes = [
        (rank, order, f, column)
        for order, (f, wanted) in enumerate(kind.columns.items())
        for column, may in enumerate(named)
        for rank, concept in enumerate(wanted)
        if concept in may
    ]
    for _, _, f, column in sorted(wishes):
        if column not in taken and f not in fields:
            fields[f] = (column,)
            taken.add(column)
    if len(fields) < min(LEAST, len(table.columns)) or not _holds_needed(kind, fields, {}):
        return None
    unknown = tuple(i for i in range(len(table.columns)) if i not in taken)
    return Plan(kind, fields, unknown, _units(table, fields))


def _holds_needed(kind: Kind, fields: dict[str, tuple[int, ...]], constants: dict[str, str]) -> bool:
    titled = {f"{t.name}.name" for t in kind.things.values() if t.title}
    return all(any(f in fields or f in constants or f in titled for f in group) for group in kind.needed)


def _score(kind: Kind, plan: Plan, hints: str, named: list[tuple[str, ...]]) -> tuple[float, int]:
    """Known columns, those by the first of their headings a little more, and words of the kind in the names."""
    first = sum(0.1 for f, columns in plan.fields.items() if kind.columns[f][0] in named[columns[0]])
    spoken = WORD if any(word in hints.casefold() for word in kind.words) else 0.0
    share = len(plan.fields) / len(kind.columns)
    return (len(plan.fields) + spoken + first + 0.5 * share, -len(kind.columns))


def _units(table: Table, fields: dict[str, tuple[int, ...]]) -> dict[str, str]:
    return {f: m[1] or m[2] for f, columns in fields.items() if (m := _UNIT.search(table.columns[columns[0]]))}


def _mapped(table: Table, mapping: Mapping) -> Plan | None:
    if mapping.sheet and mapping.sheet != table.sheet:
        return None
    by_title = {normal(title): i for i, title in reversed(list(enumerate(table.columns)))}
    fields: dict[str, tuple[int, ...]] = {}
    taken = set()
    for heading, target in mapping.columns.items():
        column = by_title.get(normal(heading))
        if column is None:
            what = f"sheet {table.sheet!r} has no column {heading!r}"
            raise BadMapping(what, where=mapping.where, do=f"its columns are: {', '.join(table.columns)[:300]}")
        taken.add(column)
        if target != LEFT_OUT:
            fields[target] = (*fields.get(target, ()), column)
    if not _holds_needed(mapping.kind, fields, mapping.constants):
        missing = next(g for g in mapping.kind.needed if not any(f in fields or f in mapping.constants for f in g))
        raise BadMapping(f"no column is mapped to {' or '.join(missing)}", where=mapping.where, do="map one to it")
    unknown = tuple(i for i in range(len(table.columns)) if i not in taken)
    return Plan(mapping.kind, fields, unknown, _units(table, fields), mapping.constants)
