"""Posts: which body somebody works for and as what, from what is on record; posts that ended come last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.workspace.expo_around import first, tied

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

HOLDER = {
    "Employment": ("employee", "employer"),
    "Directorship": ("director", "organization"),
    "Membership": ("member", "organization"),
}


@dataclass(frozen=True, slots=True)
class Post:
    """A post at a body, by the id of that body."""

    body: str
    role: str = ""
    ended: str = ""


def posts_of(workspace: Workspace, person: str) -> list[Post]:
    """The posts of a person, those that did not end first."""
    found = []
    for kind, (holder, body) in HOLDER.items():
        for entity in tied(workspace, person, (holder,), kind):
            target = first(entity, body)
            if target:
                found.append(Post(workspace.store.canonical(target), first(entity, "role"), first(entity, "endDate")))
    return sorted(found, key=lambda p: bool(p.ended))
