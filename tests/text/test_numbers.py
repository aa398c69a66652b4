"""Numbers in three languages: value, span, bound, ordinal, percent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import numbers


def told(text: str, lang: str) -> list[tuple[str, str, str]]:
    return [(n.text, n.plain, n.bound) for n in numbers.find(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("forty-two", "en", "42"),
        ("three hundred and five", "en", "305"),
        ("1.5 million", "en", "1500000"),
        ("2.4bn", "en", "2400000000"),
        ("10,964", "en", "10964"),
        ("two thirds", "en", "0.666666666666667"),
        ("one and a half million", "en", "1500000"),
        ("nine hundred thousand", "en", "900000"),
        ("1 250 000", "en", "1250000"),
        ("half a million", "en", "500000"),
        ("минус 5", "ru", "-5"),
        ("двадцать пять", "ru", "25"),
        ("двухсот пятидесяти", "ru", "250"),
        ("тремястами", "ru", "300"),
        ("полтора миллиона", "ru", "1500000"),
        ("4,5 млрд", "ru", "4500000000"),
        ("1 млн 200 тыс", "ru", "1200000"),
        ("3 700", "ru", "3700"),
        ("две тысячи сто", "ru", "2100"),
        ("три четверти", "ru", "0.75"),
        ("三千七百", "zh", "3700"),
        ("两百点五", "zh", "200.5"),
        ("3.7万", "zh", "37000"),
        ("4565亿", "zh", "456500000000"),
        ("1万2千", "zh", "12000"),
        ("二〇一七", "zh", "2017"),
        ("十六", "zh", "16"),
        ("四分之三", "zh", "0.75"),
        ("10,964", "zh", "10964"),
        ("１２３", "zh", "123"),
    ],
)
def test_values(text: str, lang: str, wanted: str) -> None:
    assert [(t, v) for t, v, _ in told(text, lang)] == [(text, wanted)]


@pytest.mark.parametrize(
    ("text", "lang", "bound"),
    [
        ("more than 200", "en", "more than"),
        ("over 200", "en", "more than"),
        ("200+", "en", "more than"),
        ("nearly 200", "en", "nearly"),
        ("at least 200", "en", "at least"),
        ("no fewer than 200", "en", "at least"),
        ("up to 200", "en", "up to"),
        ("fewer than 200", "en", "less than"),
        ("some 200", "en", "about"),
        ("超过200", "zh", "more than"),
        ("200余", "zh", "more than"),
        ("近200", "zh", "nearly"),
        ("约200", "zh", "about"),
        ("不少于200", "zh", "at least"),
        ("不足200", "zh", "less than"),
        ("более 200", "ru", "more than"),
        ("свыше 200", "ru", "more than"),
        ("не менее 200", "ru", "at least"),
        ("около 200", "ru", "about"),
        ("порядка 200", "ru", "about"),
        ("почти 200", "ru", "nearly"),
        ("до 200", "ru", "up to"),
    ],
)
def test_bounds(text: str, lang: str, bound: str) -> None:
    (number,) = numbers.find(text, lang)
    assert (number.plain, number.bound) == ("200", bound)
    assert text[number.outer_start : number.outer_end] == text


def test_bounds_are_those_of_the_model() -> None:
    from dragoman.model.statement import Bound
    from dragoman.text.grammar import bounds

    used = {b for rows in (*bounds.BEFORE.values(), *bounds.AFTER.values()) for _, b in rows}
    assert used <= {b.value for b in Bound}


def test_a_signed_contract_is_not_about() -> None:
    assert told("签约2772个", "zh") == [("2772", "2772", "")]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [("the 9th fair", "en", "9"), ("the ninth fair", "en", "9"), ("twenty-first", "en", "21"), ("第九届", "zh", "9"),
     ("第12届", "zh", "12"), ("девятая выставка", "ru", "9"), ("9-я выставка", "ru", "9"), ("двадцать пятый", "ru", "25")],
)  # fmt: skip
def test_ordinals(text: str, lang: str, value: str) -> None:
    assert [(n.plain, n.ordinal) for n in numbers.find(text, lang)] == [(value, True)]


@pytest.mark.parametrize(
    ("text", "lang"), [("35 percent", "en"), ("35%", "zh"), ("百分之三十五", "zh"), ("35 процентов", "ru")]
)
def test_percent(text: str, lang: str) -> None:
    assert [(n.plain, n.percent) for n in numbers.find(text, lang)] == [("35", True)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("29km", "en"),
        ("a 5ghz band", "en"),
        ("this one is", "en"),
        ("一切顺利", "zh"),
        ("四川绵阳", "zh"),
        ("ни один из них", "ru"),
    ],
)
def test_not_numbers(text: str, lang: str) -> None:
    assert told(text, lang) == []


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["en", "zh", "ru"]))
def test_plain_digits_are_read_back(value: int, lang: str) -> None:
    text = f"x {value} y" if lang != "zh" else f"共{value}家"
    assert [n.plain for n in numbers.find(text, lang)] == [str(value)]


@given(st.text(max_size=80), st.sampled_from(["en", "zh", "ru"]))
def test_never_fails_and_spans_hold(text: str, lang: str) -> None:
    for number in numbers.find(text, lang):
        assert text[number.start : number.end] == number.text
        assert number.outer_start <= number.start < number.end <= number.outer_end
