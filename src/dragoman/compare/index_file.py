"""A file of named arrays, mapped into memory: opening reads only its head, a page is read when it is first touched.

Layout: magic, version, the length of the head, the head (JSON: section -> [offset, bytes, array type]), then the sections,
each at a multiple of eight bytes. Numbers stand in the byte order of the machine that wrote them; the head says which.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from dragoman.base.errors import NotAFileFormat

MAGIC = b"DRGNAMES"
VERSION = 2
HEAD = struct.Struct("<8sII")  # magic, version, length of the JSON head
ALIGN = 8
BYTES = "bytes"
Section: TypeAlias = "array[int] | bytes | bytearray"


def write_sections(path: Path, sections: Mapping[str, Section], facts: Mapping[str, object]) -> None:
    """Write the sections and a few facts as one file: beside its place, then moved there, so that a break leaves no half."""
    places: dict[str, tuple[int, int, str]] = {}
    offset = 0
    for name, data in sections.items():
        size = len(data) * data.itemsize if isinstance(data, array) else len(data)
        places[name] = (offset, size, data.typecode if isinstance(data, array) else BYTES)
        offset += -(-size // ALIGN) * ALIGN
    head = json.dumps({"sections": places, "facts": dict(facts), "order": sys.byteorder}).encode()
    head += b" " * (-(HEAD.size + len(head)) % ALIGN)
    beside = path.with_name(path.name + ".part")
    with beside.open("wb") as file:
        file.write(HEAD.pack(MAGIC, VERSION, len(head)) + head)
        for data in sections.values():
            file.write(data)
            file.write(b"\0" * (-file.tell() % ALIGN))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


class Sections:
    """An opened file of sections: `ints(name)` and `text(name)` are views of the mapped memory, nothing is copied."""

    def __init__(self, path: Path) -> None:
        """Map the file. Raises NotAFileFormat where it is no index, an index of another version or cut short."""
        with path.open("rb") as file:
            try:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except ValueError as error:
                raise NotAFileFormat("an empty file is no index of names", where=str(path), do="build it anew") from error
        self._view = memoryview(self._map)
        head = self._head(path)
        self._start = HEAD.size + HEAD.unpack_from(self._view)[2]
        self._places: dict[str, tuple[int, int, Any]] = head["sections"]
        self.facts: dict[str, object] = head["facts"]
        if self._start + max((o + n for o, n, _ in self._places.values()), default=0) > len(self._view):
            raise NotAFileFormat("the index of names is cut short", where=str(path), do="build it anew")

    def _head(self, path: Path) -> dict[str, Any]:
        if len(self._view) < HEAD.size or self._view[:8] != MAGIC:
            raise NotAFileFormat("this is no index of names", where=str(path), do="build it anew")
        _, version, length = HEAD.unpack_from(self._view)
        if version != VERSION:
            raise NotAFileFormat(f"the index is of version {version}, not {VERSION}", where=str(path), do="build it anew")
        head: dict[str, Any] = json.loads(bytes(self._view[HEAD.size : HEAD.size + length]))
        if head["order"] != sys.byteorder:
            raise NotAFileFormat("the index was built on a machine of another byte order", where=str(path), do="build it anew")
        return head

    def bytes_of(self, name: str) -> memoryview[int]:
        """A section as bytes."""
        offset, size, _ = self._places[name]
        return self._view[self._start + offset : self._start + offset + size]

    def ints(self, name: str) -> memoryview[int]:
        """A section as the numbers it was written from."""
        view: memoryview[int] = self.bytes_of(name).cast(self._places[name][2])
        return view
