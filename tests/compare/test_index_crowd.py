"""People rated by what the list holds around a name: an error tells where few names are near, and little in a crowd."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.compare.crowd_figures import CROWDS, FIGURES, crowd_of
from dragoman.compare.index import Index, build
from dragoman.compare.index_crowd import GENERAL, odds, parameters
from dragoman.compare.name import Kind
from dragoman.compare.parse import parse
from dragoman.compare.score import IDENTICAL, REVIEW, THRESHOLD, rate

ENDS = ["el", "en", "er", "et", "ek", "em", "es", "ed", "an", "ar", "at", "ak", "am", "as", "ad", "ol", "on", "or", "ot", "ok"]
CROWD = [f"Tam{first} Dor{second}" for first in ENDS for second in ENDS]
LONELY = ["Wolfbrecht Quintessar", "Zygfryd Oblakovich"]


def opened(folder: Path, names: list[str]) -> Index:
    build(folder / "names", [(n, text, Kind.PERSON) for n, text in enumerate(names)])
    return Index.open(folder / "names")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return opened(tmp_path_factory.mktemp("crowd"), CROWD + LONELY)


def best(index: Index, asked: str) -> float:
    return index.best(asked, Kind.PERSON, 1, 0.0, rate)[0][2]


def test_an_error_in_a_crowd_stays_below_the_threshold_and_one_far_from_all_does_not(index: Index) -> None:
    assert best(index, "Wolfbrect Quintessar") > THRESHOLD
    assert best(index, "Wolfbrecht Quintesser") > THRESHOLD
    assert best(index, "Tamel Dorix") < THRESHOLD < rate(parse("Tamel Dorox", Kind.PERSON), parse("Tamel Doroxx", Kind.PERSON))


def test_the_name_itself_is_certain_in_a_crowd_too(index: Index) -> None:
    assert best(index, "Tamel Dorok") == IDENTICAL
    assert best(index, "Dorok, Tamel") > THRESHOLD


def test_a_short_list_finds_names_with_errors(tmp_path: Path) -> None:
    index = opened(tmp_path, LONELY)
    assert best(index, "Wolfbrect Quintessar") > THRESHOLD
    assert index.best("Wolfgang Quast", Kind.PERSON, 1, REVIEW, rate) == []


def test_bodies_are_rated_by_the_two_names_alone(tmp_path: Path) -> None:
    build(tmp_path / "names", [(0, "Kestrel Trading Company", Kind.ORGANISATION)])
    found = Index.open(tmp_path / "names").best("Kestrell Trading Company", Kind.ORGANISATION, 1, 0.0, lambda a, b: 0.42)
    assert found == [(0, 0, 0.42)]


def test_names_of_one_sound_count_once_in_a_crowd(index: Index) -> None:
    near = index.near(parse("Tamel Dorok", Kind.PERSON), Kind.PERSON)
    assert crowd_of(near[:1])[0] < crowd_of(near)[0]
    assert crowd_of([*near, *near]) == crowd_of(near)
    assert len(crowd_of(near)) == len(CROWDS)


def test_the_figures_and_the_weights_have_one_order(index: Index) -> None:
    name = parse("Wolfbrect Quintessar", Kind.PERSON)
    told = next(iter(index.crowd(Kind.PERSON).told(name, index.near(name, Kind.PERSON))))
    assert isinstance(told, list)
    assert len(told) == len(FIGURES) == len(parameters().order) - 1 == len(parameters().chance) - 1
    assert dict(zip(FIGURES, told, strict=True))["nears"] == 1.0
    assert GENERAL > 0


def told_of(index: Index, asked: str, met: str) -> dict[str, float]:
    name = parse(asked, Kind.PERSON)
    near = index.near(name, Kind.PERSON)
    found = zip(near, index.crowd(Kind.PERSON).told(name, near), strict=True)
    figures = next(told for other, told in found if other.name.text == met)
    assert isinstance(figures, list)
    return dict(zip(FIGURES, figures, strict=True))


def test_a_word_that_the_list_holds_as_it_is_spelled_is_no_slip(index: Index) -> None:
    slip, other = told_of(index, "Tamel Dorxk", "Tamel Dorok"), told_of(index, "Tamel Dorak", "Tamel Dorok")
    assert (slip["nears"], slip["near_listed"], slip["listed"]) == (1.0, 0.0, 0.5)
    assert (other["nears"], other["near_listed"], other["listed"]) == (1.0, 1.0, 1.0)


def test_a_slip_is_spelled_less_like_a_name_than_the_name_it_was(index: Index) -> None:
    assert told_of(index, "Wolfbrehct Quintessar", LONELY[0])["stranger"] > 0.0
    assert (
        told_of(index, "Wolfbrecht Quintessaf", LONELY[0])["strange"] > told_of(index, "Tamek Dorak", "Tamek Dorok")["strange"]
    )


def test_what_chance_holds_back_keeps_its_order_below_even() -> None:
    told = [0.0] * len(FIGURES)
    worse, better = list(told), list(told)
    worse[0], better[0] = -6.0, -5.0
    assert odds(worse) < odds(better) < 0.0
