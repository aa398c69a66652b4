"""The page Review: two entries side by side; S same, D different, U unsure, Z undo, L Latin spellings, by key and by button."""

from __future__ import annotations

from typing import Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.route import get, post
from dragoman.web.waterfall import objection, waterfall

FIELDS = ("names", "schema", "countries", "dates", "identifiers", "sources")
MARKED = ("schema", "countries", "dates", "identifiers")  # names and sources differ in nearly every pair
SHOWN = 12  # values of a side; the rest is counted
NOTE = "review"


def review(ask: Ask) -> Page:
    """The likeliest pair that waits."""
    from dragoman.workspace.reviewing import Reviewing

    reviewing, unsure = Reviewing(ask.workspace), ask.text("unsure") == "1"
    if not reviewing.resolving.has_run():
        return Page("work_review.html", {"question": None, "resolved": False, "waiting": 0, "judged": judged(ask)})
    queue = reviewing.resolving.queue(unsure=unsure)
    skip = min(ask.number("skip", 0), max(0, len(queue) - 1))
    question = next((q for waiting in queue[skip:] if (q := reviewing.question(waiting))), None)
    data: dict[str, Any] = {
        "question": question.row() if question else None, "resolved": True, "waiting": len(queue), "unsure": unsure,
        "judged": judged(ask), "latin": ask.text("latin") == "1", "skip": skip,
    }  # fmt: skip
    if question:
        data |= {"rows": rows(question.row(), latin=data["latin"]), "score": waterfall(question.score, ask.words)}
        data["held"] = [objection(text, ask.words) for text in question.held]
        data |= {"names": waterfall(question.names, ask.words) if question.names else None}
    return Page("work_review.html", data)


def judged(ask: Ask) -> int:
    """How many pairs this person has judged in review, less those taken back."""
    return len(_standing(ask))


def _standing(ask: Ask) -> list[Any]:
    from dragoman.model.decision import Subject

    made = ask.workspace.store.decisions(subject=Subject.IDENTITY)
    undone = {d.undoes for d in made if d.undoes}
    return [d for d in made if d.by == ask.by and d.note == NOTE and not d.undoes and d.id not in undone]


def rows(question: dict[str, Any], *, latin: bool) -> list[dict[str, Any]]:
    """The two sides line by line; `differs` where both tell something and nothing of it agrees."""
    found = []
    for name in FIELDS:
        ours, theirs = (_values(question[side][name]) for side in ("left", "right"))
        if ours or theirs:
            differs = name in MARKED and bool(ours) and bool(theirs) and not set(ours) & set(theirs)
            cells = [_cell(values, latin=latin and name == "names") for values in (ours, theirs)]
            found.append({"field": name, "differs": differs, "cells": cells})
    return found


def _values(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _cell(values: list[str], *, latin: bool) -> dict[str, Any]:
    shown = [{"value": v, "latin": _latin(v) if latin else ""} for v in values[:SHOWN]]
    return {"values": shown, "more": max(0, len(values) - SHOWN)}


def _latin(name: str) -> str:
    from dragoman.text.folding import fold
    from dragoman.text.transliteration import latinise

    return "" if name.isascii() else latinise(fold(name))


def judge(ask: Ask) -> Go:
    """Log a verdict, and tell where an earlier one keeps the two apart all the same."""
    from dragoman.model.decision import Judgement
    from dragoman.workspace.reviewing import Reviewing

    left, right, verdict = ask.field("left"), ask.field("right"), ask.field("verdict")
    if verdict not in tuple(Judgement) or not left or not right:
        raise UsageError("that is no verdict on a pair", do="same, different or unsure")
    reviewing = Reviewing(ask.workspace)
    made = reviewing.decide(left, right, Judgement(verdict), ask.by, NOTE)
    key = "review.parted" if reviewing.parted(made) else f"review.said_{verdict}"
    return Go(_back(ask), key, {"decision": made.id})


def undo(ask: Ask) -> Go:
    """Take back the last verdict this person gave here; the pair waits again."""
    found = _standing(ask)
    if not found:
        raise UnknownName(ask.words("review.nothing_to_undo"))
    ask.workspace.identity.undo(found[-1], ask.by, NOTE)
    return Go(_back(ask), "review.undone", {"decision": found[-1].id})


def resolve(ask: Ask) -> Go:
    """Look for pairs, as a job."""
    started = ask.workspace.jobs.start("resolve", {}, ask.by, "resolve")
    return Go(f"/jobs/{started.id}", data={"job": started.id})


def _back(ask: Ask) -> str:
    kept = "&".join(f"{name}=1" for name in ("latin", "unsure") if ask.field(name))
    return f"/review?{kept}" if kept else "/review"


DOORS = (
    get("/review", review), post("/review", judge), post("/review/undo", undo), post("/review/resolve", resolve),
)  # fmt: skip
