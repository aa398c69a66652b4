"""The page of jobs and of one job: how far it is, what was refused, cancel, resume. It asks again by itself while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.web.ask import Ask, Go, Page
from dragoman.web.route import get, post

if TYPE_CHECKING:
    from dragoman.workspace.jobs import Job

ROWS, LINES = 50, 100
FURTHER = {"read": "/documents", "import": "/documents", "resolve": "/review"}
ROOM = {"read": "import", "import": "import", "list": "lists", "screen": "screening", "resolve": "review"}  # where it was begun


def jobs(ask: Ask) -> Page:
    """All jobs, newest first."""
    offset = ask.number("offset", 0)
    found = ask.workspace.jobs.all(ROWS, offset)
    rows = [seen(ask, job) for job in found.jobs]
    running = any(job.is_open for job in found.jobs)
    return Page("work_jobs.html", {"jobs": rows, "total": found.total, "offset": offset, "limit": ROWS, "running": running})


def seen(ask: Ask, job: Job) -> dict[str, Any]:
    """A job as a page shows it."""
    from dragoman.workspace.jobs import job_row

    share = min(1.0, job.done / job.total) if job.total else 1.0 if job.state == "done" else None
    figures = {key: value for key, value in job.result.items() if isinstance(value, int) and not isinstance(value, bool)}
    more = {"open": job.is_open, "can_resume": job.can_resume, "can_cancel": job.is_open and not job.cancel, "share": share}
    led = {"further": further(job), "room": ROOM.get(job.kind, "start")}
    return job_row(job) | more | led | {"stopping": job.is_open and job.cancel, "figures": figures}


def further(job: Job) -> str:
    """Where to go on from a job that is over."""
    if job.kind == "list":
        label = job.result.get("list") or job.arguments.get("label", "")
        return f"/lists/{label}" if label else "/lists"
    if job.kind == "screen":
        return f"/screening/{job.id}"
    if job.kind == "import":
        return f"/expo/{job.arguments.get('edition', '')}/figures"
    return FURTHER.get(job.kind, "/")


def job(ask: Ask) -> Page:
    """One job."""
    found = ask.workspace.jobs.get(ask.path["id"])
    offset = ask.number("offset", 0)
    lines, refused = ask.workspace.jobs.refusals(found.id, LINES, offset)
    before = [{"id": j.id, "title": j.title} for j in ask.workspace.jobs.queue(found.id)] if found.state == "waiting" else []
    data = {"job": seen(ask, found), "refusals": lines, "refused": refused, "offset": offset, "limit": LINES, "before": before}
    return Page("work_job.html", data)


def cancel(ask: Ask) -> Go:
    """Ask for its end."""
    found = ask.workspace.jobs.cancel(ask.path["id"])
    return Go(f"/jobs/{found.id}", "jobs.cancelling", {"job": found.id})


def resume(ask: Ask) -> Go:
    """Go on."""
    found = ask.workspace.jobs.resume(ask.path["id"])
    return Go(f"/jobs/{found.id}", "jobs.resumed", {"job": found.id})


DOORS = (get("/jobs", jobs), get("/jobs/{id}", job), post("/jobs/{id}/cancel", cancel), post("/jobs/{id}/resume", resume))
