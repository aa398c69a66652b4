"""The files a list comes in: one file, a folder or a zip, each maybe gzipped; opened as streams, harmless to their reader."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, cast

from dragoman.base.errors import Empty, Encrypted, Hostile, TooLarge, Unreadable
from dragoman.base.settings import MEGABYTE, Limits

STREAMED_MOST = 4_000 * MEGABYTE  # a list is never held in memory; the largest open collection unpacks to about 3 GB
RATIO_FROM = MEGABYTE  # what unpacks to less harms no one
ENCRYPTED = 0x1
CHUNK = 1 << 20
HEAD = 1 << 16  # bytes by which a format is recognised


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a list; `name` is its path inside the folder or archive, in small letters, without `.gz`."""

    name: str
    shown: str  # as a person knows it
    path: Path  # the file on disk it lies in
    _open: Callable[[], AbstractContextManager[BinaryIO]]

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Its bytes, unpacked; reading raises `Hostile`, `TooLarge` or `Unreadable`."""
        return self._open()

    def head(self) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(HEAD)


class _Counted(io.RawIOBase):
    """A stream that stops where it unpacks to too much, or turns out to be damaged."""

    def __init__(self, inner: IO[bytes], packed: int, limits: Limits, where: str) -> None:
        self.inner, self.where, self.count = inner, where, 0
        self.most = max(RATIO_FROM, limits.archive_ratio * packed) if packed else STREAMED_MOST

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self.inner.read(len(buffer))
        except (EOFError, OSError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise Unreadable("is damaged or was cut short", where=self.where, do="get a whole copy") from error
        self.count += len(data)
        if self.count > self.most:
            raise Hostile("is an archive bomb: it unpacks to far more than its size", where=self.where, do="do not unpack it")
        if self.count > STREAMED_MOST:
            raise TooLarge(f"unpacks to more than {STREAMED_MOST // MEGABYTE:,} MB", where=self.where, do="split it")
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def _stream(opened: IO[bytes], packed: int, limits: Limits, where: str) -> Iterator[BinaryIO]:
    with opened, io.BufferedReader(_Counted(opened, packed, limits, where), CHUNK) as counted:
        yield cast(BinaryIO, counted)


def parts(path: Path, limits: Limits) -> list[Part]:
    """The files at `path`, hidden ones left out; raises `Unreadable` and its kinds."""
    if path.is_dir():
        files = sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
        found = [part for p in files for part in (_members(p, limits) if _zipped(p) else [_file(p, limits)])]
    else:
        if not path.exists():
            raise Unreadable("there is no such file", where=str(path), do="check the path")
        found = _members(path, limits) if _zipped(path) else [_file(path, limits)]
    if not found:
        raise Empty("holds no files", where=str(path), do="check what was downloaded")
    return found


def _zipped(path: Path) -> bool:
    return path.suffix.lower() == ".zip"


def _file(path: Path, limits: Limits) -> Part:
    size = path.stat().st_size
    name = path.name.lower()
    if name.endswith(".gz"):
        return Part(name[:-3], path.name, path, lambda: _stream(cast("IO[bytes]", gzip.open(path)), size, limits, path.name))
    return Part(name, path.name, path, lambda: _stream(path.open("rb"), 0, limits, path.name))


def _members(path: Path, limits: Limits) -> list[Part]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("is a damaged archive", where=path.name, do="get a whole copy") from error
    if len(members) > limits.archive_files:
        what = f"holds {len(members):,} files, over the limit of {limits.archive_files:,}"
        raise TooLarge(what, where=path.name, do="split it")
    if sum(m.compress_size for m in members) > path.stat().st_size:
        raise Hostile("is an archive bomb: its members overlap", where=path.name, do="do not unpack it")
    shown = [m for m in members if not any(p.startswith((".", "__MACOSX")) for p in m.filename.split("/"))]
    return [_member(path, m, limits) for m in sorted(shown, key=lambda m: m.filename)]


def _member(path: Path, member: zipfile.ZipInfo, limits: Limits) -> Part:
    where = f"{path.name}/{member.filename}"

    def opened() -> AbstractContextManager[BinaryIO]:
        if member.flag_bits & ENCRYPTED:
            raise Encrypted("is locked with a password", where=where, do="unpack it with the password first")
        archive = zipfile.ZipFile(path)
        inner: IO[bytes] = archive.open(member)
        if member.filename.lower().endswith(".gz"):
            inner = cast("IO[bytes]", gzip.GzipFile(fileobj=inner))
        return _stream(inner, max(1, member.compress_size), limits, where)

    name = member.filename.rsplit("/", 1)[-1].lower()
    return Part(name.removesuffix(".gz"), where, path, opened)


def checksum(found: list[Part]) -> str:
    """SHA-256 of the file the parts lie in; of several files, of their names and checksums. Hexadecimal."""
    files = sorted({part.path for part in found})
    sums = [_checksum(file) for file in files]
    if len(files) == 1:
        return sums[0]
    told = "".join(f"{file.name}\n{value}\n" for file, value in zip(files, sums, strict=True))
    return hashlib.sha256(told.encode()).hexdigest()


def _checksum(path: Path) -> str:
    made = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            made.update(chunk)
    return made.hexdigest()
