"""What ties a juror to the bodies behind an entry: posts, seats on boards, shares, memberships, acting for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.expo.contests import Tie
from dragoman.model.entity import Entity
from dragoman.workspace.expo_around import ends, entities, first, tied

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

# Schema: the property that names the person, the one that names the body, the tie in words.
POSTS = {
    "Employment": ("employee", "employer", "employed by"), "Directorship": ("director", "organization", "director of"),
    "Ownership": ("owner", "asset", "owner of"), "Membership": ("member", "organization", "member of"),
    "Participation": ("representative", "participant", "represents"),
    "ProjectParticipant": ("participant", "project", "takes part in"),
}  # fmt: skip
ABOVE = "owner or parent of"
MAKERS = ("developer", "broughtBy", "exhibitor", "producer", "holder", "offeror")


def ties(workspace: Workspace, person: str) -> list[Tie]:
    """All that ties a person to bodies and projects, by the records of the workspace; what is denied is none."""
    props = tuple(person_prop for person_prop, _, _ in POSTS.values())
    found = [(_post(e), e) for e in tied(workspace, person, props)]
    named = workspace.store.captions(body for post, e in found if post for body in ends(e, post[1]))
    made = []
    for post, e in found:
        for body in ends(e, post[1]) if post else ():
            ids = tuple(s.id for s in e.statements if s.value == body)
            role = first(e, "role")
            how = f"{post[2]} {named.get(body, body[:8])}{f' ({role})' if role else ''}"
            made.append(Tie(body, how, _until(e), ids))
    return made


def _post(e: Entity) -> tuple[str, str, str]:
    return next((POSTS[a] for a in e.schema.ancestors if a in POSTS), ("", "", ""))


def _until(e: Entity) -> str:
    return first(e, "endDate") or max((s.valid_to for s in e.statements), default="")


def behind(workspace: Workspace, entry: str) -> dict[str, str]:
    """The bodies behind an entry, each with what it is to it: itself, those who make or bring it, their owners and parents."""
    found = {entry: "the entrant"}
    known = entities(workspace, [entry])
    for e in known.values():
        found |= dict.fromkeys((b for b in ends(e, *MAKERS) if b not in found), "behind the entry")
        parts = tied(workspace, entry, ("project",), "ProjectParticipant")
        found |= {b: "takes part in the entry" for p in parts for b in ends(p, "participant") if b not in found}
    for body, e in entities(workspace, list(found)).items():
        above = ends(e, "parent") + [
            o for share in tied(workspace, body, ("asset",), "Ownership") for o in ends(share, "owner")
        ]
        found |= {b: f"{ABOVE} {e.caption}" for b in above if b not in found}
    return found
