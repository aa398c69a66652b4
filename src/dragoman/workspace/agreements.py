"""Agreements as records: parties, signatories, documents, money, every step with its day and source; entries made twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UsageError
from dragoman.expo.agreements import Terms, first_alike
from dragoman.model.entity import Entity
from dragoman.workspace.expo_around import ends, entities, first, tied
from dragoman.workspace.expo_form import Form
from dragoman.workspace.expo_views import source_of

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

KIND = "Agreement"
MONEY = {"plannedAmount": "planned", "amount": "agreed", "paidAmount": "paid"}
MANY = 100_000
# Property: what a row of it is called.
TOLD = {
    "subject": "subject", "agreementKind": "kind", "date": "date", "startDate": "from", "expires": "expires",
    "endDate": "until", "document": "document", "sourceUrl": "link", "status": "status",
}  # fmt: skip
TIED = {"signatory": "signatory", "technology": "technology", "location": "place", "event": "at"}


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement as people look at it. `alike`: another record that may be the same agreement."""

    id: str
    caption: str
    stage: str
    rows: tuple[dict[str, Any], ...]
    alike: str


class Agreements:
    """The agreements of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def show(self, agreement: str) -> AgreementView:
        """An agreement: every row with its day and its source, steps in their order last. Raises `UsageError`."""
        entity = self.store.entity(self.store.canonical(agreement))
        if not entity.schema.is_a(KIND):
            raise UsageError(f"{entity.caption} is no agreement", do="dragoman list Agreement shows those there are")
        steps = self.workspace.expo.steps(entity.id)
        rows = [*self._parties(entity), *self._said(entity)]
        for s in steps:
            rows.append(self._row("step", s.stage, s.date, s.statement))
        stage = steps[-1].stage if steps else first(entity, "status")
        return AgreementView(entity.id, entity.caption, stage, tuple(rows), self.twice(self.terms(entity)))

    def _row(self, what: str, value: str, date: str, statement: str) -> dict[str, Any]:
        source = source_of(self.workspace, self.store.statement(statement))
        return {"what": what, "value": value, "date": date, "source": source, "statement": statement}

    def _parties(self, entity: Entity) -> list[dict[str, Any]]:
        known = entities(self.workspace, ends(entity, "party"))
        rows = []
        for s in entity.get("party"):
            party = known.get(s.value)
            if party and not s.negated:
                what = "party" if party.names else "party without a name"
                rows.append(self._row(what, party.caption, s.valid_from, s.id))
        return rows

    def _said(self, entity: Entity) -> list[dict[str, Any]]:
        called = self.store.captions([v for p in TIED for v in ends(entity, p)])
        rows = []
        for s in entity.statements:
            if s.negated or s.prop not in {*TOLD, *TIED, *MONEY}:
                continue
            if s.prop in MONEY:
                rows.append(self._row(f"money {MONEY[s.prop]}", f"{s.bound} {s.value} {s.unit}".strip(), s.valid_from, s.id))
            else:
                value = called.get(s.value, s.value)
                rows.append(self._row((TOLD | TIED)[s.prop], value, s.valid_from, s.id))
        return sorted(rows, key=lambda r: str(r["what"]))

    def terms(self, entity: Entity) -> Terms:
        """What tells an agreement that is on record."""
        parties = entities(self.workspace, ends(entity, "party"))
        blind = [p for p in parties.values() if not p.names]
        money = frozenset((s.value, s.unit) for p in MONEY for s in entity.get(p) if not s.negated)
        return Terms(
            entity.id, frozenset(p for p in parties if p not in {b.id for b in blind}),
            tuple(first(b, "unnamed") for b in blind), first(entity, "name"), first(entity, "date", "startDate"), money,
        )  # fmt: skip

    def twice(self, new: Terms) -> str:
        """Another agreement on record that may be the same; empty where none is."""
        near: dict[str, Entity] = {}
        for party in sorted(new.parties)[:1]:
            near |= {e.id: e for e in tied(self.workspace, party, ("party",), KIND)}
        if not new.parties:
            ids = [r.id for r in self.store.entities(schema=KIND, limit=MANY).rows]
            near = entities(self.workspace, ids)
        return first_alike(new, (self.terms(e) for e in near.values()))


def entered(form: Form) -> Terms:
    """What tells an agreement that is being entered."""

    def said(*props: str) -> Iterable[tuple[int, str, str]]:
        return ((n, s.value, s.unit) for n, s in enumerate(form.said) if s.prop in props)

    new = form.new
    named = frozenset(value for n, value, _ in said("party") if n not in new)
    fresh = frozenset(value for n, value, _ in said("party") if n in new and not new[n].unnamed)
    blind = tuple(value for n, value, _ in said("party") if n in new and new[n].unnamed)
    money = frozenset((value, unit) for _, value, unit in said(*MONEY))
    name, day = (next((v for _, v, _ in said(*p)), "") for p in (("name",), ("date", "startDate")))
    return Terms("", named | fresh, blind, name, day, money)
