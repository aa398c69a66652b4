"""Letters of people's names: slips raise, other letters lower, the order of words says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.likeness import NEAR, likeness, settled
from dragoman.compare.name import Kind
from dragoman.compare.parse import parse
from dragoman.compare.score import THRESHOLD, compare_names, rate

WORDS = st.lists(st.text("abdeiklmnorstu", min_size=2, max_size=9), min_size=1, max_size=4)


def like(left: str, right: str) -> tuple[float, bool]:
    return likeness(parse(left, Kind.PERSON), parse(right, Kind.PERSON))


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [
        ("Orlen Veldmarov", "Veldmarov Orlen", True),
        ("Orlen Veldmarov", "Orlne Vedlmarov", True),
        ("Orlen Veldmarov", "Orlenveldmarov", True),
        ("Orlen Veldmarov Tamir", "Orlen Veldmarovb Tamir", True),
        ("Orlen Veldmarov Tamir", "Orlen Veldmarovntamir", True),
        ("Orlen Veldmarov", "Orl Enveldmarov", True),
        ("Zhou Mingwei", "Zhoumingwen", False),
        ("Orlen Veldmarov", "Orlen Veldmann", False),
        ("Orlen Veldmarov", "Orlen", False),
        ("Orlen Veldmarov", "O. Veldmarov", False),
        ("Orlen Veldmarov", "Tamir Kostenga", False),
    ],
)
def test_slips_are_told_from_other_letters(left: str, right: str, slips: bool) -> None:
    assert like(left, right)[1] is slips


def test_a_word_without_a_partner_costs_its_letters_and_a_particle_half() -> None:
    whole = like("Orlen Veldmarov", "Orlen Veldmarov Tamir")[0]
    particle = like("Orlen Veldmarov", "Orlen al Veldmarov")[0]
    assert whole < particle < 1.0 == like("Orlen Veldmarov", "orlen VELDMAROV")[0]


def test_what_one_name_adds_to_all_words_of_the_other_costs_less_than_another_word() -> None:
    added = like("Orlen Veldmarov", "VELDMAROV, Orlen Anatolijevitch")[0]
    other = like("Orlen Veldmarov Sturgenhaupt", "VELDMAROV, Orlen Anatolijevitch")[0]
    assert other < NEAR < added
    assert compare_names("Orlen Veldmarov", "VELDMAROV, Orlen Anatolijevitch", Kind.PERSON).value > THRESHOLD
    assert like("Veldmarov", "VELDMAROV, Orlen Anatolijevitch")[0] < NEAR


def test_letters_lower_below_a_share_and_slips_raise() -> None:
    assert settled(3.0, (NEAR, False)) == 3.0
    assert settled(3.0, (NEAR - 0.1, False)) < 3.0
    assert settled(-2.0, (0.9, True)) > 1.0


def test_an_error_in_each_word_still_stands_above_another_given_name() -> None:
    slips = compare_names("Orlne Vedlmarov", "Orlen Veldmarov", Kind.PERSON).value
    other = compare_names("Tamir Veldmarov", "Orlen Veldmarov", Kind.PERSON).value
    assert slips > THRESHOLD > other


@given(WORDS, WORDS)
def test_it_is_symmetrical_and_bounded(left: list[str], right: list[str]) -> None:
    one, other = " ".join(left), " ".join(right)
    assert like(one, other) == pytest.approx(like(other, one))
    assert 0.0 <= like(one, other)[0] <= 1.0
    a, b = parse(one, Kind.PERSON), parse(other, Kind.PERSON)
    assert rate(a, b) == pytest.approx(rate(b, a))
