"""Dossiers: all that is known of one entity, for a page: what is said with its evidence, its ties, what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.base.errors import UnknownName
from dragoman.model.decision import Decision
from dragoman.model.entity import NAME_PROPS, Entity, holds
from dragoman.model.schema import Schema, schema
from dragoman.model.statement import Evidence, Statement, belief

if TYPE_CHECKING:
    from dragoman.store.several import Tied, Title
    from dragoman.workspace import Workspace

STATEMENTS = 400  # of one entity shown at first: a hub has tens of thousands
EACH_KIND, ALL_KINDS = 8, 60  # related entities shown of one schema, and in all; a page of their own shows the rest
EACH_THEN, ALL_THEN = 150, 450  # those read as of a date: which of them held then is seen only when they are read
PROOFS = 12  # pieces of evidence shown of one claim
ID_CHARS = 32
Counted = tuple[dict[str, int], dict[str, int], frozenset[str]]  # sure ties, those to check, schemata with more than counted
ORDER = (  # what a reader asks first
    "bodyKind", "placeKind", "eventKind", "agreementKind", "nature", "country", "nationality", "seat", "location", "place",
    "venue", "destination", "sector", "activity", "field", "use", "pastUse", "originSector", "trl", "ipStatus", "startDate",
    "endDate", "date", "status", "stage", "amount", "value", "series", "expo", "ordinal", "theme", "purpose", "goal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a claim stands: the words, the document with page or cell, who says it, and whether it speaks for or against."""

    statement: str
    document: str
    title: str
    lang: str
    published: str
    publisher: str
    quote: str
    page: int | None
    sheet: str
    row: int | None
    speaker: str
    stance: str
    stored: bool  # the reader can show it
    start: int | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one property, said once or many times."""

    prop: str
    value: str
    shown: str
    kind: str  # the type of the property
    target: str  # the entity it names, where it names one
    lang: str
    negated: bool
    inferred: bool
    suggested: bool
    status: str
    bound: str
    unit: str
    since: str
    until: str
    written: str
    statements: tuple[str, ...]
    proofs: tuple[Proof, ...]
    belief: float

    @property
    def sources(self) -> int:
        """How many documents say it."""
        return len({p.document for p in self.proofs})


@dataclass(frozen=True, slots=True)
class Relation:
    """An entity tied to the one in question, with what it says besides."""

    id: str
    schema: str
    caption: str
    props: tuple[tuple[str, str], ...]
    ends: tuple[Claim, ...]  # others it ties together
    said: tuple[Claim, ...]
    suggested: bool

    @property
    def date(self) -> str:
        """When it was or began, empty where that is not told."""
        return next(
            (c.value for p in ("startDate", "date", "established") for c in self.said if c.prop == p and not c.negated), ""
        )

    def holds(self, as_of: str) -> bool:
        """Whether it had begun by a date and, where it is a tie that lasts, had not ended."""
        if self.date[: len(as_of)] > as_of:
            return False
        ended = next((c.value for c in self.said if c.prop == "endDate" and not c.negated), "")
        return not (ended and schema(self.schema).edge and f"{ended}~" < as_of)


@dataclass(slots=True)
class Dossier:
    """All of it. `total` statements stand, of which `shown` were read.

    `tied` counts the sure ties of each schema, `waiting` those to be checked; `partly` are schemata with more than was counted.
    """

    id: str
    schema: str
    caption: str
    names: tuple[str, ...]
    claims: list[Claim]
    relations: dict[str, list[Relation]]
    tied: dict[str, int]
    documents: list[Title]
    decisions: list[Decision]
    total: int
    shown: int
    as_of: str = ""
    known_at: str = ""
    merged: list[str] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=dict)
    partly: frozenset[str] = frozenset()
    _titled: dict[str, Title] = field(default_factory=dict)

    def cited(self, documents: Iterable[str]) -> list[Title]:
        """The documents of the entity, and after them others that are cited, each once."""
        known = {t.id for t in self.documents}
        return [*self.documents, *(self._titled[d] for d in dict.fromkeys(documents) if d in self._titled and d not in known)]

    def values(self, *props: str) -> list[Claim]:
        """What is surely said for some properties, negative claims left out."""
        return [c for c in self.claims if c.prop in props and not c.negated and not c.suggested]


class Dossiers:
    """Makes dossiers from the views of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def of(self, any_id: str, as_of: str = "", known_at: str = "") -> Dossier:
        """The dossier of an entity as of a date and as known at a time. Raises `UnknownName`."""
        from dragoman.store.several import tie_counts

        entity, total = self._entity(any_id, as_of, known_at)
        counts, dated = tie_counts(self.store, entity.id), bool(as_of or known_at)
        related = self._related(entity.id, counts, dated)
        parts = self._several([r.id for group in related.values() for r in group], as_of, known_at)
        names = self._captions([entity, *parts.values()])
        titled = self._titles([entity, *parts.values()])
        claims = Claims(names, titled)
        read = {
            kind: [claims.relation(r, parts[r.id], entity.id) for r in group if r.id in parts]
            for kind, group in related.items()
        }
        held = {kind: [r for r in group if not as_of or r.holds(as_of)] for kind, group in read.items()}
        tied, waiting, partly = self._dated(counts, related, held) if dated else self._counted(entity.id, counts)
        cited = {e.document for s in entity.statements for e in s.evidence}
        return Dossier(
            entity.id, entity.schema.name, entity.caption, entity.names, claims.of(entity),
            {kind: group[:EACH_KIND] for kind, group in held.items() if group}, tied,
            sorted((t for d, t in titled.items() if d in cited), key=lambda t: (t.published or "9999", t.shown)),
            self.store.decisions(about=entity.id), total, len(entity.statements), as_of, known_at,
            [i for i in self.store.cluster(entity.id) if i != entity.id], waiting, partly, titled,
        )  # fmt: skip

    def _counted(self, entity_id: str, counts: dict[str, int]) -> Counted:
        """Sure ties by schema, and those to check."""
        from dragoman.store.several import tie_counts

        sure = tie_counts(self.store, entity_id, sure=True)
        return sure, {k: n - sure.get(k, 0) for k, n in counts.items() if n > sure.get(k, 0)}, frozenset()

    @staticmethod
    def _dated(counts: dict[str, int], related: dict[str, list[Tied]], held: dict[str, list[Relation]]) -> Counted:
        """As of a date: of the ties that were read; of some schemata there may be more."""
        sure = {k: sum(not r.suggested for r in group) for k, group in held.items()}
        waiting = {k: sum(r.suggested for r in group) for k, group in held.items()}
        partly = frozenset(k for k, n in counts.items() if n > len(related.get(k, ())))
        return {k: n for k, n in sure.items() if n}, {k: n for k, n in waiting.items() if n}, partly

    def _entity(self, any_id: str, as_of: str, known_at: str) -> tuple[Entity, int]:
        found = self.workspace.entities.find(any_id)
        if known_at:
            entity = self.workspace.entities.get(found, as_of, known_at)
            return entity, len(entity.statements)
        page = self.store.entity_page(found, limit=STATEMENTS)
        standing = tuple(s for s in page.statements if holds(s, as_of))
        if not standing:
            raise UnknownName(f"nothing of {any_id!r} stands", do="leave the date out" if as_of else "all of it was taken back")
        taken_back = sum(bool(s.retracted_at) for s in page.statements)
        return Entity(page.id, standing), page.total - taken_back

    def _related(self, entity_id: str, counts: dict[str, int], dated: bool) -> dict[str, list[Tied]]:
        """A few of each schema, the rarest kinds first, so that none is left out; more of them as of a date."""
        from dragoman.store.several import tied

        found: dict[str, list[Tied]] = {}
        each, left = (EACH_THEN, ALL_THEN) if dated else (EACH_KIND, ALL_KINDS)
        for kind, _ in sorted(counts.items(), key=lambda k: k[1]):
            if left > 0:
                found[kind] = tied(self.store, entity_id, [kind], min(each, left))
                left -= len(found[kind])
        return found

    def _several(self, ids: list[str], as_of: str, known_at: str) -> dict[str, Entity]:
        from dragoman.store.several import several

        found = several(self.store, ids)
        kept = {key: entity.as_of(as_of, known_at) for key, entity in found.items()}
        return {key: entity for key, entity in kept.items() if entity.statements}

    def _captions(self, entities: Iterable[Entity]) -> dict[str, str]:
        from dragoman.workspace.naming import unnamed

        wanted = {s.value for e in entities for s in e.statements if len(s.value) == ID_CHARS} | {e.id for e in entities}
        found = self.store.captions(wanted)
        bare = unnamed(self.workspace, ((key, "", c) for key, c in found.items() if c == key[:8]))
        return found | {key: " · ".join(one.ends) for key, one in bare.items() if one.ends}

    def _titles(self, entities: Iterable[Entity]) -> dict[str, Title]:
        from dragoman.store.several import titles

        return titles(self.store, {proof.document for e in entities for s in e.statements for proof in s.evidence})


class Claims:
    """Folds statements into claims."""

    def __init__(self, names: dict[str, str], titled: dict[str, Title]) -> None:
        self.names, self.titled = names, titled

    def of(self, entity: Entity) -> list[Claim]:
        """What is said of an entity, the same thing once with all who say it, in the order a reader asks."""
        groups: dict[tuple[object, ...], list[Statement]] = {}
        for s in entity.statements:
            groups.setdefault((s.prop, s.value, s.negated, s.status, s.valid_from, s.valid_to), []).append(s)
        kind = entity.schema  # worked out from all its statements: once
        made = [self.claim(members, kind) for members in groups.values()]
        return sorted(made, key=lambda c: (c.prop not in NAME_PROPS, _place(c.prop), c.prop, -c.sources))

    def claim(self, members: list[Statement], kind: Schema) -> Claim:
        """Statements that say the same as one claim."""
        s, spec = members[0], kind.properties.get(members[0].prop)
        evidence = tuple(e for m in members for e in m.evidence)
        proofs = tuple(self._proof(m.id, e) for m in members for e in m.evidence)
        told = spec.type if spec else "text"
        target = s.value if told == "entity" and len(s.value) == ID_CHARS else ""
        shown = self.names.get(s.value, s.original_value or s.value) if told == "entity" else s.value
        return Claim(
            s.prop, s.value, shown, told, target, s.lang, s.negated, all(m.inferred for m in members),
            all(m.suggested for m in members), str(s.status), str(s.bound), s.unit, s.valid_from, s.valid_to,
            s.original_value if s.original_value != s.value else "", tuple(m.id for m in members), proofs[:PROOFS],
            belief(evidence),
        )  # fmt: skip

    def _proof(self, statement: str, e: Evidence) -> Proof:
        title = self.titled.get(e.document)
        return Proof(
            statement, e.document, title.shown if title else (e.record or e.document), title.lang if title else "",
            title.published if title else "", title.publisher if title else "", e.exact, e.page, e.sheet, e.row, e.speaker,
            str(e.stance), title is not None, e.start,
        )  # fmt: skip

    def relation(self, tie: Tied, entity: Entity, other: str) -> Relation:
        """A related entity with its other ends and what it says besides."""
        claims = self.of(entity)
        ends = tuple(c for c in claims if c.target and c.target != other)
        said = tuple(c for c in claims if not c.target and c.prop not in NAME_PROPS and c.prop != "unnamed")
        suggested = all(s.suggested for s in entity.statements)
        return Relation(tie.id, tie.schema, tie.caption, tie.props, ends, said, suggested)


def _place(prop: str) -> int:
    """Names by their property, then what a reader asks first."""
    for known in (NAME_PROPS, ORDER):
        if prop in known:
            return known.index(prop)
    return len(ORDER)
