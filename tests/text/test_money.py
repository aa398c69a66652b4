"""Money in three languages: value, currency, bound, span."""

# ruff: noqa: E501 (a row of a table reads best on one line)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import money


@pytest.mark.parametrize(
    ("text", "lang", "value", "currency"),
    [
        ("RMB 456.5 billion", "en", "456500000000", "CNY"),
        ("$94,000", "en", "94000", "USD"),
        ("64,000 U.S. dollars", "en", "64000", "USD"),
        ("US$1.2 million", "en", "1200000", "USD"),
        ("€3.5 million", "en", "3500000", "EUR"),
        ("£200", "en", "200", "GBP"),
        ("4 million yuan", "en", "4000000", "CNY"),
        ("200 million roubles", "en", "200000000", "RUB"),
        ("HK$ 10.05 billion", "en", "10050000000", "HKD"),
        ("EUR 125", "en", "125", "EUR"),
        ("30 MUSD", "en", "30000000", "USD"),
        ("3 dollars 50 cents", "en", "3.5", "USD"),
        ("RMB 2,000", "en", "2000", "CNY"),
        ("4565亿元", "zh", "456500000000", "CNY"),
        ("人民币50亿元", "zh", "5000000000", "CNY"),
        ("8亿元人民币", "zh", "800000000", "CNY"),
        ("300万美元", "zh", "3000000", "USD"),
        ("2.5亿卢布", "zh", "250000000", "RUB"),
        ("十美元", "zh", "10", "USD"),
        ("五元三毛", "zh", "5.3", "CNY"),
        ("4,5 млрд руб.", "ru", "4500000000", "RUB"),
        ("300 тыс. долларов", "ru", "300000", "USD"),
        ("64 000 долларов США", "ru", "64000", "USD"),
        ("2 млн евро", "ru", "2000000", "EUR"),
        ("500 млн юаней", "ru", "500000000", "CNY"),
        ("100 рублей 50 копеек", "ru", "100.5", "RUB"),
    ],
)
def test_amounts(text: str, lang: str, value: str, currency: str) -> None:
    (found,) = money.find(text, lang)
    assert (found.text, found.value, found.currency) == (text, value, currency)


@pytest.mark.parametrize(
    ("text", "lang", "bound"),
    [
        ("more than $5 million", "en", "more than"), ("nearly 4 million yuan", "en", "nearly"), ("超过300万美元", "zh", "more than"),
        ("约300万美元", "zh", "about"), ("более 300 тыс. долларов", "ru", "more than"), ("около 2 млн евро", "ru", "about"),
    ],
)  # fmt: skip
def test_bounds(text: str, lang: str, bound: str) -> None:
    (found,) = money.find(text, lang)
    assert found.bound == bound
    assert text[found.outer_start : found.outer_end] == text


def test_assumed_currency_is_marked() -> None:
    assert [m.assumed for m in money.find("$5 and US$5 and 5 pounds and 5 euros", "en")] == [True, False, True, False]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("All 70 of us saw Bob 3 times.", "en"), ("12 companies won 5 contracts.", "en"), ("a $ sign", "en"), ("五角大楼宣布", "zh"),
        ("3700多家企业", "zh"), ("12 рублёвских дач", "ru"), ("5 европейских стран", "ru"),
    ],
)  # fmt: skip
def test_not_money(text: str, lang: str) -> None:
    assert money.find(text, lang) == []


def test_an_article_is_no_country() -> None:
    (found,) = money.find("won a $48.2 million contract", "en")
    assert (found.text, found.currency) == ("$48.2 million", "USD")


@given(st.text(alphabet="0123456789.,$€¥ USDmillionyuanmдолларруб元万亿美", max_size=50), st.sampled_from(["en", "zh", "ru"]))
def test_never_fails(text: str, lang: str) -> None:
    for found in money.find(text, lang):
        assert text[found.start : found.end] == found.text
        assert float(found.value) == float(found.value)
        assert len(found.currency) == 3


def test_a_range_shares_its_scale() -> None:
    found = money.find("worth US$1.5-2 billion", "en")
    assert next((m.value, m.currency) for m in found) == ("1500000000", "USD")
