"""A visit: itinerary, notes at the stop (on a phone), promises, answers from home, the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName
from dragoman.expo import stages
from dragoman.model.entity import Entity
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages import expo_layout as layout
from dragoman.web.pages.expo_acts import attempt, box, decide, file, given, one_of, paper, paper_lang
from dragoman.web.pages.expo_coded import label
from dragoman.web.pages.expo_record import called, shown
from dragoman.web.pages.expo_saying import Saying
from dragoman.web.route import get, post, raw
from dragoman.workspace import clearing
from dragoman.workspace.expo_around import first
from dragoman.workspace.noting import move
from dragoman.workspace.visits import CONDITIONS, Visits, VisitView

if TYPE_CHECKING:
    from starlette.responses import Response

    from dragoman.expo.cooperations import Promise

NOTED = ("seen", "question", "estimate")
GOALS = ("hostGoal", "visitorGoal", "result")
OFFERED = 60  # residents of a portfolio to choose stops from
AMOUNTS = ("cost", "jobs", "taxes")
STOP = ("name", "place", "stopKind", "host", "mayShow", "shown", "date", "startTime")


def visit(ask: Ask, problem: str = "") -> Page:
    """A visit as it stands: when, where and with whom, goals and results, the itinerary, what follows of it."""
    entity = one_of(ask, "Visit")
    found, say = Visits(ask.workspace).show(entity.id), Saying(ask.workspace, ask.lang)
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "status": found.status,
        "steps": found.steps,
        "rungs": rungs(stages.LADDER, found.steps, found.status),
        "problem": problem,
        "lead": _lead(say, entity, found),
        "goals": {p: say.said(entity, p) for p in GOALS},
        "conditions": {p: say.amounts(entity, p) if p in AMOUNTS else say.said(entity, p) for p in CONDITIONS if entity.get(p)},
        "noted": {p: say.said(entity, p) for p in NOTED},
        "stops": [stop_row(say, s) for s in found.stops],
        "offered": _offered(say, entity) if ask.person.role >= Role.ORGANISER else [],
        "promises": promise_rows(say, found.promises, entity.id),
        "informed": say.linked(entity, "told"),
        "answers": [_answer(say, a) for a in found.answers],
        "clearance": box(clearing.clear(ask.workspace, [entity.id])),
        "delegation": say.record(found.delegation.id) if found.delegation else {},
    }
    return Page("expo_visit.html", data, {
        "next": ahead(stages.LADDER, found.status), "stop_kinds": layout.fields("Stop")["stopKind"].choices,
    })  # fmt: skip


def _offered(say: Saying, entity: Entity) -> list[dict[str, Any]]:
    """Who may be visited: the residents and projects of the hosts' portfolios that are no stop yet."""
    rows = []
    for r in Visits(say.workspace).offered(entity.id, OFFERED):
        markets = [{"country": s.country, "stage": s.stage} for s in r.states]
        fields = list(dict.fromkeys(label(f, say.lang) for f in r.fields))
        rows.append({**say.record(r.member.record), "fields": fields, "markets": markets, "told": r.told})
    return rows


def _lead(say: Saying, entity: Entity, found: VisitView) -> dict[str, Any]:
    """Where and when, by whom, for what: the first things to know."""
    days = sorted(d for d in (first(entity, "startDate", "date"), first(entity, "endDate"), *_days(found.stops)) if d)
    return {
        "since": first(entity, "startDate", "date") or (days[0] if days else ""),
        "until": first(entity, "endDate") or (days[-1] if days else ""),
        "hosts": say.linked(entity, "host"),
        "visitors": [v for v in say.linked(entity, "visitor") if not found.delegation or v["id"] != found.delegation.id],
        "places": say.linked(entity, "destination"),
        "purpose": say.said(entity, "purpose"),
    }


def _days(stops: Iterable[Entity]) -> Iterator[str]:
    yield from (first(s, "date", "startDate") for s in stops)


def rungs(ladder: Iterable[str], steps: Iterable[tuple[str, str]], here: str) -> list[dict[str, Any]]:
    """A ladder for a page: those reached with their day; of those to come none, where it ended, but the way there."""
    taken = dict(reversed(list(steps)))
    return [{"state": s, "date": taken.get(s, ""), "reached": s in taken} for s in ladder if s in taken or s == here]


def ahead(ladder: Sequence[str], here: str) -> list[str]:
    """The states that can follow."""
    return list(ladder[ladder.index(here) + 1 :] if here in ladder else ladder)


def stop_row(say: Saying, s: Entity) -> dict[str, Any]:
    """A stop of an itinerary."""
    place = next(iter(say.linked(s, "place")), {})
    return {
        "id": s.id, "caption": called(s, say.lang) if s.names else place.get("caption", ""), "kind": first(s, "stopKind"),
        "place": place, "order": first(s, "order"), "hosts": say.linked(s, "host"), "date": first(s, "date", "startDate"),
        "time": first(s, "startTime"), "may_show": say.said(s, "mayShow") or say.said(s, "shown"),
        **{p: say.said(s, p) for p in NOTED}, "noted": any(s.values(p) for p in NOTED),
    }  # fmt: skip


def promise_rows(say: Saying, promises: Iterable[Promise], here: str = "") -> list[dict[str, Any]]:
    """Promises as rows, each with where it was given, unless that is `here`."""
    rows = []
    for p in promises:
        given = say.record(p.about) if p.about not in (here, p.id) else {}
        what = say.text(say.workspace.store.entity(p.id), "nextStep" if p.about == p.id else "summary") or p.what
        rows.append({"id": p.id, "what": what, "owner": say.name(p.owner), "due": p.due, "state": p.state, "settled": p.settled,
                     "about": given, "href": f"/records/{p.id}"})  # fmt: skip
    return rows


def _answer(say: Saying, a: Entity) -> dict[str, Any]:
    return {
        "id": a.id,
        "who": say.linked(a, "answeredBy"),
        "words": say.said(a, "answer"),
        "interest": first(a, "interest"),
        "date": first(a, "date"),
    }


def act(ask: Ask) -> Page | Go:
    """What the forms of a visit's page do: a step, a stop, who was told, an answer, a note, a promise settled, a decision."""
    entity, room, wish = one_of(ask, "Visit"), Visits(ask.workspace), ask.field("act")
    acts = {
        "move": lambda: move(ask.workspace, entity.id, ask.field("status"), by=ask.by, date=ask.field("date")),
        "residents": lambda: room.add_residents(entity.id, ask.fields("place"), by=ask.by, date=ask.field("date")),
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
    say = Saying(ask.workspace, ask.lang)
    rows = [stop_row(say, s) for s in found.stops]
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
        "promises": promise_rows(say, mine, rows[at]["id"]),
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


def calendar(ask: Ask) -> Response:
    """The itinerary for a calendar; not where the matter is held."""
    entity = one_of(ask, "Visit")
    made = Visits(ask.workspace).calendar(entity.id, paper_lang(ask), clearing.clear(ask.workspace, [entity.id]))
    return file(made.encode("utf-8"), "ics", called(entity, paper_lang(ask)))


DOORS = (
    get("/visits/{id}", visit),
    post("/visits/{id}", act, role=Role.ORGANISER),
    get("/visits/{id}/stops/{stop}", stop),
    post("/visits/{id}/stops/{stop}", note, role=Role.ORGANISER),
    raw("/visits/{id}/report.{form}", report),
    raw("/visits/{id}/itinerary.ics", calendar),
)
