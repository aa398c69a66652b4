"""Lists of records: of an edition (its catalogue) or of the workspace, found by words and filters, changed many at once."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.expo.conflict import Conflict
from dragoman.model.entity import Entity
from dragoman.model.schema import schema, schemata
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page, inside
from dragoman.web.pages import expo_forms as forms
from dragoman.web.pages import expo_layout as layout
from dragoman.web.pages.expo_acts import seen
from dragoman.web.pages.expo_coded import LEVELS, code_of, label, labels
from dragoman.web.pages.expo_kept import kept
from dragoman.web.pages.expo_overview import subject
from dragoman.web.pages.expo_record import called, href, told
from dragoman.web.pages.expo_records import BULK as FORM
from dragoman.web.route import get, post
from dragoman.workspace import expo_revising
from dragoman.workspace.expo_around import entities
from dragoman.workspace.expo_lists import EXHIBITORS, Row, listed
from dragoman.workspace.expo_revising import Revision, own

LIMIT = 50
TABS = (EXHIBITORS, "Exhibit", "Project", "Offer", "Request")
FACETS = ("country", "field", "trl", "state")
MOST_FACETS = 60
# What can be said for many records at once.
BULK: dict[str, tuple[str, ...]] = {
    "LegalEntity": ("country", "bodyKind", "sector", "activity"),
    "Technology": ("field", "trl", "stand", "originSector", "ipStatus"),
    "Project": ("field", "trl", "phase", "marketStatus", "endUse"), "Offer": ("field", "expires", "partnershipKind", "phase"),
    "Request": ("field", "expires", "partnershipKind", "phase", "region"), "Agreement": ("agreementKind", "expires", "event"),
    "Delegation": ("direction", "event", "purpose"), "Event": ("venue", "room", "startDate", "eventKind"),
}  # fmt: skip


def rows_of(ask: Ask, kind: str, edition: str) -> list[Row]:
    """The rows of a list as of now."""
    return kept(ask.workspace, ("list", kind, edition), lambda: listed(ask.workspace, kind, edition))


def catalogue(ask: Ask) -> Page:
    """A list of an edition."""
    entity = subject(ask)
    kind = ask.path["kind"]
    return _page(ask, kind, _around(ask, entity))


def _around(ask: Ask, entity: Entity) -> dict[str, str]:
    """The edition of a list."""
    return {"id": entity.id, "caption": called(entity, ask.lang), "kind": entity.schema.name,
            "href": href(entity.schema.name, entity.id)}  # fmt: skip


def everywhere(ask: Ask) -> Page:
    """A list of the whole workspace."""
    return _page(ask, ask.path["kind"], {})


def _page(ask: Ask, kind: str, edition: dict[str, str], extra: dict[str, Any] | None = None, status: int = 200) -> Page:
    if kind not in schemata() and not (kind == EXHIBITORS and edition):
        raise UnknownName(f"there is no list {kind!r}")
    rows = rows_of(ask, kind, edition.get("id", ""))
    asked = {name: ask.text(name) for name in ("q", *FACETS)}
    fits = [r for r in rows if _fits(r, asked)]
    offset = ask.number("offset", 0)
    schema_name = "LegalEntity" if kind == EXHIBITORS else kind
    data = {
        "kind": kind, "schema": schema_name, "edition": edition, "asked": asked, "total": len(fits), "all": len(rows),
        "offset": offset, "limit": LIMIT, "rows": _shown(ask, fits[offset : offset + LIMIT]),
        "position": ask.workspace.expo.position(), "changed": _changed(ask), **(extra or {}),
    }  # fmt: skip
    return Page("expo_list.html", data, {"facets": _facets(rows, asked), "bulk": bulk_props(schema_name), "tabs": TABS,
                                         "fields": labels(ask.lang)}, status)  # fmt: skip


def _shown(ask: Ask, rows: list[Row]) -> list[dict[str, Any]]:
    """Rows as they are read: names and fields in the reader's language."""
    found = entities(ask.workspace, [key for r in rows for key in (r.id, *r.owners)])
    captions = told(ask.workspace, found.values(), ask.lang)
    return [_row(r, captions, ask.lang) for r in rows]


def _row(r: Row, captions: dict[str, str], lang: str) -> dict[str, Any]:
    caption = captions.get(r.id, r.caption)
    owners = [name for key in r.owners if (name := captions.get(key, "")) and name not in caption.split(" · ")]
    return {
        "id": r.id, "kind": r.schema, "caption": caption, "href": href(r.schema, r.id), "owner": "; ".join(owners),
        "countries": list(r.countries), "fields": list(dict.fromkeys(label(f, lang) for f in r.fields)), "trl": r.trl,
        "date": r.date, "state": r.state, "stand": r.stand, "amount": r.amount,
    }  # fmt: skip


def field_of(text: str) -> str:
    """The code of a field, so that its names in several languages are one; a field without a code is itself."""
    return code_of(text) or text


def _fits(r: Row, asked: dict[str, str]) -> bool:
    level = asked["trl"]
    return (
        all(word in r.words for word in asked["q"].casefold().split())
        and (not asked["country"] or asked["country"] in r.countries)
        and (not asked["field"] or asked["field"] in {field_of(f) for f in r.fields})
        and (level not in LEVELS or r.trl >= int(level))
        and (not asked["state"] or asked["state"] == r.state)
    )


def _facets(rows: list[Row], asked: dict[str, str]) -> dict[str, list[tuple[str, int]]]:
    """What the list can be filtered by, with how many records each choice has; most first."""
    found = {
        "country": Counter(c for r in rows for c in r.countries),
        "field": Counter(f for r in rows for f in {field_of(f) for f in r.fields}),
        "state": Counter(r.state for r in rows if r.state),
        "trl": Counter({str(n): sum(r.trl >= n for r in rows) for n in range(1, 10)} if any(r.trl for r in rows) else {}),
    }  # fmt: skip
    made = {name: counts.most_common(MOST_FACETS) for name, counts in found.items() if len(counts) > 1 or asked[name]}
    if "trl" in made:
        made["trl"].sort()
    return made


def bulk_props(kind: str) -> list[layout.Field]:
    """The fields that can be said for many records of a schema at once."""
    found = schema(kind)
    names = next((BULK[a] for a in found.ancestors if a in BULK), ())
    return [layout.field(found, p) for p in names if p in found.properties]


def change(ask: Ask) -> Page | Go:
    """Say one value for all selected records: all or none."""
    kind = ask.path["kind"]
    edition = subject(ask) if "id" in ask.path else None
    around = _around(ask, edition) if edition else {}
    ids, prop, text = ask.fields("row"), ask.field("prop"), ask.field("value")
    schema_name = "LegalEntity" if kind == EXHIBITORS else kind
    if not ids or not prop or prop not in {f.name for f in bulk_props(schema_name)}:
        return _page(ask, kind, around, {"wrong": ask.words("expo_list.nothing_chosen")}, 422)
    try:
        done = expo_revising.revise(ask.workspace, _revisions(ask, ids, prop, text), by=ask.by, seen=seen(ask), form=FORM)
    except Conflict as conflict:
        who = ", ".join(dict.fromkeys(e.by for e in conflict.edits))
        return _page(ask, kind, around, {"wrong": ask.words("expo_list.conflict", who=who)}, 409)
    except UsageError:
        found = schema(schema_name)
        form = {prop: forms.Shown(layout.field(found, prop), [])}
        forms.mark(ask, schema_name, form, {prop: [text]}, whole=False)
        wrong = " ".join(form[prop].problems) or ask.words("expo_form.unchanged")
        return _page(ask, kind, around, {"wrong": wrong}, 422)
    back = inside(ask.field("back"), "/expo")
    sign = "&" if "?" in back else "?"
    return Go(f"{back}{sign}changed={done.position}", "expo_list.changed", {"position": done.position}, {"n": len(ids)})


def _changed(ask: Ask) -> dict[str, int]:
    """The change just made, so that it can be undone at once; empty without one."""
    position = ask.number("changed", 0)
    records = expo_revising.changed_with(ask.workspace, position) if position else []
    return {"position": position, "records": len(records)} if records else {}


def _revisions(ask: Ask, ids: list[str], prop: str, text: str) -> list[Revision]:
    """The same value for each: what people said before goes, unless it is only added to."""
    adds = bool(ask.field("add"))
    made = []
    for key in ids[:1_000]:
        entity = ask.workspace.store.entity(ask.workspace.store.canonical(key))
        if not entity.statements or prop not in entity.schema.properties:
            continue
        gone = () if adds else tuple(s.id for s in entity.get(prop) if own(s))
        made.append(Revision(entity.id, prop, gone, (text,) if text else ()))
    return made


DOORS = (
    get("/expo/{id}/list/{kind}", catalogue),
    post("/expo/{id}/list/{kind}", change, role=Role.ORGANISER),
    get("/lists-of/{kind}", everywhere),
    post("/lists-of/{kind}", change, role=Role.ORGANISER),
)
