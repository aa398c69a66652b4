"""The things a row speaks of, each with its id: named ones by their names, relations by their ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.extract.sheets.bodies import body_of, is_person
from dragoman.extract.sheets.cells import pieces
from dragoman.extract.sheets.rows import Cell, Row
from dragoman.extract.sheets.vocabulary import Kind, Thing
from dragoman.model.ids import SEPARATOR, entity_id
from dragoman.model.schema import schema

_CHINESE_LIST = re.compile(r"\s*、\s*")
SHORTEST = 2  # characters of a name in a list with the Chinese list comma


@dataclass(frozen=True, slots=True)
class Made:
    """One entity that a row speaks of. `of`: the id of the one thing it is said of, for a thing there is one of for `each`."""

    thing: Thing
    id: str
    schema: str
    name: str
    cell: Cell
    of: str = ""
    titled: bool = False  # named by the sheet's title, not by a cell


def things_of(row: Row, kind: Kind, dataset: str, titles: dict[str, str]) -> dict[str, list[Made]]:
    """The entities of a row by thing, in the order of the kind. `titles` name what the whole sheet is about."""
    made: dict[str, list[Made]] = {}
    for thing in kind.things.values():
        if cell := row.cells.get(f"{thing.name}.name"):
            made[thing.name] = [_named(row, thing, name, cell, dataset) for name in _names(cell.text, thing)]
        elif title := titles.get(thing.title):
            ground = next(iter(row.cells.values()))
            made[thing.name] = [_named(row, thing, title, ground, dataset, titled=True)]
    for thing in kind.things.values():
        if thing.name not in made and (ground_cell := _ground(row, thing, kind, made)):
            made[thing.name] = _unnamed(row, thing, kind, made, ground_cell, dataset)
    return {name: made[name] for name in kind.things if name in made}


def _names(text: str, thing: Thing) -> list[str]:
    """The names a cell lists; parted by the Chinese list comma only where each part can be a name of its own."""
    found: list[str] = []
    for piece in pieces(text, "name"):
        parts = _CHINESE_LIST.split(piece)
        several = len(parts) > 1 and schema(thing.schema).is_a("LegalEntity") and min(map(len, parts)) >= SHORTEST
        found += parts if several else [piece]
    return list(dict.fromkeys(found))


def _named(row: Row, thing: Thing, name: str, cell: Cell, dataset: str, *, titled: bool = False) -> Made:
    kind = schema_of(thing, name)
    mark = SEPARATOR.join(row.texts(thing.per))
    return Made(thing, entity_id(dataset, kind, name, mark), kind, name, cell, titled=titled)


def schema_of(thing: Thing, name: str) -> str:
    """The schema of a named thing: what its name tells of a body or a person, else that of the kind of sheet."""
    if not schema(thing.schema).is_a("LegalEntity") or thing.schema == "Person":
        return thing.schema
    told = body_of(name)[0]
    if not told and thing.schema == "LegalEntity" and is_person(name):
        return "Person"
    return told or thing.schema


def _ground(row: Row, thing: Thing, kind: Kind, made: dict[str, list[Made]]) -> Cell | None:
    """The cell that calls for a thing without a name: one of its own; for a relation also the name of its second end."""
    own = next((cell for cell in row.own(thing.name).values() if cell.column), None)
    edge = schema(thing.schema).edge
    if edge is None:
        nameable = f"{thing.name}.name" in kind.columns
        return own if own and (not nameable or thing.name == next(iter(kind.things))) else None
    first, *others = [next((made[o] for o in to if o in made), None) for t, p, to in kind.ties if t == thing.name and p in edge]
    second = others[0] if others else None
    if first is None:
        return None
    return own or (second[0].cell if second else None)


def _unnamed(row: Row, thing: Thing, kind: Kind, made: dict[str, list[Made]], cell: Cell, dataset: str) -> list[Made]:
    """One thing known by its own cells and what it is tied to, or one for each of the things it is said of."""
    tied = [m.id for t, _, to in kind.ties if t == thing.name for o in to if o != thing.each for m in made.get(o, ())]
    own = row.texts(thing.per) if thing.per else [c.text for c in row.own(thing.name).values()] + tied
    if not thing.each:
        return [Made(thing, entity_id(dataset, thing.schema, "", SEPARATOR.join(own)), thing.schema, "", cell)]
    return [
        Made(thing, entity_id(dataset, thing.schema, "", SEPARATOR.join([*own, m.id])), thing.schema, "", m.cell, m.id)
        for m in made.get(thing.each, ())
    ]
