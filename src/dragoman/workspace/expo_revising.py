"""Several changes to records at once, all or none, checked against what others did meanwhile; and changes undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import rules
from dragoman.expo.conflict import Conflict, Edit
from dragoman.expo.rules import Entered
from dragoman.model.statement import Statement
from dragoman.workspace import expo_form
from dragoman.workspace.expo_entries import Entry, id_of, is_entered
from dragoman.workspace.expo_figures import is_ours
from dragoman.workspace.expo_log import edits, reworded

if TYPE_CHECKING:
    from dragoman.store.amending import Change
    from dragoman.workspace import Workspace

# Steps are dated statements and some need a clearance: `Expo.step`, `Delegations.send`, `Consultations.introduce` make them.
FORBIDDEN = ("stage", *rules.STEPPED)
TOGETHER = 1_000  # records changed by one entry of a page


@dataclass(frozen=True, slots=True)
class Revision:
    """One change: of a property of a record these statements go (by id) and these texts come."""

    record: str
    prop: str
    gone: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revised:
    """What was done: where the log stands now, and what others did to other parts of the records since they were seen."""

    position: int
    records: int
    meanwhile: tuple[Edit, ...]


def own(statement: Statement) -> bool:
    """Whether people said it here, by a form or a catalogue: only that can be taken back."""
    return is_ours(statement.dataset)


def revise(
    workspace: Workspace, revisions: Sequence[Revision], *, by: str, seen: int, form: str = "", note: str = ""
) -> Revised:
    """Make all these changes in one transaction. Raises `UsageError` with every problem, `Conflict` with what others did
    since `seen` to the same property of the same record; then nothing is written.
    """
    if not by.strip():
        raise UsageError("nobody is named as the one who enters", do="sign in, or give your name")
    entry = Entry(" ".join(by.split()), form or "correction")
    wrong: list[str] = []
    for revision in revisions:
        _say(workspace, entry, revision, wrong)
    if wrong:
        raise UsageError("; ".join(wrong))
    gone = [i for r in revisions for i in r.gone]
    if not entry.made and not gone:
        raise UsageError("nothing was changed", do="change a field, or go back")
    return _amended(workspace, entry, gone, {(r.record, r.prop) for r in revisions}, seen, note)


def take_back(workspace: Workspace, record: str, *, by: str, seen: int, note: str) -> Revised:
    """Take back all that people said here of a record; what documents claim of it stays. Raises `UsageError`, `Conflict`."""
    statements = workspace.store.entity(workspace.store.canonical(record)).statements
    groups: dict[str, list[str]] = {}
    for s in statements:
        if own(s):
            groups.setdefault(s.prop, []).append(s.id)
    if not groups:
        raise UsageError("nothing of this was entered or imported", do="documents claim it: reject the facts there")
    made = [Revision(statements[0].entity_id, prop, tuple(ids)) for prop, ids in groups.items()]
    return revise(workspace, made, by=by, seen=seen, form="record taken back", note=note or "taken back")


def undo(workspace: Workspace, record: str, position: int, *, by: str) -> Revised:
    """Undo what one entry changed in a record: what it said is taken back, what it took back is said again.

    Raises `UsageError` where nothing of it stands any more, or where it was no entry.
    """
    return _undone(workspace, [workspace.store.canonical(record)], position, by)


def changed_with(workspace: Workspace, position: int) -> list[str]:
    """The records that one entry changed together; none where there are more than a change of many can name."""
    from dragoman.store.amending import touched

    found = touched(workspace.store, position, TOGETHER * 10)
    return found if len(found) <= TOGETHER else []


def files(workspace: Workspace, record: str) -> dict[str, str]:
    """The files that the statements of a record come from, by statement; what a person entered comes from none."""
    from dragoman.store.amending import log

    store = workspace.store
    said = [c.statement for c in log(store, record) if not is_entered(c.statement.dataset)]
    told_by = {s.id: s.evidence[0].document for s in said if s.evidence}
    names = {d: store.document(d).name.rsplit("/", 1)[-1] for d in dict.fromkeys(told_by.values()) if store.has_document(d)}
    return {i: names[d] for i, d in told_by.items() if d in names}


def undo_all(workspace: Workspace, position: int, *, by: str) -> Revised:
    """Undo one entry in every record it changed, in one transaction. Raises `UsageError` where nothing of it stands."""
    return _undone(workspace, changed_with(workspace, position), position, by)


def _undone(workspace: Workspace, records: Sequence[str], position: int, by: str) -> Revised:
    entry = Entry(" ".join(by.split()), f"undoing of what was changed at {position}")
    gone = [i for record in records for i in _undo(workspace, entry, record, position)]
    if not gone and not entry.made:
        raise UsageError("nothing of that change stands any more", do="the history shows what came after it")
    done = _amended(workspace, entry, gone, set(), workspace.store.position(), "undone")
    return replace(done, records=len(records))


def _undo(workspace: Workspace, entry: Entry, key: str, position: int) -> list[str]:
    """Say again what an entry took back of a record; the ids of what it said and still stands."""
    from dragoman.store.amending import log

    standing = workspace.store.entity(key).statements
    ids = {s.id for s in standing}
    changes = [c for c in log(workspace.store, key) if c.position == position]
    said = [c.statement for c in changes if not c.taken_back]
    later = {s.prop for s in said} - {s.prop for s in said if s.id in ids}  # what it said was changed once more since
    for s in (c.statement for c in changes if c.taken_back and c.statement.prop not in later):
        if not _stands(s, standing):
            entry.say(key, s.schema, Entered(s.prop, s.value, s.original_value or s.value, s.unit, s.lang, str(s.bound)),
                      valid_from=s.valid_from)  # fmt: skip
    return [s.id for s in said if s.id in ids and own(s)]


def _stands(s: Statement, statements: Iterable[Statement]) -> bool:
    return any((o.prop, o.value, o.unit) == (s.prop, s.value, s.unit) for o in statements)


def _say(workspace: Workspace, entry: Entry, revision: Revision, wrong: list[str]) -> None:
    """The statements of one change into the entry; what cannot be said into `wrong`."""
    store = workspace.store
    key = store.canonical(revision.record)
    statements = store.entity(key).statements
    kind = store.entity(key).schema
    if revision.prop in FORBIDDEN:
        wrong.append(f"{revision.prop} is moved by steps, not corrected")
    known = {s.id: s for s in statements if s.prop == revision.prop}
    if any(i in known and not own(known[i]) for i in revision.gone):
        wrong.append(f"{revision.prop}: what a document claims is not taken back by a form")
    read = expo_form.read(workspace, kind, {revision.prop: revision.said}) if revision.said else expo_form.Form()
    wrong += [p for s in read.said if (p := s.problem or rules.value_problem(s.prop, s.value, s.unit, kind))]
    kept = {(s.value, s.unit, str(s.bound)) for s in known.values() if s.id not in revision.gone and own(s)}
    for n, one in enumerate(read.said):
        named = read.new.get(n)
        target = id_of(named, entry.by, key) if named else ""
        if (target or one.value, one.unit, one.bound) in kept:
            continue
        entry.say(key, kind.name, one, target)
        if named:
            entry.say(
                target, named.schema, Entered("unnamed" if named.unnamed else "name", named.name, named.name, lang=one.lang)
            )


def _amended(
    workspace: Workspace, entry: Entry, gone: Sequence[str], touched: set[tuple[str, str]], seen: int, note: str
) -> Revised:
    from dragoman.store.amending import amend, log

    store, meanwhile = workspace.store, list[Edit]()
    records = list(dict.fromkeys(store.canonical(r) for r, _ in touched))
    props = {(store.canonical(r), p) for r, p in touched}

    def check(_: Sequence[Change]) -> None:
        mine: list[Edit] = []
        for record in records:
            for edit in edits(store, log(store, record, seen)):
                (mine if (record, edit.prop) in props else meanwhile).append(edit)
        if mine:
            raise Conflict(tuple(mine))

    document, made = entry.done()
    done = amend(
        store, document if made else None, reworded(store, made), gone, by=entry.by, note=note or entry.form,
        of=records[0] if records else "", since=seen, check=check if records else None,
    )  # fmt: skip
    return Revised(done.position, len(records) or 1, tuple(meanwhile))
