"""The names engine over a workspace's people and organisations: which pairs are joined by rule, which a person is asked about.

The verdict on a pair follows from the two records alone, and every pair above the threshold is logged; which of them count is
for the clusters to say. So the outcome does not depend on what was read first, and only what changed is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from dragoman.base.progress import Progress, Silent
from dragoman.compare.record import Record
from dragoman.model.decision import Decision, Judgement, Subject
from dragoman.resolve.faces import Face, Faces, Key, names_of
from dragoman.resolve.judging import Judged, judge
from dragoman.resolve.neighbours import Neighbours

ENGINE = "rule:engine"
ASKED = 25  # questions two faces may raise: of thirty people of one name and twenty of another not each with each


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pair of ids a person is asked about; `held` says why no rule joined them, empty where the value is too low."""

    left: str
    right: str
    value: float
    held: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """What a run found: joins as (left, right, value), and pairs to ask about."""

    joins: list[tuple[str, str, float]] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    looked_at: int = 0  # pairs of faces judged


def seek(
    faces: Faces, fresh: set[str], canonical: Mapping[str, str], neighbours: Neighbours, progress: Progress | None = None
) -> Found:
    """Judge every pair of faces of which one has a fresh id. `canonical` leads from ids to their clusters."""
    told, found = progress or Silent(), Found()
    numbers = sorted({faces.of[i] for i in fresh if i in faces.of})
    told.start("resolving", len(numbers))
    neighbours.take(faces.keys())
    seen: set[tuple[int, int]] = set()
    near: dict[Key, set[int]] = {}
    for number in numbers:
        face = faces.all[number]
        _namesakes(face, canonical, found)
        for other in _candidates(faces, face, neighbours, near):
            pair = (min(number, other), max(number, other))
            if number != other and pair not in seen:
                seen.add(pair)
                _note(face, faces.all[other], canonical, found)
        told.step()
    told.done()
    found.joins.sort(key=lambda join: (-join[2], join[:2]))
    return found


def _candidates(faces: Faces, face: Face, neighbours: Neighbours, near: dict[Key, set[int]]) -> list[int]:
    found = faces.sharing(face)
    for name in names_of(face.record):
        key = (face.record.kind, name)
        if key not in near:
            near[key] = {other for spelt in neighbours.near(key) for other in faces.bearers.get(spelt, ())}
        found |= near[key]
    return sorted(found)


def _namesakes(face: Face, canonical: Mapping[str, str], found: Found) -> None:
    """Clusters with one face: what the simple join left apart, an identifier or a date may join."""
    units = face.units(canonical)
    if len(units) > 1 and (judged := judge(face.record, face.record)).joins:
        found.looked_at += 1
        found.joins += [(units[0], other, judged.value) for other in units[1:]]


def _note(left: Face, right: Face, canonical: Mapping[str, str], found: Found) -> None:
    judged = judge(left.record, right.record)
    found.looked_at += 1
    if not judged.joins and not judged.asks:
        return
    pairs = ((min(a, b), max(a, b)) for a in left.units(canonical) for b in right.units(canonical))
    if judged.joins:
        found.joins += [(*pair, judged.value) for pair in pairs]
    else:
        found.waiting += [Waiting(*pair, round(judged.value, 4), judged.held) for pair in islice(pairs, ASKED)]


def decisions(joins: Iterable[tuple[str, str, float]], captions: Mapping[str, Record], at: str, version: str) -> list[Decision]:
    """The joins as decisions by rule."""
    return [
        Decision(
            Subject.IDENTITY, (left, right), Judgement.SAME, ENGINE, at,
            f"{captions[left].caption} / {captions[right].caption}: names engine", round(value, 4), version,
        )
        for left, right, value in joins
    ]  # fmt: skip


def outdated(made: Iterable[Decision], records: Mapping[str, Record], fresh: set[str]) -> list[Decision]:
    """The engine's own joins that what is known now no longer bears out."""
    return [
        d
        for d in made
        if d.by == ENGINE and d.verdict == Judgement.SAME and not fresh.isdisjoint(d.ids) and not _still(d, records).joins
    ]


def _still(made: Decision, records: Mapping[str, Record]) -> Judged:
    left, right = (records.get(i) for i in made.ids)
    return judge(left, right) if left and right else Judged(0.0)
