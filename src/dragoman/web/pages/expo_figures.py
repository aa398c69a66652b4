"""Figures: reported beside counted; each number opens its rows, each row opens where it stands. Editions compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName
from dragoman.web.ask import Ask, Page
from dragoman.web.pages import expo_counts
from dragoman.web.pages.expo_overview import series_of, subject
from dragoman.web.pages.expo_record import called, href, source, told
from dragoman.web.route import get
from dragoman.workspace.expo_around import entities
from dragoman.workspace.expo_figures import in_order
from dragoman.workspace.expo_revising import own

if TYPE_CHECKING:
    from dragoman.expo.figures import Counted, Reported

LIMIT = 100
ID_CHARS = 32


def figures(ask: Ask) -> Page:
    """All figures of an edition or series; beside another edition where one is asked for."""
    entity = subject(ask)
    found = expo_counts.figures(ask.workspace, entity.id)
    counted = [expo_counts.counted(c, ask.lang) for c in found.counted]
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in counted:
        if row["by"]:
            groups.setdefault(f"{row['group']}.{row['by']}", []).append(row)
    against = ask.text("against")
    pairs = _pairs(ask, entity.id, against) if against else []
    data = {
        "id": entity.id, "caption": called(entity, ask.lang), "kind": entity.schema.name, "counted": counted,
        "reported": expo_counts.all_reported(ask.workspace, found, ask.lang), "against": against, "pairs": pairs,
        "editions": _editions(ask, entity.id) if entity.schema.is_a("Expo") else [],
    }  # fmt: skip
    series = series_of(ask, entity) if entity.schema.is_a("Edition") else ""
    return Page("expo_figures.html", data, {"groups": groups, "others": _others(ask, entity.id), "series": series})


def _editions(ask: Ask, series: str) -> list[dict[str, Any]]:
    """The figures of the editions of a series side by side."""
    order = in_order(ask.workspace, series)
    captions = _called(ask, order)
    made = []
    for key in order:
        found = expo_counts.figures(ask.workspace, key)
        whole = {c.full_name: expo_counts.number(c.value) for c in found.counted if not c.by and c.value}
        made.append({"id": key, "caption": captions[key], "figures": whole})
    return made


def _others(ask: Ask, edition: str) -> list[dict[str, str]]:
    """The other editions it can be set against."""
    series = series_of(ask, ask.workspace.store.entity(edition))
    order = [key for key in in_order(ask.workspace, series) if key != edition] if series else []
    return [{"id": key, "caption": caption} for key, caption in _called(ask, order).items()]


def _called(ask: Ask, ids: list[str]) -> dict[str, str]:
    return told(ask.workspace, entities(ask.workspace, ids).values(), ask.lang)


def _pairs(ask: Ask, left: str, right: str) -> list[dict[str, Any]]:
    from dragoman.expo.figures import pairs

    other = ask.workspace.expo.edition(right)
    a, b = expo_counts.figures(ask.workspace, left), expo_counts.figures(ask.workspace, other)
    labels = {c.full_name: c.label(ask.lang) for c in (*b.counted, *a.counted) if not c.by}
    return [
        {"name": p.name, "figure": labels[p.name], "left": expo_counts.number(p.left), "right": expo_counts.number(p.right),
         "both": p.both, "difference": expo_counts.number(p.difference)}
        for p in pairs(a, b) if p.name in labels
    ]  # fmt: skip


def rows(ask: Ask) -> Page:
    """The rows behind a figure, by its name, or behind a reported one, by its statement."""
    entity = subject(ask)
    found = expo_counts.figures(ask.workspace, entity.id)
    name, statement = ask.text("name"), ask.text("reported")
    one = next((c for c in found.counted if c.full_name == name), None)
    claim = next((r for r in found.reported if r.statement == statement), None)
    if one is None and claim is None:
        raise UnknownName(f"there is no figure {name or statement[:12]!r}", do="the page Figures lists those there are")
    ids = one.rows if one else claim.rows if claim else ()
    offset = ask.number("offset", 0)
    opened = sorted_rows(ask, ids[offset : offset + LIMIT])
    data = {
        "id": entity.id, "caption": called(entity, ask.lang), "kind": entity.schema.name,
        "figure": _named(one, claim, ask.lang),
        "claim": expo_counts.reported(ask.workspace, claim, ask.lang) if claim else None, "rows": opened, "total": len(ids),
        "offset": offset, "limit": LIMIT,
        "value": expo_counts.number(one.value) if one else len(ids), "unit": one.unit if one else "",
    }  # fmt: skip
    return Page("expo_rows.html", data)


def _named(one: Counted | None, claim: Reported | None, lang: str) -> str:
    """What an opened figure is called, with the part it is."""
    if one is None:
        return expo_counts.called(claim, lang) if claim else ""
    shown = expo_counts.counted(one, lang)
    return f"{shown['whole']}: {shown['part']}" if one.by else str(shown["whole"])


def sorted_rows(ask: Ask, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """Records behind a figure: name, kind, amount, and the first statement on each with its source."""
    made = []
    captions = _called(ask, [key for key in ids if len(key) == ID_CHARS])
    for row in ask.workspace.expo.opened(ids):
        key = str(row["id"])
        if len(key) != ID_CHARS:
            made.append({**row, "name": ask.words.country(key), "href": "", "statement": "", "document": ""})
            continue
        shown = {"name": captions.get(key, row["name"]), "href": href(str(row["schema"]), key)}
        made.append({**row, **shown, **_first(ask, key)})
    return made


def _first(ask: Ask, key: str) -> dict[str, Any]:
    """Where a row stands, by its first statement: what is entered or imported goes before what a document claims."""
    statements = sorted(ask.workspace.store.entity(key).statements, key=lambda s: not own(s))
    for s in statements:
        if s.evidence and ask.workspace.store.has_document(s.evidence[0].document):
            return {"statement": s.id, "document": s.evidence[0].document, "proof": source(ask.workspace, s)}
    return {"statement": "", "document": ""}


DOORS = (get("/expo/{id}/figures", figures), get("/expo/{id}/figures/rows", rows))
