"""Decision: what a rule or a named person decided. Append-only; undone by a further decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.ids import digest


class Judgement(StrEnum):
    """The verdict on whether two ids are one thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Subject(StrEnum):
    """What is decided."""

    IDENTITY = "identity"  # ids: two entity ids; verdict: a Judgement
    FACT = "fact"  # ids: a statement id; verdict: accepted, rejected
    HIT = "hit"  # ids: entity id, list record; verdict: open, cleared, confirmed
    HOLD = "hold"
    RELEASE = "release"
    CONFLICT = "conflict of interest"  # ids: contest, juror, entry; verdict: declared
    PUBLICATION = "publication"  # ids: a record, or a record and a field; verdict: published, withdrawn


@dataclass(frozen=True, slots=True)
class Decision:
    """`verdict` on `ids`, by whom (a person's name, or `rule:` and the rule's name), when, and why.

    `undoes` names the earlier decision this one takes back; its verdict is then `undone`.
    """

    subject: Subject
    ids: tuple[str, ...]
    verdict: str
    by: str
    at: str  # ISO 8601, UTC
    note: str = ""
    score: float | None = None
    version: str = ""  # of the rule, model or list it was based on
    undoes: str = ""
    id: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            made = digest("decision", self.subject, *self.ids, self.verdict, self.by, self.at, self.undoes)
            object.__setattr__(self, "id", made)

    @property
    def by_rule(self) -> bool:
        """Whether a rule decided it and no person has looked."""
        return self.by.startswith("rule:")
