"""Faces: what several ids look like from outside. A thousand documents that name one body give a thousand ids and one face.

Two ids with the same names and particulars are judged as one, so that the cost grows with what is said, not with how often.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.compare.name import Kind
from dragoman.compare.record import Record
from dragoman.model.ids import normal_name

Key = tuple[Kind, str]  # a name of a kind
SHARED = 50  # faces that may have one identifier or contact


@dataclass(slots=True)
class Face:
    """One look, and the ids that have it."""

    record: Record
    members: list[str] = field(default_factory=list)

    def units(self, canonical: Mapping[str, str]) -> list[str]:
        """The smallest id of each cluster that has this face, in order."""
        least: dict[str, str] = {}
        for member in self.members:
            cluster = canonical.get(member, member)
            least[cluster] = min(member, least.get(cluster, member))
        return sorted(least.values())


class Faces:
    """All faces of a workspace, found by the names and the identifiers they have."""

    def __init__(self, records: Iterable[Record]) -> None:
        found: dict[tuple[object, ...], Face] = {}
        self.of: dict[str, int] = {}  # id -> number of its face
        numbers: dict[tuple[object, ...], int] = {}
        for record in records:
            key = _look(record)
            face = found.setdefault(key, Face(record))
            face.members.append(record.id)
            self.of[record.id] = numbers.setdefault(key, len(numbers))
        self.all = list(found.values())
        self.bearers: dict[Key, list[int]] = defaultdict(list)
        self.numbered: dict[str, list[int]] = defaultdict(list)
        for number, face in enumerate(self.all):
            for name in names_of(face.record):
                self.bearers[face.record.kind, name].append(number)
            for _, value in face.record.identifiers:
                self.numbered[value].append(number)

    def keys(self) -> Iterator[Key]:
        """Every name with its kind, each once."""
        return iter(self.bearers)

    def sharing(self, face: Face) -> set[int]:
        """The faces that have an identifier of this one; what many share, such as a ministry's web address, leads nowhere."""
        shared = (self.numbered[value] for _, value in face.record.identifiers)
        return {other for faces in shared if len(faces) <= SHARED for other in faces}


def names_of(record: Record) -> tuple[str, ...]:
    """The names of a record that may lead to it, each once."""
    return tuple(dict.fromkeys((*record.names, *record.aliases)))


def _look(record: Record) -> tuple[object, ...]:
    return (
        record.kind, tuple(sorted({normal_name(n) for n in record.names})), tuple(sorted(record.aliases)),
        tuple(sorted(record.weak)), record.countries, record.dates, tuple(sorted(record.identifiers)),
        tuple(sorted(record.addresses)), tuple(sorted(record.properties.get("position", ())) if record.properties else ()),
    )  # fmt: skip
