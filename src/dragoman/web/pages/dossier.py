"""The dossier of an entity: a summary, what is said with its evidence, its ties, time, place, documents, decisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from dragoman.base.errors import UsageError
from dragoman.model.reader import reading_in
from dragoman.report.worldmap import Point, draw
from dragoman.web.ask import Ask, Page
from dragoman.web.dossier_paper import MACHINERY
from dragoman.web.drawings import Dated, dated, timeline
from dragoman.web.route import get, raw
from dragoman.web.summary import Sentence, summary, title
from dragoman.workspace.dossier_hits import screened
from dragoman.workspace.dossiers import Claim, Dossier, Dossiers, Relation
from dragoman.workspace.placing import Spot, spots

if TYPE_CHECKING:
    from markupsafe import Markup
    from starlette.responses import Response

    from dragoman.web.words import Speech

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
PLACES = 40  # ties looked through for places


def dossier(ask: Ask) -> Page:
    """All that is known of one entity, as of a date and as known at a time."""
    found = Dossiers(ask.workspace).of(ask.path["id"], _date(ask, "as_of"), _date(ask, "known_at"))
    sentences, screening = summary(found, ask.words), screened(ask.workspace, found)
    located = spots(ask.workspace, _place_ids(found))
    rows = dated(found, ask.words)
    data = {
        "dossier": found, "summary": [{"text": s.text(ask.words), "sources": s.sources} for s in sentences],
        "places": located, "timeline": rows, "screened": screening,
    }  # fmt: skip
    return Page("dossier.html", data, _drawn(ask, found, sentences, rows, located))


def _drawn(ask: Ask, found: Dossier, sentences: list[Sentence], rows: list[Dated], located: list[Spot]) -> dict[str, Any]:
    claims = [c for c in found.claims if c.prop not in MACHINERY]
    sure = [c for c in claims if not c.suggested]
    documents = found.cited(o.document for s in sentences for o in s.sources)
    names = [c for c in sure if c.kind == "name" and not c.negated]
    drawn = timeline(rows)
    return {
        "sentences": sentences, "bars": drawn.bars, "years": drawn.years, "map": world(ask, located), "documents": documents,
        "numbers": {d.id: n for n, d in enumerate(documents, 1)}, "latin": ask.text("latin") == "1",
        "ties": {kind: told(group, ask.words) for kind, group in found.relations.items()},
        "names": names, "query": _query(ask), "sure": by_property([c for c in sure if c not in names]),
        "unsure": by_property([c for c in claims if c.suggested]),
    }  # fmt: skip


def told(group: list[Relation], t: Speech) -> list[tuple[str, Relation, list[Relation]]]:
    """What each tie of a kind is called; those called the same, and as sure, on one line."""
    found: dict[tuple[str, bool], list[Relation]] = {}
    for relation in group:
        found.setdefault((title(relation, t), relation.suggested), []).append(relation)
    return [(called, first, again) for (called, _), (first, *again) in found.items()]


def by_property(claims: list[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims property by property, in the order they have."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.prop, []).append(claim)
    return list(found.items())


def _query(ask: Ask) -> str:
    """The dates asked for, for the paper of this page and its neighbourhood."""
    asked = [(name, ask.text(name)) for name in ("as_of", "known_at") if ask.text(name)]
    return f"?{urlencode(asked)}" if asked else ""


def _date(ask: Ask, name: str) -> str:
    value = ask.text(name)
    if value and not DATE.fullmatch(value):
        raise UsageError(f"{name} is no date", do="2018, 2018-06 or 2018-06-30")
    return value


def _place_ids(found: Dossier) -> list[str]:
    own = [found.id] if found.schema == "Place" else []
    own += [c.target for c in found.claims if c.target]
    ties = [r.id for r in found.relations.get("Place", ())]
    return [*own, *ties, *(c.target for group in found.relations.values() for r in group for c in r.ends if c.target)][:PLACES]


def world(ask: Ask, located: list[Spot]) -> Markup | str:
    """The map of the places that have a position; empty where none has."""
    points = [
        Point(s.caption, ask.words.foreign(s.caption), f"/entities/{s.id}", *s.position, 1, s.whole)
        for s in located
        if s.position
    ]
    shaded = {s.country: 1 for s in located if s.country}
    return draw(points, shaded, ask.words("dossier.map")) if points else ""


def paper(ask: Ask) -> Response:
    """The dossier as PDF. Raises `Missing` where the extra `papers` is not installed."""
    from starlette.responses import Response

    from dragoman.report.papers.pdf import pdf
    from dragoman.web.dossier_paper import dossier_paper

    with reading_in(ask.lang):
        found = Dossiers(ask.workspace).of(ask.path["id"], _date(ask, "as_of"), _date(ask, "known_at"))
        made = pdf(dossier_paper(found, summary(found, ask.words), screened(ask.workspace, found), ask.words))
    name = f'inline; filename="dossier-{found.id[:12]}.pdf"'
    return Response(made, media_type="application/pdf", headers={"content-disposition": name})


DOORS = (
    raw("/entities/{id}/dossier.pdf", paper),
    get("/entities/{id}", dossier),
)
