"""Records around a record, read a few look-ups at a time, and their texts by language."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from dragoman.model.entity import NAME_PROPS, Entity
from dragoman.model.statement import Statement
from dragoman.report.words import script_language

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

MANY = 1_000_000  # ties of one record: all there are
CHUNK = 20_000  # ids a statement query takes at once
ID_CHARS = 32


def entities(workspace: Workspace, ids: Iterable[str]) -> dict[str, Entity]:
    """Records by their canonical ids, in the order asked for; ids nothing stands of are left out."""
    wanted = list(dict.fromkeys(ids))
    groups: dict[str, list[Statement]] = {}
    for start in range(0, len(wanted), CHUNK):
        for s in workspace.store.statements(ids=wanted[start : start + CHUNK]):
            groups.setdefault(s.entity_id, []).append(s)
    return {key: Entity(key, tuple(groups[key])) for key in wanted if key in groups}


def all_of(workspace: Workspace, kind: str) -> list[Entity]:
    """Every record of a schema with all that stands of it under that schema, in the order of the log."""
    groups: dict[str, list[Statement]] = {}
    for s in workspace.store.statements(schema=kind):
        groups.setdefault(s.entity_id, []).append(s)
    return [Entity(key, tuple(members)) for key, members in groups.items()]


def tied(workspace: Workspace, root: str, props: Collection[str], kind: str = "") -> list[Entity]:
    """The records that name `root` by one of these properties, of a schema or any, as they came; what is denied is none."""
    near = workspace.store.adjacent(workspace.store.canonical(root), MANY)
    ids = [other for other, prop, _, way in near if way == "in" and prop in props]
    found = entities(workspace, ids).values()
    canonical = workspace.store.canonical(root)
    named = [e for e in found if any(s.prop in props and s.value == canonical and _affirmed(s) for s in e.statements)]
    return [e for e in named if not kind or e.schema.is_a(kind)]


def _affirmed(s: Statement) -> bool:
    return not s.negated and not s.suggested


def first(entity: Entity, *props: str) -> str:
    """The first sure value of the first of these properties that has one; empty without."""
    return next((v for prop in props for v in entity.values(prop, sure=True)), "")


def texts(entity: Entity, *props: str) -> dict[str, str]:
    """The sure texts of the first of these properties that has one, by language: one each, what was said first."""
    for prop in props:
        found: dict[str, str] = {}
        for s in entity.get(prop):
            if _affirmed(s):
                found.setdefault(script_language(s.value) or s.lang or "en", s.value)
        if found:
            return found
    return {}


def names(entity: Entity) -> dict[str, str]:
    """What it is called, by language: names before other names, the caption for its own language."""
    found: dict[str, str] = {}
    caption = entity.caption if any(entity.caption == s.value for p in NAME_PROPS for s in entity.get(p)) else ""
    if caption:
        found[script_language(caption) or "en"] = caption
    for prop in NAME_PROPS:
        for lang, name in texts(entity, prop).items():
            found.setdefault(lang, name)
    return found or texts(entity, "unnamed", "title", "summary") or {"": entity.id[:8]}


def ends(entity: Entity, *props: str) -> list[str]:
    """The ids of the records these properties name, each once."""
    return list(dict.fromkeys(v for prop in props for v in entity.values(prop, sure=True) if len(v) == ID_CHARS))
