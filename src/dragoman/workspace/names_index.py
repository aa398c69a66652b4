"""The names of a workspace in the names engine's index: found in spite of typing errors and in other scripts.

A file beside the workspace, made from the log and remade when the log has grown; never needed to find what is spelt as asked.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.base.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.compare.index import Index
    from dragoman.compare.name import Kind
    from dragoman.store import Store

FOLDER = "names"
SMALL = 3_000  # entities whose names are indexed in less than a second: then it is done before the answer
LEAST = 0.55  # likeness of two names below which nobody takes one for the other
LIMIT = 12  # names that are alike, at most
LAYOUT = 1


@dataclass(frozen=True, slots=True)
class Held:
    """An opened index and the entity of each record."""

    index: Index
    ids: tuple[str, ...] = field(repr=False)
    position: int


@lru_cache(maxsize=4)
def _opened(folder: str, position: int) -> Held | None:
    from dragoman.compare.index import Index

    base = Path(folder) / f"{LAYOUT}-{position}"
    try:
        ids = json.loads(base.with_suffix(".json").read_text("utf-8"))
        return Held(Index.open(base.with_suffix(".index")), tuple(ids), position)
    except (OSError, ValueError, DragomanError):
        return None


class NamesIndex:
    """The index of one workspace folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER

    def newest(self) -> Held | None:
        """The newest index there is, None before the first was made."""
        positions = [int(p.stem.partition("-")[2]) for p in self.folder.glob(f"{LAYOUT}-*.index") if p.stem[-1].isdigit()]
        return _opened(str(self.folder), max(positions)) if positions else None

    def build(self, store: Store) -> Held | None:
        """Make the index anew, for where the log stands now; None where the folder may not be written."""
        from dragoman.compare.index import build

        position = store.position()
        ids: dict[str, int] = {}
        base = self.folder / f"{LAYOUT}-{position}"
        aside = self.folder / f"making-{os.getpid()}-{position}"
        try:
            self.folder.mkdir(exist_ok=True)
            build(aside, _names(store, ids))
            base.with_suffix(".json").write_text(json.dumps(list(ids)), "utf-8")
            aside.replace(base.with_suffix(".index"))
        except OSError:
            return None
        for old in self.folder.iterdir():
            if not old.stem.startswith((base.name, "making-")):
                with suppress(OSError):
                    old.unlink()
        _opened.cache_clear()
        return _opened(str(self.folder), position)

    def alike(self, words: str) -> dict[str, float]:
        """Ids, as written, of entities with a name like the words, with the likeness (0 to 1)."""
        from dragoman.compare.name import Kind
        from dragoman.compare.score import rate

        held = self.newest()
        if held is None or not words.strip():
            return {}
        found: dict[str, float] = {}
        for kind in (Kind.ANY, Kind.PERSON):
            for record, _, value in held.index.best(words, kind, LIMIT, LEAST, rate):
                found[held.ids[record]] = max(value, found.get(held.ids[record], 0.0))
        return dict(sorted(found.items(), key=lambda f: -f[1])[:LIMIT])


def main(folder: str) -> None:
    """Make the index of a workspace folder in a process of its own: the pages answer meanwhile."""
    from dragoman.workspace import open_workspace

    with suppress(OSError, AttributeError):
        os.nice(10)
    with open_workspace(folder) as workspace:
        NamesIndex(workspace.folder).build(workspace.store)


def _names(store: Store, ids: dict[str, int]) -> Iterator[tuple[int, str, Kind]]:
    """(record, name, kind) of every name that stands; `ids` numbers the entities as they come."""
    from dragoman.compare.name import Kind
    from dragoman.model.entity import NAME_PROPS

    seen: set[tuple[int, str]] = set()
    for entity, schema, prop, value, _ in store.names():
        if prop in NAME_PROPS and value.strip():
            record = ids.setdefault(entity, len(ids))
            if (record, value) not in seen:
                seen.add((record, value))
                yield record, value, Kind.of(schema)
