"""Chinese people: family and given names and their spellings."""

import pytest

from dragoman.compare.han_people import han_person, is_person


@pytest.mark.parametrize(
    ("text", "latins"),
    [
        ("王小明", ["wang", "xiaoming"]),
        ("單雄信", ["shan", "xiongxin"]),
        ("曾国藩", ["zeng", "guofan"]),
        ("欧阳修", ["ouyang", "xiu"]),
        ("司马相如", ["sima", "xiangru"]),
        ("李白", ["li", "bai"]),
    ],
)
def test_family_name_and_given_name(text, latins):
    assert [word.latin for word in han_person(text)] == latins


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("陳方", "chan", "fong"),  # Hong Kong
        ("張小明", "chang", "hsiao ming"),  # Taiwan
        ("陈小明", "tan", "xiao ming"),  # Singapore
        ("吕明", "lyu", "ming"),
    ],
)
def test_spellings_elsewhere(text, family, given):
    first, last = han_person(text)
    assert family in dict(first.options)
    assert given in dict(last.options)


def test_pinyin_is_likeliest():
    for word in han_person("黄大伟"):
        assert max(word.options, key=lambda o: o[1])[0] == word.latin


def test_long_foreign_name_is_one_word():
    assert len(han_person("阿诺德施瓦辛格")) == 1


@pytest.mark.parametrize("text", ["王小明", "陳水扁", "欧阳修", "刘洋", "司马相如"])
def test_people_are_told(text):
    assert is_person(text)


@pytest.mark.parametrize(
    "text", ["华为", "金山", "清华大学", "高通", "武汉", "马钢厂", "第一医院", "安徽", "中国", "江南", "石油部"]
)
def test_bodies_and_places_are_no_people(text):
    assert not is_person(text)
