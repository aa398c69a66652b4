"""What names are shortened to, across languages."""

from __future__ import annotations

import pytest

from dragoman.compare.acronyms import first_letters, spells
from dragoman.compare.name import Kind
from dragoman.compare.parse import parse


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("Vologda Optical and Mechanical Plant", "vomz"),
        ("Kizlyar Electromechanical Plant", "kemz"),
        ("State Ryazan Instrument Plant", "grpz"),
        ("United Aircraft Corporation", "uac"),
        ("United Aircraft Corporation", "oak"),
        ("Promsvyazbank PJSC", "psb"),
        ("Ульяновский механический завод", "umz"),
        ("Ульяновский механический завод", "ump"),
    ],
)
def test_shortened(name: str, acronym: str) -> None:
    assert acronym in parse(name, Kind.ORGANISATION).acronyms


@pytest.mark.parametrize("name", ["Huawei Technologies Co Ltd", "Gazprom", "Bank"])
def test_short_names_have_none(name: str) -> None:
    assert parse(name, Kind.ORGANISATION).acronyms == ()


def test_people_have_none() -> None:
    assert parse("Ivan Petrovich Sidorov", Kind.PERSON).acronyms == ()


def test_spells() -> None:
    assert spells("kemz", ["kizlyar", "electromechanical", "plant"])
    assert spells("kep", ["kizlyar", "electromechanical", "plant"])
    assert not spells("kxp", ["kizlyar", "electromechanical", "plant"])
    assert not spells("ke", ["kizlyar", "electromechanical", "plant"])
    assert {"p", "z", "f"} <= first_letters("plant") | first_letters("factory")
