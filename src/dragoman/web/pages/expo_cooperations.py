"""A cooperation: one thread of steps, promises open, overdue and kept, benefits expected beside actual."""

from __future__ import annotations

from dragoman.expo.stages import LADDER
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, box, decide, one_of
from dragoman.web.pages.expo_record import href, shown
from dragoman.web.pages.expo_visits import promise_rows, settle
from dragoman.web.route import get, post
from dragoman.workspace import clearing
from dragoman.workspace.cooperations import Cooperations

MEASURES, KINDS = "measure", "benefitKind"


def cooperation(ask: Ask, problem: str = "") -> Page:
    """A cooperation as it stands today."""
    from dragoman.expo.choices import values

    entity = one_of(ask, "Cooperation")
    found = Cooperations(ask.workspace).show(entity.id)
    order = ("overdue", "open", "kept", "dropped")
    promises = sorted(promise_rows(found.promises, found.captions), key=lambda p: (order.index(p["state"]), p["due"] or "9"))
    steps = [
        {"id": s.id, "kind": s.kind, "date": s.date, "what": s.what, "document": s.document, "record": s.record,
         "href": href(s.schema, s.record) if s.record and s.schema else "", "record_kind": s.schema}
        for s in found.steps
    ]  # fmt: skip
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "sides": [{"id": s, "caption": found.captions.get(s, s[:8])} for s in found.sides],
        "status": found.status,
        "ladder": list(found.ladder),
        "steps": steps,
        "promises": promises,
        "balances": list(found.balances),
        "benefits": list(found.benefits),
        "problem": problem,
        "clearance": box(clearing.clear(ask.workspace, [entity.id])),
    }
    drawn = {"statuses": LADDER, "kinds": values(KINDS), "measures": values(MEASURES), "step_kinds": values("stepKind")}
    return Page("expo_cooperation.html", data, drawn)


def act(ask: Ask) -> Page | Go:
    """What the forms of a cooperation's page do."""
    entity, room = one_of(ask, "Cooperation"), Cooperations(ask.workspace)
    f = ask.field
    acts = {
        "step": lambda: room.link(entity.id, f("record"), by=ask.by, kind=f("kind"), date=f("date"), words=f("words")),
        "promise": lambda: room.promise(entity.id, f("what"), f("owner"), by=ask.by, due=f("due")),
        "settle": lambda: settle(ask),
        "benefit": lambda: room.benefit(
            entity.id,
            f("kind"),
            f("measure"),
            by=ask.by,
            amount=f("amount"),
            value=f("value"),
            words=f("words"),
            date=f("date"),
        ),
        "move": lambda: room.move(entity.id, f("status"), by=ask.by, date=f("date")),
        "decide": lambda: decide(ask, [entity.id]),
    }
    way = acts.get(f("act"), lambda: decide(ask, []))
    return attempt(ask, way, lambda p: cooperation(ask, p), f"/cooperations/{entity.id}")


DOORS = (get("/cooperations/{id}", cooperation), post("/cooperations/{id}", act, role=Role.ORGANISER))
