"""The profile of a series, written from its records: sentences with numbers, each of which opens what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.model.entity import Entity
from dragoman.web.pages import expo_counts
from dragoman.web.pages.expo_record import called, href, told
from dragoman.workspace.expo_around import entities, first
from dragoman.workspace.expo_figures import in_order

if TYPE_CHECKING:
    from dragoman.expo.figures import Figures
    from dragoman.web.ask import Ask

NAMED = 4  # bodies named in one sentence
BODIES = ("organizer", "coOrganizer", "supporter", "approver", "guestOfHonour")
# Sentence: the figures it tells; one without its first figure is not written.
NUMBERS = {
    "who": ("exhibitors", "countries"), "again": ("exhibitors of several editions",), "projects": ("projects",),
    "signed": ("agreements signed",),
}  # fmt: skip


def profile(ask: Ask, series: Entity, figures: Figures) -> list[dict[str, Any]]:
    """The sentences: message key, values, and where each leads."""
    made = [_editions(ask, series), *(_bodies(ask, series, prop) for prop in BODIES)]
    base = f"/expo/{series.id}/figures"
    for key, names in NUMBERS.items():
        values = {f"v{n}": expo_counts.number(figures.value(name)) for n, name in enumerate(names)}
        if figures.value(names[0]):
            made.append({"key": key, "values": {**values, "n": values["v0"]}, "href": f"{base}/rows?name={names[0]}"})
    money = [c for c in figures.counted if c.name == "money signed" and c.unit and not c.by]
    if money:
        told = ", ".join(f"{ask.words.number(float(c.value))} {c.unit}" for c in money)
        made.append({"key": "money", "values": {"sums": told}, "href": f"{base}/rows?name={money[0].full_name}"})
    return [m for m in made if m]


def _editions(ask: Ask, series: Entity) -> dict[str, Any]:
    order = in_order(ask.workspace, series.id)
    days = [d for key in order if (d := first(ask.workspace.store.entity(key), "startDate"))]
    if not order:
        return {}
    values = {
        "n": len(order),
        "name": called(series, ask.lang),
        "since": days[0][:4] if days else "",
        "until": days[-1][:4] if days else "",
    }
    key = "editions_years" if days and days[0][:4] != days[-1][:4] else "editions"
    return {"key": key, "values": values, "href": "#editions"}


def _bodies(ask: Ask, series: Entity, prop: str) -> dict[str, Any]:
    """Who stands behind the series, by its own record and those of its editions."""
    store = ask.workspace.store
    found: dict[str, None] = dict.fromkeys(series.values(prop, sure=True))
    for key in in_order(ask.workspace, series.id):
        found |= dict.fromkeys(store.entity(key).values(prop, sure=True))
    bodies = entities(ask.workspace, found)
    names = list(dict.fromkeys(told(ask.workspace, bodies.values(), ask.lang).values()))
    if not names:
        return {}
    comma = "、" if ask.lang == "zh" else ", "
    more = len(names) - NAMED
    text = comma.join(names[:NAMED]) + (f" {ask.words('expo.and_more', n=more)}" if more > 0 else "")
    linked = {called(e, ask.lang): href(e.schema.name, key) for key, e in bodies.items()}
    links = [{"href": linked.get(name, ""), "caption": name} for name in names[:NAMED]]
    return {"key": prop, "values": {"names": text}, "href": "", "links": links, "more": max(more, 0)}
