"""Figures reported beside counted: what a source claims, what is on record here, and whether the two agree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.statement import Bound, Statement
from dragoman.report.book import Book
from dragoman.report.counting import Counter
from dragoman.report.nouns import counted_kinds
from dragoman.report.values import number

ABOUT = 0.10  # "about 200" is met from 180 to 220, "nearly 200" from 180: the spread of such words in our gold texts
# Other records that themselves report a number, and what it counts.
REPORTED = {("Agreement", "count"): "agreement", ("Expo", "sessions"): "edition"}


class Verdict(StrEnum):
    """What the comparison says."""

    MET = "met"
    NOT_MET = "not met"
    NOT_COMPARABLE = "not comparable"
    NOTHING = "nothing counted"


@dataclass(frozen=True, slots=True)
class Compared:
    """One reported figure. `counted` is None where nothing can be compared; `rows` are entity ids or country codes."""

    key: str  # the entity that reports it
    thing: str
    lang: str
    subject: str  # entity id of its scope, empty where the text does not tell
    subject_inferred: bool  # the scope is the only edition its document speaks of
    statement: Statement
    counted: int | None
    rows: tuple[str, ...]
    verdict: Verdict
    difference: float = 0.0  # counted less reported

    @property
    def value(self) -> float:
        """The reported number."""
        return number(self.statement.value) or 0.0


def meets(counted: float, bound: Bound, reported: float) -> bool:
    """Whether a count agrees with a reported number as its bound reads it."""
    return {
        Bound.EXACT: counted == reported,
        Bound.MORE_THAN: counted > reported,
        Bound.AT_LEAST: counted >= reported,
        Bound.ABOUT: abs(counted - reported) <= ABOUT * reported,
        Bound.NEARLY: (1 - ABOUT) * reported <= counted <= reported,
        Bound.UP_TO: counted <= reported,
        Bound.LESS_THAN: counted < reported,
    }[bound]


def compare(book: Book) -> list[Compared]:
    """Every reported figure of a book in order, what is to check left out on both sides."""
    comparison = Comparison(book)
    return [comparison.of(key, s) for key in book.known() for s in comparison.reported(key)]


class Comparison:
    """Sets the figures of a book beside its records."""

    def __init__(self, book: Book) -> None:
        self.book, self.counter = book, Counter(book)
        self.editions: dict[str, dict[str, None]] = {}  # by source
        for key in book.known():
            if book.is_a(key, "Edition"):
                for s in book.sure[key]:
                    self.editions.setdefault(s.dataset, {})[key] = None

    def reported(self, key: str) -> list[Statement]:
        """The statements of an entity that report a number of things."""
        props = {prop for (schema, prop) in REPORTED if self.book.is_a(key, schema)}
        if self.book.is_a(key, "Figure"):
            props |= {"value", "amount"}
        return [s for s in self.book.sure[key] if s.prop in props and not s.negated and number(s.value) is not None]

    def of(self, key: str, s: Statement) -> Compared:
        """One reported figure beside what is counted."""
        told = next((t for t in self.book.sure[key] if t.prop == "counted"), None)
        thing = told.value if told else s.unit if self.book.is_a(key, "Figure") else ""
        lang = told.lang if told else ""
        kinds = self._kinds(key, s, thing)
        subject, inferred = self._subject(key)
        if s.prop == "amount" or not kinds or not subject:
            return Compared(key, thing, lang, subject, inferred, s, None, (), Verdict.NOT_COMPARABLE)
        rows = tuple(dict.fromkeys(r for kind in kinds for r in self.counter.rows(kind, subject) if r != key))
        value = number(s.value) or 0.0
        met = Verdict.MET if meets(len(rows), s.bound, value) else Verdict.NOT_MET
        return Compared(
            key, thing, lang, subject, inferred, s, len(rows), rows, met if rows else Verdict.NOTHING, len(rows) - value
        )

    def _kinds(self, key: str, s: Statement, thing: str) -> tuple[str, ...]:
        for (schema, prop), kind in REPORTED.items():
            if s.prop == prop and self.book.is_a(key, schema):
                return (kind,)
        quotes = [e.exact for e in s.evidence[:1]]
        return counted_kinds(thing, " ".join([*self.book.values(key, "scope"), s.status, *quotes]))

    def _subject(self, key: str) -> tuple[str, bool]:
        """The scope a figure names; else the only edition that its document speaks of, as inferred."""
        book = self.book
        if book.is_a(key, "Expo"):
            return key, False
        for prop in ("subject", "event"):
            kind = book.schemas[key].properties.get(prop)
            named = [v for v in book.values(key, prop) if v in book.entities] if kind and kind.type == "entity" else []
            if named:
                return named[0], False
        found = list(dict.fromkeys(e for s in book.sure[key] for e in self.editions.get(s.dataset, ())))
        return (found[0], True) if len(found) == 1 else ("", False)
