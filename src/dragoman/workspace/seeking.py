"""Searching a workspace as people do: names in any script and spelling, words in texts, narrowed step by step."""

from __future__ import annotations

import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from subprocess import DEVNULL, Popen
from time import monotonic
from typing import TYPE_CHECKING

from dragoman.workspace.expo_entries import CATALOGUE
from dragoman.workspace.names_index import SMALL, NamesIndex

if TYPE_CHECKING:
    from dragoman.store import Hit
    from dragoman.store.seeking import Candidate
    from dragoman.workspace import Workspace

FACETS = ("kind", "country", "topic", "technology", "edition", "dataset")
SHOWN = 12  # values of a facet
REMADE = 300.0  # seconds between two makings of a large index: it takes half a minute of a processor
_making = threading.Lock()
_begun: dict[str, tuple[Popen[bytes], float]] = {}  # the last making of each folder


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search: its values with how many there are of each; `chosen` are those in force."""

    name: str
    values: list[tuple[str, str, int]]  # (value, what to call it where it is an id, how many)
    chosen: tuple[str, ...] = ()


@dataclass(slots=True)
class Answer:
    """One page of a search."""

    hits: list[tuple[Hit, float]] = field(default_factory=list)  # with the likeness of its name where it is not spelt as asked
    total: int = 0
    documents: list[Hit] = field(default_factory=list)
    documents_total: int = 0
    facets: list[Facet] = field(default_factory=list)
    capped: bool = False


class Search:
    """Searches one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def find(self, words: str, chosen: Mapping[str, Sequence[str]], limit: int, offset: int = 0, documents: int = 10,
             documents_from: int = 0) -> Answer:  # fmt: skip
        """The entities and documents for some words, narrowed by what is chosen of each facet."""
        from dragoman.store.seeking import Seeking

        self.freshen()
        seeking = Seeking(self.store, words, NamesIndex(self.workspace.folder).alike(words))
        found = seeking.candidates()
        seeking.facet(found)
        kept = [c for c in found if all(_has(c, name, values) for name, values in chosen.items() if values)]
        page = kept[offset : offset + limit]
        texts, total = seeking.documents(documents, documents_from)
        narrowed = any(chosen.values())
        hits = list(zip(seeking.page(page), (c.alike if c.rank in (2, 4) else 0.0 for c in page), strict=True))
        return Answer(
            hits, len(kept), [] if narrowed else texts, 0 if narrowed else total, self._facets(kept, chosen), seeking.capped
        )

    def _facets(self, kept: list[Candidate], chosen: Mapping[str, Sequence[str]]) -> list[Facet]:
        from dragoman.store.several import titles

        values = {name: _tallied(kept, name)[:SHOWN] for name in FACETS}
        fairs = {v: v.removeprefix(CATALOGUE) for v, _ in values["dataset"] if v.startswith(CATALOGUE)}
        things = {v for name in ("technology", "edition") for v, _ in values[name]}
        captions = self.store.captions(things.union(fairs.values()))
        named = {k: t.shown for k, t in titles(self.store, [v for v, _ in values["dataset"]]).items()}
        called = {**captions, **named, **{v: f"{CATALOGUE}{captions.get(i, '')}" for v, i in fairs.items()}}
        return [
            Facet(name, [(v, called.get(v, v), n) for v, n in values[name]], tuple(chosen.get(name, ())))
            for name in FACETS if values[name]
        ]  # fmt: skip

    def freshen(self) -> None:
        """See to the index of names: of a small workspace at once, of a large one beside the answers."""
        from dragoman.store.several import how_many_entities

        index = NamesIndex(self.workspace.folder)
        held = index.newest()
        if held is not None and held.position == self.store.position():
            return
        if how_many_entities(self.store) <= SMALL:
            with _making:
                index.build(self.store)
            return
        with _making:
            key = str(self.workspace.folder.resolve())
            before = _begun.get(key)
            if before is None or (before[0].poll() is not None and monotonic() - before[1] > REMADE):
                _begun[key] = (_process(key), monotonic())


def spans(text: str, words: str) -> list[tuple[int, int]]:
    """Where words asked for stand in a text."""
    from dragoman.store.fulltext import pieces
    from dragoman.store.searching import marks

    return marks(text, pieces(words))


def _process(folder: str) -> Popen[bytes]:
    """Make the index beside the answers. What it prints is nobody's concern: without it what is spelt as asked is found."""
    code = "import sys; from dragoman.workspace.names_index import main; main(sys.argv[1])"
    return Popen([sys.executable, "-c", code, folder], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)


def _has(one: Candidate, facet: str, values: Sequence[str]) -> bool:
    return bool(one.facets.get(facet, set()).intersection(values))


def _tallied(found: list[Candidate], facet: str) -> list[tuple[str, int]]:
    from dragoman.store.seeking import tallied

    return tallied(found, facet)
