"""What is counted of an entity, and the schema and caption that follow from the counts. Pure functions.

They are those of `model.entity.Entity`, computed from counts instead of from all statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from dragoman.model import reader
from dragoman.model.entity import NAME_PROPS
from dragoman.model.schema import Property, Schema, schemata
from dragoman.store.dictionary import Shape

SCHEMA, DATASET, COUNTRY, TOPIC, NAME, LABEL = 0, 1, 2, 3, 10, 20  # NAME and LABEL: plus the place of the property
LABEL_PROPS = (  # as Entity.caption tries them
    "title", "unnamed", "summary", "counted", "role", "shown", "purpose", "question", "description",
)  # fmt: skip
LABEL_CHARS = 160  # a caption from a description is cut to a line
FACETS = {"country": COUNTRY, "topic": TOPIC, "topics": TOPIC, "schema": SCHEMA, "dataset": DATASET}
_WHAT = {prop: NAME + n for n, prop in enumerate(NAME_PROPS)} | {prop: LABEL + n for n, prop in enumerate(LABEL_PROPS)}
CALLED_BY = tuple(_WHAT[prop] for prop in reader.CALLED_BY)
_TEXTUAL = frozenset({"text", "identifier"})


class Role(NamedTuple):
    """What the views make of statements of one schema and property."""

    what: int | None  # the count its value enters, besides schema and data set
    tie: bool
    figure: bool
    searched: str  # the search index its value goes to


@cache
def _property(schema: str, prop: str) -> Property | None:
    found = schemata().get(schema)
    return found.properties.get(prop) if found else None


@cache
def role(schema: str, prop: str, negated: bool) -> Role:
    """What the views make of a statement. What the schema does not know is taken as text."""
    spec = _property(schema, prop)
    kind = spec.type if spec else "text"
    what = _WHAT.get(prop)
    if prop == "country" or kind == "country":
        what = COUNTRY
    elif prop == "topics":
        what = TOPIC
    if kind == "entity" or (negated and what is not None and what < LABEL):
        what = None  # an id is nothing to call a thing by
    index = "search_names" if kind == "name" else "search_values" if kind in _TEXTUAL else ""
    return Role(what, kind == "entity", kind in ("number", "money"), index)


PARTICULARS = frozenset(  # of people and organisations: what else tells two bearers of a name apart
    ("address", "birthDate", "incorporationDate", "nationality", "position", "website", "email", "phone")
)


def particular(shape: Shape) -> bool:
    """Whether statements of a shape help to tell people and organisations apart; what is denied does not."""
    kind = schemata().get(shape.schema)
    if shape.negated or kind is None or not kind.is_a("LegalEntity"):
        return False
    return shape.prop in PARTICULARS or identifies(shape)


def identifies(shape: Shape) -> bool:
    """Whether statements of a shape help to tell whether two entities are one: names, identifiers, countries; of editions
    their ordinal and the day they began as well.
    """
    spec = _property(shape.schema, shape.prop)
    if shape.schema == "Edition" and shape.prop in ("ordinal", "startDate"):
        return not shape.negated
    return shape.prop in NAME_PROPS or (spec is not None and spec.type in ("identifier", "country"))


def role_of(shape: Shape) -> Role:
    """What the views make of statements of a shape."""
    return role(shape.schema, shape.prop, shape.negated)


def leaf(counts: Mapping[str, int]) -> str:
    """The most special schema named; where they disagree, the one named most often."""
    known = schemata()
    if len(counts) == 1:
        return next(iter(counts))
    found: list[Schema] = [known[n] for n in counts if n in known]
    leaves = [s.name for s in found if not any(o is not s and o.is_a(s.name) for o in found)] or list(counts)
    return max(leaves, key=lambda name: (counts[name], name))


def caption(rows: Iterable[tuple[int, str, int, int]], default: str) -> str:
    """What to call an entity, from its counts (what, value, count, first)."""
    names: dict[int, tuple[int, int, str]] = {}
    label: tuple[int, int, str] | None = None
    for what, value, count, first in rows:
        if NAME <= what < LABEL:
            names[what] = max(names.get(what, (0, 0, "")), (count, len(value), value))
        elif what >= LABEL and (label is None or (what, first) < label[:2]):
            label = (what, first, value)
    if names:
        return names[min(names)][2]
    return label[2] if label else default
