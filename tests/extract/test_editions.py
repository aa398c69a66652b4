"""One edition in one text: forms of its name are joined, its figures are its own, side events are no series."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.editions import alike, plain
from dragoman.extract.rules import RuleExtractor
from dragoman.model.document import Block, Document

HARBOUR = """Harbour Expo closes in Qingwan with record deals

The fifth China (Qingwan) International Marine Technology Expo closed on Sunday after four days. The 5th Expo drew more than
1,200 exhibitors from 34 countries and regions. The Harbour Expo, as it is known locally, covered 60,000 square meters.
During the event 17 forums were held. At the fourth expo 228 projects were signed."""
SILK = """Silk Bay fair draws record crowd

The third edition of the Silk Bay International Innovation Fair came to an end on Sunday, having welcomed some 112,000
visitors. Exhibitors rose by 12 percent on the second fair and came from 47 countries. A patent trade fair held on the
sidelines attracted 150 institutions."""
CITY = """Ninth Tech City Expo sees 500 deals signed

The 9th China (Luoyuan) Science and Technology City International Expo, or Tech City Expo, brings together up to 1,500
enterprises. Last year's expo attracted 90,000 visitors."""
HEIGHTS = """Седьмая Выставка высоких технологий завершилась в Линьхэ

7-я Китайская (Линьхэ) международная выставка высоких технологий закрылась в понедельник. Выставку посетили более 96 тысяч
человек. В рамках выставки прошло 15 форумов и 22 конференции. На прошлой выставке было заключено 290 контрактов."""
VOLGA = """Приволжский ЭКСПО собрал почти 900 участников

Шестой Приволжский научно-технический ЭКСПО завершил работу 20 мая 2024 года. VI ЭКСПО принял делегации из 19 стран."""
BRIDGE = """На VIII Форуме-выставке «ТехноМост» подписали 48 соглашений

В Казани завершился восьмой международный форум-выставка «ТехноМост». Прошло 25 круглых столов и 12 семинаров."""
RIVER = """第五届临河科博会闭幕

2023年6月18日,第5届中国(临河)国际科技博览会在临河闭幕。本届科博会共有1200余家企业参展,举办论坛17场。同期举行的专利成果交易会吸引了近200家机构。"""
LAKE = """江海智博会落幕

10月21日,2024江海国际智能产业博览会(第7届)落幕。第七届智博会吸引2300多家企业参展。上届智博会签约项目228个。
前6届智博会累计签约超过1000亿元;本届智博会签约项目156个。"""
SINCE = """第五届临河科博会闭幕

第五届中国（临河）国际科技博览会于2017年9月7日至10日举行。自2013年以来，科博会已连续举办五届，共有来自56个国家的3700多家企业参展。
本届展会期间举办了七场论坛。"""
# text, ordinal of its edition, figures of the edition, figures that are not its own
NEWS = {
    "harbour": (HARBOUR, "5", {"1200", "34", "60000", "17"}, {"228"}),
    "silk": (SILK, "3", {"112000", "47"}, set[str]()),
    "city": (CITY, "9", {"500", "1500"}, {"90000"}),
    "heights": (HEIGHTS, "7", {"96000", "15", "22"}, {"290"}),
    "volga": (VOLGA, "6", {"900", "19"}, set[str]()),
    "bridge": (BRIDGE, "8", {"48", "25", "12"}, set[str]()),
    "river": (RIVER, "5", {"1200", "17"}, set[str]()),
    "since": (SINCE, "5", {"7"}, {"3700", "56"}),
    "lake": (LAKE, "7", {"2300", "156"}, {"228", "100000000000"}),
}
LANGS = {"heights": "ru", "volga": "ru", "bridge": "ru", "river": "zh", "lake": "zh", "since": "zh"}


@cache
def told(key: str) -> tuple[Draft, ...]:
    text = NEWS[key][0].replace("\n", " ").replace("  ", "\n\n")
    starts = [0, text.index("\n\n") + 2]
    blocks = (Block(0, starts[1] - 2, kind="title"), Block(starts[1], len(text)))
    document = Document("0" * 64, "news.txt", "text/plain", text, blocks, lang=LANGS.get(key, "en"))
    return tuple(RuleExtractor(models=False).drafts(document)[1])


def about(key: str, ordinal: str) -> set[Ref]:
    return {d.about for d in told(key) if d.about.schema == "Edition" and Claim("ordinal", ordinal) in d.claims}


def figures(key: str) -> dict[str, set[object]]:
    found: dict[str, set[object]] = {}
    for d in (d for d in told(key) if d.about.schema == "Figure"):
        number = next(c.value for c in d.claims if c.prop in ("value", "amount"))
        found.setdefault(str(number), set()).update(c.value for c in d.claims if c.prop == "subject")
    return found


@pytest.mark.parametrize("key", NEWS)
def test_one_edition_with_all_its_figures(key: str) -> None:
    _, ordinal, own, others = NEWS[key]
    editions = about(key, ordinal)
    assert len(editions) == 1
    found = figures(key)
    assert {n: found.get(n) for n in own} == dict.fromkeys(own, editions)
    assert all(not found.get(n, set()) & editions for n in others)


@pytest.mark.parametrize("key", NEWS)
def test_at_most_one_series_and_it_is_named(key: str) -> None:
    names = [c.value for d in told(key) if d.about.schema == "Expo" for c in d.claims if c.prop == "name"]
    series = {d.about for d in told(key) if d.about.schema == "Expo"}
    assert len(series) <= 1
    assert len(set(names)) <= 1


@pytest.mark.parametrize(("key", "name"), [("silk", "patent trade fair"), ("river", "专利成果交易会")])
def test_a_side_event_is_part_of_the_edition(key: str, name: str) -> None:
    (found,) = [d for d in told(key) if d.about.name == name and any(c.prop == "name" for c in d.claims)]
    assert found.about.schema == "Event"
    assert [c.value for c in found.claims if c.prop == "partOf"] == list(about(key, NEWS[key][1]))


def test_the_short_name_of_the_headline_is_an_alias() -> None:
    aliases = {c.value: d.about.name for d in told("harbour") for c in d.claims if c.prop == "alias"}
    assert aliases["Harbour Expo"] == "China (Qingwan) International Marine Technology Expo"


def test_what_is_told_of_all_sessions_is_not_the_last_ones() -> None:
    text = (
        "Profile of the Lakeside Innovation Expo\n\nThe Lakeside Innovation Expo is held every year. "
        "The 6th Lakeside Innovation Expo was held in May 2019.\n\n"
        "In the six sessions more than 2,100 enterprises took part in the expo. 730 projects were signed and 41 countries took "
        "part.\n\nThe 6th Lakeside Innovation Expo drew 380 exhibitors."
    )
    document = Document("0" * 64, "profile.txt", "text/plain", text, (Block(0, len(text)),), lang="en")
    drafts = RuleExtractor(models=False).drafts(document)[1]
    values = {d.about: c.value for d in drafts for c in d.claims if c.prop == "value"}
    subjects = {values[d.about]: c.value.schema for d in drafts for c in d.claims if c.prop == "subject" and d.about in values}
    assert subjects["2100"] == subjects["730"] == subjects["41"] == "Expo"
    assert subjects["380"] == "Edition"


def test_two_fairs_of_one_ordinal_stay_two() -> None:
    text = "The 5th Linhe Pump Fair and the 5th Linhe Laser Fair were held. The 5th Linhe Pump Fair drew 300 exhibitors."
    document = Document("0" * 64, "news.txt", "text/plain", text, (Block(0, len(text)),), lang="en")
    drafts = RuleExtractor(models=False).drafts(document)[1]
    assert {d.about.name for d in drafts if d.about.schema == "Edition"} == {"5th Linhe Pump Fair", "5th Linhe Laser Fair"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("седьмая выставка лазеров", "7-я Российская выставка лазеров", True),
        ("седьмая выставка лазеров", "7-я выставка насосов", False),
        ("第五届科博会", "第5届中国国际科技博览会", True),
        ("第五届科博会", "第五届农业博览会", False),
        ("5th CHTF", "Fifth China Hi-Tech Fair", True),
        ("5th Pump Fair", "5th Laser Fair", False),
    ],
)
def test_forms_of_one_name(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Twelfth Northern Expo", "Northern Expo"),
        ("XXXII Речная ярмарка", "Речная ярмарка"),
        ("2024江海博览会", "江海博览会"),
        ("首届江海博览会", "江海博览会"),
        ("Northern Expo 2024", "Northern Expo"),
    ],
)
def test_a_name_without_its_ordinal(name: str, bare: str) -> None:
    assert plain(name) == bare


def test_what_is_told_since_the_first_session_is_the_series_in_chinese() -> None:
    found = {n: {r.schema for r in refs if isinstance(r, Ref)} for n, refs in figures("since").items()}
    assert found["3700"] == found["56"] == found["5"] == {"Expo"}
    assert found["7"] == {"Edition"}


@pytest.mark.parametrize("key", ["harbour", "city", "heights", "lake"])
def test_a_figure_of_an_earlier_edition_has_an_owner_of_its_own(key: str) -> None:
    found = figures(key)
    assert all(found[n] for n in NEWS[key][3])


@pytest.mark.parametrize(("key", "number", "name"), [("silk", "150", "patent trade fair"), ("river", "200", "专利成果交易会")])
def test_what_a_side_event_drew_is_its_own(key: str, number: str, name: str) -> None:
    assert figures(key)[number] == {Ref("Event", name)}
