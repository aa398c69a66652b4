"""The visit report for those at home: what was seen, how it is estimated, what was promised, what it takes to work there."""

from __future__ import annotations

from datetime import datetime

from dragoman.report.papers.content import Promise, Said, Stop, VisitReport
from dragoman.report.papers.flow import Bullets, Heading, Line, Paper, Run, Writing


def visit_report(report: VisitReport, lang: str = "en") -> Paper:
    """The report of a visit in one language; raises `UnknownName` for a language without messages."""
    pen = Writing(lang)
    dates: Line = (Run(pen.days.span(report.start, report.end or report.start), lang),) if report.start else ()
    state = pen.line({lang: pen.words.choice("status", report.status)}) if report.status else ()
    pen.facts({
        "paper.visit.delegation": pen.line(report.delegation), "paper.visit.host": pen.line(report.host),
        "paper.visit.purpose": pen.line(report.purpose), "paper.visit.status": state,
        "paper.visit.author": pen.line(report.author),
        "paper.visit.told": pen.joined([pen.line(t) for t in report.told], "paper.semicolon"),
    })  # fmt: skip
    for key in ("summary", "host_goals", "visitor_goals", "results"):
        if said := getattr(report, key):
            pen.heading(f"paper.visit.{key}")
            pen.bullets(said)
    _stops(pen, report)
    _conditions(pen, report)
    promises(pen, report.promises, "paper.visit.promises")
    _answers(pen, report)
    if report.members:
        pen.heading("paper.visit.members")
        pen.blocks.append(Bullets(tuple(pen.person(p) for p in report.members)))
    subtitle = pen.joined([pen.line(report.place), dates], "paper.dot")
    return pen.paper("visit", report.title, subtitle, report.made)


def _stops(pen: Writing, report: VisitReport) -> None:
    if report.stops:
        pen.heading("paper.visit.stops")
    for number, stop in enumerate(report.stops, 1):
        pen.blocks.append(Heading(2, (Run(f"{number}. ", pen.lang), *pen.line(stop.title))))
        when: Line = pen.line({pen.lang: _when(pen, stop.start)}) if stop.start else ()
        kind = pen.words.choice("paper.kind", stop.kind) if stop.kind else ""
        pen.facts({
            "paper.visit.when": when, "paper.visit.where": pen.line(stop.place), "paper.visit.kind": pen.line(kind),
            "paper.visit.hosts": pen.joined([pen.person(p) for p in stop.hosts], "paper.semicolon"),
        })  # fmt: skip
        for key, said in _noted(stop):
            if said:
                pen.heading(f"paper.visit.{key}", 3)
                pen.bullets(said)
        _next_step(pen, stop)


def _when(pen: Writing, start: datetime) -> str:
    """Day and hour; the day alone where no hour is told."""
    return pen.days.moment(start) if start.hour or start.minute else pen.days.weekday(start.date())


def _noted(stop: Stop) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    return ("shown", stop.shown), ("seen", stop.seen), ("questions", stop.questions), ("estimate", stop.estimate)


def _answers(pen: Writing, report: VisitReport) -> None:
    if report.answers:
        pen.heading("paper.visit.answers")
    lines = []
    for answer in report.answers:
        who = pen.line(answer.who, "bold")
        interest = pen.words.choice("paper.interest", answer.interest) if answer.interest else ""
        head = pen.joined([who, pen.line({pen.lang: interest}, "soft")])
        lines.append(pen.joined([p for p in (head, pen.said(answer.said)) if p], "paper.colon"))
    if lines:
        pen.blocks.append(Bullets(tuple(lines)))


def _next_step(pen: Writing, stop: Stop) -> None:
    if not stop.next_step:
        return
    due: Line = (Run(pen.days.day(stop.due), pen.lang),) if stop.due else ()
    pen.facts({
        "paper.visit.next": pen.line(stop.next_step, "bold"), "paper.promise.owner": pen.line(stop.owner),
        "paper.promise.due": due,
    })  # fmt: skip


def _conditions(pen: Writing, report: VisitReport) -> None:
    if not report.conditions:
        return
    pen.heading("paper.visit.conditions")
    rows = [((pen.line(pen.words.choice("paper.condition", c.name)),), (pen.said(c.value),)) for c in report.conditions]
    pen.grid(("paper.visit.condition", "paper.visit.value"), rows, (1, 3))


def promises(pen: Writing, given: tuple[Promise, ...], head: str) -> None:
    """A table of promises with owner, date and state; nothing where none were made."""
    if not given:
        return
    pen.heading(head)
    rows = []
    for promise in given:
        due: Line = (Run(pen.days.day(promise.due), pen.lang),) if promise.due else ()
        look = "bold" if promise.state == "overdue" else ""
        state: Line = (Run(pen.words(f"paper.state.{promise.state}"), pen.lang, look),)
        rows.append(((pen.said(promise.what),), (pen.line(promise.owner),), (due,), (state,)))
    heads = ("paper.promise.what", "paper.promise.owner", "paper.promise.due", "paper.promise.state")
    pen.grid(heads, rows, (4, 2.2, 2, 1.4))
