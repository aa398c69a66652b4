"""An agreement: its stages with day and source, parties named and unnamed, money by kind; moved a stage further."""

from __future__ import annotations

from typing import Any

from dragoman.expo.stages import SIGNED, STAGES
from dragoman.model.entity import Entity
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, one_of
from dragoman.web.pages.expo_record import related, shown, source
from dragoman.web.pages.expo_saying import Saying
from dragoman.web.pages.expo_visits import ahead
from dragoman.web.route import get, post
from dragoman.workspace.agreements import Agreements
from dragoman.workspace.expo_around import first
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
    say, here = Saying(ask.workspace, ask.lang), state_of(entity)
    furthest = max(steps, key=STAGES.index, default="") or ("intention" if here == SIGNED else here)
    data = {
        "record": shown(ask.workspace, entity, ask.lang), "stage": here, "ladder": ladder,
        "parties": say.linked(entity, "party"), "to_check": say.records(_unsure(entity)), "lead": _lead(say, entity),
        "money": [{"kind": p, "value": s.value, "unit": s.unit, "bound": str(s.bound), "statement": s.id,
                   "source": source(ask.workspace, s)} for p in MONEY for s in entity.get(p) if not s.negated],
        "next": ahead(STAGES, furthest), "alike": say.record(Agreements(ask.workspace).show(entity.id).alike),
        "related": related(ask.workspace, entity), "problem": problem,
    }  # fmt: skip
    return Page("expo_agreement.html", data)


def _lead(say: Saying, entity: Entity) -> dict[str, Any]:
    """What it is about, what papers there are, who signed, how long it holds."""
    linked = {p: say.linked(entity, p) for p in ("technology", "event", "signatory")}
    told = {p: say.said(entity, p) for p in ("subject", "document")}
    kinds = list(entity.values("agreementKind", sure=True))
    return {**linked, **told, "kinds": kinds, "expires": first(entity, "expires", "endDate")}


def _unsure(entity: Entity) -> list[str]:
    """Parties that a text names and nobody has checked."""
    sure = entity.values("party", sure=True)
    return [s.value for s in entity.get("party") if s.suggested and not s.negated and s.value not in sure]


def move(ask: Ask) -> Page | Go:
    """Move it a stage further, on a day."""
    entity = one_of(ask, "Agreement")

    def go() -> None:
        ask.workspace.expo.step(entity.id, ask.field("stage"), by=ask.by, date=ask.field("date"))

    return attempt(ask, go, lambda p: agreement(ask, p), f"/agreements/{entity.id}")


DOORS = (get("/agreements/{id}", agreement), post("/agreements/{id}", move, role=Role.ORGANISER))
