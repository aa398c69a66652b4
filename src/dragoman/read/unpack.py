"""Opening zip files, and office files that are zips, without being harmed: size, ratio, count, names, XML entities."""

from __future__ import annotations

import io
import re
import zipfile

from dragoman.base.errors import Encrypted, Hostile, TooLarge, Unreadable
from dragoman.base.settings import MEGABYTE, Limits
from dragoman.read.encoding import decode
from dragoman.read.source import Source

RATIO_FROM = MEGABYTE  # smaller members may shrink as they like: they harm no one
UTF8_NAME = 0x800  # the flag of a zip member whose name is in UTF-8
ENCRYPTED = 0x1
PROLOG = 4_096  # bytes in which the root element of an office file begins
_COMMENT = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.S)
_ROOT = re.compile(rb"<[A-Za-z]")
_ENTITY = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)


def opened(source: Source, limits: Limits) -> zipfile.ZipFile:
    """The archive, after a look at its directory; raises `Hostile`, `TooLarge`, `Encrypted` or `Unreadable`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("is a damaged archive", where=source.name, do="get a whole copy") from error
    if len(members) > limits.archive_files:
        what = f"holds {len(members):,} files, over the limit of {limits.archive_files:,}"
        raise TooLarge(what, where=source.name, do="split it or raise the limit")
    if members and all(m.flag_bits & ENCRYPTED for m in members if not m.is_dir()):
        raise Encrypted("is locked with a password", where=source.name, do="unpack it with the password first")
    _check_sizes(source, members, limits)
    for member in members:
        name = member.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or re.match(r"[A-Za-z]:", name):
            raise Hostile("holds a file whose name leads out of the archive", where=source.name, do="do not unpack it")
    return archive


def _check_sizes(source: Source, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    total = sum(m.file_size for m in members)
    for m in members:
        if m.file_size > RATIO_FROM and m.file_size > limits.archive_ratio * max(1, m.compress_size):
            what = f"is an archive bomb: a member unpacks to {m.file_size / max(1, m.compress_size):,.0f} times its size"
            raise Hostile(what, where=source.name, do="do not unpack it")
    if sum(m.compress_size for m in members) > len(source.data):
        raise Hostile("is an archive bomb: its members overlap", where=source.name, do="do not unpack it")
    if total > limits.archive_bytes:
        what = f"unpacks to {total / MEGABYTE:,.0f} MB, over the limit of {limits.archive_bytes / MEGABYTE:,.0f} MB"
        raise TooLarge(what, where=source.name, do="split it or raise the limit")


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> bytes:
    """The bytes of a member, never more than its directory entry says; raises `Hostile`, `Encrypted` or `Unreadable`."""
    if member.flag_bits & ENCRYPTED:
        raise Encrypted("is locked with a password", where=where, do="unpack it with the password first")
    try:
        with archive.open(member) as file:
            data = file.read(member.file_size + 1)
    except Exception as error:  # zlib, lzma, bz2 and zipfile fail on damaged members each in its own way
        raise Unreadable("is damaged inside its archive", where=where, do="get a whole copy") from error
    if len(data) > member.file_size:
        raise Hostile("is an archive bomb: a member is larger than it says", where=where, do="do not unpack it")
    return data


def member_name(member: zipfile.ZipInfo) -> str:
    """The name of a member; old archives write it in the code page of their maker."""
    if member.flag_bits & UTF8_NAME or member.filename.isascii():
        return member.filename
    try:
        return decode(member.filename.encode("cp437"))[0]
    except UnicodeEncodeError:
        return member.filename


def office_parts(source: Source, limits: Limits) -> zipfile.ZipFile:
    """An office file whose XML declares no entities: a writer never does, an attacker does."""
    archive = opened(source, limits)
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels", ".vml")) and _ENTITY.search(_prolog(archive, member, source.name)):
            raise Hostile("declares XML entities", where=source.name, do="do not open it; ask who sent it")
    return archive


def _prolog(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> bytes:
    """The part before the root element: its beginning, or all of it where comments push the root out of that."""
    try:
        with archive.open(member) as file:
            head = file.read(PROLOG).replace(b"\x00", b"")  # UTF-16 is read as if it were ASCII
    except Exception as error:
        raise Unreadable("is damaged inside", where=where, do="open and save it again, or get a whole copy") from error
    if _ROOT.search(_COMMENT.sub(b"", head)):
        return head
    return unpacked(archive, member, where).replace(b"\x00", b"")
