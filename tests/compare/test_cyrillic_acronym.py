"""Russian acronyms of English names."""

from __future__ import annotations

import pytest

from dragoman.compare.cyrillic_acronym import compound_acronym, own_acronyms, pieces, russian_acronyms


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("ulyanovsk mechanical plant", "umz"),
        ("state ryazan instrument plant", "grpz"),
        ("izhevsk aviation plant", "iaz"),
        ("vologda optical and mechanical plant", "vomz"),
        ("central research institute of chemistry and mechanics", "tsniikhm"),
        ("united aircraft corporation", "oak"),
        ("balashikha casting and mechanical plant", "blmz"),
    ],
)
def test_english_names_shortened_in_russian(name: str, acronym: str) -> None:
    assert acronym in russian_acronyms(name.split())


@pytest.mark.parametrize("name", ["", "plant", "of the", "one two three four five six seven eight nine"])
def test_nothing_to_shorten(name: str) -> None:
    assert russian_acronyms(name.split()) == ()


def test_a_name_has_few_acronyms() -> None:
    assert len(russian_acronyms("state research and production enterprise of instrument engineering".split())) < 100


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("ульяновский механический завод", "umz"),
        ("научно-производственное объединение", "npo"),
        ("институт точной механики и вычислительной техники", "itmivt"),
        ("институт точной механики и вычислительной техники", "itmvt"),
    ],
)
def test_russian_names_shortened(name: str, acronym: str) -> None:
    assert acronym in own_acronyms(name.split())


@pytest.mark.parametrize(
    ("word", "acronym"),
    [("promsvyazbank", "psb"), ("промсвязьбанк", "psb"), ("stroygazmontazh", "sgm"), ("kalashnikov", ""), ("gazprom", "")],
)
def test_compounds_shortened(word: str, acronym: str) -> None:
    assert compound_acronym(word) == acronym


def test_pieces() -> None:

    assert pieces("стройгазмонтаж") == ("строй", "газ", "монтаж")
