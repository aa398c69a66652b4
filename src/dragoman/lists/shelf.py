"""A shelf of lists: `lists/<label>/<edition>/`, which edition is in force, and where a list came from.

An edition's folder never changes. `current` names the one in force and is replaced in one step, so a load that breaks or is
interrupted leaves the one before in force; older editions are kept.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from dragoman.base.errors import UnknownName, UsageError, WorkspaceError
from dragoman.lists.edition import Edition, Meta

CURRENT, ORIGIN = "current", "origin.json"
_LABEL = re.compile(r"[\w][\w.-]{0,63}")


@dataclass(slots=True)
class Origin:
    """Where a list comes from and how it is read: what `update` goes by."""

    source: str  # a path or an address; several addresses, one a line
    format: str = ""
    mapping: str = ""  # TOML text of the user's mapping file
    options: dict[str, str] = field(default_factory=dict)  # columns and wishes of the command line
    where: dict[str, str] = field(default_factory=dict)
    title: str = ""
    law: str = ""
    etags: dict[str, str] = field(default_factory=dict)  # by address
    modified: dict[str, str] = field(default_factory=dict)


def data_folder() -> Path:
    """Where lists lie outside any workspace: DRAGOMAN_LISTS, or the data folder of the user's system."""
    told = os.environ.get("DRAGOMAN_LISTS")
    if told:
        return Path(told)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "dragoman" / "lists"


def checked(label: str) -> str:
    """A label that can name a folder; raises `UsageError`."""
    if not _LABEL.fullmatch(label) or label.endswith("."):
        raise UsageError(f"{label!r} cannot be a label", do="use letters, digits, '-', '_' and '.', beginning with a letter")
    return label


def written(path: Path, text: str) -> None:
    """Replace a file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)


class Shelf:
    """The lists in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def labels(self) -> list[str]:
        """The lists that have an edition in force, by name."""
        if not self.folder.is_dir():
            return []
        return sorted(p.name for p in self.folder.iterdir() if (p / CURRENT).is_file())

    def editions(self, label: str) -> list[Meta]:
        """The editions of a list, oldest load first; a damaged one is left out."""
        found = []
        for folder in self._home(label).iterdir():
            if folder.is_dir() and not folder.name.startswith("."):
                try:
                    found.append(Meta.read(folder))
                except WorkspaceError:
                    continue
        return sorted(found, key=lambda meta: (meta.loaded, meta.edition))

    def current(self, label: str) -> str:
        """The name of the edition in force."""
        return (self._home(label) / CURRENT).read_text(encoding="utf-8").strip()

    def open(self, label: str, edition: str = "") -> Edition:
        """An edition, by default the one in force; `edition` may be its name, its date or the beginning of either."""
        home = self._home(label)
        if not edition:
            return Edition.open(home / self.current(label))
        fitting = [m.edition for m in self.editions(label) if m.edition.startswith(edition) or m.published.startswith(edition)]
        if not fitting:
            held = ", ".join(m.edition for m in self.editions(label))
            raise UnknownName(f"has no edition {edition!r}", where=label, do=f"there are {held}")
        return Edition.open(home / (edition if edition in fitting else fitting[-1]))

    def origin(self, label: str) -> Origin:
        """Where a list came from."""
        try:
            return Origin(**json.loads((self._home(label) / ORIGIN).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise WorkspaceError("its origin is not known", where=label, do="add the list again") from error

    def keep_origin(self, label: str, origin: Origin) -> None:
        """Remember where a list came from."""
        written(self.folder / checked(label) / ORIGIN, json.dumps(asdict(origin), ensure_ascii=False, indent=1))

    def put(self, label: str, made: Path, edition: str) -> None:
        """Give a finished folder its name and put it in force; one of that name gives way."""
        home = self.folder / checked(label)
        made.chmod(0o755)
        if (home / edition).exists():
            gone = made.with_name(f"{made.name}-old")
            (home / edition).replace(gone)
            made.replace(home / edition)
            shutil.rmtree(gone, ignore_errors=True)
        else:
            made.replace(home / edition)
        self.enforce(label, edition)

    def enforce(self, label: str, edition: str) -> None:
        """Put an edition in force."""
        written(self.folder / checked(label) / CURRENT, edition + "\n")

    def remove(self, label: str) -> None:
        """Take a list with all its editions away."""
        home = self._home(label)
        (home / CURRENT).unlink()  # what is interrupted after this is no list any more
        shutil.rmtree(home, ignore_errors=True)

    def _home(self, label: str) -> Path:
        home = self.folder / checked(label)
        if not (home / CURRENT).is_file():
            held = ", ".join(self.labels())
            raise UnknownName(f"there is no list {label!r}", do=f"there are {held}" if held else "add one: dragoman lists add")
        return home
