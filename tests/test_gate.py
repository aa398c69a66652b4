"""The gate: on every gold set the extractor reaches its floors, and the gold is what it was when they were set."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

import gold_floors

SETS = ("dev", "held", "shared")


def folder_of(name: str) -> Path:
    folders = gold_floors.folders()
    if name not in folders:
        pytest.skip("the shared data is not here: set DRAGOMAN_SHARED to its folder")
    return folders[name]


@cache
def reached(name: str, mode: str) -> dict[str, float]:
    return gold_floors.reached(folder_of(name), mode == "models")


@pytest.mark.parametrize("name", SETS)
def test_gold_is_what_the_floors_were_set_for(name: str) -> None:
    assert gold_floors.seal(folder_of(name)) == gold_floors.read_floors()[name]["sha256"], (
        "the gold files changed: if that is meant, run scripts/score_gold.py --raise-floors --reseal"
    )


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("mode", ["plain", "models"])
def test_floors_hold(name: str, mode: str) -> None:
    if mode not in gold_floors.modes():
        pytest.skip("needs the models extra: pip install 'dragoman[models]'")
    floors = gold_floors.read_floors()[name][mode]
    assert set(floors) == set(gold_floors.FIGURES)
    found = reached(name, mode)
    below = {key: (floor, round(found[key], 4)) for key, floor in floors.items() if found[key] < floor}
    assert not below, f"{name} {mode}: below the floor (floor, reached): {below}"
