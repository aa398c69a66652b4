"""Names of nobody listed, by language and script: people made by chance of common names, organisations drawn from registers."""

from __future__ import annotations

import csv
import gzip
import random
import re
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from names_lists import SHARED

from dragoman.compare.name import Kind

WORDS = Path(__file__).with_name("names_people.tsv")
Draw = random.Random


@dataclass(frozen=True)
class Group:
    """Names of one language and script; `make` gives as many as asked for, or all there are."""

    label: str
    what: str
    kind: Kind
    make: Callable[[int], list[str]]
    also: Callable[[str], tuple[str, ...]] = lambda name: ()  # other names of the bearer of a name

    def names(self, size: int, trained: bool = False) -> list[str]:
        """The names, the same in each run: those measured on, or those the engine may be trained on."""
        return [name for name in dict.fromkeys(self.make(3 * size)) if for_training(name) == trained][:size]


def for_training(name: str) -> bool:
    """Whether a name is one of the third that training may see."""
    return zlib.crc32(name.encode()) % 3 == 0


@cache
def vocabulary() -> dict[tuple[str, str], list[str]]:
    """The words by language and part of a name."""
    lines = (line.split("\t") for line in WORDS.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return {(language, part): words.split("|") for language, part, words in lines}


class Maker:
    """Draws the parts of a name of a language."""

    def __init__(self, language: str, draw: Draw) -> None:
        self.language, self.draw, self.sex = language, draw, draw.choice("mf")

    def __call__(self, part: str) -> str:
        """A part by chance, in the form for a man or a woman where it has two."""
        found = vocabulary().get((self.language, f"{part} {self.sex}")) or vocabulary()[self.language, part]
        return self.draw.choice(found)


def _slavic(part: Maker) -> str:
    given, father, family = part("given"), part("father"), part("family")
    return part.draw.choice(
        (f"{given} {father} {family}", f"{family} {given} {father}", f"{given} {family}", f"{family} {given}")
    )


def _chinese(part: Maker) -> str:
    family, given = part("family"), part("given")
    return f"{given} {family}" if part.draw.random() < 0.3 else f"{family} {given}"


def _han(part: Maker) -> str:
    return part("family") + part("given")


def _arabic(part: Maker) -> str:
    chain = [part("given") for _ in range(part.draw.choice((1, 2, 2, 3)))]
    return " ".join([*chain, part("family")])


def _western(part: Maker) -> str:
    given = [part("given") for _ in range(part.draw.choice((1, 1, 2)))]
    return " ".join([*given, part("family")])


def _plain(part: Maker) -> str:
    return f"{part('given')} {part('family')}"


def _spanish(part: Maker) -> str:
    return f"{_western(part)} {part('family')}"


def _vietnamese(part: Maker) -> str:
    name = f"{part('family')} {part('middle')} {part('given')}"
    return part.draw.choice((name, _without_marks(name)))


def _without_marks(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def _made(language: str, form: Callable[[Maker], str]) -> Callable[[int], list[str]]:
    def make(size: int) -> list[str]:
        draw = random.Random(language)
        return [form(Maker(language, draw)) for _ in range(size)]

    return make


def _rows(path: str) -> list[dict[str, str]]:
    with gzip.open(SHARED / "data" / path, "rt", encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def _english(size: int) -> list[str]:
    return [row["full_name"] for row in _rows("screening/negatives_us.csv.gz")][:size]


@cache
def _registered() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in _rows("gleif/lei_sample.csv.gz"):
        if row["category"] != "FUND":
            found.setdefault(row["country"], []).append(row["legal_name"])
    return found


def _of(countries: str, fits: Callable[[str], object] = bool) -> Callable[[int], list[str]]:
    def make(size: int) -> list[str]:
        found = sorted({name for country in countries.split() for name in _registered().get(country, ()) if fits(name)})
        return random.Random(countries).sample(found, min(size, len(found)))

    return make


@cache
def _beside() -> dict[str, tuple[str, ...]]:
    rows = (row["names"].split(" | ") for row in _rows("academic-domains/institutions.csv.gz"))
    return {name: tuple(names) for names in rows for name in names}


def _names_of_academy(name: str) -> tuple[str, ...]:
    return _beside()[name]


def _academic(script: str) -> Callable[[int], list[str]]:
    def make(size: int) -> list[str]:
        names = (name for row in _rows("academic-domains/institutions.csv.gz") for name in row["names"].split(" | "))
        found = sorted({name for name in names if re.search(script, name)})
        return random.Random(script).sample(found, min(size, len(found)))

    return make


def _person(label: str, what: str, form: Callable[[Maker], str]) -> Group:
    return Group(label, what, Kind.PERSON, _made(label, form))


def _body(label: str, what: str, make: Callable[[int], list[str]]) -> Group:
    return Group(label, what, Kind.ORGANISATION, make)


def _academy(label: str, what: str, script: str) -> Group:
    return Group(label, what, Kind.ORGANISATION, _academic(script), _names_of_academy)


GROUPS = [
    Group("en-latn", "people, English", Kind.PERSON, _english),
    _person("de-latn", "people, German", _western),
    _person("fr-latn", "people, French", _western),
    _person("es-latn", "people, Spanish", _spanish),
    _person("tr-latn", "people, Turkish", _western),
    _person("ru-latn", "people, Russian in Latin", _slavic),
    _person("ru-cyrl", "people, Russian in Cyrillic", _slavic),
    _person("uk-latn", "people, Ukrainian in Latin", _slavic),
    _person("uk-cyrl", "people, Ukrainian in Cyrillic", _slavic),
    _person("ar-latn", "people, Arabic", _arabic),
    _person("fa-latn", "people, Persian", _plain),
    _person("in-latn", "people, Indian", _plain),
    _person("zh-latn", "people, Chinese in pinyin", _chinese),
    _person("zh-hans", "people, Chinese in Han", _han),
    _person("ko-latn", "people, Korean", _chinese),
    _person("vi-latn", "people, Vietnamese", _vietnamese),
    _body("b-en", "bodies, US GB CA AU IE NZ", _of("US GB CA AU IE NZ")),
    _body("b-de", "bodies, DE AT", _of("DE AT")),
    _body("b-fr", "bodies, FR", _of("FR")),
    _body("b-es", "bodies, ES PT and Latin America", _of("ES PT MX BR AR CL CO PE")),
    _body("b-it", "bodies, IT", _of("IT")),
    _body("b-nordic", "bodies, SE NO DK FI", _of("SE NO DK FI")),
    _body("b-slavic", "bodies, PL CZ SK SI HR", _of("PL CZ SK SI HR")),
    _body("b-tr", "bodies, TR", _of("TR")),
    _body("b-ar", "bodies, Arab countries", _of("AE SA EG JO LB KW QA BH OM MA TN DZ IQ YE SY LY")),
    _body("b-ir", "bodies, IR", _of("IR")),
    _body("b-in", "bodies, IN", _of("IN")),
    _body("b-cn", "bodies, CN", _of("CN", str.isascii)),
    _body("b-hk", "bodies, HK TW", _of("HK TW", str.isascii)),
    _body("b-kr", "bodies, KR JP", _of("KR JP")),
    _body("b-ru", "bodies, RU BY KZ in Latin", _of("RU BY KZ UZ KG AM", str.isascii)),
    _academy("b-cyrl", "academic bodies in Cyrillic", "[а-яё]{3}"),
    _academy("b-hans", "academic bodies in Han", "[\u4e00-\u9fff]{3}"),
    _academy("b-acad", "academic bodies in Latin", "^[A-Za-z ,.'-]+$"),
]
