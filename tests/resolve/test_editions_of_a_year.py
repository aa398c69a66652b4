"""Editions told by number in one text and by year in another."""

from __future__ import annotations

import pytest

from dragoman.resolve.editions import series_of
from dragoman.resolve.variants import Named, propose

AT = "2018-06-30T00:00:00+00:00"


def edition(number: int, name: str, ordinal: str = "", *days: str) -> Named:
    return Named(f"{number:032x}", "Edition", f"d{number}", [name], ordinal=ordinal, days=set(days))


def rules(*pool: Named) -> list[str]:
    return [d.by.removeprefix("rule:") for d in propose(pool, [], AT)]


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("The 19th China Hi-Tech Fair", "china hi tech fair"),
        ("China Hi-Tech Fair 2017", "china hi tech fair"),
        ("第五届科技城博览会", "科技城博览会"),
        ("2017年科技城博览会", "科技城博览会"),
        ("7-я Амурская выставка", "амурская выставка"),
    ],
)
def test_a_series_is_a_name_without_ordinal_and_year(name: str, series: str) -> None:
    assert series_of(name).replace(" ", "") == series.replace(" ", "")


def test_number_and_year_of_one_series_are_one_edition() -> None:
    found = rules(edition(1, "19th China Hi-Tech Fair", "19", "2017-11-16"), edition(2, "China Hi-Tech Fair 2017"))
    assert found == ["edition of a series in one year"]


@pytest.mark.parametrize(
    "other",
    [
        edition(2, "China Hi-Tech Fair 2018"),
        edition(2, "China Hi-Tech Fair 2017", "", "2017-05-02"),
        edition(2, "China Import Fair 2017"),
        edition(2, "China Hi-Tech Fair"),
    ],
    ids=["another year", "another day", "another series", "no year"],
)
def test_another_edition_is_left_alone(other: Named) -> None:
    assert rules(edition(1, "19th China Hi-Tech Fair", "19", "2017-11-16"), other) == []


def test_two_numbers_in_one_year_leave_the_year_open() -> None:
    spring, autumn = edition(1, "121st Canton Fair", "121", "2017-04-15"), edition(2, "122nd Canton Fair", "122", "2017-10-15")
    assert rules(spring, autumn, edition(3, "Canton Fair 2017")) == []


def test_a_name_with_its_number_and_the_same_without_are_one_edition() -> None:
    assert rules(edition(1, "3rd Tidal Fair", "3"), edition(2, "3rd Tidal Fair")) == ["same name"]


def test_one_name_of_two_numbers_joins_neither_through_one_without() -> None:
    assert rules(edition(1, "Tidal Fair", "3"), edition(2, "Tidal Fair"), edition(3, "Tidal Fair", "4")) == []
