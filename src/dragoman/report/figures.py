"""Figures reported beside counted: what a source claims, what is on record here, and whether the two agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.statement import Bound, Statement
from dragoman.report.book import Book
from dragoman.report.counting import Counter
from dragoman.report.nouns import SIGNED, counted_kinds
from dragoman.report.values import number

ABOUT = 0.10  # "about 200" is met from 180 to 220, "nearly 200" from 180: the spread of such words in our gold texts
CURRENCY = re.compile("[A-Z]{3}")
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
    counted: float | None
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
        subject, inferred = self._subject(key)
        found = self._counted(key, s, thing, subject) if subject else None
        if found is None:
            return Compared(key, thing, lang, subject, inferred, s, None, (), Verdict.NOT_COMPARABLE)
        counted, rows = found
        value = number(s.value) or 0.0
        met = Verdict.MET if meets(counted, s.bound, value) else Verdict.NOT_MET
        verdict = met if rows else Verdict.NOTHING
        return Compared(key, thing, lang, subject, inferred, s, counted, rows, verdict, counted - value)

    def _counted(self, key: str, s: Statement, thing: str, subject: str) -> tuple[float, tuple[str, ...]] | None:
        """What is counted and its rows; for money the sum of what was signed there in that currency."""
        if s.prop == "amount" or CURRENCY.fullmatch(s.unit):
            if not SIGNED.search(self._sentence(s)):
                return None
            amounts = self.counter.amounts(subject, s.unit)
            return sum(amounts.values()), tuple(amounts)
        kinds = self._kinds(key, s, thing)
        rows = tuple(dict.fromkeys(r for kind in kinds for r in self.counter.rows(kind, subject) if r != key))
        return (len(rows), rows) if kinds else None

    def _sentence(self, s: Statement) -> str:
        """The sentence a figure stands in: what an amount is of is seldom within its own few words."""
        proof = s.evidence[0] if s.evidence else None
        document = self.book.documents.get(proof.document) if proof else None
        context = proof.context if proof else None
        return document.text[context[0] : context[1]] if document and context else (proof.exact if proof else "")

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
