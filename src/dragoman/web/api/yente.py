"""Matching in the wire format of yente, so that its clients work unchanged: `/match`, `/search/{scope}`, `/catalog`, health.

Where yente answers 500 to an example it cannot read, this answers 422 with what is wrong, and `detail` in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName
from dragoman.model.schema import schemata
from dragoman.web.accounts import Role
from dragoman.web.api import yente_filters as filters
from dragoman.web.api.declare import Answer, Body, Given, Operation, Param
from dragoman.web.api.lists import known
from dragoman.web.api.shape import Shape, flag, many, share, short, text, thing, whole
from dragoman.web.ask import Ask

if TYPE_CHECKING:
    from dragoman.screen.hit import Hit
    from dragoman.workspace.scopes import Example, Scopes

BATCH = 100  # examples of one request, as in yente
PAGE, MOST = 5, 50  # results of one example
ASKED = 500  # results a client of yente may ask for; what is over `MOST` is told in `limit`
THRESHOLD = 0.5  # the one threshold of all names
PROPERTIES: Shape = {
    "type": "object",
    "maxProperties": 100,
    "additionalProperties": {
        "type": ["array", "string"],
        "maxItems": 100,
        "maxLength": 10_000,
        "items": {"type": ["string", "number", "boolean", "null"], "maxLength": 10_000},
    },
}
EXAMPLE = thing(
    ("schema", "properties"), id={"type": ["string", "null"], "maxLength": 1_000}, schema=short("Person"), properties=PROPERTIES
)
QUERIES: Shape = {
    "type": "object",
    "additionalProperties": EXAMPLE,
    "minProperties": 1,
    "maxProperties": BATCH,
}
SENT = {"queries": {"a": {"schema": "Person", "properties": {"name": ["Eric Badege"], "birthDate": ["1971"]}}}}
RECORD = thing(
    ("id", "caption", "schema", "properties"), id=text("CDi.001"), caption=text(), schema=text("Person"),
    properties={"type": "object"}, datasets=many(text()), referents=many(text()), target=flag(), first_seen=text(),
    last_seen=text(), last_change=text(),
)  # fmt: skip
RESULT = thing(
    ("id", "caption", "schema", "properties", "score", "match", "features"),
    id=text("CDi.001"),
    caption=text(),
    schema=text("Person"),
    properties={"type": "object"},
    datasets=many(text()),
    score=share(),
    match=flag(),
    features={"type": "object"},
    explanations={"type": "object"},
)
TOTAL = thing(("value", "relation"), value=whole(), relation=text("eq"))
MATCHES = thing(
    ("status", "results", "total", "query"), status=whole(), results=many(RESULT), total=TOTAL, query={"type": "object"}
)
FOUND: dict[str, Any] = {
    "id": "CDi.001",
    "caption": "Eric Badege",
    "schema": "Person",
    "properties": {"name": ["Eric Badege"], "birthDate": ["1971"]},
    "datasets": ["un"],
    "referents": [],
    "target": True,
    "first_seen": "2026-11-01T00:00:00",
    "last_seen": "2026-11-01T00:00:00",
    "last_change": "2026-11-01T00:00:00",
}
ANSWERED = {
    "responses": {"a": {
        "status": 200, "results": [FOUND | {"score": 0.99, "match": True, "features": {"word equal": 4.1}, "explanations": {}}],
        "total": {"value": 1, "relation": "eq"}, "query": SENT["queries"]["a"],
    }},
    "matcher": {}, "limit": PAGE,
}  # fmt: skip
SCOPE = {"scope": "A list's label, `lists` (all of them) or `workspace`."}


def scopes_of(ask: Ask) -> Scopes:
    """What can be looked in; one for a site."""
    from dragoman.workspace.scopes import Scopes

    state = ask.request.app.state
    if not hasattr(state, "scopes"):
        state.scopes = Scopes(ask.site.folder)
    found: Scopes = state.scopes
    return found


def match(ask: Ask, given: Given) -> Answer:
    """Look each example up."""
    from dragoman.workspace.scopes import OWN

    limit, threshold = min(given["limit"], MOST), given["threshold"]
    responses = {}
    for name, said in given["body"]["queries"].items():
        example = example_of(said["schema"], said["properties"])
        hits = found(ask, given, example, limit, min(given["cutoff"], threshold))
        results = [result(hit, threshold, own=hit.list == OWN) for hit in hits]
        echo = {
            "id": said.get("id"),
            "schema": said["schema"],
            "properties": {k: list(v) for k, v in example.properties.items()},
        }
        responses[name] = {
            "status": 200, "results": results, "total": {"value": len(results), "relation": "eq"}, "query": echo
        }  # fmt: skip
    made = {"responses": responses, "matcher": matcher(), "limit": limit}
    return Answer(made, {"x-batch-size": str(len(responses))})


def found(ask: Ask, given: Given, example: Example, limit: int, least: float | None = None) -> list[Hit]:
    """The hits of an example in the scopes that are asked for, without what is to be left out, best first."""
    from dragoman.workspace.scopes import ALL

    asked = filters.scopes(given, ALL)
    least_of = {} if least is None else {"least": least}
    each = MOST if filters.filtered(given) else limit
    hits = [h for scope in asked for h in scopes_of(ask).find(ask.workspace, scope, example, each, **least_of)]
    kept = [hit for hit in hits if filters.wanted(hit, given)]
    return sorted(kept, key=lambda hit: -hit.score)[:limit] if len(asked) > 1 else kept[:limit]


def example_of(schema: str, properties: dict[str, Any]) -> Example:
    """An example as it was sent; a schema that is not known here counts as none."""
    from dragoman.workspace.scopes import Example

    said = {k: [v] if isinstance(v, str) else [str(x) for x in v if x is not None] for k, v in properties.items()}
    return Example(schema if schema in schemata() else "", said)


def record(entity: dict[str, Any], label: str, published: str = "") -> dict[str, Any]:
    """A record as yente writes an entity."""
    properties = {k: v for k, v in entity.get("properties", {}).items() if k != "printed"}
    caption = entity.get("caption") or next(iter(properties.get("name", ())), entity["id"])
    seen = entity.get("first_seen") or published
    return {
        "id": entity["id"], "caption": caption, "schema": entity.get("schema") or "Thing", "properties": properties,
        "datasets": [label], "referents": [], "target": True, "first_seen": filters.moment(seen),
        "last_seen": filters.moment(published), "last_change": filters.moment(filters.changed(properties, published)),
    }  # fmt: skip


def result(hit: Hit, threshold: float, *, own: bool) -> dict[str, Any]:
    """A hit as a scored entity: the weights of the reasons as features, the same in words as explanations."""
    said = record(hit.entity, hit.list, hit.published)
    reasons = hit.explain().reasons
    features: dict[str, float] = {}
    for reason in reasons:
        features[reason.name] = round(features.get(reason.name, 0.0) + reason.weight, 4)
    explained = {
        r.name: {"detail": r.detail or r.name, "query": r.left, "candidate": r.right, "score": features[r.name]}
        for r in reasons
    }
    remarks = {"remarks": list(hit.remarks)} if hit.remarks else {}
    target = {"target": not own}
    return said | target | remarks | {
        "score": round(hit.score, 6), "match": hit.score >= threshold, "features": features, "explanations": explained,
    }  # fmt: skip


def matcher() -> dict[str, Any]:
    """What the features are, in words."""
    from dragoman.compare.entities import DETAIL
    from dragoman.compare.reasons import PLAIN

    told = PLAIN | DETAIL
    return {name: {"description": what, "coefficient": 0.0, "url": ""} for name, what in told.items()}


def search(ask: Ask, given: Given) -> dict[str, Any]:
    """Names of a scope, looked up as text."""
    example = example_of(given["schema"] if given["schema"] != "Thing" else "", {"name": [given["q"]]})
    scopes_of(ask).check(given["scope"])
    hits, limit = found(ask, given, example, MOST) if given["q"] else [], min(given["limit"], MOST)
    if given["countries"]:
        hits = [h for h in hits if set(given["countries"]) & set(h.entity.get("properties", {}).get("country", ()))]
    shown = hits[given["offset"] : given["offset"] + limit]
    return {
        "results": [record(h.entity, h.list, h.published) for h in shown], "facets": {},
        "limit": limit, "offset": given["offset"], "total": {"value": len(hits), "relation": "eq"},
    }  # fmt: skip


def catalog(ask: Ask, _given: Given) -> dict[str, Any]:
    """The scopes as data sets."""
    sets = [
        {
            "name": row["list"], "title": row["title"] or row["list"], "version": row["edition"], "load": True, "children": [],
            "updated_at": row["loaded"], "last_export": row["published"] or None, "index_version": row["edition"],
            "index_current": True, "thing_count": row["records"],
        }
        for row in ask.workspace.lists.show()
    ]  # fmt: skip
    position = str(ask.workspace.store.position())
    both = [
        {"name": "lists", "title": "All lists", "version": "", "load": True, "children": [s["name"] for s in sets]},
        {"name": "workspace", "title": "The workspace", "version": position, "load": True, "children": []},
    ]
    named = [s["name"] for s in sets]
    return {"datasets": [*sets, *both], "current": [*named, "lists", "workspace"], "outdated": [], "index_stale": False}


def algorithms(_ask: Ask, _given: Given) -> dict[str, Any]:
    """The one way of scoring there is."""
    one = {"name": "dragoman", "description": "Names, and what stands beside them, in log-odds.", "features": matcher()}
    return {"algorithms": [one], "default": "dragoman", "best": "dragoman"}


def healthy(_ask: Ask, _given: Given) -> dict[str, Any]:
    """The site answers."""
    return {"status": "ok"}


def record_of(ask: Ask, given: Given) -> dict[str, Any]:
    """A record of a list, or an entity of the workspace."""
    from dragoman.workspace.scopes import OWN, entity_of

    if given["scope"] == OWN:
        return record(entity_of(ask.workspace, given["id"]), OWN) | {"target": False}
    edition = ask.workspace.lists.edition(known(ask, given["scope"]))
    try:
        return record(edition.entity(edition.find(given["id"])), given["scope"], edition.meta.published)
    except UnknownName as error:
        raise UnknownName(f"{given['scope']} has no record {given['id'][:60]!r}") from error


SEARCH = (
    Param("q", "A name.", text("Badege", maxLength=500), ""), Param("schema", "What it is of.", text("Person"), "Thing"),
    Param("countries", "Only records of these countries.", many(text("cd"), 50)),
    Param("limit", "Results at most.", whole(1, ASKED), 10), Param("offset", "Results to pass over.", whole(0, 9_999), 0),
    *filters.COMMON,
)  # fmt: skip
MATCH = (
    Param("limit", "Results of one example at most; over 50 are not given.", whole(1, ASKED), PAGE),
    Param("threshold", "Score from which a result counts as a match.", share(), THRESHOLD),
    Param("cutoff", "Score below which nothing is given back.", share(), 0.25),
    *filters.COMMON,
    filters.KNOWN,
    Param("algorithm", "Taken and not used: there is one.", text("dragoman"), "dragoman"),
)
BACK: dict[str, Shape] = {
    "responses": {"type": "object", "additionalProperties": MATCHES},
    "matcher": {"type": "object"},
    "limit": whole(),
}
OPERATIONS = (
    Operation(
        "POST",
        "/match/{scope}",
        "Look up to 100 examples up, in yente's wire format.",
        match,
        thing(("responses", "limit"), **BACK),
        ANSWERED,
        MATCH,
        SCOPE,
        Body(thing(("queries",), queries=QUERIES, weights={"type": "object"}, config={"type": "object"}), SENT),
        fails=(404,),
    ),
    Operation(
        "GET",
        "/search/{scope}",
        "Look a name up, as yente's search answers.",
        search,
        thing(
            ("results", "total"), results=many(RECORD), total=TOTAL, facets={"type": "object"}, limit=whole(), offset=whole()
        ),
        {"results": [FOUND], "total": {"value": 1, "relation": "eq"}, "facets": {}, "limit": 10, "offset": 0},
        SEARCH,
        SCOPE,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/api/records/{scope}/{id}",
        "A record of a list, or an entity of the workspace, as `/match` gives it.",
        record_of,
        RECORD,
        FOUND,
        parts={"scope": "A list's label, or `workspace`.", "id": "The id of the record."},
        fails=(404,),
    ),
    Operation(
        "GET",
        "/catalog",
        "What can be looked in, as yente lists its data sets.",
        catalog,
        thing(("datasets",), datasets=many({"type": "object"})),
        {"datasets": [{"name": "un", "title": "UN Security Council"}]},
    ),
    Operation(
        "GET",
        "/algorithms",
        "How scores are made, as yente tells it.",
        algorithms,
        thing(("algorithms",), algorithms=many({"type": "object"}), default=text(), best=text()),
        {"algorithms": [], "default": "dragoman", "best": "dragoman"},
    ),
    Operation(
        "GET",
        "/healthz",
        "Whether the site answers.",
        healthy,
        thing(("status",), status=text("ok")),
        {"status": "ok"},
        role=Role.NOBODY,
    ),
    Operation(
        "GET",
        "/readyz",
        "Whether the site answers.",
        healthy,
        thing(("status",), status=text("ok")),
        {"status": "ok"},
        role=Role.NOBODY,
    ),
)
