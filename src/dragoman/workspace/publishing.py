"""Publishing: named people or owners let records and fields out, and take them back at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UsageError
from dragoman.expo import publication
from dragoman.expo.publication import FIGURE, NEVER, PUBLISHED, WITHDRAWN, Public
from dragoman.model.decision import Decision, Subject
from dragoman.workspace.identity import now

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

ID_CHARS = 32
EACH = ("exhibitors", "exhibits", "projects")  # figures whose rows may be published at once
FIGURES = 12  # names told where one is not known


class Publishing:
    """What of a workspace is for everybody. Nothing is, until somebody says so by name."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def public(self) -> Public:
        """What is let out now."""
        made = publication.in_force(self.store.decisions(subject=Subject.PUBLICATION))
        known: dict[str, str] = {}
        for d in made:
            if d.ids[0] not in known:
                known[d.ids[0]] = self.store.canonical(d.ids[0])
        return publication.standing(((known[d.ids[0]], *d.ids[1:]), d.verdict) for d in made)

    def publish(self, records: Iterable[str], fields: Sequence[str] = (), *, by: str, note: str = "") -> list[Decision]:
        """Let records out: as a whole, or only the named fields (`figure:NAME` for a figure of an edition).

        Raises `UsageError` for a field that a record does not have or that nobody lets out.
        """
        return self._decide(records, fields, PUBLISHED, by, note)

    def withdraw(self, records: Iterable[str], fields: Sequence[str] = (), *, by: str, note: str = "") -> list[Decision]:
        """Take records or fields back: public things made from now on do not show them."""
        return self._decide(records, fields, WITHDRAWN, by, note)

    def each(self, edition: str, what: str) -> list[str]:
        """The records of an edition that are published one by one: its exhibitors, exhibits or projects."""
        if what not in EACH:
            raise UsageError(f"{what!r} are not published at once", do=f"one of {', '.join(EACH)}")
        return list(self.workspace.expo.figures(edition).rows(what) or ())

    def told(self, record: str) -> list[dict[str, Any]]:
        """Every decision on a record, oldest first: what was let out or taken back, by whom, when, why."""
        key = self.store.canonical(record)
        found = self.store.decisions(subject=Subject.PUBLICATION, about=key)
        return [
            {"verdict": d.verdict, "field": d.ids[1] if len(d.ids) > 1 else "", "by": d.by, "at": d.at[:19], "note": d.note}
            for d in found
        ]  # fmt: skip

    def _decide(self, records: Iterable[str], fields: Sequence[str], verdict: str, by: str, note: str) -> list[Decision]:
        if not by.strip():
            raise UsageError("nobody is named as the one who decides", do="give your name: --by NAME")
        ids = [self.store.canonical(r) for r in dict.fromkeys(records)]
        for record in ids if fields else ():
            self._known(record, fields)
        at = now()
        made = [Decision(Subject.PUBLICATION, (i, *f), verdict, by, at, note) for i in ids for f in _each_of(fields)]
        if made:
            self.store.decide(*made)
        return made

    def _known(self, record: str, fields: Sequence[str]) -> None:
        kind = self.store.entity(record).schema
        for prop in fields:
            if prop in NEVER:
                raise UsageError(f"{prop} is never published", do="leave it out")
            if prop.startswith(FIGURE):
                self._figure(record, prop.removeprefix(FIGURE))
            elif prop not in kind.properties:
                raise UsageError(f"{kind.name} has no property {prop!r}", do="docs/reference/schema.md names them")

    def _figure(self, edition: str, name: str) -> None:
        known = [c.full_name for c in self.workspace.expo.figures(edition).counted]
        if name not in known:
            raise UsageError(f"there is no figure {name!r}", do=f"one of {', '.join(known[:FIGURES])} ...")


def _each_of(fields: Sequence[str]) -> list[tuple[str, ...]]:
    return [(f,) for f in fields] or [()]
