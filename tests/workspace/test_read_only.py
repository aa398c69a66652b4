"""A workspace that may only be read: it is shown, searched and exported; what would write says so in one line."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman import Workspace, open_workspace
from dragoman.base.errors import WorkspaceError
from dragoman.base.settings import Settings
from dragoman.model.decision import Judgement

NEWS = "HARBIN, May 3, 2018 -- Anna Weber, director of the Institute of Optics, visited Tomsk State University.\n"
OFF = Settings(models=False, processes=1)


def lock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take all write permissions of a folder; the superuser, who may write all the same, is told that they are gone."""
    may = os.access
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if os.geteuid() == 0:

        def access(path: str | Path, mode: int) -> bool:
            return may(path, mode) and not (mode & os.W_OK and Path(path).is_relative_to(folder))

        monkeypatch.setattr(os, "access", access)


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A workspace with one document, its folder and files without write permission."""
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    with open_workspace(tmp_path / "w, 100% of it?", create=True, settings=OFF) as workspace:
        workspace.documents.read([tmp_path / "news.txt"])
    lock(workspace.folder, monkeypatch)
    yield workspace.folder
    workspace.folder.chmod(0o755)


def test_it_is_listed_shown_searched_exported_and_reported(locked: Path, tmp_path: Path) -> None:
    before = {p.name: p.read_bytes() for p in locked.iterdir()}
    with open_workspace(locked) as workspace:
        assert workspace.store.read_only
        assert "Tomsk State University" in [r.caption for r in workspace.entities.of_kind("organisations").rows]
        entity = workspace.entities.get("Anna Weber")
        assert workspace.entities.facts(entity)
        assert workspace.entities.search("optics").hits
        assert list(workspace.papers.export("csv"))
        page = workspace.papers.report(tmp_path / "elsewhere" / "report.html")
    assert "Tomsk State University" in page.read_text(encoding="utf-8")
    assert {p.name: p.read_bytes() for p in locked.iterdir()} == before, "nothing was left behind"


@pytest.mark.parametrize(
    "write",
    [
        lambda w, news: w.documents.read([news]),
        lambda w, news: w.identity.decide("a", "b", Judgement.SAME, by="Anna Weber"),
        lambda w, news: w.store.rebuild(),
        lambda w, news: w.store.check(),
    ],
    ids=["read", "decide", "mend", "doctor"],
)
def test_what_would_write_says_so_in_one_line(locked: Path, tmp_path: Path, write: Callable[[Workspace, Path], object]) -> None:
    with open_workspace(locked) as workspace, pytest.raises(WorkspaceError, match="may only be read") as refused:
        write(workspace, tmp_path / "news.txt")
    assert "\n" not in str(refused.value)
    assert "copy its folder" in str(refused.value)


def test_what_a_killed_writer_left_in_its_log_is_read_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log of a process that was killed lies beside the file and holds what the file does not have yet."""
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    with open_workspace(tmp_path / "w", create=True, settings=OFF) as workspace:
        workspace.documents.read([tmp_path / "news.txt"])
        shutil.copytree(tmp_path / "w", tmp_path / "left")
    assert (tmp_path / "left" / "dragoman.sqlite-wal").stat().st_size
    lock(tmp_path / "left", monkeypatch)
    with open_workspace(tmp_path / "left") as workspace:
        assert workspace.store.read_only
        assert workspace.entities.get("Anna Weber")
    (tmp_path / "left").chmod(0o755)
