"""Two processes read different files into one workspace at once: nothing is lost, no join is logged twice."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest
from test_read import OFF, fill, said

from dragoman import open_workspace
from dragoman.resolve import variants

SECONDS = 60.0  # how long one process waits for the other


def read_half(folder: str, news: str, half: int, barrier: Barrier) -> None:
    """Read every second file; joins are found when the other has read too, and logged when the other has found its own."""
    gather, propose = variants.gather, variants.propose

    def gather_together(rows: Any) -> Any:
        barrier.wait(SECONDS)
        return gather(rows)

    def propose_together(*given: Any) -> Any:
        made = propose(*given)
        barrier.wait(SECONDS)
        return made

    with pytest.MonkeyPatch.context() as patch, open_workspace(folder, settings=OFF) as workspace:
        patch.setattr(variants, "gather", gather_together)
        patch.setattr(variants, "propose", propose_together)
        workspace.documents.read(sorted(Path(news).iterdir())[half::2])


def test_two_processes_read_different_files_at_once(tmp_path: Path) -> None:
    news = fill(tmp_path / "news", 24)
    with open_workspace(tmp_path / "alone", create=True, settings=OFF) as workspace:
        workspace.documents.read([news])
    open_workspace(tmp_path / "both", create=True).close()
    spawned = multiprocessing.get_context("spawn")
    barrier = spawned.Barrier(2)
    readers = [spawned.Process(target=read_half, args=(str(tmp_path / "both"), str(news), n, barrier)) for n in range(2)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert [reader.exitcode for reader in readers] == [0, 0]
    with open_workspace(tmp_path / "both") as workspace:
        joined = Counter(d.ids for d in workspace.identity.all())
        assert joined and set(joined.values()) == {1}
        assert workspace.store.check() == []
    assert said(tmp_path / "both") == said(tmp_path / "alone")
