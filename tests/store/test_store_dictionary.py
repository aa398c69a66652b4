"""Dictionaries remember a part: what they forget in between is known all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.store import Store, dictionary


def test_what_is_forgotten_while_it_is_asked_for_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "REMEMBERED", 4)
    ids = [f"{n:032x}" for n in range(12)]
    with Store.open(tmp_path, create=True) as store:
        with store._write() as connection:
            first = store._ids.keys(connection, ids[:5])
        with store._write() as connection:
            again = store._ids.keys(connection, ids[3:9])
        assert {i: again[i] for i in ids[3:5]} == {i: first[i] for i in ids[3:5]}
        with store._read() as connection:
            assert len(store._ids.known(connection, ids)) == 9
            assert store._ids.texts(connection, list(first.values())) == {k: i for i, k in first.items()}
