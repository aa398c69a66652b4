"""A compiled edition of a list: a folder with its records by number, their names' index and its description, memory-mapped.

`records.jsonl` holds one FollowTheMoney object a line (with `at`, where it stood in the file); `records.at` the offset of
each line; `records.ids` the hashes of the ids in order, then their record numbers; `names.kinds` one byte a name, in the
order of the index; `names.index` what `compare.index` made of the names; `meta.json` the rest.
"""

from __future__ import annotations

import hashlib
import json
import mmap
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName, Unreadable, WorkspaceError
from dragoman.compare.record import Record, from_ftm

if TYPE_CHECKING:
    from dragoman.compare.index import Index

LAYOUT = 1  # of the files below; a reader refuses another
NAME_KINDS = ("name", "alias", "previousName", "abbreviation", "weakAlias")  # by the byte in names.kinds
WEAK = NAME_KINDS.index("weakAlias")


def id_hash(record_id: str) -> int:
    """Eight bytes by which a record is found by its id."""
    return int.from_bytes(hashlib.blake2b(record_id.encode(), digest_size=8).digest(), "big")


@dataclass(slots=True)
class Coverage:
    """What an edition covers: records by country and by programme, commonest first."""

    countries: dict[str, int] = field(default_factory=dict)
    programmes: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Meta:
    """The description of an edition; dates ISO 8601, times UTC."""

    label: str
    edition: str
    title: str
    law: str  # the legal order: UN, EU, US, UK, JP ...; empty where the list is a person's own
    format: str
    source: str  # the path or address it was loaded from
    published: str  # the date of the list, empty where neither the file nor its user told it
    loaded: str
    sha256: str  # of the file as it came
    fingerprint: str  # of the file and of how it was read
    newest: str = ""  # the latest date of listing or change among its records: an undated list is at least as young
    records: int = 0
    names: int = 0
    problems: int = 0
    schemata: dict[str, int] = field(default_factory=dict)
    name_kinds: dict[str, int] = field(default_factory=dict)
    coverage: Coverage = field(default_factory=Coverage)
    notes: list[str] = field(default_factory=list)  # what was left out on purpose, and why
    layout: int = LAYOUT

    def as_json(self) -> str:
        """For `meta.json`."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @classmethod
    def read(cls, folder: Path) -> Meta:
        """The description in a folder; raises `WorkspaceError` where it is damaged or of another layout."""
        try:
            found: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
            if found.get("layout") != LAYOUT:
                raise WorkspaceError(
                    "this edition was compiled by another version", where=folder.name, do="dragoman lists update makes it anew"
                )
            known = {f.name for f in fields(cls)}
            made = cls(**{key: value for key, value in found.items() if key in known and key != "coverage"})
            made.coverage = Coverage(**found["coverage"])
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise WorkspaceError("this edition is damaged", where=str(folder), do="load the list again") from error
        return made


class Edition:
    """An edition, open for reading. Records are numbered from 0 in the order of the file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.meta = Meta.read(folder)
        self._lines = _mapped(folder / "records.jsonl")
        self._offsets = memoryview(_mapped(folder / "records.at")).cast("Q")
        self._ids = memoryview(_mapped(folder / "records.ids")).cast("Q")
        self._kinds = _mapped(folder / "names.kinds")

    @classmethod
    def open(cls, folder: str | Path) -> Edition:
        """Open the edition in a folder; raises `WorkspaceError`."""
        try:
            return cls(Path(folder))
        except OSError as error:
            raise WorkspaceError("this edition is damaged", where=str(folder), do="load the list again") from error

    @cached_property
    def index(self) -> Index:
        """The index of its names; candidates carry record and name numbers. Raises `WorkspaceError` where it is damaged."""
        from dragoman.compare.index import Index

        try:
            return Index.open(self.folder / "names.index")
        except (Unreadable, OSError) as error:
            what = "its index is damaged or was made by another version"
            raise WorkspaceError(what, where=self.meta.label, do="dragoman lists update makes it anew") from error

    def __len__(self) -> int:
        return self.meta.records

    def entity(self, number: int) -> dict[str, Any]:
        """A record as a FollowTheMoney object; `at` says where it stood in the file."""
        start, end = self._offsets[number], self._offsets[number + 1]
        found: dict[str, Any] = json.loads(self._lines[start:end])
        return found

    def record(self, number: int) -> Record:
        """A record as the names engine takes it."""
        return from_ftm(self.entity(number))

    def records(self) -> Iterator[Record]:
        """All records, in order."""
        return (self.record(number) for number in range(len(self)))

    def find(self, record_id: str) -> int:
        """The number of the record of that id; raises `UnknownName`."""
        wanted, count = id_hash(record_id), len(self)
        place = bisect_left(self._ids, wanted, 0, count)
        while place < count and self._ids[place] == wanted:
            number = self._ids[count + place]
            if self.entity(number)["id"] == record_id:
                return number
            place += 1
        raise UnknownName(f"has no record {record_id!r}", where=self.meta.label, do="see its ids in a screening's answer")

    def name_kind(self, name_number: int) -> str:
        """Of a name of the index: name, alias, previousName, abbreviation or weakAlias."""
        return NAME_KINDS[self._kinds[name_number]]

    def is_weak(self, name_number: int) -> bool:
        """Whether a name is a weak alias, which leads to a candidate but never alone to a hit."""
        return self._kinds[name_number] == WEAK


def _mapped(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
