"""Floor plan and public pages from the records: what the owners let out, and never a hold, a hit or an exposure.

Organisers and supporting units of a published edition are always shown, whoever they are: leaving one out would make the page
untrue. Who exhibits is shown only where the exhibitor let it out and no hold stands.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo.figures import Counted
from dragoman.expo.publication import FIGURE
from dragoman.expo.rules import amount
from dragoman.model.clearance import Clearance
from dragoman.model.entity import Entity
from dragoman.model.schema import LANGUAGES
from dragoman.report.papers import content
from dragoman.report.papers.content import Box
from dragoman.report.words import Words
from dragoman.workspace.expo_around import ends, entities, first, names, texts
from dragoman.workspace.expo_figures import in_order
from dragoman.workspace.paper_edition import EditionPapers
from dragoman.workspace.paper_words import placed

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

MARGIN, HEAD = 2.0, 4.0  # metres around the stands of a hall whose own measures nobody entered; room for its name above
NO_STAND = "no stand is on record with its place"
PLACE_IT = "dragoman enter Stand number=A-1 left=0 top=0 width=6 depth=3 --of EDITION"


def floor_plan(papers: EditionPapers, clearance: Clearance) -> content.FloorPlan:
    """Halls and stands in metres from the plan's upper left corner; a name stands only where its owner let it out.

    Raises `UsageError` where no stand has a place.
    """
    records, public = papers.records, papers.public
    let = papers.let(clearance, papers.published())
    stands, boxes = [], dict[str, list[Box]]()
    for stand in records.stands:
        box = place_of(stand)
        if box is None:
            continue
        holder = records.holders.get(stand.id, "")
        known = records.get(holder) if holder and holder in let and public.may(holder, "stand") else None
        stands.append(content.Stand(first(stand, "number"), box, names(known) if known else "", taken=bool(holder)))
        for hall in ends(stand, "hall"):
            boxes.setdefault(hall, []).append(box)
    halls = [content.Hall(names(h), box) for h in records.halls if (box := place_of(h) or around_stands(boxes.get(h.id, [])))]
    if not stands:
        raise UsageError(NO_STAND, where=papers.entity.caption, do=PLACE_IT)
    return content.FloorPlan(papers.name, tuple(halls), tuple(stands))


def place_of(record: Entity) -> Box | None:
    """Where a hall or a stand lies on the plan, in metres; None where its place is not told whole."""
    read = [amount(first(record, prop)) for prop in ("left", "top", "width", "depth")]
    known = [float(v) for v in read if v is not None]
    return Box(*known) if len(known) == len(read) else None


def around_stands(boxes: list[Box]) -> Box | None:
    """The place of a hall whose own is not told: around its stands, with room for its name."""
    if not boxes:
        return None
    left, top = min(b.x for b in boxes) - MARGIN, min(b.y for b in boxes) - HEAD
    right, bottom = max(b.x + b.w for b in boxes) + MARGIN, max(b.y + b.h for b in boxes) + MARGIN
    return Box(left, top, right - left, bottom - top)


def public_edition(papers: EditionPapers, clearance: Clearance) -> content.PublicEdition:
    """The page of an edition. Raises `UsageError` where nobody published it."""
    entity, public = papers.entity, papers.public
    if not public.record(papers.id):
        raise UsageError(f"{entity.caption} is not published", do="dragoman publish EDITION --by NAME")
    released = papers.workspace.programmes.released(papers.id).version and public.may(papers.id, "programmeVersion")
    plan = floor_plan(papers, clearance) if any(place_of(s) for s in papers.records.stands) else None
    series = next(iter(entities(papers.workspace, ends(entity, "expo")).values()), None)
    return content.PublicEdition(
        papers.name, names(series) if series and public.record(series.id) else "", texts(entity, "theme"),
        _day(entity, "startDate"), _day(entity, "endDate"), papers.place(), _about(entity, papers),
        _named(papers, "organizer", "coOrganizer"), _named(papers, "supporter", "approver"), _named(papers, "guestOfHonour"),
        tuple(_figures(papers)), papers.programme(clearance) if released else None, papers.exhibitors(clearance), plan,
    )  # fmt: skip


def _day(entity: Entity, prop: str) -> date | None:
    told = first(entity, prop)
    return date.fromisoformat(told) if len(told) == 10 else None


def _about(entity: Entity, papers: EditionPapers) -> tuple[content.Said, ...]:
    may = [p for p in ("summary", "description", "letter", "first") if papers.public.may(entity.id, p)]
    return tuple(content.Said(words) for p in may if (words := texts(entity, p)))


def _named(papers: EditionPapers, *props: str) -> tuple[content.Text, ...]:
    """Those a published edition names by these properties, and who has such a part in it."""
    may = [p for p in props if papers.public.may(papers.id, p)]
    ids = ends(papers.entity, *may)
    roles = {ROLES[p] for p in may}
    for e in papers.records.around:
        if e.schema.is_a("Participation") and roles.intersection(e.values("role", sure=True)):
            ids += ends(e, "participant")
    return tuple(placed(names(e)) for e in entities(papers.workspace, ids).values())


ROLES = {
    "organizer": "organiser", "coOrganizer": "co-organiser", "supporter": "supporting unit", "approver": "approver",
    "guestOfHonour": "guest of honour",
}  # fmt: skip


def _figures(papers: EditionPapers) -> list[content.ReleasedFigure]:
    """The counted figures that were let out by name, then the reported ones whose record was published."""
    wanted = papers.public.fields.get(papers.id, set())
    names_ = [f.removeprefix(FIGURE) for f in wanted if f.startswith(FIGURE)]
    found = papers.workspace.expo.figures(papers.id)
    counted = [c for c in found.counted if c.full_name in names_]
    made = [content.ReleasedFigure(_labels(c), _numbers(c.value, c.unit)) for c in counted]
    for reported in found.reported:
        if papers.public.record(papers.workspace.store.statement(reported.statement).entity_id):
            source = content.Source(reported.source, reported.speaker, reported.date, quote=reported.quote)
            made.append(content.ReleasedFigure(reported.thing, _numbers(reported.value, reported.unit, reported.bound), source))
    return made


def _labels(counted: Counted) -> dict[str, str]:
    return {lang: counted.label(lang) for lang in LANGUAGES}


def _numbers(value: Decimal, unit: str = "", bound: str = "") -> dict[str, str]:
    made = {}
    for lang in LANGUAGES:
        words = Words(lang)
        told = words.choice("bound", bound) if bound else ""
        made[lang] = " ".join(p for p in (told, words.number(float(value)), unit) if p)
    return made


def public_series(workspace: Workspace, series: str, pages: dict[str, content.PublicEdition]) -> content.PublicSeries:
    """The page of a series with the pages of its published editions (by id), the newest first, each in its own file.

    Raises `UsageError` where nobody published the series.
    """
    entity = workspace.store.entity(workspace.store.canonical(series))
    public = workspace.publishing.public()
    if not public.record(entity.id):
        raise UsageError(f"{entity.caption} is not published", do="dragoman publish SERIES --by NAME")
    order = [e for e in reversed(in_order(workspace, entity.id)) if e in pages]
    links = {name: f"{e[:12]}.html" for e in order for name in _one(pages[e].title)}
    may = [p for p in ("summary", "description", "letter") if public.may(entity.id, p)]
    about = tuple(content.Said(words) for p in may if (words := texts(entity, p)))
    return content.PublicSeries(names(entity), about, tuple(pages[e] for e in order), links)


def _one(title: content.Text) -> list[str]:
    return [title] if isinstance(title, str) else list(title.values())
