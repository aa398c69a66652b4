"""Page furniture is found by what it is made of, in three languages; sentences, names and table rows are not furniture."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.base.settings import Limits
from dragoman.read.furniture import head, is_furniture
from dragoman.read.plain import PlainReader
from dragoman.read.source import Source

FURNITURE = """Home > News > Science
Current location: Home > Exhibitions > 2019
You are here: Home / About us
HomeAboutContact
Home | Exhibitors | Visitors | Press
Print  Email  Share
Facebook Twitter VKontakte
WeChat Weibo QQ Qzone
Loading... Please wait
Copyright © 2019 Harbour Fair Ltd. All rights reserved.
We use cookies to improve this site. By staying you accept our use of cookies.
Related Links
Read more
Font size: A A A
首页 > 新闻中心 > 正文
当前位置：首页>关于我们>概况
首页 | 新闻 | 下载 | 联系我们
分享到：微信 微博 QQ空间
打印本页 关闭窗口
版权所有 北方展览公司 京ICP备12345678号
加载中，请稍候
相关新闻
Главная / Новости / Контакты
Вы здесь: Главная > О компании
Читайте также
Поделиться: ВКонтакте Одноклассники Telegram
© 2019 Все права защищены
Мы используем файлы cookie
Версия для печати
* * *
---""".splitlines()
CONTENT = """Home appliances of eleven firms were shown.
News of the fair reached Moscow on Tuesday.
Search and rescue services use the buoy.
Share prices of Nordwind rose after the fair.
Nordwind AB | Sweden | H1-014
Nordwind | Sweden | sonar buoys
Contact Marta Lindqvist for a licence.
Related news agencies reported another number.
SearchLight Systems showed a lamp.
Print works of the region took part.
Video cameras by Hailan Vision
More than 3,700 enterprises took part.
The copyright law of 1990 was amended.
首页推荐的展品是球形机器人，由罗弗公司生产。
新闻发布会于周四举行。
更多企业参加了展会。
卡洛斯·巴特雷斯·洛佩斯
Новости о выставке дошли до Москвы во вторник.
Поиск партнёров продолжается.
Главная задача делегации — найти партнёров.
Контакты с китайскими компаниями активны.
Проекты центра: лазеры, роботы, алмазы.
Loading of cargo is done by the robot.
A robot powered by solar cells was shown.
未经授权的访问被该系统阻止。
X-ray detectors""".splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", CONTENT)
def test_content(line: str) -> None:
    assert not is_furniture(line) and head(line) == 0


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Related NewsFair opens in Harbour City", "Fair opens in Harbour City"),
        ("Home | News | Fair opens in Harbour City with 140 exhibitors", "Fair opens in Harbour City with 140 exhibitors"),
        ("分享到：第三届海洋技术博览会开幕", "第三届海洋技术博览会开幕"),
        ("Версия для печати | Выставка открылась в порту", "Выставка открылась в порту"),
    ],
)
def test_furniture_glued_to_the_head_of_a_line(line: str, rest: str) -> None:
    assert line[head(line) :] == rest


def blocks(text: str) -> list[tuple[str, str]]:
    document = PlainReader().read(Source("a.txt", text.encode()), Limits())
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


LONG = "The third Tidal Technology Fair opened on Tuesday with 140 exhibitors from eleven countries in its halls. " * 3


def test_links_below_an_article_are_furniture_and_above_it_are_not() -> None:
    found = blocks(f"Fair opens\n\n{LONG}\n\nRelated News\nPort gets a new crane\nMayor visits the yard\n\n{LONG}")
    assert [k for k, _ in found] == ["title", "paragraph", "furniture", "furniture", "furniture", "paragraph"]
    assert blocks(f"Related News\n\nFair opens\n\n{LONG}")[1] == ("title", "Fair opens")


def test_glued_furniture_is_a_block_of_its_own_and_no_character_is_lost() -> None:
    found = blocks(f"Related NewsFair opens in Harbour City\n\n{LONG}")
    assert found[:2] == [("furniture", "Related News"), ("title", "Fair opens in Harbour City")]


def test_no_line_of_the_development_documents_but_its_furniture(shared: Path) -> None:
    texts = {p.name[:3]: p.read_text(encoding="utf-8") for p in (shared / "gold" / "documents").glob("*.txt")}
    found = {name: [t for k, t in blocks(text) if k == "furniture"] for name, text in texts.items()}
    assert found == {
        "000": ["Related News"],
        "003": ["Current Position:Home>About>Overview", "Load...Please wait...", "QQ sqq tsina"],
    }


@pytest.mark.parametrize(
    "menu",
    [
        "Open Monitor  /  Reports  /  Technology and power",
        "АФИША  СПОРТ  ГОРОЖАНЕ  ПОГОДА",
        "园区名片 | 入驻指南 | 人才招聘",
        "Share this story | Letters | Jobs",
    ],
)
def test_rows_of_short_words_at_the_edges_of_a_text_are_menus_and_rows_of_a_table_are_not(menu: str) -> None:
    assert blocks(f"{menu}\n\nFair opens\n\n{LONG}")[0] == ("furniture", menu)
    assert blocks(f"Fair opens\n\n{LONG}\n\n{menu}")[-1] == ("furniture", menu)
    table = "Nordwind AB | Sweden | sonar buoys\nOstsee GmbH | Germany | ice radars"
    assert "furniture" not in [k for k, _ in blocks(f"{table}\n\n{LONG}")]
    assert "furniture" not in [k for k, _ in blocks(f"Fair opens\n\n{LONG}\n\n{table}")]


def test_a_link_behind_its_heading_is_furniture_below_an_article() -> None:
    chinese = (
        "第三届海洋技术博览会五月十四日在港口城市开幕，来自十一个国家的一百四十家企业参加了展览，组委会表示参观人数将超过三万。"
        * 2
    )
    assert blocks(f"海博会开幕\n\n{chinese}\n\n相关阅读：地铁新线开通")[-1] == ("furniture", "相关阅读：地铁新线开通")
