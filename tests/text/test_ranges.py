"""Ranges of things and of money: the lower end as value, at least so many, with the upper end beside it."""

from __future__ import annotations

import pytest

from dragoman.text import counts, money


@pytest.mark.parametrize(
    ("lang", "text", "words", "value", "upper", "bound"),
    [
        ("en", "Some 20-30 firms came.", "Some 20-30 firms", "20", "30", "about"),
        ("en", "Twenty to thirty firms came.", "Twenty to thirty firms", "20", "30", "at least"),
        ("en", "It drew 5 to 10 new companies.", "5 to 10 new companies", "5", "10", "at least"),
        ("en", "It drew 2-3 thousand visitors.", "2-3 thousand visitors", "2000", "3000", "at least"),
        ("zh", "有20-30家企业参展", "20-30家企业", "20", "30", "at least"),
        ("zh", "约20至30个项目签约", "约20至30个项目", "20", "30", "about"),
        ("ru", "Приехали 20–30 компаний.", "20–30 компаний", "20", "30", "at least"),
        ("ru", "Приехали от 5 до 10 делегаций.", "5 до 10 делегаций", "5", "10", "at least"),
    ],
)
def test_things(lang: str, text: str, words: str, value: str, upper: str, bound: str) -> None:
    assert [(c.text, c.value, c.upper, c.bound) for c in counts.find(text, lang)] == [(words, value, upper, bound)]


@pytest.mark.parametrize(
    ("lang", "text", "words", "value", "upper", "currency"),
    [
        ("en", "worth 5 to 10 million yuan", "5 to 10 million yuan", "5000000", "10000000", "CNY"),
        ("en", "worth US$1.5-2 billion", "US$1.5-2 billion", "1500000000", "2000000000", "USD"),
        ("en", "worth $5 million to $10 million", "$5 million to $10 million", "5000000", "10000000", "USD"),
        ("zh", "投资5-10亿元", "5-10亿元", "500000000", "1000000000", "CNY"),
        ("ru", "на 5–10 млн рублей", "5–10 млн рублей", "5000000", "10000000", "RUB"),
    ],
)
def test_money(lang: str, text: str, words: str, value: str, upper: str, currency: str) -> None:
    found = [(m.text, m.value, m.upper, m.currency) for m in money.find(text, lang)]
    assert found == [(words, value, upper, currency)]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [("en", "grew from 5 to 10 firms", "10"), ("ru", "рост с 5 до 10 фирм", "10"), ("zh", "从5家增至10家企业", "10")],
)
def test_a_change_is_no_range(lang: str, text: str, value: str) -> None:
    assert [(c.value, c.upper) for c in counts.find(text, lang)][-1] == (value, "")


@pytest.mark.parametrize(
    "text", ["MC-21-300 aircraft", "the 2014-2018 projects", "call 8888-2015 people", "June 22-25 events", "1-9 March"]
)
def test_no_ranges(text: str) -> None:
    assert [c.upper for c in counts.find(text, "en") if c.upper] == []
