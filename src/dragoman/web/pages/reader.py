"""The reader: a document with what was found in it, either way; and what a reader may say to a fact or add."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from dragoman.base.errors import UsageError
from dragoman.model.document import ENTRY, Document
from dragoman.model.fact import Fact, facts
from dragoman.model.schema import FACT_KINDS, schemata
from dragoman.model.statement import Statement
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page, inside
from dragoman.web.calling import calling
from dragoman.web.pages.expo_layout import options_of
from dragoman.web.reading import spread
from dragoman.web.route import get, post
from dragoman.workspace.judging import Judging, find_words
from dragoman.workspace.seeking import spans

ID_CHARS = 32
WORDS_CHARS = 500  # of a search whose words are marked
UNSAID = ("topics", "recordId", "sourceUrl", "wikidataId")  # what lists and machines say
AROUND = 300  # code points of context around the words of a fact
COMMON = ("Organization", "Company", "PublicBody", "Person", "Place", "Technology", "Exhibit", "Project", "Event", "Edition",
          "Delegation", "Visit", "Agreement", "Partnership", "JointLab", "Presence", "Employment", "Membership")  # fmt: skip


def reader(ask: Ask) -> Page:
    """A document with its facts, those of one entity or the chosen one marked."""
    store = ask.workspace.store
    document = store.document(ask.path["id"])
    chosen, entity = ask.text("fact"), ask.text("entity")
    found, captions = facts_of(ask, document)
    if entity and not chosen:
        chosen = next((f.id for f in found if f.entity_id == entity), "")
    page = ask.number("page", 0, 0, 100_000) if ask.text("page") else None
    words = ask.text("q")[:WORDS_CHARS]
    withdrawn = not found and _withdrawn(ask, document)
    sought = partial(spans, words=words) if words else None
    shown = spread(replace(document, text="", blocks=()) if withdrawn else document, found, chosen, page, sought)
    data = {
        "document": {
            "id": document.id, "name": document.name, "title": document.title or document.name, "publisher": document.publisher,
            "published": document.published, "lang": document.lang, "media_type": document.media_type, "pages": document.pages,
        },
        "spread": {"page": shown.page, "pages": shown.pages, "paragraphs": shown.paragraphs, "sheets": shown.sheets},
        "facts": [fact_row(f, captions) for f in shown.facts], "total": len(found), "chosen": chosen, "withdrawn": withdrawn,
    }  # fmt: skip
    drawn = {
        "common": COMMON, "props": _props(ask), "words": words, "here": shown.total,
        "named": calling(ask, {(f.entity_id, f.schema, captions.get(f.entity_id, "")) for f in shown.facts}),
        "legend": [k for k in FACT_KINDS if any(f.kind == k for f in shown.facts)],
    }  # fmt: skip
    return Page("reader.html", data, drawn)


def _withdrawn(ask: Ask, document: Document) -> bool:
    """Whether it is an entry of which nothing stands any more."""
    return document.media_type == ENTRY and any(ask.workspace.store.statements(document=document.id, all=True))


def _props(ask: Ask) -> list[tuple[str, str]]:
    """The properties of the kinds a reader may speak of, by what they are called."""
    known = {p for kind in COMMON for p in schemata()[kind].properties} - set(UNSAID)
    return sorted(((p, ask.words.property(p)) for p in known), key=lambda p: p[1].casefold())


def facts_of(ask: Ask, document: Document) -> tuple[list[Fact], dict[str, str]]:
    """The facts of a document, and what to call what they name."""
    store = ask.workspace.store
    statements = list(store.statements(document=document.id))
    captions = store.captions({s.entity_id for s in statements} | {s.value for s in statements if len(s.value) == ID_CHARS})
    return facts(statements, captions), captions


def fact_row(fact: Fact, captions: dict[str, str]) -> dict[str, Any]:
    """A fact as plain values."""
    return {
        "id": fact.id, "kind": fact.kind, "schema": fact.schema, "entity": fact.entity_id,
        "caption": captions.get(fact.entity_id, ""), "quote": fact.quote, "suggested": fact.suggested,
        "speaker": fact.evidence.speaker, "page": fact.evidence.page, "sheet": fact.evidence.sheet, "row": fact.evidence.row,
        "said": [
            {
                "prop": s.prop, "value": s.value, "shown": _shown(s, captions),
                "target": s.value if s.value in captions else "", "negated": s.negated, "status": str(s.status),
                "bound": str(s.bound), "unit": s.unit, "since": s.valid_from, "until": s.valid_to, "statement": s.id,
                "retracted": s.retracted_at,
                "others": [
                    {"stance": str(e.stance), "quote": e.exact, "speaker": e.speaker, "document": e.document}
                    for e in s.evidence if (e.document, e.start) != (fact.evidence.document, fact.evidence.start)
                ],
            }
            for s in fact.statements
        ],
    }  # fmt: skip


def _shown(s: Statement, captions: dict[str, str]) -> str:
    """What a statement's value is called; a thing nothing is known of by the words it was named with."""
    written = s.original_value if len(s.value) == ID_CHARS else ""
    return captions.get(s.value) or written or s.value


def one_fact(ask: Ask) -> Page:
    """One fact with its words, what else speaks for or against it, and what may be said to it."""
    judging = Judging(ask.workspace, ask.by)
    fact = judging.fact(ask.path["id"])
    return Page("fact.html", {**told(ask, fact), "back": inside(ask.text("back"), f"/facts/{fact.id}")})


def told(ask: Ask, fact: Fact) -> dict[str, Any]:
    """A fact with the words around it, its document and what was decided on it."""
    store = ask.workspace.store
    stored = store.has_document(fact.document)
    document = store.document(fact.document) if stored else None
    captions = store.captions({fact.entity_id} | {s.value for s in fact.statements if len(s.value) == ID_CHARS})
    before, after = _around(document, fact)
    states = {s.id: store.standing(s.id) for s in fact.statements}
    named = calling(ask, [(fact.entity_id, fact.schema, captions.get(fact.entity_id, ""))])
    return {
        "fact": {**fact_row(fact, captions), "caption": named[fact.entity_id]},
        "before": before, "after": after, "states": states, "options": _options(fact),
        "document": {"id": fact.document, "title": (document.title or document.name) if document else fact.document,
                     "lang": document.lang if document else "", "published": document.published if document else "",
                     "stored": stored},
        "decisions": [d for s in fact.statements for d in store.decisions(about=s.id)],
    }  # fmt: skip


def _options(fact: Fact) -> dict[str, tuple[str, ...]]:
    """The values that properties of a closed vocabulary may have, to correct one by."""
    kind = schemata()[fact.schema]
    specs = {s.prop: kind.properties[s.prop] for s in fact.statements if s.prop in kind.properties}
    return {prop: found for prop, spec in specs.items() if (found := options_of(kind, spec))}


def _around(document: Document | None, fact: Fact) -> tuple[str, str]:
    e = fact.evidence
    if document is None or e.start is None or e.end is None:
        return _row(document, fact)
    low, high = e.context or (e.start - AROUND, e.end + AROUND)
    low, high = max(0, min(low, e.start), e.start - AROUND), min(max(high, e.end), e.end + AROUND)
    return document.text[low : e.start], document.text[e.end : high]


def _row(document: Document | None, fact: Fact) -> tuple[str, str]:
    """The other cells of the row."""
    for table in document.tables if document else ():
        number = (fact.evidence.row or 0) - table.first_row
        if table.sheet == fact.evidence.sheet and 0 <= number < len(table.rows):
            cells = [c for c in table.rows[number] if c and c != fact.quote]
            return "", " | ".join(["", *cells])[:AROUND]
    return "", ""


def judge(ask: Ask) -> Go:
    """Accept, reject, correct, contradict a fact, or note a reply to it."""
    judging = Judging(ask.workspace, ask.by)
    fact, what = judging.fact(ask.path["id"]), ask.field("do")
    back = inside(ask.field("back"), f"/facts/{fact.id}")
    if what in ("accepted", "rejected"):
        judging.judge(fact, what, ask.field("note"))
    elif what == "correct":
        judging.correct(fact, ask.field("prop"), ask.field("value"), ask.field("note"))
    elif what == "contradict":
        judging.contradict(fact, ask.field("note"))
    elif what == "reply":
        judging.reply(fact, ask.field("note"), ask.field("speaker"))
    else:
        raise UsageError("choose what to do with the fact")
    return Go(back, f"fact.{what}_done", {"fact": fact.id})


def propose(ask: Ask) -> Go:
    """Say something that words of the document prove."""
    document = ask.workspace.store.document(ask.path["id"])
    near = ask.field("near")
    words = find_words(document, ask.field("words"), int(near) if near.isascii() and near.isdigit() and len(near) < 12 else 0)
    kind = ask.field("kind")
    if kind not in schemata():
        raise UsageError("choose a kind")
    about = Judging(ask.workspace, ask.by).propose(words, kind, ask.field("name"), ask.field("prop"), ask.field("value"))
    return Go(f"/documents/{document.id}?entity={about}#now", "fact.proposed", {"entity": about})


DOORS = (
    get("/documents/{id}", reader),
    post("/documents/{id}/propose", propose, role=Role.ANALYST),
    get("/facts/{id}", one_fact),
    post("/facts/{id}", judge, role=Role.ANALYST),
)
