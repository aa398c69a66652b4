"""What the reconciliation service gives beside candidates: suggestions while typing, a preview, more columns by ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName
from dragoman.model.schema import schema, schemata
from dragoman.web.api.declare import Answer, Given, Misfit
from dragoman.web.api.lists import known
from dragoman.web.api.shape import Shape, faults, many, short, thing
from dragoman.web.api.yente import scopes_of
from dragoman.web.ask import Ask

if TYPE_CHECKING:
    from starlette.responses import Response

SUGGESTED = 12  # suggestions of one kind
IDS = 500  # records extended at once
SHOWN = (
    "name",
    "alias",
    "birthDate",
    "country",
    "nationality",
    "jurisdiction",
    "program",
    "position",
    "topics",
    "registrationNumber",
    "innCode",
    "leiCode",
    "address",
)
EXTEND: Shape = thing(("ids", "properties"), ids=many(short(), IDS), properties=many(thing(("id",), id=short()), 100))
OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
CLOSED = "default-src 'none'; frame-ancestors *"  # OpenRefine shows a preview in a frame; the page holds text alone


def entity_by(ask: Ask, scope: str, candidate: str) -> dict[str, Any]:
    """The record of a candidate's id. Raises `UnknownName`."""
    from dragoman.workspace.scopes import ALL, OWN, entity_of

    if scope == OWN:
        return entity_of(ask.workspace, candidate)
    label, _, record = candidate.partition(":") if scope in ALL else (scope, "", candidate)
    edition = ask.workspace.lists.edition(known(ask, label))
    return edition.entity(edition.find(record))


def suggested_entities(ask: Ask, given: Given) -> Answer:
    """Records that may be meant by what was typed."""
    from dragoman.web.api.reconcile import candidates

    scopes_of(ask).check(given["scope"])
    found = candidates(ask, given["scope"], {"query": given["prefix"], "limit": SUGGESTED}) if given["prefix"].strip() else []
    rows = [{"id": c["id"], "name": c["name"], "description": c["description"], "notable": c["type"]} for c in found]
    return Answer({"result": rows}, OPEN)


def suggested_types(ask: Ask, given: Given) -> Answer:
    """Schemata by their name or what they are called."""
    scopes_of(ask).check(given["scope"])
    prefix = given["prefix"].casefold()
    named = ((name, ask.words.schema(name)) for name in schemata())
    found = [{"id": name, "name": said} for name, said in named if _begins(prefix, name, said)]
    return Answer({"result": found[:SUGGESTED]}, OPEN)


def suggested_properties(ask: Ask, given: Given) -> Answer:
    """Properties by their name or what they are called."""
    scopes_of(ask).check(given["scope"])
    prefix = given["prefix"].casefold()
    found = {name: said for name, said in _properties(ask).items() if _begins(prefix, name, said)}
    rows = [{"id": name, "name": said} for name, said in found.items()]
    return Answer({"result": rows[:SUGGESTED]}, OPEN)


def proposed(ask: Ask, given: Given) -> Answer:
    """The properties of a type."""
    scopes_of(ask).check(given["scope"])
    kind = given["type"] if given["type"] in schemata() else "LegalEntity"
    rows = [{"id": name, "name": said} for name, said in _properties(ask, kind).items()]
    return Answer({"type": kind, "properties": rows[: given["limit"]], "limit": given["limit"]}, OPEN)


def extended(ask: Ask, scope: str, asked: dict[str, Any]) -> dict[str, Any]:
    """The values of some properties of some records; an id that is not known has none."""
    wrong = list(faults(asked, EXTEND, "extend"))
    if wrong:
        raise Misfit(wrong)
    names = [p["id"].rpartition(":")[2] for p in asked["properties"]]
    rows: dict[str, dict[str, list[dict[str, str]]]] = {}
    for candidate in asked["ids"]:
        try:
            said = entity_by(ask, scope, candidate).get("properties", {})
        except UnknownName:
            said = {}
        rows[candidate] = {
            p["id"]: [{"str": v} for v in said.get(name, ())] for p, name in zip(asked["properties"], names, strict=True)
        }
    called = _properties(ask)
    meta = [{"id": p["id"], "name": called.get(n, n)} for p, n in zip(asked["properties"], names, strict=True)]
    return {"meta": meta, "rows": rows}


def page_of(ask: Ask, given: Given) -> Response:
    """A record as a small page for a frame."""
    from starlette.responses import HTMLResponse

    from dragoman.web.templating import html

    found = entity_by(ask, given["scope"], given["id"])
    said = found.get("properties", {})
    rows = [(ask.words.property(name), said[name][:5]) for name in SHOWN if said.get(name)]
    caption = found.get("caption") or next(iter(said.get("name", ())), given["id"])
    text = html(ask, "work_preview.html", caption=caption, schema=found.get("schema", ""), rows=rows, scope=given["scope"])
    frames = {"content-security-policy": CLOSED, "x-frame-options": "ALLOWALL", "cross-origin-resource-policy": "cross-origin"}
    return HTMLResponse(text, headers=frames)


def _begins(prefix: str, *names: str) -> bool:
    return any(word.startswith(prefix) for name in names for word in (name.casefold(), *name.casefold().split()))


def _properties(ask: Ask, kind: str = "") -> dict[str, str]:
    kinds = [kind] if kind else [name for name, known in schemata().items() if known.is_a("LegalEntity")]
    plain = {p.name: p for name in kinds for p in schema(name).properties.values() if p.type != "entity"}
    return {name: ask.words.property(name) for name in plain}
