"""A consultation: question, shortlist with reasons, memo, introductions, outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UsageError
from dragoman.expo.fields import field as field_of
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, box, decide, one_of, paper, paper_lang
from dragoman.web.pages.expo_record import href, proof, shown
from dragoman.web.route import get, post, raw
from dragoman.workspace.consultations import Consultations, Listed, introduced_state
from dragoman.workspace.expo_around import first

if TYPE_CHECKING:
    from starlette.responses import Response

    from dragoman.model.score import Reason


def consultation(ask: Ask, problem: str = "") -> Page:
    """A consultation as it stands, with who fits by the records of now."""
    entity, room = one_of(ask, "Consultation"), Consultations(ask.workspace)
    fits, unknown = room.shortlist(entity.id)
    chosen = room.chosen(entity.id)
    intro = room.introductions(entity.id)
    captions = ask.workspace.store.captions({v for i in intro for v in i.values("introduced")})
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "fits": [_listed(ask, f) for f in fits if not f.chosen],
        "chosen": [_listed(ask, c) for c in chosen],
        "unknown": unknown,
        "problem": problem,
        "introductions": [
            {
                "id": i.id,
                "to": captions.get(first(i, "introduced"), ""),
                "state": introduced_state(i)[0],
                "date": introduced_state(i)[1],
                "answer": first(i, "answer", "notes"),
            }
            for i in intro
        ],
        "outcome": list(entity.values("outcome")),
        "answer": list(entity.values("answer")),
        "clearance": box(room.clear(entity.id)),
    }
    return Page("expo_consultation.html", data)


def _listed(ask: Ask, one: Listed) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name, "kind": one.schema, "body_kind": one.kind, "href": href(one.schema, one.id),
        "score": round(one.score.value, 2), "countries": list(one.countries), "trl": one.trl, "held": one.held,
        "why": [_why(ask, r) for r in one.score.reasons],
        "limits": [ask.words(f"paper.limit.{name}", entries=", ".join(one.controlled)) for name in one.limits],
        "reasons": list(one.clearance.reasons),
    }  # fmt: skip


def _why(ask: Ask, reason: Reason) -> dict[str, Any]:
    """A reason in words, with where its first statement stands."""
    t, told = ask.words, reason.detail
    words = {
        "field": lambda: t("paper.reason.field", field=field_of(told).label(ask.lang)),
        "words": lambda: t("paper.reason.words", words=told), "place": lambda: t("paper.reason.place", country=t.country(told)),
        "offers": lambda: t("paper.reason.offers", words=told), "trl": lambda: t("paper.reason.trl", trl=told),
    }[reason.name]()  # fmt: skip
    stands = [ask.workspace.store.statement(s) for s in reason.evidence[:1]]
    found = [proof(ask.workspace, s.evidence[0]) for s in stands if s.evidence]
    return {"words": words, "source": found[0] if found else {}, "statement": stands[0].id if found else ""}


def act(ask: Ask) -> Page | Go:
    """What the forms of a consultation's page do."""
    entity, room, f = one_of(ask, "Consultation"), Consultations(ask.workspace), ask.field
    who = f("who")
    acts = {
        "choose": lambda: choose(ask, entity.id),
        "introduce": lambda: room.introduce(
            entity.id, who, room.clear(entity.id, who), by=ask.by, date=f("date"), state=f("state") or "made", words=f("words")
        ),
        "answered": lambda: room.answered(f("introduction"), f("state"), by=ask.by, date=f("date"), words=f("words")),
        "outcome": lambda: room.outcome(entity.id, f("words"), by=ask.by, date=f("date")),
        "answer": lambda: answer(ask, entity.id),
        "decide": lambda: decide(ask, [entity.id]),
    }  # fmt: skip
    way = acts.get(f("act"), lambda: decide(ask, []))
    return attempt(ask, way, lambda p: consultation(ask, p), f"/consultations/{entity.id}")


def choose(ask: Ask, key: str) -> None:
    """Put who was ticked on the shortlist."""
    if not ask.fields("who"):
        raise UsageError(ask.words("expo_list.nothing_chosen"))
    Consultations(ask.workspace).choose(key, ask.fields("who"), by=ask.by)


def answer(ask: Ask, key: str) -> None:
    """The adviser's answer in words."""
    from dragoman.workspace.noting import note

    note(ask.workspace, key, {"answer": ask.field("words")}, by=ask.by, form="answer to a question")


def memo(ask: Ask) -> Response | Page:
    """The memo for the client; who is held is left out of it."""
    entity, room = one_of(ask, "Consultation"), Consultations(ask.workspace)
    made = room.memo(entity.id, paper_lang(ask), room.clear(entity.id))
    return paper(ask, made, ask.path["form"], "memo")


DOORS = (
    get("/consultations/{id}", consultation),
    post("/consultations/{id}", act, role=Role.ORGANISER),
    raw("/consultations/{id}/memo.{form}", memo),
)
