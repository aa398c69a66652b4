"""English renderings of Cyrillic words."""

from __future__ import annotations

import time

import pytest

from dragoman import data
from dragoman.compare import cyrillic
from dragoman.compare.cyrillic import cyrillic_options
from dragoman.compare.cyrillic_stem import stem


@pytest.mark.parametrize(
    "forms",
    [
        "завод завода заводу заводом заводы заводов",
        "академия академии академию",
        "авиационный авиационная авиационное авиационные авиационного авиационных",
        "сила силы силам",
        "промышленность промышленности",
        "державний державна державне державного",
        "дзяржаўны дзяржаўная дзяржаўнага",
        "национален национална национални",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("word", "rendering"),
    [
        ("завод", "plant"),
        ("верфь", "shipyard"),
        ("объединённая", "united"),
        ("авиастроительная", "aircraft"),
        ("специальных", "special"),
        ("операций", "operations"),
        ("батальон", "battalion"),
        ("систем", "systems"),
        ("имени", "named after"),
        ("нии", "research institute"),
        ("університет", "university"),
        ("дзяржаўны", "state"),
        ("технически", "technical"),
        ("научно-исследовательский", "research"),
        ("научно-исследовательский", "scientific research"),
        ("военно-промышленная", "military industrial"),
        ("радиоприбор", "radio instrument"),
        ("московский", "moscow"),
        ("новосибирского", "novosibirsk"),
        ("самарская", "samara"),
        ("череповецкий", "cherepovets"),
    ],
)
def test_rendered(word: str, rendering: str) -> None:
    assert rendering in [english for english, _ in cyrillic_options(word)]


@pytest.mark.parametrize("word", ["гринекс", "клименко", "-", "", "plain"])
def test_names_have_no_rendering(word: str) -> None:
    assert cyrillic_options(word) == ()


def test_renderings_come_with_shares_the_likeliest_first() -> None:
    options = cyrillic_options("исследовательский")
    shares = [share for _, share in options]
    assert shares == sorted(shares, reverse=True)
    assert all(0 < share < 1 for share in shares)


@pytest.mark.parametrize("name", ["ru-en", "ru-places"])
def test_the_tables_are_sound_and_load_fast(name: str) -> None:
    lines = [line for line in data.text(f"lexicon/{name}.tsv").splitlines() if not line.startswith("#")]
    keys = [line.split("\t")[0] for line in lines]
    assert len(keys) == len(set(keys)) > 2_500
    best = 1.0
    for _ in range(5):
        cyrillic._lines.cache_clear()
        start = time.perf_counter()
        cyrillic._lines(name)
        best = min(best, time.perf_counter() - start)
    assert best < 0.02
