"""Dates in three languages against a reference day: Friday 23 June 2017."""

# ruff: noqa: E501 (a row of a table reads best on one line)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import dates

REF = "2017-06-23"


def told(text: str, lang: str, ref: str = REF) -> list[tuple[str, str, str]]:
    return [(d.text, d.first, d.last) for d in dates.find(text, lang, ref=ref)]


@pytest.mark.parametrize(
    ("text", "lang", "first", "last"),
    [
        ("22 June 2017", "en", "2017-06-22", "2017-06-22"),
        ("June 22, 2017", "en", "2017-06-22", "2017-06-22"),
        ("2017-06-22", "en", "2017-06-22", "2017-06-22"),
        ("June 22", "en", "2017-06-22", "2017-06-22"),
        ("November 2018", "en", "2018-11", "2018-11"),
        ("16-21 November 2017", "en", "2017-11-16", "2017-11-21"),
        ("June 22 to 25", "en", "2017-06-22", "2017-06-25"),
        ("from 14 to 18 November 2018", "en", "2018-11-14", "2018-11-18"),
        ("from 30 June to 2 July 2018", "en", "2018-06-30", "2018-07-02"),
        ("last year", "en", "2016", "2016"),
        ("next month", "en", "2017-07", "2017-07"),
        ("last week", "en", "2017-06-12", "2017-06-18"),
        ("yesterday", "en", "2017-06-22", "2017-06-22"),
        ("Thursday", "en", "2017-06-22", "2017-06-22"),
        ("in two days", "en", "2017-06-25", "2017-06-25"),
        ("five years ago", "en", "2012-06-23", "2012-06-23"),
        ("since 2015", "en", "2015", ""),
        ("before 2010", "en", "", "2009"),
        ("the third quarter of 2018", "en", "2018-07", "2018-09"),
        ("the 1990s", "en", "1990", "1999"),
        ("2014-2018", "en", "2014", "2018"),
        ("2017年6月22日", "zh", "2017-06-22", "2017-06-22"),
        ("6月22日", "zh", "2017-06-22", "2017-06-22"),
        ("6月22日至25日", "zh", "2017-06-22", "2017-06-25"),
        ("2017年11月16日—21日", "zh", "2017-11-16", "2017-11-21"),
        ("今年9月", "zh", "2017-09", "2017-09"),
        ("去年", "zh", "2016", "2016"),
        ("上周三", "zh", "2017-06-14", "2017-06-14"),
        ("昨天", "zh", "2017-06-22", "2017-06-22"),
        ("五年前", "zh", "2012-06-23", "2012-06-23"),
        ("2015年以来", "zh", "2015", ""),
        ("2018年上半年", "zh", "2018-01", "2018-06"),
        ("二〇一七年", "zh", "2017", "2017"),
        ("九十年代", "zh", "1990", "1999"),
        ("22 июня 2017 года", "ru", "2017-06-22", "2017-06-22"),
        ("22 июня", "ru", "2017-06-22", "2017-06-22"),
        ("с 22 по 25 июня", "ru", "2017-06-22", "2017-06-25"),
        ("16–21 ноября 2017 г.", "ru", "2017-11-16", "2017-11-21"),
        ("22.06.2017", "ru", "2017-06-22", "2017-06-22"),
        ("вчера", "ru", "2017-06-22", "2017-06-22"),
        ("пять лет назад", "ru", "2012-06-23", "2012-06-23"),
        ("через два месяца", "ru", "2017-08-23", "2017-08-23"),
        ("с 2015 года", "ru", "2015", ""),
        ("первом квартале 2016 года", "ru", "2016-01", "2016-03"),
        ("1990-х годах", "ru", "1990", "1999"),
        ("2014–2018 годы", "ru", "2014", "2018"),
        ("две тысячи восемнадцатом году", "ru", "2018", "2018"),
        ("тысяча девятьсот пятьдесят пятого года", "ru", "1955", "1955"),
        ("двухтысячного года", "ru", "2000", "2000"),
    ],
)
def test_dates(text: str, lang: str, first: str, last: str) -> None:
    assert told(text, lang) == [(text, first, last)]


@pytest.mark.parametrize(
    ("text", "lang", "body", "first"),
    [
        ("в прошлом году", "ru", "прошлом году", "2016"),
        ("в сентябре", "ru", "сентябре", "2017-09"),
        ("на прошлой неделе", "ru", "прошлой неделе", "2017-06-12"),
        ("founded in 1955 by", "en", "1955", "1955"),
        ("在1955年成立", "zh", "1955年", "1955"),
    ],
)
def test_prepositions_stay_out(text: str, lang: str, body: str, first: str) -> None:
    ((found, begin, _),) = told(text, lang)
    assert (found, begin) == (body, first)


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [
        ("the four-day event", "en", "P4D"), ("five years", "en", "P5Y"), ("two and a half years", "en", "P2.5Y"),
        ("三年半", "zh", "P3.5Y"), ("为期四天", "zh", "P4D"), ("五年", "zh", "P5Y"), ("四个月", "zh", "P4M"),
        ("три дня", "ru", "P3D"), ("четырехдневная выставка", "ru", "P4D"), ("пять лет", "ru", "P5Y"), ("полгода", "ru", "P0.5Y"),
    ],
)  # fmt: skip
def test_durations(text: str, lang: str, iso: str) -> None:
    assert [(d.kind, d.iso) for d in dates.find(text, lang, ref=REF)] == [("duration", iso)]


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [("once a year", "en", "P1Y"), ("every two years", "en", "P2Y"), ("annually", "en", "P1Y"), ("每两年", "zh", "P2Y"),
     ("一年一度", "zh", "P1Y"), ("ежегодно", "ru", "P1Y"), ("раз в два года", "ru", "P2Y")],
)  # fmt: skip
def test_recurrences(text: str, lang: str, iso: str) -> None:
    assert [(d.kind, d.iso) for d in dates.find(text, lang, ref=REF)] == [("set", iso)]


def test_a_verb_that_begins_like_a_bound() -> None:
    """下月前往 is "goes there next month"; 下月前 is before it."""
    assert told("将于下月前往喀山", "zh") == [("下月", "2017-07", "2017-07")]
    assert told("下月前完成", "zh") == [("下月前", "", "2017-06")]


@pytest.mark.parametrize("words", ["early 1st century", "before the 1st century", "late 1st century", "9999 and after"])
def test_the_edges_of_the_calendar(words: str) -> None:
    """The first century begins in a year that no calendar has: it is read, and nothing fails."""
    assert all(d.text for d in dates.find(f"It was built in the {words}.", "en", ref=REF))
    assert dates.find("in the early 1st century", "en", ref=REF)[0].last == "0050-06"


def test_an_inferred_year_is_marked() -> None:
    (partial,) = dates.find("It opened on June 22.", "en", ref=REF)
    (whole,) = dates.find("It opened on June 22, 2017.", "en", ref=REF)
    assert (partial.first, partial.inferred) == (whole.first, True)
    assert not whole.inferred


def test_year_from_the_weekday() -> None:
    (found,) = dates.find("Thursday, June 22", "en", ref="2019-03-01")
    assert (found.first, found.inferred) == ("2017-06-22", True)


def test_without_a_reference() -> None:
    assert told("June 22", "en", "") == [("June 22", "--06-22", "--06-22")]
    assert told("last year", "en", "") == [("last year", "", "")]
    assert told("22 июня", "ru", "") == [("22 июня", "--06-22", "--06-22")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("This may take longer than it may seem.", "en"),
        ("They march on and sat down.", "en"),
        ("We saw 2,017 projects and 1998 widgets.", "en"),
        ("Call 010-8888-2015 for more.", "en"),
        ("今日头条报道", "zh"),
        ("две тысячи человек", "ru"),
        ("三个月亮", "zh"),
        ("Майор и программа не касаются дела.", "ru"),
    ],
)
def test_not_dates(text: str, lang: str) -> None:
    found = [d for d in dates.find(text, lang, ref=REF) if d.kind in ("date", "range")]
    assert found == []


@given(
    st.text(alphabet="0123456789-/. JuneMayoflastfrмаягоднязи年月日至周上前后 ", max_size=50),
    st.sampled_from(["en", "zh", "ru"]),
)
def test_never_fails(text: str, lang: str) -> None:
    for found in dates.find(text, lang, ref=REF):
        assert text[found.start : found.end] == found.text
        assert not found.first or not found.last or found.first[:4] <= found.last[:4] or found.first.startswith("--")
