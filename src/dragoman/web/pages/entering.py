"""Coming in: by the start address on this machine, by name and password elsewhere; and going."""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING

from dragoman.base.errors import UnknownName
from dragoman.web.accounts import Role
from dragoman.web.answering import cookie_name, form_token
from dragoman.web.ask import Ask, Forbidden, Page, inside
from dragoman.web.route import post, raw

if TYPE_CHECKING:
    from starlette.responses import Response


def enter(ask: Ask) -> Response:
    """The start address: its token opens a session, and the address goes on without it."""
    from starlette.responses import RedirectResponse

    site, given = ask.site, ask.text("token")
    if site.web.accounts or not site.launch or not hmac.compare_digest(given.encode(), site.launch.encode()):
        raise Forbidden("that start address no longer holds", do="open the one that `dragoman serve` printed last")
    return with_session(ask, RedirectResponse(inside(ask.text("next", "/")), 303), "")


def with_session(ask: Ask, response: Response, user: str) -> Response:
    """Open a session and put its cookie on the response."""
    site = ask.site
    token = site.accounts.begin(user, site.web.session_hours)
    response.set_cookie(
        cookie_name(site), token, max_age=site.web.session_hours * 3600, httponly=True, samesite="lax", secure=site.web.secure
    )
    return response


def sign_in_form(ask: Ask) -> Response | Page:
    """The form for name and password. Its token is bound to a cookie of the visit, as there is no session yet."""
    from starlette.responses import HTMLResponse

    from dragoman.web.templating import html

    if not ask.site.web.accounts:
        raise UnknownName("nobody signs in here")
    visit = secrets.token_urlsafe(16)
    ask.request.cookies["visit"] = visit
    ask.csrf = form_token(ask)
    made = HTMLResponse(html(ask, "sign_in.html", next=inside(ask.text("next", "/")), name="", wrong=False, told=""))
    made.set_cookie("visit", visit, max_age=3600, httponly=True, samesite="lax", secure=ask.site.web.secure)
    return made


def sign_in(ask: Ask) -> Response | Page:
    """Check name and password."""
    from starlette.responses import RedirectResponse

    site, name, target = ask.site, ask.field("name"), inside(ask.field("next", "/"))
    person = site.accounts.check(name, ask.field("password"), address_of(ask))
    if person is None:
        site.accounts.note(name[:64], "sign-in refused")
        return Page("sign_in.html", {"next": target, "name": name, "wrong": True}, status=401)
    site.accounts.note(person.name, "signed in")
    return with_session(ask, RedirectResponse(target, 303), person.name)


def address_of(ask: Ask) -> str:
    """Where a request comes from: behind a proxy what the proxy says it came from, which is the last it wrote down."""
    client = ask.request.client
    told = ask.request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip() if ask.site.web.secure else ""
    return told[:64] or (client.host if client else "")


def sign_out(ask: Ask) -> Response:
    """End the session."""
    from starlette.responses import RedirectResponse

    ask.site.accounts.end(ask.person.key)
    response = RedirectResponse("/", 303)
    response.delete_cookie(cookie_name(ask.site))
    return response


DOORS = (
    raw("/enter", enter, role=Role.NOBODY),
    raw("/sign-in", sign_in_form, role=Role.NOBODY),
    post("/sign-in", sign_in, role=Role.NOBODY),
    post("/sign-out", sign_out, role=Role.READER),
)
