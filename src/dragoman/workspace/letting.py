"""Of a paper with many parties: who goes out, and who is left out because a hold stands on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.base.errors import HeldError, UsageError
from dragoman.model.clearance import Clearance
from dragoman.workspace.expo_around import MANY

HOPS = 2  # from a person over a post to its employer: the furthest that what a paper of many names leads

if TYPE_CHECKING:
    from dragoman.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Let:
    """The ids that go out, and why others do not."""

    out: frozenset[str]
    held: dict[str, tuple[str, ...]]

    def __contains__(self, record: str) -> bool:
        return record in self.out


def let_out(workspace: Workspace, clearance: Clearance, ids: Iterable[str]) -> Let:
    """Which of many parties a clearance lets out, each by itself: one that is held does not hold the others.

    What a named person released by itself goes out. Raises `HeldError` where a person put a hold on the whole,
    `UsageError` where the clearance was made for others or the workspace changed since.
    """
    wanted = list(dict.fromkeys(ids))
    if clearance.placed is not None:
        raise HeldError(clearance.placed.held, do="a named person releases it with a note")
    if clearance.position != workspace.store.position():
        raise UsageError("the workspace changed since this was cleared", do="clear it again")
    strange = [i for i in wanted if i not in clearance.covered]
    if strange:
        raise UsageError(f"this clearance does not cover {strange[0][:12]}", do="clear everybody who goes out")
    if not clearance.holding and not clearance.military:
        return Let(frozenset(wanted), {})
    from dragoman.workspace.clearing import Clearing

    single = Clearing(workspace)
    near = _near(workspace, {h.party for h in clearance.holding} | {m.record for m in clearance.military})
    held = {}
    for one in wanted:
        if one in near:
            found = single.clear([one])
            if found.held:
                held[one] = found.reasons
    return Let(frozenset(wanted).difference(held), held)


def _near(workspace: Workspace, held: set[str]) -> set[str]:
    """Who may be held because of some: themselves, and what is tied to them by a record or two (an exhibit, a post)."""
    found, wave = set(held), set(held)
    for _ in range(HOPS):
        wave = {other for one in wave for other, *_ in workspace.store.adjacent(one, MANY)} - found
        found |= wave
    return found
