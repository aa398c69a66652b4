"""One change of many records is undone as one: all of it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.base.errors import UsageError
from dragoman.workspace import Workspace, open_workspace
from dragoman.workspace.expo_revising import Revision, changed_with, revise, undo_all

ANNA, BORIS = "Anna Chen", "Boris Orlov"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "w", create=True) as made:
        made.expo.enter("Edition", {"name": "Tidal Fair 3"}, by=ANNA)
        yield made


def exhibits(hall: Workspace) -> list[str]:
    names = ("Tide gauge", "Wave mast", "Foam pump")
    said = ({"name": n, "edition": "Tidal Fair 3", "trl": "5"} for n in names)
    return [hall.expo.enter("Exhibit", {**one, "exhibitor": "Tidal Works"}, by=ANNA) for one in said]


def level(hall: Workspace, ids: list[str]) -> list[tuple[str, ...]]:
    return [hall.store.entity(i).values("trl") for i in ids]


def raised(hall: Workspace, ids: list[str], to: str) -> int:
    """The readiness of all of them said anew in one change; its position."""
    changes = [Revision(i, "trl", tuple(s.id for s in hall.store.entity(i).get("trl")), (to,)) for i in ids]
    return revise(hall, changes, by=BORIS, seen=hall.expo.position()).position


def test_a_change_of_many_names_its_records_and_is_undone_in_all_of_them(hall: Workspace) -> None:
    ids = exhibits(hall)
    at = raised(hall, ids[:2], "8")
    assert changed_with(hall, at) == sorted(ids[:2])
    done = undo_all(hall, at, by=ANNA)
    assert done.records == 2
    assert level(hall, ids) == [("5",), ("5",), ("5",)]


def test_what_was_changed_after_it_stays(hall: Workspace) -> None:
    ids = exhibits(hall)
    at = raised(hall, ids, "8")
    raised(hall, ids[:1], "9")
    undo_all(hall, at, by=ANNA)
    assert level(hall, ids) == [("9",), ("5",), ("5",)]


def test_what_is_undone_is_not_undone_twice(hall: Workspace) -> None:
    at = raised(hall, exhibits(hall), "8")
    undo_all(hall, at, by=ANNA)
    with pytest.raises(UsageError, match="nothing of that change stands"):
        undo_all(hall, at, by=ANNA)


def test_a_change_that_only_takes_back_is_undone(hall: Workspace) -> None:
    ids = exhibits(hall)
    gone = [Revision(i, "trl", tuple(s.id for s in hall.store.entity(i).get("trl"))) for i in ids]
    at = revise(hall, gone, by=BORIS, seen=hall.expo.position()).position
    assert level(hall, ids) == [(), (), ()]
    undo_all(hall, at, by=ANNA)
    assert level(hall, ids) == [("5",), ("5",), ("5",)]
