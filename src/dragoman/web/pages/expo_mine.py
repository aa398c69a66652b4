"""The page behind a personal link: somebody's own record and no other, without an account, in three languages.

Nothing of screening stands here: no list, no hit, no hold, no exposure. What is sent waits for the organiser.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.model.entity import Entity
from dragoman.web import problems
from dragoman.web.accounts import Role
from dragoman.web.answering import form_token
from dragoman.web.ask import Ask
from dragoman.web.pages import expo_forms as forms
from dragoman.web.pages import expo_proposing as proposing
from dragoman.web.pages.entering import address_of
from dragoman.web.pages.expo_acts import whole
from dragoman.web.pages.expo_coded import labels
from dragoman.web.pages.expo_linkbook import Link, LinkBook
from dragoman.web.pages.expo_mine_shown import content, leads, owned
from dragoman.web.pages.expo_record import known
from dragoman.web.route import Door
from dragoman.workspace.publishing import Publishing

if TYPE_CHECKING:
    from starlette.responses import Response

VISIT_HOURS = 8 * 3600
PRIVATE = {"cache-control": "no-store", "x-robots-tag": "noindex"}
KINDS = ("technology", "offer", "request")


def link_of(ask: Ask) -> tuple[Link, Entity]:
    """The link of the address and its record. Raises `UnknownName`, `TooOften`."""
    link = LinkBook(ask.site.database).opened(ask.path["token"], address_of(ask))
    entity = known(ask.workspace, link.record)
    if entity is None:
        raise UnknownName("this link does not hold", do="ask who sent it for a new one")
    return link, entity


def mine(ask: Ask) -> Response:
    """The page; one that says so where the link does not hold, the same whatever the reason."""
    try:
        link, entity = link_of(ask)
    except UnknownName as error:
        return _gone(ask, error.http_status)
    return _page(ask, link, entity)


def _gone(ask: Ask, status: int) -> Response:
    from starlette.responses import HTMLResponse

    from dragoman.web.templating import html

    return HTMLResponse(html(ask, "expo_mine_gone.html", told=""), status, headers=PRIVATE)


def _page(ask: Ask, link: Link, entity: Entity, form: str = "", filled: forms.Filled | None = None, status: int = 200,
          told: str = "", problem: str = "") -> Response:  # fmt: skip
    from starlette.responses import HTMLResponse

    from dragoman.web.templating import html

    visit = ask.request.cookies.get("visit") or secrets.token_urlsafe(16)
    ask.request.cookies["visit"] = visit
    ask.csrf = form_token(ask)
    given = {kind: proposing.empty(kind) for kind in KINDS}
    given["correction"] = proposing.correcting(ask, entity)
    if filled is not None:
        given[form] = filled
    shown = {kind: list(f.values()) for kind, f in given.items()}
    values = {
        **content(ask, link, entity), "forms": shown, "open": form, "told": told, "problem": problem, "bounds": forms.BOUNDS,
        "lists": {}, "labels": labels(ask.lang), "seen": ask.workspace.expo.position(), "token": ask.path["token"],
    }  # fmt: skip
    response = HTMLResponse(html(ask, "expo_mine.html", **values), status)
    response.headers.update(PRIVATE)
    response.set_cookie("visit", visit, max_age=VISIT_HOURS, httponly=True, samesite="lax", secure=ask.site.web.secure)
    return response


def data(ask: Ask) -> dict[str, Any]:
    """The same for programs."""
    return content(ask, *link_of(ask))


def send(ask: Ask) -> Response:
    """Keep what somebody sent for the organiser; consent and answers to enquiries hold at once."""
    try:
        link, entity = link_of(ask)
    except UnknownName as error:
        return _gone(ask, error.http_status)
    kind = ask.field("kind")
    try:
        if kind in KINDS:
            return _new(ask, link, entity, kind)
        if kind == "correction":
            return _correct(ask, link, entity)
        if kind == "consent":
            _consent(ask, link, entity)
            return _page(ask, link, entity, told=ask.words("expo_mine.consent_kept"))
        if kind == "answer":
            _answer(ask, link, entity)
            return _page(ask, link, entity, told=ask.words("expo_mine.answered"))
        _words(ask, link, entity, kind)
    except UsageError as error:
        return _page(ask, link, entity, kind, status=error.http_status, problem=problems.told(ask, error))
    return _page(ask, link, entity, told=ask.words("expo_mine.sent_told"))


def _new(ask: Ask, link: Link, entity: Entity, kind: str) -> Response:
    """A technology, an offer or a wish."""
    schema_name, props = proposing.NEW[kind]
    filled = proposing.sent(ask, schema_name, proposing.fields(schema_name, props))
    if ask.field("more"):
        return _page(ask, link, entity, kind, filled)
    said = forms.values(filled)
    checked = {**{p: v for p, v in said.items() if p != "field"}, proposing.OWNER[schema_name]: [entity.id]}
    shadow = {**filled, proposing.OWNER[schema_name]: forms.blank(schema_name, {})[proposing.OWNER[schema_name]]}
    shadow[proposing.OWNER[schema_name]].cells = [forms.Cell(entity.id)]
    if forms.mark(ask, schema_name, shadow, checked, whole=True):
        return _page(ask, link, entity, kind, filled, 422, problem=ask.words("expo_form.wrong", n=1))
    LinkBook(ask.site.database).propose(link, kind, {"said": said})
    return _page(ask, link, entity, told=ask.words("expo_mine.sent_told"))


def _correct(ask: Ask, link: Link, entity: Entity) -> Response:
    """Corrections of their own record, told as what goes and what comes."""
    held = proposing.correcting(ask, entity)
    filled = proposing.sent(ask, entity.schema.name, {p: s.field for p, s in held.items()})
    if ask.field("more"):
        return _page(ask, link, entity, "correction", filled)
    changes = forms.revisions(filled, entity.id)
    said = {r.prop: list(r.said) for r in changes}
    if forms.mark(ask, entity.schema.name, filled, {p: v for p, v in said.items() if v and p != "field"}, whole=False):
        return _page(ask, link, entity, "correction", filled, 422, problem=ask.words("expo_form.wrong", n=1))
    own = {c.id: c.was for s in held.values() for c in s.cells if c.id}
    gone = {r.prop: [i for i in r.gone if i in own] for r in changes}
    if not changes:
        return _page(ask, link, entity, told=ask.words("expo_form.unchanged"))
    body = {
        "said": proposing.as_kept(said),
        "gone": gone,
        "before": {p: [own[i] for i in ids] for p, ids in gone.items() if ids},
        "seen": min(whole(ask, "seen", 0), ask.workspace.expo.position()),
    }
    LinkBook(ask.site.database).propose(link, "correction", body, entity.id)
    return _page(ask, link, entity, told=ask.words("expo_mine.sent_told"))


def _theirs(ask: Ask, link: Link, entity: Entity, key: str) -> Entity:
    """A record of theirs by its id; raises `UnknownName` for any other."""
    found = next((e for e in [entity, *owned(ask, entity)] if e.id == key), None)
    if found is None:
        raise UnknownName("that is not yours")
    return found


def _consent(ask: Ask, link: Link, entity: Entity) -> None:
    """Which fields of a record are out for show, as its owner says now."""
    record = _theirs(ask, link, entity, ask.field("record"))
    room, wanted = Publishing(ask.workspace), set(ask.fields("out"))
    public = room.public()
    by, note = link.name, "consent by personal link"
    known = [p for p in proposing.CONSENT if p in record.schema.properties and record.values(p, sure=True)]
    let = [p for p in known if p in wanted and not public.may(record.id, p)]
    back = [p for p in known if p not in wanted and public.may(record.id, p)]
    if let:
        room.publish([record.id], let, by=by, note=note)
    if back:
        room.withdraw([record.id], back, by=by, note=note)


def _answer(ask: Ask, link: Link, entity: Entity) -> None:
    """The owner's answer to somebody who asked."""
    kept = LinkBook(ask.site.database)
    record = _theirs(ask, link, entity, ask.field("record"))
    number, words = ask.field("enquiry"), ask.field("words")
    came = ask.workspace.attention.of(record.id, alone=True).leads
    if number not in {q["id"] for q in leads(came)} or not words:
        raise UsageError(ask.words("expo_mine.empty"))
    ask.workspace.attention.answer(number, words, by=link.name)
    kept.propose(link, "answer", {"said": {"answer": [words]}}, record.id)


def _words(ask: Ask, link: Link, entity: Entity, kind: str) -> None:
    """Availability, what may be shown at a stop, the answer to an introduction: words on one record."""
    words = ask.field("words")
    if not words:
        raise UsageError(ask.words("expo_mine.empty"))
    kept = LinkBook(ask.site.database)
    if kind == proposing.AVAILABLE:
        kept.propose(link, kind, {"said": {"words": [words]}}, entity.id)
        return
    record = _theirs(ask, link, entity, ask.field("record"))
    if kind == "shown" and record.schema.is_a("Stop"):
        kept.propose(link, "correction", {"said": {"mayShow": [words]}, "gone": {}}, record.id)
    elif kind == "introduction" and record.schema.is_a("Introduction"):
        state = "declined" if ask.field("state") == "declined" else "answered"
        kept.propose(link, kind, {"said": {"answer": [words]}, "state": state}, record.id)
    else:
        raise UnknownName(f"nothing of the kind {kind!r} is sent here")


DOORS = (
    Door("/me/{token}.json", data, Role.NOBODY, form="json"),
    Door("/me/{token}", mine, Role.NOBODY, form="raw"),
    Door("/me/{token}", send, Role.NOBODY, ("POST",), form="raw"),
)
