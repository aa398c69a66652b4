"""The commands as a person types them: what they print, on which stream, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NEWS = (
    "TOMSK, May 4, 2018 -- The 3rd Siberian Laser Expo opened on Friday in Tomsk, drawing more than 300 companies. "
    "It is organized by Tomsk State University. A delegation from Harbin visited the Institute of Optics.\n"
)


def run(*arguments: str, cwd: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DRAGOMAN_MODELS": "off", "DRAGOMAN_PROCESSES": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", *arguments], cwd=cwd, capture_output=True, text=True, env=environment
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture
def here(tmp_path: Path, news: Path) -> Path:
    run("init", ".", cwd=tmp_path)
    run("read", "news.txt", cwd=tmp_path)
    return tmp_path


def test_help_shows_an_example_of_every_command(tmp_path: Path) -> None:
    from dragoman.cli.commands import COMMANDS

    listed = run("--help", cwd=tmp_path).stdout
    for name in COMMANDS:
        assert name in listed
        assert f"dragoman {name}" in run(name, "--help", cwd=tmp_path).stdout.split("Example:")[1]


def test_facts_have_the_shape_the_scorer_reads(tmp_path: Path, news: Path) -> None:
    rows = [json.loads(line) for line in run("facts", str(news), "--format", "jsonl", cwd=tmp_path).stdout.splitlines()]
    assert rows
    for row in rows:
        assert {"document", "kind", "text", "quote", "start", "suggested", "attributes"} <= set(row)
        assert row["document"].endswith("news.txt")
        assert NEWS[row["start"] : row["start"] + len(row["quote"])] == row["quote"]
    figure = next(r for r in rows if r["kind"] == "statistic")
    assert figure["attributes"]["value"] == "300"
    assert figure["attributes"]["bound"] == "more than"


def test_every_format_says_the_same(tmp_path: Path, news: Path) -> None:
    as_lines = [json.loads(x) for x in run("facts", str(news), "--format", "jsonl", cwd=tmp_path).stdout.splitlines()]
    as_json = json.loads(run("facts", str(news), "--format", "json", cwd=tmp_path).stdout)
    as_csv = list(csv.DictReader(io.StringIO(run("facts", str(news), "--format", "csv", cwd=tmp_path).stdout)))
    assert as_lines == as_json
    assert [r["quote"] for r in as_csv] == [r["quote"] for r in as_json]
    assert "Tomsk State University" in run("facts", str(news), cwd=tmp_path).stdout


def test_read_list_show_search(here: Path) -> None:
    listed = json.loads(run("list", "organisations", "--format", "json", cwd=here).stdout)
    assert "Tomsk State University" in [r["name"] for r in listed]
    shown = run("show", "Tomsk State University", cwd=here).stdout
    assert "news.txt" in shown
    assert "Laser Expo" in run("search", "laser", cwd=here).stdout
    assert "1 known already" in run("read", "news.txt", cwd=here).stdout


def test_mentions_as_lines_and_as_conll(tmp_path: Path, news: Path) -> None:
    rows = [json.loads(x) for x in run("mentions", str(news), "--format", "jsonl", cwd=tmp_path).stdout.splitlines()]
    assert {"ORG", "LOC"} <= {r["kind"] for r in rows}
    assert all(NEWS[r["start"] : r["end"]] == r["text"] for r in rows)
    conll = run("mentions", str(news), "--format", "conll", cwd=tmp_path).stdout
    assert "Tomsk\tB-" in conll


def test_ten_bad_files_among_ten_good_ones(tmp_path: Path) -> None:
    """Ten clear lines, ten documents, exit code 4."""
    from tests_bad_files import make_bad_files

    folder = tmp_path / "mixed"
    folder.mkdir()
    for number in range(10):
        (folder / f"good{number}.txt").write_text(f"{NEWS}Hall {number} was full.\n", encoding="utf-8")
    bad = make_bad_files(folder)
    assert len(bad) == 10
    run("init", ".", cwd=tmp_path)
    done = run("read", "mixed", cwd=tmp_path, code=4)
    lines = [x for x in done.stderr.splitlines() if x.strip()]
    assert len(lines) == 10, done.stderr
    assert all(any(name in line for line in lines) for name in bad)
    assert "10 documents read, 0 known already, 10 refused" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["show", "Nobody"], 2, "nothing here is called 'Nobody'"),
        (["list", "booths"], 2, "there is no kind 'booths'"),
        (["read", "missing.txt"], 2, "missing.txt"),
        (["frobnicate"], 2, "No such command"),
        (["undo", "ffff"], 2, "no decisions begin with"),
    ],
)
def test_wrong_calls_get_one_clear_line(here: Path, arguments: list[str], code: int, says: str) -> None:
    done = run(*arguments, cwd=here, code=code)
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_export_and_report(here: Path) -> None:
    lines = run("export", cwd=here).stdout.splitlines()
    assert all("evidence" in json.loads(line) for line in lines)
    run("report", "-o", "r.html", cwd=here)
    text = (here / "r.html").read_text(encoding="utf-8")
    assert "Tomsk State University" in text
    assert "sound" in run("doctor", cwd=here).stdout


def test_standard_input_and_output(tmp_path: Path) -> None:
    environment = os.environ | {"DRAGOMAN_MODELS": "off"}
    command = [sys.executable, "-m", "dragoman", "facts", "-", "--format", "jsonl"]
    done = subprocess.run(command, input=NEWS, cwd=tmp_path, capture_output=True, text=True, env=environment, check=True)
    assert {json.loads(line)["document"] for line in done.stdout.splitlines()} == {"stdin"}


def test_what_was_known_before_anything_was_read_is_said_in_one_line(here: Path) -> None:
    done = run("show", "Tomsk State University", "--known-at", "2001-01-01", cwd=here, code=2)
    assert done.stderr.count("\n") == 1
    assert "nothing of" in done.stderr


def test_a_mapping_written_after_the_first_reading_is_used(here: Path) -> None:
    (here / "fair.csv").write_text("Wonderful name,Wonderful thing\nRover Co. Ltd,spherical robot\n", encoding="utf-8")
    (here / "map.toml").write_text(
        'kind = "catalogue"\n[columns]\n"Wonderful name" = "exhibitor.name"\n"Wonderful thing" = "exhibit.name"\n',
        encoding="utf-8",
    )
    run("read", "fair.csv", cwd=here)
    run("show", "Rover Co. Ltd", cwd=here, code=2)
    run("read", "fair.csv", "--mapping", "map.toml", cwd=here)
    assert "fair.csv" in run("show", "Rover Co. Ltd", cwd=here).stdout
    assert "sound" in run("doctor", cwd=here).stdout


def test_relations_are_listed_by_what_they_say(here: Path) -> None:
    for kind in ("roles", "visits"):
        rows = json.loads(run("list", kind, "--format", "json", cwd=here).stdout)
        assert rows
        assert all(row["name"] != row["id"][:8] for row in rows)
