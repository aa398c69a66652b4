"""Who is in a matter: from a delegation, a visit, an agreement, an offer to the bodies and people behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.base.errors import UnknownName
from dragoman.model.clearance import MilitaryUse, Party
from dragoman.model.entity import Entity
from dragoman.model.schema import Schema
from dragoman.model.statement import Statement
from dragoman.screen.end_use import ASKING, CHOICE, CHOSEN, asks, military_words
from dragoman.workspace.expo_around import MANY, all_of, ends, tied

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

PARTY = "LegalEntity"
# What a record leads to, by its properties. Events are left out: an edition's organisers are no party to what happens there.
LEADS = {
    "Delegation": ("sender", "head", "member", "host", "interpreter"), "Invitation": ("inviter", "invitee"),
    "Visit": ("visitor", "host", "destination", "delegation"), "Stop": ("place", "host"), "Meeting": ("participant",),
    "Consultation": ("client", "adviser"), "Introduction": ("client", "introduced"), "Cooperation": ("side",),
    "Step": ("record",), "Promise": ("owner",), "Agreement": ("party", "signatory", "technology"),
    "Offer": ("offeror", "technology"), "Request": ("requester",), "Enquiry": ("requester", "about"),
    "Technology": ("producer", "developer"), "Exhibit": ("exhibitor",),
    "Patent": ("holder", "technology"), "Project": ("developer", "broughtBy"),
    "Participation": ("participant", "representative"), "ProjectParticipant": ("participant",),
    "Presence": ("subject", "counterpart"), "Sale": ("seller", "buyer"), "Partnership": ("subject", "object"),
    "Release": ("project",), "JointLab": ("partner",), "Employment": ("employer",), "Membership": ("organization",),
    "Directorship": ("organization",),
}  # fmt: skip
# Records that point at one: the stops of a visit, the posts of a person.
POINTING = {
    "Visit": ("visit", "about"), "Stop": ("about",), "Project": ("project",), "Invitation": ("invitation",),
    "Cooperation": ("cooperation", "about"), "Consultation": ("about",), "Person": ("employee", "director", "member"),
}  # fmt: skip
POINTERS = frozenset(
    ("Stop", "ProjectParticipant", "Employment", "Membership", "Directorship", "Delegation", "Step", "Promise")
)
OWNERS = 3  # steps up from a party: owner, owner's owner, and one more; beyond that a lead says little of the party
FEW = 100  # bodies whose owners are asked for one by one
CHUNK = 10_000  # entities read at once


@dataclass(slots=True)
class Around:
    """What was found around a matter: parties by id, all records looked at, military end use, control-list entries."""

    parties: dict[str, Party] = field(default_factory=dict)
    seen: dict[str, None] = field(default_factory=dict)
    military: list[MilitaryUse] = field(default_factory=list)
    controlled: list[str] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)  # owners of bodies among the parties, with the name of what they own


def around(workspace: Workspace, ids: Iterable[str]) -> Around:
    """Everybody in a matter, wave by wave from its records. Raises `UnknownName` for an id nothing is known of."""
    store, found = workspace.store, Around()
    wave = list(dict.fromkeys(store.canonical(i) for i in ids))
    for one in wave:
        if not store.size(one):
            raise UnknownName(f"nothing is known of {one[:12]!r}")
    while wave:
        found.seen |= dict.fromkeys(wave)
        following: dict[str, None] = {}
        for entity in _entities(workspace, wave):
            following |= dict.fromkeys(_look(workspace, entity, found))
        wave = [i for i in following if i not in found.seen]
    _owned(workspace, found)
    return found


def _owned(workspace: Workspace, found: Around) -> None:
    """Note who owns the bodies of a matter, and who owns the owners: leads, no parties."""
    wave = {p.id: p.name for p in found.parties.values() if p.schema != "Person"}
    for _ in range(OWNERS):
        above: dict[str, str] = {}
        for share in _shares(workspace, wave):
            held = next((wave[a] for a in ends(share, "asset") if a in wave), "")
            above |= dict.fromkeys(ends(share, "owner"), held) if held and not share.values("endDate") else {}
        wave = {i: name for i, name in above.items() if i not in found.parties and i not in found.owners}
        found.owners |= wave
        wave = workspace.store.captions(wave)


def _shares(workspace: Workspace, bodies: Mapping[str, str]) -> Iterable[Entity]:
    """The sure ownerships of bodies: asked for one by one where they are few, else all of them looked through once."""
    if len(bodies) <= FEW:
        return [e for body in bodies for e in tied(workspace, body, ("asset",), "Ownership")]
    return all_of(workspace, "Ownership")


def _entities(workspace: Workspace, ids: list[str]) -> Iterable[Entity]:
    for start in range(0, len(ids), CHUNK):
        groups: dict[str, list[Statement]] = {}
        for s in workspace.store.statements(ids=ids[start : start + CHUNK]):
            groups.setdefault(s.entity_id, []).append(s)
        yield from (Entity(key, tuple(members)) for key, members in groups.items())


def _look(workspace: Workspace, entity: Entity, found: Around) -> list[str]:
    """Note a record, and tell which it leads to."""
    kind = entity.schema
    if kind.is_a(PARTY):
        found.parties[entity.id] = Party(entity.id, entity.caption, kind.name, not entity.names)
    if any(kind.is_a(a) for a in ASKING):
        found.military += military(workspace, entity)
    found.controlled += entity.values("controlEntry")
    props = {p for a in kind.ancestors for p in LEADS.get(a, ())}
    leads = [s.value for s in entity.statements if s.prop in props and not s.negated]
    return [*leads, *_pointing(workspace, entity, kind)]


def _pointing(workspace: Workspace, entity: Entity, kind: Schema) -> list[str]:
    """Records that point at this one and belong to it; posts that ended are left out."""
    props = {p for a in kind.ancestors for p in POINTING.get(a, ())}
    if not props:
        return []
    others = [o for o, prop, _, way in workspace.store.adjacent(entity.id, MANY) if way == "in" and prop in props]
    found = []
    for other in _entities(workspace, list(dict.fromkeys(others))):
        over = other.schema.is_a("Interval") and other.values("endDate") and kind.is_a("Person")
        if not over and any(other.schema.is_a(p) for p in POINTERS):
            found.append(other.id)
    return found


def military(workspace: Workspace, entity: Entity) -> list[MilitaryUse]:
    """Where a record says military end use; what was said and taken back by a person counts as well: the log has both."""
    from dragoman.store.amending import log

    taken = {c.statement.id: c.statement for c in log(workspace.store, entity.id) if c.taken_back}
    found: dict[tuple[str, str], MilitaryUse] = {}
    for s in (*entity.statements, *taken.values()):
        words = _military(entity.schema, s)
        if words and not s.negated:
            made = MilitaryUse(entity.id, s.prop, words, s.prop == CHOICE, s.id in taken, s.id)
            found.setdefault((s.prop, words), made)
    return list(found.values())


def _military(kind: Schema, s: Statement) -> str:
    if s.prop == CHOICE:
        return CHOSEN if s.value == CHOSEN else ""
    return military_words(s.value) if asks(kind.ancestors, s.prop) else ""
