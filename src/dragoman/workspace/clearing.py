"""Clearing: a matter's parties screened against the lists in force, decisions laid on. The only maker of clearances."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.base.errors import HeldError, UsageError
from dragoman.compare.record import Record
from dragoman.compare.score import REVIEW
from dragoman.model.clearance import SEAL, Clearance, Finding, ListVersion, Verdict
from dragoman.model.decision import Decision, Subject
from dragoman.model.ids import digest
from dragoman.screen.hit import Hit, Query, Status
from dragoman.screen.screener import LIMIT, Screener
from dragoman.screen.verdicts import lay, standing
from dragoman.workspace.clearing_parties import Around, around
from dragoman.workspace.identity import now
from dragoman.workspace.parties import parties

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

HELD, RELEASED = "held", "released"
OWNER = "an owner, no party: holds nothing"
COVERAGE = 5  # programmes of a list told
FEW = 50  # hits of one name looked at
# What makes a person of a list more than a bearer of the same name; a country of tens of millions does not.
PERSONAL = ("date", "identifier")


class Clearing:
    """Clears matters of one workspace; keeps the opened lists between them. Make another when lists or decisions change."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store
        self.editions = [workspace.lists.edition(label) for label in workspace.lists.labels()]
        self.screener = Screener(self.editions, REVIEW, max(LIMIT, FEW))
        self.lists = tuple(
            ListVersion(m.label, m.edition, m.published, m.records, tuple(m.coverage.programmes)[:COVERAGE])
            for m in (e.meta for e in self.editions)
        )  # fmt: skip

    @cached_property
    def verdicts(self) -> dict[tuple[str, str], Decision]:
        """Verdicts on hits, by entity and record."""
        return standing(self.store.decisions(subject=Subject.HIT))

    @cached_property
    def holds(self) -> dict[frozenset[str], Decision]:
        """The last hold or release of each matter that is not undone."""
        from dragoman.store.verdicts import effective

        found = effective(self.store.decisions(subject=Subject.HOLD))
        return {frozenset(self.store.canonical(i) for i in d.ids): d for d in sorted(found, key=lambda d: d.at)}

    def clear(self, ids: Iterable[str]) -> Clearance:
        """The clearance of a matter: one record or several that go out together. Raises `UnknownName`."""
        matter = tuple(sorted({self.store.canonical(i) for i in ids}))
        if not matter:
            raise UsageError("nothing to clear", do="name the records that go out")
        position, found = self.store.position(), around(self.workspace, matter)
        records = list(parties(self.store.statements(ids=list(found.parties)))) if found.parties else []
        hits = (*(h for r in records for h in self._hits(r)), *self._owners(found))
        return self._made(matter, found, hits, _version(hits, records, found), position)

    def _made(self, matter: tuple[str, ...], found: Around, hits: tuple[Finding, ...], version: str, at: int) -> Clearance:
        last = self.holds.get(frozenset(matter))
        said = Verdict(last.by, last.at, last.note, last.id) if last else None
        good = last is not None and last.verdict == RELEASED and last.version == version
        lapsed = ""
        if last and last.verdict == RELEASED and not good and any(h.holds for h in hits):
            lapsed = f"released by {last.by} on {last.at[:10]}: {last.note}, but {_changed(last.version, version)} since"
        return Clearance(
            matter=matter, parties=tuple(found.parties.values()), lists=self.lists, hits=hits, military=tuple(found.military),
            controlled=tuple(dict.fromkeys(found.controlled)), release=said if good else None,
            placed=said if last and last.verdict == HELD else None, lapsed=lapsed, version=version, position=at, at=now(),
            covered=frozenset(found.seen), seal=SEAL,
        )  # fmt: skip

    def _owners(self, found: Around) -> list[Finding]:
        """Hits on owners of parties: to be checked, they hold nothing."""
        records = parties(self.store.statements(ids=list(found.owners))) if found.owners else ()
        return [
            replace(hit, holds=False, owns=found.owners[record.id], remarks=(*hit.remarks, OWNER))
            for record in records
            for hit in self._hits(record)
        ]

    def _hits(self, record: Record) -> list[Finding]:
        """The best hit of each list record over all names of a party; what people decided is laid on."""
        best: dict[str, Hit] = {}
        for name in dict.fromkeys((*record.names, *record.aliases, *record.weak)):
            query = Query(
                name, record.schema, record.countries, record.dates, tuple(v for _, v in record.identifiers), 0, record.id
            )
            found = self.screener.screen(query)
            for member in self.store.cluster(record.id) if found else ():  # a verdict on a part of what was joined holds on
                query.entity = member
                lay(query, [h for h in found if h.status is Status.OPEN], self.verdicts)
            for hit in found:
                if hit.key not in best or hit.score > best[hit.key].score:
                    best[hit.key] = hit
        return [_finding(record, hit) for hit in sorted(best.values(), key=lambda h: (-h.score, h.key))]


def _finding(record: Record, hit: Hit) -> Finding:
    alone = "Person" in (record.schema, hit.schema) and not _personal(hit)
    holds = hit.sure and hit.status is not Status.CLEARED and not alone
    remarks = (*hit.remarks, "a person by name alone: holds nothing") if alone and hit.sure else hit.remarks
    return Finding(
        record.id, record.caption, hit.list, hit.edition, hit.published, hit.record, hit.caption, hit.name, hit.score, hit.sure,
        str(hit.status), holds, tuple(dict.fromkeys(remarks)), hit.by, hit.decided, hit.note, hit.fingerprint,
    )  # fmt: skip


def _personal(hit: Hit) -> bool:
    return any(r.weight > 0 and r.name.startswith(PERSONAL) for r in hit.explain().reasons)


def _version(hits: Iterable[Finding], records: Iterable[Record], found: Around) -> str:
    """What a release is good for: the hits that hold with the state of their list records, and who the parties are."""
    held = sorted(f"{h.party} {h.key} {h.fingerprint}" for h in hits if h.holds)
    who = sorted(
        " ".join(
            (r.id, *sorted((*r.names, *r.aliases)), *sorted(r.countries), *sorted(r.dates), *sorted(map(str, r.identifiers)))
        )
        for r in records
    )
    blind = sorted(p.id for p in found.parties.values() if p.unnamed)
    return f"{digest('hits', *held)}.{digest('parties', *who, *blind)}"


def _changed(old: str, new: str) -> str:
    pairs = zip(("the hits or their list records", "the parties"), old.split("."), new.split("."), strict=False)
    differing = [word for word, a, b in pairs if a != b]
    return f"{' and '.join(differing) or 'the matter'} changed"


def clear(workspace: Workspace, ids: Iterable[str] | str) -> Clearance:
    """What screening finds now of everybody in a matter: the required argument of every exit."""
    return Clearing(workspace).clear([ids] if isinstance(ids, str) else ids)


def release(workspace: Workspace, ids: Iterable[str] | str, *, by: str, note: str, seen: str = "") -> Clearance:
    """A named person lifts a hold with a note. Good while the hits' list records and the parties stay as they are.

    `seen` is the version of the clearance that the person had before them. Raises `HeldError` for military end use,
    `UsageError` where nothing is held, where nobody or nothing is named, or where the matter changed since it was seen.
    """
    found = clear(workspace, ids)
    if found.military:
        raise HeldError(f"held: {'; '.join(found.reasons)}", do="nothing lifts this: it is not brokered")
    if not found.held:
        raise UsageError("nothing is held", do="there is nothing to release")
    if seen and seen != found.version:
        raise UsageError(f"since you looked {_changed(seen, found.version)}", do="look again, then decide")
    _decide(workspace, found, RELEASED, by, note)
    return clear(workspace, found.matter)


def hold(workspace: Workspace, ids: Iterable[str] | str, *, by: str, note: str) -> Clearance:
    """A named person holds a matter with a note, whatever the lists say, until one releases it."""
    found = clear(workspace, ids)
    _decide(workspace, found, HELD, by, note)
    return clear(workspace, found.matter)


def _decide(workspace: Workspace, found: Clearance, verdict: str, by: str, note: str) -> None:
    if not by.strip() or not note.strip():
        raise UsageError("a hold is put and lifted by a named person with a note", do="give --by and --note")
    made = Decision(Subject.HOLD, found.matter, verdict, " ".join(by.split()), now(), note.strip(), version=found.version)
    workspace.store.decide(made)


def judge(workspace: Workspace, party: str, record: str, verdict: Status, *, by: str, note: str) -> Decision:
    """A named person clears or confirms the hit `record` (list:id) of a party, with a note; it holds in every matter.

    Raises `UsageError` where it is no hit of that party, or nobody or nothing is named.
    """
    if not by.strip() or not note.strip():
        raise UsageError("a verdict on a hit needs a person and a note", do="give --by and --note")
    found = next((h for h in clear(workspace, party).hits if h.key == record), None)
    if found is None:
        raise UsageError(f"{record} is no hit of this party", do="dragoman clearance show names its hits")
    made = Decision(Subject.HIT, (found.party, record), str(verdict), by, now(), note, found.score, found.fingerprint)
    workspace.store.decide(made)
    return made


def check(workspace: Workspace, clearance: Clearance, ids: Iterable[str]) -> None:
    """What every exit asks before anything leaves: that the matter is not held, that the clearance covers these records and
    is of now. Raises `HeldError`, `UsageError`.
    """
    clearance.admit([workspace.store.canonical(i) for i in ids])
    if clearance.position != workspace.store.position() or _in_force(workspace) != {
        (v.label, v.edition) for v in clearance.lists
    }:
        fresh = clear(workspace, clearance.matter)
        fresh.admit(())
        if fresh.version != clearance.version:
            raise UsageError("the matter changed since it was cleared", do="clear it again")


def _in_force(workspace: Workspace) -> set[tuple[str, str]]:
    shelf = workspace.lists.shelf
    return {(label, shelf.current(label)) for label in shelf.labels()}
