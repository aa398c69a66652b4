"""Search, entities, what stands beside them, and statements."""

from __future__ import annotations

from typing import Any

from dragoman.web.api import rows
from dragoman.web.api.declare import FIRST, MOST, Answer, Given, Operation, Param, link, page, paging
from dragoman.web.api.examples import ENTITY, ENTITY_ROW, STATEMENT
from dragoman.web.api.shape import flag, many, one_of, share, text, thing, whole
from dragoman.web.ask import Ask
from dragoman.workspace.seeking import Search

WORDS = 500  # characters of a search
TIES = 5_000  # ties of one entity that are looked at: a hub may have 50,000
CURSOR = 18  # digits of a cursor
HIT = thing(
    ("kind", "id", "caption"), kind=one_of("entity", "document"), id=rows.ID, schema=text("Company"), caption=text(),
    alike=share(), snippet={"type": "string"}, marks=many(many(whole())),
)  # fmt: skip
TIE = thing(
    ("entity", "property", "direction", "statement"), entity=rows.ID, caption=text(), schema=text(), property=text("organizer"),
    direction=one_of("in", "out"), statement=rows.ID,
)  # fmt: skip
KIND = Param(
    "kind", "A kind of fact (organisation, event ...) or a schema (Company, Edition ...).", text("organisation"), "organisation"
)
AS_OF = Param(
    "as_of", "Only what held on that date (2018, 2018-06 or 2018-06-30).", text(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$"), ""
)
KNOWN_AT = Param("known_at", "Only what was recorded by that time (ISO 8601).", text(), "")
CURSOR_PARAM = Param("after", "The cursor of the page before.", text("200", pattern=r"^\d{1,18}$", maxLength=CURSOR), "0")
LIMIT = Param("limit", "Rows of the page at most.", whole(1, MOST), FIRST)


def search(ask: Ask, given: Given) -> Answer:
    """Entities that hold the words, or bear a name spelt otherwise, then documents."""
    limit, offset = given["limit"], given["offset"]
    if given["schema"]:
        found = ask.workspace.entities.search(given["q"], given["schema"], offset + limit)
        return page(ask, given, [hit(h) for h in found.hits[offset:]], found.total, capped=found.capped)
    seeking = Search(ask.workspace)
    answer = seeking.find(given["q"], {}, limit, offset, limit)
    if offset > answer.total:
        answer = seeking.find(given["q"], {}, limit, offset, limit, offset - answer.total)
    hits = [hit(h, alike) for h, alike in answer.hits] + [hit(h) for h in answer.documents]
    return page(ask, given, hits[:limit], answer.total + answer.documents_total, capped=answer.capped)


def hit(found: Any, alike: float = 0.0) -> dict[str, Any]:
    """A hit as the store gives it; `alike` tells how near its name is where it is not spelt as asked."""
    told = {"kind": found.kind, "id": found.id, "schema": found.schema, "caption": found.caption, "alike": round(alike, 3)}
    return told | {"snippet": found.snippet, "marks": [list(mark) for mark in found.marks]}


def entities(ask: Ask, given: Given) -> Answer:
    """Entities of a kind."""
    found = ask.workspace.entities.of_kind(given["kind"], given["limit"], given["offset"])
    return page(ask, given, [rows.entity_row(r) for r in found.rows], found.total)


def entity(ask: Ask, given: Given) -> dict[str, Any]:
    """One entity."""
    return rows.entity(ask.workspace.entities.get(given["id"], given["as_of"], given["known_at"]))


def statements_of(ask: Ask, given: Given) -> Answer:
    """What is said of an entity, retracted statements included."""
    found = ask.workspace.store.entity_page(
        ask.workspace.entities.find(given["id"]), limit=given["limit"], offset=given["offset"]
    )
    return page(ask, given, [rows.statement(s) for s in found.statements], found.total, properties=found.properties)


def adjacent(ask: Ask, given: Given) -> Answer:
    """The entities one tie away."""
    entities = ask.workspace.entities
    found = ask.workspace.store.adjacent(entities.find(given["id"]), TIES)
    wanted = [t for t in found if not given["property"] or t[1] in given["property"]]
    shown = wanted[given["offset"] : given["offset"] + given["limit"]]
    captions = ask.workspace.store.captions({other for other, *_ in shown})
    ties = [
        {"entity": other, "caption": captions.get(other, other[:8]), "property": prop, "direction": way, "statement": said}
        for other, prop, said, way in shown
    ]
    return page(ask, given, ties, len(wanted), capped=len(found) == TIES)


def statement(ask: Ask, given: Given) -> dict[str, Any]:
    """One statement."""
    store = ask.workspace.store
    return rows.statement(store.statement(given["id"])) | {"standing": store.standing(given["id"])}


def statements(ask: Ask, given: Given) -> Answer:
    """The log of statements, part by part."""
    asked = {name: given[name] or None for name in ("dataset", "schema", "document")}
    found, after = ask.workspace.store.statements_after(int(given["after"]), given["limit"], **asked, all=given["retracted"])
    cursor = str(after) if after else ""
    headers = {"Link": link(ask.here(after=cursor), "next")} if cursor else None
    return Answer({"results": [rows.statement(s) for s in found], "next": cursor}, headers)


PAGE_OF = {"limit": FIRST, "offset": 0, "total": 1}
TIE_EXAMPLE = {
    "entity": ENTITY["id"], "caption": "Tidal Fair 2019", "property": "organizer", "direction": "in",
    "statement": STATEMENT["id"],
}  # fmt: skip
HIT_EXAMPLE = {
    "kind": "entity", "id": ENTITY["id"], "schema": "Company", "caption": "Harbour Robotics Ltd",
    "snippet": "Harbour Robotics Ltd", "marks": [[0, 7]],
}  # fmt: skip
ID = {"id": "The id of an entity (any id of its cluster), or its name."}
OPERATIONS = (
    Operation(
        "GET",
        "/api/search",
        "Entities that have the words, or a name spelt otherwise, best first; then documents.",
        search,
        rows.listed(HIT),
        PAGE_OF | {"results": [HIT_EXAMPLE], "capped": False},
        (
            Param("q", "The words, in any script.", text("harbour robotics", maxLength=WORDS), "", True),
            Param("schema", "Only entities of this schema.", text("Company"), ""),
            *paging(20, 200),
        ),
        fails=(404,),
    ),
    Operation(
        "GET",
        "/api/entities",
        "Entities of a kind or schema, those with most statements first.",
        entities,
        rows.listed(rows.ENTITY_ROW),
        PAGE_OF | {"results": [ENTITY_ROW]},
        (KIND, *paging()),
        fails=(404,),
    ),
    Operation(
        "GET",
        "/api/entities/{id}",
        "All that is known of an entity, as of a date and as known at a time.",
        entity,
        rows.ENTITY,
        ENTITY,
        (AS_OF, KNOWN_AT),
        ID,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/api/entities/{id}/statements",
        "What is said of an entity, with the evidence.",
        statements_of,
        rows.listed(rows.STATEMENT),
        PAGE_OF | {"results": [STATEMENT], "properties": {"name": 1}},
        paging(),
        ID,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/api/entities/{id}/adjacent",
        "The entities one tie away, with the statement that ties them.",
        adjacent,
        rows.listed(TIE),
        PAGE_OF | {"results": [TIE_EXAMPLE], "capped": False},
        (Param("property", "Only ties of this property.", many(text("organizer"), 50)), *paging()),
        ID,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/api/statements",
        "The log of statements in its order, by cursor.",
        statements,
        rows.continued(rows.STATEMENT),
        {"results": [STATEMENT], "next": "51"},
        (
            Param("dataset", "Of one data set.", text(), ""),
            Param("schema", "Of a schema and its children.", text("Company"), ""),
            Param("document", "With evidence in this document.", text(), ""),
            Param("retracted", "Retracted ones too, with the time.", flag(), False),
            CURSOR_PARAM,
            LIMIT,
        ),
        fails=(404,),
    ),
    Operation(
        "GET",
        "/api/statements/{id}",
        "One statement, and what was decided on it.",
        statement,
        rows.STATEMENT,
        STATEMENT | {"standing": ""},
        parts={"id": "The id of the statement."},
        fails=(404,),
    ),
)
