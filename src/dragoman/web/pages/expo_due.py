"""What is due: promises, next steps, invitations and whatever ends, each with who does it and until when; settled here."""

from __future__ import annotations

from typing import Any

from dragoman.expo.due import EXPIRED, OVERDUE, Due
from dragoman.model.entity import Entity
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt
from dragoman.web.pages.expo_saying import Saying
from dragoman.web.pages.expo_visits import settle
from dragoman.web.route import get, post
from dragoman.workspace.delegations import today
from dragoman.workspace.due import due
from dragoman.workspace.expo_around import entities

LATE = (OVERDUE, EXPIRED)
LIMIT = 50
SHOWN = ("late", "open", "settled")  # what a page of it may be of; all that waits where nothing is asked for
PROMISES = ("promise", "next step")
OWNERS = ("owner", "inviter", "party", "offeror", "requester", "holder")
ABOUT = ("about", "visit", "invitee", "event")


def page(ask: Ask, problem: str = "") -> Page:
    """All that waits on a day, the longest due first; only what is late, what is open, or what was settled."""
    wanted = next((s for s in SHOWN if s == ask.text("state")), "")
    day, offset = today(), ask.number("offset", 0)
    rows = [r for r in due(ask.workspace, day, settled=wanted == "settled") if _fits(r, wanted)]
    some = rows[offset : offset + LIMIT]
    found, say = entities(ask.workspace, (r.record for r in some)), Saying(ask.workspace, ask.lang)
    data = {
        "rows": [_row(say, r, found[r.record]) for r in some if r.record in found], "state": wanted, "day": day,
        "total": len(rows), "limit": LIMIT, "offset": offset, "problem": problem,
    }  # fmt: skip
    return Page("expo_due.html", data, {"states": SHOWN})


def _fits(row: Due, wanted: str) -> bool:
    if wanted == "settled":
        return row.is_settled
    return not wanted or (row.state in LATE) == (wanted == "late")


def _row(say: Saying, row: Due, entity: Entity) -> dict[str, Any]:
    """One thing that is due, in the reader's language where it is told in it."""
    named = say.record(entity.id)
    what = say.text(entity, "summary", "nextStep") if row.kind in PROMISES else ""
    return {
        "id": entity.id, "kind": row.kind, "what": what or named["caption"], "href": named["href"], "date": row.date,
        "state": row.state, "promise": row.kind in PROMISES,
        "owners": say.linked(entity, *OWNERS), "about": say.linked(entity, *ABOUT),
    }  # fmt: skip


def act(ask: Ask) -> Page | Go:
    """Note that a promise was kept or dropped."""
    return attempt(ask, lambda: settle(ask), lambda p: page(ask, p), "/due")


DOORS = (get("/due", page), post("/due", act, role=Role.ORGANISER))
