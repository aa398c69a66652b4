"""Letters of words: what a slip of the keyboard makes is spelled less like a name."""

from __future__ import annotations

import math
import string

import pytest

from dragoman.compare.letter_chance import _told, surprise
from dragoman.compare.words import people_words


@pytest.mark.parametrize(
    ("name", "slip"),
    [
        ("mohammad", "mohamamd"),
        ("zhang", "zhanv"),
        ("aleksandr", "aleksadnr"),
        ("hussein", "hussqin"),
        ("martinez", "martknez"),
    ],
)
def test_a_slip_surprises_more_than_the_name(name: str, slip: str) -> None:
    assert surprise(slip) > surprise(name) + 3.0


def test_a_word_no_name_is_known_to_hold_is_no_slip_for_that() -> None:
    assert "guoqing" not in people_words()
    assert surprise("guoqing") < surprise("guoqign")


def test_what_may_follow_two_letters_adds_up_to_one() -> None:
    for before in ("^^", "^m", "mo", "xq"):
        whole = sum(math.exp(_told(*before, letter)) for letter in (*string.ascii_lowercase, "$"))
        assert whole == pytest.approx(1.0, abs=1e-9)


def test_signs_that_are_no_letters_are_only_seldom() -> None:
    assert surprise("") < surprise("x9") < math.inf
