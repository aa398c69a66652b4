"""What acts on records share: tried and told where refused, the box of a clearance, papers as files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dragoman.base.errors import HeldError, UnknownName, UsageError
from dragoman.model.clearance import Clearance
from dragoman.model.entity import Entity
from dragoman.screen.hit import Status
from dragoman.web import problems
from dragoman.web.ask import Ask, Go, Page
from dragoman.workspace import clearing

if TYPE_CHECKING:
    from starlette.responses import Response

    from dragoman.report.papers.flow import Paper

TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "svg": "image/svg+xml",
    "ics": "text/calendar; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "zip": "application/zip",
}
SHOWN_INLINE = ("pdf", "html")
DIGITS = 12  # of a number in a form: positions of the log, days, places


def one_of(ask: Ask, kind: str) -> Entity:
    """The record of the address, which must be of a schema; raises `UnknownName`."""
    store, key = ask.workspace.store, ask.path["id"]
    entity = store.entity(store.canonical(key)) if len(key) == 32 else None
    if entity is None or not entity.statements or not entity.schema.is_a(kind):
        raise UnknownName(f"there is no such {kind.lower()}", do="it may have been taken back")
    return entity


def attempt(
    ask: Ask, act: Callable[[], Any], page: Callable[[str], Page], to: str, told: str = "expo_form.entered"
) -> Page | Go:
    """Do it and go on; where it is refused, show the page again with what is wrong and everything that was written."""
    try:
        act()
    except HeldError:
        return _refused(page(ask.words("expo_box.not_done")), 403)
    except UsageError as error:
        return _refused(page(problems.told(ask, error)), 422)
    return Go(to, told)


def _refused(page: Page, status: int) -> Page:
    page.status = status
    return page


def box(found: Clearance) -> dict[str, Any]:
    """A clearance as a page shows it to who works here: held or not, why, who decided, at which lists."""
    return {
        "held": found.held, "liftable": found.liftable, "version": found.version,
        "lists": [{"label": v.label, "edition": v.edition, "published": v.published} for v in found.lists],
        "military": [{"record": m.record, "prop": m.prop, "words": m.words, "chosen": m.chosen, "taken_back": m.taken_back}
                     for m in found.military],
        "placed": found.placed, "release": found.release, "lapsed": found.lapsed,
        "controlled": list(found.controlled), "unnamed": [p.name for p in found.unnamed], "matter": list(found.matter),
        "parties": [{"id": p.id, "name": p.name, "kind": p.schema, "holds": found.holds(p.id)} for p in found.parties],
        "hits": [
            {"key": h.key, "party": h.party, "name": h.name, "list": h.list, "edition": h.edition, "published": h.published,
             "record": h.record, "caption": h.caption, "owns": h.owns, "score": round(h.score, 3), "sure": h.sure,
             "state": h.status, "holds": h.holds, "by": h.by, "decided": h.decided, "note": h.note, "remarks": list(h.remarks)}
            for h in found.hits
        ],
    }  # fmt: skip


def decide(ask: Ask, ids: list[str]) -> None:
    """What a person decided in the box of a clearance: a hit cleared or confirmed, a matter held or released, with a note."""
    wish, note, party, record = (ask.field(n) for n in ("wish", "note", "party", "record"))
    if wish in ("clear", "confirm"):
        verdict = Status.CLEARED if wish == "clear" else Status.CONFIRMED
        clearing.judge(ask.workspace, party, record, verdict, by=ask.by, note=note)
    elif wish == "release":
        if ask.field("version").count(".") != 1:
            raise UsageError("the form does not say what was seen", do="open the page again")
        clearing.release(ask.workspace, ids, by=ask.by, note=note, seen=ask.field("version"))
    elif wish == "hold":
        clearing.hold(ask.workspace, ids, by=ask.by, note=note)
    else:
        raise UsageError("nothing was decided", do="choose one of the buttons")


def seen(ask: Ask) -> int:
    """The position of the log a form was opened at. Raises `UsageError` where it says none, or one that is not there yet."""
    told = whole(ask, "seen", -1)
    if not 0 <= told <= ask.workspace.expo.position():
        raise UsageError("the form does not say when it was opened", do="open it again")
    return told


def whole(ask: Ask, name: str, otherwise: int) -> int:
    """A whole number of a form; `otherwise` for anything else."""
    told = ask.field(name)
    return int(told) if told.isascii() and told.isdigit() and len(told) <= DIGITS else otherwise


def given(ask: Ask, *names: str) -> dict[str, str]:
    """The fields of a form that hold something."""
    return {name: value for name in names if (value := ask.field(name))}


def file(data: bytes, form: str, name: str) -> Response:
    """A paper as a file; names in any script are allowed."""
    from starlette.responses import Response as Answer

    kept = "".join(c if c.isalnum() or c in " -_" else "_" for c in name)[:80].strip() or "paper"
    way = "inline" if form in SHOWN_INLINE else "attachment"
    plain = kept.encode("ascii", "replace").decode().replace("?", "_")
    header = f"{way}; filename=\"{plain}.{form}\"; filename*=UTF-8''{quote(kept)}.{form}"
    return Answer(data, media_type=TYPES[form], headers={"content-disposition": header})


def paper(ask: Ask, made: Paper, form: str, name: str) -> Response | Page:
    """A paper in the form that is wanted: PDF, DOCX, or a page to read and print. Raises `UnknownName`."""
    if form == "pdf":
        from dragoman.report.papers.pdf import pdf

        return file(pdf(made), form, name)
    if form == "docx":
        from dragoman.report.papers.word import docx

        return file(docx(made), form, name)
    if form != "html":
        raise UnknownName(f"there is no {form!r} of this", do="pdf, docx or html")
    from starlette.responses import HTMLResponse

    from dragoman.web.templating import html

    blocks = [{"is": type(b).__name__, "block": b} for b in made.blocks]
    back = ask.request.url.path.rpartition("/")[0]
    return HTMLResponse(html(ask, "expo_paper.html", paper=made, blocks=blocks, back=back, told=""))


def paper_lang(ask: Ask) -> str:
    """The language a paper is wanted in: as asked for, else that of the page."""
    wanted = ask.text("paper")
    return wanted if wanted in ("en", "zh", "ru") else ask.lang
