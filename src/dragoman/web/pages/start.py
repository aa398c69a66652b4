"""The first page: today's edition, open promises, the whole in one drawing, what waits; an empty one offers a beginning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.drawn_overview import drawing
from dragoman.web.route import get, post
from dragoman.web.words import as_data
from dragoman.workspace.overview import overview

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

PROMISES, LOOKED_AT = 8, 200
DAYS = 60  # ahead of which promises are shown


def start(ask: Ask) -> Page:
    """The start of a workspace, as it is today."""
    found = overview(ask.workspace)
    if not found.counts["entities"] and not found.counts["documents"]:
        return Page("empty.html", {"name": _name(ask.workspace), "counts": found.counts})
    data = {
        "name": _name(ask.workspace), "counts": {k: found.counts[k] for k in ("documents", "entities", "statements")},
        **_today(ask.workspace, found.position), "bodies": found.bodies[:12], "channels": found.channels, "left": found.left,
        "right": found.right, "cases": cases(ask),
    }  # fmt: skip
    return Page("start.html", data, {"drawing": drawing(found, ask.words)})


_told: dict[str, tuple[int, str, dict[str, Any]]] = {}  # by folder: position of the log, day, what was told


def _today(workspace: Workspace, position: int) -> dict[str, Any]:
    """Edition, open promises, what waits: remembered until the log grows or the day ends."""
    key, today = str(workspace.folder.resolve()), date.today().isoformat()
    known = _told.get(key)
    if known is None or known[:2] != (position, today):
        said = {"edition": edition(workspace, today), "due": promises(workspace, today), "waits": waits(workspace)}
        known = _told[key] = (position, today, said)
    return known[2]


def _name(workspace: Workspace) -> str:
    return workspace.folder.resolve().name


def edition(workspace: Workspace, today: str) -> dict[str, Any] | None:
    """The edition that runs today, else the next, else the last; nothing where none has a date."""
    from dragoman.store.several import several

    rows = workspace.store.entities(schema="Edition", limit=LOOKED_AT).rows
    known = several(workspace.store, [r.id for r in rows])
    dated = []
    for row in rows:
        entity = known.get(row.id)
        since = next(iter(entity.values("startDate", sure=True)), "") if entity else ""
        if entity and since:
            until = next(iter(entity.values("endDate", sure=True)), since)
            dated.append({"id": row.id, "caption": row.caption, "since": since, "until": until})
    running = [d for d in dated if d["since"] <= today <= d["until"] + "~"]
    ahead = sorted((d for d in dated if d["since"] > today), key=lambda d: d["since"])
    past = sorted((d for d in dated if d["until"] < today), key=lambda d: d["until"], reverse=True)
    for when, group in (("running", running), ("next", ahead), ("last", past)):
        if group:
            return {**group[0], "when": when}
    return None


def promises(workspace: Workspace, today: str) -> list[Any]:
    """Open promises and next steps of visits and cooperations, the longest due first."""
    from dragoman.workspace.due import due

    rows = due(workspace, today, days=DAYS)
    return [as_data(d) for d in rows[:PROMISES]]


def waits(workspace: Workspace) -> dict[str, int]:
    """How much waits for a decision."""
    from dragoman.store.waiting import how_many
    from dragoman.workspace.resolving import Resolving

    resolving = Resolving(workspace)
    pairs = len(resolving.queue()) if resolving.has_run() else 0
    return {"check": how_many(workspace.store)[1], "pairs": pairs}


def cases(ask: Ask) -> list[dict[str, Any]]:
    """The worked cases of the workspace, if it has any."""
    from dragoman.report.data import localised
    from dragoman.store.several import document_page

    found = []
    for case in ask.workspace.papers.cases():
        documents = []
        for name in case.documents:
            rows, _ = document_page(ask.workspace.store, name, 1)
            documents += [{"id": r.id, "title": r.title or r.name, "lang": r.lang} for r in rows]
        found.append({"letter": case.letter, "title": case.title_in(ask.lang), "summary": localised(case.summary, ask.lang),
                      "documents": documents})  # fmt: skip
    return found


def lay_out_cases(ask: Ask) -> Go:
    """Read the five worked cases into the workspace, as a job."""
    from dragoman.workspace.demo import lay_out

    folder = lay_out(ask.workspace.folder)
    job = ask.workspace.jobs.start("read", {"paths": [str(folder)]}, ask.by, ask.words("start.cases_job"))
    return Go(f"/jobs/{job.id}", data={"job": job.id})


DOORS = (get("/", start), post("/start/cases", lay_out_cases, role=Role.ANALYST))
