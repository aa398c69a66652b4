"""The watchlist hits of one entity, by all its names, with the lists in force and what people decided of each."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from dragoman.model.decision import Subject
from dragoman.model.schema import schema
from dragoman.screen.hit import Hit, Query, Status

if TYPE_CHECKING:
    from dragoman.lists.edition import Edition
    from dragoman.screen.screener import Screener
    from dragoman.workspace import Workspace
    from dragoman.workspace.dossiers import Dossier

NAMES = 20  # of an entity looked up: one with more is a mistake of joining
PARTY = "LegalEntity"


@dataclass(frozen=True, slots=True)
class Found:
    """One hit, as the page of a hit is asked for."""

    key: str
    list: str
    published: str
    record: str
    caption: str
    asked: str
    matched: str
    score: float
    sure: bool
    programmes: tuple[str, ...]
    status: str
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class Screened:
    """What the lists say of an entity; `lists` are (label, edition, published), `asked` is False where it is no party."""

    lists: tuple[tuple[str, str, str], ...]
    hits: tuple[Found, ...]
    asked: bool = True


_held: dict[tuple[str, ...], Screener] = {}
_one_at_a_time = Lock()  # an opened index remembers what it restored, for one thread at a time


def screened(workspace: Workspace, dossier: Dossier) -> Screened:
    """The hits of an entity against the lists in force."""
    lists = workspace.lists
    editions = [lists.edition(label) for label in lists.labels()]
    versions = tuple((e.meta.label, e.meta.edition, e.meta.published) for e in editions)
    party = schema(dossier.schema).is_a(PARTY)
    if not editions or not party:
        return Screened(versions, (), asked=party)
    with _one_at_a_time:
        hits = _hits(_screener([str(e.folder) for e in editions], editions), workspace, dossier)
    return Screened(versions, tuple(hits))


def _screener(folders: list[str], editions: list[Edition]) -> Screener:
    from dragoman.screen.screener import Screener

    key = tuple(folders)
    if key not in _held:
        _held.clear()
        _held[key] = Screener(editions)
    return _held[key]


def _hits(screener: Screener, workspace: Workspace, dossier: Dossier) -> list[Found]:
    from dragoman.screen.verdicts import lay, standing

    countries = frozenset(c.value for c in dossier.values("country", "nationality"))
    dates = frozenset(c.value for c in dossier.values("birthDate", "incorporationDate"))
    members = [dossier.id, *dossier.merged]
    decided = [d for i in members for d in workspace.store.decisions(subject=Subject.HIT, about=i)]
    best: dict[str, tuple[Hit, str]] = {}
    for name in dossier.names[:NAMES]:
        query = Query(name, dossier.schema, countries, dates, (), 0, dossier.id)
        found = screener.screen(query)
        for member in members if decided else ():
            query.entity = member
            lay(query, [h for h in found if h.status is Status.OPEN], standing(decided))
        for hit in found:
            if hit.key not in best or hit.score > best[hit.key][0].score:
                best[hit.key] = (hit, name)
    ordered = sorted(best.values(), key=lambda b: (-b[0].score, b[0].key))
    return [
        Found(h.key, h.list, h.published, h.record, h.caption, name, h.name, round(h.score, 3), h.sure, h.programmes,
              str(h.status), h.by, h.note)
        for h, name in ordered
    ]  # fmt: skip
