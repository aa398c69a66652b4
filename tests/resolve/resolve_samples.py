"""Small parties for the tests of resolving: one body in three scripts, namesakes, branches."""

from __future__ import annotations

from pathlib import Path

from dragoman import open_workspace
from dragoman.model.ids import entity_id
from dragoman.model.statement import Statement
from dragoman.workspace import Workspace

Party = tuple[str, str, str, tuple[tuple[str, str], ...]]  # data set, schema, name, particulars


def party(dataset: str, name: str, schema: str = "Organization", **particulars: str) -> Party:
    """A party as a document tells of it."""
    return dataset, schema, name, tuple(sorted(particulars.items()))


def ident(one: Party) -> str:
    """The id its statements stand under."""
    return entity_id(*one[:3])


def said(one: Party) -> list[Statement]:
    """Its statements."""
    dataset, schema, name, particulars = one
    pairs = (("name", name), *particulars)
    return [Statement(ident(one), schema, prop, value, dataset) for prop, value in pairs]


def workspace(folder: Path, *parties: Party) -> Workspace:
    """A workspace in which these parties are told of."""
    made = open_workspace(folder, create=True)
    made.store.add(None, [s for one in parties for s in said(one)])
    return made
