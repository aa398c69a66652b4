"""`create_app`: the site of a workspace folder as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.base.settings import Settings
from dragoman.web.site import Site, WebSettings

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.routing import Route

    from dragoman.web.route import Door


def create_app(
    folder: str | Path, web: WebSettings | None = None, settings: Settings | None = None, launch: str = ""
) -> Starlette:
    """The site of the workspace in `folder`. Raises `WorkspaceError` where there is none.

    `launch` is the token of the start address; without it (and without accounts) nobody gets in but by a session made by
    `site.accounts.begin`. The site stands in `app.state.site`.
    """
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.middleware import Middleware

    from dragoman.base.errors import DragomanError
    from dragoman.web.guard import Guard
    from dragoman.web.problems import on_exception, refusal
    from dragoman.web.rooms import doors

    site = Site.open(Path(folder), web or WebSettings(), settings, launch)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        import anyio.to_thread

        from dragoman.web.site import THREADS

        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        await anyio.to_thread.run_sync(_resume, site.folder)
        yield
        site.close()

    app = Starlette(
        routes=[_static(), *(route for door in doors() for route in _routes(door))],
        middleware=[Middleware(Guard, web=site.web, tell=lambda scope, error: refusal(site, scope, error))],
        exception_handlers=dict.fromkeys((HTTPException, DragomanError), on_exception),
        lifespan=lifespan,
    )
    app.state.site = site
    return app


def _resume(folder: Path) -> None:
    """Go on with jobs whose process was killed; that one cannot is no reason not to serve."""
    import logging

    from dragoman.base.errors import DragomanError
    from dragoman.workspace.jobs import Jobs

    try:
        Jobs(folder).resume_all()
    except (DragomanError, OSError) as error:
        logging.getLogger("dragoman.web").warning("jobs were not resumed: %s", error)


def _routes(door: Door) -> list[Route]:
    """The route of an address and, for a page, of its JSON twin: that one first, as a `{part}` takes any ending."""
    from starlette.routing import Route

    from dragoman.web.answering import endpoint

    made = endpoint(door)
    paths = [door.path]
    if door.form == "page":
        paths.insert(0, "/index.json" if door.path == "/" else f"{door.path}.json")
    return [Route(path, made, methods=list(door.methods)) for path in paths]


def _static() -> Route:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from dragoman.web.assets import FOREVER, asset

    async def static(request: Request) -> Response:
        body, kind = asset(request.path_params["name"])
        return Response(body, media_type=kind, headers={"cache-control": FOREVER})

    return Route("/static/{name}", static)
