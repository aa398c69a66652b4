"""Faults that were found by use: an id of another kind, a version that is none, rows of records that are there by name."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from channel_samples import ANNA, BORIS, delegations, listed

from dragoman.base.errors import UsageError
from dragoman.workspace import Workspace, clearing, open_workspace
from dragoman.workspace.expo_form import candidates


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "w", create=True)


def test_an_id_of_another_kind_is_no_candidate(hall: Workspace) -> None:
    firm = hall.expo.enter("Company", {"name": "Rover Co. Ltd"}, by=ANNA)
    person = hall.expo.enter("Person", {"name": "Ivan Petrov"}, by=ANNA)
    assert candidates(hall, "LegalEntity", firm) == [firm]
    assert candidates(hall, "Person", firm) == []
    assert candidates(hall, "Person", person) == [person]
    with pytest.raises(UsageError, match=f"no Person called '{firm}'"):
        hall.expo.enter("Contest", {"name": "Robots", "winner": firm, "juror": firm}, by=ANNA)
    with pytest.raises(UsageError, match="enter it first"):  # an id of nothing is no name either
        hall.expo.enter("Contest", {"name": "Robots", "winner": "0" * 32}, by=ANNA)


@pytest.mark.parametrize("seen", ["zz", "a.b.c", "."])
def test_a_version_that_is_none_is_told_in_one_line(hall: Workspace, seen: str) -> None:
    listed(hall)
    _, hit = delegations(hall)
    with pytest.raises(UsageError, match="since you looked"):
        clearing.release(hall, hit, by=BORIS, note="another firm", seen=seen)


def sheet(path: Path, *rows: tuple[str, ...]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(rows)
    return path


def test_new_rows_are_said_of_who_is_on_record_by_that_name(hall: Workspace, tmp_path: Path) -> None:
    hall.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    hall.expo.enter("Edition", {"name": "Tidal Fair 3"}, by=ANNA, of="Tidal Fair")
    rover = hall.expo.enter("Company", {"name": "Rover Co. Ltd", "country": "China"}, by=ANNA)
    twins = [hall.expo.enter("Company", {"name": "Twin Ltd"}, by=ANNA, new=n > 0) for n in range(2)]
    files = [
        sheet(tmp_path / "Exhibit.csv", ("id", "name", "exhibitor"), ("", "Glider", "Rover Co. Ltd"), ("", "Kite", "Twin Ltd")),
        sheet(tmp_path / "Organization.csv", ("id", "name", "website"), ("", "rover co. ltd", "https://rover.example"),
              ("", "Wind Ltd", "https://wind.example")),
    ]  # fmt: skip
    done = hall.expo.import_catalogue("Tidal Fair 3", files, by=ANNA)
    assert [r.why.split(":")[0] for r in done.refused] == ["2 records are called 'Twin Ltd'"]
    assert candidates(hall, "LegalEntity", "Rover Co. Ltd") == [rover]
    assert hall.store.entity(rover).values("website") == ("https://rover.example",)
    assert hall.store.entity(hall.expo.find("Glider")).values("exhibitor") == (rover,)
    assert hall.store.entity(hall.expo.find("Kite")).values("exhibitor")[0] not in twins
    (wind,) = candidates(hall, "LegalEntity", "Wind Ltd")
    before = hall.store.counts()["statements"]
    hall.expo.import_catalogue("Tidal Fair 3", files, by=ANNA, again=True)
    assert hall.store.counts()["statements"] == before
    assert candidates(hall, "LegalEntity", "Wind Ltd") == [wind]


def test_a_newer_record_sheet_keeps_the_rows_that_did_not_change(hall: Workspace, tmp_path: Path) -> None:
    hall.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    hall.expo.enter("Edition", {"name": "Tidal Fair 3"}, by=ANNA, of="Tidal Fair")
    path, head = tmp_path / "Exhibit.csv", ("id", "name", "exhibitor", "trl")
    rows = [("", "Glider", "Rover Co. Ltd", "7"), ("", "Kite", "Wind Ltd", "6"), ("", "Sail", "Wind Ltd", "5")]
    hall.expo.import_catalogue("Tidal Fair 3", [sheet(path, head, *rows)], by=ANNA)
    rows[1] = ("", "Kite", "Wind Ltd", "8")
    hall.expo.import_catalogue("Tidal Fair 3", [sheet(path, head, *rows[:2])], by=ANNA)
    glider, kite = (hall.store.entity(hall.expo.find(name)) for name in ("Glider", "Kite"))
    assert (glider.values("trl"), kite.values("trl")) == (("7",), ("8",))
    assert candidates(hall, "Exhibit", "Sail") == []
    assert len(candidates(hall, "LegalEntity", "Rover Co. Ltd")) == 1
    assert hall.expo.figures("Tidal Fair 3").value("exhibits") == 2
