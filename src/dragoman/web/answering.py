"""One request from its arrival to its answer: who asks, the form and its token, the handler in a thread, the rendering."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from dragoman.base.errors import TooLarge, UsageError
from dragoman.model.reader import reading_in
from dragoman.web import guard
from dragoman.web.accounts import NOBODY, Person, Role
from dragoman.web.ask import Ask, Forbidden, Go, Page, SignInNeeded, inside
from dragoman.web.guard import SAFE
from dragoman.web.problems import answer_error, wants_json
from dragoman.web.route import Door
from dragoman.web.site import Site
from dragoman.web.templating import html
from dragoman.web.words import Speech, as_data, language

LANG_COOKIE, TOLD_COOKIE = "lang", "told"
NO_HEADERS = "/reconcile/"  # OpenRefine cannot send a header: its token stands in the address, and a cookie counts for nothing
YEAR = 365 * 24 * 3600


def endpoint(door: Door) -> Callable[[Request], Awaitable[Response]]:
    """The function the server calls for an address."""

    async def answer(request: Request) -> Response:
        ask = begin(request, door.form == "json")
        try:
            ask.person = who(ask)
            ask.csrf = form_token(ask)
            admit(ask, door.role)
            if request.method not in SAFE:
                await take(ask, door)
            made = await run_in_threadpool(work, ask, door)
            response = respond(ask, made)
        except Exception as error:  # whatever it is, it is told in words; what nobody foresaw is logged
            response = answer_error(ask, error)
        return keep_language(ask, response)

    return answer


def begin(request: Request, for_programs: bool = False) -> Ask:
    """What is known before anybody is looked up: the language, and whether JSON is wanted."""
    site: Site = request.app.state.site
    lang = language(
        request.query_params.get("lang", ""), request.cookies.get(LANG_COOKIE, ""), request.headers.get("accept-language", "")
    )
    wants = "json" if for_programs or wants_json(request.scope) else "html"
    return Ask(request, site, Speech(lang), wants=wants)


def cookie_name(site: Site) -> str:
    """The session's cookie. Cookies of one machine are not kept apart by port, so the port stands in the name."""
    return f"{'__Host-' if site.web.secure else ''}dragoman-{site.web.port}"


def who(ask: Ask) -> Person:
    """The person of an API token, of a session, or nobody."""
    site, header = ask.site, ask.request.headers.get("authorization", "")
    kind, _, token = header.partition(" ")
    if kind.lower() not in ("bearer", "token", "apikey"):
        token = ask.text("token") if ask.request.url.path.startswith(NO_HEADERS) else ""
    if token:
        user = site.accounts.bearer(token.strip())
        if user is None:
            raise SignInNeeded("the API token is not known", do="make one on the page Settings")
        return _person(site, user, "", True)
    kept = "" if ask.request.url.path.startswith(NO_HEADERS) else ask.request.cookies.get(cookie_name(site), "")
    user = site.accounts.session(kept) if kept else None
    return NOBODY if user is None else _person(site, user, kept, False)


def _person(site: Site, user: str, key: str, by_token: bool) -> Person:
    """A session without a user's name is that of the one person of this machine: it counts only where nobody signs in."""
    if not site.web.accounts:
        return Person(site.person, Role.ADMINISTRATOR, key, by_token) if not user else NOBODY
    role = site.accounts.role(user) if user else None
    return Person(user, role, key, by_token) if role else NOBODY


def form_token(ask: Ask) -> str:
    """The token every form of this session carries; without a session, of the visit."""
    key = ask.person.key or ask.request.cookies.get("visit", "")
    return hmac.new(ask.site.database.secret(), f"form {key}".encode(), sha256).hexdigest() if key else ""


def admit(ask: Ask, role: Role) -> None:
    """Raise `SignInNeeded` or `Forbidden` where the person may not."""
    if ask.person.role >= role:
        return
    if ask.person.role is Role.NOBODY:
        raise SignInNeeded("sign in first" if ask.site.web.accounts else "open the address that `dragoman serve` printed")
    raise Forbidden(f"that needs the role {role.word}", do="ask an administrator")


async def take(ask: Ask, door: Door) -> None:
    """Read the form or the JSON of a request and check its form token. Raises `Refused`, `TooLarge`, `UsageError`."""
    request, web = ask.request, ask.site.web
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    length = int(request.headers.get("content-length") or 0)
    if length > web.form_bytes and not door.files:
        raise TooLarge("the form is too large", do=f"at most {web.form_bytes:,} bytes")
    if kind == "application/json":
        try:
            ask.body = await request.json()
        except (ValueError, RecursionError) as error:
            raise UsageError("the body is no JSON") from error
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        ask.form = await request.form(max_files=web.files, max_fields=web.form_fields, max_part_size=web.form_bytes)
    given = request.headers.get("x-form-token") or (ask.field("csrf") if ask.form is not None else "")
    if not ask.person.by_token and not (ask.csrf and hmac.compare_digest(given.encode(), ask.csrf.encode())):
        raise guard.Refused(
            "the form is too old, or was sent from another site", do="load the page again and send it once more"
        )


def work(ask: Ask, door: Door) -> Any:
    """Call the handler with an open workspace. Pages call things by their names in the reader's script; what is written in a
    request, and what programs get, does not depend on who reads.
    """
    lang = ask.lang if door.form == "page" and ask.request.method in SAFE else ""
    with ask.site.workspace() as held, reading_in(lang):
        ask._workspace = held
        try:
            made = door.handler(ask)
            return made if door.form != "page" or not isinstance(made, Page) else _rendered(ask, made)
        finally:
            ask._workspace = None


def _rendered(ask: Ask, page: Page) -> Response:
    """The page in the form that is wanted, still in the thread: drawing takes as long as looking up."""
    if ask.wants == "json":
        return JSONResponse(as_data(page.data), page.status)
    told, values = ask.request.cookies.get(TOLD_COOKIE, ""), {**page.data, **page.drawn}
    response = HTMLResponse(html(ask, page.template, told=read_told(ask, told), **values), page.status)
    if told:
        response.delete_cookie(TOLD_COOKIE)
    return response


def respond(ask: Ask, made: Any) -> Response:
    """The response for what a handler gave back."""
    if isinstance(made, Response):
        return made
    if isinstance(made, Go):
        return _gone(ask, made)
    if isinstance(made, Page):
        return _rendered(ask, made)
    return JSONResponse(as_data(made))


def _gone(ask: Ask, go: Go) -> Response:
    if ask.wants == "json":
        return JSONResponse({"next": inside(go.to), **as_data(dict(go.data))})
    response = RedirectResponse(inside(go.to), 303)
    if go.told:
        text = ask.words(go.told, **go.values)[:1_000]
        response.set_cookie(TOLD_COOKIE, text.encode("utf-8").hex(), max_age=60, httponly=True, samesite="lax",
                            secure=ask.site.web.secure)  # fmt: skip
    return response


def read_told(ask: Ask, cookie: str) -> str:
    """The message that the page before left for this one."""
    try:
        return bytes.fromhex(cookie).decode("utf-8")
    except ValueError:
        return ""


def keep_language(ask: Ask, response: Response) -> Response:
    """Keep the language that was asked for in the address."""
    if ask.request.query_params.get("lang") == ask.lang:
        response.set_cookie(LANG_COOKIE, ask.lang, max_age=YEAR, httponly=True, samesite="lax", secure=ask.site.web.secure)
    response.headers.append("vary", "Cookie, Accept-Language, Accept")
    return response
