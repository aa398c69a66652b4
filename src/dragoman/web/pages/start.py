"""The first page: today's edition, open promises, the whole in one drawing, what waits; an empty one offers a beginning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.drawn_overview import drawing
from dragoman.web.route import get, post
from dragoman.workspace.overview import overview
from dragoman.workspace.today import today

if TYPE_CHECKING:
    from dragoman.workspace import Workspace


def start(ask: Ask) -> Page:
    """The start of a workspace, as it is today. Documents are those of the shelf, without the entries of people."""
    from dragoman.workspace.shelf import shelf

    found = overview(ask.workspace)
    if not found.counts["entities"] and not found.counts["documents"]:
        return Page("empty.html", {"name": _name(ask.workspace), "counts": found.counts})
    day = today(ask.workspace, date.today().isoformat())
    data = {
        "name": _name(ask.workspace),
        "counts": {k: found.counts[k] for k in ("entities", "statements")} | {"documents": shelf(ask.workspace, "", 1)[1]},
        "edition": day.edition, "due": day.due, "waits": day.waits, "bodies": found.bodies[:12],
        "channels": found.channels, "left": found.left, "right": found.right, "cases": cases(ask),
    }  # fmt: skip
    return Page("start.html", data, {"drawing": drawing(found, ask.words)})


def _name(workspace: Workspace) -> str:
    return workspace.folder.resolve().name


def cases(ask: Ask) -> list[dict[str, Any]]:
    """The worked cases of the workspace, if it has any."""
    from dragoman.report.data import localised
    from dragoman.workspace.shelf import shelf

    found = []
    for case in ask.workspace.papers.cases():
        documents = []
        for name in case.documents:
            rows, _ = shelf(ask.workspace, name, 1)
            documents += [{"id": r.id, "title": r.title or r.name, "lang": r.lang} for r in rows]
        found.append({"letter": case.letter, "title": case.title_in(ask.lang), "summary": localised(case.summary, ask.lang),
                      "documents": documents})  # fmt: skip
    return found


def lay_out_cases(ask: Ask) -> Go:
    """Read the five worked cases into the workspace and build their records, as a job."""
    from dragoman.workspace.demo import lay_out

    folder = lay_out(ask.workspace.folder)
    job = ask.workspace.jobs.start("cases", {"paths": [str(folder)]}, ask.by, ask.words("start.cases_job"))
    return Go(f"/jobs/{job.id}", data={"job": job.id})


DOORS = (get("/", start), post("/start/cases", lay_out_cases, role=Role.ANALYST))
