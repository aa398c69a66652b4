"""Contests of a workspace: entries, jurors, conflicts of interest declared and found, scores, ranking, winners."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import contests
from dragoman.expo.contests import Criterion, Interest, Mark, Panel, Placed
from dragoman.expo.rules import Entered, amount
from dragoman.model.decision import Decision, Subject
from dragoman.model.entity import Entity
from dragoman.model.ids import SEPARATOR, entity_id
from dragoman.workspace import expo_form
from dragoman.workspace.contest_ties import ABOVE, behind, ties
from dragoman.workspace.expo_adding import keep
from dragoman.workspace.expo_around import ends, entities, first, tied
from dragoman.workspace.expo_entries import Entry, dataset_of
from dragoman.workspace.identity import UNDONE, now
from dragoman.workspace.noting import note

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

DECLARED, ENDED = "declared", "ended"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A contest with its panel, its ranking, and what to call whom."""

    id: str
    caption: str
    panel: Panel
    placed: tuple[Placed, ...]
    captions: Mapping[str, str]
    closed: bool
    track: str = ""
    track_of: str = ""


class Contests:
    """The contests of a workspace. Every change names the person who makes it; what was scored is corrected, never lost."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def find(self, name_or_id: str) -> str:
        """The id of a contest by its name or id; raises `UsageError`."""
        return expo_form.the(self.workspace, "Contest", name_or_id)

    def show(self, contest: str) -> Ranked:
        """A contest with its ranking as it stands now."""
        found = _Contest(self.workspace, self.store.canonical(contest))
        panel = found.panel
        ids = [*panel.entries, *panel.jurors, *(m.juror for m in panel.marks), *found.track_of]
        captions = self.store.captions(ids) | {c.id: c.name for c in panel.criteria}
        told = captions.get(found.track_of[0], "") if found.track_of else ""
        return Ranked(
            found.id, found.entity.caption, panel, tuple(contests.rank(panel)), captions, found.closed,
            first(found.entity, "track"), told,
        )  # fmt: skip

    def add_juror(self, contest: str, person: str, *, by: str) -> str:
        """A person who scores; the juror's id."""
        return self._add(contest, "juror", person, by)

    def add_entry(self, contest: str, thing: str, *, by: str) -> str:
        """A project, thing or organisation that takes part; its id. People are no entries: `UsageError`."""
        found = self._named(thing)
        if not found:
            raise UsageError(f"nothing here is called {thing!r}", do="enter it first: dragoman enter Project name=NAME")
        if self.store.entity(found[0]).schema.is_a("Person"):
            raise UsageError(f"{thing!r} is a person", do="enter the project or the organisation: people are not ranked")
        return self._add(contest, "entry", thing, by)

    def _named(self, thing: str) -> list[str]:
        return expo_form.candidates(self.workspace, "Thing", thing)

    def _add(self, contest: str, prop: str, value: str, by: str) -> str:
        before = set(ends(self._open(contest).entity, prop))
        note(self.workspace, contest, {prop: value}, by=by, form=f"{prop} of a contest")
        after = ends(self.store.entity(self.store.canonical(contest)), prop)
        return next((i for i in after if i not in before), "") or self._named(value)[0]

    def _open(self, contest: str) -> _Contest:
        found = _Contest(self.workspace, self.store.canonical(contest))
        if found.closed:
            raise UsageError(f"{found.entity.caption} is closed", do="nothing is scored after its winners are named")
        return found

    def declare(self, contest: str, juror: str, entry: str, *, by: str, note: str) -> Decision:
        """Declare that a juror has an interest in an entry; scores given before no longer count."""
        if not by.strip() or not note.strip():
            raise UsageError("an interest needs the person who declares it and what it is", do="give --by and --note")
        found = self._open(contest)
        made = Decision(Subject.CONFLICT, found.pair(juror, entry), DECLARED, by, now(), note)
        self.store.decide(made)
        return made

    def withdraw(self, contest: str, juror: str, entry: str, *, by: str, note: str) -> Decision:
        """Take a declared interest back, with the reason; both stay in the log. One found in records goes with the records."""
        found = self._open(contest)
        pair = found.pair(juror, entry)
        declared = [d for d in found.declared if tuple(map(self.store.canonical, d.ids)) == pair]
        if not declared:
            raise UsageError("no interest of that juror in that entry was declared", do="dragoman contest show lists them")
        made = Decision(Subject.CONFLICT, pair, UNDONE, by, now(), note, undoes=declared[-1].id)
        self.store.decide(made)
        return made

    def score(self, contest: str, juror: str, entry: str, points: Mapping[str, str], *, by: str) -> list[Mark]:
        """Keep a juror's points for an entry by the name of each criterion; points given before are taken back and said anew.

        Raises `UsageError` with everything that forbids them: a conflict of interest, points out of bounds, a closed contest.
        """
        found = self._open(contest)
        names = {c.name.casefold(): c.id for c in found.panel.criteria}
        unknown = [name for name in points if name.casefold() not in names]
        if unknown or not points:
            told = ", ".join(c.name for c in found.panel.criteria) or "none yet: dragoman contest criterion"
            raise UsageError(f"no criterion {', '.join(unknown)}" if unknown else "no criterion", do=f"criteria: {told}")
        given = {names[name.casefold()]: value for name, value in points.items()}
        wrong = contests.refusal(found.panel, juror, entry, given, self.store.captions([juror, entry]))
        if wrong:
            raise UsageError("; ".join(wrong), where=found.entity.caption)
        self._keep(found, juror, entry, given, by)
        return [m for m in _Contest(self.workspace, found.id).panel.marks if (m.juror, m.entry) == (juror, entry)]

    def _keep(self, found: _Contest, juror: str, entry: str, given: Mapping[str, str], by: str) -> None:
        before = {m.criterion: m for m in found.panel.marks if (m.juror, m.entry) == (juror, entry)}
        made, taken = Entry(by, f"scores in {found.entity.caption}"), []
        for criterion, value in given.items():
            old = before.get(criterion)
            if old and old.points == Decimal(value):
                continue
            if old:
                taken.append(old.statement)
                made.say(found.record_of[old.statement], "Score", Entered("points", value, value))
                continue
            key = entity_id(dataset_of(by), "Score", "", SEPARATOR.join((found.id, juror, entry, criterion)))
            ids = {"contest": found.id, "juror": juror, "entry": entry, "criterion": criterion}
            called = self.store.captions(ids.values())
            for prop, target in ids.items():
                made.say(key, "Score", Entered(prop, target, called.get(target, target)))
            made.say(key, "Score", Entered("points", value, value))
        keep(self.workspace, made, "scored", taken)

    def close(self, contest: str, *, by: str, winners: int = 1) -> Ranked:
        """Name as winners all entries of the first places, and close the contest: nothing is scored after that."""
        self._open(contest)
        ranked = self.show(contest)
        won = [p for p in ranked.placed if 0 < p.place <= winners]
        if not won:
            raise UsageError("no entry was scored by all criteria", where=ranked.caption, do="dragoman contest score")
        made = Entry(by, f"closing of {ranked.caption}")
        made.say(ranked.id, "Contest", Entered("status", ENDED, ENDED))
        for placed in won:
            name = ranked.captions.get(placed.entry, placed.entry)
            made.say(ranked.id, "Contest", Entered("winningEntry", placed.entry, f"{name}, {placed.told}, {placed.how}"))
        for body, name in self.store.captions(self._winners(won)).items():
            made.say(ranked.id, "Contest", Entered("winner", body, name))
        for placed in ranked.placed:
            made.lines.append(f"{placed.place or '-'}: {ranked.captions.get(placed.entry)} {placed.told} ({placed.how})")
        keep(self.workspace, made, "closed")
        return self.show(contest)

    def _winners(self, won: list[Placed]) -> list[str]:
        """The organisations that stand behind winning entries; their owners did not take part."""
        bodies = [body for p in won for body, what in behind(self.workspace, p.entry).items() if not what.startswith(ABOVE)]
        return [key for key, e in entities(self.workspace, bodies).items() if e.schema.is_a("Organization")]


class _Contest:
    """A contest as it stands in the records."""

    def __init__(self, workspace: Workspace, contest: str) -> None:
        self.workspace, self.id = workspace, contest
        self.entity: Entity = workspace.store.entity(contest)
        if not self.entity.schema.is_a("Contest"):
            raise UsageError(f"{self.entity.caption} is no contest", do="dragoman enter Contest name=... --of EDITION")
        self.record_of: dict[str, str] = {}

    @property
    def closed(self) -> bool:
        """Whether its winners were named."""
        return bool(self.entity.values("winningEntry"))

    @property
    def track_of(self) -> list[str]:
        """The contest it is a track of."""
        return ends(self.entity, "trackOf")

    def pair(self, juror: str, entry: str) -> tuple[str, str, str]:
        """The ids a declared interest names; raises `UsageError` for who is no juror or what is no entry."""
        if juror not in self.panel.jurors or entry not in self.panel.entries:
            raise UsageError("not a juror and an entry of this contest", do="dragoman contest show lists both")
        return (self.id, juror, entry)

    @cached_property
    def declared(self) -> list[Decision]:
        """The declared interests in force."""
        found = [d for d in self.workspace.store.decisions(subject=Subject.CONFLICT) if self._mine(d)]
        undone = {d.undoes for d in found if d.undoes}
        return [d for d in found if d.verdict == DECLARED and d.id not in undone]

    def _mine(self, d: Decision) -> bool:
        return len(d.ids) == 3 and self.workspace.store.canonical(d.ids[0]) == self.id

    @cached_property
    def panel(self) -> Panel:
        """Everything its ranking is made from."""
        entries, jurors = tuple(ends(self.entity, "entry")), tuple(ends(self.entity, "juror"))
        return Panel(entries, jurors, tuple(self._criteria()), tuple(self._marks()), tuple(self._interests(entries, jurors)))

    def _criteria(self) -> list[Criterion]:
        found = tied(self.workspace, self.id, ("contest",), "Criterion")
        return [
            Criterion(e.id, e.caption, amount(first(e, "weight")) or Decimal(1), amount(first(e, "most")) or contests.MOST)
            for e in found
        ]

    def _marks(self) -> list[Mark]:
        found = []
        for e in tied(self.workspace, self.id, ("contest",), "Score"):
            said = e.get("points")
            read = amount(said[-1].value) if said else None
            if read is not None:
                self.record_of[said[-1].id] = e.id
                found.append(Mark(first(e, "juror"), first(e, "entry"), first(e, "criterion"), read, said[-1].id))
        return found

    def _interests(self, entries: tuple[str, ...], jurors: tuple[str, ...]) -> list[Interest]:
        canonical = self.workspace.store.canonical
        found = [Interest(canonical(d.ids[1]), canonical(d.ids[2]), d.note, True) for d in self.declared]
        bodies = {e: behind(self.workspace, e) for e in entities(self.workspace, entries)}
        day = first(self.entity, "startDate", "date") or datetime.now(UTC).date().isoformat()
        for juror in jurors:
            tied_to = ties(self.workspace, juror)
            for entry, behind_it in bodies.items():
                found += contests.found_interests(juror, entry, tied_to, behind_it, day)
        return found
