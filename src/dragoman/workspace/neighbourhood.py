"""The neighbourhood of an entity: who it is tied to, by what, a step further where it is opened; capped, by kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.model.schema import schema

if TYPE_CHECKING:
    from dragoman.store.several import Tied
    from dragoman.workspace import Workspace

EACH, ALL = 24, 80  # neighbours drawn of one entity, and entities drawn in all: more cannot be read
OPENED = 6  # entities opened at once


@dataclass(slots=True)
class Node:
    """An entity of the drawing. `depth` is how many steps from the middle, `parent` the one it was reached by."""

    id: str
    schema: str
    caption: str
    depth: int
    parent: str = ""
    ties: int = 0  # how many it has, where it was opened
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie of two nodes: the property that ties them, or the record (an employment, a partnership) that stands between."""

    left: str
    right: str
    label: str  # a property, or a schema where `record` is told
    record: str = ""


@dataclass(slots=True)
class Neighbourhood:
    """What is drawn. `kinds` counts all ties of the middle by schema, whatever is shown."""

    middle: str
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    left_out: int = 0


def neighbourhood(workspace: Workspace, any_id: str, opened: Sequence[str] = (), kinds: Collection[str] = ()) -> Neighbourhood:
    """The entity, its neighbours of some schemata, and those of the neighbours that are opened. Raises `UnknownName`."""
    from dragoman.store.several import rows, tie_counts

    store = workspace.store
    middle = workspace.entities.find(any_id)
    row = rows(store, [middle])[middle]
    found = Neighbourhood(
        middle, {middle: Node(middle, row.schema, row.caption, 0, opened=True)}, kinds=tie_counts(store, middle)
    )
    _open(workspace, found, middle, kinds)
    for other in list(dict.fromkeys(opened))[:OPENED]:
        if other in found.nodes and not found.nodes[other].opened:
            _open(workspace, found, other, ())
    return found


def _open(workspace: Workspace, found: Neighbourhood, node: str, kinds: Collection[str]) -> None:
    """Add the neighbours of a node; a record that only ties two becomes the line between them."""
    from dragoman.store.several import several, tie_counts, tied

    store = workspace.store
    ties = tied(store, node, sorted(kinds), EACH, most=True)
    total = sum(n for k, n in tie_counts(store, node).items() if not kinds or k in kinds)
    found.nodes[node].opened, found.nodes[node].ties = True, total
    found.left_out += max(0, total - len(ties))
    between = [t for t in ties if schema(t.schema).edge]
    records = several(store, [t.id for t in between])
    for tie in ties:
        if tie.id in records:
            entity = records[tie.id]
            props = entity.schema.properties
            ends = [
                s.value for s in entity.statements if s.prop in props and props[s.prop].type == "entity" and s.value != node
            ]
            _join(workspace, found, node, tie, list(dict.fromkeys(ends))[:3])
        else:
            _add(found, node, tie.id, tie.schema, tie.caption)
            found.edges.append(Edge(node, tie.id, tie.props[0][0]))
    found.edges = list(dict.fromkeys(e for e in found.edges if e.left in found.nodes and e.right in found.nodes))


def _join(workspace: Workspace, found: Neighbourhood, node: str, tie: Tied, ends: list[str]) -> None:
    """Ends of a record that stands between; the record itself where it has no other end."""
    from dragoman.store.several import rows

    known = rows(workspace.store, ends)
    for row in known.values():
        _add(found, node, row.id, row.schema, row.caption)
        found.edges.append(Edge(node, row.id, tie.schema, tie.id))
    if not known:
        _add(found, node, tie.id, tie.schema, tie.caption)
        found.edges.append(Edge(node, tie.id, tie.props[0][0]))


def _add(found: Neighbourhood, parent: str, key: str, kind: str, caption: str) -> None:
    if key in found.nodes:
        return
    if len(found.nodes) >= ALL:
        found.left_out += 1
        return
    found.nodes[key] = Node(key, kind, caption, found.nodes[parent].depth + 1, parent)


def listed(workspace: Workspace, any_id: str, kinds: Collection[str], limit: int, offset: int = 0) -> list[Tied]:
    """The ties of an entity page by page, of some schemata, in the order they were told."""
    from dragoman.store.several import tied

    return tied(workspace.store, any_id, sorted(kinds), limit, offset)
