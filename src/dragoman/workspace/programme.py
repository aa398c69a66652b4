"""The programme of an edition from its records: the draft as they stand now, and released versions, which do not change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import programme
from dragoman.expo.programme import Change, Clash, Item
from dragoman.expo.rules import Entered, hour
from dragoman.model.entity import Entity
from dragoman.model.statement import Statement
from dragoman.report.words import script_language
from dragoman.workspace.expo_around import ends, entities, first, names, texts
from dragoman.workspace.expo_entries import Entry

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

VERSION = "programmeVersion"
PARTS = frozenset(("partOf",))
APART = ("Hall", "Edition", "Expo", "Honour")  # events of an edition that are no items of its programme
KINDS = {"Forum": "forum", "Contest": "contest", "Release": "release"}
DAY = 10  # characters of an ISO date
MISSING = {
    "day": "no day: dragoman correct RECORD startDate=2019-06-14", "hour": "no hour: dragoman correct RECORD startTime=09:30",
}  # fmt: skip
RELEASE = "project release"  # what a form calls it


@dataclass(frozen=True, slots=True)
class Draft:
    """The programme as the records have it: items, what could not be placed and why, and the clashes."""

    items: tuple[Item, ...]
    unplaced: tuple[str, ...]
    clashes: tuple[Clash, ...]
    lacking: tuple[tuple[str, str], ...] = ()  # the ids of those not placed, each with what it lacks: day or hour


@dataclass(frozen=True, slots=True)
class Released:
    """A released version: its number (0: none yet), its items, what it changed, by whom and when."""

    version: int
    items: tuple[Item, ...] = ()
    changes: tuple[Change, ...] = ()
    by: str = ""
    at: str = ""


class Programmes:
    """Programmes of editions. A version that was released stays as it was; the next one says what is new."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def draft(self, edition: str) -> Draft:
        """The programme as the records have it now."""
        entity = self._edition(edition)
        events = [e for e in _within(self.workspace, entity.id) if not any(e.schema.is_a(kind) for kind in APART)]
        people = [i for e in events for i in ends(e, "speaker", "organizer", "stagedBy", "project")]
        called = {key: names(e) for key, e in entities(self.workspace, people).items()}
        items: list[Item] = []
        unplaced, lacking = list[str](), list[tuple[str, str]]()
        for event in events:
            made = _items(event, called)
            items += made
            if not made:
                lacks = "hour" if len(first(event, "startDate", "date")) == DAY else "day"
                unplaced.append(f"{event.caption}: {MISSING[lacks]}")
                lacking.append((event.id, lacks))
        items.sort(key=lambda i: (i.start, i.end, i.key))
        span = (first(entity, "startDate"), first(entity, "endDate"))
        return Draft(tuple(items), tuple(unplaced), tuple(programme.clashes(items, *span)), tuple(lacking))

    def versions(self, edition: str) -> list[Released]:
        """Every released version without its items, the oldest first."""
        said = [s for s in self._edition(edition).get(VERSION) if not s.negated]
        return sorted(
            (Released(int(s.value), by=s.evidence[0].speaker, at=s.recorded_at) for s in said), key=lambda r: r.version
        )

    def released(self, edition: str, version: int = 0) -> Released:
        """A released version, the latest where none is named; number 0 without items where none was released.

        Raises `UsageError` for a version there is none of.
        """
        said = {int(s.value): s for s in self._edition(edition).get(VERSION) if not s.negated}
        if not said and not version:
            return Released(0)
        number = version or max(said)
        if number not in said:
            raise UsageError(f"version {number} was not released", do="dragoman programme versions lists them")
        items = self._snapshot(said[number])
        before = self._snapshot(said[number - 1]) if number - 1 in said else ()
        changed = tuple(programme.changes(before, items))
        return Released(number, items, changed, said[number].evidence[0].speaker, said[number].recorded_at)

    def _snapshot(self, said: Statement) -> tuple[Item, ...]:
        """The items as they stand in the document of a release."""
        lines = self.store.document(said.evidence[0].document).text.split("\n")
        return tuple(programme.read(line) for line in lines if line.startswith("{"))

    def release(self, edition: str, *, by: str, note: str = "") -> Released:
        """Release the draft as the next version. Raises `UsageError` where nothing changed or another did so meanwhile.

        Clashes do not keep it back; they are told by `draft`.
        """
        from dragoman.store.amending import amend

        if not by.strip():
            raise UsageError("nobody is named as the one who releases", do="give your name: --by NAME")
        since, entity = self.store.position(), self._edition(edition)
        last, draft = self.released(edition), self.draft(edition)
        items = programme.next_version(last.items, draft.items)
        if not items or (last.version and not programme.changes(last.items, items)):
            raise UsageError("nothing changed since the last version" if last.version else "there is no item with day and hour")
        number = str(last.version + 1)
        entry = Entry(" ".join(by.split()), f"programme of {entity.caption}{f': {note}' if note else ''}")
        entry.say(entity.id, entity.schema.name, Entered(VERSION, number, number))
        entry.lines += [programme.written(i) for i in items]
        document, made = entry.done()
        amend(self.store, document, made, by=entry.by, note=note or "programme", of=entity.id, since=since, check=_alone)
        return self.released(edition)

    def _edition(self, edition: str) -> Entity:
        entity = self.store.entity(self.store.canonical(edition))
        if not entity.schema.is_a("Edition"):
            raise UsageError(f"{entity.caption} is no edition", do="dragoman expo list names those there are")
        return entity


def _alone(changes: Iterable[object]) -> None:
    if any(getattr(getattr(c, "statement", None), "prop", "") == VERSION for c in changes):
        raise UsageError("somebody else released a version meanwhile", do="look at it, then release again")


def _within(workspace: Workspace, edition: str) -> list[Entity]:
    """Events of an edition and those within them, in the order they came."""
    from dragoman.store.gathering import Wanted, gather

    found = gather(workspace.store, [edition], Wanted(parts=PARTS)).schemas
    return [e for e in entities(workspace, [key for key in found if key != edition]).values() if e.schema.is_a("Event")]


def _items(event: Entity, called: dict[str, dict[str, str]]) -> list[Item]:
    def people(*props: str) -> tuple[tuple[str, dict[str, str]], ...]:
        return tuple((key, called[key]) for key in ends(event, *props) if key in called)

    since = first(event, "startDate", "date")
    begins, closes = hour(first(event, "startTime")), hour(first(event, "endTime"))
    spans = programme.days(since, first(event, "endDate") or since, begins, closes)
    told = first(event, "eventKind")
    kind = next((KINDS[a] for a in event.schema.ancestors if a in KINDS), "release" if told == RELEASE else told)
    room = texts(event, "room", "venue")
    return [
        Item(event.id if len(spans) == 1 else f"{event.id}:{start[:10]}", event.id, start, end, names(event), kind, room,
             people("speaker"), people("stagedBy", "organizer"), theme=texts(event, "theme"), projects=people("project"),
             results=_results(event))
        for start, end in spans
    ]  # fmt: skip


def _results(event: Entity) -> tuple[dict[str, str], ...]:
    """What it published, one by one; where each language has as many, the first of each is one thing, and so on."""
    said: dict[str, list[str]] = {}
    for s in event.get("result"):
        if not s.negated and not s.suggested:
            said.setdefault(script_language(s.value) or s.lang or "en", []).append(s.value)
    if len({len(values) for values in said.values()}) == 1:
        return tuple(dict(zip(said, row, strict=True)) for row in zip(*said.values(), strict=True))
    return tuple({lang: value} for lang, values in said.items() for value in values)
