"""The log of decisions for people: newest first, by subject, by person, with what each is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.model.decision import Decision
from dragoman.workspace.identity import UNDONE

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

ID_CHARS = 32


@dataclass(slots=True)
class Log:
    """Some decisions of `total`, with what to call what they are about."""

    rows: list[Decision]
    total: int
    captions: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> (entity id, caption)

    def things(self, decision: Decision) -> list[dict[str, str]]:
        """What a decision is about: entities, statements by their entity, list records as they are."""
        found = [(*self.captions.get(i, ("", i)), i) for i in decision.ids]
        return [{"entity": entity, "caption": caption, "id": written} for entity, caption, written in found]


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

    def _captions(self, rows: list[Decision]) -> dict[str, tuple[str, str]]:
        from dragoman.base.errors import UnknownName

        ids = {i for d in rows for i in d.ids if len(i) == ID_CHARS}
        named = self.store.captions(ids)
        found = {i: (i, caption) for i, caption in named.items()}
        for statement in ids - set(named):
            try:
                one = self.store.statement(statement)
            except UnknownName:
                continue
            captions = self.store.captions([one.entity_id, one.value] if len(one.value) == ID_CHARS else [one.entity_id])
            told = captions.get(one.entity_id, one.entity_id[:8])
            found[statement] = (one.entity_id, f"{told}: {one.prop} {captions.get(one.value, one.value)[:80]}")
        return found
