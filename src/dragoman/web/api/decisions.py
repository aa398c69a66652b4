"""The log of decisions: read, added to, taken back."""

from __future__ import annotations

from typing import Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.model.decision import Subject
from dragoman.web.accounts import Role
from dragoman.web.api import examples, rows
from dragoman.web.api.declare import Answer, Body, Given, Misfit, Operation, Param, page, paging
from dragoman.web.api.jobs import Conflict
from dragoman.web.api.shape import Shape, many, one_of, short, text, thing
from dragoman.web.ask import Ask
from dragoman.workspace.audit import Audit
from dragoman.workspace.judging import Judging

SUBJECTS = tuple(map(str, Subject))
VERDICTS = {"identity": ("same", "different", "unsure"), "fact": ("accepted", "rejected"), "hit": ("cleared", "confirmed")}
NEEDED = {"identity": ("left", "right"), "fact": ("fact",), "hit": ("name", "record", "note")}  # beside subject and verdict
SOME = r"\S"


def _needed(subject: str) -> Shape:
    """What a verdict on one subject needs."""
    said = {"subject": {"const": subject}, "verdict": {"enum": list(VERDICTS[subject])}}
    return {"properties": said, "required": list(NEEDED[subject])}


SENT = thing(
    ("subject", "verdict"), subject=one_of("identity", "fact", "hit"),
    verdict=one_of(*(v for verdicts in VERDICTS.values() for v in verdicts)), note=short("one letterhead"),
    left=short(examples.ID, pattern=SOME), right=short(examples.OTHER, pattern=SOME), fact=short(pattern=SOME),
    name=short("Rover Co. Ltd", pattern=SOME), schema=short("Company"), countries=many(short("gb"), 50),
    dates=many(short("1961-04-12"), 50), identifiers=many(short(), 50), record=short("un:CDi.001", pattern=SOME),
) | {"anyOf": [_needed(subject) for subject in NEEDED]}  # fmt: skip


def decisions(ask: Ask, given: Given) -> Answer:
    """Decisions, newest first."""
    limit, offset = given["limit"], given["offset"]
    if not given["about"]:
        log = Audit(ask.workspace).page(given["subject"], "", False, limit, offset)
        return page(ask, given, [rows.decision(d) for d in log.rows], log.total)
    about = ask.workspace.entities.find(given["about"])
    found = [d for d in ask.workspace.store.decisions(about=about) if given["subject"] in ("", str(d.subject))]
    found.reverse()
    return page(ask, given, [rows.decision(d) for d in found[offset : offset + limit]], len(found))


def decide(ask: Ask, given: Given) -> dict[str, Any]:
    """Log a verdict under the name of who asks."""
    said = given["body"]
    subject, verdict = said["subject"], said["verdict"]
    wrong = [(f"body.{n}", f"is missing for the subject {subject}") for n in NEEDED[subject] if not said.get(n, "").strip()]
    if verdict not in VERDICTS[subject]:
        wrong.append(("body.verdict", f"must be one of {', '.join(VERDICTS[subject])} for the subject {subject}"))
    if wrong:
        raise Misfit(wrong)
    return {"identity": _identity, "fact": _fact, "hit": _hit}[subject](ask, said)


def _identity(ask: Ask, said: dict[str, Any]) -> dict[str, Any]:
    from dragoman.model.decision import Judgement
    from dragoman.workspace.reviewing import Reviewing

    reviewing, store = Reviewing(ask.workspace), ask.workspace.store
    for side in ("left", "right"):
        if not store.size(ask.workspace.entities.find(said[side])):
            raise UnknownName(f"nothing is known of {said[side][:60]!r}")
    made = reviewing.decide(said["left"], said["right"], Judgement(said["verdict"]), ask.by, said.get("note", ""))
    return rows.decision(made)


def _fact(ask: Ask, said: dict[str, Any]) -> dict[str, Any]:

    judging = Judging(ask.workspace, ask.by)
    fact = judging.fact(said["fact"])
    judging.judge(fact, said["verdict"], said.get("note", ""))
    return rows.decision(ask.workspace.store.decisions(about=fact.id)[-1])


def _hit(ask: Ask, said: dict[str, Any]) -> dict[str, Any]:
    from dragoman.screen.hit import Query, Status
    from dragoman.workspace.lists import editions_in
    from dragoman.workspace.screening import Screening

    particulars = frozenset(said.get("countries", ())), frozenset(said.get("dates", ()))
    query = Query(said["name"], said.get("schema", ""), *particulars, tuple(said.get("identifiers", ())))
    label = said["record"].partition(":")[0]
    screening = Screening(editions_in(ask.site.folder, [label]), ask.site.folder)
    made = screening.decide(query, said["record"], Status(said["verdict"]), ask.by, said["note"])
    return rows.decision(made)


def undo(ask: Ask, given: Given) -> dict[str, Any]:
    """Take a decision back by a further one."""
    audit = Audit(ask.workspace)
    found = audit.get(given["id"])
    if found is None:
        raise UnknownName(f"there is no decision {given['id'][:40]!r}", do="/api/decisions lists them")
    try:
        return rows.decision(audit.undo(found, ask.by, given["body"].get("note", "")))
    except UsageError as error:
        raise Conflict(error.what, do=error.do) from error


OPERATIONS = (
    Operation(
        "GET",
        "/api/decisions",
        "Who or what decided, newest first.",
        decisions,
        rows.listed(rows.DECISION),
        {"results": [examples.DECISION], "limit": 50, "offset": 0, "total": 1},
        (
            Param("subject", "Only on this.", one_of("", *SUBJECTS), ""),
            Param("about", "Only on this name or id.", text(), ""),
            *paging(),
        ),
        fails=(404,),
    ),
    Operation(
        "POST",
        "/api/decisions",
        "Log a verdict on a pair, a suggested fact or a hit, under your name.",
        decide,
        rows.DECISION,
        examples.DECISION,
        body=Body(
            SENT,
            {"subject": "identity", "left": examples.ID, "right": examples.OTHER, "verdict": "same", "note": "one letterhead"},
        ),
        status=201,
        fails=(404, 409),
        role=Role.ANALYST,
    ),
    Operation(
        "POST",
        "/api/decisions/{id}/undo",
        "Take a decision back; the state before it is restored.",
        undo,
        rows.DECISION,
        examples.DECISION | {"verdict": "undone", "undoes": examples.ID},
        parts={"id": "The id of the decision."},
        body=Body(thing((), note=short()), {"note": "two firms"}, required=False),
        status=201,
        fails=(404, 409),
        role=Role.ANALYST,
    ),
)
