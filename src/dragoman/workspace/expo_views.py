"""Editions and records as rows for people: lists of series, what is said of an edition, the records behind a figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dragoman.model.entity import Entity
from dragoman.model.schema import schema
from dragoman.model.statement import Statement
from dragoman.workspace.expo_documents import DOCUMENT
from dragoman.workspace.expo_entries import is_entered
from dragoman.workspace.expo_figures import in_order
from dragoman.workspace.expo_import import FILE

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

Row = dict[str, Any]
ID_CHARS = 32
MANY = 10_000  # more series or editions than any organiser has
MONEY = ("amount", "plannedAmount", "paidAmount")


def listed(workspace: Workspace) -> list[Row]:
    """Every series with its editions in their order, then editions of no series."""
    store = workspace.store
    found: list[Row] = []
    seen: set[str] = set()
    for series in store.entities(schema="Expo", limit=MANY).rows:
        editions = in_order(workspace, series.id)
        seen.update(editions)
        found += [_edition(store.entity(e), series.caption) for e in editions]
        if not editions:
            found.append({"id": series.id[:12], "expo": series.caption, "edition": ""})
    others = [r.id for r in store.entities(schema="Edition", limit=MANY).rows if r.id not in seen]
    return found + [_edition(store.entity(e), "") for e in others]


def _edition(entity: Entity, series: str) -> Row:
    def first(prop: str) -> str:
        return next(iter(entity.values(prop)), "")

    return {
        "id": entity.id[:12], "expo": series, "edition": entity.caption, "ordinal": first("ordinal"),
        "from": first("startDate"), "to": first("endDate"), "files": len(entity.values(FILE)),
    }  # fmt: skip


def told(workspace: Workspace, entity_id: str) -> list[Row]:
    """What is said of a record, one row a statement: by whom, from which source."""
    entity = workspace.store.entity(entity_id)
    captions = workspace.store.captions({s.value for s in entity.statements if len(s.value) == ID_CHARS})
    return [
        {
            "property": s.prop, "value": _shown(s, captions), "date": s.valid_from,
            "by": s.evidence[0].speaker if s.evidence else "", "source": source_of(workspace, s), "statement": s.id,
        }
        for s in entity.statements
    ]  # fmt: skip


def _shown(s: Statement, captions: dict[str, str]) -> str:
    value = s.original_value if s.prop in (FILE, DOCUMENT) else captions.get(s.value, s.value)
    return " ".join(p for p in ("not" if s.negated else "", str(s.bound), value, s.unit) if p)


def source_of(workspace: Workspace, s: Statement) -> str:
    """Where a statement stands, in words: document, sheet and row; its data set where it cites nothing."""
    if not s.evidence:
        return s.dataset
    proof = s.evidence[0]
    name = workspace.store.document(proof.document).name if workspace.store.has_document(proof.document) else proof.document
    return f"{name}, {proof.sheet} row {proof.row}" if proof.row else name


def opened(workspace: Workspace, rows: Iterable[str]) -> list[Row]:
    """The records behind a figure by name, with the amount where they have one, and where the first word of each stands."""
    from dragoman.report.worldmap import country_name

    found: list[Row] = []
    names: dict[str, str] = {}
    for key in rows:
        if len(key) != ID_CHARS:
            found.append({"id": key, "schema": "country", "name": country_name(key, "en"), "value": "", "source": ""})
            continue
        entity = workspace.store.entity(key)
        caption = entity.caption if entity.caption != key[:8] else _by_ends(workspace, entity)
        money = "; ".join(f"{s.value} {s.unit}" for s in entity.statements if s.prop in MONEY)
        source = _first(workspace, entity, names)
        found.append({"id": key, "schema": entity.schema.name, "name": caption, "value": money, "source": source})
    return sorted(found, key=lambda r: str(r["name"]).casefold())


def _first(workspace: Workspace, entity: Entity, names: dict[str, str]) -> str:
    """Where the first word of a record stands; what is entered or imported goes before what a document claims."""
    ordered = sorted(entity.statements, key=lambda s: not (is_entered(s.dataset) or bool(s.evidence and s.evidence[0].row)))
    proof = next((s.evidence[0] for s in ordered if s.evidence), None)
    if proof is None:
        return ""
    if proof.document not in names:
        known = workspace.store.has_document(proof.document)
        names[proof.document] = workspace.store.document(proof.document).name if known else proof.document
    name = names[proof.document]
    return f"{name}, {proof.sheet} row {proof.row}" if proof.row else name


def _by_ends(workspace: Workspace, entity: Entity) -> str:
    """A record without a name by the parties or ends it ties."""
    kinds = entity.schema.properties
    ranges = {p.name: schema(p.range) for p in kinds.values() if p.range}
    ends = [s.value for s in entity.statements if s.prop in ranges and not ranges[s.prop].is_a("Event")]
    told_ = workspace.store.captions(dict.fromkeys(ends))
    return " · ".join(dict.fromkeys(told_.values())) or entity.id[:8]
