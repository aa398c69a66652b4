"""Documents: what was read, newest first, by name."""

from __future__ import annotations

from dragoman.web.ask import Ask, Page
from dragoman.web.route import get
from dragoman.workspace.shelf import shelf

ROWS = 50


def documents(ask: Ask) -> Page:
    """The documents of the workspace, some words of their title asked for."""
    offset, words = ask.number("offset", 0, 0, 10_000_000), ask.text("words")
    rows, total = shelf(ask.workspace, words, ROWS, offset)
    return Page("documents.html", {"rows": rows, "total": total, "offset": offset, "limit": ROWS, "words": words})


DOORS = (get("/documents", documents),)
