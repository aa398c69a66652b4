"""A record as its page shows it: what is said of it in the groups of its form, each value with its source; what names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from dragoman.lists.countries import country
from dragoman.model.entity import NAME_PROPS, Entity
from dragoman.model.schema import Schema, schema
from dragoman.model.statement import Evidence, Statement
from dragoman.report.words import script_language
from dragoman.web.pages import expo_layout as layout
from dragoman.web.pages.expo_coded import label
from dragoman.web.words import Speech
from dragoman.workspace.expo_around import entities, first, names, texts
from dragoman.workspace.expo_entries import is_entered, tie_to_edition
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
# What a record without a name is called by, in this order.
ABOUT = ("unnamed", "title", "subject", "summary", "question", "partnerSought", "answer")
STEPS = ("transferStage", "marketStage", "stepKind", "measure")  # what tells records of one subject apart
SUBJECT = frozenset(("technology", "subject", "project", "participant", "member", "shown"))
NAMED = 4  # records a record without a name is called by
NEAR = 12  # records of one kind shown beside a record; the list holds the rest
TIES = 400  # ties looked at
# What lists and control lists say stands on the dossier, with its reasons; files and versions are the machinery's.
NEVER = frozenset(("topics", "controlEntry", "catalogueFile", "documentFile", "programmeVersion", "recordId"))


def href(kind: str, key: str) -> str:
    """The address of a record."""
    found = schema(kind)
    place = next((PLACES[a] for a in found.ancestors if a in PLACES), "records")
    return f"/{place}/{key}"


def called(entity: Entity, lang: str) -> str:
    """What to call a record on a page in a language: its name in that language where it has one.

    A name somebody entered goes before what documents call it; a record without a name goes by what it is about.
    """
    if not entity.names:
        about = texts(entity, *ABOUT)
        return about.get(lang) or next(iter(about.values()), entity.caption)
    entered = _entered(entity)
    known = names(entity) if len(entity.names) > 1 else {}
    told = entered.get(lang) or known.get(lang) or _country(entity, lang)
    return told or entered.get("en") or known.get("en") or next(iter(entered.values()), entity.caption)


def _country(entity: Entity, lang: str) -> str:
    """A country by its name in a language; empty for any other record."""
    code = country(entity.caption) if entity.schema.is_a("Place") else ""
    return speech(lang).country(code) if code else ""


def _entered(entity: Entity) -> dict[str, str]:
    """The names people entered, by language; a name before other names."""
    found: dict[str, str] = {}
    for s in (s for prop in NAME_PROPS for s in entity.get(prop) if is_entered(s.dataset) and not s.negated):
        found.setdefault(script_language(s.value) or s.lang, s.value)
    return found


def known(workspace: Workspace, key: str) -> Entity | None:
    """A record by its id; None where nothing stands of it."""
    return next(iter(entities(workspace, [workspace.store.canonical(key)] if key else []).values()), None)


def shown(workspace: Workspace, entity: Entity, lang: str = "en") -> Row:
    """What a record's page holds."""
    near = around(workspace, entity)
    captions = workspace.entities.captions([entity]) | told(workspace, near.values(), lang)
    kinds = {key: e.schema.name for key, e in near.items()}
    groups = []
    said: dict[str, list[Statement]] = {}
    for s in entity.statements:
        if s.prop not in NEVER:
            said.setdefault(s.prop, []).append(s)
    for name, props in _ordered(entity.schema, said):
        fields = [{"name": p, "values": merged([value(workspace, s, captions, kinds, lang) for s in _own_first(said[p], lang)])}
                  for p in props]  # fmt: skip
        groups.append({"key": name, "fields": fields})
    return {
        "id": entity.id,
        "kind": entity.schema.name,
        "caption": told(workspace, [entity], lang)[entity.id],
        "place": href(entity.schema.name, entity.id),
        "groups": groups,
        "edition": edition_of(workspace, entity, lang),
        "position": workspace.store.position(),
        "entered": any(own(s) for s in entity.statements),
    }


def _own_first(statements: list[Statement], lang: str) -> list[Statement]:
    """What is told in the reader's language first."""
    return sorted(statements, key=lambda s: (script_language(s.value) or "en") != lang)


def _ordered(kind: Schema, said: dict[str, list[Statement]]) -> Iterable[tuple[str, list[str]]]:
    placed: set[str] = set()
    for name, members in layout.groups(kind.name):
        props = [f.name for f in members if f.name in said and name != "further"]
        if "name" in props and "alias" in said:
            props.insert(props.index("name") + 1, "alias")
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


def around(workspace: Workspace, entity: Entity) -> dict[str, Entity]:
    """The records that an entity names."""
    kinds = entity.schema.properties
    ids = [s.value for s in entity.statements if s.prop in kinds and kinds[s.prop].type == "entity"]
    return entities(workspace, ids[:TIES])


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
        return {"document": "", "name": "", "by": "", "place": "", "exact": ""}
    return proof(workspace, s.evidence[0], s.recorded_at)


def proof(workspace: Workspace, found: Evidence, at: str = "") -> Row:
    """One piece of evidence for people: name and address of its document, row or page, words, speaker."""
    known = workspace.store.has_document(found.document)
    name = workspace.store.document(found.document).name if known else ""
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


def related(workspace: Workspace, entity: Entity, lang: str = "en") -> list[Row]:
    """The records that name this one, by kind and by what it is to them: a few of each, and how many there are."""
    near = workspace.store.adjacent(entity.id, TIES)
    found = entities(workspace, [other for other, _, _, way in near if way == "in"])
    groups: dict[tuple[str, str], list[Entity]] = {}
    for other, prop, _, way in near:
        if way == "in" and other in found:
            held = groups.setdefault((found[other].schema.name, prop), [])
            if found[other] not in held:
                held.append(found[other])
    captions = told(workspace, [e for members in groups.values() for e in members[:NEAR]], lang)
    return [
        {"kind": kind, "prop": prop, "total": len(members), "rows": [
            {"id": e.id, "caption": captions[e.id], "href": href(kind, e.id)} for e in members[:NEAR]]}
        for (kind, prop), members in sorted(groups.items())
    ]  # fmt: skip


def told(workspace: Workspace, found: Iterable[Entity], lang: str = "en") -> dict[str, str]:
    """What to call records in a list: their names; those without one by what they are about, or by the records they tie."""
    members = list(found)
    bare = [e for e in members if not e.names]
    ends = entities(workspace, dict.fromkeys(v for e in bare for v in _ends(e)))
    captions = {key: _number(e, lang) or called(e, lang) for key, e in ends.items()}
    return {e.id: called(e, lang) if e.names else _unnamed(e, captions, lang) for e in members}


def _unnamed(entity: Entity, captions: Mapping[str, str], lang: str) -> str:
    """What to call a record without a name: never by its id."""
    t = speech(lang)
    if number := _number(entity, lang):
        return number
    about, role = called(entity, lang), first(entity, "role")
    if about not in (entity.id[:8], role):
        technology = next((captions[v] for v in entity.values("technology") if v in captions), "")
        return f"{technology}: {about}" if technology else about
    named = [captions[v] for v in _ends(entity) if captions.get(v, v[:8]) != v[:8]]
    steps = [chosen(t, v) for p in STEPS for v in entity.values(p)[:1]]
    parts = [*dict.fromkeys(named[:NAMED]), *steps, *([chosen(t, role)] if role else [])]
    return " · ".join(parts) or t.schema(entity.schema.name)


def _number(entity: Entity, lang: str) -> str:
    """A stand goes by its number."""
    number = first(entity, "number")
    return f"{speech(lang).schema(entity.schema.name)} {number}" if number and entity.schema.is_a("Stand") else ""


def _ends(entity: Entity) -> list[str]:
    """The records an entity names, its subject first; its edition is left out, which goes without saying."""
    kinds, tie = entity.schema.properties, tie_to_edition(entity.schema.name)
    said = [s for s in entity.statements if s.prop in kinds and kinds[s.prop].type == "entity" and s.prop != tie]
    return list(dict.fromkeys(s.value for s in sorted(said, key=lambda s: s.prop not in SUBJECT)))


def chosen(words: Speech, value: str) -> str:
    """A value of a closed vocabulary in words; any other as it is."""
    return words(f"expo_choice.{value}") if words.has(f"expo_choice.{value}") else value


@cache
def speech(lang: str) -> Speech:
    """The words of a language."""
    return Speech(lang)
