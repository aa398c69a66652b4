"""Halls and the floor plan: a drawing from the records with a list twin; everybody's stand for who works here."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from dragoman.expo import floor
from dragoman.report.papers import content
from dragoman.report.papers.floorplan import floor_plan
from dragoman.web.ask import Ask, Page
from dragoman.web.pages.expo_overview import subject
from dragoman.web.pages.expo_record import called, href, told
from dragoman.web.route import get
from dragoman.workspace.edition_records import EditionRecords
from dragoman.workspace.expo_around import entities, first, names
from dragoman.workspace.paper_public import around_stands, place_of

WRONG = 50  # stands, or pairs of them, told of at once


def plan(ask: Ask) -> Page:
    """The plan of an edition: halls and stands, who stands where; `mark` highlights stands."""
    entity = subject(ask)
    records = EditionRecords(ask.workspace, entity.id)
    stands, drawn = _stands(records, ask.lang)
    halls = [
        {"id": h.id, "caption": called(h, ask.lang), "kind": first(h, "hallKind"), "group": _group(ask, h.values("group")),
         "stands": [s for s in stands if s["hall"] == h.id], "theme": first(h, "theme")}
        for h in records.halls
    ]  # fmt: skip
    boxes = {h.id: place_of(h) or around_stands([s.box for s, d in drawn if d["hall"] == h.id]) for h in records.halls}
    shown = [content.Hall(names(h), box) for h in records.halls if (box := boxes[h.id])]
    overlaps, beyond = _wrong(records, drawn)
    drawing = _drawn(ask, {ask.lang: called(entity, ask.lang)}, shown, [s for s, _ in drawn]) if drawn or shown else ""
    data = {
        "id": entity.id, "caption": called(entity, ask.lang), "halls": halls, "loose": [s for s in stands if not s["hall"]],
        "unplaced": sum(not s["placed"] for s in stands), "standless": _standless(records, ask.lang),
        "overlaps": overlaps, "outside": beyond,
    }  # fmt: skip
    return Page("expo_plan.html", data, {"plan": drawing})


def _stands(records: EditionRecords, lang: str) -> tuple[list[dict[str, Any]], list[tuple[content.Stand, dict[str, Any]]]]:
    """The stands as rows, and those with a place as they are drawn."""
    rows, drawn = [], []
    for stand in sorted(records.stands, key=lambda s: first(s, "number")):
        holder = records.get(records.holders.get(stand.id, "")) if records.holders.get(stand.id) else None
        box = place_of(stand)
        label = first(stand, "number")
        holding = (
            {"id": holder.id, "caption": called(holder, lang), "href": href(holder.schema.name, holder.id)} if holder else {}
        )
        row: dict[str, Any] = {
            "id": stand.id, "number": label, "hall": first(stand, "hall"), "placed": box is not None, "holder": holding,
        }  # fmt: skip
        rows.append(row)
        if box:
            drawn.append((content.Stand(label, box, names(holder) if holder else "", f"#stand-{stand.id[:12]}"), row))
    return rows, drawn


def _drawn(ask: Ask, title: dict[str, str], halls: list[content.Hall], stands: list[content.Stand]) -> Markup:
    """The drawing, its colours left to the style sheet: a page may hold no style of its own."""
    made = floor_plan(content.FloorPlan(title, tuple(halls), tuple(stands)), ask.lang, ask.texts("mark"))
    start, _, rest = made.partition("<style>")
    _, _, end = rest.partition("</style>")
    # It holds links, so it is no single image to a screen reader.
    return Markup((start + end).replace(' role="img"', ' role="group"', 1))  # noqa: S704 (our own drawing, escaped there)


def _wrong(
    records: EditionRecords, drawn: list[tuple[content.Stand, dict[str, Any]]]
) -> tuple[list[list[dict[str, Any]]], list[dict[str, Any]]]:
    """Pairs of stands that lie over one another, and stands outside the hall they are said to be in."""
    rows = {row["id"]: row for _, row in drawn}
    places = {row["id"]: _place(stand.box) for stand, row in drawn}
    halls = {h.id: _place(box) for h in records.halls if (box := place_of(h))}
    of = {key: row["hall"] for key, row in rows.items()}
    pairs = [[rows[a], rows[b]] for a, b in floor.overlapping(places)]
    return pairs[:WRONG], [rows[key] for key in floor.outside(places, halls, of)][:WRONG]


def _place(box: content.Box) -> floor.Place:
    return floor.Place(box.x, box.y, box.w, box.h)


def _standless(records: EditionRecords, lang: str) -> list[dict[str, str]]:
    """Exhibitors without a stand."""
    found = [e for key in records.exhibitors if not records.stand_of(key) and (e := records.get(key))]
    return [{"id": e.id, "caption": called(e, lang), "href": href(e.schema.name, e.id)} for e in found]


def _group(ask: Ask, ids: tuple[str, ...]) -> str:
    return ", ".join(told(ask.workspace, entities(ask.workspace, ids).values(), ask.lang).values())


DOORS = (get("/expo/{id}/plan", plan),)
