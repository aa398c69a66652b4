"""Lists: which there are, their editions, records and differences; updating one. Comparing names, and screening many."""

from __future__ import annotations

from typing import Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.web.accounts import Role
from dragoman.web.api import examples, rows
from dragoman.web.api.declare import Answer, Body, Given, Operation, Param, page, paging
from dragoman.web.api.jobs import JOB, started
from dragoman.web.api.shape import Shape, flag, many, one_of, share, short, text, thing, whole
from dragoman.web.ask import Ask

LIST = thing(
    ("list", "edition", "records"),
    list=text("un"),
    title=text(),
    law=text("UN"),
    binds=text("yes"),
    edition=text(),
    published=text(),
    loaded=text(),
    age={"type": ["integer", "null"]},
    old=flag(),
    records=whole(),
    names=whole(),
    problems=whole(),
)
CHANGE = thing(
    ("what", "id", "name"),
    what=one_of("added", "removed", "renamed", "changed"),
    id=text(),
    name=text(),
    was=text(),
    was_id=text(),
    properties=many(text()),
    score={"type": ["number", "null"]},
)
HIT = thing(
    ("id", "name", "score", "list", "edition", "status", "sure"),
    id=text(),
    name=text(),
    score=share(),
    list=text(),
    edition=text(),
    status=one_of("open", "cleared", "confirmed"),
    sure=flag(),
)
ANSWER = thing(("name", "hits", "answer"), row=whole(), name=text(), hits=many(HIT), answer=text(), state=text("open"))
NAME: Shape = {"type": "string", "minLength": 1, "maxLength": 10_000, "pattern": r"\S"}
NAMES = thing(
    ("names",),
    names=many(NAME, 10_000, minItems=1),
    schema=short("Company"),
    country=short("gb"),
    birth_date=short("1961-04-12"),
    lists=many(short("un"), 200),
    threshold=share(),
    limit=whole(1, 50),
)
SCORE = thing(
    ("left", "right", "value", "verdict", "reasons"), left=text(), right=text(), value=share(),
    verdict=one_of("same", "to check", "different"), reasons=many(rows.REASON),
)  # fmt: skip
COMPARED = {
    "left": "哈尔滨工程大学",
    "right": "Harbin Engineering University",
    "value": 0.98,
    "verdict": "same",
    "reasons": [
        {"name": "translated", "weight": 4.2, "detail": "words that are translations", "left": "工程", "right": "engineering"}
    ],
}


def known(ask: Ask, label: str) -> str:
    """The label of a list there is. Raises `UnknownName`."""
    labels = ask.workspace.lists.labels()
    if label not in labels:
        raise UnknownName(f"there is no list {label[:60]!r}", do=f"there are {', '.join(labels)}" if labels else "add one")
    return label


def lists(ask: Ask, _given: Given) -> dict[str, Any]:
    """The lists in force."""
    return {"results": ask.workspace.lists.show()}


def editions(ask: Ask, given: Given) -> dict[str, Any]:
    """The editions of a list."""
    return {"results": ask.workspace.lists.show(known(ask, given["label"]))}


def diff(ask: Ask, given: Given) -> Answer:
    """What changed between two editions."""
    found = ask.workspace.lists.diff(known(ask, given["label"]), given["old"], given["new"])
    return page(ask, given, found[given["offset"] : given["offset"] + given["limit"]], len(found))


def update(ask: Ask, given: Given) -> Answer:
    """Load a list again from where it came, as a job."""
    label = known(ask, given["label"])
    fewer = {"label": label, "accept fewer": given["body"].get("accept_fewer", False)}
    return started(ask.workspace.jobs.start("list", fewer, ask.by, label))


def screen(ask: Ask, given: Given) -> Answer:
    """Screen names, as a job."""
    from dragoman.workspace.screenings import laid_out

    said = given["body"]
    names = [name for name in said["names"] if name.strip()]
    if not names:
        raise UsageError("no name was given")
    if said.get("lists"):
        for label in said["lists"]:
            known(ask, label)
    return started(laid_out(ask.workspace.jobs, names, said, ask.by))


def answers(ask: Ask, given: Given) -> Answer:
    """The answers of a screening so far."""
    from dragoman.workspace.screenings import Answers

    jobs = ask.workspace.jobs
    jobs.get(given["id"])
    found = Answers(jobs.place(given["id"]), ask.workspace.store.decisions())
    shown, counts = found.page(given["limit"], given["offset"], given["only"])
    return page(ask, given, shown, counts[given["only"] or "all"], counts=dict(counts))


def compare(_ask: Ask, given: Given) -> dict[str, Any]:
    """Two names."""
    from dragoman.workspace.comparing import compare_two, verdict

    score = compare_two(given["left"], given["right"], given["schema"])
    reasons = [
        {"name": r.name, "weight": r.weight, "detail": r.detail, "left": r.left, "right": r.right} for r in score.reasons
    ]
    said = {"left": given["left"], "right": given["right"]}
    return said | {"value": score.value, "verdict": verdict(score.value), "reasons": reasons}


LABEL = {"label": "The label of the list."}
OPERATIONS = (
    Operation(
        "GET",
        "/api/lists",
        "The lists in force: date, age, coverage, whether they bind.",
        lists,
        thing(("results",), results=many(LIST)),
        {"results": [examples.LIST | {"binds": "yes"}]},
    ),
    Operation(
        "GET",
        "/api/lists/{label}",
        "The editions of a list, newest first.",
        editions,
        thing(("results",), results=many(LIST)),
        {"results": [examples.LIST | {"binds": "yes"}]},
        parts=LABEL,
        fails=(404,),
    ),
    Operation(
        "GET",
        "/api/lists/{label}/changes",
        "What changed between two editions, by default the last two.",
        diff,
        rows.listed(CHANGE),
        {"results": [{"what": "added", "id": "CDi.001", "name": "Eric Badege"}], "limit": 50, "offset": 0, "total": 1},
        (Param("old", "The earlier edition.", text(), ""), Param("new", "The later edition.", text(), ""), *paging()),
        LABEL,
        fails=(404,),
    ),
    Operation(
        "POST",
        "/api/lists/{label}/update",
        "Load a list again from where it came, as a job.",
        update,
        JOB,
        examples.JOB | {"kind": "list"},
        parts=LABEL,
        body=Body(thing((), accept_fewer=flag()), {"accept_fewer": False}, required=False),
        status=202,
        fails=(404, 409),
        role=Role.ANALYST,
    ),
    Operation(
        "POST",
        "/api/screenings",
        "Screen up to 10,000 names, as a job.",
        screen,
        JOB,
        examples.JOB | {"kind": "screen"},
        body=Body(NAMES, {"names": ["Eric Badege", "Rover Co. Ltd"], "lists": ["un"]}),
        status=202,
        fails=(404, 409),
        role=Role.ANALYST,
    ),
    Operation(
        "GET",
        "/api/screenings/{id}/answers",
        "The answers of a screening so far. A hit is a lead, not a verdict.",
        answers,
        rows.listed(ANSWER),
        {
            "results": [{"row": 2, "name": "Eric Badege", "hits": [examples.HIT], "answer": "open hit", "state": "open"}],
            "limit": 50,
            "offset": 0,
            "total": 1,
        },
        (
            Param("only", "Only names in this state.", one_of("", "none", "open", "check", "confirmed", "cleared"), ""),
            *paging(),
        ),
        {"id": "The id of the job."},
        fails=(404,),
    ),
    Operation(
        "GET",
        "/api/compare",
        "Are two names of one bearer? A probability with its reasons in log-odds.",
        compare,
        SCORE,
        COMPARED,
        (
            Param("left", "One name.", NAME | {"examples": ["哈尔滨工程大学"]}, "", True),
            Param("right", "The other.", NAME | {"examples": ["Harbin Engineering University"]}, "", True),
            Param("schema", "What bears them.", text("Organization"), ""),
        ),
    ),
)
