"""The people and organisations of a workspace as records of the names engine; also those that are still to be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.compare.record import Record, from_ftm
from dragoman.model.entity import Entity
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
