"""Names by pattern and gazetteer, without models: bodies, people, places, groups; and what is no name."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.extract.draft import Name
from dragoman.extract.names import finder


def read(text: str, lang: str) -> list[Name]:
    return finder(models=False).find(text, [(0, len(text))], lang)


def of(text: str, lang: str, kind: str) -> list[str]:
    return [n.text for n in read(text, lang) if n.kind == kind]


@pytest.mark.parametrize(
    ("text", "lang", "bodies"),
    [
        (
            "It was organised by the Ministry of Science and Technology, Chinese Academy of Sciences, the Union of Young "
            "Inventors and Luzhou municipal government.",
            "en",
            [
                "Ministry of Science and Technology",
                "Chinese Academy of Sciences",
                "Union of Young Inventors",
                "Luzhou municipal government",
            ],
        ),
        (
            "The Planning Department of the State Commission, the Science and Technology Committee of the Space Council",
            "en",
            ["Planning Department of the State Commission", "Science and Technology Committee of the Space Council"],
        ),
        ("An engineer of Zhuhai Dongyue Machinery Co., Ltd. spoke.", "en", ["Zhuhai Dongyue Machinery Co., Ltd."]),
        ("He praised Beijing-based Tianmu Vision and the start-up Roboterra.", "en", ["Tianmu Vision", "Roboterra"]),
        (
            "Министерство промышленности и торговли Российской Федерации и ООО «Ромашка» подписали меморандум.",
            "ru",
            ["Министерство промышленности и торговли Российской Федерации", "ООО «Ромашка»"],
        ),
        (
            "Учёные Томского политехнического университета посетили завод «Прибор».",
            "ru",
            ["Томского политехнического университета", "завод «Прибор»"],
        ),
        ("Работы ведёт МГТУ имени Баумана.", "ru", ["МГТУ имени Баумана"]),
        ("展会由科技部、中国科学院和绵阳市人民政府主办。", "zh", ["科技部", "中国科学院", "绵阳市人民政府"]),
        (
            "深圳市远望机器人有限公司与哈萨克斯坦教育和科学部签署协议。",
            "zh",
            ["深圳市远望机器人有限公司", "哈萨克斯坦教育和科学部"],
        ),
    ],
)  # fmt: skip
def test_bodies(text: str, lang: str, bodies: list[str]) -> None:
    assert of(text, lang, "ORG") == bodies


@pytest.mark.parametrize(
    ("text", "lang", "people"),
    [
        ("Premier Zhu Wenbo met Daniil Orekhov, lead programmer of the firm.", "en", ["Zhu Wenbo", "Daniil Orekhov"]),
        ("Director: Siarhei Huk", "en", ["Siarhei Huk"]),
        ("Директор центра Глеб Старостин и академик И.И. Воронцов приехали.", "ru", ["Глеб Старостин", "И.И. Воронцов"]),
        ("校长韩立新表示，副市长孟凡林与谢尔盖·彼得罗夫会谈。", "zh", ["韩立新", "孟凡林", "谢尔盖·彼得罗夫"]),
    ],
)
def test_people(text: str, lang: str, people: list[str]) -> None:
    assert of(text, lang, "PER") == people


@pytest.mark.parametrize(
    ("text", "lang", "group"),
    [
        ("a hall for countries along the Belt and Road", "en", "countries along the Belt and Road"),
        ("зал для стран БРИКС", "ru", "стран БРИКС"),
        ("一带一路沿线国家的企业", "zh", "一带一路沿线国家"),
    ],
)
def test_groups_of_countries(text: str, lang: str, group: str) -> None:
    assert of(text, lang, "GROUP") == [group]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Overseas enterprises and Fortune 500 Companies", "en"),
        ("Pilot Zones, High-Tech Zones and other parks", "en"),
        ("Home > About > Overview", "en"),
        ("Civil Technologies for All", "en"),
        ("Предприятия и институты области", "ru"),
        ("一批科技企业和科研机构", "zh"),
    ],
)
def test_classes_of_things_and_menus_are_no_names(text: str, lang: str) -> None:
    assert read(text, lang) == []


def test_kind_schema_and_country_are_told() -> None:
    bank, ministry = read("The Bank of Belarus and the Ministry of Defence of Serbia agreed.", "en")
    assert (bank.schema, bank.subkind, bank.country) == ("Company", "bank", "by")
    assert (ministry.schema, ministry.subkind, ministry.country) == ("PublicBody", "ministry", "rs")


def test_a_short_form_in_brackets_is_known_afterwards() -> None:
    text = "The League of River Cities (LRC) met. The LRC has nine members."
    names = finder(False).find(text, [(0, 37), (38, len(text))], "en")
    assert [n.text for n in names if n.kind == "ORG"] == ["League of River Cities", "LRC", "LRC"]


def test_a_surname_alone_is_the_person_named_before() -> None:
    text = "Gennady Orlov, head of the centre, spoke. Orlov hopes for more."
    names = finder(False).find(text, [(0, 41), (42, len(text))], "en")
    assert [n.text for n in names if n.kind == "PER"] == ["Gennady Orlov", "Orlov"]


def test_an_election_is_no_place_and_a_person_no_city() -> None:
    assert of("She lost the 2001 Maryland gubernatorial election to Paris Hilton.", "en", "LOC") == []


def test_names_do_not_overlap_and_stand_in_order() -> None:
    text = "The Embassy of Hungary in Beijing and Li Wenhai of Harbin University of Technology met in Harbin."
    names = read(text, "en")
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert all(text[n.start : n.end] == n.text for n in names)
    assert len(names) >= 4
