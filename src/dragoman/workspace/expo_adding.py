"""One value more for a record that is there: nothing is taken back for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import rules
from dragoman.expo.rules import Entered
from dragoman.model.schema import schema
from dragoman.workspace import expo_form
from dragoman.workspace.expo_entries import Entry, id_of
from dragoman.workspace.expo_log import reworded

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_form import Value


def add(workspace: Workspace, record: str, prop: str, value: Value, *, by: str, form: str = "") -> list[str]:
    """Say one value more (or several) of a record; what now stands there: ids for records, else values as they are kept.

    A value that stands there already is not said twice. Raises `UsageError` with all that is wrong.
    """
    store = workspace.store
    if not by.strip():
        raise UsageError("nobody is named as the one who enters", do="give your name: --by NAME")
    entity = store.entity(store.canonical(record))
    kind = schema(entity.schema.name)
    read = expo_form.read(workspace, kind, {prop: value})
    wrong = [p for s in read.said if (p := s.problem or rules.value_problem(s.prop, s.value, s.unit, kind))]
    if wrong:
        raise UsageError("; ".join(wrong), where=kind.name)
    entry, kept = Entry(" ".join(by.split()), form or f"addition to {kind.name} {entity.id[:12]}"), []
    known = set(entity.values(prop))
    for n, one in enumerate(read.said):
        named = read.new.get(n)
        target = id_of(named, entry.by, entity.id) if named else ""
        kept.append(target or one.value)
        if kept[-1] in known:
            continue
        entry.say(entity.id, kind.name, one, target)
        if named:
            entry.say(
                target, named.schema, Entered("unnamed" if named.unnamed else "name", named.name, named.name, lang=one.lang)
            )
    keep(workspace, entry, f"added {prop}")
    return kept


def keep(workspace: Workspace, entry: Entry, note: str, taken: list[str] | None = None) -> None:
    """Append what an entry says and take other statements back, in one transaction; nothing where it says nothing."""
    from dragoman.store.amending import amend

    if not entry.made and not taken:
        return
    document, made = entry.done()
    amend(workspace.store, document, reworded(workspace.store, made), taken or (), by=entry.by, note=note)
