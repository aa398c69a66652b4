"""Promises: given in a record (a stop, a visit, a cooperation, a consultation), with an owner and a day; kept or overdue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo.cooperations import Promise
from dragoman.expo.due import DROPPED, KEPT, state
from dragoman.model.entity import Entity
from dragoman.model.reader import nearest
from dragoman.model.statement import Statement
from dragoman.workspace import expo_form
from dragoman.workspace.delegations import today as this_day
from dragoman.workspace.expo_around import ends, first, tied
from dragoman.workspace.noting import note, one_of, steps

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_form import Value


class Promises:
    """The promises of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def give(self, about: str, what: Value, owner: str, *, by: str, due: str = "", date: str = "") -> str:
        """Enter a promise given in a record; its id. The same words in several languages are one promise."""
        target = one_of(self.workspace, about, "Thing")
        if not owner.strip():
            raise UsageError("a promise needs somebody who keeps it", do="say who: an owner")
        said: dict[str, Value] = {"about": target, "summary": what, "owner": owner, "due": due, "date": date}
        return self.workspace.expo.enter("Promise", {k: v for k, v in said.items() if v}, by=by, form="promise")

    def settle(self, promise: str, how: str, *, by: str, date: str = "", words: str = "") -> Promise:
        """Note that a promise was kept or dropped, on a day, with a remark. Raises `UsageError` where it is settled."""
        target = self.find(promise)
        entity = self.store.entity(target)
        if how not in (KEPT, DROPPED):
            raise UsageError(f"a promise is {KEPT} or {DROPPED}", do=f"write {KEPT} or {DROPPED}")
        known = self.one(entity, this_day())
        if known.state in (KEPT, DROPPED):
            raise UsageError(f"it is {known.state} since {known.settled}", do="dragoman correct takes that back")
        said = {"promiseState": how, **({"notes": words} if words else {})}
        note(self.workspace, target, said, by=by, date=date or this_day(), form="promise settled")
        return self.one(self.store.entity(target), this_day())

    def find(self, words_or_id: str) -> str:
        """The id of a promise, or of a stop with a next step, by its id or by words of it; raises `UsageError`."""
        found = expo_form.candidates(self.workspace, "Promise", words_or_id)
        if len(found) == 1:
            return found[0]
        wanted = words_or_id.casefold().strip()
        known = [(e.id, _words(e)) for e in self._all()]
        met = [i for i, words in known if wanted and (i.startswith(wanted) or wanted in words)]
        if len(met) != 1:
            told = "no promise has" if not met else f"{len(met)} promises have"
            raise UsageError(f"{told} these words: {words_or_id!r}", do="dragoman due names them with their ids")
        return met[0]

    def _all(self) -> list[Entity]:
        """Every promise, and every stop with a next step."""
        groups: dict[str, list[Statement]] = {}
        for s in (*self.store.statements(schema="Promise"), *self.store.statements(schema="Stop")):
            groups.setdefault(s.entity_id, []).append(s)
        made = (Entity(key, tuple(members)) for key, members in groups.items())
        return [e for e in made if e.schema.is_a("Promise") or first(e, "nextStep")]

    def all(self, today: str = "") -> list[Promise]:
        """Every promise of the workspace as it stands on a day."""
        return [self.one(e, today or this_day()) for e in self._all()]

    def of(self, records: Iterable[str], today: str = "") -> list[Promise]:
        """The promises given in some records, as they stand on a day, the earliest due first.

        A stop's own next step (from a sheet or a form) is one too.
        """
        day = today or this_day()
        found: dict[str, Promise] = {}
        for record in dict.fromkeys(records):
            found |= {e.id: self.one(e, day) for e in tied(self.workspace, record, ("about",), "Promise")}
            entity = self.store.entity(record)
            if entity.schema.is_a("Stop") and first(entity, "nextStep"):
                found[record] = self.one(entity, day)
        return sorted(found.values(), key=lambda p: (not p.due, p.due))

    def one(self, entity: Entity, today: str) -> Promise:
        """A promise as it stands on a day; how it was settled counts from the day that was noted."""
        settled = [(s, d) for s, d in steps(entity, "promiseState") if not d or d <= today]
        said, when = settled[-1] if settled else ("", "")
        due, at_stop = first(entity, "due"), entity.schema.is_a("Stop")
        about = entity.id if at_stop else next(iter(ends(entity, "about")), "")
        prop = "nextStep" if at_stop else "summary"
        told = tuple(s.id for s in entity.get(prop) if not s.negated and not s.suggested)
        what = nearest(first(entity, prop), ((0, 1, words) for words in entity.values(prop, sure=True)))
        return Promise(
            entity.id, what, first(entity, "owner"), due, state(due, today, said), when, about, told
        )  # fmt: skip


def _words(entity: Entity) -> str:
    return " ".join((*entity.values("summary"), *entity.values("nextStep"))).casefold()
