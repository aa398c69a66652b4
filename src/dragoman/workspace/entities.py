"""Entities, facts and search of a workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.base.errors import UnknownName
from dragoman.model.entity import Entity
from dragoman.model.fact import Fact, facts
from dragoman.model.schema import FACT_KINDS, schemata

if TYPE_CHECKING:
    from dragoman.store import EntityRow, Page, SearchPage
    from dragoman.workspace import Workspace

FIRST = 1_000  # statements shown of one entity at a time: a hub may have 50,000, which take seconds to read and print


class Entities:
    """What a workspace knows, by canonical id."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def of_kind(self, kind: str, limit: int = 50, offset: int = 0, country: str = "") -> Page:
        """Entities of a kind of fact (organisation, event ...) or of a schema (Company, Edition ...), or those of a country."""
        by_schema, by_kind = resolve_kind(kind)
        return self.workspace.store.entities(schema=by_schema, kind=by_kind, country=country, limit=limit, offset=offset)

    def told(self, rows: Iterable[EntityRow]) -> dict[str, str]:
        """What a list calls its rows: their captions; a relation, which has no name, by its first fact."""
        found = {}
        for row in rows:
            bare = row.caption == row.id[:8]
            known = self.facts(self.workspace.store.entity(row.id)) if bare else []
            found[row.id] = known[0].text if known else row.caption
        return found

    def get(self, name_or_id: str, as_of: str = "", known_at: str = "") -> Entity:
        """One entity by id or by name, as of a date and as known at a time; raises `UnknownName`."""
        entity = self.workspace.store.entity(self.find(name_or_id), as_of=as_of, known_at=known_at)
        if not entity.statements:
            raise UnknownName(f"nothing of {name_or_id!r} held or was known then", do="an earlier or later time may tell more")
        return entity

    def first(self, name_or_id: str, limit: int = FIRST) -> tuple[Entity, int]:
        """The first statements of an entity, and how many there are: what a screen needs of a hub; raises `UnknownName`."""
        page = self.workspace.store.entity_page(self.find(name_or_id), limit=limit)
        standing = tuple(s for s in page.statements if not s.retracted_at)
        return Entity(page.id, standing), page.total - len(page.statements) + len(standing)

    def find(self, name_or_id: str) -> str:
        """The canonical id for an id (or its first eight digits and more) or a name."""
        store = self.workspace.store
        if len(name_or_id) == 32 and all(c in "0123456789abcdef" for c in name_or_id):
            return store.canonical(name_or_id)
        rows = store.find_entities(name_or_id, limit=1)
        if not rows:
            raise UnknownName(f"nothing here is called {name_or_id!r}", do="dragoman search looks inside texts too")
        return rows[0].id

    def named(self, name: str, limit: int = 10) -> Iterable[EntityRow]:
        """Entities of that name, exact ones first."""
        return self.workspace.store.find_entities(name, limit=limit)

    def search(self, words: str, schema: str | None = None, limit: int = 20) -> SearchPage:
        """Entities and documents that hold these words."""
        return self.workspace.store.search(words, schema=schema, limit=limit)

    def captions(self, entities: Iterable[Entity]) -> dict[str, str]:
        """What to call these entities and all they are tied to."""
        wanted = {e.id: None for e in entities}
        for entity in entities:
            kinds = entity.schema.properties
            wanted |= {s.value: None for s in entity.statements if s.prop in kinds and kinds[s.prop].type == "entity"}
        return self.workspace.store.captions(wanted)

    def facts(self, entity: Entity) -> list[Fact]:
        """The facts on one entity, in the order they stand in their documents."""
        return facts(entity.statements, self.captions([entity]))

    def ties(self, entity: Entity, limit: int = 200) -> Iterator[Fact]:
        """The facts of others that name this one: memberships, visits, agreements."""
        store = self.workspace.store
        others = {other for other, _, _, direction in store.adjacent(entity.id, limit) if direction == "in"}
        for other in sorted(others):
            yield from self.facts(store.entity(other))


def resolve_kind(kind: str) -> tuple[str | None, str | None]:
    """A schema, or a kind of fact, from what a person typed (`company`, `organisations`); raises `UnknownName`."""
    wanted = kind.lower()
    for name in schemata():
        if wanted in (name.lower(), f"{name.lower()}s"):
            return name, None
    for fact_kind in FACT_KINDS:
        plural = f"{fact_kind[:-1]}ies" if fact_kind.endswith("y") else f"{fact_kind}s"
        if wanted in (fact_kind, plural):
            return None, fact_kind
    raise UnknownName(f"there is no kind {kind!r}", do=f"one of {', '.join(FACT_KINDS)}, or a schema such as Company")
