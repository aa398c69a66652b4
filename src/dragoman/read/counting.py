"""How many inputs files hold before they are read, so that progress tells the truth: an archive of 1,000 is 1,000."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from dragoman.read.unpack import member_name

ZIP = b"PK\x03\x04"
OFFICE = frozenset(("[Content_Types].xml", "mimetype"))  # one document each, though packed as an archive
LINES = (".jsonl", ".ndjson")


def inputs(paths: Iterable[Path]) -> int:
    """The inputs of files: one each, but those in an archive and the lines of a file of articles one by one."""
    return sum(_inputs(path) for path in paths)


def _inputs(path: Path) -> int:
    """What cannot be opened counts as one: it is refused as one."""
    try:
        with path.open("rb") as opened:
            if opened.read(len(ZIP)) == ZIP:
                return _members(path)
            if path.suffix.lower() in LINES:
                opened.seek(0)
                return max(1, sum(1 for line in opened if line.strip()))
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        pass
    return 1


def _members(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if any(m.filename in OFFICE for m in members):
            return 1
        names = [member_name(m) for m in members if not m.is_dir()]
    return max(1, sum(not hidden(name) for name in names))


def hidden(name: str) -> bool:
    """Whether a file of an archive is one of those a system puts there for itself."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
