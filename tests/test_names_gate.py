"""The gate of names: on the shared development data the engine reaches its floors (tests/gold/names_floors.json)."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
PARTS = ("name_bench", "retrieval", "between_scripts", "records", "screening")


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    if not (SHARED / "data/name-pairs").is_dir():
        pytest.skip("the shared data is not here: set DRAGOMAN_SHARED to its folder")
    sys.path.insert(0, str(ROOT / "scripts"))
    import names_floors

    return names_floors


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_floors_hold(part: str, gate: ModuleType) -> None:
    wanted, reached = gate.floors()[part], gate.PARTS[part]()
    assert set(wanted) == set(reached)
    worse = {
        figure: (floor, round(reached[figure], 4))
        for figure, floor in wanted.items()
        if (reached[figure] > floor if gate.at_most(figure) else reached[figure] < floor)
    }
    assert not worse, f"{part}: worse than the floor (floor, reached): {worse}"


def test_a_floor_is_never_made_easier(gate: ModuleType) -> None:
    assert gate.raised(0.9, "han R@1", 0.5) == 0.9
    assert gate.raised(0.9, "han R@1", 0.99) == 0.98
    assert gate.raised(0.02, "han wrong", 0.5) == 0.02
    assert gate.raised(0.02, "han wrong", 0.0) == 0.01
