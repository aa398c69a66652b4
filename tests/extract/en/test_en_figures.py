"""Figures: value, bound, the thing counted; what looks like a number and is none."""

from __future__ import annotations

import pytest
from english_told import quotes, told

from dragoman.extract.en.sums import amount
from dragoman.model.statement import Bound


@pytest.mark.parametrize(
    ("text", "quote", "value", "bound"),
    [
        ("The fair drew more than 3,700 enterprises.", "more than 3,700 enterprises", "3700", Bound.MORE_THAN),
        ("Nearly 40 universities came.", "Nearly 40 universities", "40", Bound.NEARLY),
        ("Forty-one countries and regions took part.", "Forty-one countries and regions", "41", Bound.EXACT),
        ("About 56 countries (regions) were there.", "About 56 countries (regions)", "56", Bound.ABOUT),
        ("They showed 310 research partnerships.", "310 research partnerships", "310", Bound.EXACT),
        ("It went on for four years in a row.", "four years in a row", "4", Bound.EXACT),
    ],
)
def test_a_count_keeps_its_value_and_bound(text: str, quote: str, value: str, bound: Bound) -> None:
    (found,) = told(text, "statistic")
    assert (found.quote, found.value("value"), found.claim("value").bound) == (quote, value, bound)


@pytest.mark.parametrize(
    "text",
    [
        "It was founded in 1955.",
        "The hall opens on 14 November.",
        "See Hall 4 and Conference Room 3.",
        "The four-day event went well.",
        "The 9th exhibition was larger.",
        "It starts at 14:30.",
        "Both sides spoke.",
    ],
)
def test_dates_names_and_ordinals_are_no_figures(text: str) -> None:
    assert quotes(text, "statistic") == []


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("RMB 456.5 billion", "456500000000", "CNY"),
        ("64,000 U.S. dollars", "64000", "USD"),
        ("1.2 million euros", "1200000", "EUR"),
        ("$3 million", "3000000", "USD"),
    ],
)
def test_a_sum_has_its_value_and_currency(written: str, value: str, unit: str) -> None:
    claim = amount(written)
    assert (claim.value, claim.unit) == (value, unit)


def test_the_same_figure_is_told_once() -> None:
    text = "More than 200 delegations came. In addition to the 200 delegations, many guests came."
    assert quotes(text, "statistic") == ["More than 200 delegations"]


def test_a_list_of_things_is_counted_together() -> None:
    text = "Nearly 30 research institutes, universities and companies are there."
    assert quotes(text, "statistic") == ["Nearly 30 research institutes, universities and companies"]
