"""The gazetteer: places in three languages, the right one of a name, and what is no place."""

from __future__ import annotations

import pytest

from dragoman.text import places
from dragoman.text.declension import is_form


def found(text: str, lang: str) -> list[tuple[str, str, str]]:
    return [(text[f.start : f.end], f.place.kind, f.place.country) for f in places.find(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("St. Petersburg-based firms met in Mianyang.", "en", [("St. Petersburg", "city", "ru"), ("Mianyang", "city", "cn")]),
        ("China's exports to the Czech Republic", "en", [("China", "country", "cn"), ("Czech Republic", "country", "cz")]),
        ("Санкт-Петербурге, Нижнем Новгороде", "ru", [("Санкт-Петербурге", "city", "ru"), ("Нижнем Новгороде", "city", "ru")]),
        ("из Китая и Соединенных Штатов", "ru", [("Китая", "country", "cn"), ("Соединенных Штатов", "country", "us")]),
        ("под Ростовом-на-Дону, в Калуге", "ru", [("Ростовом-на-Дону", "city", "ru"), ("Калуге", "city", "ru")]),
        ("四川绵阳与圣彼得堡", "zh", [("四川", "region", "cn"), ("绵阳", "city", "cn"), ("圣彼得堡", "city", "ru")]),
    ],
)  # fmt: skip
def test_places_are_found_in_every_case_and_script(text: str, lang: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Chinese overseas enterprises", "en"), ("российские и китайские предприятия", "ru"), ("大数据与平安建设", "zh")],
)
def test_nationality_words_and_ordinary_words_are_no_places(text: str, lang: str) -> None:
    assert found(text, lang) == []


def test_a_shared_name_goes_to_the_country_that_is_near() -> None:
    assert places.look_up("Birmingham")[0].country == "gb"
    assert places.look_up("Birmingham", near=["us"])[0].country == "us"


def test_a_text_tells_which_place_is_meant() -> None:
    plain, told = places.find("a plant in Birmingham", "en"), places.find("a plant in Birmingham, United States", "en")
    assert plain[0].place.country == "gb"
    assert told[0].place.country == "us"


def test_look_up_takes_case_forms_and_says_nothing_of_unknown_names() -> None:
    assert places.look_up("Новосибирске", "ru")[0].name == "Novosibirsk"
    assert places.look_up("Nowheregrad") == []


def test_odd_capitals_are_read_as_the_place() -> None:
    assert [p for p, _, _ in found("a visit to XinXiang", "en")] == ["XinXiang"]


def test_small_towns_are_marked_as_not_known() -> None:
    (town,) = places.find("Sarov", "en")
    assert not town.known
    assert 5_000 <= town.place.population < places.KNOWN_CITY


@pytest.mark.parametrize(("form", "nominative"), [("Москвой", "Москва"), ("Казани", "Казань"), ("Череповца", "Череповец")])
def test_case_forms(form: str, nominative: str) -> None:
    assert is_form(form, nominative)
    assert not is_form(form, "Томск")
