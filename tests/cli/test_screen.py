"""`dragoman screen` and `dragoman hits` from the outside: a list of any table, a sheet screened, killed and gone on with."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NAMES = ["Vostok Pribor LLC", "Kama Depot No. 4", "Igor Lazarenko", "Northern Lights Robotics", "Hua Xin Optics Co Ltd"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_LISTS", str(tmp_path / "lists"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.csv").write_text("no,firm\n" + "".join(f"r{i},{n}\n" for i, n in enumerate(NAMES)), "utf-8")
    return tmp_path


def run(*arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    made = subprocess.run([sys.executable, "-m", "dragoman", *arguments], capture_output=True, text=True, check=False)
    assert made.returncode == code, made.stderr
    return made


def listed(place: Path) -> None:
    run(
        "lists", "add", "own", str(place / "own.csv"), "--name-column", "firm", "--id-column", "no", "--published", "2026-05-01"
    )


def test_without_a_list_it_says_that_nothing_is_covered(place: Path) -> None:
    made = run("screen", "Vostok Pribor")
    assert "nothing is covered" in made.stderr
    assert "nothing was checked" in made.stdout


def test_a_table_is_a_list_and_a_sheet_is_screened(place: Path) -> None:
    listed(place)
    (place / "q.csv").write_text("partner;land\nVostok Pribbor;RU\nQuiet Meadow Dairy;FR\n", "utf-8")
    made = run("screen", "--file", "q.csv", "--column", "partner", "--lists", "own", "--limit", "10", "--threshold", "0",
               "--format", "jsonl")  # fmt: skip
    first, second = (json.loads(line) for line in made.stdout.splitlines())
    assert (first["row"], first["name"], first["hits"][0]["id"], first["hits"][0]["name"]) == (
        2,
        "Vostok Pribbor",
        "r0",
        NAMES[0],
    )
    assert second["name"] == "Quiet Meadow Dairy"
    scores = [h["score"] for h in first["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_fail_on_hit(place: Path) -> None:
    listed(place)
    run("screen", "Vostok Pribor", "--fail-on", "hit", code=3)
    run("screen", "Quiet Meadow Dairy", "--fail-on", "hit")


def test_a_wrong_column_and_nothing_to_screen_are_told(place: Path) -> None:
    listed(place)
    (place / "q.csv").write_text("partner\nVostok\n", "utf-8")
    assert "it has: partner" in run("screen", "--file", "q.csv", code=2).stderr
    assert "give names" in run("screen", code=2).stderr


def test_a_hit_is_cleared_by_a_named_person_with_a_note(place: Path) -> None:
    run("init", ".")
    listed(place)
    run("hits", "clear", "own:r0", "--for", "Vostok Pribor", "--by", "A. Chen", "--note", " ", code=2)
    run("hits", "clear", "own:r9", "--for", "Vostok Pribor", "--by", "A. Chen", "--note", "x", code=2)
    run("hits", "clear", "own:r0", "--for", "Vostok Pribor", "--by", "A. Chen", "--note", "another firm, founded 2019")
    said = run("screen", "Vostok Pribor", "--fail-on", "hit").stdout
    assert "cleared by A. Chen" in said
    assert "another firm, founded 2019" in said


def test_answers_as_a_workbook(place: Path) -> None:
    from openpyxl import load_workbook

    listed(place)
    (place / "q.csv").write_text("name\nVostok Pribor\n=cmd()\n", "utf-8")
    run("screen", "--file", "q.csv", "--out", "a.xlsx")
    rows = list(load_workbook(place / "a.xlsx").active.iter_rows(values_only=True))
    assert rows[0][:3] == ("row", "name", "answer")
    assert rows[1][5] == NAMES[0]
    assert not str(rows[2][1]).startswith("=")
    assert not (place / "a.rows.csv").exists()


def test_a_killed_run_goes_on_and_gives_the_same(place: Path) -> None:
    listed(place)
    chance = random.Random(5)
    words = [*" ".join(NAMES).split(), "Meadow", "Dairy", "Pumps", "Sever", "Institute", "Optics"]
    rows = [" ".join(chance.choices(words, k=3)) for _ in range(9000)]
    (place / "many.csv").write_text("name\n" + "\n".join(rows) + "\n", "utf-8")
    command = [sys.executable, "-m", "dragoman", "screen", "--file", "many.csv", "--out", "killed.jsonl", "--processes", "1"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    aside, begun = place / "killed.jsonl.part", time.monotonic()
    while not aside.exists() and process.poll() is None and time.monotonic() - begun < 60:
        time.sleep(0.01)
    assert process.poll() is None, "the run ended before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    with (place / "killed.jsonl").open("ab") as torn:
        torn.write(b'{"row": 99999, "torn')
    done = json.loads(aside.read_text())["rows"]
    assert 0 < done < len(rows)
    assert "going on" in run(*command[3:]).stderr
    run("screen", "--file", "many.csv", "--out", "whole.jsonl", "--processes", "1")
    assert (place / "killed.jsonl").read_bytes() == (place / "whole.jsonl").read_bytes()
    assert not aside.exists()
