"""Records of one kind as rows: of an edition or of the whole workspace, with what they are filtered and sorted by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.expo import stages
from dragoman.expo.rules import amount
from dragoman.model.entity import Entity
from dragoman.model.schema import schema, schemata
from dragoman.workspace.edition_records import EditionRecords
from dragoman.workspace.expo_around import entities, first

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

EXHIBITORS = "exhibitors"
MOST = 100_000  # records of one kind
NEAR_MOST = 50_000  # ties of one edition
# Whose a record is: the first of these that it names.
OWNERS = (
    "exhibitor", "developer", "offeror", "requester", "holder", "sender", "visitor", "client", "party", "side", "invitee",
    "participant", "organizer", "producer",
)  # fmt: skip
DAYS = ("startDate", "date", "due", "expires")


@dataclass(slots=True)
class Row:
    """One record of a list."""

    id: str
    schema: str
    caption: str
    owner: str = ""
    owners: tuple[str, ...] = ()  # the ids of those; of an exhibitor what it shows
    countries: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    trl: int = 0
    date: str = ""
    state: str = ""
    stand: str = ""
    amount: str = ""
    words: str = field(default="", repr=False)  # everything it is found by, folded


def parts(workspace: Workspace, record: str) -> dict[str, int]:
    """How many records of each schema are tied to one."""
    from dragoman.store.several import tie_counts

    return tie_counts(workspace.store, record)


def listed(workspace: Workspace, kind: str, edition: str = "") -> list[Row]:
    """The records of a schema (or the exhibitors) of an edition, or of the workspace, by name."""
    if kind == EXHIBITORS:
        return _exhibitors(workspace, edition)
    ids = _near(workspace, kind, edition) if edition else [r.id for r in workspace.store.entities(schema=kind, limit=MOST).rows]
    return _rows(workspace, entities(workspace, ids).values())


def _near(workspace: Workspace, kind: str, edition: str) -> list[str]:
    from dragoman.store.several import tied

    kinds = [name for name, s in schemata().items() if s.is_a(kind)]
    found = tied(workspace.store, edition, kinds, NEAR_MOST)
    return [t.id for t in found if any(way == "in" for _, way in t.props)]


def _exhibitors(workspace: Workspace, edition: str) -> list[Row]:
    records = EditionRecords(workspace, edition)
    bodies = [e for key in records.exhibitors if (e := records.get(key)) is not None]
    shown = {key: [x for i in one.exhibits if (x := records.get(i))] for key, one in records.exhibitors.items()}
    rows = _rows(workspace, bodies)
    for row in rows:
        row.stand = records.stand_of(row.id)
        exhibits = shown.get(row.id, [])
        row.fields = tuple(dict.fromkeys(v for e in exhibits for v in e.values("field"))) or row.fields
        row.trl = max((_level(e) for e in exhibits), default=0)
        row.owner, row.owners = ", ".join(e.caption for e in exhibits[:3]), tuple(e.id for e in exhibits[:3])
        row.words += " ".join((row.stand, *row.fields, *(n for e in exhibits for n in e.names))).casefold()
    return rows


def _rows(workspace: Workspace, found: Iterable[Entity]) -> list[Row]:
    members = list(found)
    wanted = {v for e in members for v in (*e.values("country"), *_ends(e)) if len(v) == 32}
    captions, countries = workspace.store.captions(wanted), _countries(workspace, members)
    rows = [_row(e, captions, countries) for e in members]
    return sorted(rows, key=lambda r: (r.caption.casefold(), r.id))


def _ends(entity: Entity) -> list[str]:
    return [v for prop in OWNERS for v in entity.values(prop)]


def _countries(workspace: Workspace, members: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """The countries of the owners of records that have none of their own."""
    owners = {v for e in members if not e.values("country") for v in _ends(e)}
    return {key: e.values("country") for key, e in entities(workspace, owners).items()}


def _row(entity: Entity, captions: Mapping[str, str], countries: Mapping[str, tuple[str, ...]]) -> Row:
    ends = list(dict.fromkeys(_ends(entity)))
    names = [captions.get(e, "") for e in ends]
    near = entity.values("country") or tuple(dict.fromkeys(c for e in ends for c in countries.get(e, ())))
    caption = entity.caption if entity.caption != entity.id[:8] else " · ".join(n for n in names if n)[:200] or entity.id[:8]
    money = next((f"{s.value} {s.unit}" for p in ("amount", "plannedAmount", "budget") for s in entity.get(p)), "")
    return Row(
        entity.id,
        entity.schema.name,
        caption,
        ", ".join(n for n in names[:3] if n),
        tuple(ends[:3]),
        near,
        entity.values("field"),
        _level(entity),
        first(entity, *DAYS),
        state_of(entity),
        first(entity, "stand", "number"),
        money,
        " ".join((*entity.names, *names, *entity.values("field"), *entity.values("summary"))).casefold(),
    )


def _level(entity: Entity) -> int:
    told = amount(first(entity, "trl"))
    return int(told) if told is not None else 0


def state_of(entity: Entity) -> str:
    """How far a record has come: the stage of an agreement, the state of an invitation or promise, else its status."""
    if schema(entity.schema.name).is_a("Agreement"):
        steps = [(s.value, s.valid_from) for s in entity.get("stage") if not s.negated]
        return stages.stage_of(steps, first(entity, "status"), entity.values("agreementKind"))
    for prop in ("invitationState", "promiseState", "introductionState", "status"):
        found = [s.value for s in entity.get(prop) if not s.negated]
        if found:
            return found[-1]
    return ""
