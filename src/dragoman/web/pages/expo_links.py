"""Personal links, for the organiser: made for one record, shown once, withdrawn; what came through them decided."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from dragoman.base.errors import UsageError
from dragoman.expo.conflict import Conflict
from dragoman.web import problems
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages import expo_proposing as proposing
from dragoman.web.pages.expo_acts import whole
from dragoman.web.pages.expo_coded import label
from dragoman.web.pages.expo_linkbook import DAYS, MOST_DAYS, Link, LinkBook, Proposal
from dragoman.web.pages.expo_overview import subject
from dragoman.web.pages.expo_record import called, href, known
from dragoman.web.pages.expo_saying import Saying
from dragoman.web.route import get, post
from dragoman.workspace import expo_form
from dragoman.workspace.paper_words import placed

COUNTRIES = ("country", "partnerCountry", "region")
KINDS = ("LegalEntity", "Consultation")  # whose records a link may open


def book(ask: Ask) -> LinkBook:
    """The book of links of this site."""
    return LinkBook(ask.site.database)


def links(ask: Ask, problem: str = "", token: str = "", made_for: str = "", status: int = 200) -> Page:
    """The links of an edition or of all, and what waits for a decision."""
    edition = subject(ask) if "id" in ask.path else None
    kept = book(ask)
    found = kept.links(edition.id if edition else "")
    say = Saying(ask.workspace, ask.lang)
    names = {link.hash: link for link in kept.links()}
    waiting = [p for p in kept.proposals(edition=edition.id if edition else "", state="open") if p.kind != "answer"]
    decided = [p for p in kept.proposals(edition=edition.id if edition else "") if p.state != "open"][:20]
    here = {"id": edition.id, "caption": called(edition, ask.lang)} if edition else {}
    data = {
        "edition": here,
        "links": [_link(link, say) for link in found],
        "days": DAYS,
        "most_days": MOST_DAYS,
        "problem": problem,
        "made_for": made_for,
        "proposals": [proposal(ask, p, names[p.link]) for p in waiting],
        "decided": [proposal(ask, p, names[p.link]) for p in decided],
        "record": _written(ask, ask.text("record")),
        "who": ask.text("name"),
    }
    drawn: dict[str, Any] = {"address": "", "qr": ""}
    if token:
        drawn["address"] = f"{str(ask.request.base_url).rstrip('/')}/me/{token}"
        drawn["qr"] = qr(drawn["address"])
    return Page("expo_links.html", data, drawn, status)


def _written(ask: Ask, text: str) -> str:
    """A record as the form names it: by what it is called, where no other is called so; else by its id."""
    found = known(ask.workspace, text) if len(text) == expo_form.ID_CHARS else None
    name = called(found, ask.lang) if found else text
    return (
        name if [c for kind in KINDS for c in expo_form.candidates(ask.workspace, kind, name)] in ([text], [text] * 2) else text
    )


def _link(link: Link, say: Saying) -> dict[str, Any]:
    return {
        "hash": link.hash,
        "name": link.name,
        "record": link.record,
        "caption": say.name(link.record),
        "state": link.state,
        "ends": link.ends,
        "used": link.used,
        "times": link.times,
        "by": link.by,
        "made": link.made,
    }


def qr(address: str) -> Markup:
    """The address as a QR code; nothing where the extra `papers` is not installed."""
    try:
        import segno
    except ImportError:
        return Markup()
    return Markup(segno.make(address, error="m").svg_inline(scale=4, border=3, light="#fff", omitsize=True))  # noqa: S704 (own)


def proposal(ask: Ask, p: Proposal, link: Link) -> dict[str, Any]:
    """What somebody sent, as the organiser reads it."""
    about = known(ask.workspace, p.about)
    said = {k: [_read(k, v, ask.lang) for v in vs] for k, vs in p.body.get("said", {}).items()}
    return {
        "id": p.id,
        "kind": p.kind,
        "who": link.name,
        "said": said,
        "before": p.body.get("before", {}),
        "at": p.at,
        "state": p.state,
        "by": p.by,
        "note": p.note,
        "decided": p.decided,
        "made": _made(ask, p.made),
        "about": {"id": about.id, "caption": called(about, ask.lang), "href": href(about.schema.name, about.id)}
        if about
        else {},
    }


def _read(prop: str, text: str, lang: str) -> str:
    """A value somebody sent, in the reader's language where it is a field or a country."""
    if prop == "field":
        return label(text, lang)
    told = placed(text) if prop in COUNTRIES else text
    return told if isinstance(told, str) else told[lang]


def _made(ask: Ask, key: str) -> dict[str, str]:
    entity = known(ask.workspace, key)
    if entity is None:
        return {}
    return {"id": entity.id, "caption": entity.caption, "href": href(entity.schema.name, entity.id)}


def make(ask: Ask) -> Page:
    """Make a link; it is shown this once."""
    edition = subject(ask) if "id" in ask.path else None
    try:
        record = _record(ask, ask.field("record"))
        token = book(ask).make(record, edition.id if edition else "", ask.field("name"), ask.by, whole(ask, "days", DAYS))
    except UsageError as error:
        return links(ask, problem=problems.told(ask, error), status=422)
    caption = ask.workspace.store.captions([record]).get(record, "")
    ask.site.accounts.note(ask.by, "personal link made", f"{ask.field('name')}: {caption}")
    return links(ask, token=token, made_for=ask.field("name"))


def _record(ask: Ask, text: str) -> str:
    """The record a link opens, by name or id: an organisation, a person, a consultation."""
    named = dict.fromkeys(i for kind in KINDS for i in expo_form.candidates(ask.workspace, kind, text))
    found = [i for i in named if (e := known(ask.workspace, i)) and any(e.schema.is_a(kind) for kind in KINDS)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(ask.words("expo_wrong.several", value=text), do=", ".join(found[:5]))
    raise UsageError(ask.words("expo_links.nobody", value=text))


def withdraw(ask: Ask) -> Go:
    """End a link now."""
    kept = book(ask)
    link = kept.link(ask.field("hash"))
    kept.withdraw(link.hash)
    ask.site.accounts.note(ask.by, "personal link withdrawn", link.name)
    return Go(_back(link), "expo_links.withdrawn_told", values={"name": link.name})


def decide(ask: Ask) -> Page | Go:
    """Accept what came through a link, wholly or in part, or reject it with a reason."""
    kept = book(ask)
    found = kept.proposal(whole(ask, "proposal", 0))
    link = kept.link(found.link)
    if ask.field("wish") == "reject":
        if not ask.field("note"):
            return links(ask, problem=ask.words("expo_links.why_needed"), status=422)
        kept.decide(found.id, "rejected", ask.by, ask.field("note"))
        return Go(_back(link), "expo_links.rejected")
    if found.state != "open":
        raise UsageError("somebody decided on it already", do="load the page again")
    if ask.field("ticked") and not ask.fields("take"):
        return links(ask, problem=ask.words("expo_links.nothing_ticked"), status=422)
    try:
        made = proposing.accept(ask.workspace, link, found, ask.fields("take"), ask.by)
    except (UsageError, Conflict) as error:
        return links(ask, problem=problems.told(ask, error), status=422)
    kept.decide(found.id, "accepted", ask.by, ask.field("note"), made)
    return Go(_back(link), "expo_links.accepted")


def _back(link: Link) -> str:
    return f"/expo/{link.edition}/links" if link.edition else "/links"


DOORS = (
    get("/links", links, role=Role.ORGANISER),
    post("/links", make, role=Role.ORGANISER),
    post("/links/withdraw", withdraw, role=Role.ORGANISER),
    post("/links/decide", decide, role=Role.ORGANISER),
    get("/expo/{id}/links", links, role=Role.ORGANISER),
    post("/expo/{id}/links", make, role=Role.ORGANISER),
)
