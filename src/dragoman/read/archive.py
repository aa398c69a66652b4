"""Zip archives: every file in them as an input of its own."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.base.errors import Empty, Hostile, Unreadable
from dragoman.base.settings import Limits
from dragoman.read.counting import hidden
from dragoman.read.source import Source
from dragoman.read.unpack import member_name, opened, unpacked


class Archive:
    """A zip, opened in memory: nothing is written to disk."""

    def members(self, source: Source, limits: Limits, depth: int) -> Iterator[Source | tuple[str, Unreadable]]:
        """Each file by name; hidden ones and folders left out. An archive in an archive is refused."""
        if depth >= limits.archive_depth:
            raise Hostile("is an archive within an archive", where=source.name, do="unpack the outer one first")
        archive = opened(source, limits)
        named = sorted(((member_name(m), m) for m in archive.infolist() if not m.is_dir()), key=lambda pair: pair[0])
        shown = [(n, m) for n, m in named if not hidden(n)]
        if not shown:
            raise Empty("is an archive with nothing in it to read", where=source.name, do="pack it again")
        for name, member in shown:
            where = f"{source.name}/{name}"
            try:
                data = unpacked(archive, member, where)
                if not data.strip():
                    raise Empty("the file is empty", where=where, do="check that it was saved or downloaded whole")
                yield Source(where, data)
            except Unreadable as error:
                yield where, error
