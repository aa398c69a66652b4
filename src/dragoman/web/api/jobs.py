"""Long work: started here or by other addresses with 202, watched, cancelled, resumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UsageError
from dragoman.web.accounts import Role
from dragoman.web.api import examples, rows
from dragoman.web.api.declare import Answer, Body, Given, Operation, Param, page, paging
from dragoman.web.api.shape import flag, one_of, text, thing, whole
from dragoman.web.ask import Ask
from dragoman.workspace.job_kinds import KINDS

if TYPE_CHECKING:
    from dragoman.workspace.jobs import Job


class Conflict(UsageError):
    """What is asked does not fit the state something is in."""

    http_status = 409


STATES = ("waiting", "running", "done", "cancelled", "failed", "interrupted")
JOB = thing(
    ("id", "kind", "state"), id=text("4f0c92ab1e77"), kind=one_of(*KINDS), title=text(),
    by=text(), state=one_of(*STATES), asked=text(), begun=text(), ended=text(), phase=text("reading"), now=text(), done=whole(),
    total={"type": ["integer", "null"]}, tries=whole(), result={"type": "object"}, error=text(),
)  # fmt: skip


def job(found: Job) -> dict[str, Any]:
    """A job as plain values."""
    from dragoman.workspace.jobs import job_row

    return job_row(found)


def started(found: Job) -> Answer:
    """202: the work goes on at the job's address."""
    return Answer(job(found), {"Location": f"/api/jobs/{found.id}"}, 202)


def jobs(ask: Ask, given: Given) -> Answer:
    """Jobs, newest first."""
    found = ask.workspace.jobs.all(given["limit"], given["offset"], given["kind"])
    return page(ask, given, [job(j) for j in found.jobs], found.total)


def one(ask: Ask, given: Given) -> dict[str, Any]:
    """A job."""
    return job(ask.workspace.jobs.get(given["id"]))


def refusals(ask: Ask, given: Given) -> Answer:
    """What was refused, and why."""
    ask.workspace.jobs.get(given["id"])
    lines, total = ask.workspace.jobs.refusals(given["id"], given["limit"], given["offset"])
    return page(ask, given, [{"line": line} for line in lines], total)


def resolve(ask: Ask, given: Given) -> Answer:
    """Start resolving."""
    everything = given["body"].get("everything", False)
    return started(ask.workspace.jobs.start("resolve", {"everything": everything}, ask.by, "resolve"))


def cancel(ask: Ask, given: Given) -> dict[str, Any]:
    """Ask for the end of a job. Raises `Conflict` where it is over."""
    found = ask.workspace.jobs.get(given["id"])
    if found.state in ("done", "failed", "cancelled"):
        raise Conflict(f"the job is {found.state}: there is nothing to cancel")
    return job(ask.workspace.jobs.cancel(found.id))


def resume(ask: Ask, given: Given) -> Answer:
    """Go on with a job. Raises `Conflict` where it runs or is done."""
    found = ask.workspace.jobs.get(given["id"])
    if not found.can_resume:
        raise Conflict(f"the job is {found.state}: there is nothing to resume")
    return started(ask.workspace.jobs.resume(found.id))


ID = {"id": "The id of the job."}
OPERATIONS = (
    Operation(
        "GET",
        "/api/jobs",
        "Jobs, newest first.",
        jobs,
        rows.listed(JOB),
        {"results": [examples.JOB], "limit": 50, "offset": 0, "total": 1},
        (Param("kind", "Of one kind.", one_of("", *KINDS), ""), *paging()),
    ),
    Operation(
        "GET", "/api/jobs/{id}", "How far a job is, and what came of it.", one, JOB, examples.JOB, parts=ID, fails=(404,)
    ),
    Operation(
        "GET",
        "/api/jobs/{id}/refusals",
        "What a job refused, and why: one line each.",
        refusals,
        rows.listed(thing(("line",), line={"type": "string"})),
        {"results": [{"line": "news.pdf: is damaged"}], "limit": 50, "offset": 0, "total": 1},
        paging(),
        ID,
        fails=(404,),
    ),
    Operation(
        "POST",
        "/api/jobs/{id}/cancel",
        "Stop a job; what it has stored stays.",
        cancel,
        JOB,
        examples.JOB,
        parts=ID,
        fails=(404,),
        role=Role.ANALYST,
    ),
    Operation(
        "POST",
        "/api/jobs/{id}/resume",
        "Go on with a job that was cancelled, interrupted or failed.",
        resume,
        JOB,
        examples.JOB,
        parts=ID,
        status=202,
        fails=(404,),
        role=Role.ANALYST,
    ),
    Operation(
        "POST",
        "/api/resolve",
        "Join the spellings of one bearer, as a job.",
        resolve,
        JOB,
        examples.JOB | {"kind": "resolve"},
        body=Body(thing((), everything=flag()), {"everything": False}, required=False),
        status=202,
        fails=(409,),
        role=Role.ANALYST,
    ),
)
