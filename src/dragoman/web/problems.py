"""Errors as they are told: a page for people, problem+json (RFC 9457) for programs. What is our own fault names no detail."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from dragoman.base.errors import DragomanError
from dragoman.web.ask import Ask, SignInNeeded, inside
from dragoman.web.templating import html

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Scope

log = logging.getLogger("dragoman.web")
PROGRAMS = ("/api/", "/match/", "/reconcile/")
KNOWN = (400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 501, 503)  # those with a message of their own


def wants_json(scope: Scope) -> bool:
    """Whether an answer is for a program: by its address, else by what is accepted."""
    if scope["path"].endswith(".json") or scope["path"].startswith(PROGRAMS):
        return True
    accept = next((v.decode("latin-1") for k, v in scope["headers"] if k == b"accept"), "")
    return "json" in accept and "text/html" not in accept


def status_of(error: Exception) -> int:
    """The HTTP status of an error."""
    if isinstance(error, DragomanError):
        return error.http_status
    return error.status_code if isinstance(error, HTTPException) else 500


def problem(error: Exception, path: str) -> JSONResponse:
    """An error as problem+json."""
    status = status_of(error)
    body: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "instance": path}
    if isinstance(error, DragomanError) and status != 500:
        body["detail"] = error.what
        body |= {"where": error.where} if error.where else {}
        body |= {"do": error.do} if error.do else {}
        body |= getattr(error, "more", {})
    return JSONResponse(body, status, media_type="application/problem+json", headers=_headers(error))


def answer_error(ask: Ask, error: Exception) -> Response:
    """An error in the form that is wanted; who only has to sign in is led there."""
    if status_of(error) >= 500 and status_of(error) not in (501, 503):
        log.error("%s %s", ask.request.method, ask.request.url.path, exc_info=error)
    if ask.wants == "json":
        return problem(error, ask.request.url.path)
    if isinstance(error, SignInNeeded) and ask.site.web.accounts and ask.request.method == "GET":
        from urllib.parse import quote

        from starlette.responses import RedirectResponse

        return RedirectResponse(f"/sign-in?next={quote(inside(ask.here()), safe='')}", 303)
    return page(ask, error)


def told(ask: Ask, error: DragomanError) -> str:
    """An error in one line, for a form that was refused: to a person in their language, to a program as it was raised."""
    return str(error) if ask.wants == "json" else ask.words.error(error).line(ask.lang)


def page(ask: Ask, error: Exception) -> HTMLResponse:
    """An error as a page that says what to do next."""
    status = status_of(error)
    said = ask.words.error(error) if isinstance(error, DragomanError) and status != 500 else None
    key = str(status) if status in KNOWN else "500" if status >= 500 else "400"
    text = html(ask, "error.html", status=status, key=f"s{key}", error=said, told="", back=came_from(ask))
    return HTMLResponse(text, status, headers=_headers(error))


def came_from(ask: Ask) -> str:
    """The page of this site somebody came from, so that a form that was refused can be mended; empty where that is not told."""
    from urllib.parse import urlsplit

    try:
        told = urlsplit(ask.request.headers.get("referer", ""))
    except ValueError:
        return ""
    again = ask.request.method == "GET" and told.path == ask.request.url.path
    if told.netloc != ask.request.headers.get("host") or again:
        return ""
    return inside(f"{told.path}?{told.query}" if told.query else told.path, "")


def _headers(error: Exception) -> dict[str, str]:
    given = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if status_of(error) == 429:
        given["retry-after"] = "900"
    return given


async def on_exception(request: Request, error: Exception) -> Response:
    """What starlette raises itself (no such address, wrong method) and what nobody foresaw."""
    from dragoman.web.answering import begin, who

    ask = begin(request)
    try:
        ask.person = who(ask)
    except DragomanError:
        log.debug("nobody known asks for %s", request.url.path)
    return answer_error(ask, error)


def refusal(site: Any, scope: Scope, error: DragomanError) -> ASGIApp:
    """A small answer before any page: plain text for people, problem+json for programs."""
    from starlette.responses import PlainTextResponse

    return problem(error, scope["path"]) if wants_json(scope) else PlainTextResponse(f"{error}\n", status_of(error))
