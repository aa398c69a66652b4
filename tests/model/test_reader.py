"""By which of its names a thing is called to a reader of a language."""

from __future__ import annotations

import pytest

from dragoman.model.entity import Entity
from dragoman.model.ids import entity_id
from dragoman.model.reader import foreign, reading_in, script
from dragoman.model.statement import Statement

KEY = entity_id("news", "University", "x")


def entity(*names: tuple[str, str]) -> Entity:
    """An organisation of some names, each with its property."""
    return Entity(KEY, tuple(Statement(KEY, "University", prop, name, "news") for prop, name in names))


HARBIN = entity(
    ("name", "Harbin Engineering University"), ("alias", "哈尔滨工程大学"), ("alias", "Харбинский инженерный университет"),
    ("previousName", "中国人民解放军军事工程学院"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "called"),
    [
        ("", "Harbin Engineering University"), ("en", "Harbin Engineering University"),
        ("zh", "哈尔滨工程大学"), ("ru", "Харбинский инженерный университет"),
    ],
)  # fmt: skip
def test_each_reader_is_told_the_name_in_their_script(lang: str, called: str) -> None:
    with reading_in(lang):
        assert HARBIN.caption == called
        assert HARBIN.names[0] == called and len(HARBIN.names) == 4


def test_without_a_name_of_their_own_latin_letters_are_nearer_than_a_third_script() -> None:
    fair = entity(("name", "Ярмарка высоких технологий"), ("alias", "High-Tech Fair"))
    with reading_in("zh"):
        assert fair.caption == "High-Tech Fair"
        assert entity(("name", "Ярмарка")).caption == "Ярмарка"
    with reading_in("ru"):
        assert entity(("name", "高交会"), ("alias", "High-Tech Fair")).caption == "High-Tech Fair"
        assert entity(("name", "High-Tech Fair"), ("alias", "高交会")).caption == "High-Tech Fair"


def test_a_name_that_holds_their_script_stays_and_a_mixed_one_is_foreign_elsewhere() -> None:
    mixed = entity(("name", "TechnoSpark纳米技术中心"), ("name", "TechnoSpark"))
    with reading_in("zh"):
        assert mixed.caption == "TechnoSpark纳米技术中心"
    with reading_in("en"):
        assert mixed.caption == "TechnoSpark"
        assert foreign("12-34") == 0 and foreign("Δοκιμή") == 2


def test_former_names_abbreviations_and_what_is_denied_are_not_what_it_is_called() -> None:
    denied = Statement(KEY, "University", "name", "假大学", "news", negated=True)
    some = entity(("name", "Old Works"), ("previousName", "老厂"), ("abbreviation", "老"), ("weakAlias", "厂"))
    with reading_in("zh"):
        assert Entity(KEY, (*some.statements, denied)).caption == "Old Works"


def test_of_several_names_in_their_script_the_one_told_most_often() -> None:
    more = Statement(KEY, "University", "alias", "哈工程", "other")
    some = entity(("name", "HEU"), ("alias", "哈尔滨工程大学"), ("alias", "哈工程"))
    with reading_in("zh"):
        assert some.caption == "哈尔滨工程大学"
        assert Entity(KEY, (*some.statements, more)).caption == "哈工程"


def test_reading_ends_where_it_ends() -> None:
    with reading_in("zh"):
        with reading_in(""):
            assert script() == ""
        assert script() == "Han"
    assert script() == ""
    with reading_in("xx"):
        assert HARBIN.caption == "Harbin Engineering University"
