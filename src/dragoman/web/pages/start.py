"""The first page."""

from __future__ import annotations

from dragoman.web.ask import Ask, Page
from dragoman.web.route import get


def start(ask: Ask) -> Page:
    """What the workspace holds."""
    store = ask.workspace.store
    return Page("start.html", {"name": ask.workspace.folder.resolve().name, "counts": store.counts()})


DOORS = (get("/", start),)
