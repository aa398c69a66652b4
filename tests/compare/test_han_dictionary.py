"""CC-CEDICT as a second vocabulary: how glosses are cut, how the cache file is made and kept."""

import gzip

import pytest

from dragoman.compare import han_dictionary
from dragoman.compare.han_gloss import glosses

TEXT = """# comment
銀禧 银禧 [yin2 xi3] /silver jubilee/
船 船 [chuan2] /boat/vessel/ship/CL:條|条[tiao2],艘[sou1]/
船 船 [Chuan2] /surname Chuan/
西華 西华 [Xi1 hua2] /Xihua county in Zhoukou 周口[Zhou1 kou3], Henan/
跑 跑 [pao3] /to run (away)/old variant of 刨[pao2]/
"""


@pytest.fixture
def dictionary(tmp_path, monkeypatch):
    origin = tmp_path / "cedict.txt.gz"
    origin.write_bytes(gzip.compress(TEXT.encode()))
    monkeypatch.setattr(han_dictionary, "source", lambda: origin)
    monkeypatch.setattr(han_dictionary, "cache_folder", lambda: tmp_path / "cache")
    for cached in (han_dictionary.lines, han_dictionary.entries, han_dictionary.find):
        cached.cache_clear()
    yield tmp_path
    for cached in (han_dictionary.lines, han_dictionary.entries, han_dictionary.find):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("tail", "words"),
    [
        ("boat/vessel/CL:條[tiao2]/", ["boat", "vessel"]),
        ("to run (away)/", ["run"]),
        ("surname Wu/", []),
        ("variant of 刨[pao2]/", []),
        ("Wuhan University/", ["wuhan university"]),  # the "an " within is no article
        ("Xihua county in Zhoukou 周口[Zhou1 kou3], Henan/", ["xihua"]),
        ("Peking University (abbr. for 北京大學)/", ["peking university"]),
        ("sound, voice/", ["sound", "voice"]),
        ("one thing that takes very many words to say/", []),
    ],
)
def test_glosses_are_words_of_names(tail, words):
    assert list(dict.fromkeys(glosses(tail))) == words


def test_words_are_found_with_probabilities(dictionary):
    assert [name for name, _ in han_dictionary.find("船")] == ["boat", "vessel", "ship"]
    assert han_dictionary.find("船")[0][1] > han_dictionary.find("船")[2][1] > 0
    assert han_dictionary.has("银禧") and not han_dictionary.has("银")
    assert han_dictionary.find("无") == ()


def test_the_cache_file_is_made_once(dictionary):
    han_dictionary.lines()
    (kept,) = (dictionary / "cache").iterdir()
    kept.write_text("银\t银禧\tjubilee", encoding="utf-8")
    han_dictionary.lines.cache_clear()
    assert han_dictionary.lines() == {"银": "银\t银禧\tjubilee"}


def test_without_the_extra_nothing_is_known(monkeypatch):
    monkeypatch.setenv("DRAGOMAN_DICTIONARY", "off")
    for cached in (han_dictionary.source, han_dictionary.lines, han_dictionary.entries, han_dictionary.find):
        cached.cache_clear()
    assert not han_dictionary.installed() and not han_dictionary.has("银禧")
    monkeypatch.undo()
    for cached in (han_dictionary.source, han_dictionary.lines, han_dictionary.entries, han_dictionary.find):
        cached.cache_clear()
