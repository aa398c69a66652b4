"""Conflict: somebody changed what a person was about to change."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.base.errors import WorkspaceError


@dataclass(frozen=True, slots=True)
class Edit:
    """One line of a record's history: who said or took back which value of which property, when, and where it stands."""

    position: int  # of the log
    prop: str
    value: str
    taken_back: bool
    by: str
    at: str  # ISO 8601, UTC
    source: str = ""  # the data set
    unit: str = ""
    note: str = ""
    statement: str = ""
    date: str = ""  # from when it holds: the day of a step

    def __str__(self) -> str:
        what = "took back" if self.taken_back else "said"
        return f"{self.by or self.source} {what} {self.prop} = {self.value}{f' {self.unit}' if self.unit else ''} at {self.at}"


class Conflict(WorkspaceError):
    """The record changed meanwhile; `edits` are what others did. Nothing was written."""

    def __init__(self, edits: tuple[Edit, ...], *, where: str = "") -> None:
        self.edits = edits
        told = "; ".join(str(e) for e in edits)
        super().__init__(f"changed meanwhile: {told}", where=where, do="look at the record again, then correct what is left")
