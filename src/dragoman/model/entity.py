"""Entity and Graph: read-only views over statements, as of a date (valid time) and as known at a time (recorded time)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.model.reader import CALLED_BY, nearest
from dragoman.model.schema import Schema, schema
from dragoman.model.statement import Statement

NAME_PROPS = ("name", "alias", "weakAlias", "previousName", "abbreviation")


def holds(statement: Statement, as_of: str = "", known_at: str = "") -> bool:
    """Whether a statement is valid at the ISO date `as_of` and was recorded and not retracted at `known_at`.

    Dates may be cut to a year or a month: 2018 is valid all through 2018-06-30.
    """
    if as_of:
        since, until = statement.valid_from, statement.valid_to
        if since and since[: len(as_of)] > as_of[: len(since)]:
            return False
        if until and until[: len(as_of)] < as_of[: len(until)]:
            return False
    if known_at:
        if statement.recorded_at and statement.recorded_at > known_at:
            return False
        return not statement.retracted_at or statement.retracted_at > known_at
    return not statement.retracted_at


@dataclass(frozen=True, slots=True)
class Entity:
    """All that is said of one canonical id."""

    id: str
    statements: tuple[Statement, ...]

    @property
    def schema(self) -> Schema:
        """The most special schema its statements name; where they disagree, the one named most often."""
        names = Counter(s.schema for s in self.statements)
        found = [schema(n) for n in names]
        leaves = [s for s in found if not any(o is not s and o.is_a(s.name) for o in found)]
        return max(leaves, key=lambda s: (names[s.name], s.name))

    @property
    def caption(self) -> str:
        """What to call it: the name most statements agree on, the longest of equals; to a reader, that of their script."""
        for prop in NAME_PROPS:
            names = self._told(prop)
            if names:
                return nearest(max(names, key=lambda n: (names[n], len(n), n)), self._others())
        for prop in ("title", "unnamed", "summary", "counted", "role", "shown", "purpose", "question", "description"):
            for statement in self.statements:
                if statement.prop == prop:
                    return statement.value
        return self.id[:8]

    def _told(self, prop: str) -> Counter[str]:
        return Counter(s.value for s in self.statements if s.prop == prop and not s.negated)

    def _others(self) -> Iterator[tuple[int, int, str]]:
        for place, prop in enumerate(CALLED_BY):
            yield from ((place, n, name) for name, n in self._told(prop).items())

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the caption first."""
        names = {s.value: None for prop in NAME_PROPS for s in self.statements if s.prop == prop}
        return tuple(sorted(names, key=lambda n: n != self.caption))

    @property
    def datasets(self) -> tuple[str, ...]:
        """The sources that speak of it."""
        return tuple(sorted({s.dataset for s in self.statements}))

    @property
    def topics(self) -> tuple[str, ...]:
        """Its topics, such as `sanction`."""
        return self.values("topics")

    @property
    def first_seen(self) -> str:
        """When the first statement on it was recorded."""
        return min((s.recorded_at for s in self.statements if s.recorded_at), default="")

    def get(self, prop: str) -> tuple[Statement, ...]:
        """The statements of one property."""
        return tuple(s for s in self.statements if s.prop == prop)

    def values(self, prop: str, *, sure: bool = False) -> tuple[str, ...]:
        """The distinct values of one property, negative statements left out; `sure` leaves out what is to check."""
        found = (s for s in self.statements if s.prop == prop and not s.negated and not (sure and s.suggested))
        return tuple(dict.fromkeys(s.value for s in found))

    def as_of(self, date: str = "", known_at: str = "") -> Entity:
        """The same entity with only what held on `date` and was known at `known_at`."""
        return Entity(self.id, tuple(s for s in self.statements if holds(s, date, known_at)))


@dataclass(slots=True)
class Graph:
    """Canonical entities and the ties their entity-typed statements make."""

    entities: dict[str, Entity] = field(default_factory=dict)
    ties: dict[str, list[tuple[str, Statement]]] = field(default_factory=dict)  # both directions

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Graph:
        """Assemble a graph; a tie to an entity that is not there is left out."""
        graph = cls({e.id: e for e in entities})
        for entity in graph.entities.values():
            for statement in entity.statements:
                kind = entity.schema.properties.get(statement.prop)
                if kind and kind.type == "entity" and statement.value in graph.entities:
                    graph.ties.setdefault(entity.id, []).append((statement.value, statement))
                    graph.ties.setdefault(statement.value, []).append((entity.id, statement))
        return graph

    def adjacent(self, entity_id: str) -> Iterator[tuple[Entity, Statement]]:
        """The entities one hop away, each with the statement that ties it."""
        for other, statement in self.ties.get(entity_id, ()):
            yield self.entities[other], statement
