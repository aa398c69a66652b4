"""Several changes to records at once, all or none, checked against what others did meanwhile; and changes undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import rules
from dragoman.expo.conflict import Conflict, Edit
from dragoman.expo.rules import Entered
from dragoman.model.statement import Statement
from dragoman.workspace import expo_form
from dragoman.workspace.expo_entries import Entry, id_of
from dragoman.workspace.expo_figures import is_ours
from dragoman.workspace.expo_log import edits, reworded

if TYPE_CHECKING:
    from dragoman.store.amending import Change
    from dragoman.workspace import Workspace

# Steps are dated statements and some need a clearance: `Expo.step`, `Delegations.send`, `Consultations.introduce` make them.
FORBIDDEN = ("stage", *rules.STEPPED)


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
    from dragoman.store.amending import log

    store, key = workspace.store, workspace.store.canonical(record)
    entity = store.entity(key)
    standing = {s.id for s in entity.statements}
    changes = [c for c in log(store, key) if c.position == position]
    gone = [c.statement.id for c in changes if not c.taken_back and c.statement.id in standing and own(c.statement)]
    back = [c.statement for c in changes if c.taken_back and not _stands(c.statement, entity.statements)]
    if not gone and not back:
        raise UsageError("nothing of that change stands any more", do="the history shows what came after it")
    entry = Entry(" ".join(by.split()), f"undoing of what was changed at {position}")
    for s in back:
        entry.say(key, s.schema, Entered(s.prop, s.value, s.original_value or s.value, s.unit, s.lang, str(s.bound)),
                  valid_from=s.valid_from)  # fmt: skip
    return _amended(workspace, entry, gone, set(), store.position(), "undone")


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
