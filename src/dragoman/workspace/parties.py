"""The people and organisations of a workspace as records of the names engine; also those that are still to be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.compare.record import Record, from_ftm
from dragoman.model.entity import NAME_PROPS, Entity
from dragoman.model.schema import schema
from dragoman.model.statement import Statement

PARTY = "LegalEntity"


def parties(statements: Iterable[Statement]) -> Iterator[Record]:
    """One record a party with a name, in the order they first appear. Unnamed parties have nothing to look up."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        if not statement.negated and not statement.retracted_at:
            groups.setdefault(statement.entity_id, []).append(statement)
    for key, members in groups.items():
        entity = Entity(key, tuple(members))
        if entity.names and entity.schema.is_a(PARTY):
            yield _record(entity)


def _record(entity: Entity) -> Record:
    properties: dict[str, list[str]] = {}
    for s in entity.statements:
        values = properties.setdefault(s.prop, [])
        if s.value not in values:
            values.append(s.value)
    names = [n for n in entity.names if n in properties.get("name", ())] or list(entity.names)
    said = {
        "id": entity.id, "schema": entity.schema.name, "caption": entity.caption, "datasets": entity.datasets,
        "properties": properties | {"name": names},
    }  # fmt: skip
    return from_ftm(said)


def records(rows: Iterable[tuple[str, str, str, str, str]]) -> dict[str, Record]:
    """A record of each id from rows (id, schema, property, value, data set), for those with a name.

    Sources are left out: lists seldom name one bearer twice, documents spell one body in many ways.
    """
    said: dict[str, dict[str, dict[str, int]]] = {}
    kinds: dict[str, Counter[str]] = {}
    for key, kind, prop, value, _ in rows:
        values = said.setdefault(key, {}).setdefault(prop, {})
        values[value] = values.get(value, 0) + 1
        kinds.setdefault(key, Counter())[kind] += 1
    found = {}
    for key, properties in said.items():
        kind = _most_special(kinds[key])
        if schema(kind).is_a(PARTY) and any(prop in properties for prop in NAME_PROPS):
            found[key] = _of_rows(key, kind, properties)
    return found


def _most_special(kinds: Counter[str]) -> str:
    leaves = [k for k in kinds if not any(o != k and schema(o).is_a(k) for o in kinds)]
    return max(leaves, key=lambda k: (kinds[k], k))


def _of_rows(key: str, kind: str, said: dict[str, dict[str, int]]) -> Record:
    properties = {prop: sorted(values, key=lambda v: (-values[v], -len(v), v)) for prop, values in said.items()}
    caption = next(properties[prop][0] for prop in NAME_PROPS if prop in properties)
    return from_ftm({"id": key, "schema": kind, "caption": caption, "properties": properties})
