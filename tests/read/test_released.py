"""Bylines, datelines and dates of release; the date of an event is never one."""

from __future__ import annotations

import pytest

from dragoman.read.byline import byline
from dragoman.read.released import Told, released

LEAD = "The fair opened on 22 June 2017 with 140 exhibitors from eleven countries, the organisers said in the harbour."


@pytest.mark.parametrize(
    ("blocks", "date", "publisher"),
    [
        (["CHONGQING, June 22 (Xinhua) -- The fair opened."], "", "Xinhua"),
        (["CHONGQING, June 22 (Xinhua) -- The fair opened.", "2017-06-22 10:30"], "2017-06-22", "Xinhua"),
        (["2016-01-05", "CHONGQING, June 22 (Xinhua) -- The fair opened.", "2017-06-23"], "2017-06-23", "Xinhua"),
        (["HARBOUR CITY, May 14, 2019 (Coast Agency) -- The fair opened."], "2019-05-14", "Coast Agency"),
        (["新华社北京6月22日电（记者 李四）展览会开幕。", "2017-06-22 10:30:00 来源：新华网"], "2017-06-22", "新华社"),
        (["中新社重庆2017年6月22日电 展览会开幕。"], "2017-06-22", "中新社"),
        (["МОСКВА, 22 июня /ТАСС/. Выставка открылась.", "22.06.2017, 12:00"], "2017-06-22", "ТАСС"),
        (["МОСКВА, 22 июня 2017 года — РИА Новости. Выставка открылась."], "2017-06-22", "РИА Новости"),
        (["Fair opens", "Published: 23 June 2017", LEAD], "2017-06-23", ""),
        (["Fair opens", "June 23, 2017", LEAD], "2017-06-23", ""),
        (["展览会开幕", "发布时间：2017年06月23日  来源：科技日报", LEAD], "2017-06-23", "科技日报"),
        (["Выставка", "23 июня 2017", LEAD], "2017-06-23", ""),
        (["Fair opens", LEAD], "", ""),
        (["The fair will be held on 16-21 November 2017"], "", ""),
        (["Next edition: 14-18 November 2018 in Shenzhen"], "", ""),
    ],
)
def test_release(blocks: list[str], date: str, publisher: str) -> None:
    assert released(blocks) == Told(date, publisher)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Li Jiayao", ("Li Jiayao",)),
        ("Ann Reyes and Olav Berg", ("Ann Reyes", "Olav Berg")),
        ("By Ann Reyes, Coast Daily", ("Ann Reyes", "Coast Daily")),
        ("Автор: Иван Петров", ("Иван Петров",)),
        ("Иван Петров", ("Иван Петров",)),
        ("记者 李四", ("李四",)),
        ("作者：王小明", ("王小明",)),
        ("来源：科技日报  编辑：王小明", ()),
        ("2017-06-22 10:30", ()),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    found = byline(line)
    assert found.line and found.authors == authors


@pytest.mark.parametrize(
    "line",
    ["Military Technology", "Company Profile", "By the end of the year the plant will open.", "Fair opens in Harbour City",
     "记者会于周四举行，来自十一个国家的代表参加。",
     "Автор проекта рассказал о роботе.", "Text of the agreement is not known."],
)  # fmt: skip
def test_what_is_no_byline(line: str) -> None:
    assert not byline(line).line
