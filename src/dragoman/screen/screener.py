"""Screening: names and what is known beside them against the compiled editions of lists."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from dragoman.compare.name import Kind, Name
from dragoman.compare.parse import parse
from dragoman.compare.record import Record, from_ftm
from dragoman.compare.score import REVIEW, THRESHOLD, compare_names, rate
from dragoman.model.score import Reason, Score
from dragoman.screen.evidence import beside, plain, weighed
from dragoman.screen.hit import Hit, Query
from dragoman.screen.wording import names_in

if TYPE_CHECKING:
    from dragoman.compare.index import Index

LIMIT = 10  # hits shown for one name
LEAST = 0.01  # of a name that was met only through an identifier, before the identifier is weighed
WEAK_MOST = REVIEW  # a weak alias alone is to be checked, never more
NAME_ALONE = "name alone"
LEAST_MOVED = 0.05  # log-odds by which the list must move the value of two names to be told
CROWDED = "so many names of this list lie as near that chance alone meets one"
SPARSE = "few names of this list lie as near: chance alone seldom meets one"
NEARER = "this list holds a nearer name: what shares a part of it is another body's"


class Meta(Protocol):
    """What a screener asks of the description of an edition."""

    label: str
    edition: str
    published: str


class Screened(Protocol):
    """An edition of a list that can be screened against; `dragoman.lists` has them."""

    @property
    def meta(self) -> Meta:
        """Label, edition and date."""

    @property
    def index(self) -> Index:
        """The index of its names."""

    def entity(self, number: int) -> dict[str, Any]:
        """A record as a FollowTheMoney object."""

    def records(self) -> Iterator[Record]:
        """All records in order."""

    def name_kind(self, name_number: int) -> str:
        """name, alias, previousName, abbreviation or weakAlias."""


class Screener:
    """Screens against some editions. `threshold` is the least value of a hit that is given out."""

    def __init__(self, editions: Sequence[Screened], threshold: float = REVIEW, limit: int = LIMIT) -> None:
        self.editions, self.threshold, self.limit = editions, threshold, limit
        self._identifiers: dict[str, dict[str, int]] = {}

    def screen(self, query: Query) -> list[Hit]:
        """The hits of one name over all editions, best first. An empty name has none."""
        names = [parse(name, query.kind) for name in names_in(query.name)]
        hits = [hit for edition in self.editions for hit in self._in(edition, query, names)]
        hits.sort(key=lambda h: (-h.score, h.list, h.record))
        self._mark_bearers(query, hits)
        return hits[: self.limit]

    def _in(self, edition: Screened, query: Query, names: Sequence[Name]) -> Iterator[Hit]:
        floor = self.threshold if not (query.dates or query.countries or query.identifiers) else 0.0
        met: dict[int, tuple[float, int, str]] = {}
        for name in names:
            if name.words:
                for number, name_number, value in edition.index.best(name, query.kind, self.limit, floor, rate):
                    met[number] = max(met.get(number, (-1.0, 0, "")), (value, name_number, name.text))
        for number in self._by_identifier(edition, query):
            met.setdefault(number, (0.0, -1, query.name))
        for number, (value, name_number, asked) in met.items():
            if hit := self._hit(edition, query, number, name_number, value, asked):
                yield hit

    def _hit(self, edition: Screened, query: Query, number: int, name_number: int, value: float, asked: str) -> Hit | None:
        entity = edition.entity(number)
        reasons = self._beside(query, entity)
        found = weighed(max(value, LEAST), reasons) if reasons else value
        if name_number < 0:
            return _made(edition, query, entity, ("", ""), "identifier", found, reasons) if found >= self.threshold else None
        name_kind = edition.name_kind(name_number)
        if name_kind == "weakAlias" and not any(r.weight > 0 for r in reasons):
            found = min(found, WEAK_MOST)
        if found < self.threshold:
            return None
        met = asked, edition.index.name(name_number).text
        return _made(edition, query, entity, met, name_kind, found, reasons, value)

    @staticmethod
    def _beside(query: Query, entity: dict[str, Any]) -> list[Reason]:
        if not (query.dates or query.countries or query.identifiers):
            return []
        return beside(query, from_ftm(entity))

    def _by_identifier(self, edition: Screened, query: Query) -> list[int]:
        """Records that bear an identifier of the one looked for, whatever their name."""
        if not query.identifiers:
            return []
        label = f"{edition.meta.label} {edition.meta.edition}"
        if label not in self._identifiers:
            pairs = ((plain(v), n) for n, record in enumerate(edition.records()) for _, v in record.identifiers)
            self._identifiers[label] = {value: number for value, number in pairs if len(value) >= 5}
        known = self._identifiers[label]
        return sorted({known[p] for v in query.identifiers if (p := plain(v)) in known})

    @staticmethod
    def _mark_bearers(query: Query, hits: list[Hit]) -> None:
        """A person met by the name alone is said to be so: names have many bearers, and one alone holds nothing."""
        people = [h for h in hits if h.schema == "Person" and h.sure]
        if query.dates or query.identifiers or query.countries:
            return
        for hit in people:
            hit.remarks = (f"{NAME_ALONE}, {len(people)} bearer{'s' if len(people) > 1 else ''} known", *hit.remarks)


def _made(
    edition: Screened,
    query: Query,
    entity: dict[str, Any],
    pair: tuple[str, str],
    name_kind: str,
    value: float,
    reasons: list[Reason],
    by_name: float = 0.0,
) -> Hit:
    asked, met = pair

    def explain() -> Score:
        return Score(value, (*(_named(asked, met, query.kind, by_name) if met else ()), *reasons))

    meta, said = edition.meta, entity.get("properties", {})
    caption = entity.get("caption") or next(iter(said.get("name", ())), entity["id"])
    return Hit(
        meta.label, meta.edition, meta.published, entity["id"], caption, entity.get("schema", ""), met or caption, value,
        value >= THRESHOLD, name_kind, tuple(said.get("program", ())), str(entity.get("at", "")),
        tuple(r.detail for r in reasons if r.weight < 0), entity=entity, explain=explain,
    )  # fmt: skip


def _named(asked: str, met: str, kind: Kind, by_name: float) -> tuple[Reason, ...]:
    """Why the names have the value they have: what the list holds around them first, then what the two say."""
    match = compare_names(asked, met, kind)
    score = match.score()
    moved = _odds(by_name) - _odds(score.value)
    if abs(moved) < LEAST_MOVED:
        return score.reasons
    why = SPARSE if moved > 0 else CROWDED if match.left.kind is Kind.PERSON else NEARER
    return (Reason("list", moved, why, asked, met), *score.reasons)


def _odds(value: float) -> float:
    value = min(max(value, 1e-6), 1 - 1e-6)
    return math.log(value / (1.0 - value))
