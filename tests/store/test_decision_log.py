"""Decisions read once and then what came since: always those of the log, also of other writers and of a file put back."""

from __future__ import annotations

import shutil
from pathlib import Path

from dragoman.model.decision import Decision, Subject
from dragoman.store import Store


def made(n: int, subject: Subject = Subject.IDENTITY) -> Decision:
    return Decision(subject, (f"{n:032x}", f"{n + 1:032x}"), "different", "A. Chen", f"2026-01-01T00:00:{n:02}+00:00")


def test_what_others_decided_since_is_seen(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as one, Store.open(tmp_path) as other:
        assert one.decisions() == []
        one.decide(made(1))
        assert [d.id for d in one.decisions()] == [made(1).id] == [d.id for d in other.decisions()]
        other.decide(made(3), made(5, Subject.HIT))
        assert [d.id for d in one.decisions()] == [
            made(n, s).id for n, s in ((1, Subject.IDENTITY), (3, Subject.IDENTITY), (5, Subject.HIT))
        ]
        assert one.decisions(subject=Subject.HIT) == [made(5, Subject.HIT)]
        given = one.decisions()
        given.clear()
        assert len(one.decisions()) == 3


def test_a_file_put_back_is_read_anew(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a", create=True) as store:
        store.decide(made(1))
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    with Store.open(tmp_path / "a") as store:
        store.decide(made(3))
        held = store._decided
        assert len(store.decisions()) == 2
    with Store.open(tmp_path / "b") as earlier:
        with earlier._read() as connection:
            held.freshen(connection)
        assert held.of(None) == [made(1)]
