"""Two people at one record, each with a process of their own: nothing is lost, and the second is told what happened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.commands import dragoman
from dragoman.expo.conflict import Conflict
from dragoman.workspace import open_workspace

ANNA, BORIS = "Anna Chen", "Boris Orlov"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_workspace(tmp_path / "w", create=True) as made:
        made.expo.enter("Edition", {"name": "Tidal Fair 3", "venue": "East Hall"}, by=ANNA)
    return tmp_path / "w"


def start(folder: Path, user: str, *words: str) -> subprocess.Popen[str]:
    """A command in a process of its own, as a user of that name."""
    env = os.environ | {"LOGNAME": user.split()[0].lower(), "OMP_NUM_THREADS": "1"}
    line = [sys.executable, "-m", "dragoman", *words, "-w", str(folder), "--by", user]
    return subprocess.Popen(line, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(running: list[subprocess.Popen[str]]) -> list[tuple[int, str]]:
    done = [(p.communicate(timeout=120)[1], p) for p in running]
    return [(p.returncode, told) for told, p in done]


def test_of_two_who_change_one_property_the_second_is_told_and_nothing_is_lost(folder: Path) -> None:
    with open_workspace(folder) as hall:
        seen = str(hall.expo.position())
    words = ("correct", "Tidal Fair 3", "--seen", seen)
    running = [start(folder, who, *words, f"venue={hall_}") for who, hall_ in ((ANNA, "North Hall"), (BORIS, "South Hall"))]
    codes = finished(running)
    assert sorted(code for code, _ in codes) == [0, 1]
    told = next(text for code, text in codes if code)
    assert "changed meanwhile" in told
    assert ("North Hall" in told) != ("South Hall" in told)
    with open_workspace(folder) as hall:
        assert len(hall.store.entity(hall.expo.edition("Tidal Fair 3")).values("venue")) == 1


def test_of_two_who_change_different_properties_both_stand_and_the_second_is_told(folder: Path) -> None:
    with open_workspace(folder) as hall:
        seen = str(hall.expo.position())
    running = [
        start(folder, ANNA, "correct", "Tidal Fair 3", "theme=Sea", "--seen", seen),
        start(folder, BORIS, "correct", "Tidal Fair 3", "ordinal=3", "--seen", seen),
    ]
    codes = finished(running)
    assert [code for code, _ in codes] == [0, 0]
    assert sum("meanwhile:" in text for _, text in codes) == 1
    with open_workspace(folder) as hall:
        found = hall.store.entity(hall.expo.edition("Tidal Fair 3"))
        assert (found.values("theme"), found.values("ordinal")) == (("Sea",), ("3",))


def test_many_who_enter_at_once_lose_nothing(folder: Path) -> None:
    running = [start(folder, f"User {n}", "enter", "Hall", f"name=Hall {n}", "--of", "Tidal Fair 3") for n in range(4)]
    assert [code for code, _ in finished(running)] == [0] * 4
    with open_workspace(folder) as hall:
        assert hall.expo.figures("Tidal Fair 3").value("halls") == 4
        assert hall.store.check() == []


def typed(folder: Path, user: str, monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    monkeypatch.setenv("LOGNAME", user.split()[0].lower())
    CliRunner().invoke(dragoman, [*words, "-w", str(folder)], catch_exceptions=False)


def test_correct_guards_from_what_the_user_was_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(folder, ANNA, monkeypatch, "expo", "show", "Tidal Fair 3")
    typed(folder, BORIS, monkeypatch, "correct", "Tidal Fair 3", "venue=North Hall", "--by", BORIS)
    with pytest.raises(Conflict, match="Boris Orlov"):
        typed(folder, ANNA, monkeypatch, "correct", "Tidal Fair 3", "venue=South Hall", "--by", ANNA)
    typed(folder, ANNA, monkeypatch, "show", "Tidal Fair 3")
    typed(folder, ANNA, monkeypatch, "correct", "Tidal Fair 3", "venue=South Hall", "--by", ANNA)
    with open_workspace(folder) as hall:
        hall.expo.correct(hall.expo.edition("Tidal Fair 3"), "venue", "West Hall", by=ANNA)
    typed(
        folder, ANNA, monkeypatch, "correct", "Tidal Fair 3", "venue=Last Hall", "--by", ANNA
    )  # her own change is no conflict
    with open_workspace(folder) as hall:
        assert hall.store.entity(hall.expo.edition("Tidal Fair 3")).values("venue") == ("Last Hall",)
