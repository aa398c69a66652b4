"""What holds for every request before any page: the host it names, its origin, its size; and the headers of every answer.

A page of another site can make a browser send requests here. It cannot choose the Host of this machine without being told apart
(DNS rebinding), nor the Origin.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from dragoman.base.errors import DragomanError, TooLarge, UsageError
from dragoman.web.site import LOOPBACK, WebSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = ("GET", "HEAD", "OPTIONS")
ROOM = 100_000  # bytes a form may have beside its files: fields and the boundaries between parts
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"),
)


class Refused(UsageError):
    """The request does not come from a page of this site, or names another host."""

    http_status = 403


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, web: WebSettings, tell: Callable[[Scope, DragomanError], ASGIApp]) -> None:
        self.app, self.web, self.tell = app, web, tell
        self.hosts = {*LOOPBACK, *(n.lower() for n in web.names)}
        if not web.loopback:
            self.hosts |= {web.host.lower(), socket.gethostname().lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
        refused = self.refused(scope["method"], headers)
        app = self.tell(scope, refused) if refused else self.app
        limit = self.web.upload_bytes + ROOM
        await app(scope, _counted(receive, limit), self._with_headers(send))

    def refused(self, method: str, headers: dict[str, str]) -> DragomanError | None:
        """Why a request is not answered; None where it is."""
        host = headers.get("host", "")
        if _name(host) not in self.hosts:
            return Refused("this site does not go by that name", do="start it with: dragoman serve --name NAME")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length[:15]) > self.web.upload_bytes + ROOM:
            return TooLarge("the request is too large", do=f"at most {self.web.upload_bytes:,} bytes at once")
        if method in SAFE:
            return None
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
        scheme = "https" if self.web.secure else "http"
        if origin is not None and origin.lower() != f"{scheme}://{host}".lower():
            return Refused("the form was sent from another site")
        return None if site in ("same-origin", "none") else Refused("the form was sent from another site")

    def _with_headers(self, send: Send) -> Send:
        extra = [(k.encode(), v.encode()) for k, v in HEADERS]
        if self.web.secure:
            extra.append((b"strict-transport-security", b"max-age=31536000"))

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                had = {k.lower() for k, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(h for h in extra if h[0] not in had)]
                if b"cache-control" not in had:
                    message["headers"].append((b"cache-control", b"private, no-cache"))
            await send(message)

        return sending


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.rpartition(":")[0].lower() if ":" in host else host.lower()


def _counted(receive: Receive, limit: int) -> Receive:
    """Stops a body that goes on longer than it said, or said nothing."""
    seen = 0

    async def receiving() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > limit:
                raise TooLarge("the request is too large", do=f"at most {limit:,} bytes at once")
        return message

    return receiving
