"""Today in a workspace: the edition that runs or comes next, what is due, what waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.reader import script
from dragoman.workspace.due import due
from dragoman.workspace.resolving import Resolving

if TYPE_CHECKING:
    from dragoman.expo.due import Due
    from dragoman.workspace import Workspace

PROMISES, LOOKED_AT = 8, 200
DAYS = 60  # ahead of which promises are shown


@dataclass(frozen=True, slots=True)
class Shown:
    """An edition with its days; `when` is running, next or last."""

    id: str
    caption: str
    since: str
    until: str
    when: str


@dataclass(frozen=True, slots=True)
class Today:
    """What a day begins with. `waits` counts statements to check and pairs of names to judge."""

    edition: Shown | None
    due: tuple[Due, ...]
    waits: dict[str, int]


_told: dict[tuple[str, str], tuple[int, str, Today]] = {}  # by folder and script: position of the log, day, what was told


def today(workspace: Workspace, day: str) -> Today:
    """Edition, open promises, what waits: remembered until the log grows or the day ends."""
    key, position = (str(workspace.folder.resolve()), script()), workspace.store.position()
    known = _told.get(key)
    if known is None or known[:2] != (position, day):
        said = Today(edition(workspace, day), tuple(due(workspace, day, days=DAYS)[:PROMISES]), _waits(workspace))
        known = _told[key] = (position, day, said)
    return known[2]


def edition(workspace: Workspace, day: str) -> Shown | None:
    """The edition that runs on a day, else the next, else the last; nothing where none has a date."""
    from dragoman.store.several import several

    rows = workspace.store.entities(schema="Edition", limit=LOOKED_AT).rows
    known = several(workspace.store, [r.id for r in rows])
    dated = []
    for row in rows:
        entity = known.get(row.id)
        since = next(iter(entity.values("startDate", sure=True)), "") if entity else ""
        if entity and since:
            until = next(iter(entity.values("endDate", sure=True)), since)
            when = "running" if since <= day <= f"{until}~" else "next" if since > day else "last"
            dated.append(Shown(row.id, row.caption, since, until, when))
    running = [d for d in dated if d.when == "running"]
    ahead = sorted((d for d in dated if d.when == "next"), key=lambda d: d.since)
    past = sorted((d for d in dated if d.when == "last"), key=lambda d: d.until, reverse=True)
    return next(iter([*running, *ahead, *past]), None)


def _waits(workspace: Workspace) -> dict[str, int]:
    from dragoman.store.waiting import how_many

    resolving = Resolving(workspace)
    pairs = len(resolving.queue()) if resolving.has_run() else 0
    return {"check": how_many(workspace.store)[1], "pairs": pairs}
