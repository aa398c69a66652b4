"""The programme of an edition with its released versions, and its papers: each cleared before it is made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.expo.programme import Clash, changes, next_version
from dragoman.expo.publication import WITHDRAWN, in_force
from dragoman.model.decision import Decision, Subject
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, file
from dragoman.web.pages.expo_items import told_change, told_item
from dragoman.web.pages.expo_overview import subject
from dragoman.web.pages.expo_record import called, told
from dragoman.web.route import get, post, raw
from dragoman.workspace import clearing
from dragoman.workspace.edition_export import export_records
from dragoman.workspace.expo_around import entities
from dragoman.workspace.paper_edition import EditionPapers
from dragoman.workspace.paper_kinds import FORMS, PaperOf
from dragoman.workspace.paper_public import place_of

if TYPE_CHECKING:
    from starlette.responses import Response

EDITION_PAPERS = ("programme", "calendar", "directory", "badges", "floor-plan", "public")
EACH = ("exhibitors", "exhibits")  # let out one and all
SHEETS = ("xlsx", "csv", "json", "ftm")


def programme(ask: Ask, problem: str = "") -> Page:
    """The draft as the records have it, its clashes, what is released, and what was changed since."""
    entity, room = subject(ask), ask.workspace.programmes
    draft, versions, last = room.draft(entity.id), room.versions(entity.id), room.released(entity.id)
    days: dict[str, list[dict[str, Any]]] = {}
    for item in draft.items:
        days.setdefault(item.start[:10], []).append(told_item(item, ask.lang))
    pending = changes(last.items, next_version(last.items, draft.items)) if last.version else []
    data = {
        "id": entity.id, "caption": called(entity, ask.lang), "days": days, "unplaced": _lacking(ask, draft.lacking),
        "problem": problem, "clashes": [_clash(c, ask.lang) for c in draft.clashes],
        "versions": [{"version": v.version, "by": v.by, "at": v.at} for v in reversed(versions)],
        "changes": [told_change(c, ask.lang) for c in last.changes] if last.version > 1 else [],
        "pending": [told_change(c, ask.lang) for c in pending],
    }  # fmt: skip
    return Page("expo_programme.html", data)


def _lacking(ask: Ask, found: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Events without a day or an hour, to be opened and mended."""
    lacks = dict(found)
    captions = told(ask.workspace, entities(ask.workspace, lacks).values(), ask.lang)
    return [{"id": key, "caption": captions[key], "lacks": lacks[key]} for key in lacks if key in captions]


def _clash(c: Clash, lang: str) -> dict[str, Any]:
    right = told_item(c.right, lang) if c.right else {}
    return {"kind": c.kind, "what": c.what, "left": told_item(c.left, lang), "right": right}


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
    """What can be printed or handed on of an edition, what cannot yet and why, and what is out for show."""
    entity = subject(ask)
    public = ask.workspace.publishing.public()
    out = {"edition": public.record(entity.id), "fields": sorted(public.fields.get(entity.id, ()))}
    for what in EACH:
        rows = ask.workspace.publishing.each(entity.id, what)
        out[what] = {"all": len(rows), "out": sum(public.record(i) for i in rows)}
    kinds = [{"kind": k, "forms": FORMS[k], "why": "", "do": "", **_lacks(ask, entity.id, k, out)} for k in EDITION_PAPERS]
    data = {"id": entity.id, "caption": called(entity, ask.lang), "out": out, "kinds": kinds, "problem": problem}
    return Page("expo_papers.html", data, {"sheets": SHEETS, "each": EACH})


def _lacks(ask: Ask, edition: str, kind: str, out: dict[str, Any]) -> dict[str, str]:
    """Why a paper cannot be made yet, and where that is mended; both empty where it can."""
    base, of = f"/expo/{edition}", EditionPapers(ask.workspace, edition)
    if kind in ("programme", "calendar"):
        return {} if ask.workspace.programmes.versions(edition) else {"why": "released", "do": f"{base}/programme"}
    if kind == "directory":
        return {} if of.published() else {"why": "out", "do": "#out"}
    if kind == "badges":
        return {} if of.badged() else {"why": "badges", "do": f"{base}/list/exhibitors"}
    if kind == "floor-plan":
        placed = any(place_of(e) for e in (*of.records.halls, *of.records.stands))
        return {} if placed else {"why": "placed", "do": f"{base}/plan"}
    return {} if out["edition"] else {"why": "public", "do": "#out"}


def publish(ask: Ask) -> Page | Go:
    """Let the edition out, or its exhibitors or exhibits one and all, or take them back.

    Who took something back behind a personal link is not let out again here: that is theirs.
    """
    entity, wish, what = subject(ask), ask.field("wish"), ask.field("what")
    room = ask.workspace.publishing
    ids = _theirs(ask, room.each(entity.id, what)) if what in EACH else [entity.id]
    act = room.withdraw if wish == "withdraw" else room.publish

    def do() -> None:
        if what in EACH and not ask.field("note"):
            raise UsageError(ask.words("expo_papers.ground_needed"))
        act(ids, by=ask.by, note=ask.field("note"))

    done = "expo_papers.now_closed" if wish == "withdraw" else "expo_papers.now_out"
    return attempt(ask, do, lambda p: papers(ask, p), f"/expo/{entity.id}/papers", done)


def _theirs(ask: Ask, ids: list[str]) -> list[str]:
    """Those of some records that nobody else took back."""
    last: dict[str, Decision] = {}
    for d in in_force(ask.workspace.store.decisions(subject=Subject.PUBLICATION)):
        if len(d.ids) == 1:
            last[ask.workspace.store.canonical(d.ids[0])] = d
    closed = {key for key, d in last.items() if d.verdict == WITHDRAWN and d.by != ask.by}
    return [i for i in ids if i not in closed]


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
