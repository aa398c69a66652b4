"""Review: two sides of a pair with all that tells them apart, and a person's verdicts on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.compare.entities import compare_entities
from dragoman.compare.record import COUNTRIES, DATES, IDENTIFIERS, Record
from dragoman.compare.score import compare_names
from dragoman.model.decision import Decision, Judgement
from dragoman.model.entity import Entity
from dragoman.model.ids import normal_name
from dragoman.model.score import Score
from dragoman.resolve.judging import telling
from dragoman.store.several import titles
from dragoman.workspace.parties import records
from dragoman.workspace.resolving import Resolving

if TYPE_CHECKING:
    from dragoman.resolve.engine import Waiting
    from dragoman.workspace import Workspace

HEXADECIMAL = frozenset("0123456789abcdef")
ID = 32  # digits of an id


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one side; `id` is the id as written that is decided on."""

    id: str
    caption: str
    schema: str
    names: tuple[str, ...]
    countries: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def row(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "id": self.id, "name": self.caption, "schema": self.schema, "names": list(self.names),
            "countries": list(self.countries), "dates": list(self.dates), "identifiers": list(self.identifiers),
            "sources": list(self.sources),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A pair as a person is asked about it."""

    left: Side
    right: Side
    score: Score
    names: Score | None  # of the nearest pair of names, where none is equal
    held: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """As plain values."""
        said = {"score": round(self.score.value, 4), "held": list(self.held), "reasons": _reasons(self.score)}
        if self.names:
            said["names"] = _reasons(self.names)
        return {"left": self.left.row(), "right": self.right.row(), **said}


class Reviewing:
    """Asks about the pairs of the queue and logs what is answered."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store
        self.resolving = Resolving(workspace)

    def known(self, *ids: str) -> dict[str, Record]:
        """The records of some parties and of those joined with them, by the id as written."""
        return records(self.store.particulars(ids))

    def question(self, waiting: Waiting) -> Question | None:
        """A pair of the queue side by side; nothing where one side has been retracted since."""
        known = self.known(waiting.left, waiting.right)
        left, right = known.get(waiting.left), known.get(waiting.right)
        if left is None or right is None:
            return None
        match = compare_entities(telling(left) or left, telling(right) or right)
        near = next(((ours, theirs) for level, _, ours, theirs in match.levels if level == "name near"), None)
        names = compare_names(*near, match.kind).score() if near else None
        return Question(self.side(left.id), self.side(right.id), match.score(), names, waiting.held)

    def side(self, written: str) -> Side:
        """What is known of the cluster an id is in."""
        entity, _ = self.workspace.entities.first(written)
        known = titles(self.store, entity.datasets)
        sources = tuple(known[d].name if d in known else d for d in entity.datasets)
        found = {
            "countries": _values(entity, COUNTRIES),
            "dates": _values(entity, DATES),
            "identifiers": tuple(f"{prop} {v}" for prop in sorted(IDENTIFIERS) for v in entity.values(prop)),
        }
        return Side(written, entity.caption, entity.schema.name, entity.names, sources=sources, **found)

    def decide(self, left: str, right: str, verdict: Judgement, by: str, note: str = "") -> Decision:
        """A person's verdict on a pair, given by ids or names. Raises `UsageError` where both are one id."""
        if not by.strip():
            raise UsageError("a verdict needs a person", do="give --by")
        pair = self._pair(left, right)
        return self.workspace.identity.decide(*pair, verdict, by, note)

    def undo(self, left: str, right: str, verdict: Judgement, by: str, note: str = "") -> Decision:
        """Take back the decision of this verdict that counts between two ids or names. Raises `UnknownName`."""
        ours, theirs = self.written(left), self.written(right)
        standing = self.resolving.log().standing
        found = [
            standing[pair]
            for a in ours
            for b in theirs
            if (pair := (min(a, b), max(a, b))) in standing and standing[pair].verdict == verdict
        ]
        if not found:
            raise UnknownName(
                f"nothing says that they are {verdict}", do="dragoman decisions --about NAME lists what was decided"
            )
        return self.workspace.identity.undo(max(found, key=lambda d: (not d.by_rule, d.at, d.id)), by, note)

    def parted(self, made: Decision) -> Decision | None:
        """The decision that keeps a pair apart although it was judged the same."""
        log = self.resolving.log()
        if made.verdict != Judgement.SAME or len(log.between(made.ids)) == 1:
            return None
        ours, theirs = (set(self.store.cluster(i)) for i in made.ids)
        different = [d for d in log.standing.values() if d.verdict == Judgement.DIFFERENT]
        return next((d for d in different if _across(d.ids, ours, theirs)), None)

    def written(self, name_or_id: str) -> list[str]:
        """The ids, as written, that bear a name; of an id itself. Raises `UnknownName`."""
        if len(name_or_id) == ID and HEXADECIMAL.issuperset(name_or_id):
            return [name_or_id]
        canonical = self.workspace.entities.find(name_or_id)
        wanted = normal_name(name_or_id)
        rows = self.store.names(ids=[canonical])
        exact = {key for key, _, prop, value, _ in rows if prop not in IDENTIFIERS and normal_name(value) == wanted}
        return sorted(exact) or self.store.cluster(canonical)

    def _pair(self, left: str, right: str) -> tuple[str, str]:
        ours = self.written(left)
        theirs = [i for i in self.written(right) if i not in ours]
        if not theirs:
            raise UsageError(f"{left!r} and {right!r} are one entry", do="give ids: dragoman decisions --about NAME lists them")
        return ours[0], theirs[0]


def _reasons(score: Score) -> list[dict[str, Any]]:
    return [
        {"name": r.name, "weight": round(r.weight, 3), "detail": r.detail, "left": r.left, "right": r.right}
        for r in score.reasons
    ]


def _values(entity: Entity, props: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for prop in props for v in entity.values(prop)))


def _across(pair: tuple[str, ...], ours: set[str], theirs: set[str]) -> bool:
    left, right = pair
    return (left in ours and right in theirs) or (left in theirs and right in ours)
