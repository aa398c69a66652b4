"""A hit: somebody looked for, the list record that may be meant, how sure it is and what became of it. A lead, no verdict."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from dragoman.compare.name import Kind
from dragoman.model.score import Score


class Status(StrEnum):
    """What was decided of a hit. Only a named person clears or confirms."""

    OPEN = "open"
    CLEARED = "cleared"
    CONFIRMED = "confirmed"


@dataclass(slots=True)
class Query:
    """Somebody to look for. Countries are ISO 3166-1 alpha-2 in small letters, dates ISO 8601, maybe short."""

    name: str
    schema: str = ""
    countries: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    identifiers: tuple[str, ...] = ()
    row: int = 0  # of the sheet it stands in; 0 where it came otherwise
    entity: str = ""  # id of the workspace's entity, where it is one

    @property
    def kind(self) -> Kind:
        """What bears the name."""
        return Kind.of(self.schema)


@dataclass(slots=True)
class Hit:
    """A record of a list that may be the one looked for. `sure` is False in the review band, which is to be checked."""

    list: str  # label
    edition: str
    published: str
    record: str  # id in the list
    caption: str
    schema: str
    name: str  # the name of the record that was met
    score: float
    sure: bool
    name_kind: str = "name"  # name, alias, previousName, weakAlias
    programmes: tuple[str, ...] = ()
    at: str = ""  # where the record stands in the file of the list
    remarks: tuple[str, ...] = ()
    status: Status = Status.OPEN
    by: str = ""
    decided: str = ""  # when
    note: str = ""
    entity: dict[str, Any] = field(default_factory=dict, repr=False)  # the record in FollowTheMoney JSON
    explain: Callable[[], Score] = field(default=lambda: Score(0.0), repr=False, compare=False)

    @property
    def key(self) -> str:
        """List and record, as decisions name them."""
        return f"{self.list}:{self.record}"

    @property
    def fingerprint(self) -> str:
        """Sixteen digits that change when the record does, wherever it stands in its file: a verdict holds while they stay."""
        said = json.dumps({k: v for k, v in self.entity.items() if k != "at"}, sort_keys=True, ensure_ascii=False)
        return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
