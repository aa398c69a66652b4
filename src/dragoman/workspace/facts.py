"""Verdicts of people on statements: what was to check is accepted or rejected, and the log keeps both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.model.decision import Decision, Subject
from dragoman.model.statement import Statement
from dragoman.workspace.identity import now

if TYPE_CHECKING:
    from dragoman.workspace import Workspace


class Facts:
    """The to-check queue of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def to_check(self) -> Iterator[Statement]:
        """Statements that were not sure enough and that nobody has judged yet."""
        return (s for s in self.workspace.store.statements() if s.suggested)

    def judge(self, statement_id: str, verdict: str, by: str, note: str = "") -> str:
        """Accept or reject a statement; returns it in words. Raises `UnknownName`."""
        statement = self.workspace.store.statement(statement_id)
        self.workspace.store.decide(Decision(Subject.FACT, (statement.id,), verdict, by, now(), note))
        return f"{statement.prop} {statement.original_value or statement.value}"
