"""A killed process leaves nothing half-written; two processes share a workspace."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from store_samples import document, ident, judge, name, quote, say

from dragoman.base.errors import WorkspaceError
from dragoman.model.document import Document
from dragoman.model.statement import Statement
from dragoman.store import Store, engine

DOCUMENTS = 150


def batch(number: int) -> tuple[Document, list[Statement]]:
    """A document, its statements, all on one hub."""
    doc = document(number)
    firm, hub = f"Firm {number}", ident("Hub")
    return doc, [
        name(firm, evidence=(quote(doc, "Acme Robotics"),)), say(ident(firm), "Company", "parent", hub),
        *(say(ident(firm), "Company", "notes", f"note {n}") for n in range(20)),
    ]  # fmt: skip


def write(folder: str) -> None:
    """Append all documents, one by one, with a decision every tenth."""
    with Store.open(folder, create=True) as store:
        for number in range(DOCUMENTS):
            doc, statements = batch(number)
            if not store.has_document(doc.id):
                store.add(doc, statements)
            if number % 10 == 0:
                store.decide(judge(ident("Firm 0"), ident(f"Firm {number}")))


def said(folder: Path) -> list[str]:
    """All statements and clusters, times aside, in a stable order."""
    with Store.open(folder) as store:
        assert store.check() == []
        return sorted(f"{s.id} {s.entity_id} {s.value} {s.evidence}" for s in store.statements())


def test_killed_at_any_moment_and_run_again_gives_the_same(tmp_path: Path) -> None:
    chance = random.Random(7)
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    began = time.monotonic()
    write(str(whole))
    span = time.monotonic() - began
    here, folder = str(Path(__file__).parent), str(killed)
    code = f"import sys; sys.path.insert(0, {here!r}); import test_store_processes as t; t.write({folder!r})"
    seen = []
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-c", code])
        while not (killed / engine.FILE).exists() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.02, span / 4))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with Store.open(killed) as store:
            assert store.check() == []
            for summary in store.documents():
                assert len(list(store.statements(document=summary.id))) == 1
            seen.append(store.counts())
            assert seen[-1]["statements"] == seen[-1]["documents"] * len(batch(0)[1])
    assert seen[0]["documents"] < DOCUMENTS, "the first was killed before its end"
    write(str(killed))
    assert said(killed) == said(whole)


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    processes = [multiprocessing.get_context("spawn").Process(target=_half, args=(str(tmp_path), n)) for n in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    with Store.open(tmp_path) as store:
        assert store.counts()["documents"] == 60 and store.check() == []


def test_several_processes_make_the_workspace_at_once(tmp_path: Path) -> None:
    code = "import sys; from dragoman.store import Store; Store.open(sys.argv[1], create=True).close()"
    makers = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "new")]) for _ in range(4)]
    assert [maker.wait() for maker in makers] == [0, 0, 0, 0]
    with Store.open(tmp_path / "new") as store:
        assert store.check() == []


def _half(folder: str, half: int) -> None:
    with Store.open(folder) as store:
        for number in range(half, 60, 2):
            store.add(*batch(number))


def test_a_reader_sees_whole_transactions_beside_a_writer(store: Store) -> None:
    with Store.open(store.url) as reader:
        store.add(*batch(1))
        stream = reader.statements()
        next(stream)
        store.add(*batch(2))
        assert reader.counts()["documents"] == 2
        assert 1 + sum(1 for _ in stream) in (22, 44)


def test_a_busy_workspace_says_so_in_one_line(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    other = create_engine(store.url)
    with other.connect() as raw, Store.open(store.url) as second:
        raw.execute(text("UPDATE meta SET value = value"))
        with pytest.raises(WorkspaceError, match="busy") as refused:
            second.add(*batch(3))
        assert "\n" not in str(refused.value)
        assert second.counts()["documents"] == 0, "reading goes on"
        raw.rollback()
        assert second.add(*batch(3)).document_new


def test_a_second_writer_waits(store: Store) -> None:
    other = create_engine(store.url, connect_args={"check_same_thread": False}).connect()
    other.execute(text("UPDATE meta SET value = value"))
    with Store.open(store.url) as second:
        waiting = threading.Timer(0.5, other.rollback)
        began = time.monotonic()
        waiting.start()
        second.add(*batch(4))
        assert time.monotonic() - began > 0.4
        waiting.join()
    other.close()
