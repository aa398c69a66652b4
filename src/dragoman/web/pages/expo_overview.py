"""The expo's first page, and the page of a series or an edition: what it is, its figures, what waits, where everything is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName
from dragoman.expo.due import days_left
from dragoman.model.entity import Entity
from dragoman.web.ask import Ask, Page
from dragoman.web.pages import expo_counts
from dragoman.web.pages.expo_items import told_item
from dragoman.web.pages.expo_kept import kept
from dragoman.web.pages.expo_profile import profile
from dragoman.web.pages.expo_record import called, href, proof, shown
from dragoman.web.route import get
from dragoman.workspace.delegations import today
from dragoman.workspace.due import due
from dragoman.workspace.expo_around import entities, first, texts
from dragoman.workspace.expo_figures import in_order
from dragoman.workspace.expo_lists import parts

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

SOON = 30  # days: what is due until then is shown
SHOWN = 8
MOST = 2_000  # series, and editions: all there are
DAY = 10  # characters of an ISO date
COLUMNS = ("exhibitors", "countries", "projects", "agreements signed")
# What stands between and beside editions: a list each.
ROOMS = ("Visit", "Delegation", "Agreement", "Cooperation", "Consultation", "Contest", "Network", "Centre", "TalentOffer")


def start(ask: Ask) -> Page:
    """Series and editions, the other rooms with how much they hold, the first of what is due."""
    workspace = ask.workspace
    rooms = {kind: workspace.store.entities(schema=kind, limit=1).total for kind in ROOMS}
    day = today()
    waiting = kept(workspace, ("due", day), lambda: due(workspace, day, days=SOON))
    series = kept(workspace, ("series", ask.lang), lambda: _all_series(workspace, ask.lang))
    return Page("expo_start.html", {"series": series, "rooms": rooms, "due": waiting[:SHOWN], "due_total": len(waiting)})


def _all_series(workspace: Workspace, lang: str) -> list[dict[str, Any]]:
    """Every series with its editions, the latest first; last the editions of which no series is on record."""
    ids = {kind: [r.id for r in workspace.store.entities(schema=kind, limit=MOST).rows] for kind in ("Expo", "Edition")}
    known, editions = entities(workspace, ids["Expo"]), entities(workspace, ids["Edition"])
    left = dict(editions)
    made: list[dict[str, Any]] = []
    for series in known.values():
        members = [e for key in in_order(workspace, series.id) if (e := left.pop(key, None))]
        shown_ = [_listed(e, lang) for e in reversed(members)]
        made.append({"id": series.id, "caption": called(series, lang), "editions": shown_})
    made.sort(key=lambda row: (max((e["from"] for e in row["editions"]), default=""), row["caption"]), reverse=True)
    alone = [_listed(e, lang) for e in left.values()]
    return [*made, *([{"id": "", "caption": "", "editions": alone}] if alone else [])]


def _listed(e: Entity, lang: str) -> dict[str, Any]:
    return {"id": e.id, "caption": called(e, lang), **held(e, lang)}


def held(e: Entity, lang: str) -> dict[str, str]:
    """When and where an edition is held."""
    where = texts(e, "venue") or texts(e, "address")
    return {
        "from": first(e, "startDate"), "to": first(e, "endDate"),
        "venue": where.get(lang) or where.get("en") or next(iter(where.values()), ""),
    }  # fmt: skip


def subject(ask: Ask) -> Entity:
    """The series or edition of the address; raises `UnknownName`."""
    store = ask.workspace.store
    key = ask.path["id"]
    entity = store.entity(store.canonical(key)) if len(key) == 32 else store.entity(ask.workspace.expo.edition(key))
    if not entity.statements or not (entity.schema.is_a("Edition") or entity.schema.is_a("Expo")):
        raise UnknownName("there is no such edition", do="the page Expo lists those there are")
    return entity


def edition(ask: Ask) -> Page:
    """An edition; or a series with its profile."""
    entity = subject(ask)
    found = expo_counts.figures(ask.workspace, entity.id)
    data = {
        "record": shown(ask.workspace, entity, ask.lang), "main": expo_counts.main(found, ask.lang),
        "reported": expo_counts.all_reported(ask.workspace, found, ask.lang), "held": held(entity, ask.lang),
    }  # fmt: skip
    if entity.schema.is_a("Expo"):
        return _series(ask, entity, data)
    order = _neighbours(ask, entity)
    return Page("expo_edition.html", {**data, **order, "rooms": parts(ask.workspace, entity.id), **_today(ask, entity)})


def _today(ask: Ask, entity: Entity) -> dict[str, Any]:
    """How an edition stands to this day: before it, on it with what is on then, or after it."""
    day, since = today(), first(entity, "startDate")
    until = first(entity, "endDate") or since
    if len(since) != DAY or len(until) != DAY:
        return {"when": "", "day": day, "items": []}
    if day < since:
        return {"when": "before", "day": day, "left": days_left(since, day), "items": []}
    if day > until:
        return {"when": "after", "day": day, "items": []}
    items = [item for item in ask.workspace.programmes.draft(entity.id).items if item.start[:DAY] == day]
    return {"when": "on", "day": day, "items": [told_item(item, ask.lang) for item in items]}


def _series(ask: Ask, entity: Entity, data: dict[str, Any]) -> Page:
    store = ask.workspace.store
    editions = []
    for key in in_order(ask.workspace, entity.id):
        one = store.entity(key)
        found = expo_counts.figures(ask.workspace, key)
        editions.append({
            "id": key, "caption": called(one, ask.lang), "ordinal": first(one, "ordinal"), "from": first(one, "startDate"),
            "to": first(one, "endDate"), "theme": _text(one, "theme", ask.lang),
            "figures": {n: expo_counts.number(found.value(n)) for n in COLUMNS},
        })  # fmt: skip
    return Page("expo_series.html", {
        **data, "editions": editions, "profile": profile(ask, entity, expo_counts.figures(ask.workspace, entity.id)),
        "claims": claims(ask, entity),
    })  # fmt: skip


def _text(e: Entity, prop: str, lang: str) -> str:
    """What a record says in words, in a language where it does."""
    found = texts(e, prop)
    return found.get(lang) or next(iter(found.values()), "")


def claims(ask: Ask, entity: Entity) -> list[dict[str, Any]]:
    """What documents say of a series, in their own words, each sentence once."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for s in entity.statements:
        for e in s.evidence[:1]:
            if e.start is not None and not s.dataset.startswith("entries of "):
                words = _sentence(ask, e.document, e.start, e.end or e.start, e.context) or e.exact
                found.setdefault((e.document, words), {**proof(ask.workspace, e), "words": words, "statement": s.id})
    return list(found.values())[:SHOWN]


def _sentence(ask: Ask, document: str, start: int, end: int, context: tuple[int, int] | None) -> str:
    """The sentence around some words of a document."""
    if not ask.workspace.store.has_document(document):
        return ""
    since, until = context or (start, end)
    return " ".join(ask.workspace.store.document(document).text[since:until].split())


def series_of(ask: Ask, edition: Entity) -> str:
    """The series of an edition that is on record; a document may name one that is not."""
    store = ask.workspace.store
    known = (store.canonical(key) for key in edition.values("expo"))
    return next((key for key in known if store.size(key)), "")


def _neighbours(ask: Ask, entity: Entity) -> dict[str, Any]:
    """The series of an edition, and the editions before and after it."""
    series = series_of(ask, entity)
    order = in_order(ask.workspace, series) if series else []
    at = order.index(entity.id) if entity.id in order else -1
    found = entities(ask.workspace, [series, *order] if series else [])
    names = {key: called(e, ask.lang) for key, e in found.items()}
    near = {"before": order[at - 1] if at > 0 else "", "after": order[at + 1] if 0 <= at < len(order) - 1 else ""}
    return {
        "series": {"id": series, "caption": names.get(series, ""), "href": href("Expo", series)} if series else {},
        **{k: {"id": v, "caption": names.get(v, "")} if v else {} for k, v in near.items()},
    }


DOORS = (get("/expo", start), get("/expo/{id}", edition))
