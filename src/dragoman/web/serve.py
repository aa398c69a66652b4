"""Serving a workspace: the start address, the server, and one answer without a socket."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from dragoman.base.errors import DragomanError, UsageError
from dragoman.web.app import create_app
from dragoman.web.site import WebSettings


def serve(folder: Path, web: WebSettings, tell: Callable[[str], None], open_it: bool = False) -> None:
    """Serve a workspace until interrupted; `tell` is given the address to open. Raises `UsageError` where that is not safe."""
    import socket

    import uvicorn

    launch = "" if web.accounts else secrets.token_urlsafe(24)
    app = create_app(folder, web, launch=launch)
    must_be_safe(web, app.state.site.accounts.all())
    family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((web.host, web.port))
    except OSError as error:
        raise DragomanError(f"port {web.port} cannot be used: {error.strerror}", do="give another with --port") from error
    address = start_address(web, launch)
    tell(address)
    if open_it:
        import webbrowser

        webbrowser.open(address)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
    uvicorn.Server(config).run(sockets=[listening])


def must_be_safe(web: WebSettings, users: list[dict[str, str]]) -> None:
    """Refuse what would let anybody in: other machines without accounts, accounts without one administrator."""
    if not web.loopback and not web.accounts:
        raise UsageError(f"{web.host} can be reached by others", do="serve with --accounts, after: dragoman users add NAME")
    if web.accounts and not any(u["role"] == "administrator" for u in users):
        raise UsageError("there is no administrator yet", do="dragoman users add NAME --role administrator")


def start_address(web: WebSettings, launch: str) -> str:
    """The address to open."""
    host = f"[{web.host}]" if ":" in web.host else web.host
    base = f"http://{host}:{web.port}"
    return f"{base}/enter?token={launch}" if launch else base


def answer(folder: Path, path: str, web: WebSettings) -> tuple[int, bytes]:
    """The status and the body of one page, asked by the person of this machine, without a socket."""
    import asyncio

    import httpx

    from dragoman.web.answering import cookie_name

    if not path.startswith("/"):
        raise UsageError(f"{path!r} is no path of a page", do="such as /search.json?q=robot")
    app = create_app(folder, WebSettings(host=web.host, port=web.port))
    site = app.state.site
    token = site.accounts.begin("", 1)

    async def asked() -> tuple[int, bytes]:
        transport = httpx.ASGITransport(app=app)
        cookies = {cookie_name(site): token}
        async with httpx.AsyncClient(transport=transport, base_url=f"http://127.0.0.1:{web.port}", cookies=cookies) as client:
            found = await client.get(path)
            return found.status_code, found.content

    try:
        return asyncio.run(asked())
    finally:
        site.accounts.end(token)
        site.close()
