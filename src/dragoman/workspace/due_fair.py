"""What ends: agreements in force or signed, offers, requests, talent offers, each by the day it expires."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.expo import stages
from dragoman.expo.due import EXPIRED, Due, state
from dragoman.model.entity import Entity
from dragoman.workspace.expo_around import all_of, ends, first

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

# Schema: what it is called, who owns it, the properties that tell its end.
ENDING = {
    "Agreement": ("agreement", ("party",), ("expires", "endDate")), "Offer": ("offer", ("offeror",), ("expires",)),
    "Request": ("request", ("requester",), ("expires",)), "TalentOffer": ("talent offer", ("holder",), ("expires",)),
}  # fmt: skip
ENDED = "ended"


def expiring(workspace: Workspace, day: str) -> Iterator[Due]:
    """One row for each record that tells when it ends and has not ended by a step of its own."""
    for kind, (called, owners, props) in ENDING.items():
        lasting = [e for e in all_of(workspace, kind) if first(e, *props) and not _is_ended(e)]
        captions = workspace.store.captions(dict.fromkeys(o for e in lasting for o in ends(e, *owners)))
        for e in lasting:
            owner = ", ".join(captions[o] for o in ends(e, *owners) if o in captions)
            until = first(e, *props)
            yield Due(called, e.caption, e.id, owner, until, state(until, day, past=EXPIRED), owner)


def _is_ended(e: Entity) -> bool:
    steps = [(s.value, s.valid_from) for s in e.get("stage") if not s.negated]
    return stages.current(steps) == ENDED or ENDED in e.values("status", sure=True)
