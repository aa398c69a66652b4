"""Times of day in three languages, alone and with a date; the reference day is Thursday 1 June 2017."""

from __future__ import annotations

import pytest

from dragoman.text import counts, dates

REF = "2017-06-01"


@pytest.mark.parametrize(
    ("lang", "text", "words", "kind", "iso"),
    [
        ("en", "Doors open at 7:30 pm.", "7:30 pm", "time", "T19:30"),
        ("en", "It begins at half past five.", "half past five", "time", "T05:30"),
        ("en", "It ends at a quarter to eight in the evening.", "a quarter to eight in the evening", "time", "T19:45"),
        ("en", "Open 9am to 5pm here", "9am to 5pm", "timerange", "T09:00/T17:00"),
        ("en", "We meet from 1 to 3 p.m. here", "from 1 to 3 p.m.", "timerange", "T13:00/T15:00"),
        ("en", "09:00-09:30 Registration", "09:00-09:30", "timerange", "T09:00/T09:30"),
        ("en", "Arrive before noon", "before noon", "timerange", "/T12:00"),
        ("en", "We talk tomorrow at 8", "tomorrow at 8", "date", "2017-06-02T08:00"),
        ("en", "Held on June 22, 2017, 10:30 a.m.", "June 22, 2017, 10:30 a.m.", "date", "2017-06-22T10:30"),
        ("en", "between 3 and 5 on June 7", "between 3 and 5 on June 7", "date", "2017-06-07T03:00/2017-06-07T05:00"),
        ("en", "9 June 10:00 to 11 June 18:00", "9 June 10:00 to 11 June 18:00", "range", "2017-06-09T10:00/2017-06-11T18:00"),
        ("zh", "下午三点半开会", "下午三点半", "time", "T15:30"),
        ("zh", "今早8点出发", "今早8点", "date", "2017-06-01T08:00"),
        ("zh", "会议于14时开幕", "14时", "time", "T14:00"),
        ("zh", "6月22日上午9:30至11:30", "6月22日上午9:30至11:30", "date", "2017-06-22T09:30/2017-06-22T11:30"),
        ("zh", "从上午9点到下午5点开放", "从上午9点到下午5点", "timerange", "T09:00/T17:00"),
        ("zh", "2018年6月22日9时30分", "2018年6月22日9时30分", "date", "2018-06-22T09:30"),
        ("ru", "Открытие в 10:30.", "10:30", "time", "T10:30"),
        ("ru", "Выставка работает с 9 до 18 часов.", "с 9 до 18 часов", "timerange", "T09:00/T18:00"),
        ("ru", "Церемония пройдёт 7 июня в 15.00 в зале.", "7 июня в 15.00", "date", "2017-06-07T15:00"),
        ("ru", "Начало в 15.00 7 июня", "15.00 7 июня", "date", "2017-06-07T15:00"),
        ("ru", "Сбор в семь вечера", "семь вечера", "time", "T19:00"),
        ("ru", "в понедельник, 5 июня, в 14:30", "понедельник, 5 июня, в 14:30", "date", "2017-06-05T14:30"),
        ("ru", "завтра с 9 до 12", "завтра с 9 до 12", "date", "2017-06-02T09:00/2017-06-02T12:00"),
    ],
)  # fmt: skip
def test_times(lang: str, text: str, words: str, kind: str, iso: str) -> None:
    assert [(d.text, d.kind, d.iso) for d in dates.find(text, lang, ref=REF)] == [(words, kind, iso)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "grew 10 to 12 percent"), ("en", "from 5 to 10 firms"), ("en", "a ratio of 1:10"), ("en", "ISO 9001:2015"),
        ("en", "from 10 to 20 companies on Monday"), ("en", "a five to one chance"),
        ("en", "20 in the morning session"), ("en", "5 hours from Beijing by train"),
        ("en", "Chopin (1810 – 1849)"), ("en", "around 1506-1508"), ("en", "a 5A site"), ("en", "Rushdie's Midnight Children"),
        ("en", "June 5 at 4 sites"), ("en", "won 10:9"),
        ("ru", "выросли в 2.30 раза"), ("ru", "рост с 9 до 18 процентов"), ("ru", "со счётом 2:10"), ("ru", "три дня назад"),
        ("ru", "цена с 10.50 до 12.30 рублей"), ("ru", "Он шёл 2 часа."), ("zh", "提出三点要求"), ("zh", "强调了三点，一是"),
        ("zh", "提高2.5个百分点"), ("zh", "比分3:10"), ("zh", "8小时"), ("zh", "第9点"),
    ],
)  # fmt: skip
def test_no_times(lang: str, text: str) -> None:
    assert [d.text for d in dates.find(text, lang, ref=REF) if d.time] == []


def test_a_date_with_an_hour_keeps_its_day() -> None:
    """Who wants days finds them as before: an hour changes neither kind nor first and last day."""
    (plain,) = dates.find("Thursday, 22 June 2017", "en", ref=REF)
    (timed,) = dates.find("Thursday, 22 June 2017, 9:00-18:00", "en", ref=REF)
    assert (timed.kind, timed.first, timed.last) == (plain.kind, plain.first, plain.last)
    assert (timed.time, timed.until) == ("09:00", "18:00")


def test_an_hour_alone_names_no_day() -> None:
    (found,) = dates.find("The doors open at 9:00.", "en", ref=REF)
    assert (found.kind, found.first, found.last, found.time) == ("time", "", "", "09:00")


def test_the_grammar_of_days_is_left_alone() -> None:
    """A range of days, a week and a month beside an hour stay what they are."""
    found = dates.find("9:00 - 18:00 (22-24 June), then next week at 8 am", "en", ref=REF)
    assert [(d.kind, d.first, d.last) for d in found] == [
        ("timerange", "", ""), ("range", "2017-06-22", "2017-06-24"), ("range", "2017-06-05", "2017-06-11"),
        ("time", "", ""),
    ]  # fmt: skip


def test_years_stay_years() -> None:
    found = dates.find("Fryderyk Chopin (1810-1849), then from 1908 to 1917", "en", ref=REF)
    assert [(d.kind, d.first, d.last) for d in found] == [("range", "1810", "1849"), ("range", "1908", "1917")]


def test_hours_are_no_counts() -> None:
    assert counts.find("It opens at 9:00 and at half past five.", "en") == []
