"""The programme of an edition: its items, the clashes among them, and what changed from one released version to the next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta

from dragoman.model.ids import normal_name

DAYS_MOST = 60  # of one event that is on every day: a longer one is no item of a programme
Words = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class Item:
    """One item on one day: `start` and `end` are local (ISO 8601 to the minute), texts stand by language.

    `key` stays the same when the item is moved or renamed; `record` is the event it is made of. `speakers` are ids with names.
    """

    key: str
    record: str
    start: str
    end: str
    title: Words
    kind: str = ""
    room: Words = field(default_factory=dict)
    speakers: tuple[tuple[str, Words], ...] = ()
    by: tuple[tuple[str, Words], ...] = ()  # who stages it: organisers of its own, a delegation
    cancelled: bool = False
    theme: Words = field(default_factory=dict)
    projects: tuple[tuple[str, Words], ...] = ()  # what is released there
    results: tuple[Words, ...] = ()  # what was published as its results, once it is over

    @property
    def named(self) -> str:
        """Its title in one language."""
        return self.title.get("en") or next(iter(self.title.values()), self.key[:8])


@dataclass(frozen=True, slots=True)
class Clash:
    """Two items at one time in one room or with one speaker, or one outside the edition's days."""

    kind: str  # room, speaker, day
    what: str
    left: Item
    right: Item | None = None

    def __str__(self) -> str:
        if self.right is None:
            return f"{self.left.named} on {self.left.start[:10]} is outside the edition's days ({self.what})"
        told = f"{self.left.named} ({_span(self.left)}) and {self.right.named} ({_span(self.right)})"
        return f"the same {self.kind} at one time, {self.what}: {told}"


@dataclass(frozen=True, slots=True)
class Change:
    """What is new in an item: `kind` is new, cancelled, back, moved, room, title, people or contents."""

    kind: str
    item: Item
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        told = f": {self.before} -> {self.after}" if self.before or self.after else ""
        return f"{self.kind}: {self.item.named} ({self.item.start.replace('T', ' ')}){told}"


def days(first: str, last: str, since: str, until: str) -> list[tuple[str, str]]:
    """Start and end of an event on each of its days, from ISO dates and hours (09:30); [] where a day or hour is missing.

    Where no hour tells the end, it is the start.
    """
    if len(first) != 10 or not since:
        return []
    day, end = date.fromisoformat(first), date.fromisoformat(last if len(last) == 10 else first)
    made: list[tuple[str, str]] = []
    while day <= end and len(made) < DAYS_MOST:
        over = day + timedelta(days=1) if until and until < since else day  # past midnight
        made.append((f"{day}T{since}", f"{over}T{until or since}"))
        day += timedelta(days=1)
    return made


def clashes(items: Sequence[Item], first: str = "", last: str = "") -> list[Clash]:
    """Items that share a room or a speaker at one time, and those outside the days from `first` to `last`."""
    going = [i for i in items if not i.cancelled]
    found = list(_outside(going, first, last))
    for kind, keys in (("room", _rooms), ("speaker", _people)):
        shared: dict[str, list[Item]] = {}
        for item in going:
            for key in keys(item):
                shared.setdefault(key, []).append(item)
        for members in shared.values():
            ordered = sorted(members, key=lambda i: i.start)
            found += [Clash(kind, _called(kind, a, b), a, b) for a, b in _overlapping(ordered)]
    return list({(c.kind, c.left.key, c.right.key if c.right else ""): c for c in found}.values())


def _outside(items: Iterable[Item], first: str, last: str) -> Iterator[Clash]:
    for item in items:
        if (first and item.start[: len(first)] < first) or (last and item.start[: len(last)] > last):
            yield Clash("day", f"{first} to {last}", item)


def _rooms(item: Item) -> list[str]:
    return list(dict.fromkeys(normal_name(r) for r in item.room.values() if r))


def _people(item: Item) -> list[str]:
    return [key for key, _ in item.speakers]


def _overlapping(ordered: list[Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs that share some time; a common border is none. Those that start together do, even without an end."""
    for n, left in enumerate(ordered):
        for right in ordered[n + 1 :]:
            if right.start >= left.end and right.start != left.start:
                break
            yield left, right


def _called(kind: str, left: Item, right: Item) -> str:
    if kind == "room":
        return next((r for r in left.room.values() if normal_name(r) in _rooms(right)), "")
    both = set(_people(left)) & set(_people(right))
    return ", ".join(_one(words) for key, words in left.speakers if key in both)


def _one(words: Words) -> str:
    return words.get("en") or next(iter(words.values()), "")


def _span(item: Item) -> str:
    return f"{item.start.replace('T', ' ')} to {item.end[11:]}"


def next_version(before: Sequence[Item], draft: Sequence[Item]) -> list[Item]:
    """The draft with what went since the last version kept as cancelled: calendars must be told."""
    there = {i.key for i in draft}
    return [*draft, *(replace(i, cancelled=True) for i in before if i.key not in there)]


def changes(before: Sequence[Item], after: Sequence[Item]) -> list[Change]:
    """What a version changes against an earlier one, in the order of the programme."""
    known = {i.key: i for i in before}
    found: list[Change] = []
    for item in sorted(after, key=lambda i: (i.start, i.key)):
        old = known.get(item.key)
        if old is None or old.cancelled != item.cancelled:
            kind = "cancelled" if item.cancelled else "back" if old else "new"
            found += [] if old is None and item.cancelled else [Change(kind, item)]
        elif not item.cancelled:
            found += _altered(old, item)
    return found


def _altered(old: Item, item: Item) -> Iterator[Change]:
    if (old.start, old.end) != (item.start, item.end):
        yield Change("moved", item, _span(old), _span(item))
    if old.room != item.room:
        yield Change("room", item, _one(old.room), _one(item.room))
    if old.title != item.title:
        yield Change("title", item, old.named, item.named)
    if (old.speakers, old.by) != (item.speakers, item.by):
        yield Change("people", item, _all(old), _all(item))
    if (old.theme, old.projects, old.results) != (item.theme, item.projects, item.results):
        yield Change("contents", item, _contents(old), _contents(item))


def _all(item: Item) -> str:
    return ", ".join(_one(words) for _, words in (*item.speakers, *item.by))


def _contents(item: Item) -> str:
    said = (item.theme, *(words for _, words in item.projects), *item.results)
    return "; ".join(w for w in map(_one, said) if w)


def written(item: Item) -> str:
    """An item as one line of JSON; `read` gives it back."""
    return json.dumps({k: v for k, v in asdict(item).items() if v}, ensure_ascii=False, separators=(",", ":"))


def read(line: str) -> Item:
    """An item from its line."""
    raw = json.loads(line)
    for people in ("speakers", "by", "projects"):
        raw[people] = tuple((key, dict(words)) for key, words in raw.get(people, ()))
    raw["results"] = tuple(dict(words) for words in raw.get("results", ()))
    return Item(**raw)


def moment(written_: str) -> datetime:
    """A local start or end as a naive date and time."""
    return datetime.fromisoformat(written_)
