"""A shortlist: which bodies and projects on record fit a question, with reasons. People are never ranked.

The value orders a list and is no probability. Weights are set by hand: a field in common counts most, a place or a kind can
only leave out, and what is not on record is told as a limit, never taken as a no.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.expo.fields import field as named_field
from dragoman.expo.fields import fields_of, words_of
from dragoman.model.score import Reason, Score

FIELD, WIDER, WORDS, OFFERS, RIPE, UNRIPE, PLACED = 2.0, 1.0, 0.4, 0.7, 0.5, -0.7, 0.5
MOST_WORDS = 3  # of one text in common count
MIDDLE = 1.5  # the sum that gives a value of one half


@dataclass(frozen=True, slots=True)
class Text:
    """Something a record says, by the statement that says it. `of` names the record where it is not the candidate itself."""

    words: str
    statement: str
    prop: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. Empty parts ask for nothing; `countries` are lower-case codes, `trl` the least readiness level."""

    fields: Mapping[str, str]  # code: the words that name it
    words: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    trl: int | None = None

    @classmethod
    def of(
        cls, texts: Iterable[str], countries: Iterable[str] = (), kinds: Iterable[str] = (), trl: int | None = None
    ) -> Wanted:
        """From the words of a question and its field."""
        joined = " . ".join(texts)
        return cls(fields_of(joined), frozenset(words_of(joined)), frozenset(countries), frozenset(kinds), trl)


@dataclass(slots=True)
class Candidate:
    """A body or project on record. `kind` is the kind of body, or `project`; `offers` are statements that seek a partner."""

    id: str
    kind: str
    texts: list[Text] = field(default_factory=list)
    countries: dict[str, str] = field(default_factory=dict)  # code: statement
    trl: int | None = None
    trl_statement: str = ""
    offers: list[Text] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fit:
    """A candidate that fits, why, and what is not known or speaks against it (names of messages)."""

    id: str
    score: Score
    limits: tuple[str, ...] = ()


def fit(wanted: Wanted, candidate: Candidate) -> Fit | None:
    """How a candidate fits; None where its place or kind is another, or nothing in its words meets the question."""
    if wanted.kinds and candidate.kind not in wanted.kinds:
        return None
    if wanted.countries and candidate.countries and not wanted.countries & candidate.countries.keys():
        return None
    reasons = _by_words(wanted, candidate)
    if (wanted.fields or wanted.words) and not _enough(wanted, reasons):
        return None
    limits = []
    if wanted.countries:
        met = [c for c in candidate.countries if c in wanted.countries]
        if met:
            reasons.append(Reason("place", PLACED, met[0], evidence=(candidate.countries[met[0]],)))
        else:
            limits.append("country")
    if wanted.trl is not None:
        _ripe(wanted.trl, candidate, reasons, limits)
    if candidate.offers:
        first = candidate.offers[0]
        reasons.append(Reason("offers", OFFERS, first.words, evidence=(first.statement,)))
    ordered = tuple(sorted(reasons, key=lambda r: -r.weight))
    return Fit(candidate.id, Score(1 / (1 + math.exp(MIDDLE - sum(r.weight for r in ordered))), ordered), tuple(limits))


def _enough(wanted: Wanted, reasons: Iterable[Reason]) -> bool:
    """Whether words meet: a field, or two words; one where the question names no field that is known."""
    least = 2 * WORDS if wanted.fields else WORDS
    return any(r.name == "field" or r.weight >= least for r in reasons)


def _by_words(wanted: Wanted, candidate: Candidate) -> list[Reason]:
    """One reason for each field in common, and one for the words where no field is."""
    found: dict[str, Reason] = {}
    best: Reason | None = None
    for text in candidate.texts:
        for code in fields_of(text.words):
            weight = _weight(wanted.fields, code)
            if weight and (code not in found or found[code].weight < weight):
                found[code] = Reason("field", weight, code, text.prop, text.of, (text.statement,))
        shared = [word for stem, word in words_of(text.words).items() if stem in wanted.words]
        value = WORDS * min(len(shared), MOST_WORDS)
        if shared and (best is None or value > best.weight):
            best = Reason("words", value, ", ".join(shared), text.prop, text.of, (text.statement,))
    narrow = {c: r for c, r in found.items() if not any(named_field(o).within == c for o in found)}
    return [*narrow.values(), *([best] if best else [])]


def _weight(asked: Mapping[str, str], code: str) -> float:
    """A field that was asked for counts fully, one within it too; the wider one of what was asked counts half."""
    if code in asked:
        return WIDER if any(named_field(other).within == code for other in asked) else FIELD
    return FIELD if named_field(code).within in asked else 0.0


def _ripe(least: int, candidate: Candidate, reasons: list[Reason], limits: list[str]) -> None:
    if candidate.trl is None:
        limits.append("trl")
        return
    ripe = candidate.trl >= least
    reasons.append(Reason("trl", RIPE if ripe else UNRIPE, str(candidate.trl), evidence=(candidate.trl_statement,)))
    if not ripe:
        limits.append("unripe")
