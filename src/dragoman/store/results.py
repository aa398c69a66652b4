"""What the store answers with: small value objects."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Added:
    """What an append did: statements that are new, statements known before, and whether the document was new.

    For many documents `document_new` says whether any of them was.
    """

    new: int = 0
    seen: int = 0
    document_new: bool = False

    def __add__(self, other: Added) -> Added:
        return Added(self.new + other.new, self.seen + other.seen, self.document_new or other.document_new)


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A stored document without its text; `statements` have their first evidence in it."""

    id: str
    name: str
    title: str
    publisher: str
    published: str
    lang: str
    media_type: str
    size: int
    statements: int
    recorded_at: str


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One canonical entity in a list. `statements` and `datasets` are counts; `suggested_only`: nothing of it is sure."""

    id: str
    schema: str
    caption: str
    statements: int
    datasets: int
    suggested_only: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list of `total`."""

    rows: list[EntityRow]
    total: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """Some statements of one canonical entity, of `total`, with how many there are of each property."""

    id: str
    schema: str
    caption: str
    statements: tuple[Statement, ...]
    total: int
    properties: dict[str, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity or a document that has the words. `marks` are the spans of the words in the snippet (code points)."""

    kind: str  # entity, document
    id: str
    schema: str
    caption: str
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The best hits. Where `capped`, there are more than were counted and `total` is a lower bound."""

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    capped: bool = False
