"""The records around an edition, as the counting of reports wants them, read in a few look-ups instead of all statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.expo import stages
from dragoman.model.document import Document
from dragoman.model.entity import Entity
from dragoman.model.schema import schema
from dragoman.model.statement import Statement, Status
from dragoman.report.book import DENIABLE, Book, rank
from dragoman.report.data import ReportData

if TYPE_CHECKING:
    from dragoman.store import Store
    from dragoman.store.gathering import Gathered, Value

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
        self.told = gathered.values
        self.schemas = {key: schema(name) for key, name in gathered.schemas.items()}
        self.entities = {key: Entity(key, ()) for key in self.schemas}
        self.sure = Sure()
        self._values = {at: self._plain(found) for at, found in self.told.items()}
        self._denied = {key for (key, _), found in self.told.items() if any(v.negated for v in found)}
        self._stages: dict[str, str] = {}
        for (key, prop), found in self.told.items():
            if prop in MONEY:
                self.sure[key] = (*self.sure[key], *(self._money(key, prop, v) for v in found))

    def _plain(self, found: list[Value]) -> list[str]:
        return list(dict.fromkeys(v.value for v in found if not v.negated and v.value))

    def _money(self, key: str, prop: str, v: Value) -> Statement:
        return Statement(
            key, self.schemas[key].name, prop, v.value, "", status=Status(v.status), negated=v.negated, unit=v.unit, id=key
        )

    def known(self) -> list[str]:
        """All records."""
        return list(self.entities)

    def values(self, key: str, prop: str) -> list[str]:
        """The affirmed, distinct values of a property."""
        return self._values.get((key, prop), [])

    def denied(self, key: str) -> bool:
        """Whether a source expressly says that this act or tie is not there."""
        return key in self._denied and self.schemas[key].kind in DENIABLE

    def status(self, key: str) -> str:
        """The furthest step its statements name; for an agreement with stages, that of its stage."""
        stage = stages.current((v.value, v.valid_from) for v in self.told.get((key, "stage"), ()))
        if stage:
            return stages.STATUS_OF[stage]
        named = [v.status for (prop) in ("status", "party", "name", "amount", "event") for v in self.told.get((key, prop), ())]
        return max([*named, *self.values(key, "status")], key=rank, default="")

    def stage(self, key: str) -> str:
        """The stage of an agreement, by its steps or else its status and kind of paper; empty where nothing tells."""
        if key not in self._stages:
            steps = [(v.value, v.valid_from) for v in self.told.get((key, "stage"), ()) if not v.negated]
            self._stages[key] = stages.stage_of(steps, self.status(key), self.values(key, "agreementKind"))
        return self._stages[key]
