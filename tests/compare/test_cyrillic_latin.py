"""Russian words in Latin letters; English words that render one Russian word."""

from __future__ import annotations

import pytest

from dragoman.compare.cyrillic_latin import romanised_options, synonyms


@pytest.mark.parametrize(
    ("word", "rendering"),
    [
        ("krymskaya", "crimean"),
        ("pervaya", "first"),
        ("priborostroeniya", "instrument making"),
        ("severnaya", "northern"),
        ("strakhovaya", "insurance"),
        ("zavod", "plant"),
        ("predpriyatie", "enterprise"),
        ("predpriyatiye", "enterprise"),
        ("mashinostroitelnyy", "machine building"),
        ("tekhnologii", "technologies"),
        ("tehnologii", "technologies"),
        ("universytet", "university"),
        ("sudostroitelnaya", "shipbuilding"),
        ("konstruktorskoye", "design"),
    ],
)
def test_romanised_words(word: str, rendering: str) -> None:
    assert rendering in [english for english, _ in romanised_options(word)]


@pytest.mark.parametrize("word", ["", "bank", "national", "technical", "kazan", "petrov", "huawei", "sberbank", "trading"])
def test_english_words_and_names_have_none(word: str) -> None:
    assert romanised_options(word) == ()


def test_synonyms() -> None:
    assert "factory" in [word for word, _ in synonyms("plant")]
    assert "research" in [word for word, _ in synonyms("scientific")]
    assert synonyms("huawei") == ()
    assert all(0.1 <= share <= 1 for _, share in synonyms("enterprise"))
