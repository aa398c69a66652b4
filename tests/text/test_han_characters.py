"""Chinese characters: simplified, read in pinyin, spelled as in Taiwan and Hong Kong."""

import pytest

from dragoman import data
from dragoman.text.cantonese import cantonese
from dragoman.text.pinyin import pinyin, syllables
from dragoman.text.simplified import is_traditional, simplify
from dragoman.text.tongyong import tongyong
from dragoman.text.wade_giles import wade_giles


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("哈爾濱工業大學", "哈尔滨工业大学"),
        ("國立臺灣大學", "国立台湾大学"),
        ("広島大学", "广岛大学"),  # Japanese forms
        ("乾隆乾淨", "乾隆干净"),  # an exception beside the rule
        ("Tsinghua 清華 №1", "Tsinghua 清华 №1"),
    ],
)
def test_simplify(text, simple):
    assert simplify(text) == simple
    assert simplify(simple) == simple
    assert len(simplify(text)) == len(text)


def test_traditional_is_told():
    assert is_traditional("國立") and not is_traditional("国立") and not is_traditional("National")


@pytest.mark.parametrize(
    ("han", "latin"),
    [
        ("重庆大学", "chong qing da xue"),
        ("重工", "zhong gong"),
        ("长春", "chang chun"),
        ("校长", "xiao zhang"),
        ("厦门", "xia men"),
        ("银行", "yin hang"),
        ("六安", "lu an"),
        ("吕梁", "lu liang"),
        ("朝阳区", "chao yang qu"),
        ("解放軍", "jie fang jun"),
        ("A东B方", "dong fang"),
    ],
)
def test_pinyin(han, latin):
    assert pinyin(han) == latin.split()


def test_syllables_keep_the_umlaut():
    assert syllables("吕女") == ("lv", "nv")


def test_common_characters_all_have_a_reading():
    common = "".join(
        bytes([a, b]).decode("gb2312") for a in range(0xB0, 0xD8) for b in range(0xA1, 0xFF) if (a, b) < (0xD7, 0xFA)
    )
    assert len(common) == 3755
    assert len(pinyin(common)) == len(common)


@pytest.mark.parametrize(
    ("syllable", "spelled"),
    [
        ("xing", "hsing"), ("zhong", "chung"), ("zi", "tzu"), ("guo", "kuo"), ("duo", "to"), ("shi", "shih"), ("qian", "chien"),
        ("xue", "hsueh"), ("ri", "jih"), ("wang", "wang"), ("gui", "kuei"), ("lv", "lu"), ("yan", "yen"), ("bei", "pei"),
        ("an", "an"),
    ],
)  # fmt: skip
def test_wade_giles(syllable, spelled):
    assert wade_giles(syllable) == spelled


@pytest.mark.parametrize(
    ("syllable", "spelled"),
    [("zhong", "jhong"), ("feng", "fong"), ("qing", "cing"), ("shui", "shuei"), ("xue", "syue"), ("xi", "si"), ("ju", "jyu"),
     ("liu", "liou"), ("lv", "lyu"), ("zhi", "jhih"), ("da", "da")],
)  # fmt: skip
def test_tongyong(syllable, spelled):
    assert tongyong(syllable) == spelled


def test_cantonese_needs_every_character():
    assert cantonese("陈方") == ["chan", "fong"]
    assert cantonese("陈㐀") == []


@pytest.mark.parametrize("name", ["pinyin.txt", "phrases.txt", "simplified.txt", "places.tsv", "cantonese.txt"])
def test_tables_are_small(name):
    assert data.path(f"han/{name}").stat().st_size < 200_000
