"""Which ids are one thing: the simple join, decisions, and taking them back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dragoman.model.decision import Decision, Judgement, Subject

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

UNDONE = "undone"


def now() -> str:
    """The time as decisions write it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Identity:
    """The log of identity decisions of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def join_variants(self) -> list[Decision]:
        """Join spellings and short forms by rule; what was decided before, either way, is left as it is."""
        from dragoman.resolve.variants import gather, propose
        from dragoman.workspace.resolving import hold_apart

        store = self.workspace.store
        before = [d for d in self.all() if len(d.ids) == 2]
        decided = [(d.ids[0], d.ids[1]) for d in before]
        watched = {i for d in before if not d.by_rule for i in d.ids}
        named = gather(store.names())
        made = store.propose(propose(named, decided, now(), watched))
        numbered = {n.id: [(prop, v) for prop, vs in n.identifiers.items() for v in sorted(vs)] for n in named if n.identifiers}
        hold_apart(self.workspace, numbered)
        return made

    def all(self) -> list[Decision]:
        """Every identity decision, oldest first."""
        return self.workspace.store.decisions(subject=Subject.IDENTITY)

    def decide(self, left: str, right: str, verdict: Judgement, by: str, note: str = "") -> Decision:
        """A person's verdict on two ids."""
        made = Decision(Subject.IDENTITY, tuple(sorted((left, right))), verdict, by, now(), note)
        self.workspace.store.decide(made)
        return made

    def undo(self, decision: Decision, by: str, note: str = "") -> Decision:
        """Take a decision back; the state before it is restored."""
        made = Decision(decision.subject, decision.ids, UNDONE, by, now(), note, undoes=decision.id)
        self.workspace.store.decide(made)
        return made
