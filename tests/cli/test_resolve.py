"""`dragoman resolve`, `review` and `decide` from the outside, with piped keys."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import open_workspace
from dragoman.model.ids import entity_id
from dragoman.model.statement import Statement

PARTIES = [
    ("en", "Organization", "Harbin Engineering University"), ("zh", "Organization", "哈尔滨工程大学"),
    ("en", "Person", "Gennady Popov"), ("ru", "Person", "Геннадий Попов"),
    ("en", "Organization", "Nanjing University"), ("en", "Organization", "Nanjing University of Aeronautics and Astronautics"),
]  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with open_workspace(tmp_path, create=True) as workspace:
        said = [Statement(entity_id(*party), party[1], "name", party[2], party[0]) for party in PARTIES]
        workspace.store.add(None, said)
    return tmp_path


def run(place: Path, *arguments: str, keys: str = "", code: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dragoman", arguments[0], "-w", str(place), *arguments[1:]]
    made = subprocess.run(command, input=keys, capture_output=True, text=True, check=False)
    assert made.returncode == code, made.stderr
    return made


def together(place: Path, left: int, right: int) -> bool:
    with open_workspace(place) as workspace:
        one, other = (workspace.store.canonical(entity_id(*PARTIES[n])) for n in (left, right))
        return one == other


def queue(place: Path) -> list[set[str]]:
    lines = run(place, "review", "--format", "jsonl").stdout.splitlines()
    return [{row["left"]["name"], row["right"]["name"]} for row in map(json.loads, lines)]


def test_resolved_reviewed_with_piped_keys_and_undone(place: Path) -> None:
    said = run(place, "resolve").stdout
    assert "6 entries" in said and "1 by the names engine" in said
    assert together(place, 0, 1) and not together(place, 4, 5)
    waiting = queue(place)
    assert {"Gennady Popov", "Геннадий Попов"} in waiting
    person = waiting.index({"Gennady Popov", "Геннадий Попов"})
    keys = "d" * person + "l" + "s"
    made = run(place, "review", "--by", "Anna Weber", keys=f"{keys}q")
    assert together(place, 2, 3)
    assert "[gennady popov]" in made.stdout
    assert "by name alone" in made.stdout and "before anything is compared" in made.stdout
    assert {"Gennady Popov", "Геннадий Попов"} not in queue(place)
    assert "0 new or changed" in run(place, "resolve").stdout


def test_a_verdict_taken_back_in_a_sitting_waits_again(place: Path) -> None:
    run(place, "resolve")
    before = queue(place)
    made = run(place, "review", "--by", "Anna Weber", keys="s z u z d z q")
    assert "0 decided" in made.stdout
    assert queue(place) == before
    run(place, "review", "--by", "Anna Weber", "--limit", "1", keys="u")
    assert len(queue(place)) == len(before) - 1
    again = run(place, "review", "--by", "Anna Weber", "--unsure", keys="q").stdout
    assert f"1 of {len(before)}" in again


def test_a_persons_word_is_logged_with_name_and_goes_before_the_rule(place: Path) -> None:
    run(place, "resolve")
    pair = ("Harbin Engineering University", "哈尔滨工程大学")
    run(place, "decide", *pair, "different", "--by", "Anna Weber", "--note", "two bodies here")
    assert not together(place, 0, 1)
    assert "0 by the names engine" in run(place, "resolve", "--all").stdout
    assert not together(place, 0, 1)
    run(place, "decide", *pair, "different", "--by", "Anna Weber", "--note", "no, one", "--undo")
    assert together(place, 0, 1)
    refused = run(place, "decide", *pair, "different", "--by", "Anna Weber", "--note", "again", "--undo", code=2)
    assert "nothing says" in refused.stderr
    with open_workspace(place) as workspace:
        assert workspace.store.check() == []


def test_a_verdict_that_another_keeps_from_joining_says_so(place: Path) -> None:
    run(place, "resolve")
    first, second, third = "Nanjing University", "Gennady Popov", "Геннадий Попов"
    run(place, "decide", second, third, "different", "--by", "Bo Li", "--note", "namesakes")
    run(place, "decide", first, second, "same", "--by", "Bo Li", "--note", "a slip")
    made = run(place, "decide", first, third, "same", "--by", "Anna Weber", "--note", "a slip too")
    assert "stay apart" in made.stderr and "Bo Li" in made.stderr


def test_review_wants_a_name_and_decide_two_entries(place: Path) -> None:
    assert "--by" in run(place, "review", code=2).stderr
    assert "dragoman resolve" in run(place, "review", "--by", "A", code=2).stderr
    one = "Nanjing University"
    assert "one entry" in run(place, "decide", one, one, "same", "--by", "A", "--note", "n", code=2).stderr
