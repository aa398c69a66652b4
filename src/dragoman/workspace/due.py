"""What is due in a workspace: open promises and next steps, invitations that expire; other rooms add rows of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dragoman.expo import invitations as way
from dragoman.expo.due import EXPIRED, Due, state, waiting
from dragoman.model.entity import Entity
from dragoman.workspace.delegations import STATE, today
from dragoman.workspace.due_fair import expiring
from dragoman.workspace.expo_around import ends, entities, first
from dragoman.workspace.noting import steps
from dragoman.workspace.promises import Promises

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

Rows = Callable[["Workspace", str], Iterator[Due]]  # rows as they stand on a day


def promises(workspace: Workspace, day: str) -> Iterator[Due]:
    """Promises and the next steps of stops."""
    found = Promises(workspace).all(day)
    captions = workspace.store.captions({p.owner for p in found} | {p.about for p in found})
    for p in found:
        kind = "next step" if p.about == p.id else "promise"
        yield Due(kind, p.what, p.id, captions.get(p.owner, p.owner), p.due, p.state, captions.get(p.about, ""))


def invitations(workspace: Workspace, day: str) -> Iterator[Due]:
    """Invitations that were sent and are not answered, and drafts, by the day they expire."""
    ids = [r.id for r in workspace.store.entities(schema="Invitation", limit=100_000).rows]
    for entity in entities(workspace, ids).values():
        at = way.entered(steps(entity, STATE))
        expires = first(entity, "expires")
        if at not in (way.DRAFTED, way.SENT) or not expires:
            continue
        yield _invitation(workspace, entity, at, expires, day)


def _invitation(workspace: Workspace, entity: Entity, at: str, expires: str, day: str) -> Due:
    captions = workspace.store.captions(ends(entity, "invitee", "inviter"))
    invitee, inviter = (next((captions.get(i, "") for i in ends(entity, p)), "") for p in ("invitee", "inviter"))
    what = entity.caption if entity.names else invitee
    return Due("invitation", what, entity.id, inviter, expires, state(expires, day, past=EXPIRED), invitee, at)


SOURCES: tuple[Rows, ...] = (promises, invitations, expiring)


def due(workspace: Workspace, day: str = "", *, days: int | None = None, settled: bool = False) -> list[Due]:
    """What is due on a day (default: this one), the longest due first; `days` leaves out what is due later than that."""
    when = day or today()
    return waiting((row for rows in SOURCES for row in rows(workspace, when)), when, days, settled=settled)
