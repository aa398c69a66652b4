"""What owners let out onto public things: whole records in the fields fit for everybody, other fields one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.model.decision import Decision

PUBLISHED, WITHDRAWN = "published", "withdrawn"
# What a record lets out when it is published as a whole. Everything else (addresses of people, money, notes) by its field.
OPEN = frozenset((
    "name", "alias", "abbreviation", "unnamed", "title", "description", "summary", "country", "website", "field", "theme",
    "venue", "location", "startDate", "endDate", "ordinal", "use", "pastUse", "trl", "stand", "number", "bodyKind", "position",
    "role", "organizer", "coOrganizer", "supporter", "approver", "guestOfHonour", "letter", "first", "result", "winner",
    "winningEntry", "exhibitor", "developer", "programmeVersion",
))  # fmt: skip
# What nobody lets out: what screening and control lists say, and notes of the house.
NEVER = frozenset(("topics", "controlEntry", "notes", "birthDate", "registrationNumber", "innCode"))
FIGURE = "figure:"  # a figure of an edition by its name: `figure:exhibitors`, or a reported one by its record


@dataclass(slots=True)
class Public:
    """What is let out now, by canonical record id: the fields named, and `*` for those fit for everybody."""

    fields: dict[str, set[str]] = field(default_factory=dict)
    kept: dict[str, set[str]] = field(default_factory=dict)  # fields taken out of a record that is published as a whole

    def record(self, record: str) -> bool:
        """Whether a record is published as a whole."""
        return "*" in self.fields.get(record, ())

    def may(self, record: str, prop: str) -> bool:
        """Whether a field of a record may be shown to everybody."""
        if prop in NEVER or prop in self.kept.get(record, ()):
            return False
        let_out = self.fields.get(record, ())
        return prop in let_out or ("*" in let_out and prop in OPEN)


def standing(decisions: Iterable[tuple[tuple[str, ...], str]]) -> Public:
    """What is let out after decisions in the order they were made: their ids (record, or record and field) and verdicts."""
    made = Public()
    for ids, verdict in decisions:
        record, prop = ids[0], ids[1] if len(ids) > 1 else "*"
        if verdict == PUBLISHED:
            made.fields.setdefault(record, set()).add(prop)
            made.kept.get(record, set()).discard(prop)
        elif prop == "*":
            made.fields.pop(record, None)
            made.kept.pop(record, None)
        else:
            made.fields.get(record, set()).discard(prop)
            made.kept.setdefault(record, set()).add(prop)
    return made


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions that no later one undid, in their order."""
    found = list(decisions)
    undone = {d.undoes for d in found if d.undoes}
    return [d for d in found if d.id not in undone and d.verdict in (PUBLISHED, WITHDRAWN)]
