"""Names with the small models: loading, agreement with the patterns, and what is refused."""

from __future__ import annotations

import warnings

import pytest

from dragoman.base.errors import Missing
from dragoman.extract.draft import Name
from dragoman.extract.names import finder, models
from dragoman.extract.names.combine import AGREED, combine
from dragoman.extract.names.plausible import plausible
from dragoman.extract.names.spans import name

there = all(models.installed(lang) for lang in models.PACKAGES)
needs = pytest.mark.skipif(not there, reason="the models extra is not installed")


def made(kind: str, text: str, words: str, lang: str, sure: float = 0.9, source: str = "pattern") -> Name:
    at = text.index(words)
    return name(kind, text, at, at + len(words), lang, sure=sure, source=source)  # type: ignore[arg-type]


def test_a_missing_package_gives_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_spec", lambda _: None)
    with pytest.raises(Missing) as refused:
        finder(models=True)
    assert "dragoman[models]" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_without_the_packages_the_patterns_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "installed", lambda _: False)
    text = "The Academy of Robotics opened."
    assert [n.text for n in finder(None).find(text, [(0, len(text))], "en")] == ["Academy of Robotics"]


def test_what_both_found_is_surer() -> None:
    text = "Institute of Optics"
    both = combine([made("ORG", text, text, "en", 0.8)], [made("ORG", text, text, "en", 0.5, "model")], "en")
    assert [n.sure for n in both] == [AGREED["ORG"]]


def test_a_place_inside_a_longer_name_of_the_model_is_left_out() -> None:
    text = "the Philadelphia Steamers won"
    place = made("LOC", text, "Philadelphia", "en", 0.95, "gazetteer")
    team = made("ORG", text, "Philadelphia Steamers", "en", 0.6, "model")
    assert combine([place], [team], "en") == [team]


def test_a_body_ends_where_the_model_sees_a_person_begin() -> None:
    text = "технопарка Восток Андрей Лопатин"
    body, person = made("ORG", text, text, "ru"), made("PER", text, "Андрей Лопатин", "ru", 0.95, "model")
    assert [n.text for n in combine([body], [person], "ru")] == ["технопарка Восток", "Андрей Лопатин"]


@pytest.mark.parametrize(
    ("text", "words", "lang", "kind"),
    [
        ("Recognition", "Recognition", "en", "ORG"),
        ("Share | Newsletter | Jobs", "Newsletter | Jobs", "en", "ORG"),
        ("the Plain Equipment Show", "Plain Equipment Show", "en", "ORG"),
        ("РЕГИОНЫ ВЕДОМСТВА АФИША", "РЕГИОНЫ ВЕДОМСТВА АФИША", "ru", "ORG"),
        ("研究方向为大数据", "大数", "zh", "LOC"),
        ("白俄罗斯代表团来访", "白俄罗斯代表团", "zh", "ORG"),
    ],
)
def test_headings_menus_and_pieces_of_words_are_refused(text: str, words: str, lang: str, kind: str) -> None:
    assert plausible(text, [made(kind, text, words, lang, 0.6, "model")], [(0, len(text))]) == []


@needs
@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Hungarian physicist Lajos Feher lives in Debrecen.", "en", {("PER", "Lajos Feher"), ("LOC", "Debrecen")}),
        (
            "Лидер группы Юрген Клаузен (Jürgen Klausen) живёт в Мюнхене.",
            "ru",
            {("PER", "Юрген Клаузен"), ("PER", "Jürgen Klausen"), ("LOC", "Мюнхене")},
        ),
        ("孙立军在南京大学工作。", "zh", {("PER", "孙立军"), ("ORG", "南京大学")}),
    ],
)  # fmt: skip
def test_names_no_pattern_knows(text: str, lang: str, expected: set[tuple[str, str]]) -> None:
    assert {(n.kind, n.text) for n in finder(True).find(text, [(0, len(text))], lang)} >= expected


@needs
@pytest.mark.models
def test_the_english_model_loads_without_a_warning() -> None:
    models.english.cache_clear()
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        models.english()
