"""What is due: promises, next steps, invitations, agreements and offers that end, each with owner, day and state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

OPEN, OVERDUE, KEPT, DROPPED, EXPIRED = "open", "overdue", "kept", "dropped", "expired"
SETTLED = frozenset((KEPT, DROPPED))


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due. `record` is the id of what to open, `of` says what it belongs to, in words."""

    kind: str  # promise, next step, invitation, agreement, offer ...
    what: str
    record: str
    owner: str = ""
    date: str = ""  # ISO 8601, cut to year or month where no more is told
    state: str = OPEN
    of: str = ""
    step: str = ""  # how far it has come, such as an invitation that was drafted or sent

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in SETTLED


def state(due: str, today: str, said: str = "", *, past: str = OVERDUE) -> str:
    """The state on a day: what was said of it (kept, dropped), else `past` once its day, month or year is over."""
    if said in SETTLED:
        return said
    return past if is_over(due, today) else OPEN


def is_over(due: str, today: str) -> bool:
    """Whether a day is over on another; one cut to its month or year only when that has ended."""
    return bool(due) and due < today[: len(due)]


def waiting(rows: Iterable[Due], today: str, days: int | None = None, *, settled: bool = False) -> list[Due]:
    """What is to be done, the longest due first, what has no day last; `days` leaves out what is due later than that."""
    kept = [r for r in rows if settled or not r.is_settled]
    if days is not None:
        kept = [r for r in kept if r.date and days_left(r.date, today) <= days]
    return sorted(kept, key=lambda r: (not r.date, r.date, r.kind, r.what))


def days_left(due: str, today: str) -> int:
    """Days until a day, below 0 when it is over; a month or year counts from its end."""
    year, month, day = (*due.split("-"), "", "")[:3]
    last = date(int(year) + (month in ("", "12")), 1 if month in ("", "12") else int(month) + 1, 1)
    until = date.fromisoformat(due).toordinal() if day else last.toordinal() - 1
    return until - date.fromisoformat(today).toordinal()
