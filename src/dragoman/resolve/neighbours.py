"""The names of a workspace in blocking indexes on disk: which names may be another spelling of this one.

Two index files: one of all names at some time, one of those that came since; when the second has grown to a quarter of the
first, they are compiled into one. A name that nobody bears any more stays until then and leads nowhere.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from dragoman.base.errors import Unreadable
from dragoman.base.progress import Progress
from dragoman.compare.entity_names import parsed
from dragoman.compare.index import Index, build
from dragoman.compare.name import Kind, Word
from dragoman.compare.score import rate
from dragoman.model.ids import digest
from dragoman.resolve.faces import Key
from dragoman.text.scripts import letters

STATE = "state.json"
SHARE = 0.25  # of the names in the first index, from which the newer ones are taken into it
FLOOR = 0.35  # rough score of the index from which a name is rated; names of two scripts that agree go down to .4
LOOKED_AT = 30  # names looked at beside one; more found no pair that was joined or asked about
LIKELY = 0.25  # probability from which a word's English is taken for its pinyin
LEAST = 0.05  # probability of the names alone below which no particular makes a pair worth a question


@dataclass(slots=True)
class Part:
    """One index file with the names in it, by number; both files are called after what is in them."""

    name: str
    index: Index
    keys: list[Key]

    @classmethod
    def made(cls, folder: Path, keys: list[Key], progress: Progress | None = None) -> Part:
        """Compile names into the files of a part."""
        listed = json.dumps(keys, ensure_ascii=False)
        name = f"names-{digest(listed)}"
        build(folder / f"{name}.index", _spelt(keys), progress)
        (folder / f"{name}.json").write_text(listed, "utf-8")
        return cls(name, Index.open(folder / f"{name}.index"), keys)

    @classmethod
    def open(cls, folder: Path, name: str) -> Part:
        """Open a part. Raises `OSError`, `ValueError` or `Unreadable` where a file is missing or damaged."""
        keys = [(Kind(kind), text) for kind, text in json.loads((folder / f"{name}.json").read_text("utf-8"))]
        return cls(name, Index.open(folder / f"{name}.index"), keys)


class Neighbours:
    """The indexes of a folder. `position` is the log position the last whole run stood at, 0 where there was none."""

    def __init__(self, folder: Path, version: str) -> None:
        self.folder, self.version = folder, version
        self.position = 0
        self.parts: list[Part] = []
        with suppress(OSError, ValueError, KeyError, Unreadable):
            said = json.loads((folder / STATE).read_text("utf-8"))
            if said["version"] == version:
                self.parts = [Part.open(folder, name) for name in said["parts"]]
                self.position = int(said["position"])
        self.known = {key for part in self.parts for key in part.keys}

    def take(self, names: Iterable[Key], progress: Progress | None = None) -> None:
        """Index the names that are not known yet."""
        new = list(dict.fromkeys(key for key in names if key not in self.known))
        if not new:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        first = self.parts[0].keys if self.parts else []
        newer = [key for part in self.parts[1:] for key in part.keys] + new
        if len(newer) > SHARE * len(first):
            self.parts = [Part.made(self.folder, [*first, *newer], progress)]
        else:
            self.parts = [self.parts[0], Part.made(self.folder, newer, progress)]
        self.known.update(new)

    def near(self, key: Key) -> Iterator[Key]:
        """The names that may be another spelling of this one, itself among them."""
        kind, text = key
        for spelt in spellings(text, kind):
            name = parsed(spelt, kind)
            for part in self.parts:
                for candidate in part.index.search(name, kind, LOOKED_AT, FLOOR):
                    if rate(name, part.index.name(candidate.name_number)) >= LEAST:
                        yield part.keys[candidate.record]

    def save(self, position: int) -> None:
        """Note that a run was whole up to a log position; files that are no longer used go."""
        self.folder.mkdir(parents=True, exist_ok=True)
        parts = [part.name for part in self.parts]
        said: dict[str, Any] = {"version": self.version, "position": position, "parts": parts}
        fresh = self.folder / f"{STATE}.{os.getpid()}"
        fresh.write_text(json.dumps(said), "utf-8")
        fresh.replace(self.folder / STATE)
        self.position = position
        for path in self.folder.glob("names-*"):
            if path.stem not in parts:
                with suppress(OSError):
                    path.unlink()


def _spelt(keys: Iterable[Key]) -> Iterator[tuple[int, str, Kind]]:
    return ((number, spelt, kind) for number, (kind, text) in enumerate(keys) for spelt in spellings(text, kind))


def spellings(text: str, kind: Kind) -> tuple[str, ...]:
    """The name itself and, where it is in Han characters, its likeliest English: one word there is often several here."""
    if text.isascii() or kind is Kind.PERSON or not letters("Han").search(text):
        return (text,)
    return text, " ".join(_english(word) for word in parsed(text, kind).words)


def _english(word: Word) -> str:
    best, share = max(word.options, key=itemgetter(1), default=("", 0.0))
    return best if share >= LIKELY else word.latin
