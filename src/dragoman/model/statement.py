"""Statement and Evidence: the only currency. All else is rebuilt from them and from decisions.

Nobody changes one once made: `replace` makes another. They are not frozen in the language's sense, because a frozen dataclass
takes five times as long to make, and a page of text makes a hundred.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from dragoman.model.ids import digest


class Stance(StrEnum):
    """What a piece of evidence does for its statement."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"


class Status(StrEnum):
    """How far an act has come. Intent is not agreement: a step is only what its words say."""

    NONE = ""
    LOOKED_INTO = "looked into"
    PLANNED = "planned"
    INVITED = "invited"
    INTENDED = "intended"
    AGREED = "agreed"
    SIGNED = "signed"
    RUNNING = "running"
    ENDED = "ended"


class Bound(StrEnum):
    """How a figure is bounded by its words: "more than", "nearly", "about", "at least", "up to"."""

    EXACT = ""
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up to"
    LESS_THAN = "less than"


@dataclass(slots=True, unsafe_hash=True)
class Evidence:
    """Where a statement stands.

    In a text: document, page, start, end, exact, prefix, suffix (W3C Web Annotation text selectors; offsets count code
    points of the stored text; `context` start and end bound the sentence shown to people). In a table: document, sheet,
    row (1 is the first row of the sheet) and column. In a list: document is the list version, record its record id.
    """

    document: str
    exact: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    prefix: str = ""
    suffix: str = ""
    context: tuple[int, int] | None = None
    sheet: str = ""
    row: int | None = None
    column: str = ""
    record: str = ""
    stance: Stance = Stance.SUPPORTS
    speaker: str = ""  # the person or body whose words these are, as named; empty: the publisher of the document


@dataclass(slots=True, unsafe_hash=True)
class Statement:
    """An immutable claim: `entity_id` has `prop` with `value`, says `dataset`.

    `value` is normalised (ISO 8601 dates cut to their precision, plain decimal numbers, entity ids, lower-case ISO
    3166 countries); `original_value` is as written. `valid_from` and `valid_to` are ISO dates cut to year, month or
    day; empty is open. `recorded_at` and `retracted_at` come from the log. `suggested` was not sure enough when it was
    made: it is shown as to-check and enters no figure until a person accepts it.
    """

    entity_id: str
    schema: str
    prop: str
    value: str
    dataset: str
    original_value: str = ""
    lang: str = ""
    origin: str = ""
    status: Status = Status.NONE
    negated: bool = False
    valid_from: str = ""
    valid_to: str = ""
    bound: Bound = Bound.EXACT
    unit: str = ""  # the currency (ISO 4217) of money, the thing counted or the unit of a number
    inferred: bool = False  # not written there but worked out, such as a year from a weekday
    suggested: bool = False
    evidence: tuple[Evidence, ...] = ()
    recorded_at: str = ""
    retracted_at: str = ""
    id: str = field(default="")

    def __post_init__(self) -> None:
        if not self.id:
            self.id = self.make_id()

    def make_id(self) -> str:
        """The hash of data set, entity, property, value, language, status, polarity and valid time."""
        return digest(
            "statement", self.dataset, self.entity_id, self.prop, self.value, self.lang, self.status,
            "not" if self.negated else "", self.valid_from, self.valid_to,
        )  # fmt: skip

    def with_evidence(self, *evidence: Evidence) -> Statement:
        """The same statement with more evidence."""
        return replace(self, evidence=self.evidence + evidence)


def belief(evidence: tuple[Evidence, ...]) -> float:
    """How far evidence speaks for its statement, 0 to 1: (supporting + 1) / (supporting + contradicting + 2).

    Laplace's rule of succession over distinct documents; mentions say nothing either way. Never stored.
    """
    support = {e.document for e in evidence if e.stance is Stance.SUPPORTS}
    against = {e.document for e in evidence if e.stance is Stance.CONTRADICTS}
    return (len(support) + 1) / (len(support) + len(against) + 2)
