"""What rules and models hand over: names found in a text, and drafts of claims. `assemble` turns them into statements.

A rule never makes ids, evidence or statements: it says "these words prove that this thing has these values".
Nobody changes one of these once made; they are not frozen because a frozen dataclass takes three times as long to make, and
a page makes a thousand (a sixth of the time of the whole extraction).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.document import Document
from dragoman.model.statement import Bound, Status

NameKind = Literal["ORG", "PER", "LOC", "EVENT", "TECH", "PROJECT", "GROUP"]


@dataclass(slots=True, unsafe_hash=True)
class Name:
    """A name as it stands in the text. Offsets count code points of the document's stored text."""

    kind: NameKind
    start: int
    end: int
    text: str
    lang: str
    schema: str  # what it names: Organization, Company, PublicBody, Person, Place, CountryGroup, Expo, Edition ...
    subkind: str = ""  # ministry, academy, university, institute, company ..., country, city ...
    country: str = ""  # ISO 3166-1 alpha-2, lower case, where the name or the gazetteer tells
    sure: float = 1.0
    source: str = ""  # pattern, gazetteer, or the model's name


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """A sentence of the body, with its language and the names in it, in order."""

    start: int
    end: int
    text: str
    lang: str
    names: tuple[Name, ...] = ()
    block: int = 0  # index into Document.blocks


@dataclass(slots=True, unsafe_hash=True)
class Ref:
    """A thing another draft is about. Equal schema and normalised name are one entity within a document."""

    schema: str
    name: str
    discriminator: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Claim:
    """One property of a draft. A `Ref` as value makes a tie. Empty `start`/`end` mean the draft's own quote."""

    prop: str
    value: str | Ref
    original: str = ""
    lang: str = ""
    bound: Bound = Bound.EXACT
    unit: str = ""
    negated: bool = False
    inferred: bool = False
    status: Status = Status.NONE
    valid_from: str = ""
    valid_to: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(slots=True, unsafe_hash=True)
class Draft:
    """`about` has these claims, proved by the words from `start` to `end` (the shortest that prove it).

    `sure` is the share of such drafts that proved right on development data; under `SURE_ENOUGH` the statements are
    suggested. `rule` names the rule, for the origin of the statements and for measuring rule by rule.
    """

    about: Ref
    start: int
    end: int
    claims: tuple[Claim, ...]
    rule: str
    sure: float = 1.0
    speaker: str = ""
    sentence: tuple[int, int] | None = None


SURE_ENOUGH = 0.9  # precision wanted over what is not suggested; calibrated on the development gold


@dataclass(slots=True)
class Reading:
    """One document under extraction: what every rule may look at."""

    document: Document
    sentences: list[Sentence]
    names: list[Name]
    lang: str
    released: str = ""  # ISO release date, against which relative dates are told
    drafts: list[Draft] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The document's stored text."""
        return self.document.text
