"""Source: the bytes of one input and what it is called, before any reader has looked at them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from dragoman.base.errors import Empty, TooLarge, Unreadable
from dragoman.base.settings import MEGABYTE, Limits

CHUNK = 1 << 20


@dataclass(frozen=True)
class Source:
    """One input in memory; `name` carries the path inside its folder or archive."""

    name: str
    data: bytes

    @cached_property
    def id(self) -> str:
        """The SHA-256 of its bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def suffix(self) -> str:
        """The ending of its name, lower case, with the dot."""
        return PurePosixPath(self.name).suffix.lower()


def checksum(path: Path | str) -> str:
    """SHA-256 of a file, hexadecimal: the id of the document it becomes, unless it is an archive or a list of articles."""
    made = hashlib.sha256()
    with Path(path).open("rb") as file:
        while chunk := file.read(CHUNK):
            made.update(chunk)
    return made.hexdigest()


def load(path: Path, limits: Limits, name: str) -> Source:
    """The bytes of a file; raises `TooLarge` before reading, `Empty`, or `Unreadable` with what the system says."""
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise TooLarge(
                f"{size / MEGABYTE:,.0f} MB is over the limit of {limits.file_bytes / MEGABYTE:,.0f} MB",
                where=name, do="split the file or raise the limit",
            )  # fmt: skip
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"cannot be opened: {error.strerror or error}", where=name, do="check the file and its rights"
        ) from error
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Empty("the file is empty", where=name, do="check that it was saved or downloaded whole")
    return Source(name, data)
