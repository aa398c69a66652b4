"""Counts in three languages: the number with the thing counted, and what is none."""

# ruff: noqa: E501 (a row of a table reads best on one line)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import counts


@pytest.mark.parametrize(
    ("text", "lang", "phrase", "value", "head", "bound"),
    [
        ("with more than 3,700 enterprises taking part", "en", "more than 3,700 enterprises", "3700", "enterprise", "more than"),
        ("12 military-industrial groups came", "en", "12 military-industrial groups", "12", "group", ""),
        ("from 56 countries (regions) in total", "en", "56 countries (regions)", "56", "country", ""),
        ("2,772 projects have been signed", "en", "2,772 projects", "2772", "project", ""),
        ("over 150 theoretical achievements", "en", "over 150 theoretical achievements", "150", "achievement", "more than"),
        ("more than 1,000 Chinese and overseas enterprises and government organizations will attend", "en",
         "more than 1,000 Chinese and overseas enterprises and government organizations", "1000", "enterprise", "more than"),
        ("nearly 20 research institutes, universities and firms", "en", "nearly 20 research institutes", "20", "institute", "nearly"),
        ("27 technology companies", "en", "27 technology companies", "27", "company", ""),
        ("twelve robots were shown", "en", "twelve robots", "12", "robot", ""),
        ("共有3700多家企业参展", "zh", "3700多家企业", "3700", "enterprise", "more than"),
        ("带来10,964个项目", "zh", "10,964个项目", "10964", "project", ""),
        ("展示两千多项技术", "zh", "两千多项技术", "2000", "technology", "more than"),
        ("来自56个国家和地区的", "zh", "56个国家和地区", "56", "country", ""),
        ("签约2772个项目", "zh", "2772个项目", "2772", "project", ""),
        ("近20家科研院所", "zh", "近20家科研院所", "20", "institute", "nearly"),
        ("приехали более 200 делегаций из Китая", "ru", "более 200 делегаций", "200", "delegation", "more than"),
        ("свыше 1000 китайских и зарубежных предприятий", "ru", "свыше 1000 китайских и зарубежных предприятий", "1000", "enterprise",
         "more than"),
        ("около 20 стран и регионов", "ru", "около 20 стран и регионов", "20", "country", "about"),
        ("подписаны 2772 проекта", "ru", "2772 проекта", "2772", "project", ""),
        ("двадцать пять компаний", "ru", "двадцать пять компаний", "25", "company", ""),
    ],
)  # fmt: skip
def test_counts(text: str, lang: str, phrase: str, value: str, head: str, bound: str) -> None:
    (found,) = counts.find(text, lang)
    assert (found.text, found.value, found.head, found.bound) == (phrase, value, head, bound)
    assert found.noun == text[found.noun_start : found.noun_end]


@pytest.mark.parametrize(("text", "lang"), [("35 percent of exhibitors", "en"), ("35%的企业", "zh"), ("35% участников", "ru")])
def test_a_share_of_things(text: str, lang: str) -> None:
    (found,) = counts.find(text, lang)
    assert (found.value, found.percent) == ("35", True)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Fortune 500 Companies", "en"),
        ("a member of the China Top 10 Brands", "en"),
        ("GPT-4 models and 5G networks", "en"),
        ("Type 052 destroyers", "en"),
        ("under Article 5 rules", "en"),
        ("the 9th meetings", "en"),
        ("he is 35 years old and worked for five years", "en"),
        ("it cost 64,000 dollars", "en"),
        ("grew by 35 percent", "en"),
        ("in 2017 projects were signed", "en"),
        ("call 8888-2015 people", "en"),
        ("a 20-year-old company's products", "en"),
        ("one of the firms", "en"),
        ("5G网络建设", "zh"),
        ("2017年企业数量", "zh"),
        ("为期3天", "zh"),
        ("金额4565亿元", "zh"),
        ("第5个项目", "zh"),
        ("ему 35 лет", "ru"),
        ("5 млн рублей", "ru"),
        ("Су-57 и 5G", "ru"),
        ("через 3 дня", "ru"),
        ("9-я выставка", "ru"),
        ("выросли на 35%", "ru"),
    ],
)
def test_not_counts(text: str, lang: str) -> None:
    assert counts.find(text, lang) == []


@given(
    st.text(alphabet="0123456789 ,.-%more thanprojectsсвышекомпаний多家企业个项目", max_size=60),
    st.sampled_from(["en", "zh", "ru"]),
)
def test_never_fails(text: str, lang: str) -> None:
    for found in counts.find(text, lang):
        assert text[found.start : found.end] == found.text
        assert found.start <= found.number_start < found.number_end <= found.noun_start < found.noun_end <= found.end


def test_round_chinese_numbers() -> None:
    found = counts.find("近百家企业、上千名观众、百余名专家、数十个项目参加", "zh")
    assert [(c.value, c.bound, c.head) for c in found] == [
        ("100", "nearly", "enterprise"), ("1000", "more than", "visitor"), ("100", "more than", "expert"),
    ]  # fmt: skip
