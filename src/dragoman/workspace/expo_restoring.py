"""Records that an export wrote, imported: they keep their ids, and the edition they belong to becomes the one imported into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.expo.rules import CHECKED, OWNERS_ONLY, door, value_problem
from dragoman.extract.sheets.record_sheets import NEW
from dragoman.model.decision import Judgement
from dragoman.model.ids import normal_name
from dragoman.model.schema import schema
from dragoman.model.statement import Bound, Statement
from dragoman.workspace.expo_around import entities
from dragoman.workspace.expo_entries import tie_to_edition
from dragoman.workspace.expo_form import candidates
from dragoman.workspace.expo_settling import Refusal

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

TYPES = ("date", "number", "money", "country")  # whose values are checked, beside the properties with a rule of their own
RESOLVED = ("LegalEntity", "Place", "Edition", "Expo")  # what a name alone stands for; two exhibits may share a name
NOTE = "imported as the records of this edition"


@dataclass(slots=True)
class Restoring:
    """The records of one file for one edition. `refused` gathers what was left out; `same`: ids that are one thing.

    `said`: all that the file says, also what stands here already: a newer version of a file takes only the rest back.
    """

    workspace: Workspace
    file: str
    edition: str
    refused: list[Refusal] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)
    said: list[Statement] = field(default_factory=list)

    def settle(self, statements: Iterable[Statement]) -> list[Statement]:
        """What is to be said: what can be that property's and does not stand here already."""
        told = [s for s in statements if self._holds(s)]
        if not told:
            return []
        told = self._by_name(told)
        self._same(told)
        told += self._ties(told)
        self.said = told
        known = entities(self.workspace, {self.workspace.store.canonical(s.entity_id) for s in told})
        said = {self._fact(s) for e in known.values() for s in e.statements}
        return [s for s in told if self._fact(s) not in said]

    def _by_name(self, told: list[Statement]) -> list[Statement]:
        """New rows and names of bodies, places and editions that are on record under that name are said of that record."""
        here: dict[str, str] = {}
        for s in told:
            wide = next((r for r in RESOLVED if schema(s.schema).is_a(r)), "")
            if s.origin == NEW and s.prop == "name" and wide and not self.workspace.store.size(s.entity_id):
                found = candidates(self.workspace, wide, s.value)
                if len(found) == 1:
                    here.setdefault(s.entity_id, found[0])
                elif found:
                    why = f"{len(found)} records are called {s.value!r}: kept as another; write the id of the one that is meant"
                    self.refused += [Refusal(self.file, e.sheet, e.row or 0, why) for e in s.evidence]
        return [_moved(s, here) for s in told]

    def _ties(self, told: list[Statement]) -> list[Statement]:
        """The tie to the edition of rows that people added and that name none."""
        groups: dict[str, list[Statement]] = {}
        for s in (s for s in told if s.origin == NEW):
            groups.setdefault(s.entity_id, []).append(s)
        made = []
        for members in groups.values():
            first = members[0]
            prop = tie_to_edition(first.schema)
            if prop and first.schema != "Edition" and all(s.prop != prop for s in members):
                tie = replace(first, prop=prop, value=self.edition, original_value=self.edition, lang="", unit="", id="")
                made.append(replace(tie, bound=Bound.EXACT, evidence=first.evidence[:1], id=""))
        return made

    def _fact(self, s: Statement) -> tuple[object, ...]:
        here = self.workspace.store.canonical
        spec = schema(s.schema).properties.get(s.prop)
        value = here(s.value) if spec is not None and spec.type == "entity" else s.value
        return (here(s.entity_id), s.prop, value, s.unit, s.status, s.negated, s.valid_from, s.valid_to, s.bound)

    def _holds(self, s: Statement) -> bool:
        kind = schema(s.schema)
        checked = kind.properties[s.prop].type in TYPES or s.prop in CHECKED
        problem = value_problem(s.prop, s.value, s.unit, kind) if checked else ""
        if any(a in OWNERS_ONLY for a in kind.ancestors):
            problem = door(kind) or f"{kind.name} is entered by its owner alone"
        if problem:
            self.refused += [Refusal(self.file, e.sheet, e.row or 0, problem) for e in s.evidence]
        return not problem

    def _same(self, told: list[Statement]) -> None:
        """The edition of the file that is this one by its name, and its series."""
        store = self.workspace.store
        target = store.entity(self.edition)
        editions = {s.entity_id: s for s in told if s.schema == "Edition" and s.prop == "name"}
        names = {normal_name(n) for n in target.names}
        mine = [k for k, s in editions.items() if k == self.edition or normal_name(s.value) in names]
        if editions and not mine:
            proof = next(iter(editions.values())).evidence[0]
            called = ", ".join(s.value for s in editions.values())
            why = f"the file is of {called}: its records are kept as those of that edition (is it this one? correct alias=...)"
            self.refused.append(Refusal(self.file, proof.sheet, proof.row or 0, why))
        series = [s.value for s in told if s.entity_id in mine and s.prop == "expo"]
        pairs = [*((k, target.id) for k in mine), *((a, b) for a in series for b in target.values("expo"))]
        self.same = [(a, b) for a, b in pairs if store.canonical(a) != store.canonical(b)]


def _moved(s: Statement, here: Mapping[str, str]) -> Statement:
    """A statement of the records that ids of a file stand for here."""
    spec = schema(s.schema).properties.get(s.prop)
    value = here.get(s.value, s.value) if spec is not None and spec.type == "entity" else s.value
    entity = here.get(s.entity_id, s.entity_id)
    return s if (entity, value) == (s.entity_id, s.value) else replace(s, entity_id=entity, value=value, id="")


def join(workspace: Workspace, same: Iterable[tuple[str, str]], by: str) -> None:
    """Decide that the edition of an export and its series are those imported into, once all its files are in."""
    store = workspace.store
    for left, right in same:
        if store.size(left) and store.size(right) and store.canonical(left) != store.canonical(right):
            workspace.identity.decide(left, right, Judgement.SAME, by, NOTE)
