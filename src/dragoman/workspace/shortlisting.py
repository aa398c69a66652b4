"""Candidates of a shortlist: bodies and projects on record, with what is said of fields, places, ripeness and wishes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.expo import regions
from dragoman.expo.shortlist import Candidate, Text, Wanted
from dragoman.extract.sheets import cells
from dragoman.model.entity import Entity
from dragoman.model.statement import Statement
from dragoman.workspace import expo_form
from dragoman.workspace.expo_around import ends, entities, first

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

OF_BODY = ("activity", "sector", "goal", "keywords", "summary", "description", "field", "name", "alias")
OF_THING = ("field", "use", "name", "goal", "summary", "description", "keywords", "nature")
OFFERED = ("summary", "partnerSought", "name")
MAKERS = ("developer", "producer", "exhibitor", "holder", "broughtBy")
# Bodies that nobody asks a question of technology for, unless their kind is asked for.
APART = frozenset(("ministry", "government", "press", "fund"))
PROJECT = "project"
_PARTS = re.compile(r"\s*[,;，；、/]\s*|\s+(?:and|и|和)\s+")


def wanted(workspace: Workspace, asked: Entity) -> tuple[Wanted, list[str]]:
    """What a consultation asks for, and the parts of its region that name no country, group or region known here."""
    countries, unknown = places(workspace, asked.values("region", sure=True))
    kinds = [cells.choice("bodyKind", k) for k in asked.values("partnerKind", sure=True)]
    least = first(asked, "trl")
    texts = (*asked.values("field", sure=True), *asked.values("question", sure=True))
    kept = {PROJECT if k.problem and "project" in k.value.lower() else k.value for k in kinds}
    return Wanted.of(texts, countries, kept, int(float(least)) if least else None), unknown


def places(workspace: Workspace, names: Iterable[str]) -> tuple[set[str], list[str]]:
    """Country codes of countries, regions of the world, and groups on record; and the names that are none of these."""
    found: set[str] = set()
    unknown = []
    for name in (n for whole in names for n in ([whole] if _known(workspace, whole) else _PARTS.split(whole)) if n):
        codes = _known(workspace, name)
        found |= codes
        if not codes:
            unknown.append(name)
    return found, unknown


def _known(workspace: Workspace, name: str) -> set[str]:
    code = cells.country(name)
    if code:
        return {code}
    group = expo_form.candidates(workspace, "CountryGroup", name)
    members = entities(workspace, [m for g in group for m in ends(workspace.store.entity(g), "member")]).values()
    codes = {c for m in members for c in m.values("country") or (cells.country(m.caption),) if c}
    return codes or set(regions.countries_of(name))


def candidates(workspace: Workspace, besides: Iterable[str] = ()) -> list[Candidate]:
    """Every body and project; what is to check is left out, and so are people: nobody is listed for who they are."""
    known = _read(workspace, ("LegalEntity", "Project", "Technology", "Patent", "Offer"))
    left = {workspace.store.canonical(i) for i in besides}
    found = {
        e.id: _candidate(e)
        for e in known.values()
        if (e.schema.is_a("Project") or (e.schema.is_a("LegalEntity") and not e.schema.is_a("Person"))) and e.id not in left
    }
    for entity in known.values():
        _through(entity, found, known)
    _placed(workspace, found, known)
    return [c for c in found.values() if c.kind not in APART]


def _read(workspace: Workspace, schemas: Iterable[str]) -> dict[str, Entity]:
    groups: dict[str, list[Statement]] = {}
    for name in schemas:
        for s in workspace.store.statements(schema=name):
            if not s.suggested and not s.negated:
                groups.setdefault(s.entity_id, []).append(s)
    return {key: Entity(key, tuple(members)) for key, members in groups.items()}


def _candidate(entity: Entity) -> Candidate:
    is_project = entity.schema.is_a("Project")
    kind = PROJECT if is_project else first(entity, "bodyKind") or ("company" if entity.schema.is_a("Company") else "")
    made = Candidate(entity.id, kind, _texts(entity, OF_THING if is_project else OF_BODY))
    made.countries = {s.value: s.id for s in entity.get("country")}
    level = next((s for s in entity.get("trl")), None)
    if level:
        made.trl, made.trl_statement = int(float(level.value)), level.id
    return made


def _texts(entity: Entity, props: Iterable[str], of: str = "") -> list[Text]:
    return [Text(s.value, s.id, s.prop, of) for prop in props for s in entity.get(prop)]


def _through(entity: Entity, found: dict[str, Candidate], known: dict[str, Entity]) -> None:
    """What a body makes, shows, develops and offers speaks for it too."""
    if entity.schema.is_a("Offer"):
        for body in ends(entity, "offeror"):
            if body in found:
                found[body].offers += _texts(entity, OFFERED, entity.id)[:1]
                found[body].texts += _texts(entity, ("field", "summary"), entity.id)
        return
    if entity.schema.is_a("LegalEntity"):
        return
    for body in ends(entity, *MAKERS):
        if body not in found or body == entity.id:
            continue
        found[body].texts += _texts(entity, ("field", "use", "name"), entity.id)
        level = next((s for s in entity.get("trl")), None)
        if level and (found[body].trl is None or int(float(level.value)) > (found[body].trl or 0)):
            found[body].trl, found[body].trl_statement = int(float(level.value)), level.id
        own = found.get(entity.id)
        if own is not None and not own.countries and body in known:
            own.countries = {s.value: s.id for s in known[body].get("country")}


def _placed(workspace: Workspace, found: dict[str, Candidate], known: dict[str, Entity]) -> None:
    """The country of a body's seat or place, where the body itself names none."""
    seats = {c.id: ends(known[c.id], "seat", "location") for c in found.values() if not c.countries}
    named = entities(workspace, {s for places_ in seats.values() for s in places_})
    for key, ids in seats.items():
        for place in (named[i] for i in ids if i in named):
            for s in place.get("country"):
                found[key].countries.setdefault(s.value, s.id)
