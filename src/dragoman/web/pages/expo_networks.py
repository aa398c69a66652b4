"""A network or a centre: its members over time, its events, and of a centre who resides there with their markets."""

from __future__ import annotations

from typing import Any

from dragoman.base.errors import UnknownName
from dragoman.web.ask import Ask, Page
from dragoman.web.pages.expo_record import called, href, known, related, shown
from dragoman.web.route import get
from dragoman.workspace.expo_around import entities, first
from dragoman.workspace.networks import KINDS, Networks
from dragoman.workspace.portfolio import Portfolios

DAY = 10


def network(ask: Ask) -> Page:
    """A network as it was on a day (`day`; else today)."""
    entity = known(ask.workspace, ask.path["id"]) if len(ask.path["id"]) == 32 else None
    if entity is None or not any(entity.schema.is_a(kind) for kind in KINDS):
        raise UnknownName("there is no such network")
    day = ask.text("day")[:DAY]
    found = Networks(ask.workspace).show(entity.id, day)
    people = entities(ask.workspace, (m.record for m in found.ever))
    rows = [
        {"id": m.record, "caption": called(people[m.record], ask.lang), "href": href(people[m.record].schema.name, m.record),
         "role": m.role, "since": m.since, "until": m.until, "now": m in found.members}
        for m in found.ever if m.record in people
    ]  # fmt: skip
    centre = entity.schema.is_a("Centre")
    room = Portfolios(ask.workspace)
    portfolio: list[dict[str, Any]] = room.rows(room.of(entity.id, day), ask.lang) if centre else []
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "day": found.day,
        "members": rows,
        "countries": list(found.countries),
        "events": [
            {
                "id": e.id,
                "caption": called(e, ask.lang),
                "href": href(e.schema.name, e.id),
                "date": first(e, "startDate", "date"),
                "kind": first(e, "eventKind"),
            }
            for e in found.events
        ],
        "portfolio": portfolio,
        "centre": centre,
        "related": related(ask.workspace, entity),
    }
    return Page("expo_network.html", data)


DOORS = (get("/networks/{id}", network),)
