"""Drawings of a page as SVG made in Python: the timeline of a dossier and its map. Each has its table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from dragoman.report.timeline import Axis, Span, day

if TYPE_CHECKING:
    from dragoman.web.words import Speech
    from dragoman.workspace.dossiers import Claim, Dossier

ROWS = 30  # of a timeline
POINTS = 25  # places looked up for one map
STARTS, ENDS = ("startDate", "date", "established"), ("endDate",)


@dataclass(frozen=True, slots=True)
class Dated:
    """One row of a timeline."""

    text: str
    href: str
    kind: str
    since: str
    until: str


def dated(dossier: Dossier, t: Speech) -> list[Dated]:
    """The entity's own dates and those of what it is tied to, in order of time."""
    from dragoman.web.summary import title

    found = []
    if own := _span(dossier.claims):
        found.append(Dated(dossier.caption, "", dossier.schema, *own))
    for kind, group in dossier.relations.items():
        for relation in group:
            if not relation.suggested and (own := _span(relation.said)):
                found.append(
                    Dated(title(relation, t).rpartition(" (")[0] or relation.caption, f"/entities/{relation.id}", kind, *own)
                )
    return sorted(found, key=lambda d: (d.since, d.until, d.text))


def _span(claims: list[Claim] | tuple[Claim, ...]) -> tuple[str, str] | None:
    told = [c for c in claims if not c.negated and not c.suggested]
    since = next((c.value for p in STARTS for c in told if c.prop == p and day(c.value)), "")
    until = next((c.value for p in ENDS for c in told if c.prop == p and day(c.value)), "")
    return (since, until or since) if since else None


def timeline(rows: list[Dated]) -> list[tuple[Dated, Markup]]:
    """Each row with its bar, all on one axis."""
    spans = []
    for row in rows[:ROWS]:
        first, last = day(row.since), day(row.until, last=True)
        if first:
            spans.append((row, Span("", row.since, first, max(first, last or first), False)))
    if not spans:
        return []
    axis = Axis.over([s for _, s in spans])
    return [(row, axis.bar(span)) for row, span in spans]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a dossier with its position, where one is known."""

    id: str
    caption: str
    country: str
    position: tuple[float, float] | None  # longitude, latitude
    whole: bool  # a whole country
