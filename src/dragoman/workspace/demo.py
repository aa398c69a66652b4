"""The five worked cases: a bundled collection in three languages and five formats, read like any other files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from dragoman import data
from dragoman.model.fact import Fact, facts
from dragoman.workspace.papers import CASES

if TYPE_CHECKING:
    from dragoman.report.data import Case
    from dragoman.workspace import Workspace


@dataclass(slots=True)
class CaseFound:
    """A case with what its documents brought."""

    case: Case
    counts: Counter[str] = field(default_factory=Counter)
    to_check: int = 0
    facts: list[Fact] = field(default_factory=list)


# Folders of `data/demo`: what organisers import (copied into the workspace), and the acts of `demo_records`.
INPUTS, RECORDS = "inputs", "records"


def lay_out(folder: Path) -> Path:
    """Write the bundled documents, inputs and the description of the cases into a workspace folder; the documents' folder."""
    target = folder / "documents"
    bundled = data.path("demo")
    for item in sorted(bundled.iterdir(), key=lambda p: p.name):
        if item.is_file():
            _written(item.read_bytes(), folder / CASES if item.name == CASES else target / item.name)
    for item in (bundled / INPUTS).iterdir():
        _written(item.read_bytes(), folder / INPUTS / item.name)
    return target


def _written(content: bytes, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def cases_found(workspace: Workspace) -> Iterator[CaseFound]:
    """Each case of a workspace with the facts of its documents."""
    store = workspace.store
    by_name = {PurePath(d.name).name: d.id for d in store.documents()}
    for case in workspace.papers.cases():
        found = CaseFound(case)
        for name in case.documents:
            statements = list(store.statements(document=by_name[name])) if name in by_name else []
            captions = store.captions({s.entity_id for s in statements} | {s.value for s in statements if len(s.value) == 32})
            found.facts += facts(statements, captions)
        found.counts = Counter(f.kind for f in found.facts if not f.suggested)
        found.to_check = sum(f.suggested for f in found.facts)
        yield found
