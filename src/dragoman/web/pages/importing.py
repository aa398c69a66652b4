"""The page Import: files dropped, sheets looked at and their columns mapped, then taken in as a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from dragoman.base.errors import UsageError
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.route import get, post
from dragoman.web.uploads import kept

if TYPE_CHECKING:
    from dragoman.workspace.intake import Intake

RECENT = 5
EDITIONS = 200  # of the choice where a catalogue goes: a fair of two centuries
MOST_COLUMNS = 200  # of a sheet whose columns are mapped on a page


def form(ask: Ask) -> Page:
    """Where files are dropped, and what was taken in before."""
    from dragoman.web.pages.jobs import seen

    found = [*ask.workspace.jobs.all(RECENT, kind="read").jobs, *ask.workspace.jobs.all(RECENT, kind="import").jobs]
    recent = [seen(ask, job) for job in sorted(found, key=lambda j: -j.key)[:RECENT]]
    limits = {"bytes": ask.site.web.upload_bytes, "files": ask.site.web.files}
    return Page("work_import.html", {"recent": recent, "limits": limits, "edition": ask.text("edition")})


def drop(ask: Ask) -> Go:
    """Keep the files; texts begin at once, sheets are looked at first."""
    from dragoman.workspace import intake

    if not ask.files("files"):
        raise UsageError(ask.words("importing.no_file"))
    job_id = ask.workspace.jobs.reserve()
    kept(ask, job_id)
    if intake.has_sheets(ask.workspace, job_id):
        return Go(_at(job_id, ask.field("edition")), data={"intake": job_id})
    started = intake.begin(ask.workspace, job_id, ask.by)
    return Go(f"/jobs/{started.id}", data={"job": started.id})


def _at(job_id: str, edition: str) -> str:
    """The address of what lies ready, with the edition it is meant for."""
    return f"/import/{job_id}?{urlencode({'edition': edition})}" if edition else f"/import/{job_id}"


def preview(ask: Ask) -> Page:
    """What the sheets would become."""
    from dragoman.workspace import intake

    found = intake.look(ask.workspace, ask.path["id"])
    editions = {row.id: row.caption for row in ask.workspace.entities.of_kind("Edition", EDITIONS).rows}
    kind = ask.text("kind") or next((s.kind for s in found.sheets if s.kind), "")
    chosen = intake.choices(ask.lang, kind)
    words = {s.kind: intake.choices(ask.lang, s.kind)["fields"] for s in found.sheets if s.kind}
    data = {"intake": found, "editions": editions, "kind": kind, "map": ask.text("map")}
    data["edition"] = ask.text("edition")
    data["other_names"] = _other_names(ask, found, ask.text("edition"))
    return Page("work_preview_sheets.html", data, {"kinds": chosen["kinds"], "fields": chosen["fields"], "named": words})


def _other_names(ask: Ask, found: Intake, edition: str) -> list[str]:
    """What the sheets call their edition, where the edition they are meant for goes by no such name."""
    from dragoman.workspace import intake

    known = ask.workspace.store.entity(edition).names if edition and ask.workspace.store.size(edition) else ()
    return intake.other_names(found, known)


def begin(ask: Ask) -> Go:
    """Begin, discard, or keep what the columns are."""
    from dragoman.workspace import intake

    job_id, wish = ask.path["id"], ask.field("wish")
    if wish == "discard":
        intake.discard(ask.workspace, job_id)
        return Go("/import", "importing.discarded")
    if wish == "map":
        intake.keep_mapping(ask.workspace, job_id, ask.field("kind"), ask.field("sheet"), _columns(ask), ask.field("file"))
        return Go(_at(job_id, ask.field("edition")), "importing.mapped")
    intake.look(ask.workspace, job_id)
    edition = ask.field("edition") if ask.person.role >= Role.ORGANISER else ""
    started = intake.begin(ask.workspace, job_id, ask.by, edition, replaces=bool(ask.field("replaces")),
                           alias=bool(ask.field("alias")))  # fmt: skip
    return Go(f"/jobs/{started.id}", data={"job": started.id})


def _columns(ask: Ask) -> dict[str, str]:
    """Heading to field, as the form names them: `heading0`, `field0` and so on."""
    found: dict[str, Any] = {}
    for number in range(MOST_COLUMNS):
        heading = ask.form.get(f"heading{number}") if ask.form is not None else None
        if not isinstance(heading, str):
            break
        found[heading] = ask.field(f"field{number}")
    return found


DOORS = (
    get("/import", form, role=Role.ANALYST),
    post("/import", drop, files=True),
    get("/import/{id}", preview, role=Role.ANALYST),
    post("/import/{id}", begin),
)
