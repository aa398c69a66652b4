"""A network or a centre: its members over time, its events, and of a centre who resides there with their markets."""

from __future__ import annotations

from typing import Any

from dragoman.base.errors import UnknownName
from dragoman.web.ask import Ask, Page
from dragoman.web.pages.expo_coded import label
from dragoman.web.pages.expo_record import called, chosen, href, known, related, shown, source, told
from dragoman.web.route import get
from dragoman.workspace.expo_around import entities, first
from dragoman.workspace.networks import KINDS, Networks
from dragoman.workspace.portfolio import Portfolio, Portfolios

DAY = 10  # characters of an ISO date
CODE = 2  # letters of a country's code
SHOWN_ABOVE = ("Membership", "MarketStatus", "TransferStep")  # what its own sections tell


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
    portfolio = _portfolio(ask, room.of(entity.id, day), room) if centre else []
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
        "related": [g for g in related(ask.workspace, entity, ask.lang) if g["kind"] not in SHOWN_ABOVE],
    }
    return Page("expo_network.html", data)


def _portfolio(ask: Ask, found: Portfolio, room: Portfolios) -> list[dict[str, Any]]:
    """Residents with their markets, the steps they took, and what was sold by country and year."""
    store, t = ask.workspace.store, ask.words
    near = entities(ask.workspace, [r.member.record for r in found.residents])
    names = told(ask.workspace, near.values(), ask.lang)

    def proved(statement: str) -> dict[str, Any]:
        return {"statement": statement, "source": source(ask.workspace, store.statement(statement)) if statement else {}}

    rows: list[dict[str, Any]] = []
    for r in found.residents:
        key = r.member.record
        head = {"name": names.get(key, r.caption), "href": href(near[key].schema.name, key) if key in near else "",
                "fields": [label(f, ask.lang) for f in r.fields]}  # fmt: skip
        for s in r.states:
            country = t.country(s.country) if len(s.country) == CODE else s.country
            rows.append({**head, "country": country, "what": chosen(t, s.stage), "date": s.date, **proved(s.statement)})
        for step in r.steps:
            parts = [chosen(t, step.stage) if step.stage else "", f"TRL {step.trl}" if step.trl else "", step.holder]
            rows.append(
                {**head, "country": "", "what": ", ".join(p for p in parts if p), "date": step.date, **proved(step.statement)}
            )
        if not r.states and not r.steps:
            rows.append({**head, "country": "", "what": r.told, "date": "", **proved("")})
    for total in found.sales:
        sold = t("expo_net.sold", sum=f"{t.number(float(total.amount))} {total.currency}")
        rows.append({"name": "", "href": "", "fields": [], "country": t.country(total.country) if total.country else "",
                     "what": sold, "date": total.year, **proved(next(iter(total.statements), ""))})  # fmt: skip
    return rows


DOORS = (get("/networks/{id}", network),)
