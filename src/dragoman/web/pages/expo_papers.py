"""The programme of an edition with its released versions, and its papers: each cleared before it is made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName
from dragoman.expo.programme import Item
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, file
from dragoman.web.pages.expo_overview import subject
from dragoman.web.pages.expo_record import called
from dragoman.web.route import get, post, raw
from dragoman.workspace import clearing
from dragoman.workspace.edition_export import export_records
from dragoman.workspace.paper_kinds import FORMS, PaperOf

if TYPE_CHECKING:
    from starlette.responses import Response

EDITION_PAPERS = ("programme", "calendar", "directory", "badges", "floor-plan", "public")
SHEETS = ("xlsx", "csv", "json", "ftm")


def programme(ask: Ask, problem: str = "") -> Page:
    """The draft as the records have it, its clashes, what is released."""
    entity, room = subject(ask), ask.workspace.programmes
    draft, versions = room.draft(entity.id), room.versions(entity.id)
    days: dict[str, list[dict[str, Any]]] = {}
    for item in draft.items:
        days.setdefault(item.start[:10], []).append(_item(item, ask.lang))
    data = {
        "id": entity.id,
        "caption": called(entity, ask.lang),
        "days": days,
        "unplaced": list(draft.unplaced),
        "problem": problem,
        "clashes": [
            {
                "kind": c.kind,
                "what": c.what,
                "left": _item(c.left, ask.lang),
                "right": _item(c.right, ask.lang) if c.right else {},
            }
            for c in draft.clashes
        ],
        "versions": [{"version": v.version, "by": v.by, "at": v.at} for v in reversed(versions)],
        "changes": [str(c) for c in room.released(entity.id).changes] if versions else [],
    }
    return Page("expo_programme.html", data)


def _item(item: Item, lang: str) -> dict[str, Any]:
    """An item in the reader's language, where it has one."""

    def told(texts: Mapping[str, str]) -> str:
        return texts.get(lang) or texts.get("en") or next(iter(texts.values()), "")

    return {
        "id": item.record, "from": item.start[11:16], "to": item.end[11:16], "title": told(item.title), "kind": item.kind,
        "room": told(item.room), "speakers": [told(t) for _, t in item.speakers],
    }  # fmt: skip


def release(ask: Ask) -> Page | Go:
    """Release the draft as the next version."""
    entity = subject(ask)
    return attempt(
        ask,
        lambda: ask.workspace.programmes.release(entity.id, by=ask.by, note=ask.field("note")),
        lambda p: programme(ask, p),
        f"/expo/{entity.id}/programme",
        "expo_papers.released",
    )


def papers(ask: Ask, problem: str = "") -> Page:
    """What can be printed or handed on of an edition, and what is out for show."""
    entity = subject(ask)
    public = ask.workspace.publishing.public()
    own = {"edition": public.record(entity.id), "fields": sorted(public.fields.get(entity.id, ()))}
    counts = {
        what: sum(public.record(i) for i in ask.workspace.publishing.each(entity.id, what))
        for what in ("exhibitors", "exhibits")
    }
    data = {"id": entity.id, "caption": called(entity, ask.lang), "out": own, "counts": counts, "problem": problem}
    return Page("expo_papers.html", data, {"kinds": {k: FORMS[k] for k in EDITION_PAPERS if k in FORMS}, "sheets": SHEETS})


def publish(ask: Ask) -> Page | Go:
    """Let the edition out, or take it back. What exhibitors enter for show is theirs to release, by their links."""
    entity, wish = subject(ask), ask.field("wish")
    room = ask.workspace.publishing
    act = room.withdraw if wish == "withdraw" else room.publish
    return attempt(ask, lambda: act([entity.id], by=ask.by, note=ask.field("note")), lambda p: papers(ask, p),
                   f"/expo/{entity.id}/papers")  # fmt: skip


def paper(ask: Ask) -> Response:
    """A paper of an edition; who is held is left out of it."""
    entity, kind, form = subject(ask), ask.path["kind"], ask.path["form"]
    if kind not in EDITION_PAPERS:
        raise UnknownName(f"there is no paper {kind!r}", do=f"one of {', '.join(EDITION_PAPERS)}")
    wanted = PaperOf(ask.workspace, kind, entity.id)
    lang = ask.text("paper") if ask.text("paper") in ("en", "zh", "ru") else ask.lang
    made = wanted.make(clearing.clear(ask.workspace, wanted.matter()), lang, form)
    return sandboxed(file(made.data, made.form, f"{called(entity, lang)} - {kind}"), made.form)


def sandboxed(answer: Response, form: str) -> Response:
    """A stand-alone page has its style inline, which no page of this site may have: it is handed over to be saved."""
    if form == "html":
        answer.headers["content-disposition"] = answer.headers["content-disposition"].replace("inline", "attachment", 1)
    return answer


def export(ask: Ask) -> Response:
    """Everything of an edition as sheets or data; leads of parties with a hit that holds are left out."""
    from tempfile import TemporaryDirectory

    entity, form = subject(ask), ask.path["form"]
    if form not in SHEETS:
        raise UnknownName(f"there is no form {form!r}", do=f"one of {', '.join(SHEETS)}")
    ending = {"csv": "zip", "ftm": "json"}.get(form, form)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"edition.{ending}"
        export_records(ask.workspace, path, form, entity.id)
        return file(path.read_bytes(), ending, f"{called(entity, ask.lang)} - {form}")


DOORS = (
    raw("/expo/{id}/export.{form}", export, role=Role.ANALYST),
    get("/expo/{id}/programme", programme),
    post("/expo/{id}/programme", release, role=Role.ORGANISER),
    get("/expo/{id}/papers", papers),
    post("/expo/{id}/papers", publish, role=Role.ORGANISER),
    raw("/expo/{id}/papers/{kind}.{form}", paper),
)
