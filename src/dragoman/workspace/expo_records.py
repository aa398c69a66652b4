"""The records around an edition, as the counting of reports wants them, read in a few look-ups instead of all statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.expo import stages
from dragoman.model.document import Document
from dragoman.model.entity import Entity
from dragoman.model.schema import schema
from dragoman.model.statement import Statement
from dragoman.report.book import DENIABLE, Book, rank
from dragoman.report.data import ReportData

if TYPE_CHECKING:
    from dragoman.store import Store
    from dragoman.store.gathering import Gathered, Value

NOBODY = Entity("", ())  # a book looks records up by their ids; nothing of an entity's own is asked here
MONEY = {"plannedAmount": "planned", "amount": "signed", "paidAmount": "paid"}


class Sure(dict[str, tuple[Statement, ...]]):
    """The sure statements of records that report a number or an amount; nothing for the others."""

    def __missing__(self, key: str) -> tuple[Statement, ...]:
        return ()


class Documents(dict[str, Document]):
    """Documents, read when they are asked for."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store

    def get(self, key: str, default: Document | None = None) -> Document | None:  # type: ignore[override]
        """A document; None for what is no document, such as a data set."""
        if key not in self:
            if not self.store.has_document(key):
                return default
            self[key] = self.store.document(key)
        return self[key]


class Records(Book):
    """A book of what was gathered."""

    def __init__(self, store: Store, gathered: Gathered) -> None:
        self.data = ReportData("", "", "")
        self.canon: dict[str, str] = {}
        self.documents = Documents(store)
        self.whole, self.statuses = gathered.whole, gathered.statuses
        kinds = {name: schema(name) for name in set(gathered.schemas.values())}
        ancestors = {name: frozenset(kind.ancestors) for name, kind in kinds.items()}
        self.schemas = {key: kinds[name] for key, name in gathered.schemas.items()}
        self._kinds = {key: ancestors[name] for key, name in gathered.schemas.items()}
        self.entities = dict.fromkeys(self.schemas, NOBODY)
        self.sure = Sure()
        self._values, self._denied = gathered.values, gathered.denied
        self._stages: dict[str, str] = {}
        for (key, prop), found in gathered.whole.items():
            if prop in MONEY:
                self.sure[key] = (*self.sure[key], *(self._money(key, prop, v) for v in found))

    def _money(self, key: str, prop: str, v: Value) -> Statement:
        return Statement(key, self.schemas[key].name, prop, v.value, "", unit=v.unit, id=key)

    def known(self) -> list[str]:
        """All records."""
        return list(self.entities)

    def values(self, key: str, prop: str) -> list[str]:
        """The affirmed, distinct values of a property."""
        return self._values.get((key, prop), [])

    def is_a(self, any_id: str, *names: str) -> bool:
        """Whether a record is of one of these schemata."""
        found = self._kinds.get(any_id)
        return found is not None and not found.isdisjoint(names)

    def enter(self, key: str, members: list[Statement]) -> None:
        """A record that reports figures, with all its sure statements."""
        kind = max((schema(s.schema) for s in members), key=lambda k: len(k.ancestors))
        self.schemas[key], self._kinds[key], self.sure[key] = kind, frozenset(kind.ancestors), tuple(members)
        for s in members:
            held = self._values.setdefault((key, s.prop), [])
            if not s.negated and s.value not in held:
                held.append(s.value)

    def denied(self, key: str) -> bool:
        """Whether a source expressly says that this act or tie is not there."""
        return key in self._denied and self.schemas[key].kind in DENIABLE

    def status(self, key: str) -> str:
        """The furthest step its statements name; for an agreement with stages, that of its stage."""
        stage = stages.current(self._steps(key))
        if stage:
            return stages.STATUS_OF[stage]
        return max([*self.statuses.get(key, ()), *self.values(key, "status")], key=rank, default="")

    def _steps(self, key: str) -> list[tuple[str, str]]:
        return [(v.value, v.valid_from) for v in self.whole.get((key, "stage"), ())]

    def stage(self, key: str) -> str:
        """The stage of an agreement, by its steps or else its status and kind of paper; empty where nothing tells."""
        if key not in self._stages:
            self._stages[key] = stages.stage_of(self._steps(key), self.status(key), self.values(key, "agreementKind"))
        return self._stages[key]
