"""An agreement: its stages with day and source, parties named and unnamed, money by kind; moved a stage further."""

from __future__ import annotations

from typing import Any

from dragoman.expo.stages import STAGES
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, one_of
from dragoman.web.pages.expo_record import href, related, shown, source
from dragoman.web.route import get, post
from dragoman.workspace.agreements import Agreements
from dragoman.workspace.expo_around import entities
from dragoman.workspace.expo_lists import state_of

MONEY = ("plannedAmount", "amount", "paidAmount")


def agreement(ask: Ask, problem: str = "") -> Page:
    """An agreement as it stands."""
    entity, store = one_of(ask, "Agreement"), ask.workspace.store
    steps = {s.stage: s for s in ask.workspace.expo.steps(entity.id)}
    ladder: list[dict[str, Any]] = []
    for stage in STAGES:
        step = steps.get(stage)
        where = source(ask.workspace, store.statement(step.statement)) if step else {}
        ladder.append({"stage": stage, "date": step.date if step else "", "reached": bool(step), "source": where,
                       "statement": step.statement if step else ""})  # fmt: skip
    parties = entities(ask.workspace, entity.values("party"))
    data = {
        "record": shown(ask.workspace, entity, ask.lang), "stage": state_of(entity), "ladder": ladder,
        "parties": [
            {"id": p.id, "caption": p.caption, "unnamed": not p.names, "country": next(iter(p.values("country")), ""),
             "href": href(p.schema.name, p.id), "kind": p.schema.name}
            for p in parties.values()
        ],
        "money": [{"kind": p, "value": s.value, "unit": s.unit, "bound": str(s.bound), "statement": s.id,
                   "source": source(ask.workspace, s)} for p in MONEY for s in entity.get(p) if not s.negated],
        "next": [s for s in STAGES if not steps or STAGES.index(s) > max(STAGES.index(k) for k in steps)],
        "alike": Agreements(ask.workspace).show(entity.id).alike, "related": related(ask.workspace, entity), "problem": problem,
    }  # fmt: skip
    return Page("expo_agreement.html", data)


def move(ask: Ask) -> Page | Go:
    """Move it a stage further, on a day."""
    entity = one_of(ask, "Agreement")

    def go() -> None:
        ask.workspace.expo.step(entity.id, ask.field("stage"), by=ask.by, date=ask.field("date"))

    return attempt(ask, go, lambda p: agreement(ask, p), f"/agreements/{entity.id}")


DOORS = (get("/agreements/{id}", agreement), post("/agreements/{id}", move, role=Role.ORGANISER))
