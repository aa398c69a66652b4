"""A visit: itinerary, notes at the stop (on a phone), promises, answers from home, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName
from dragoman.model.entity import Entity
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, box, decide, given, one_of, paper, paper_lang
from dragoman.web.pages.expo_record import called, shown
from dragoman.web.route import get, post, raw
from dragoman.workspace import clearing
from dragoman.workspace.expo_around import first
from dragoman.workspace.visits import Visits

if TYPE_CHECKING:
    from starlette.responses import Response

NOTED = ("seen", "question", "estimate")
STOP = ("name", "place", "stopKind", "host", "mayShow", "shown", "date", "startTime")


def visit(ask: Ask, problem: str = "") -> Page:
    """A visit as it stands."""
    entity = one_of(ask, "Visit")
    found = Visits(ask.workspace).show(entity.id)
    cleared = clearing.clear(ask.workspace, [entity.id])
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "status": found.status,
        "steps": found.steps,
        "problem": problem,
        "stops": [stop_row(s, found.captions, ask.lang) for s in found.stops],
        "promises": promise_rows(found.promises, found.captions),
        "answers": [_answer(a, found.captions) for a in found.answers],
        "clearance": box(cleared),
        "delegation": {"id": found.delegation.id, "caption": called(found.delegation, ask.lang)} if found.delegation else {},
    }
    return Page("expo_visit.html", data)


def stop_row(s: Entity, captions: dict[str, str], lang: str) -> dict[str, Any]:
    """A stop of an itinerary."""
    place = first(s, "place")
    return {
        "id": s.id, "caption": called(s, lang) if s.names else captions.get(place, s.id[:8]), "kind": first(s, "stopKind"),
        "place": {"id": place, "caption": captions.get(place, "")} if place else {}, "order": first(s, "order"),
        "hosts": [captions.get(h, "") for h in s.values("host")], "date": first(s, "date", "startDate"),
        "time": first(s, "startTime"), "may_show": list(s.values("mayShow")) or list(s.values("shown")),
        **{p: list(s.values(p)) for p in NOTED}, "next": first(s, "nextStep"), "noted": any(s.values(p) for p in NOTED),
    }  # fmt: skip


def promise_rows(promises: Any, captions: dict[str, str]) -> list[dict[str, Any]]:
    """Promises as rows."""
    return [
        {"id": p.id, "what": p.what, "owner": captions.get(p.owner, ""), "due": p.due, "state": p.state, "settled": p.settled}
        for p in promises
    ]  # fmt: skip


def _answer(a: Entity, captions: dict[str, str]) -> dict[str, Any]:
    return {
        "id": a.id,
        "who": captions.get(first(a, "answeredBy"), ""),
        "words": first(a, "answer"),
        "interest": first(a, "interest"),
        "date": first(a, "date"),
    }


def act(ask: Ask) -> Page | Go:
    """What the forms of a visit's page do: a stop more, who was told, an answer, a promise settled, a decision."""
    entity, room, wish = one_of(ask, "Visit"), Visits(ask.workspace), ask.field("act")
    acts = {
        "stop": lambda: room.add_stop(entity.id, given(ask, *STOP), by=ask.by),
        "told": lambda: room.told(entity.id, ask.field("who"), by=ask.by, date=ask.field("date")),
        "answer": lambda: room.answer(
            entity.id, ask.field("who"), ask.field("words"), by=ask.by, interest=ask.field("interest"), date=ask.field("date")
        ),
        "settle": lambda: settle(ask),
        "note": lambda: room.note(
            entity.id,
            given(ask, *NOTED),
            by=ask.by,
            next_step=ask.field("next"),
            owner=ask.field("owner"),
            due=ask.field("due"),
        ),
        "decide": lambda: decide(ask, [entity.id]),
    }
    return attempt(ask, acts.get(wish, lambda: decide(ask, [])), lambda p: visit(ask, p), f"/visits/{entity.id}")


def settle(ask: Ask) -> None:
    """Note that a promise was kept or dropped."""
    from dragoman.workspace.promises import Promises

    Promises(ask.workspace).settle(ask.field("promise"), ask.field("how"), by=ask.by, words=ask.field("words"))


def stop(ask: Ask, problem: str = "") -> Page:
    """One stop, as it is used at the stop: what may be shown, and room for notes."""
    entity = one_of(ask, "Visit")
    found = Visits(ask.workspace).show(entity.id)
    rows = [stop_row(s, found.captions, ask.lang) for s in found.stops]
    at = next((n for n, r in enumerate(rows) if r["id"] == ask.path["stop"]), -1)
    if at < 0:
        raise UnknownName("there is no such stop of this visit")
    mine = [p for p in found.promises if p.about == rows[at]["id"]]
    data = {
        "visit": {"id": entity.id, "caption": called(entity, ask.lang)},
        "stop": rows[at],
        "number": at + 1,
        "total": len(rows),
        "before": rows[at - 1]["id"] if at else "",
        "after": rows[at + 1]["id"] if at + 1 < len(rows) else "",
        "promises": promise_rows(mine, found.captions),
        "problem": problem,
    }
    return Page("expo_stop.html", data)


def note(ask: Ask) -> Page | Go:
    """Keep the notes of a stop, and a next step as a promise of its owner."""
    visit_id, key = one_of(ask, "Visit").id, ask.path["stop"]

    def keep() -> None:
        Visits(ask.workspace).note(
            key, given(ask, *NOTED), by=ask.by, next_step=ask.field("next"), owner=ask.field("owner"), due=ask.field("due")
        )

    on = ask.field("then") or key
    return attempt(ask, keep, lambda p: stop(ask, p), f"/visits/{visit_id}/stops/{on}", "expo_visit.noted")


def report(ask: Ask) -> Response | Page:
    """The report for those at home; not where the matter is held."""
    entity = one_of(ask, "Visit")
    cleared = clearing.clear(ask.workspace, [entity.id])
    made = Visits(ask.workspace).report(entity.id, paper_lang(ask), cleared)
    return paper(ask, made, ask.path["form"], f"{called(entity, paper_lang(ask))} - report")


DOORS = (
    get("/visits/{id}", visit),
    post("/visits/{id}", act, role=Role.ORGANISER),
    get("/visits/{id}/stops/{stop}", stop),
    post("/visits/{id}/stops/{stop}", note, role=Role.ORGANISER),
    raw("/visits/{id}/report.{form}", report),
)
