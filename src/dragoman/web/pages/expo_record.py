"""A record as its page shows it: what is said of it in the groups of its form, each value with its source; what names it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.model.entity import Entity
from dragoman.model.schema import Schema, schema
from dragoman.model.statement import Evidence, Statement
from dragoman.web.pages import expo_layout as layout
from dragoman.web.pages.expo_coded import label
from dragoman.workspace.expo_around import entities, names
from dragoman.workspace.expo_entries import tie_to_edition
from dragoman.workspace.expo_revising import own

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

Row = dict[str, Any]
# Where a record of a schema has a page of its own; everything else is shown under /records.
PLACES = {
    "Expo": "expo",
    "Edition": "expo",
    "Visit": "visits",
    "Delegation": "delegations",
    "Agreement": "agreements",
    "Consultation": "consultations",
    "Cooperation": "cooperations",
    "Contest": "contests",
    "Invitation": "invitations",
    "Network": "networks",
    "Centre": "networks",
    "Alliance": "networks",
}
NEAR = 12  # records of one kind shown beside a record; the list holds the rest
TIES = 400  # ties looked at
# What lists and control lists say stands on the dossier, with its reasons; files and versions are the machinery's.
NEVER = frozenset(("topics", "controlEntry", "catalogueFile", "programmeVersion", "recordId"))


def href(kind: str, key: str) -> str:
    """The address of a record."""
    found = schema(kind)
    place = next((PLACES[a] for a in found.ancestors if a in PLACES), "records")
    return f"/{place}/{key}"


def called(entity: Entity, lang: str) -> str:
    """What to call a record on a page in a language: its name in that language where it has one."""
    known = names(entity) if len(entity.names) > 1 else {}
    return known.get(lang) or entity.caption


def known(workspace: Workspace, key: str) -> Entity | None:
    """A record by its id; None where nothing stands of it."""
    return next(iter(entities(workspace, [workspace.store.canonical(key)] if key else []).values()), None)


def shown(workspace: Workspace, entity: Entity, lang: str = "en") -> Row:
    """What a record's page holds."""
    captions = workspace.entities.captions([entity])
    kinds = kinds_of(workspace, entity)
    groups = []
    said: dict[str, list[Statement]] = {}
    for s in entity.statements:
        if s.prop not in NEVER:
            said.setdefault(s.prop, []).append(s)
    for name, props in _ordered(entity.schema, said):
        fields = [{"name": p, "values": merged([value(workspace, s, captions, kinds, lang) for s in said[p]])} for p in props]
        groups.append({"key": name, "fields": fields})
    return {
        "id": entity.id,
        "kind": entity.schema.name,
        "caption": called(entity, lang),
        "place": href(entity.schema.name, entity.id),
        "groups": groups,
        "edition": edition_of(workspace, entity, lang),
        "position": workspace.store.position(),
        "entered": any(own(s) for s in entity.statements),
    }


def _ordered(kind: Schema, said: dict[str, list[Statement]]) -> Iterable[tuple[str, list[str]]]:
    placed: set[str] = set()
    for name, members in layout.groups(kind.name):
        props = [f.name for f in members if f.name in said and name != "further"]
        placed |= set(props)
        if props:
            yield name, props
    rest = [p for p in said if p not in placed]
    if rest:
        yield "further", rest


def merged(values: list[Row]) -> list[Row]:
    """Values with those that say the same joined: what people entered first, further sources under `also`."""
    found: dict[tuple[object, ...], Row] = {}
    for v in sorted(values, key=lambda v: (not v["own"], v["suggested"])):
        key = (v["text"].casefold(), v["unit"], v["bound"], v["negated"], v["date"])
        if key in found:
            found[key]["also"].append({"source": v["source"], "statement": v["statement"]})
        else:
            found[key] = {**v, "also": []}
    return list(found.values())


def kinds_of(workspace: Workspace, entity: Entity) -> dict[str, str]:
    """The schemata of the records that an entity names."""
    kinds = entity.schema.properties
    ids = [s.value for s in entity.statements if s.prop in kinds and kinds[s.prop].type == "entity"]
    return {key: e.schema.name for key, e in entities(workspace, ids[:TIES]).items()}


def value(workspace: Workspace, s: Statement, captions: dict[str, str], kinds: dict[str, str], lang: str = "en") -> Row:
    """One value: what it says, where it leads, who says it and where it stands."""
    spec = schema(s.schema).properties.get(s.prop)
    kind = spec.type if spec else "text"
    text = captions.get(s.value, s.original_value or s.value[:8]) if kind == "entity" else s.value
    if s.prop == "field":
        text = label(text, lang)
    made: Row = {
        "statement": s.id, "value": s.value, "type": kind, "text": text,
        "unit": s.unit, "bound": str(s.bound), "lang": s.lang, "date": s.valid_from, "own": own(s), "suggested": s.suggested,
        "negated": s.negated, "status": str(s.status), "source": source(workspace, s),
    }  # fmt: skip
    if kind == "entity" and s.value in kinds:
        made["href"] = href(kinds[s.value], s.value)
    return made


def source(workspace: Workspace, s: Statement) -> Row:
    """Where a statement stands: document with place and words, or the entry of a person."""
    if not s.evidence:
        return {"document": "", "name": s.dataset, "by": "", "place": "", "exact": ""}
    return proof(workspace, s.evidence[0], s.recorded_at)


def proof(workspace: Workspace, found: Evidence, at: str = "") -> Row:
    """One piece of evidence for people: name and address of its document, row or page, words, speaker."""
    known = workspace.store.has_document(found.document)
    name = workspace.store.document(found.document).name if known else found.document
    return {
        "document": found.document if known else "", "name": name.rsplit("/", 1)[-1], "by": found.speaker, "sheet": found.sheet,
        "row": found.row or 0, "page": found.page or 0, "exact": found.exact, "at": at,
    }  # fmt: skip


def edition_of(workspace: Workspace, entity: Entity, lang: str = "en") -> Row:
    """The edition (or series) a record belongs to; empty without one."""
    prop = tie_to_edition(entity.schema.name)
    for found in entities(workspace, entity.values(prop) if prop else ()).values():
        if found.schema.is_a("Event"):
            name = called(found, lang)
            return {"id": found.id, "kind": found.schema.name, "caption": name, "href": href(found.schema.name, found.id)}
    return {}


def related(workspace: Workspace, entity: Entity) -> list[Row]:
    """The records that name this one, by kind and by what it is to them: a few of each, and how many there are."""
    near = workspace.store.adjacent(entity.id, TIES)
    found = entities(workspace, [other for other, _, _, way in near if way == "in"])
    groups: dict[tuple[str, str], list[Entity]] = {}
    for other, prop, _, way in near:
        if way == "in" and other in found:
            held = groups.setdefault((found[other].schema.name, prop), [])
            if found[other] not in held:
                held.append(found[other])
    called = told(workspace, [e for members in groups.values() for e in members[:NEAR]])
    return [
        {"kind": kind, "prop": prop, "total": len(members), "rows": [
            {"id": e.id, "caption": called[e.id], "href": href(kind, e.id)} for e in members[:NEAR]]}
        for (kind, prop), members in sorted(groups.items())
    ]  # fmt: skip


def told(workspace: Workspace, found: Iterable[Entity]) -> dict[str, str]:
    """What to call records in a list: their captions; those without a name by the records they tie."""
    members = list(found)
    bare = [e for e in members if e.caption == e.id[:8]]
    captions = workspace.entities.captions(bare)
    return {e.id: _by_ends(e, captions) if e in bare else e.caption for e in members}


def _by_ends(entity: Entity, captions: dict[str, str]) -> str:
    kinds = entity.schema.properties
    ends = [captions.get(s.value, "") for s in entity.statements if s.prop in kinds and kinds[s.prop].type == "entity"]
    return " · ".join(e for e in dict.fromkeys(ends) if e)[:200] or entity.id[:8]
