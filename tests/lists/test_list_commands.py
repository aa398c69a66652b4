"""The commands, as a person types them, in an empty folder and in a workspace."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lists_samples import FTM_FLAT, PARTNERS, UN

Put = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    (tmp_path / "empty").mkdir()

    def call(*words: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "dragoman", "lists", *map(str, words)], cwd=tmp_path / "empty", input=stdin,
            env={**os.environ, "DRAGOMAN_LISTS": str(tmp_path / "own"), "COLUMNS": "200"}, capture_output=True, text=True,
        )  # fmt: skip

    return call


def test_the_first_run_says_that_nothing_is_covered_and_where_lists_are(run: Run) -> None:
    done = run("show")
    assert done.returncode == 0 and done.stdout == ""
    assert "nothing is covered" in done.stderr and "dragoman lists add un " in done.stderr
    assert run("show", "--format", "json").stdout.strip() == "[]"


def test_nothing_is_fetched_before_the_user_agrees(run: Run) -> None:
    done = run("add", "un", stdin="n\n")
    assert done.returncode == 130 and "https://scsanctions.un.org/" in done.stderr and "Fetch the UN Security" in done.stderr
    done = run("add", "nowhere")
    assert done.returncode == 2 and "no public list" in done.stderr and "us-csl" in done.stderr


def test_add_show_update_diff_remove(run: Run, put: Put) -> None:
    path = put("un.xml", UN)
    done = run("add", "un", path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "un: UN Security Council consolidated list, published 2024-05-01; 2 records, 8 names (un-xml)\n"
    assert "nothing new" in run("add", "un", path).stdout
    put("un.xml", UN.replace("2024-05-01", "2024-06-01").replace("KORVAN AIR LINES", "KORVAN AIR SERVICE LINES"))
    assert "published 2024-06-01" in run("update").stdout
    done = run("diff", "un")
    assert "1 renamed" in done.stderr and "KORVAN AIR SERVICE LINES" in done.stdout and "KORVAN AIR LINES" in done.stdout
    rows = [json.loads(line) for line in run("diff", "un", "--format", "jsonl").stdout.splitlines()]
    assert [(r["change"], r["id"], r["name"], r["was"]) for r in rows] == [
        ("renamed", "XDe.002", "KORVAN AIR SERVICE LINES", "KORVAN AIR LINES")
    ]
    shown = run("show")
    assert "OLD:" in shown.stdout and "2024-06-01" in shown.stdout
    assert "countries: cd 1, rw 1" in run("show", "un").stdout
    assert run("remove", "un", stdin="n\n").returncode == 130
    assert run("remove", "un", "--yes").returncode == 0 and "nothing is covered" in run("show").stderr


def test_a_table_with_bad_rows_ends_with_4(run: Run, put: Put) -> None:
    done = run("add", "partners", put("p.csv", PARTNERS), "--name-column", "Firma", "--id-column", "Nr", "--schema", "Company")
    assert done.returncode == 4 and "p.csv line 5: has no name" in done.stderr and "2 records" in done.stdout
    row = json.loads(run("show", "--format", "jsonl").stdout)
    assert (row["list"], row["records"], row["problems"], row["schemata"]) == ("partners", 2, 1, {"Company": 2})


def test_update_of_all_goes_on_after_one_that_fails(run: Run, put: Put) -> None:
    first, second = put("a.csv", "name\nA Firm\n"), put("b.csv", "name\nB Firm\n")
    run("add", "a", first)
    run("add", "b", second)
    first.unlink()
    put("b.csv", "name\nB Firm\nC Firm\n")
    done = run("update")
    assert done.returncode == 4 and "a: " in done.stderr and "stays in force" in done.stderr
    assert "b: b, date not known" in done.stdout and "2 records" in done.stdout


def test_seat(run: Run, put: Put) -> None:
    run("add", "un", put("un.xml", UN))
    done = run("seat", "Germany", "--format", "json")
    assert json.loads(done.stdout) == [
        {"list": "un", "law": "UN", "binds": "yes", "title": "UN Security Council consolidated list"}
    ]
    assert "seat: de" in done.stderr and "counsel decides" in done.stderr


def test_errors_have_their_exit_codes(run: Run, put: Put, tmp_path: Path) -> None:
    assert run("show", "nothing").returncode == 2
    assert run("add", "x", tmp_path / "none.csv").returncode == 4
    assert run("add", "x", put("t.csv", "a,b\n1,2\n"), "--name-column", "c").returncode == 2
    assert run("add", "x", put("t.csv", "a,b\n1,2\n"), "--name-column", "a", "--where", "b").returncode == 2
    assert run("show", "-w", tmp_path / "nowhere").returncode == 1
    assert run("add", "x", "http://example.org/x.csv").returncode == 2


def test_killed_while_loading_the_edition_before_stays(run: Run, put: Put, tmp_path: Path) -> None:
    run("add", "l", put("un.xml", UN))
    line = FTM_FLAT.split("\n")[0]
    path = put("large.json", "\n".join(line.replace('"p1"', f'"p{n}"') for n in range(60_000)))
    job = subprocess.Popen(
        [sys.executable, "-m", "dragoman", "lists", "add", "l", str(path)], cwd=tmp_path / "empty",
        env={**os.environ, "DRAGOMAN_LISTS": str(tmp_path / "own")}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    home = tmp_path / "own" / "l"
    for _ in range(600):
        if [f for f in home.glob(".making-*/records.jsonl") if f.stat().st_size > 100_000]:
            break
        time.sleep(0.02)
    job.send_signal(signal.SIGKILL)
    assert job.wait() == -signal.SIGKILL, "it was to be killed in the middle"
    assert "un-xml" in run("show", "--format", "jsonl").stdout
    assert len(json.loads(run("show", "l", "--format", "json").stdout)) == 1
    assert "2 names" not in run("add", "l", put("small.json", FTM_FLAT)).stdout
    assert json.loads(run("show", "--format", "jsonl").stdout)["records"] == 3
