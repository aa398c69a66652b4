"""What a page behind a personal link shows: somebody's own record, what belongs to it, what was asked, what they sent.

Nothing of screening stands here: no list, no hit, no hold, no exposure.
"""

from __future__ import annotations

from typing import Any

from dragoman.expo.attention import CONTACT, ENQUIRY, Asked
from dragoman.expo.publication import NEVER
from dragoman.model.entity import Entity
from dragoman.report.words import script_language
from dragoman.web.ask import Ask
from dragoman.web.pages import expo_proposing as proposing
from dragoman.web.pages.expo_coded import label
from dragoman.web.pages.expo_linkbook import Link, LinkBook
from dragoman.web.pages.expo_record import called
from dragoman.web.pages.expo_saying import Saying
from dragoman.workspace.consultations import introduced_state
from dragoman.workspace.expo_around import entities, first, tied
from dragoman.workspace.publishing import Publishing

OWNED = ("exhibitor", "producer", "developer", "offeror", "requester")
SHOWN = (
    "name", "description", "summary", "partnerSought", "field", "use", "pastUse", "trl", "stand", "mayShow", "question",
    "answer", "outcome", "originSector", "ipStatus", "country", "website", "activity", "region",
)  # fmt: skip
# Of a stop its host reads what may be shown, not what the guests noted there.
NARROW = {"Stop": ("name", "mayShow")}
SEEN = ("Technology", "Offer", "Request", "Organization")  # whose pages others look at and ask about
RELEASED = (*SEEN, "Person")  # whose fields their owner lets out
SENT_SHOWN = 30


def owned(ask: Ask, entity: Entity) -> list[Entity]:
    """What belongs to somebody besides their own record: what they show, offer and seek, their stops, their introductions."""
    if entity.schema.is_a("Consultation"):
        return tied(ask.workspace, entity.id, ("consultation",), "Introduction")
    found = tied(ask.workspace, entity.id, (*OWNED, "host"))
    kinds = ("Technology", "Offer", "Request", "Stop")
    return [e for e in found if any(e.schema.is_a(k) for k in kinds)]


def content(ask: Ask, link: Link, entity: Entity) -> dict[str, Any]:
    """All that the page shows: the owner's words, what is out for show, the attention it gets, what was sent."""
    kept, public = LinkBook(ask.site.database), Publishing(ask.workspace).public()
    edition = entities(ask.workspace, [link.edition] if link.edition else [])
    things = [_own(ask, e, kept, public) for e in owned(ask, entity)]
    own = _own(ask, entity, kept, public)
    return {
        "who": link.name,
        "ends": link.ends,
        "caption": called(entity, ask.lang),
        "kind": entity.schema.name,
        "edition": called(edition[link.edition], ask.lang) if link.edition in edition else "",
        "own": own,
        "things": things,
        "waiting": sum(not q["answer"] for r in (own, *things) for q in r["asked"]) + sum(_open(r) for r in things),
        "sent": [
            {
                "kind": p.kind,
                "said": p.body.get("said", {}),
                "at": p.at,
                "state": p.state,
                "note": p.note if p.state == "rejected" else "",
            }
            for p in kept.proposals(link=link.hash)[:SENT_SHOWN]
        ],
        "shows": entity.schema.is_a("Organization"),
        "person": entity.schema.is_a("Person"),
        "consults": entity.schema.is_a("Consultation"),
    }


def _open(row: dict[str, Any]) -> bool:
    """Whether it is an introduction that was made and not answered."""
    return bool(row["kind"] == "Introduction" and row["state"] == "made")


def _own(ask: Ask, e: Entity, kept: LinkBook, public: Any) -> dict[str, Any]:
    """One record of theirs: its sure words, which fields are out, who looked, asked and met them."""
    seen = any(e.schema.is_a(k) for k in SEEN)
    props = next((NARROW[a] for a in e.schema.ancestors if a in NARROW), SHOWN)
    said = {p: _texts(ask, e, p) for p in props if e.values(p, sure=True)}
    consents = [
        {"prop": p, "out": public.may(e.id, p)}
        for p in proposing.CONSENT
        if p in said and p in e.schema.properties and p not in NEVER and any(e.schema.is_a(k) for k in RELEASED)
    ]
    came = ask.workspace.attention.of(e.id, alone=True).leads if seen else ()
    asked = leads(came)
    row = {
        "id": e.id,
        "kind": e.schema.name,
        "caption": called(e, ask.lang),
        "said": said,
        "consents": consents,
        "attention": {**kept.attention(e.id), "asked": len(asked)} if seen else {},
        "asked": asked,
        "met": [{"words": r.what, "date": r.date} for r in came if r.kind == CONTACT],  # who it was is the organiser's to say
        "state": introduced_state(e)[0] if e.schema.is_a("Introduction") else "",
    }  # fmt: skip
    return row | {"place": _place(ask, e)} if e.schema.is_a("Stop") or e.schema.is_a("Introduction") else row


def _texts(ask: Ask, e: Entity, prop: str) -> list[str]:
    """What a record surely says under a property, in the reader's language first; a field, a place by its name there."""
    if prop == "field":
        return list(dict.fromkeys(label(v, ask.lang) for v in e.values(prop, sure=True)))
    if prop == "region":
        return [row["text"] for row in Saying(ask.workspace, ask.lang).places(e, prop)]
    return sorted(e.values(prop, sure=True), key=lambda v: script_language(v) != ask.lang)


def _place(ask: Ask, e: Entity) -> dict[str, str]:
    """Of a stop: which visit, which day and hour. Of an introduction: to whom, since when."""
    say = Saying(ask.workspace, ask.lang)
    if e.schema.is_a("Stop"):
        return {"of": ", ".join(r["caption"] for r in say.linked(e, "visit")), "date": first(e, "date", "startDate"),
                "time": first(e, "startTime")}  # fmt: skip
    to = ", ".join(r["caption"] for r in say.linked(e, "introduced"))
    return {"of": to, "date": introduced_state(e)[1], "time": ""}


def leads(came: tuple[Asked, ...]) -> list[dict[str, str]]:
    """The enquiries that are passed on to the owner of a record, the latest first; none for military end use."""
    return [{"id": r.id, "words": r.what, "at": r.at, "answer": r.answer} for r in came if r.kind == ENQUIRY]
