"""What other records say of an edition or a series: honours, parts in it, and edition by edition guests and firsts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.model.entity import Entity
from dragoman.workspace.expo_around import ends, first, tied
from dragoman.workspace.expo_figures import in_order
from dragoman.workspace.expo_views import source_of

if TYPE_CHECKING:
    from dragoman.model.statement import Statement
    from dragoman.workspace import Workspace

Row = dict[str, Any]
# Roles of bodies in an event that are shown with it; exhibitors are counted, not listed.
ROLES = ("organiser", "co-organiser", "undertaker", "supporting unit", "approver", "guest of honour", "sponsor", "partner")
BY_EDITION = ("guestOfHonour", "approver", "supporter", "letter", "first", "theme")


def beside(workspace: Workspace, record: str) -> list[Row]:
    """Rows like those of a record itself, each with the day it holds from, who said it, and its source."""
    entity = workspace.store.entity(workspace.store.canonical(record))
    rows = [_honour(workspace, e) for e in sorted(tied(workspace, entity.id, ("holder",), "Honour"), key=_day)]
    rows += [row for e in tied(workspace, entity.id, ("event",), "Participation") for row in _parts(workspace, e)]
    if entity.schema.is_a("Expo"):
        for edition in in_order(workspace, entity.id):
            rows += _of_edition(workspace, workspace.store.entity(edition))
    return rows


def _day(e: Entity) -> str:
    return first(e, "date", "startDate")


def _honour(workspace: Workspace, e: Entity) -> Row:
    givers = ", ".join(workspace.store.captions(ends(e, "organizer")).values())
    return _row(workspace, "honour", f"{e.caption}{f', by {givers}' if givers else ''}", _day(e), e.statements[0])


def _parts(workspace: Workspace, e: Entity) -> list[Row]:
    found = [r for r in ROLES if r in e.values("role", sure=True)]
    called = workspace.store.captions(ends(e, "participant"))
    return [_row(workspace, role, name, _day(e), e.get("participant")[0]) for role in found for name in called.values()]


def _of_edition(workspace: Workspace, edition: Entity) -> list[Row]:
    rows = []
    called = workspace.store.captions(v for p in BY_EDITION for v in ends(edition, p))
    for prop in BY_EDITION:
        for s in edition.get(prop):
            if not s.negated and not s.suggested:
                what = f"{prop} of {edition.caption}"
                rows.append(_row(workspace, what, called.get(s.value, s.value), first(edition, "startDate"), s))
    return rows


def _row(workspace: Workspace, what: str, value: str, day: str, s: Statement) -> Row:
    return {
        "property": what, "value": value, "date": day, "by": s.evidence[0].speaker if s.evidence else "",
        "source": source_of(workspace, s), "statement": s.id,
    }  # fmt: skip
