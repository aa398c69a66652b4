"""The timeline of a dossier as SVG made in Python, each bar beside its date and name in a row of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from dragoman.report.timeline import Axis, Span, day

if TYPE_CHECKING:
    from dragoman.web.words import Speech
    from dragoman.workspace.dossiers import Claim, Dossier

ROWS = 30  # of a timeline
SCALE = 0.42  # of a thousandth of the axis in points: about as wide as it is shown, so that its letters keep their shape
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
        found.append(Dated(t.called(dossier.id, dossier.caption, dossier.schema), "", dossier.schema, *own))
    for kind, group in dossier.relations.items():
        for relation in group:
            if not relation.suggested and (own := _span(relation.said)):
                found.append(Dated(title(relation, t, dated=False), f"/entities/{relation.id}", kind, *own))
    return sorted(found, key=lambda d: (d.since, d.until, d.text))


def _span(claims: list[Claim] | tuple[Claim, ...]) -> tuple[str, str] | None:
    told = [c for c in claims if not c.negated and not c.suggested]
    since = next((c.value for p in STARTS for c in told if c.prop == p and day(c.value)), "")
    until = next((c.value for p in ENDS for c in told if c.prop == p and day(c.value)), "")
    return (since, until or since) if since else None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows with their bars, all on one axis, and the years to write above it with where each begins, in hundredths."""

    bars: list[tuple[Dated, Markup]]
    years: Markup


def timeline(rows: list[Dated]) -> Timeline:
    """Each row with its bar."""
    spans = []
    for row in rows[:ROWS]:
        first, last = day(row.since), day(row.until, last=True)
        if first:
            spans.append((row, Span("", row.since, first, max(first, last or first), False)))
    if not spans:
        return Timeline([], Markup(""))
    axis = Axis.over([s for _, s in spans])
    return Timeline([(row, axis.bar(span)) for row, span in spans], _years(axis))


def _years(axis: Axis) -> Markup:
    told = Markup("").join(Markup('<text x="{:.0f}" y="14">{}</text>').format(x * SCALE, year) for year, x in axis.years())
    return Markup('<svg class="years" viewBox="0 0 {:.0f} 18" aria-hidden="true">{}</svg>').format(1000 * SCALE, told)
