"""Noting: several values more for a record that is there, in one act, with the day they hold from; nothing is taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import rules, stages
from dragoman.expo.rules import Entered
from dragoman.model.entity import Entity
from dragoman.model.schema import Schema, schema
from dragoman.workspace import expo_form
from dragoman.workspace.expo_adding import keep
from dragoman.workspace.expo_entries import Entry, id_of, own_id, state

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_form import Form, Value


def note(
    workspace: Workspace, record: str, said: Mapping[str, Value], *, by: str, date: str = "", form: str = "",
    checked: Collection[str] = (),
) -> list[str]:  # fmt: skip
    """Say more of a record; the ids of the statements made. `date` is when it holds from. Raises `UsageError` with all that is
    wrong. The same words in several languages belong into one note: papers then take each for its language.

    `checked` are properties whose values the caller has checked by rules that a form does not know.
    """
    if not by.strip():
        raise UsageError("nobody is named as the one who enters", do="give your name: --by NAME")
    entity = workspace.store.entity(workspace.store.canonical(record))
    kind = schema(entity.schema.name)
    read = expo_form.read(workspace, kind, said)
    day = day_of(workspace, date) if date else ""
    _hold(read, kind, checked)
    entry = Entry(" ".join(by.split()), form or f"note on {kind.name} {entity.id[:12]}")
    _say(entry, entity, kind.name, read, day)
    keep(workspace, entry, "noted")
    return [s.id for s in entry.made]


def _hold(read: Form, kind: Schema, checked: Collection[str]) -> None:
    """Raise `UsageError` with everything wrong in a form."""
    wrong = [
        told
        for s in read.said
        if (told := s.problem or ("" if s.prop in checked else rules.value_problem(s.prop, s.value, s.unit, kind)))
    ]
    if wrong:
        raise UsageError("; ".join(wrong), where=kind.name)


def make(
    workspace: Workspace, kind: str, said: Mapping[str, Value], *, by: str, form: str, checked: Collection[str]
) -> str:  # fmt: skip
    """Enter a record that has a door of its own, by whoever keeps that door; its id."""
    found = schema(kind)
    read = expo_form.read(workspace, found, {p: v for p, v in said.items() if v})
    _hold(read, found, checked)
    entry = Entry(" ".join(by.split()), form)
    made = own_id(kind, read, entry.by, "", entry.at)
    state(entry, kind, read, made)
    keep(workspace, entry, f"entered {kind}")
    return made


def _say(entry: Entry, entity: Entity, kind: str, read: Form, day: str) -> None:
    for n, one in enumerate(read.said):
        named = read.new.get(n)
        target = id_of(named, entry.by, entity.id) if named else ""
        if not day and (target or one.value) in entity.values(one.prop):
            continue  # it stands there already
        entry.say(entity.id, kind, one, target, valid_from=day)
        if named:
            prop = "unnamed" if named.unnamed else "name"
            entry.say(target, named.schema, Entered(prop, named.name, named.name, lang=one.lang))


def one_of(workspace: Workspace, text: str, *kinds: str) -> str:
    """The one record of these schemata that a name, an id or its first digits stands for; raises `UsageError`.

    A record is never taken for its beginning: what is decided or entered must meet the one that is meant.
    """
    for kind in kinds:
        found = expo_form.candidates(workspace, kind, text)
        if len(found) == 1:
            return found[0]
        if found:
            break
    return expo_form.the(workspace, kind, text)


def day_of(workspace: Workspace, text: str) -> str:
    """A day as it is kept, from how a person writes it; raises `UsageError`."""
    read = expo_form.read(workspace, schema("Meeting"), {"date": text})
    wrong = [p for s in read.said if (p := s.problem or rules.value_problem("date", s.value, "", schema("Meeting")))]
    if wrong or not read.said:
        raise UsageError("; ".join(wrong) or "no day is given", do="write 2018-06-30")
    return read.said[0].value


def steps(entity: Entity, prop: str) -> list[tuple[str, str]]:
    """The steps of a ladder a record reached, (value, date) in the order they were said."""
    return [(s.value, s.valid_from) for s in entity.get(prop) if not s.negated and not s.suggested]


def move(
    workspace: Workspace, record: str, status: str, *, by: str, date: str = "", ladder: Sequence[str] = stages.LADDER
) -> str:  # fmt: skip
    """Move a visit, a delegation or a cooperation up the ladder from looked into to ended; the status it stands at then.

    Earlier steps stay. Raises `UsageError` for a step back, or one it has taken already.
    """
    entity = workspace.store.entity(workspace.store.canonical(record))
    read = expo_form.read(workspace, schema(entity.schema.name), {"status": status})
    wanted = next((s.value for s in read.said), "")
    if wanted not in ladder:
        raise UsageError(f"{status!r} is no status", do=f"write one of {', '.join(ladder)}")
    day = day_of(workspace, date) if date else ""
    wrong = stages.forbidden(steps(entity, "status"), wanted, day, ladder)
    if wrong:
        raise UsageError(wrong, where=entity.caption)
    note(workspace, entity.id, {"status": wanted}, by=by, date=date, form=f"step of {entity.schema.name} {entity.id[:12]}")
    return stages.current(steps(workspace.store.entity(entity.id), "status"), ladder)
