"""Delegations and invitations: who sends, leads and belongs, what they bring, what screening says before they come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import invitations
from dragoman.model.clearance import Clearance
from dragoman.model.entity import Entity
from dragoman.workspace import clearing, expo_form
from dragoman.workspace.expo_around import ends, entities, first, tied
from dragoman.workspace.noting import day_of, note, one_of, steps
from dragoman.workspace.posts import posts_of

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_form import Value

STATE = "invitationState"


@dataclass(frozen=True, slots=True)
class Member:
    """A member: a body by its kind, or a person with post and body; its field as it is told."""

    id: str
    name: str
    schema: str
    kind: str = ""
    field: str = ""
    country: str = ""
    body: str = ""  # the id of the body a person comes from
    body_name: str = ""
    role: str = ""
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with its steps, and where it stands with what screening finds now."""

    id: str
    name: str
    state: str
    steps: tuple[tuple[str, str], ...]  # state, date
    inviter: str
    event: str
    expires: str
    clearance: Clearance


@dataclass(frozen=True, slots=True)
class DelegationView:
    """A delegation as a page or a terminal shows it; all values are ids or text, names are in `captions`."""

    entity: Entity
    members: tuple[Member, ...]
    invitations: tuple[Invited, ...]
    brought: tuple[str, ...]  # projects
    visits: tuple[str, ...]
    earlier: tuple[str, ...]  # other delegations of the same sender
    captions: dict[str, str]


class Delegations:
    """The delegations of a workspace, incoming and outgoing."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def find(self, name_or_id: str) -> str:
        """The id of a delegation; raises `UsageError`."""
        return expo_form.the(self.workspace, "Delegation", name_or_id)

    def show(self, name_or_id: str) -> DelegationView:
        """All that is known of a delegation, its invitations with what screening finds now."""
        entity = self.store.entity(self.find(name_or_id))
        brought = tuple(e.id for e in tied(self.workspace, entity.id, ("broughtBy",), "Project"))
        visits = tuple(e.id for e in tied(self.workspace, entity.id, ("delegation", "visitor"), "Visit"))
        earlier = tuple(self._of_sender(entity))
        found = self._invitations(entity)
        wanted = (
            {s.value for s in entity.statements}
            | {*brought, *visits, *earlier}
            | {v for i in found for v in (i.inviter, i.event)}
        )
        return DelegationView(
            entity, tuple(self.members(entity.id)), found, brought, visits, earlier, self.store.captions(wanted)
        )  # fmt: skip

    def _of_sender(self, entity: Entity) -> list[str]:
        found = [e for sender in ends(entity, "sender") for e in tied(self.workspace, sender, ("sender",), "Delegation")]
        return list(dict.fromkeys(e.id for e in found if e.id != entity.id))

    def members(self, name_or_id: str) -> list[Member]:
        """Head and members in the order they were entered, each with kind, field, country, body and post.

        A body that a member comes from is told with that member and not counted beside it.
        """
        entity = self.store.entity(self.find(name_or_id))
        head = {self.store.canonical(h) for h in ends(entity, "head")}
        ids = [self.store.canonical(i) for i in ends(entity, "head", "member")]
        found = [self._member(e, e.id in head) for e in entities(self.workspace, ids).values()]
        sent = {m.body for m in found}
        return [m for m in found if m.id not in sent or m.is_head]

    def _member(self, entity: Entity, is_head: bool) -> Member:
        post = next(iter(posts_of(self.workspace, entity.id)), None) if entity.schema.is_a("Person") else None
        body = self.store.entity(post.body) if post else None
        told = body or entity
        return Member(
            entity.id, entity.caption, entity.schema.name, first(told, "bodyKind"),
            first(told, "activity", "sector", "keywords"), first(told, "country"), body.id if body else "",
            body.caption if body else "", post.role if post else first(entity, "position"), is_head,
        )  # fmt: skip

    def add(self, name_or_id: str, member: str, *, by: str, body: str = "", role: str = "") -> str:
        """Add a member by name or id; with a `body` a person's post there is entered too. The member's id."""
        delegation = self.find(name_or_id)
        before = set(ends(self.store.entity(delegation), "member"))
        note(self.workspace, delegation, {"member": member}, by=by, form="member of a delegation")
        after = ends(self.store.entity(delegation), "member")
        made = next((m for m in after if m not in before), "") or expo_form.the(self.workspace, "LegalEntity", member)
        if body:
            post = {"employee": made, "employer": body, **({"role": role} if role else {})}
            self.workspace.expo.enter("Employment", post, by=by, form="member of a delegation")
        return made

    def screen(self, name_or_id: str) -> Clearance:
        """What screening finds of everybody in a delegation, their bodies included."""
        return clearing.clear(self.workspace, self.find(name_or_id))

    def _invitations(self, delegation: Entity) -> tuple[Invited, ...]:
        found = {e.id: e for e in tied(self.workspace, delegation.id, ("invitee",), "Invitation")}
        found |= entities(self.workspace, ends(delegation, "invitation"))
        clear = clearing.Clearing(self.workspace)
        return tuple(self._invited(e, clear.clear([e.id])) for e in found.values())

    def _invited(self, entity: Entity, clearance: Clearance) -> Invited:
        taken = steps(entity, STATE)
        return Invited(
            entity.id, entity.caption, invitations.state(taken, clearance), tuple(taken), first(entity, "inviter"),
            first(entity, "event"), first(entity, "expires"), clearance,
        )  # fmt: skip

    def invitation(self, name_or_id: str) -> Invited:
        """An invitation, or the one of a delegation that has one; raises `UsageError`."""
        target = one_of(self.workspace, name_or_id, "Invitation", "Delegation")
        entity = self.store.entity(target)
        if entity.schema.is_a("Delegation"):
            made = self._invitations(entity)
            if len(made) != 1:
                raise UsageError(f"this delegation has {len(made) or 'no'} invitations", do="name one by its id, or make one")
            return made[0]
        return self._invited(entity, clearing.clear(self.workspace, target))

    def invite(self, name_or_id: str, inviter: str, *, by: str, **more: Value) -> Invited:
        """Draft an invitation of a delegation (`event`, `purpose`, `expires`, `name` ...); its members are screened at once."""
        delegation = self.find(name_or_id)
        said = {"inviter": inviter, "invitee": delegation, STATE: invitations.DRAFTED, **more}
        made = self.workspace.expo.enter("Invitation", {k: v for k, v in said.items() if v}, by=by, form="invitation")
        return self.invitation(made)

    def send(self, invitation: str, clearance: Clearance, *, by: str, date: str = "") -> Invited:
        """Note that an invitation was sent. Raises `HeldError`, and `UsageError` where it cannot be."""
        found = self.invitation(invitation)
        clearing.check(self.workspace, clearance, [found.id])
        return self._step(found, invitations.SENT, by, date)

    def answer(self, invitation: str, step: str, *, by: str, date: str = "", words: str = "") -> Invited:
        """Note that it was accepted, declined or withdrawn, with what was answered."""
        if step == invitations.SENT:
            raise UsageError("sending needs a clearance", do="dragoman delegation send")
        return self._step(self.invitation(invitation), step, by, date, words)

    def _step(self, found: Invited, step: str, by: str, date: str, words: str = "") -> Invited:
        day = day_of(self.workspace, date) if date else today()
        wrong = invitations.forbidden(found.steps, step, day, found.expires)
        if wrong:
            raise UsageError(wrong, where="invitation")
        said = {STATE: step, **({"answer": words} if words else {})}
        note(self.workspace, found.id, said, by=by, date=day, form="step of an invitation", checked=(STATE,))
        return self.invitation(found.id)


def today() -> str:
    """This day, UTC, as the log has it."""
    return datetime.now(UTC).date().isoformat()


def by_kind(members: Iterable[Member]) -> dict[str, int]:
    """How many members there are of each kind, those whose kind is not told under an empty one."""
    found: dict[str, int] = {}
    for m in members:
        found[m.kind] = found.get(m.kind, 0) + 1
    return found
