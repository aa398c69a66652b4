"""Other scripts in Latin letters; sounds of romanised names."""

from __future__ import annotations

import csv
import gzip
import random
import zlib
from itertools import combinations
from pathlib import Path

import pytest

from dragoman import data
from dragoman.text.folding import fold
from dragoman.text.sound import sound
from dragoman.text.transliteration import MOST_READINGS, in_latin, latinise, readings


@pytest.mark.parametrize(
    ("word", "spellings"),
    [
        ("дмитрий", {"dmitry", "dmitriy", "dmitrii", "dmitri"}),
        ("евгений", {"evgeny", "yevgeniy", "evgenii"}),
        ("алексей", {"aleksey", "aleksei", "alexey"}),
        ("сергій", {"serhiy", "serhii"}),
        ("київ", {"kyiv"}),
        ("лукашэнкаў", {"lukashenkau"}),
        ("щукин", {"shchukin"}),
        ("юлия", {"yuliya", "iuliia", "yulia"}),
        ("щъркел", {"shtarkel"}),
        ("љубљана", {"ljubljana"}),
        ("қазақстан", {"kazakstan", "qazaqstan"}),
    ],
)
def test_readings(word: str, spellings: set[str]) -> None:
    found = readings(word)
    assert spellings <= set(found)
    assert len(found) <= MOST_READINGS


@pytest.mark.parametrize(
    ("text", "latin"),
    [("завод", "zavod"), ("ооо завод 5", "ooo zavod 5"), ("νικος", "nikos"), ("plain", "plain"), ("საქართველო", "sakartvelo")],
)
def test_latinise(text: str, latin: str) -> None:
    assert latinise(text) == latin


@pytest.mark.parametrize(
    "spellings",
    [
        "mohammed muhamad mohamad muhammad mohamed",
        "yusuf youssef yousef",
        "sergei sergey serhii siarhei",
        "aleksandr alexander aliaksandr oleksandr",
        "gaddafi qadhafi kadafi",
        "osama usama oussama",
        "evgeny yevgeniy yauhen",
        "abdullah abdallah abdulla",
        "hussein husayn husain",
        "zhang chang jang",
        "bak pak",
        "oleg aleh oleh",
        "petrov piatrou",
        "vladimir uladzimir volodymyr",
        "vladimirovich uladzimiravich volodymyrovych",
        "nikolaevich mikalaevich mykolayovych nikolayevich",
        "maxamed mohammed",
        "qian chien",
        "jeong jung chung",
    ],
)
def test_spellings_of_one_name_sound_alike(spellings: str) -> None:
    assert len({sound(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    "words", ["vladimirovich vladimirovna", "ivan ivanov", "khalid walid", "li lu", "anna nina", "petr pavel"]
)
def test_other_names_sound_otherwise(words: str) -> None:
    left, right = words.split()
    assert sound(left) != sound(right)


def test_a_sound_needs_letters() -> None:
    assert sound("") == sound("48-") == ""
    assert sound("o'brien") == sound("obrien")


def test_sounds_of_people_in_eu_acts(shared: Path) -> None:
    """Of words that stand for each other over 0.97 sound alike, of words drawn at random under 0.001."""
    with gzip.open(shared / "data/name-pairs/cross_script_pairs.csv.gz", "rt", encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["script"] == "cyrl" and r["kind"] == "person"]
    held = [r for r in rows if zlib.crc32(r["source_key"].encode()) % 3 == 0]
    pairs = [(latinise(fold(r["name_other"])).split(), fold(r["name_latin"]).split()) for r in held]
    true = [both for left, right in pairs if len(left) == len(right) for both in zip(left, right, strict=True)]
    assert sum(sound(a) == sound(b) for a, b in true) / len(true) > 0.97
    words = sorted({right for _, right in true})
    drawn = random.Random(1).sample(list(combinations(words, 2)), 50_000)
    assert sum(sound(a) == sound(b) for a, b in drawn) / len(drawn) < 0.001


def test_a_form_of_a_given_name_stands_in_one_line() -> None:
    forms = [form for line in data.text("names/spoken.tsv").splitlines()[1:] for form in line.split()]
    assert len(forms) == len(set(forms)) > 200


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Российская академия наук", "Rossiyskaya akademiya nauk"), ("四川大学", "Sichuandaxue"),
        ("ОАО «Ростех»", "OAO «Rostekh»"),
        ("TechnoSpark纳米技术中心", "TechnoSpark Namijishuzhongxin"), ("TechnoSpark", ""), ("Björk 4", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_name_is_shown_in_latin_letters_with_its_capitals(name: str, shown: str) -> None:
    assert in_latin(name) == shown
