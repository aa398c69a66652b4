"""The reconciliation service of OpenRefine, version 0.2: manifest, queries one by one and in batches, suggestions, preview.


OpenRefine cannot send headers, so a token may stand in the address (`?token=`); every address of the manifest carries it on.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from dragoman.model.entity import NAME_PROPS
from dragoman.model.schema import schemata
from dragoman.web.api.declare import Answer, Body, Given, Misfit, Operation, Param
from dragoman.web.api.reconcile_extend import (
    extended,
    page_of,
    proposed,
    suggested_entities,
    suggested_properties,
    suggested_types,
)
from dragoman.web.api.shape import Shape, faults, flag, many, share, short, text, thing, whole
from dragoman.web.api.yente import BATCH, scopes_of
from dragoman.web.ask import Ask

LIMIT, MOST = 5, 50
BATCH_SIZE = 25  # queries OpenRefine is told to send at once: about a second of work
SPACE = "https://followthemoney.tech/explorer/schemata/"
OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}  # a token, no cookie, lets in
VALUE: Shape = {"type": ["string", "number", "boolean", "object", "array"]}
COUNT: Shape = {"type": "number", "minimum": 1, "maximum": 1_000}  # as the specification has it
QUERY = thing(
    (), query=short(maxLength=10_000), type={"type": ["string", "array"], "items": short()}, limit=COUNT,
    type_strict=short("any"), properties=many(thing(("pid",), pid=short(), v=VALUE), 100),
)  # fmt: skip
QUERIES: Shape = {"type": "object", "additionalProperties": QUERY, "maxProperties": BATCH}
CANDIDATE = thing(
    ("id", "name", "score", "match", "type"),
    id=text(),
    name=text(),
    score=share(maximum=100),
    match=flag(),
    description=text(),
    type=many(thing(("id", "name"), id=text("Company"), name=text("Company"))),
    features=many(thing(("id", "value"), id=text(), value={"type": "number"})),
)
RESULT = thing(("result",), result=many(CANDIDATE))
FOUND = {
    "id": "CDi.001", "name": "Eric Badege", "score": 99.2, "match": True, "description": "Person, un",
    "type": [{"id": "Person", "name": "Person"}], "features": [{"id": "word equal", "value": 4.1}],
}  # fmt: skip


def service(ask: Ask, given: Given) -> Answer:
    """The manifest, or the answers to queries in the address."""
    if given["queries"]:
        return Answer(answered(ask, given["scope"], _parsed(given["queries"], QUERIES, "queries")), OPEN)
    if given["extend"]:
        return Answer(extended(ask, given["scope"], _parsed(given["extend"], {"type": "object"}, "extend")), OPEN)
    if given["query"]:
        one = _parsed(given["query"], QUERY, "query") if given["query"].lstrip().startswith("{") else {"query": given["query"]}
        return Answer(answered(ask, given["scope"], {"q": one})["q"], OPEN)
    return Answer(manifest(ask, given["scope"]), OPEN)


def posted(ask: Ask, given: Given) -> Answer:
    """The same with a form: `queries`, `query` or `extend`."""
    told = {name: ask.field(name) for name in ("queries", "query", "extend")}
    return service(ask, given | told)


def _parsed(sent: str, shape: Shape, name: str) -> dict[str, Any]:
    try:
        found = json.loads(sent)
    except (ValueError, RecursionError):
        raise Misfit([(name, "must be JSON")]) from None
    wrong = list(faults(found, shape, name))
    if wrong:
        raise Misfit(wrong)
    return dict(found)


def answered(ask: Ask, scope: str, queries: dict[str, Any]) -> dict[str, Any]:
    """The candidates of each query."""
    return {name: {"result": candidates(ask, scope, query)} for name, query in queries.items()}


def candidates(ask: Ask, scope: str, query: dict[str, Any]) -> list[dict[str, Any]]:
    """The candidates of one query, best first; `match` where one alone is sure."""
    from dragoman.workspace.scopes import Example

    kinds = query.get("type") or ""
    kinds = [kinds] if isinstance(kinds, str) else kinds
    schema = kinds[0] if len(kinds) == 1 else ""  # of several any may be: none narrows the search
    properties: dict[str, list[str]] = {"name": [query["query"]]} if query.get("query", "").strip() else {}
    for given in query.get("properties", ()):
        name = given["pid"].rpartition(":")[2]
        properties.setdefault("name" if name in NAME_PROPS else name, []).extend(_values(given.get("v")))
    example = Example(schema if schema in schemata() else "", properties)
    hits = scopes_of(ask).find(ask.workspace, scope, example, min(int(query.get("limit", LIMIT)), MOST))
    sure = [hit for hit in hits if hit.sure]
    return [
        {
            "id": _id(scope, hit.list, hit.record), "name": hit.caption, "score": round(100 * hit.score, 3),
            "match": hit.sure and len(sure) == 1 and not hit.remarks, "type": [type_of(hit.schema, ask)],
            "description": ", ".join([ask.words.schema(hit.schema), hit.list, *hit.remarks]),
            "features": [{"id": r.name, "value": round(r.weight, 4)} for r in hit.explain().reasons],
        }
        for hit in hits
    ]  # fmt: skip


def _values(value: Any) -> list[str]:
    """The values of a property of a query: a plain one, several, or one that was reconciled before."""
    if isinstance(value, list):
        return [v for item in value for v in _values(item)]
    if isinstance(value, dict):
        return [str(value.get("name") or value.get("id") or "")]
    return [] if value is None else [str(value)]


def _id(scope: str, label: str, record: str) -> str:
    """The id of a candidate; where several lists are looked in, with its list before it."""
    from dragoman.workspace.scopes import ALL

    return f"{label}:{record}" if scope in ALL else record


def type_of(schema: str, ask: Ask) -> dict[str, str]:
    """A schema as a type."""
    return {"id": schema or "Thing", "name": ask.words.schema(schema) if schema else "Thing"}


def manifest(ask: Ask, scope: str) -> dict[str, Any]:
    """What this service is."""
    from dragoman.workspace.scopes import PARTIES

    scopes_of(ask).check(scope)
    root = str(ask.request.base_url).rstrip("/")
    base, token = f"{root}/reconcile/{quote(scope, safe='')}", ask.text("token")
    tail = f"?token={quote(token, safe='')}" if token else ""

    def at(path: str) -> dict[str, str]:
        return {"service_url": base, "service_path": f"{path}{tail}"}

    preview = {"url": f"{base}/preview{tail}{'&' if tail else '?'}id={{{{id}}}}", "width": 400, "height": 260}
    return {
        "versions": ["0.1", "0.2"], "name": f"Dragoman: {scope}", "identifierSpace": f"{root}/", "schemaSpace": SPACE,
        "documentation": f"{root}/api", "batchSize": BATCH_SIZE, "view": {"url": preview["url"]}, "preview": preview,
        "defaultTypes": [type_of(name, ask) for name in PARTIES],
        "suggest": {"entity": at("/suggest/entity"), "type": at("/suggest/type"), "property": at("/suggest/property")},
        "extend": {"propose_properties": at("/propose"), "property_settings": []},
    }  # fmt: skip


SCOPE = {"scope": "A list's label, `lists` (all of them) or `workspace`."}
TOKEN = Param("token", "The API token, where no header can be sent.", text(), "")
PREFIX = Param("prefix", "What was typed so far.", text("har", maxLength=500), "")
SUGGESTED = thing(("result",), result=many(thing(("id", "name"), id=text(), name=text(), description=text())))
SUGGESTION = {"result": [{"id": "Company", "name": "Company"}]}
FORM = Body(
    thing((), queries={"type": "string"}, query={"type": "string"}, extend={"type": "string"}),
    {"queries": '{"q0": {"query": "Eric Badege", "limit": 3}}'}, "application/x-www-form-urlencoded", False,
)  # fmt: skip
ASKED = (
    Param("queries", "JSON: queries by name.", short(contentMediaType="application/json", contentSchema=QUERIES), ""),
    Param("query", "One query, as text or JSON.", text(), ""),
    Param("extend", "JSON: ids and properties to extend by.", text(), ""),
    TOKEN,
)
MANIFEST = {
    "versions": ["0.1", "0.2"],
    "name": "Dragoman: un",
    "identifierSpace": "http://127.0.0.1:8321/",
    "schemaSpace": SPACE,
}
OPERATIONS = (
    Operation(
        "GET",
        "/reconcile/{scope}",
        "The service for OpenRefine: its manifest, or the answers to queries.",
        service,
        {"type": "object"},
        MANIFEST,
        ASKED,
        SCOPE,
        fails=(404,),
    ),
    Operation(
        "POST",
        "/reconcile/{scope}",
        "Queries of OpenRefine in a form.",
        posted,
        {"type": "object"},
        {"q0": {"result": [FOUND]}},
        (TOKEN,),
        SCOPE,
        FORM,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/reconcile/{scope}/suggest/entity",
        "Records whose name begins so.",
        suggested_entities,
        SUGGESTED,
        {"result": [{"id": "CDi.001", "name": "Eric Badege"}]},
        (PREFIX, TOKEN),
        SCOPE,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/reconcile/{scope}/suggest/type",
        "Schemata whose name begins so.",
        suggested_types,
        SUGGESTED,
        SUGGESTION,
        (PREFIX, TOKEN),
        SCOPE,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/reconcile/{scope}/suggest/property",
        "Properties whose name begins so.",
        suggested_properties,
        SUGGESTED,
        {"result": [{"id": "birthDate", "name": "date of birth"}]},
        (PREFIX, TOKEN),
        SCOPE,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/reconcile/{scope}/propose",
        "The properties that records of a type can be extended by.",
        proposed,
        thing(("type", "properties"), type=text(), properties=many({"type": "object"}), limit=whole()),
        {"type": "Person", "properties": [{"id": "birthDate", "name": "date of birth"}], "limit": 50},
        (Param("type", "The type.", text("Person"), ""), Param("limit", "Properties at most.", whole(1, 500), 50), TOKEN),
        SCOPE,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/reconcile/{scope}/preview",
        "A record as a small page.",
        page_of,
        {"type": "string"},
        "<!doctype html>…",
        (Param("id", "The id of the record.", text("CDi.001"), "", True), TOKEN),
        SCOPE,
        fails=(404,),
        kind="text/html",
    ),
)
