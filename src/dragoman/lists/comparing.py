"""Two editions of a list compared: added, removed, renamed, changed.

Records are the same by their id; where ids are not kept (lists that print none), by an identifier, by a name that the other
record bears too, or by the names engine: the likeliest pair first, each record once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.compare.name import Kind
from dragoman.compare.record import IDENTIFIERS, from_ftm
from dragoman.lists.edition import NAME_KINDS, Edition
from dragoman.model.ids import normal_name

UNCOUNTED = frozenset(("modifiedAt", "printed", "birthDatePrinted", "sourceUrl"))  # say nothing new by themselves
SHARED = frozenset(("email", "website", "phone", "ticker"))  # identifiers that several bodies use
CANDIDATES = 5
ORDER = ("renamed", "added", "removed", "changed")
Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `was` is the old name of what is renamed, `score` how sure the names are one (1: the id says so)."""

    what: str  # added, removed, renamed, changed
    id: str
    name: str
    was: str = ""
    was_id: str = ""
    properties: tuple[str, ...] = ()
    score: float | None = None


def compare_editions(old: Edition, new: Edition) -> list[Change]:
    """Every difference: renamed, added, removed, changed; each in the order of its edition."""
    before = {entity_id: number for number, entity_id in enumerate(_ids(old))}
    found: list[Change] = []
    added: list[int] = []
    for number, entity_id in enumerate(_ids(new)):
        place = before.pop(entity_id, None)
        if place is None:
            added.append(number)
        else:
            found += _differences(old.entity(place), new.entity(number), 1.0)
    removed = list(before.values())
    for place, number, score in _pairs(old, new, removed, added):
        found += _differences(old.entity(place), new.entity(number), score)
        removed.remove(place)
        added.remove(number)
    found += [Change("added", e["id"], _name(e)) for e in map(new.entity, added)]
    found += [Change("removed", e["id"], _name(e)) for e in map(old.entity, removed)]
    return sorted(found, key=lambda change: ORDER.index(change.what))


def _ids(edition: Edition) -> Iterable[str]:
    return (edition.entity(number)["id"] for number in range(len(edition)))


def _name(entity: Entity) -> str:
    return str(entity["properties"]["name"][0])


def _differences(old: Entity, new: Entity, score: float) -> list[Change]:
    """Nothing, one change, or one renaming with the properties that changed beside."""
    left, right = old["properties"], new["properties"]
    differing = {p for p in {*left, *right} - UNCOUNTED if sorted(left.get(p, ())) != sorted(right.get(p, ()))}
    renamed = normal_name(_name(old)) != normal_name(_name(new))
    other_id = old["id"] if old["id"] != new["id"] else ""
    if renamed:
        told = tuple(sorted(differing - {"name"}))
        return [Change("renamed", new["id"], _name(new), _name(old), other_id, told, round(score, 3))]
    if differing or other_id:
        told = tuple(sorted(differing | ({"id"} if other_id else set())))
        return [Change("changed", new["id"], _name(new), "", other_id, told)]
    return []


def _pairs(old: Edition, new: Edition, removed: list[int], added: list[int]) -> list[tuple[int, int, float]]:
    """Removed and added records that are one: (old number, new number, how sure)."""
    if not removed or not added:
        return []
    scored = [*_by_keys(old, new, removed, added), *_by_names(old, new, removed, added)]
    chosen: list[tuple[int, int, float]] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for left, right, score in sorted(scored, key=lambda s: (-s[2], s[0], s[1])):
        if left not in lefts and right not in rights:
            chosen.append((left, right, score))
            lefts.add(left)
            rights.add(right)
    return sorted(chosen, key=lambda pair: pair[1])


def _keys(entity: Entity) -> Iterable[tuple[str, str]]:
    properties = entity["properties"]
    yield from ((p, v) for p in properties if p in IDENTIFIERS and p not in SHARED for v in properties[p])
    yield from (("name", normal_name(v)) for p in NAME_KINDS[:3] for v in properties.get(p, ()))


def _by_keys(old: Edition, new: Edition, removed: list[int], added: list[int]) -> list[tuple[int, int, float]]:
    """Pairs that share an identifier or a name; a main name that is equal counts most."""
    held: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number in added:
        for key in set(_keys(new.entity(number))):
            held[key].append(number)
    found = []
    for place in removed:
        entity = old.entity(place)
        main = ("name", normal_name(_name(entity)))
        for key in set(_keys(entity)):
            rivals = held.get(key, ())
            found += [(place, number, 1.0 if key == main else 0.99) for number in rivals if len(rivals) == 1 or key == main]
    return found


def _by_names(old: Edition, new: Edition, removed: list[int], added: list[int]) -> list[tuple[int, int, float]]:
    """Pairs whose names the engine takes for one, above its threshold."""
    from dragoman.compare.score import THRESHOLD, rate

    wanted, found = set(added), []
    for place in removed:
        record = from_ftm(old.entity(place))
        for name in (*record.names, *record.aliases):
            for number, _, value in new.index.best(name, record.kind, CANDIDATES, THRESHOLD, rate):
                if number in wanted and _agree(record.kind, new.record(number).kind):
                    found.append((place, number, min(value, 0.98)))
    return found


def _agree(left: Kind, right: Kind) -> bool:
    return Kind.ANY in (left, right) or left is right
