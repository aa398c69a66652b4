"""Visits: goals, itinerary, notes at a stop, what follows of them, and who at home was told and answered what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import stages
from dragoman.expo.cooperations import Promise
from dragoman.model.clearance import Clearance
from dragoman.model.entity import Entity
from dragoman.workspace import expo_form
from dragoman.workspace.delegations import today
from dragoman.workspace.expo_around import ends, first, tied
from dragoman.workspace.noting import note, one_of, steps
from dragoman.workspace.promises import Promises

if TYPE_CHECKING:
    from dragoman.report.papers.flow import Paper
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_form import Value
    from dragoman.workspace.portfolio import Resident

# Conditions for production there: properties of a visit, and the message each has in papers.
CONDITIONS = {
    "site": "site", "cost": "cost", "jobs": "jobs", "taxes": "taxes", "logistics": "logistics", "workforce": "staff",
    "permits": "permits",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class VisitView:
    """A visit as a page or a terminal shows it. `promises` are those given at it or at its stops, on the day asked for."""

    entity: Entity
    stops: tuple[Entity, ...]  # in their order
    status: str
    steps: tuple[tuple[str, str], ...]
    promises: tuple[Promise, ...]
    answers: tuple[Entity, ...]
    delegation: Entity | None
    captions: dict[str, str]


class Visits:
    """The visits of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def find(self, name_or_id: str) -> str:
        """The id of a visit; raises `UsageError`."""
        return expo_form.the(self.workspace, "Visit", name_or_id)

    def show(self, name_or_id: str, today: str = "") -> VisitView:
        """All that is known of a visit on a day (default: this one)."""
        entity = self.store.entity(self.find(name_or_id))
        stops = self.itinerary(entity.id)
        promises = Promises(self.workspace).of([entity.id, *(s.id for s in stops)], today)
        answers = tuple(tied(self.workspace, entity.id, ("visit",), "Answer"))
        sent = next((self.store.entity(d) for d in self._delegations(entity)), None)
        known = (entity, *stops, *answers, *([sent] if sent else []))
        captions = self.store.captions({s.value for e in known for s in e.statements} | {p.owner for p in promises})
        taken = steps(entity, "status")
        return VisitView(
            entity, tuple(stops), stages.current(taken, stages.LADDER), tuple(taken), tuple(promises), answers, sent, captions
        )

    def _delegations(self, entity: Entity) -> list[str]:
        found = [*ends(entity, "delegation"), *ends(entity, "visitor")]
        return [i for i in dict.fromkeys(found) if self.store.entity(i).schema.is_a("Delegation")]

    def itinerary(self, visit: str) -> list[Entity]:
        """The stops in their order: by number, else by day and hour, else as they were entered."""
        found = tied(self.workspace, visit, ("visit",), "Stop")
        return sorted(found, key=_place)

    def add_stop(self, visit: str, said: Mapping[str, Value], *, by: str) -> str:
        """Add a stop after those there are (`name`, `place`, `stopKind`, `host`, `mayShow`, `date` ...); its id."""
        target = self.find(visit)
        last = max((float(first(s, "order") or 0) for s in self.itinerary(target)), default=0.0)
        form = {"visit": target, "order": f"{int(last) + 1}", **said}
        told = said.get("name", "")
        named = {told} if isinstance(told, str) else {str(n) for n in told} if isinstance(told, Iterable) else set()
        there = {n for s in self.itinerary(target) for n in s.values("name")}  # another visit's stop of that name is another
        another = bool(named - {""}) and not named & there
        return self.workspace.expo.enter("Stop", form, by=by, form="stop of a visit", new=another)

    def offered(self, visit: str, most: int | None = None) -> list[Resident]:
        """The residents and projects of the hosts' portfolios that are no stop of the visit yet; at `most` so many a host."""
        from dragoman.workspace.portfolio import Portfolios

        target = self.find(visit)
        taken = {p for s in self.itinerary(target) for p in ends(s, "place")}
        room = Portfolios(self.workspace)
        found: dict[str, Resident] = {}
        for host in ends(self.store.entity(target), "host"):
            found |= {r.member.record: r for r in room.residents(host, today(), taken, most)}
        return list(found.values())

    def add_residents(self, visit: str, places: Iterable[str], *, by: str, date: str = "") -> list[str]:
        """Make stops of some that are `offered`, in that order; their ids. Raises `UsageError`."""
        known = {r.member.record: r for r in self.offered(visit)}
        chosen = [p for p in dict.fromkeys(places) if p in known]
        if not chosen:
            raise UsageError("nothing of the portfolio is chosen", do="choose who is to be visited")
        said = ({"place": p, "stopKind": _kind(self.store.entity(p)), "date": date} for p in chosen)
        return [self.add_stop(visit, {k: v for k, v in one.items() if v}, by=by) for one in said]

    def stop(self, name_or_id: str) -> str:
        """The id of a stop; raises `UsageError`."""
        return expo_form.the(self.workspace, "Stop", name_or_id)

    def note(
        self, stop: str, said: Mapping[str, Value], *, by: str, date: str = "", next_step: str = "", owner: str = "",
        due: str = "",
    ) -> list[str]:  # fmt: skip
        """Note what was `seen`, asked (`question`), estimated (`estimate`), and who was `told`, at a stop or a visit.

        A next step has an owner, and becomes a promise of its own. Returns the ids of the statements, or of the promise.
        """
        target = one_of(self.workspace, stop, "Stop", "Visit")
        if next_step and not owner:
            raise UsageError("a next step needs somebody who does it", do="say who: owner, with a date where there is one")
        made = note(self.workspace, target, said, by=by, date=date, form="note of a visit") if said else []
        if next_step:
            made.append(Promises(self.workspace).give(target, next_step, owner, by=by, due=due, date=date))
        if not made and not said:
            raise UsageError("there is nothing to note", do="say what was seen, asked or estimated, or a next step")
        return made

    def told(self, visit: str, people: Value, *, by: str, date: str = "") -> list[str]:
        """Note who at home was told of a visit (bodies or people by name), and when."""
        return note(self.workspace, self.find(visit), {"told": people}, by=by, date=date, form="told of a visit")

    def answer(self, visit: str, who: str, words: str, *, by: str, interest: str = "", date: str = "") -> str:
        """Note what somebody at home answered to what they were told; its id."""
        said = {"visit": self.find(visit), "answeredBy": who, "answer": words, "interest": interest, "date": date}
        return self.workspace.expo.enter("Answer", {k: v for k, v in said.items() if v}, by=by, form="answer from home")

    def report(self, visit: str, lang: str, clearance: Clearance, today: str = "") -> Paper:
        """The report for those at home, ready for `pdf` or `docx`; raises `HeldError`."""
        from dragoman.workspace.paper_visits import visit_report

        return visit_report(self.workspace, visit, lang, clearance, today)

    def calendar(self, visit: str, lang: str, clearance: Clearance) -> str:
        """The itinerary as an iCalendar file; raises `HeldError`."""
        from dragoman.workspace.paper_visits import visit_calendar

        return visit_calendar(self.workspace, visit, lang, clearance)


def _kind(place: Entity) -> str:
    """What kind of stop a resident of a portfolio is."""
    if place.schema.is_a("Project"):
        return "project"
    return {"laboratory": "laboratory", "institute": "institute", "university": "institute"}.get(
        first(place, "bodyKind"), "company"
    )


def _place(stop: Entity) -> tuple[float, str, str]:
    order = first(stop, "order")
    return (float(order) if order else 1e9, first(stop, "date", "startDate"), first(stop, "startTime"))
