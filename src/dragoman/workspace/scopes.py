"""Looking records up by example: in one list, in all lists, or among the people and organisations of the workspace.

All three go through the screener, so that the values and the reasons mean the same. The names of the workspace stand in a
blocking index of their own in the folder `lookup`, brought up to the log before each look.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from dragoman.base.errors import UnknownName
from dragoman.compare.index import Index
from dragoman.compare.name import Kind, Name
from dragoman.compare.parse import parse
from dragoman.compare.record import COUNTRIES, DATES, IDENTIFIERS, Record, from_ftm
from dragoman.compare.score import REVIEW
from dragoman.model.entity import NAME_PROPS
from dragoman.model.ids import normal_name
from dragoman.model.schema import schemata
from dragoman.resolve.judging import version
from dragoman.resolve.neighbours import Neighbours
from dragoman.screen.hit import Hit, Query
from dragoman.screen.screener import Screened, Screener
from dragoman.workspace.lists import Lists

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

LISTS, OWN = "lists", "workspace"
ALL = ("lists", "default", "all", "sanctions")  # scopes that mean every list; clients of yente ask for the last three
FOLDER = "lookup"
NAMES = 5  # names of one example that are looked up; more are spellings of these
SAME_NAME = 20  # entities of one and the same name that are rated
LABEL = "workspace"
PARTIES = ("Person", "Organization", "Company", "PublicBody", "LegalEntity")


@dataclass(frozen=True, slots=True)
class Example:
    """Whom somebody looks for, as FollowTheMoney writes it."""

    schema: str
    properties: Mapping[str, Sequence[str]]

    def values(self, *names: str) -> list[str]:
        """All values of some properties, each once."""
        return list(dict.fromkeys(str(v) for name in names for v in self.properties.get(name, ()) if str(v).strip()))

    def queries(self) -> list[Query]:
        """A query a name, all with the same particulars."""
        from dragoman.lists.countries import countries
        from dragoman.lists.dates import dates

        places = frozenset(c for v in self.values(*COUNTRIES) for c in countries(v))
        days = frozenset(d for v in self.values(*DATES) for d in dates(v))
        known = tuple(self.values(*sorted(IDENTIFIERS)))
        names = self.values(*NAME_PROPS)[:NAMES] or [""] * bool(known)
        return [Query(name, self.schema, places, days, known) for name in names]


class Scopes:
    """What can be looked in. One for a site: it keeps editions and indexes open between requests, for many threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._screeners: dict[tuple[object, ...], Screener] = {}
        self._own: Own | None = None

    def names(self) -> list[str]:
        """Every scope there is."""
        return [LISTS, OWN, *Lists.at(self.folder).labels()]

    def check(self, scope: str) -> None:
        """Raise `UnknownName` for a scope there is not."""
        if scope not in ALL and scope not in self.names():
            raise UnknownName(f"there is no scope {scope[:60]!r}", do=f"one of {', '.join(self.names())}")

    def find(self, workspace: Workspace, scope: str, example: Example, limit: int, least: float = REVIEW) -> list[Hit]:
        """The likeliest records, best first, each once. Raises `UnknownName` for a scope there is not."""
        self.check(scope)
        best: dict[str, Hit] = {}
        with self._lock:  # an index restores names as it is asked, which two threads must not do at once
            if scope == OWN:
                screener = self._own_screener(workspace, example, limit, least)
            else:
                screener = self._screener(scope, limit, least)
            for query in example.queries():
                for hit in screener.screen(query):
                    if hit.key not in best or best[hit.key].score < hit.score:
                        best[hit.key] = hit
        return sorted(best.values(), key=lambda h: (-h.score, h.key))[:limit]

    def _own_screener(self, workspace: Workspace, example: Example, limit: int, least: float) -> Screener:
        self._own = self._own or Own(self.folder / FOLDER)
        self._own.bring(workspace, example.values(*sorted(IDENTIFIERS)))
        return Screener([self._own], least, limit)

    def _screener(self, scope: str, limit: int, least: float) -> Screener:
        lists = Lists.at(self.folder)
        wanted = [(label, lists.shelf.current(label)) for label in (lists.labels() if scope in ALL else [scope])]
        key = (*wanted, limit, least)
        if key not in self._screeners:
            if len(self._screeners) > 20:
                self._screeners.clear()
            editions = cast(list[Screened], [lists.edition(label, edition) for label, edition in wanted])
            self._screeners[key] = Screener(editions, least, limit)
        return self._screeners[key]


@dataclass(slots=True)
class OwnMeta:
    """What a screener asks of the description of an edition."""

    label: str = LABEL
    edition: str = ""
    published: str = ""


class Own:
    """The people and organisations of a workspace, in the form a screener asks. Records are numbered as they are met."""

    def __init__(self, folder: Path) -> None:
        self.meta = OwnMeta()
        self.neighbours = Neighbours(folder, version())
        self.at = -1
        self.workspace: Workspace
        self.known: Sequence[str] = ()
        self.met: list[Met] = []

    def bring(self, workspace: Workspace, known: Sequence[str] = ()) -> None:
        """Bring the index of names up to the log; `known` are the identifiers that will be asked for."""
        self.workspace, self.known, self.met = workspace, known, []
        store, position = workspace.store, workspace.store.position()
        if position != self.at:
            touched = store.touched(self.neighbours.position)
            if touched:
                whole = not self.neighbours.position
                rows = store.particulars() if whole else store.names(ids=list(touched)[:30_000])
                self.neighbours.take(_keys(rows))
            self.neighbours.save(position)
            self.at, self.meta.edition = position, str(position)

    @property
    def index(self) -> Index:
        """Itself: what a screener asks of an index is answered here."""
        return cast(Index, self)

    def best(
        self, query: Name, kind: Kind, limit: int, threshold: float, rate: Callable[[Name, Name], float]
    ) -> list[tuple[int, int, float]]:
        """(record, name number, value) of the entities whose name is rated at the threshold or above, best first."""
        kinds = {kind, Kind.ORGANISATION, Kind.PERSON} if kind is Kind.ANY else {kind, Kind.ANY}
        names = dict.fromkeys(key for k in kinds for key in self.neighbours.near((k, query.text)))
        rated = sorted(((rate(query, parse(text, k)), text, k) for k, text in names), key=lambda r: (-r[0], r[1]))
        found: dict[str, tuple[int, int, float]] = {}
        for value, text, _ in rated:
            if value < threshold or len(found) >= limit:
                break
            for entity in self._bearers(text):
                if entity not in found:
                    found[entity] = (number := self._number(entity, text), number, value)
        return list(found.values())[:limit]

    def _bearers(self, name: str) -> list[str]:
        wanted = normal_name(name)
        rows = self.workspace.store.find_entities(name, limit=SAME_NAME)
        exact = [r.id for r in rows if normal_name(r.caption) == wanted and schemata()[r.schema].is_a("LegalEntity")]
        return exact or [r.id for r in rows[:1] if schemata()[r.schema].is_a("LegalEntity")]

    def _number(self, entity: str, name: str) -> int:
        self.met.append(Met(entity, name))
        return len(self.met) - 1

    def name(self, number: int) -> Name:
        """The name by which a record was met."""
        return parse(self.met[number].name, Kind.of(self.entity(number)["schema"]))

    def entity(self, number: int) -> dict[str, Any]:
        """A record as a FollowTheMoney object."""
        met = self.met[number]
        met.entity = met.entity or entity_of(self.workspace, met.id)
        return met.entity

    def name_kind(self, number: int) -> str:
        """Of which property the name is that was met."""
        said = self.entity(number)["properties"]
        return next((prop for prop in NAME_PROPS if self.met[number].name in said.get(prop, ())), "name")

    def records(self) -> Iterator[Record]:
        """Those that may bear an identifier asked for, by the search for it."""
        store = self.workspace.store
        for value in self.known:
            for hit in store.search(value, limit=SAME_NAME).hits:
                if hit.kind == "entity" and schemata()[hit.schema].is_a("LegalEntity"):
                    yield from_ftm(self.entity(self._number(hit.id, "")))


@dataclass(slots=True)
class Met:
    """An entity met by a name."""

    id: str
    name: str
    entity: dict[str, Any] = field(default_factory=dict)


def entity_of(workspace: Workspace, name_or_id: str) -> dict[str, Any]:
    """An entity of the workspace as a FollowTheMoney object. Raises `UnknownName`."""
    found, _ = workspace.entities.first(name_or_id)
    if not found.statements:
        raise UnknownName(f"nothing is known of {name_or_id[:60]!r}")
    properties = {p: list(found.values(p)) for p in dict.fromkeys(s.prop for s in found.statements)}
    return {
        "id": found.id, "schema": found.schema.name, "caption": found.caption, "datasets": list(found.datasets),
        "properties": properties, "first_seen": found.first_seen,
    }  # fmt: skip


def _keys(rows: Iterable[tuple[str, str, str, str, str]]) -> Iterator[tuple[Kind, str]]:
    known = schemata()
    for _, kind, prop, value, _ in rows:
        if prop in NAME_PROPS and kind in known and known[kind].is_a("LegalEntity"):
            yield Kind.of(kind), value
