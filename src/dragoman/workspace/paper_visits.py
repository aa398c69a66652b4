"""The visit report and the consultation memo, filled from the records with their sources; neither without a clearance."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from dragoman.expo.cooperations import Promise
from dragoman.expo.fields import field, labels_of
from dragoman.model.clearance import Clearance
from dragoman.model.entity import Entity
from dragoman.model.score import Reason
from dragoman.report.papers import content
from dragoman.report.papers.content import Said, Text
from dragoman.report.papers.flow import Paper
from dragoman.report.worldmap import country_name
from dragoman.workspace import clearing
from dragoman.workspace.citing import Citing, day, joined, of
from dragoman.workspace.consultations import Consultations, Listed, introduced_state
from dragoman.workspace.delegations import today as this_day
from dragoman.workspace.expo_around import ends, first
from dragoman.workspace.paper_words import placed
from dragoman.workspace.promises import Promises
from dragoman.workspace.visits import CONDITIONS, Visits, VisitView

if TYPE_CHECKING:
    from dragoman.workspace import Workspace


def visit_report(workspace: Workspace, visit: str, lang: str, clearance: Clearance, today: str = "") -> Paper:
    """The report of a visit for those at home, as it stands on a day. Raises `HeldError`, `UsageError`."""
    from dragoman.report.papers.visit import visit_report as write

    seen = Visits(workspace).show(visit, today)
    clearing.check(workspace, clearance, [seen.entity.id])
    return write(_Report(workspace, lang, seen, today or this_day()).whole(), lang)


def visit_calendar(workspace: Workspace, visit: str, lang: str, clearance: Clearance) -> str:
    """The itinerary of a visit for a calendar (iCalendar). Raises `HeldError`, `UsageError`."""
    from dragoman.report.papers.ics import itinerary

    seen = Visits(workspace).show(visit)
    clearing.check(workspace, clearance, [seen.entity.id])
    return itinerary(_Report(workspace, lang, seen, this_day()).whole(), (s.id for s in seen.stops), lang)


class _Report:
    """One visit as the content of its report."""

    def __init__(self, workspace: Workspace, lang: str, seen: VisitView, today: str) -> None:
        self.workspace, self.seen, self.today = workspace, seen, today
        self.cite = Citing(workspace, lang)

    def whole(self) -> content.VisitReport:
        """The whole report."""
        visit, cite = self.seen.entity, self.cite
        start, end = self._span()
        return content.VisitReport(
            title=cite.name(visit.id) if visit.names else self._title(),
            delegation=self._who(), host=cite.named(of(visit, "host")), start=start, end=end,
            place=cite.named(of(visit, "destination")), purpose=cite.text(of(visit, "purpose")),
            members=self._members(), summary=cite.said(of(visit, "summary", "description")),
            stops=tuple(self._stop(s) for s in self.seen.stops), conditions=self._conditions(),
            promises=tuple(promise(self.workspace, cite, p) for p in self.seen.promises),
            told=tuple(cite.name(t) for t in ends(visit, "told")), author=self._author(), made=day(self.today),
            host_goals=cite.said(of(visit, "hostGoal")), visitor_goals=cite.said(of(visit, "visitorGoal")),
            results=cite.said(of(visit, "result")), answers=tuple(self._answer(a) for a in self.seen.answers),
            status=self.seen.status,
        )  # fmt: skip

    def _span(self) -> tuple[date | None, date | None]:
        """The days of the visit; those of its stops where it has none of its own."""
        visit = self.seen.entity
        known = [
            first(visit, "startDate", "date"),
            first(visit, "endDate"),
            *(first(s, "date", "startDate") for s in self.seen.stops),
        ]
        days = sorted(d for d in map(day, known) if d)
        return (days[0], days[-1]) if days else (None, None)

    def _title(self) -> Text:
        """Host or place of a visit without a name of its own."""
        visit = self.seen.entity
        return self.cite.named(of(visit, "host")) or self.cite.named(of(visit, "destination")) or visit.caption

    def _who(self) -> Text:
        sent = self.seen.delegation
        return self.cite.name(sent.id) if sent else self.cite.named(of(self.seen.entity, "visitor"))

    def _members(self) -> tuple[content.Person, ...]:
        sent = self.seen.delegation
        return tuple(self.cite.person(m) for m in ends(sent, "head", "member")) if sent else ()

    def _author(self) -> Text:
        """Who took the notes, where that was one person."""
        speakers = {s.evidence[0].speaker for stop in self.seen.stops for s in of(stop, "seen", "estimate") if s.evidence}
        return next(iter(speakers)) if len(speakers) == 1 else ""

    def _stop(self, stop: Entity) -> content.Stop:
        cite = self.cite
        title = cite.name(stop.id) if stop.names else cite.named(of(stop, "place"))
        return content.Stop(
            title=title, start=_moment(stop), place=cite.named(of(stop, "place")) if stop.names else "",
            kind=first(stop, "stopKind"), hosts=tuple(cite.person(h) for h in ends(stop, "host")),
            shown=cite.said(of(stop, "shown")), seen=cite.said(of(stop, "seen")),
            questions=cite.said(of(stop, "question")), estimate=cite.said(of(stop, "estimate")),
            **self._next(stop),
        )  # fmt: skip

    def _next(self, stop: Entity) -> dict[str, Any]:
        """The next step of a stop, where there is one; several stand in the table of promises."""
        found = [p for p in self.seen.promises if p.about == stop.id]
        if len(found) != 1:
            return {}
        step = promise(self.workspace, self.cite, found[0])
        return {"next_step": step.what.text, "owner": step.owner, "due": step.due}

    def _conditions(self) -> tuple[content.Condition, ...]:
        visit, cite = self.seen.entity, self.cite
        return tuple(
            content.Condition(message, said)
            for prop, message in CONDITIONS.items()
            for said in (cite.amounts if prop in ("cost", "jobs", "taxes") else cite.said)(of(visit, prop))
        )

    def _answer(self, answer: Entity) -> content.Answer:
        said = next(iter(self.cite.said(of(answer, "answer"))), Said(""))
        return content.Answer(self.cite.named(of(answer, "answeredBy")), said, first(answer, "interest"))


def _moment(stop: Entity) -> datetime | None:
    """When a stop began; None where no day is told. Without an hour it is midnight, which papers leave out."""
    when, hour = day(first(stop, "date", "startDate")), first(stop, "startTime")
    return datetime.fromisoformat(f"{when.isoformat()}T{hour or '00:00'}") if when else None


def promise(workspace: Workspace, cite: Citing, given: Promise) -> content.Promise:
    """A promise as a paper prints it."""
    said = [s for s in workspace.store.entity(given.id).statements if s.id in given.statements]
    what = next(iter(cite.said(said)), Said(given.what))
    return content.Promise(what, cite.name(given.owner) if given.owner else "", day(given.due), given.state)


def consultation_memo(workspace: Workspace, consultation: str, lang: str, clearance: Clearance, today: str = "") -> Paper:
    """The memo of a consultation in one language, as it stands on a day. Raises `HeldError`, `UsageError`.

    Whoever on the shortlist is held is left out: a memo is a step towards an introduction.
    """
    from dragoman.report.papers.memo import memo as write

    room = Consultations(workspace)
    asked = workspace.store.entity(room.find(consultation))
    clearing.check(workspace, clearance, [asked.id])
    return write(_memo(workspace, Citing(workspace, lang), asked, room, today or this_day()), lang)


def _memo(workspace: Workspace, cite: Citing, asked: Entity, room: Consultations, today: str) -> content.Memo:
    chosen = room.chosen(asked.id)
    budget = next(iter(cite.amounts(of(asked, "budget"))), Said(""))
    return content.Memo(
        client=cite.named(of(asked, "client")), question=cite.text(of(asked, "question")),
        region=joined([placed(text) for text, _ in cite.groups(of(asked, "region"))], "; "),
        field=_field(cite, asked), budget=budget.text, adviser=cite.named(of(asked, "adviser")), made=day(today),
        answer=cite.said(of(asked, "answer")), shortlist=tuple(_shortlisted(workspace, cite, c) for c in chosen if not c.held),
        introductions=tuple(_introduction(cite, i) for i in room.introductions(asked.id)),
        next_steps=tuple(promise(workspace, cite, p) for p in Promises(workspace).of([asked.id], today)),
        outcome=cite.said(of(asked, "outcome")),
    )  # fmt: skip


def _field(cite: Citing, asked: Entity) -> Text:
    """The field in the language of the memo where it is a known one, else as it was written."""
    lang = cite.words.lang
    known = [name for text in asked.values("field", sure=True) for name in labels_of(text, lang)]
    return {lang: ", ".join(dict.fromkeys(known))} if known else cite.text(of(asked, "field"))


def _shortlisted(workspace: Workspace, cite: Citing, one: Listed) -> content.Shortlisted:
    entity = workspace.store.entity(one.id)
    body = first(entity, "bodyKind")
    kind = cite.words.choice("paper.body", body) if body else entity.schema.label(cite.words.lang)
    known = dict.fromkeys(r.detail for r in one.score.reasons if r.name == "field")
    return content.Shortlisted(
        name=cite.name(one.id), kind=kind, place=", ".join(country_name(c, cite.words.lang) for c in one.countries),
        field=", ".join(field(c).label(cite.words.lang) for c in known), trl=one.trl,
        why=tuple(_why(workspace, cite, r) for r in one.score.reasons),
        limits=tuple(Said(cite.words(f"paper.limit.{name}", entries=", ".join(one.controlled))) for name in one.limits),
    )  # fmt: skip


def _why(workspace: Workspace, cite: Citing, reason: Reason) -> Said:
    """A reason in words, with the sources of the statements it rests on."""
    words, lang = cite.words, cite.words.lang
    told = {
        "field": lambda: words("paper.reason.field", field=field(reason.detail).label(lang)),
        "words": lambda: words("paper.reason.words", words=reason.detail),
        "place": lambda: words("paper.reason.place", country=country_name(reason.detail, lang)),
        "offers": lambda: words("paper.reason.offers", words=reason.detail),
        "trl": lambda: words("paper.reason.trl", trl=reason.detail),
    }[reason.name]()
    if reason.right:
        name = cite.name(reason.right)
        of_ = name if isinstance(name, str) else name.get(lang) or name.get("en") or next(iter(name.values()))
        told = words("paper.reason.through", why=told, of=of_)
    proof = [workspace.store.statement(s) for s in reason.evidence]
    return Said({lang: told}, cite.sources(proof))


def _introduction(cite: Citing, entity: Entity) -> content.Introduction:
    state, when = introduced_state(entity)
    return content.Introduction(
        to=cite.named(of(entity, "introduced")), by=cite.named(of(entity, "adviser")), day=day(when), state=state,
        note=cite.text(of(entity, "answer", "notes")),
    )  # fmt: skip
