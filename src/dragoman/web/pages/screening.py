"""The page Screening: names pasted or a sheet dropped, answers as they come, files of them. A hit is a lead, not a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName, Unreadable, UsageError
from dragoman.web import problems
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.route import get, post, raw
from dragoman.web.uploads import kept

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.responses import Response

ROWS, RECENT = 50, 10
STATES = ("open", "check", "confirmed", "cleared", "none")
USES = ("name", "country", "date", "id", "schema")
KINDS = ("", "Person", "Organization", "Company", "Vessel")
FILES = {
    "csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
CALLED = {"csv": "CSV", "xlsx": "Excel", "jsonl": "JSON lines"}
GUESSES = {
    "name": ("name", "partner", "партн", "company", "organi", "имя", "назван", "наименован", "名称", "姓名", "公司"),
    "country": ("country", "страна", "国家", "国"),
    "date": ("birth", "born", "рожд", "出生", "生日"),
    "id": ("inn", "инн", "ogrn", "огрн", "lei", "tax", "passport", "reg", "代码"),
    "schema": ("schema", "type", "kind", "тип", "类型"),
}  # fmt: skip


def form(ask: Ask) -> Page:
    """Where names are pasted, and what was screened before."""
    return _form(ask, ask.text("names"))


def _form(ask: Ask, names: str = "", wrong: str = "") -> Page:
    from dragoman.web.pages.jobs import seen

    held = _held(ask)
    recent = [seen(ask, job) for job in ask.workspace.jobs.all(RECENT, kind="screen").jobs]
    data = {"lists": held, "recent": recent, "names": names, "wrong": wrong}
    return Page("work_screening.html", data, {"kinds": KINDS}, 422 if wrong else 200)


def _held(ask: Ask) -> list[dict[str, Any]]:
    """The lists there are, as they are chosen from."""
    return [{k: row[k] for k in ("list", "title", "edition", "published", "old")} for row in ask.workspace.lists.show()]


def begin(ask: Ask) -> Go | Page:
    """Screen the names that were pasted; of a sheet, ask first which columns are what."""
    from dragoman.workspace.screenings import laid_out

    if ask.files("files"):
        return _look_first(ask)
    names = [line.strip() for line in ask.field("names").splitlines() if line.strip()]
    if not names:
        return _form(ask, wrong=ask.words("screening.no_names"))
    schema = ask.field("schema") if ask.field("schema") in KINDS else ""
    told = {"schema": schema, "country": ask.field("country"), "birth_date": ask.field("birth_date"), "lists": _lists(ask)}
    title = names[0] if len(names) == 1 else f"{names[0]} + {len(names) - 1}"
    started = laid_out(ask.workspace.jobs, names, told, ask.by, title[:80])
    return Go(f"/screening/{started.id}", data={"job": started.id})


def _look_first(ask: Ask) -> Go | Page:
    """Keep a sheet, unless it cannot be read: then say so where another can be chosen."""
    from dragoman.workspace.intake import discard, heading_of

    job_id = ask.workspace.jobs.reserve()
    kept(ask, job_id)
    try:
        heading_of(_laid(ask, job_id))
    except Unreadable as error:
        discard(ask.workspace, job_id)
        return _form(ask, ask.field("names"), problems.told(ask, error))
    return Go(f"/screening/{job_id}/columns")


def _lists(ask: Ask) -> list[str]:
    """The lists that were chosen; all where every one or none was."""
    held = ask.workspace.lists.labels()
    chosen = [label for label in ask.fields("lists") if label in held]
    return [] if len(chosen) in (0, len(held)) else chosen


def columns(ask: Ask) -> Page:
    """Which columns of a sheet are what."""
    from dragoman.workspace.intake import heading_of
    from dragoman.workspace.rows import rows

    path = _laid(ask, ask.path["id"])
    headings = heading_of(path)
    first = [cells for _, (_, cells) in zip(range(3), rows(path), strict=False)]
    guessed = {use: _guess(headings, use) for use in USES}
    guessed["name"] = guessed["name"] or headings[0]
    data = {"id": ask.path["id"], "file": path.name, "headings": headings, "first": first, "guessed": guessed}
    return Page("work_screening_columns.html", data | {"lists": _held(ask)}, {"uses": USES})


def _laid(ask: Ask, job_id: str) -> Path:
    folder = ask.workspace.jobs.place(job_id) / "files"
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    if not found or ask.workspace.jobs.exists(job_id):
        raise UnknownName("no sheet lies ready here", do="drop it again")
    return found[0]


def _guess(headings: list[str], use: str) -> str:
    return next((h for word in GUESSES[use] for h in headings if word in h.casefold()), "")


def begin_sheet(ask: Ask) -> Go:
    """Screen the sheet."""
    path, used = _laid(ask, ask.path["id"]), {use: ask.field(use) for use in USES}
    if not used["name"]:
        raise UsageError(ask.words("screening.no_column"))
    arguments = {"path": str(path), "columns": used, "lists": _lists(ask)}
    started = ask.workspace.jobs.start("screen", arguments, ask.by, path.name, ask.path["id"])
    return Go(f"/screening/{started.id}", data={"job": started.id})


def answers(ask: Ask) -> Page:
    """The answers so far."""
    from dragoman.web.pages.jobs import seen

    job = _job(ask)
    only = ask.text("only") if ask.text("only") in STATES else ""
    offset = ask.number("offset", 0)
    found, counts = _answers(ask).page(ROWS, offset, only)
    data = {
        "job": seen(ask, job), "answers": found, "counts": {s: counts[s] for s in STATES if counts[s]}, "all": counts["all"],
        "only": only, "offset": offset, "limit": ROWS, "total": counts[only or "all"], "lists": job.result.get("lists", []),
        "sheet": "/files/" in job.arguments["path"].replace("\\", "/"),
    }  # fmt: skip
    return Page("work_answers.html", data, {"forms": CALLED})


def _job(ask: Ask) -> Any:
    job = ask.workspace.jobs.get(ask.path["id"])
    if job.kind != "screen":
        raise UnknownName("that job is no screening", do="/jobs lists them")
    return job


def _answers(ask: Ask) -> Any:
    from dragoman.workspace.screenings import Answers

    return Answers(ask.workspace.jobs.place(ask.path["id"]), ask.workspace.store.decisions())


def file(ask: Ask) -> Response:
    """All answers as a file."""
    from starlette.responses import Response

    kind = ask.path["form"]
    if kind not in FILES:
        raise UnknownName(f"there is no form {kind[:20]!r}", do=f"one of {', '.join(FILES)}")
    job = _job(ask)
    name = f'attachment; filename="screening-{job.id}.{kind}"'
    return Response(_answers(ask).written(kind), media_type=FILES[kind], headers={"content-disposition": name})


DOORS = (
    get("/screening", form),
    post("/screening", begin, role=Role.ANALYST, files=True),
    get("/screening/{id}/columns", columns, role=Role.ANALYST),
    post("/screening/{id}/columns", begin_sheet),
    raw("/screening/{id}/answers.{form}", file),
    get("/screening/{id}", answers),
)
