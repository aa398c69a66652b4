"""The simple join in a workspace: seen in `show`, logged, undone, and not done again after that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dragoman import open_workspace
from dragoman.base.progress import Silent
from dragoman.base.settings import Settings
from dragoman.workspace.documents import stream
from dragoman.workspace.extraction import Extracted, extract

FIRST = (
    "MOSCOW, May 3, 2018 -- Gennady Popov, director of the Institute of Optics, visited XinXiang. Mr. Popov met the mayor.\n"
)
SECOND = "XINXIANG, May 5, 2018 -- Gennady Popov toured a plant in Xinxiang.\n"


def test_spellings_are_joined_shown_and_undone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    with open_workspace(tmp_path / "w", create=True, settings=Settings(models=False, processes=1)) as workspace:
        workspace.documents.read([tmp_path / "a.txt", tmp_path / "b.txt"])
        popov = workspace.entities.get("Gennady Popov")
        assert len(popov.datasets) == 2
        assert "Popov" in " ".join(popov.names)
        place = workspace.entities.get("Xinxiang")
        assert len(place.datasets) == 2
        made = [d for d in workspace.identity.all() if place.id in d.ids]
        assert made and all(d.by_rule and d.score and d.version for d in made)
        for decision in made:
            workspace.identity.undo(decision, by="Anna Weber", note="two towns")
        assert len(workspace.entities.get(place.id).datasets) == 1
        assert workspace.identity.join_variants() == []
        assert workspace.store.check() == []


def test_a_suggested_fact_waits_for_a_person(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    with open_workspace(tmp_path / "w", create=True, settings=Settings(models=False, processes=1)) as workspace:
        for item in stream([tmp_path / "a.txt"], workspace.settings, Silent(), extract):
            assert isinstance(item, Extracted)
            workspace.store.add_many([(item.document, [replace(s, suggested=True) for s in item.statements])])
        waiting = workspace.facts.to_check()
        assert len(waiting) > 1
        judged = workspace.facts.judge(waiting[0].id[:10], "accepted", by="Anna Weber", note="seen")
        assert judged.id not in {f.id for f in workspace.facts.to_check()}
        rejected = workspace.facts.judge(waiting[1].id, "rejected", by="Anna Weber")
        assert rejected.id not in {s.id for s in workspace.store.statements()}
        assert workspace.store.check() == []
