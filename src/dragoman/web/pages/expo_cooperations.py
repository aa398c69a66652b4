"""A cooperation: one thread of steps, promises open, overdue and kept, benefits expected beside actual."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.expo.choices import values
from dragoman.expo.stages import LADDER
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, box, decide, one_of
from dragoman.web.pages.expo_record import shown
from dragoman.web.pages.expo_saying import Saying
from dragoman.web.pages.expo_visits import ahead, promise_rows, rungs, settle
from dragoman.web.route import get, post
from dragoman.workspace import clearing
from dragoman.workspace.cooperations import Cooperations

if TYPE_CHECKING:
    from dragoman.expo.cooperations import Balance, Benefit, Step

MEASURES, KINDS = "measure", "benefitKind"


def cooperation(ask: Ask, problem: str = "") -> Page:
    """A cooperation as it stands today."""
    entity = one_of(ask, "Cooperation")
    found, say = Cooperations(ask.workspace).show(entity.id), Saying(ask.workspace, ask.lang)
    order = ("overdue", "open", "kept", "dropped")
    promises = sorted(promise_rows(say, found.promises, entity.id), key=lambda p: (order.index(p["state"]), p["due"] or "9"))
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "sides": say.records(found.sides),
        "status": found.status,
        "ladder": list(found.ladder),
        "rungs": rungs(LADDER, found.ladder, found.status),
        "steps": [_step(say, s) for s in found.steps],
        "promises": promises,
        "benefits": [_balance(say, b, found.benefits) for b in found.balances],
        "problem": problem,
        "clearance": box(clearing.clear(ask.workspace, [entity.id])),
    }
    drawn = {"next": ahead(LADDER, found.status), "kinds": values(KINDS), "measures": values(MEASURES),
             "step_kinds": values("stepKind")}  # fmt: skip
    return Page("expo_cooperation.html", data, drawn)


def _step(say: Saying, s: Step) -> dict[str, Any]:
    """A step of the thread, called as the record it points at, or in its own words."""
    own = say.text(say.workspace.store.entity(s.id), "summary", "name")
    target = say.record(s.record)
    return {"id": s.id, "kind": s.kind, "date": s.date, "record": target, "words": own or ("" if target else s.what),
            "document": s.document}  # fmt: skip


def _balance(say: Saying, b: Balance, benefits: Iterable[Benefit]) -> dict[str, Any]:
    """One kind of benefit: the sums expected and come, and each entry they are made of."""
    entries = [
        {"id": e.id, "measure": e.measure, "value": e.value, "unit": e.unit, "date": e.date,
         "words": say.text(say.workspace.store.entity(e.id), "summary")}
        for e in benefits if (e.kind, e.unit) == (b.kind, b.unit)
    ]  # fmt: skip
    return {"kind": b.kind, "unit": b.unit, "expected": b.expected, "actual": b.actual, "entries": entries}


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
