"""Cooperations: one thread from invitation to what came of it: two sides, promises, benefits expected beside actual."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import stages
from dragoman.expo.cooperations import ACTUAL, EXPECTED, Balance, Benefit, Promise, Step, balances, ordered
from dragoman.model.entity import Entity
from dragoman.workspace import expo_form
from dragoman.workspace.expo_around import ends, entities, first, tied
from dragoman.workspace.noting import move, one_of, steps
from dragoman.workspace.promises import Promises

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_form import Value

# What a record of a schema is as a step, where nobody says.
KIND_OF = {
    "Invitation": "invitation", "Visit": "visit", "Stop": "visit", "Meeting": "meeting", "Contract": "contract",
    "Event": "exhibition", "Participation": "exhibition", "Document": "report",
}  # fmt: skip
STAGE_KIND = {"memorandum": "memorandum", "contract": "contract", "in force": "contract", "ended": "contract"}
DATES = ("date", "startDate", "publishedAt")


@dataclass(frozen=True, slots=True)
class CooperationView:
    """A cooperation as a page or a terminal shows it, on the day asked for."""

    entity: Entity
    sides: tuple[str, ...]
    status: str
    ladder: tuple[tuple[str, str], ...]  # status, date
    steps: tuple[Step, ...]
    promises: tuple[Promise, ...]
    benefits: tuple[Benefit, ...]
    balances: tuple[Balance, ...]
    captions: dict[str, str]


class Cooperations:
    """The cooperations of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def find(self, name_or_id: str) -> str:
        """The id of a cooperation; raises `UsageError`."""
        return expo_form.the(self.workspace, "Cooperation", name_or_id)

    def show(self, name_or_id: str, today: str = "") -> CooperationView:
        """The whole thread. Promises given at a visit that is a step of it, or at one of its stops, belong to it too."""
        entity = self.store.entity(self.find(name_or_id))
        found = self._steps(entity.id)
        promises = Promises(self.workspace).of(self._places(entity.id, found), today)
        made = [_benefit(e) for e in tied(self.workspace, entity.id, ("cooperation",), "Benefit")]
        sides, taken = tuple(ends(entity, "side")), steps(entity, "status")
        captions = self.store.captions({*sides, *(s.record for s in found), *(p.owner for p in promises)})
        return CooperationView(
            entity, sides, stages.current(taken, stages.LADDER), tuple(taken), tuple(found), tuple(promises), tuple(made),
            tuple(balances(made)), captions,
        )  # fmt: skip

    def _steps(self, cooperation: str) -> list[Step]:
        found = tied(self.workspace, cooperation, ("cooperation",), "Step")
        targets = entities(self.workspace, (r for e in found for r in ends(e, "record")))
        return ordered(self._step(e, targets) for e in found)

    def _step(self, entity: Entity, targets: dict[str, Entity]) -> Step:
        target = next((targets[r] for r in ends(entity, "record") if r in targets), None)
        day = first(entity, *DATES) or (first(target, *DATES) if target else "")
        what = first(entity, "summary", "name") or (target.caption if target else "")
        return Step(
            entity.id, first(entity, "stepKind"), day, what, target.id if target else "", target.schema.name if target else "",
            first(entity, "document"),
        )  # fmt: skip

    def _places(self, cooperation: str, found: list[Step]) -> list[str]:
        """The records a promise of this thread may be given in: itself, its steps' records, and the stops of its visits."""
        places = [cooperation, *(s.record for s in found if s.record)]
        stops = [e.id for s in found if s.schema == "Visit" for e in tied(self.workspace, s.record, ("visit",), "Stop")]
        return [*places, *stops]

    def link(
        self, name_or_id: str, record: str = "", *, by: str, kind: str = "", date: str = "", words: str = "", document: str = ""
    ) -> str:  # fmt: skip
        """Add a step: a record that is there, or only words. What kind it is follows from the record where nobody says. Its id.

        An agreement is a step as far as it has come: one that is intended is no memorandum.
        """
        target = one_of(self.workspace, record, "Thing", "Interval") if record else ""
        if not target and not words:
            raise UsageError("a step points at a record or says what happened", do="give a record, or words")
        told = kind or (self._kind(self.store.entity(target)) if target else "")
        said: dict[str, Value] = {
            "cooperation": self.find(name_or_id), "record": target, "stepKind": told, "date": date, "summary": words,
            "document": document,
        }  # fmt: skip
        return self.workspace.expo.enter("Step", {k: v for k, v in said.items() if v}, by=by, form="step of a cooperation")

    def _kind(self, entity: Entity) -> str:
        if entity.schema.is_a("Agreement"):
            stage = stages.stage_of(
                steps(entity, "stage"), stages.current(steps(entity, "status"), stages.LADDER), entity.values("agreementKind")
            )
            return STAGE_KIND.get(stage, "meeting")
        return next((KIND_OF[a] for a in entity.schema.ancestors if a in KIND_OF), "result")

    def promise(self, name_or_id: str, what: Value, owner: str, *, by: str, due: str = "", date: str = "") -> str:
        """Note a promise of one side; its id."""
        return Promises(self.workspace).give(self.find(name_or_id), what, owner, by=by, due=due, date=date)

    def settle(self, promise: str, how: str, *, by: str, date: str = "", words: str = "") -> Promise:
        """Note that a promise was kept or dropped."""
        return Promises(self.workspace).settle(promise, how, by=by, date=date, words=words)

    def benefit(
        self, name_or_id: str, kind: str, measure: str, *, by: str, amount: str = "", value: str = "", words: str = "",
        date: str = "",
    ) -> str:  # fmt: skip
        """Note a benefit, expected or actual: an amount with its currency, a number (of jobs ...), or words. Its id."""
        if not (amount or value or words):
            raise UsageError("a benefit has an amount, a number or words", do="give one of them")
        said = {
            "cooperation": self.find(name_or_id), "benefitKind": kind, "measure": measure, "amount": amount, "value": value,
            "summary": words, "date": date,
        }  # fmt: skip
        return self.workspace.expo.enter("Benefit", {k: v for k, v in said.items() if v}, by=by, form="benefit")

    def move(self, name_or_id: str, status: str, *, by: str, date: str = "") -> str:
        """Move it up the ladder from looked into to ended; what it stands at then."""
        return move(self.workspace, self.find(name_or_id), status, by=by, date=date)


def _benefit(entity: Entity) -> Benefit:
    amount = next((s for s in entity.get("amount") if not s.negated and not s.suggested), None)
    number = amount.value if amount else first(entity, "value")
    measure = ACTUAL if first(entity, "measure") == ACTUAL else EXPECTED
    return Benefit(
        entity.id, first(entity, "benefitKind") or "other", measure, Decimal(number) if number else None,
        amount.unit if amount else "", first(entity, "summary"), first(entity, *DATES),
    )  # fmt: skip
