"""Stands over one another and outside their hall."""

from __future__ import annotations

from dragoman.expo.floor import Place, outside, overlapping


def test_walls_that_touch_do_not_overlap() -> None:
    row = {"A1": Place(0, 0, 3, 3), "A2": Place(3, 0, 3, 3), "B1": Place(0, 3, 6, 2)}
    assert overlapping(row) == []


def test_stands_over_one_another_are_told_as_pairs() -> None:
    placed = {"A1": Place(0, 0, 3, 3), "A2": Place(2, 2, 3, 3), "wide": Place(0, 2.5, 20, 1), "far": Place(18, 3, 1, 1)}
    assert overlapping(placed) == [("A1", "wide"), ("A1", "A2"), ("wide", "A2"), ("wide", "far")]


def test_a_stand_outside_its_hall_is_told() -> None:
    halls = {"H": Place(0, 0, 10, 10)}
    placed = {
        "in": Place(7, 7, 3, 3),
        "out": Place(8, 8, 3, 3),
        "loose": Place(40, 40, 3, 3),
        "of no place": Place(90, 0, 1, 1),
    }
    of = {"in": "H", "out": "H", "of no place": "unknown"}
    assert outside(placed, halls, of) == ["out"]
