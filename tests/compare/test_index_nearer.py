"""Where a list holds the name looked for, names that share a part of it are for review; nearly as sure ones are left."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.compare.index import Index, build
from dragoman.compare.index_nearer import PARTLY, beside_nearer
from dragoman.compare.name import Kind, Name
from dragoman.compare.score import REVIEW, THRESHOLD

VALUES = {"Belorech Bank": 0.99, "Belorech Bank PAO": 0.93, "Belorech Bank Kapital": 0.7, "Belorech Lizing": 0.6}


def asked_of(folder: Path, names: list[str]) -> dict[str, float]:
    build(folder / "names", [(n, text, Kind.ORGANISATION) for n, text in enumerate(names)])
    index = Index.open(folder / "names")

    def rated(_: Name, met: Name) -> float:
        return VALUES[met.text]

    return {index.name(n).text: value for _, n, value in index.best("Belorech Bank", Kind.ORGANISATION, 10, 0.0, rated)}


def test_members_of_a_group_are_for_review_beside_the_name_itself(tmp_path: Path) -> None:
    found = asked_of(tmp_path, list(VALUES))
    assert {name: found[name] for name in ("Belorech Bank", "Belorech Bank PAO")} == {
        "Belorech Bank": 0.99,
        "Belorech Bank PAO": 0.93,
    }
    assert REVIEW < found["Belorech Lizing"] < found["Belorech Bank Kapital"] < THRESHOLD


def test_members_of_a_group_keep_their_values_where_the_name_itself_is_not_listed(tmp_path: Path) -> None:
    names = ["Belorech Bank Kapital", "Belorech Lizing"]
    assert asked_of(tmp_path, names) == {name: VALUES[name] for name in names}


def test_values_keep_their_order_and_only_middling_ones_move() -> None:
    given = [0.99, 0.9, 0.81, 0.6, 0.5, 0.3, 0.2, 0.0]
    held = beside_nearer(given)
    assert held == sorted(held, reverse=True)
    assert held[:2] == given[:2]
    assert held[-2:] == given[-2:]
    assert all(REVIEW < value < THRESHOLD for value in held[2:6])


@pytest.mark.parametrize("best", [0.94, PARTLY, 0.6])
def test_without_the_name_itself_nothing_moves(best: float) -> None:
    assert beside_nearer([best, 0.6, 0.3]) == [best, 0.6, 0.3]


def test_nothing_found_is_nothing() -> None:
    assert beside_nearer([]) == []
