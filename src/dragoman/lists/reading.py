"""What every format is given and gives back: the parts of a list, limits and wishes; entries, problems, notes, a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from dragoman.base.settings import Limits
from dragoman.lists.entry import Entry, Problem
from dragoman.lists.parts import Part

if TYPE_CHECKING:
    from dragoman.lists.mapping import Mapping


@dataclass(slots=True)
class Reading:
    """One reading of a list: what is known before, and what the file told of itself on the way."""

    parts: list[Part]
    limits: Limits = field(default_factory=Limits)
    mapping: Mapping | None = None
    encoding: str = ""  # where the user knows it
    where: dict[str, str] = field(default_factory=dict)  # column -> the value its rows must have
    today: str = ""  # ISO date before which ended entries are left out, where the list is not dated
    title: str = ""
    law: str = ""
    published: str = ""  # filled by the format where the file tells it
    notes: list[str] = field(default_factory=list)


class Format(Protocol):
    """A format a list comes in."""

    name: str
    title: str
    law: str

    def fits(self, part: Part, head: str) -> bool:
        """Whether a part begins like this format."""

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """The entries of `reading.parts`, all of which fit; raises `Unreadable` where a file is broken as a whole."""
