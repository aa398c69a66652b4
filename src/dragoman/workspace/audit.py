"""The log of decisions for people: newest first, by subject, by person, with what each is about."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.model.decision import Decision
from dragoman.workspace.identity import UNDONE

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

ID_CHARS, VALUE_CHARS = 32, 80


@dataclass(frozen=True, slots=True)
class About:
    """A thing a decision is about: an entity, a statement of one with its property and value, or what only has a code."""

    entity: str
    schema: str
    caption: str
    prop: str = ""
    value: str = ""


@dataclass(slots=True)
class Log:
    """Some decisions of `total`, with what to call what they are about."""

    rows: list[Decision]
    total: int
    captions: dict[str, About] = field(default_factory=dict)

    def things(self, decision: Decision) -> list[dict[str, str]]:
        """What a decision is about: entities, statements by their entity, list records as they are."""
        found = [(self.captions.get(i, About("", "", i)), i) for i in decision.ids]
        return [{**asdict(about), "id": written} for about, written in found]


class Audit:
    """Reads the log of decisions, and takes one back."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def page(self, subject: str, by: str, people: bool, limit: int, offset: int = 0) -> Log:
        """Decisions of a subject, of a person, or (`people`) of any person; a rule's are left out then."""
        from dragoman.store.decided import decided

        rows, total = decided(self.store, subject, by, people, limit, offset)
        return Log(rows, total, self._captions(rows))

    def get(self, decision_id: str) -> Decision | None:
        """One decision by its id."""
        from dragoman.store.decided import decision

        return decision(self.store, decision_id)

    def undo(self, decision: Decision, by: str, note: str = "") -> Decision:
        """Take a decision back. Raises `UsageError` where it was taken back before."""
        from dragoman.store.decided import undone

        if decision.verdict == UNDONE or undone(self.store, decision.id):
            raise UsageError("that decision was taken back already")
        return self.workspace.identity.undo(decision, by, note)

    def _captions(self, rows: list[Decision]) -> dict[str, About]:
        from dragoman.base.errors import UnknownName

        ids = {i for d in rows for i in d.ids if len(i) == ID_CHARS}
        known = self.store.captions(ids)
        said = []
        for statement in ids - set(known):
            try:
                said.append(self.store.statement(statement))
            except UnknownName:
                continue
        abouts = self._abouts({*known, *(s.entity_id for s in said)})
        values = self.store.captions({s.value for s in said if len(s.value) == ID_CHARS})
        found = {i: about for i, about in abouts.items() if i in known}
        for s in said:
            if about := abouts.get(s.entity_id):
                found[s.id] = replace(about, prop=s.prop, value=values.get(s.value, s.value)[:VALUE_CHARS])
        return found

    def _abouts(self, ids: set[str]) -> dict[str, About]:
        from dragoman.store.several import rows

        whole = {i: self.store.canonical(i) for i in ids}
        known = rows(self.store, set(whole.values()))
        return {i: About(key, known[key].schema, known[key].caption) for i, key in whole.items() if key in known}
