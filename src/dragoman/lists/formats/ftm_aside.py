"""What hangs on entities in a FollowTheMoney file: addresses, sanctions, documents, ties; kept aside, then folded in."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

HOLDERS = {"Sanction": "entity", "Identification": "holder", "Passport": "holder", "CryptoWallet": "holder"}
TIES = {
    "Ownership": ("owner", "asset"), "Directorship": ("director", "organization"), "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"), "Family": ("person", "relative"), "Associate": ("person", "associate"),
    "UnknownLink": ("subject", "object"), "Representation": ("agent", "client"), "Succession": ("predecessor", "successor"),
    "Occupancy": ("holder", "post"), "Debt": ("debtor", "creditor"), "Payment": ("payer", "beneficiary"),
    "ProjectParticipant": ("participant", "project"), "Documentation": ("document", "entity"),
}  # fmt: skip
ASIDE = frozenset(("Address", "Position", *HOLDERS, *TIES))
# Properties of what is folded in, and what they become on the entity; a document's number goes by its kind.
FOLDED = {
    "Address": {"full": "address", "country": "country"},
    "Sanction": {"program": "program", "programId": "program", "authority": "authority", "listingDate": "listingDate",
                 "startDate": "listingDate", "endDate": "endDate", "reason": "reason", "recordId": "recordId",
                 "unscId": "recordId", "authorityId": "recordId", "sourceUrl": "sourceUrl"},
    "Identification": {"number": "idNumber"},
    "Passport": {"number": "passportNumber", "passportNumber": "passportNumber"},
    "CryptoWallet": {"publicKey": "walletAddress"},
}  # fmt: skip
BATCH = 20_000
Entity = dict[str, Any]


def folded(item: Entity, holder: str) -> Iterator[tuple[str, str]]:
    """What a nested or hanging object says of the entity `holder`: (property, value)."""
    schema, properties = str(item.get("schema") or ""), item.get("properties") or {}
    table = FOLDED.get(schema)
    if table is not None:
        for prop, target in table.items():
            yield from ((target, str(value)) for value in properties.get(prop, ()))
        return
    ends = TIES.get(schema)
    if ends is None:
        return
    roles = properties.get("role") or properties.get("relationship") or [schema]
    for mine, other in (ends, ends[::-1]):
        if any(_id(v) == holder for v in properties.get(mine, ())):
            for value in properties.get(other, ()):
                yield "related", f"{roles[0]} ({other}): {_caption(value)}"


def _id(value: Any) -> str:
    return str(value.get("id")) if isinstance(value, dict) else str(value)


def _caption(value: Any) -> str:
    return str(value.get("caption") or value.get("id")) if isinstance(value, dict) else str(value)


class Aside:
    """A database in a temporary file, gone when closed."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="dragoman-lists-")
        self._db = sqlite3.connect(Path(self._folder.name) / "aside.sqlite", isolation_level=None)
        self._db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE said (holder TEXT, prop TEXT, value TEXT); BEGIN"
        )
        self._waiting: list[tuple[str, str, str]] = []
        self._indexed = self._any = False

    def __enter__(self) -> Aside:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()
        self._folder.cleanup()

    def put(self, item: Entity) -> None:
        """Keep what an object says of its holders."""
        schema, properties = item["schema"], item["properties"]
        if schema == "Address":
            holders = [str(item["id"])]  # entities point to addresses, all others point to entities
        elif schema in HOLDERS:
            holders = [_id(v) for v in properties.get(HOLDERS[schema], ())]
        else:
            holders = [_id(v) for end in TIES.get(schema, ()) for v in properties.get(end, ())]
        for holder in holders:
            self._waiting += [(holder, prop, value) for prop, value in folded(item, holder)]
        if len(self._waiting) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        self._any = self._any or bool(self._waiting)
        self._db.executemany("INSERT INTO said VALUES (?, ?, ?)", self._waiting)
        self._waiting.clear()

    def of(self, entity_id: str, addresses: Iterable[Any]) -> list[tuple[str, str]]:
        """What was kept of an entity and of the addresses it points to."""
        if not self._indexed:
            self._flush()
            self._db.execute("CREATE INDEX by_holder ON said (holder)")
            self._indexed = True
        if not self._any:
            return []
        keys = [entity_id, *(str(a) for a in addresses if not isinstance(a, dict))]
        query = "SELECT prop, value FROM said WHERE holder = ? ORDER BY rowid"
        return [row for key in keys for row in self._db.execute(query, (key,))]
