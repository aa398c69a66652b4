"""Reading into a workspace: whole documents, once, surviving a kill; what cannot be read is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman import open_workspace
from dragoman.base.errors import WorkspaceError
from dragoman.base.settings import Settings
from dragoman.model.document import Document
from dragoman.model.statement import Statement
from dragoman.workspace import documents, extraction

OFF = Settings(models=False, processes=1)
NEWS = "Visit to a laboratory\n\nTOMSK, May {day}, 2018 -- A delegation from Harbin visited the Institute of Optics in Tomsk.\n"


def fill(folder: Path, count: int, news: str = NEWS) -> Path:
    folder.mkdir()
    for day in range(1, count + 1):
        (folder / f"{day:03}.txt").write_text(
            news.format(day=1 + day % 28) + f"The guests saw {day} exhibits.\n", encoding="utf-8"
        )
    return folder


def said(folder: Path) -> list[tuple[object, ...]]:
    """Every statement of a workspace, without the times at which it was recorded."""
    with open_workspace(folder) as workspace:
        return sorted(map(told, workspace.store.statements()))


def joins(folder: Path) -> list[tuple[object, ...]]:
    """Every decision of a workspace, without its time."""
    with open_workspace(folder) as workspace:
        return sorted((d.ids, str(d.verdict), d.by, d.note) for d in workspace.store.decisions())


def told(s: Statement) -> tuple[object, ...]:
    return (s.id, s.entity_id, s.prop, s.value, tuple((e.document, e.start, e.exact) for e in s.evidence))


def test_reading_twice_adds_nothing_but_a_sighting(tmp_path: Path) -> None:
    news = fill(tmp_path / "news", 3)
    with open_workspace(tmp_path / "w", create=True, settings=OFF) as workspace:
        first = workspace.documents.read([news])
        before = workspace.store.counts()
        again = workspace.documents.read([news])
        after = workspace.store.counts()
    assert (first.documents, first.known) == (3, 0)
    assert first.statements > 0
    assert (again.documents, again.known, again.statements, again.joined) == (0, 3, 0, 0)
    assert {k: v for k, v in before.items() if k != "sightings"} == {k: v for k, v in after.items() if k != "sightings"}


def test_there_must_be_a_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="dragoman init"):
        open_workspace(tmp_path)


def test_killed_half_way_and_run_again_is_as_if_undisturbed(tmp_path: Path) -> None:
    """kill -9 during `dragoman read`, at several moments; then the same command again."""
    news = fill(tmp_path / "news", 60)
    with open_workspace(tmp_path / "calm", create=True, settings=OFF) as workspace:
        workspace.documents.read([news])
    open_workspace(tmp_path / "rough", create=True).close()
    command = [sys.executable, "-m", "dragoman", "read", "-w", str(tmp_path / "rough"), "--no-models", "-j", "2", str(news)]
    for wait in (0.6, 0.9, 1.2):
        reading = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(wait)
        os.killpg(reading.pid, signal.SIGKILL)
        reading.wait()
        with open_workspace(tmp_path / "rough") as workspace:
            assert workspace.store.check() == []
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert said(tmp_path / "rough") == said(tmp_path / "calm")


def test_a_thousand_files_killed_half_way(tmp_path: Path) -> None:
    """kill -9 when about half of 1,000 files are kept; the same command reads the rest, and only the rest."""
    news = fill(tmp_path / "news", 1_000, "Harbin, day {day}. ")
    for name in ("calm", "rough"):
        open_workspace(tmp_path / name, create=True).close()
    command = [sys.executable, "-m", "dragoman", "read", "--no-models", str(news), "-w"]
    calm = subprocess.Popen([*command, str(tmp_path / "calm"), "-j", "1"], stdout=subprocess.DEVNULL)
    reading = subprocess.Popen(
        [*command, str(tmp_path / "rough"), "-j", "2"], stdout=subprocess.DEVNULL, start_new_session=True
    )
    with open_workspace(tmp_path / "rough") as workspace:
        while workspace.store.counts()["documents"] < 450 and reading.poll() is None:
            time.sleep(0.02)
        os.killpg(reading.pid, signal.SIGKILL)
        reading.wait()
        kept = workspace.store.counts()["documents"]
        assert 450 <= kept < 1_000
    again = subprocess.run([*command, str(tmp_path / "rough")], check=True, capture_output=True, text=True)
    assert f"{1_000 - kept} documents read, {kept} known already, 0 refused" in again.stdout
    assert calm.wait() == 0
    assert len(said(tmp_path / "calm")) > 1_000
    assert said(tmp_path / "rough") == said(tmp_path / "calm")
    assert joins(tmp_path / "rough") == joins(tmp_path / "calm")


def test_the_shared_documents_killed_half_way(tmp_path: Path, shared: Path) -> None:
    """The same with real documents: what the second run leaves equals an undisturbed run."""
    source = shared / "gold" / "documents"
    with open_workspace(tmp_path / "calm", create=True, settings=OFF) as workspace:
        workspace.documents.read([source])
    open_workspace(tmp_path / "rough", create=True).close()
    command = [sys.executable, "-m", "dragoman", "read", "-w", str(tmp_path / "rough"), "--no-models", "-j", "1", str(source)]
    reading = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(0.7)
    os.killpg(reading.pid, signal.SIGKILL)
    reading.wait()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert said(tmp_path / "rough") == said(tmp_path / "calm")


def test_a_pool_and_one_process_find_the_same(tmp_path: Path) -> None:
    news = fill(tmp_path / "news", 12)
    for name, processes in (("one", 1), ("two", 2)):
        with open_workspace(tmp_path / name, create=True, settings=Settings(models=False, processes=processes)) as workspace:
            workspace.documents.read([news])
    assert said(tmp_path / "one") == said(tmp_path / "two")


def test_a_fault_on_one_text_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = fill(tmp_path / "news", 3)
    whole = extraction.extract

    def stumbling(document: Document, settings: Settings) -> extraction.Extracted:
        if document.name == "002.txt":
            raise KeyError("a word")
        return whole(document, settings)

    monkeypatch.setattr(documents, "extract", stumbling)
    with open_workspace(tmp_path / "w", create=True, settings=OFF) as workspace:
        result = workspace.documents.read([news])
        assert (result.documents, [r.name for r in result.refused]) == (2, ["002.txt"])
        assert "002.txt: could not be read to its end: a fault of Dragoman (KeyError" in str(result.refused[0].error)
        monkeypatch.undo()
        assert workspace.documents.read([news]).documents == 1
