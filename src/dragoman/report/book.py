"""The book: entities, statements and facts of a report, indexed once; what is to check is kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dragoman.model.entity import NAME_PROPS, Entity
from dragoman.model.fact import Fact
from dragoman.model.schema import Schema
from dragoman.model.statement import Statement
from dragoman.report.data import ReportData

# A tie is read at the thing it belongs to, or the next that is known: a post at its holder, a part at its event.
OWNERS = {
    "Employment": ("employee", "employer"), "Directorship": ("director", "organization"),
    "Participation": ("event", "participant"), "Stop": ("visit",), "ProjectParticipant": ("project", "participant"),
}  # fmt: skip
FACTS_A_ROW = 60  # sentences kept of one entity; more are told as a number
UNNAMED = "unnamed"  # the status of a party that texts speak of without a name
NAMING = (*NAME_PROPS, "unnamed")


class Book:
    """Look-ups over a `ReportData`. Suggested and retracted statements are in no look-up but `to_check`."""

    def __init__(self, data: ReportData) -> None:
        self.data = data
        self.documents = {d.id: d for d in data.documents}
        self.canon = {s.entity_id: e.id for e in data.entities for s in e.statements}
        self.canon |= {e.id: e.id for e in data.entities}
        self.entities = {e.id: e for e in self._entities()}
        self.schemas = {key: entity.schema for key, entity in self.entities.items()}
        self.sure = {key: _sure(e.statements) for key, e in self.entities.items()}
        self.facts: dict[str, list[tuple[str, Fact]]] = {}  # with their anchors
        self.left_out: dict[str, int] = {}  # facts over `FACTS_A_ROW`
        self.hidden: set[str] = set()  # owners whose rows are not on the page
        self.to_check: list[tuple[str, Fact]] = []
        for number, fact in enumerate(data.facts, 1):
            self._file(fact, number)
        self.anchors = {key: f"e{n}" for n, key in enumerate(self.entities, 1)}
        self.owned: dict[str, list[str]] = {}
        self.owner: dict[str, str] = {}
        for key in self.entities:
            self._own(key)
        self._captions: dict[str, str] = {}
        self._status: dict[str, str] = {}

    def _entities(self) -> Iterable[Entity]:
        yield from self.data.entities
        loose: dict[str, dict[str, Statement]] = {}
        for fact in self.data.facts:
            if fact.entity_id not in self.canon:
                loose.setdefault(fact.entity_id, {}).update({s.id: s for s in fact.statements})
        for key, statements in loose.items():
            if statements:
                self.canon[key] = key
                yield Entity(key, tuple(statements.values()))

    def _file(self, fact: Fact, number: int) -> None:
        """A fact of sure and suggested statements is split: what is sure stays, the rest is to check."""
        live = tuple(s for s in fact.statements if not s.retracted_at)
        sure = _sure(live)
        if len(sure) < len(live):
            rest = tuple(s for s in live if s.suggested)
            self.to_check.append((f"c{number}", replace(fact, statements=rest, suggested=True)))
        if sure:
            kept = replace(fact, statements=sure, suggested=False)
            key = self.key(fact.entity_id)
            known = self.facts.setdefault(key, [])
            if len(known) < FACTS_A_ROW:
                known.append((f"f{number}", kept))
            else:
                self.left_out[key] = self.left_out.get(key, 0) + 1

    def _own(self, key: str) -> None:
        props = next((OWNERS[a] for a in self.schemas[key].ancestors if a in OWNERS), ())
        named = (self.key(s.value) for prop in props for s in self.sure[key] if s.prop == prop)
        self.owner[key] = owner = next((n for n in named if self._can_own(n)), key)
        if owner != key:
            self.owned.setdefault(owner, []).append(key)

    def _can_own(self, key: str) -> bool:
        return key in self.entities and bool(self.sure[key]) and self.schemas[key].kind is not None

    def key(self, any_id: str) -> str:
        """The canonical id of an id, or the id itself."""
        return self.canon.get(any_id, any_id)

    def schema(self, any_id: str) -> Schema | None:
        """The schema of an entity, None where it is not known."""
        return self.schemas.get(self.key(any_id))

    def is_a(self, any_id: str, *names: str) -> bool:
        """Whether an entity is of one of these schemata."""
        found = self.schema(any_id)
        return found is not None and any(found.is_a(n) for n in names)

    def known(self) -> list[str]:
        """The entities of which something sure is said, in order."""
        return [key for key in self.entities if self.sure[key]]

    def values(self, key: str, prop: str) -> list[str]:
        """The sure, affirmed, distinct values of a property; entity ids are canonical."""
        kind = self.schemas[key].properties.get(prop)
        found = (s.value for s in self.sure[key] if s.prop == prop and not s.negated)
        return list(dict.fromkeys(self.key(v) if kind and kind.type == "entity" else v for v in found))

    def first(self, key: str, prop: str) -> str:
        """The first of `values`, empty where there is none."""
        return next(iter(self.values(key, prop)), "")

    def status(self, key: str) -> str:
        """The furthest step its statements name, empty where none does."""
        if key not in self._status:
            named = [str(s.status) for s in self.sure[key] if s.status and not s.negated]
            told = [v for v in self.values(key, "status") if v != UNNAMED]
            self._status[key] = max([*named, *told], key=rank, default="")
        return self._status[key]

    def span(self, key: str) -> tuple[str, str]:
        """The valid time most of its statements share; empty where most hold without end."""
        times = Counter((s.valid_from, s.valid_to) for s in self.sure[key])
        return max(times, key=lambda t: times[t], default=("", ""))

    def is_unnamed(self, key: str) -> bool:
        """Whether the texts speak of it without a name."""
        props = {s.prop for s in self.sure[key]}
        return UNNAMED in self.values(key, "status") or ("unnamed" in props and not props & set(NAME_PROPS))

    def denied(self, key: str) -> bool:
        """Whether the texts expressly say that this act or tie is not there: one denied statement denies the whole."""
        return self.schemas[key].kind in DENIABLE and any(s.negated for s in self.sure[key])

    def anchor(self, any_id: str) -> str:
        """Where an entity is shown; a tie stands with its owner. Empty where it is not shown."""
        key = self.key(any_id)
        if not self._can_own(key) or self.owner[key] in self.hidden:
            return ""
        return self.anchors[self.owner[key]]

    def weight(self, key: str) -> int:
        """How many facts a row opens to."""
        return sum(len(self.facts.get(k, ())) for k in (key, *self.owned.get(key, ())))

    def caption(self, any_id: str) -> str:
        """What to call an entity: its name, or for a tie what it ties; empty where nothing tells."""
        key = self.key(any_id)
        if key not in self._captions:
            self._captions[key] = ""  # a tie to itself ends here
            self._captions[key] = self._call(key)
        return self._captions[key]

    def _call(self, key: str) -> str:
        entity = self.entities.get(key)
        if entity is None:
            return self.data.captions.get(key, "")
        props = {s.prop for s in entity.statements}
        if props & set(NAMING):
            return self.data.captions.get(key) or entity.caption
        told = entity.caption if entity.caption != key[:8] else ""
        return self._by_ties(key, entity) or told or self._by_subject(key)

    def _by_ties(self, key: str, entity: Entity) -> str:
        kind = self.schemas[key]
        ends = [p for p in (kind.edge or ()) if p in kind.properties]
        props = ends or [n for n, p in kind.properties.items() if p.type == "entity" and n in CALLING]
        parts = [self.caption(s.value) or s.original_value for p in props for s in entity.get(p)]
        named = [p for p in dict.fromkeys(parts) if p]
        return (" → " if ends else " · ").join(named[:3])

    def _by_subject(self, key: str) -> str:
        """What an agreement or a meeting is about, where that is words and no entity."""
        kind = self.schemas[key].properties.get("subject")
        return self.first(key, "subject") if kind and kind.type == "text" else ""


DENIABLE = {"agreement", "partnership", "presence", "membership", "visit", "delegation", "role"}
CALLING = ("sender", "visitor", "party", "side", "inviter", "participant", "client", "offeror", "requester", "holder",
           "partner", "host", "destination", "place", "invitee", "adviser", "visit")  # fmt: skip
LADDER = ("looked into", "planned", "invited", "intended", "agreed", "signed", "running", "ended")


def rank(status: str) -> int:
    """How far a status is on the ladder, -1 for what is not on it."""
    return LADDER.index(status) if status in LADDER else -1


def _sure(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(s for s in statements if not s.suggested and not s.retracted_at)


def tally(items: Iterable[str]) -> list[tuple[str, int]]:
    """How often each occurs, the most frequent first, equals in order of first occurrence."""
    return Counter(items).most_common()
