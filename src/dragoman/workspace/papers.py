"""Reports and exports of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dragoman.base.version import VERSION
from dragoman.model.document import ENTRY
from dragoman.model.entity import Entity
from dragoman.model.fact import facts
from dragoman.model.reader import reading_in
from dragoman.model.statement import Statement

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.report.data import Case
    from dragoman.workspace import Workspace

CASES = "cases.yaml"
OUTLINES = "map.json"  # outlines of countries in place of the bundled ones: borders are disputed, users may replace them


class Papers:
    """What leaves a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def report(self, path: Path, title: str = "", lang: str = "en") -> Path:
        """Write one self-contained HTML file: figures, map, organisations, each fact opening its sentence."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with reading_in(lang):
            path.write_text(self._report(title, lang), encoding="utf-8")
        return path

    def _report(self, title: str, lang: str) -> str:
        from dragoman.report.data import ReportData
        from dragoman.report.html import render

        store = self.workspace.store
        statements = list(store.statements())
        cited = {e.document for s in statements for e in s.evidence}
        shown = [d.id for d in store.documents() if d.media_type != ENTRY or d.id in cited]  # not what was taken back
        captions = store.captions({s.entity_id for s in statements})
        data = ReportData(
            title=title or self.workspace.folder.resolve().name, made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            version=VERSION, documents=[store.document(key) for key in shown], entities=grouped(statements),
            facts=facts(statements, captions), captions=captions, decisions=store.decisions(), cases=self.cases(),
            counts=store.counts(),
            outlines=str(outlines) if (outlines := self.workspace.folder / OUTLINES).exists() else "",
        )  # fmt: skip
        return render(data, lang)

    def cases(self) -> list[Case]:
        """The worked cases this workspace names in its `cases.yaml`, if any."""
        from dragoman.report.data import Case

        path = self.workspace.folder / CASES
        if not path.exists():
            return []
        import yaml

        return [Case(**case) for case in yaml.safe_load(path.read_text(encoding="utf-8"))]

    def export(self, kind: str) -> Iterator[str]:
        """Lines of an export: `jsonl` and `csv` are statements, `ftm` FollowTheMoney entities."""
        from dragoman.report.exports import export

        return export(self.workspace.store.statements(), kind)


def grouped(statements: list[Statement]) -> list[Entity]:
    """Statements folded by their (canonical) entity id, in the order they first appear."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.entity_id, []).append(statement)
    return [Entity(key, tuple(members)) for key, members in groups.items()]
