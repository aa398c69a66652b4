"""Decisions: who decided what, and what else somebody did here."""

from __future__ import annotations

from typing import Any

from dragoman.base.errors import UnknownName
from dragoman.model.decision import Decision, Subject
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.calling import calling
from dragoman.web.route import get, post
from dragoman.workspace.audit import Audit

ROWS, EVENTS = 50, 100


def decisions(ask: Ask) -> Page:
    """The log of decisions, newest first, by subject and by person."""
    subject, by, people = ask.text("subject"), ask.text("by"), ask.text("people", "1") == "1"
    known = subject if subject in [s.value for s in Subject] else ""
    offset = ask.number("offset", 0, 0, 10_000_000)
    found = Audit(ask.workspace).page(known, by, people and not by, ROWS, offset)
    events = ask.site.accounts.events(EVENTS) if ask.person.role >= Role.ADMINISTRATOR else []
    rows: list[dict[str, Any]] = [{"decision": d, "things": found.things(d)} for d in found.rows]
    named = calling(ask, {(x["entity"], x["schema"], x["caption"]) for r in rows for x in r["things"] if x["entity"]})
    data = {
        "rows": rows, "total": found.total, "offset": offset,
        "limit": ROWS,
        "subject": known, "by": by, "people": people, "events": events,
    }  # fmt: skip
    return Page("decisions.html", data, {"subjects": [s.value for s in Subject], "named": named})


def undo(ask: Ask) -> Go:
    """Take a decision back, in the name of who asks."""
    audit = Audit(ask.workspace)
    decision: Decision | None = audit.get(ask.path["id"])
    if decision is None:
        raise UnknownName("there is no such decision")
    audit.undo(decision, ask.by, ask.field("note"))
    return Go("/decisions", "decisions.undone")


DOORS = (get("/decisions", decisions), post("/decisions/{id}/undo", undo, role=Role.ANALYST))
