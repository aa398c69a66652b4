"""Chinese names of organisations: words, readings, renderings."""

import pytest

from dragoman.compare import han_dictionary
from dragoman.compare.han import han_words
from dragoman.compare.name import Role


@pytest.fixture(autouse=True)
def without_dictionary(monkeypatch):
    """The same result whether or not the extra is installed."""
    monkeypatch.setenv("DRAGOMAN_DICTIONARY", "off")
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget():
    from dragoman.compare import han

    for cached in (han_dictionary.source, han_dictionary.lines, han_dictionary.entries, han_dictionary.find, han._words):
        cached.cache_clear()


def cut(text: str) -> list[str]:
    return [word.text for word in han_words(text)]


def english(text: str) -> list[set[str]]:
    return [{name for name, _ in word.options} for word in han_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("西北工业大学", ["西北", "工业大学"]),
        ("第二炮兵工程大学", ["第二炮兵", "工程大学"]),
        ("武昌首义学院", ["武昌", "首义", "学院"]),
        ("正德国中", ["正德", "国中"]),  # not "German" within
        ("重庆市第三人民医院", ["重庆", "市", "第三", "人民医院"]),
        ("第48研究所 A座", ["第48", "研究所", "a", "座"]),
    ],
)
def test_cut_into_words(text, words):
    assert cut(text) == words


def test_every_character_is_in_one_word():
    text = "水声工程与未知奇字技术国防科技重点实验室"
    assert "".join(cut(text)) == text


def test_renderings_and_pinyin_are_options():
    place, kind = han_words("哈尔滨工程大学")
    assert dict(place.options)["harbin"] > dict(place.options)["haerbin"] > 0
    assert place.role is Role.PLACE and kind.role is Role.ACTIVITY
    assert {"engineering university", "university of engineering"} <= {name for name, _ in kind.options}


def test_probabilities_are_probabilities():
    for word in han_words("國立臺灣科技大學與致理職業技術學院第十二分校"):
        assert all(0 < p <= 1 for _, p in word.options)
        assert sum(p for _, p in word.options) <= 1.6  # spellings overlap, they do not exclude each other


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第四十八研究所", "48th"),
        ("第二医院", "second"),
        ("一〇一工厂", "101"),
        ("第一百一十二厂", "112th"),
        ("中国电科54所", "54"),
    ],
)
def test_numbers(text, expected):
    numbers = [word for word in han_words(text) if word.role is Role.NUMBER]
    assert [expected in dict(word.options) for word in numbers] == [True]


def test_short_forms_are_read_by_letter():
    assert english("哈工大")[0] >= {"harbin"}
    assert "university" in " ".join(english("哈工大")[-1])
    assert english("南师大")[0] >= {"nanjing"} and "normal university" in english("南师大")[1]
    assert cut("哈药集团")[0] == "哈药", "a company's name is none"


def test_names_of_taiwan_have_wade_giles():
    assert "chihli" in english("致理科技大學")[0]
    assert "chihli" in {o for w in han_words("致理科技大学", traditional=True) for o, _ in w.options}
    assert "chihli" not in english("致理科技大学")[0]


def test_legal_form_has_its_role():
    assert han_words("大疆创新科技有限公司")[-1].role is Role.FORM or "co ltd" in " ".join(english("大疆创新科技有限公司")[-1])


def test_empty_and_foreign_text():
    assert han_words("") == ()
    assert [w.latin for w in han_words("ABC 12")] == ["abc", "12"]
