"""Verdicts of people on facts: what was to check is accepted or rejected, and the log keeps both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.base.errors import UnknownName
from dragoman.model.decision import Decision, Subject
from dragoman.model.fact import Fact, facts
from dragoman.workspace.identity import now

if TYPE_CHECKING:
    from dragoman.workspace import Workspace


class Facts:
    """The to-check queue of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def to_check(self) -> list[Fact]:
        """Facts that were not sure enough and that nobody has judged yet, in the order of their documents."""
        store = self.workspace.store
        waiting = [s for s in store.statements() if s.suggested and not store.standing(s.id)]
        captions = store.captions({s.entity_id for s in waiting} | {s.value for s in waiting if len(s.value) == 32})
        return facts(waiting, captions)

    def judge(self, fact_id: str, verdict: str, by: str, note: str = "") -> Fact:
        """Accept or reject a fact by the first digits of its id: all its statements. Raises `UnknownName`.

        A fact's id is that of its first statement.
        """
        found = [f for f in self.to_check() if f.id.startswith(fact_id)]
        if len(found) != 1:
            raise UnknownName(f"{len(found) or 'no'} facts to check begin with {fact_id!r}", do="dragoman check lists them")
        at = now()
        made = [Decision(Subject.FACT, (s.id,), verdict, by, at, note) for s in found[0].statements]
        self.workspace.store.decide(*made)
        return found[0]
