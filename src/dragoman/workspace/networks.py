"""Networks: alliances, networks of cities, mechanisms, joint laboratories, centres, standing platforms, groups of countries.

Each has members over time and events of its own, outside any fair too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UsageError
from dragoman.expo.standing import Member, members_on
from dragoman.model.entity import Entity
from dragoman.workspace.delegations import today
from dragoman.workspace.expo_around import ends, entities, first, tied
from dragoman.workspace.expo_views import source_of

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

KINDS = ("Alliance", "Network", "Centre", "JointLab", "Platform", "Framework", "CountryGroup")
OWN = ("partner", "member")  # properties by which a network itself names who belongs to it
EVENTS = ("network", "organizer", "coOrganizer", "partOf")
MANY = 100_000


@dataclass(frozen=True, slots=True)
class Network:
    """A network on a day: who belongs to it, all who ever did, and its events, the latest first."""

    id: str
    caption: str
    kind: str
    day: str
    members: tuple[Member, ...]
    ever: tuple[Member, ...]
    countries: tuple[str, ...]  # codes of those who belong on the day
    events: tuple[Entity, ...]


class Networks:
    """The networks of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def show(self, name_or_id: str, day: str = "") -> Network:
        """A network by its name or id, as it was on a day (ISO, also a month or a year; default: this day)."""
        entity = self.store.entity(self.workspace.expo.find(name_or_id))
        if not any(entity.schema.is_a(kind) for kind in (*KINDS, "Organization")):
            raise UsageError(f"{entity.caption} is no network", do=f"networks are {', '.join(KINDS)}")
        on, ever = day or today(), members(self.workspace, entity)
        now = members_on(ever, on)
        events = sorted(tied(self.workspace, entity.id, EVENTS, "Event"), key=_start, reverse=True)
        kind = first(entity, "networkKind", "centreKind") or entity.schema.name
        return Network(
            entity.id, entity.caption, kind, on, tuple(now), tuple(ever), self._countries(now),
            tuple(e for e in events if not _start(e) or not day or _start(e)[: len(day)] <= day[: len(_start(e))]),
        )  # fmt: skip

    def _countries(self, found: Iterable[Member]) -> tuple[str, ...]:
        known = entities(self.workspace, (m.record for m in found)).values()
        return tuple(sorted({c for e in known if (c := country_of(e))}))

    def listed(self, day: str = "") -> list[dict[str, Any]]:
        """Every network with how many belong to it on a day, as rows."""
        found = dict.fromkeys(r.id for kind in KINDS for r in self.store.entities(schema=kind, limit=MANY).rows)
        shown = [self.show(i, day) for i in found]
        return [
            {"id": n.id[:12], "network": n.caption, "kind": n.kind, "members": len(n.members), "countries": len(n.countries),
             "events": len(n.events)}
            for n in sorted(shown, key=lambda n: n.caption.casefold())
        ]  # fmt: skip

    def rows(self, found: Network) -> list[dict[str, Any]]:
        """Members on the day, then events, each with its source."""
        called = self.store.captions([m.record for m in found.members])
        rows = [
            {"what": "member", "name": called.get(m.record, m.record[:8]), "role": m.role, "from": m.since, "until": m.until,
             "source": source_of(self.workspace, self.store.statement(m.statement))}
            for m in found.members
        ]  # fmt: skip
        return rows + [
            {"what": "event", "name": e.caption, "role": first(e, "eventKind") or e.schema.label().lower(), "from": _start(e),
             "until": first(e, "endDate"), "source": source_of(self.workspace, e.statements[0])}
            for e in found.events
        ]  # fmt: skip


def _start(event: Entity) -> str:
    return first(event, "startDate", "date")


def country_of(entity: Entity) -> str:
    """The code of a body's or a place's country: as told, else the country its own name is."""
    from dragoman.extract.sheets.cells import country

    return first(entity, "country") or (country(entity.caption) if entity.schema.is_a("Place") else "")


def members(workspace: Workspace, network: Entity) -> list[Member]:
    """All who ever belonged to a network, by records of membership and by what is said of the network itself."""
    made = [
        Member(s.value, s.valid_from, s.valid_to, "", "", s.id)
        for prop in OWN for s in network.get(prop) if not s.negated and not s.suggested
    ]  # fmt: skip
    for tie in tied(workspace, network.id, ("organization",), "Membership"):
        said = [s for s in tie.get("member") if not s.negated and not s.suggested]
        since = first(tie, "startDate", "date") or min((s.valid_from for s in said), default="")
        until = first(tie, "endDate") or max((s.valid_to for s in said), default="")
        made += [Member(key, since, until, first(tie, "role"), tie.id, said[0].id) for key in ends(tie, "member")]
    return made
