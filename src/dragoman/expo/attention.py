"""The attention an exhibit gets: who asked about it or was put in contact with it, when, about what; what of it is a lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ENQUIRY, CONTACT = "enquiry", "contact"


@dataclass(frozen=True, slots=True)
class Asked:
    """One enquiry or contact. `who` is empty where nobody is named; `military` holds words that speak of military end use."""

    id: str
    kind: str
    about: str  # the id of the exhibit, technology, offer or body
    what: str
    date: str  # ISO 8601: the day it came
    by: str  # who entered it
    at: str  # when it was entered
    statement: str  # its evidence is the entry
    who: str = ""  # the id of a body or person, which may be unnamed
    answer: str = ""
    answered: str = ""  # when the answer was entered
    military: str = ""

    @property
    def is_lead(self) -> bool:
        """Whether it may be passed on to the owner. One for military end use is recorded and goes nowhere."""
        return not self.military


@dataclass(frozen=True, slots=True)
class Attention:
    """All that came for a record, or for a body and everything it shows, the latest first; `captions` by id."""

    id: str
    caption: str
    rows: tuple[Asked, ...]
    captions: dict[str, str]

    @property
    def enquiries(self) -> int:
        """How many asked."""
        return sum(r.kind == ENQUIRY for r in self.rows)

    @property
    def contacts(self) -> int:
        """How many contacts were made."""
        return sum(r.kind == CONTACT for r in self.rows)

    @property
    def askers(self) -> int:
        """How many different bodies and people are on record as having asked or met; those of whom nothing is told are none."""
        return len({r.who for r in self.rows if r.who})

    @property
    def leads(self) -> tuple[Asked, ...]:
        """What may be passed on to the owner."""
        return tuple(r for r in self.rows if r.is_lead)


def ordered(rows: Iterable[Asked]) -> tuple[Asked, ...]:
    """The latest day first; of one day what was entered last."""
    return tuple(sorted(rows, key=lambda r: (r.date, r.at)))[::-1]
