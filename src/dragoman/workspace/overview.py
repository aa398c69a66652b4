"""The whole at a glance: bodies by country, the channels between them, and how much goes which way through each."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from dragoman.model.schema import schemata

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

SIDE = 7  # countries named on each side; the rest are one
OTHER = "other"
# Each channel: the kinds of record that go through it.
CHANNELS = {
    "fairs": ("Participation", "Exhibit"),
    "delegations": ("Delegation", "Visit", "Stop", "Invitation", "Meeting"),
    "agreements": ("Agreement",),
    "partnerships": ("Partnership", "JointLab", "Cooperation", "Membership", "ProjectParticipant", "Ownership"),
    "presence": ("Presence", "Sale"),
    "wishes": ("Offer", "Request", "Consultation", "Market"),
}
# Properties by which a record names who it comes from, and where it goes or whom it reaches.
FROM = frozenset(
    ("sender", "visitor", "delegation", "owner", "seller", "offeror", "requester", "participant", "exhibitor", "subject",
     "member", "invitee", "client", "leader", "producer", "developer")
)  # fmt: skip
TO = frozenset(
    ("host", "destination", "place", "buyer", "location", "event", "object", "asset", "organization", "inviter", "project",
     "edition", "forum")
)  # fmt: skip
BOTH = frozenset(("party", "side"))


@dataclass(slots=True)
class Overview:
    """Counts of bodies and channels; `left` and `right` are (country, channel, records)."""

    position: int
    bodies: list[tuple[str, int]] = field(default_factory=list)
    channels: list[tuple[str, int]] = field(default_factory=list)
    left: list[tuple[str, str, int]] = field(default_factory=list)
    right: list[tuple[str, str, int]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


_held: dict[str, Overview] = {}
_making = Lock()


def overview(workspace: Workspace) -> Overview:
    """The overview as the log stands, remembered until it grows; while another is being made, that before it."""
    key, position = str(workspace.folder.resolve()), workspace.store.position()
    known = _held.get(key)
    if known is not None and (known.position == position or not _making.acquire(blocking=False)):
        return known
    if known is None:
        _making.acquire()
    try:
        _held[key] = _made(workspace, position)
    finally:
        _making.release()
    return _held[key]


def _made(workspace: Workspace, position: int) -> Overview:
    from dragoman.store.flows import countries, flows

    store = workspace.store
    kinds = {schema: channel for channel, schemas in CHANNELS.items() for s in schemas for schema in _children(s)}
    left: dict[tuple[str, str], int] = {}
    right: dict[tuple[str, str], int] = {}
    for schema, prop, country, n in flows(store, list(kinds)):
        for side, props in ((left, FROM | BOTH), (right, TO | BOTH)):
            if prop in props:
                side[country, kinds[schema]] = side.get((country, kinds[schema]), 0) + n
    of_kind = dict(store.facets("schema"))
    totals = {channel: sum(of_kind.get(s, 0) for s, c in kinds.items() if c == channel) for channel in CHANNELS}
    return Overview(
        position, countries(store, _children("LegalEntity")), [(c, n) for c, n in totals.items() if n], _grouped(left),
        _grouped(right), store.counts(),
    )  # fmt: skip


def _children(name: str) -> list[str]:
    return [s.name for s in schemata().values() if s.is_a(name)]


def _grouped(side: dict[tuple[str, str], int]) -> list[tuple[str, str, int]]:
    """The flows of one side, the countries with least of them as one."""
    totals: dict[str, int] = {}
    for (country, _), n in side.items():
        totals[country] = totals.get(country, 0) + n
    named = sorted(totals, key=lambda c: (-totals[c], c))[:SIDE]
    found: dict[tuple[str, str], int] = {}
    for (country, channel), n in side.items():
        key = (country if country in named else OTHER, channel)
        found[key] = found.get(key, 0) + n
    return [(*key, n) for key, n in sorted(found.items(), key=lambda f: (-f[1], f[0]))]
