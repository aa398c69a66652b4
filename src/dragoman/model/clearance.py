"""Clearance: what screening found of everybody in a matter, at which list versions, and who released it. No exit without one.

A report, a memo, an introduction, an invitation, a lead that is exported, a public page: each takes a clearance as a required
argument and asks it to `admit` what leaves. Only `dragoman.workspace.clearing` makes one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import InitVar, dataclass, field

from dragoman.base.errors import HeldError, UsageError

SEAL = object()  # only workspace/clearing.py imports it; a test looks
UNCOVERED = "nothing is covered: no list is loaded"
SHOWN = 3  # reasons told in one line


@dataclass(frozen=True, slots=True)
class ListVersion:
    """An edition of a list a clearance was made against; `programmes` are what it covers, commonest first."""

    label: str
    edition: str
    published: str = ""
    records: int = 0
    programmes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.label} ({self.edition}, {f'of {self.published}' if self.published else 'undated'})"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a matter. One without a name is known by what is said of it, and cannot be looked up."""

    id: str
    name: str
    schema: str
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit on a party, or on an owner of one. `holds`: it stands and is sure; a person met by the name alone never holds,
    nor does an owner, who is a lead to check. `status` as of hits.
    """

    party: str  # its id
    name: str  # of the party
    list: str
    edition: str
    published: str
    record: str
    caption: str
    matched: str  # the name of the record that was met
    score: float
    sure: bool
    status: str  # open, cleared, confirmed
    holds: bool
    remarks: tuple[str, ...] = ()
    by: str = ""
    decided: str = ""
    note: str = ""
    fingerprint: str = ""
    owns: str = ""  # the party it is an owner of; empty for a party itself

    @property
    def key(self) -> str:
        """List and record, as decisions name them."""
        return f"{self.list}:{self.record}"

    def __str__(self) -> str:
        state = f"{self.status} by {self.by}" if self.by else "open hit" if self.sure and not self.owns else "to check"
        who = f"{self.name}, an owner of {self.owns}," if self.owns else self.name
        return f"{state}: {who} may be {self.caption} ({self.key}, {self.score:.2f})"


@dataclass(frozen=True, slots=True)
class MilitaryUse:
    """Where a record says military end use: chosen in a form, or by words. `taken_back`: it was said and taken back."""

    record: str
    prop: str
    words: str
    chosen: bool
    taken_back: bool = False
    statement: str = ""

    def __str__(self) -> str:
        how = "says" if self.chosen else "speaks of"
        return f"{self.prop} {how} {self.words!r}{' (taken back later)' if self.taken_back else ''}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who held or released a matter, when and why."""

    by: str
    at: str  # ISO 8601, UTC
    note: str
    decision: str  # its id

    def __str__(self) -> str:
        return f"{self.by} on {self.at[:10]}: {self.note}"

    @property
    def held(self) -> str:
        """A hold in words."""
        return f"held by {self.by} on {self.at[:10]}: {self.note}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """What is known of a matter at one position of the log.

    `held` where a hit holds that nobody released, where a person put a hold, or where it is for military end use; the last
    no release lifts. `version` changes with the hits that hold and with the parties: a release is good for one version.
    """

    matter: tuple[str, ...]  # canonical ids, in order
    parties: tuple[Party, ...]
    lists: tuple[ListVersion, ...]
    hits: tuple[Finding, ...]
    military: tuple[MilitaryUse, ...] = ()
    controlled: tuple[str, ...] = ()  # control-list entries on record for the technology: a question of licences, no hold
    release: Verdict | None = None
    placed: Verdict | None = None  # a hold put by hand
    lapsed: str = ""  # a release that no longer holds, in words
    version: str = ""
    position: int = 0
    at: str = ""
    covered: frozenset[str] = field(default_factory=frozenset)  # every record that was looked at
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if seal is not SEAL:
            raise TypeError("a clearance is made by dragoman.workspace.clearing alone")

    @property
    def held(self) -> bool:
        """Whether it may not go out."""
        return bool(self.military) or self.placed is not None or (bool(self.holding) and self.release is None)

    @property
    def holding(self) -> tuple[Finding, ...]:
        """The hits that hold until a person clears them or releases the matter."""
        return tuple(h for h in self.hits if h.holds)

    @property
    def unnamed(self) -> tuple[Party, ...]:
        """Parties that cannot be looked up."""
        return tuple(p for p in self.parties if p.unnamed)

    @property
    def liftable(self) -> bool:
        """Whether a named person may release it: everything but military end use."""
        return self.held and not self.military

    def holds(self, party: str) -> bool:
        """Whether a party of a matter of many has a hit that holds: what a page of all exhibitors leaves out."""
        return any(h.party == party for h in self.holding)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is held, one line each; empty where it is not."""
        if not self.held:
            return ()
        told = [f"for military end use: {m}" for m in self.military]
        told += [self.placed.held] if self.placed else []
        told += [str(h) for h in self.holding] if self.release is None else []
        return (*told, self.lapsed) if self.lapsed else tuple(told)

    @property
    def wording(self) -> str:
        """What may be said of the lists: where nothing was found, in which versions; where nothing is covered, that."""
        if not self.lists:
            said = UNCOVERED
        elif standing := [h for h in self.hits if h.status != "cleared"]:
            said = "; ".join(str(h) for h in standing)
        else:
            cleared = f" ({len(self.hits)} cleared by a person)" if self.hits else ""
            said = f"not found in {', '.join(map(str, self.lists))}{cleared}"
        blind = len(self.unnamed)
        return f"{said}; {blind} unnamed {'party' if blind == 1 else 'parties'} could not be looked up" if blind else said

    def admit(self, ids: Iterable[str]) -> None:
        """Let records out. Raises `HeldError` where the matter is held, `UsageError` where one was never looked at."""
        if self.held:
            more = [f"and {len(self.reasons) - SHOWN} more"] if len(self.reasons) > SHOWN else []
            todo = "a named person releases it with a note" if self.liftable else "nothing lifts this: it is not brokered"
            raise HeldError(f"held: {'; '.join([*self.reasons[:SHOWN], *more])}", do=todo)
        strange = [i for i in ids if i not in self.covered]
        if strange:
            raise UsageError(f"this clearance does not cover {strange[0][:12]}", do="clear the matter that goes out")
