"""The memo of a consultation: the client's question, the answer, a shortlist with sources, introductions, outcome."""

from __future__ import annotations

from dragoman.report.papers.content import Memo, Shortlisted
from dragoman.report.papers.flow import Heading, Line, Paper, Para, Run, Writing
from dragoman.report.papers.visit import promises


def memo(asked: Memo, lang: str = "en") -> Paper:
    """The memo in one language; raises `UnknownName` for a language without messages."""
    pen = Writing(lang)
    pen.facts({
        "paper.memo.client": pen.line(asked.client), "paper.memo.question": pen.line(asked.question, "bold"),
        "paper.memo.region": pen.line(asked.region), "paper.memo.field": pen.line(asked.field),
        "paper.memo.budget": pen.line(asked.budget), "paper.memo.adviser": pen.line(asked.adviser),
    })  # fmt: skip
    if asked.answer:
        pen.heading("paper.memo.answer")
        pen.bullets(asked.answer)
    _shortlist(pen, asked)
    _introductions(pen, asked)
    promises(pen, asked.next_steps, "paper.memo.next")
    if asked.outcome:
        pen.heading("paper.memo.outcome")
        pen.bullets(asked.outcome)
    pen.blocks.append(Para((Run(pen.words("page.promise"), lang),), "callout"))
    subtitle = pen.joined([pen.line(asked.field), pen.line(asked.region)], "paper.dot")
    return pen.paper("memo", {lang: pen.words("paper.memo.title", client=pen.plain(asked.client))}, subtitle, asked.made)


def _shortlist(pen: Writing, asked: Memo) -> None:
    pen.heading("paper.memo.shortlist")
    if not asked.shortlist:
        pen.blocks.append(Para((Run(pen.words("paper.memo.nobody"), pen.lang),)))
        return
    rows = []
    for number, entry in enumerate(asked.shortlist, 1):
        name = (Run(f"{number}. ", pen.lang, "bold"), *pen.line(entry.name, "bold"))
        what = pen.joined([p for p in (pen.line(entry.kind), pen.line(entry.place)) if p])
        rows.append(((name, what), (pen.line(entry.field),), (_trl(entry, pen.lang),)))
    pen.grid(("paper.memo.name", "paper.memo.field", "paper.memo.trl"), rows, (5, 4, 1))
    for number, entry in enumerate(asked.shortlist, 1):
        _reasons(pen, number, entry)


def _reasons(pen: Writing, number: int, entry: Shortlisted) -> None:
    if not (entry.why or entry.limits):
        return
    pen.blocks.append(Heading(2, (Run(f"{number}. ", pen.lang), *pen.line(entry.name))))
    for key, said in (("why", entry.why), ("limits", entry.limits)):
        if said:
            pen.heading(f"paper.memo.{key}", 3)
            pen.bullets(said)


def _trl(entry: Shortlisted, lang: str) -> Line:
    return (Run(str(entry.trl), lang),) if entry.trl else ()


def _introductions(pen: Writing, asked: Memo) -> None:
    if not asked.introductions:
        return
    pen.heading("paper.memo.introductions")
    rows = []
    for one in asked.introductions:
        day: Line = (Run(pen.days.day(one.day), pen.lang),) if one.day else ()
        state: Line = (Run(pen.words(f"paper.state.{one.state}"), pen.lang),)
        rows.append(((pen.line(one.to, "bold"), pen.line(one.note, "soft")), (pen.line(one.by),), (day,), (state,)))
    heads = ("paper.memo.to", "paper.memo.by", "paper.memo.day", "paper.promise.state")
    pen.grid(heads, rows, (4, 2.2, 2, 1.4))
