"""A consultation: question, shortlist with reasons, memo, introductions, outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UsageError
from dragoman.expo import stages
from dragoman.expo.fields import field as field_of
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, box, decide, one_of, paper, paper_lang
from dragoman.web.pages.expo_coded import label
from dragoman.web.pages.expo_record import href, proof, shown
from dragoman.web.pages.expo_saying import Saying
from dragoman.web.pages.expo_visits import ahead
from dragoman.web.route import get, post, raw
from dragoman.workspace.consultations import Consultations, Listed, introduced_state
from dragoman.workspace.expo_around import first
from dragoman.workspace.noting import move, steps

if TYPE_CHECKING:
    from starlette.responses import Response

    from dragoman.model.entity import Entity
    from dragoman.model.score import Reason


def consultation(ask: Ask, problem: str = "") -> Page:
    """A consultation as it stands, with who fits by the records of now."""
    entity, room = one_of(ask, "Consultation"), Consultations(ask.workspace)
    say, taken = Saying(ask.workspace, ask.lang), steps(entity, "status")
    fits, unknown = room.shortlist(entity.id)
    introductions = [_introduction(say, i) for i in room.introductions(entity.id)]
    met = {i["to"].get("id"): i["state"] for i in introductions}
    here = stages.current(taken, stages.LADDER)
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "status": here,
        "lead": _lead(say, entity),
        "fits": [_listed(say, ask, f) for f in fits if not f.chosen],
        "chosen": [{**_listed(say, ask, c), "introduced": met.get(c.id, "")} for c in room.chosen(entity.id)],
        "unknown": unknown,
        "problem": problem,
        "introductions": introductions,
        "outcome": say.said(entity, "outcome"),
        "answer": say.said(entity, "answer"),
        "clearance": box(room.clear(entity.id)),
    }
    return Page("expo_consultation.html", data, {"next": ahead(stages.LADDER, here)})


def _lead(say: Saying, entity: Entity) -> dict[str, Any]:
    """Who asks what, of whom, for where: the first things to know."""
    fields = dict.fromkeys(label(v, say.lang) for v in entity.values("field", sure=True))
    linked = {p: say.linked(entity, p) for p in ("client", "adviser")}
    return {
        **linked, "question": say.said(entity, "question"), "region": say.places(entity, "region"), "field": list(fields),
        "partnerKind": list(entity.values("partnerKind", sure=True)), "budget": say.amounts(entity, "budget"),
        "since": first(entity, "startDate"), "until": first(entity, "endDate"),
    }  # fmt: skip


def _introduction(say: Saying, i: Entity) -> dict[str, Any]:
    state, day = introduced_state(i)
    return {"id": i.id, "to": next(iter(say.linked(i, "introduced")), {}), "state": state, "date": day,
            "answer": say.text(i, "answer", "notes")}  # fmt: skip


def _listed(say: Saying, ask: Ask, one: Listed) -> dict[str, Any]:
    return {
        "id": one.id, "name": say.name(one.id) or one.name, "kind": one.schema, "body_kind": one.kind,
        "href": href(one.schema, one.id), "score": round(one.score.value, 2), "countries": list(one.countries), "trl": one.trl,
        "held": one.held, "why": [_why(say, ask, r) for r in one.score.reasons],
        "limits": [ask.words(f"paper.limit.{name}", entries=", ".join(one.controlled)) for name in one.limits],
    }  # fmt: skip


def _why(say: Saying, ask: Ask, reason: Reason) -> dict[str, Any]:
    """A reason in words, with where its first statement stands."""
    t, told = ask.words, reason.detail
    words = {
        "field": lambda: t("paper.reason.field", field=field_of(told).label(ask.lang)),
        "words": lambda: t("paper.reason.words", words=told), "place": lambda: t("paper.reason.place", country=t.country(told)),
        "offers": lambda: t("paper.reason.offers", words=told), "trl": lambda: t("paper.reason.trl", trl=told),
    }[reason.name]()  # fmt: skip
    if reason.right and (through := say.name(reason.right)):
        words = t("paper.reason.through", why=words, of=through)
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
        "outcome": lambda: outcome(ask, entity),
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


def outcome(ask: Ask, entity: Entity) -> None:
    """What came of it, and how far it has come; a step back is refused before anything is kept."""
    status, day, words = ask.field("status"), ask.field("date"), ask.field("words")
    if not (words or status):
        raise UsageError(ask.words("expo_consult.outcome_empty"))
    if status:
        move(ask.workspace, entity.id, status, by=ask.by, date=day)
    if words:
        Consultations(ask.workspace).outcome(entity.id, words, by=ask.by, date=day)


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
