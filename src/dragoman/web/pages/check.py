"""To check: suggested facts one by one, each with the words that are to prove it."""

from __future__ import annotations

from dragoman.web.ask import Ask, Page
from dragoman.web.pages.reader import told
from dragoman.web.route import get
from dragoman.workspace.judging import Judging


def check(ask: Ask) -> Page:
    """The next fact that waits, after the one given."""
    judging = Judging(ask.workspace, ask.by)
    fact, following = judging.next(ask.text("after"))
    entities, statements = judging.left()
    data = {"entities": entities, "statements": statements, "following": following, "after": ask.text("after")}
    return Page("check.html", {**data, "waiting": told(ask, fact) if fact else None})


DOORS = (get("/check", check),)
