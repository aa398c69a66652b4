"""Cells to values: dates, numbers with their bounds, money with its currency, countries, choices, several in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from dragoman.extract.sheets.bodies import language_of
from dragoman.extract.sheets.vocabulary import choices, normal
from dragoman.model.schema import Property
from dragoman.model.statement import Bound
from dragoman.text import dates, numbers, places

NOTHING = frozenset(("", "-", "--", "—", "–", "n/a", "na", "none", "无", "暂无", "нет данных", "н/д", "нет", "?", "..."))
SEVERAL = frozenset("name use pastUse harnesses field email phone website keywords".split())  # properties with lists in a cell
GROUPED = frozenset("status agreementKind bodyKind originSector role presenceKind stopKind partnershipKind".split())
_LIST = re.compile(r"\s*[;；\n]\s*")
_ISO = re.compile(r"((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?(?:[ T]\d\d:\d\d.*)?")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_DECIMAL = re.compile(r"(-?\d+),(\d{1,2})")  # a comma with three digits after it parts thousands
_CODE = re.compile(r"[A-Za-z]{2}")
_NOT = re.compile(r"\b(?:not|no|не|нет)\b|未|没有|尚无")
CACHED = 5_000


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says for one property. `problem`: why it could not be read; then there is no value."""

    value: str = ""
    original: str = ""
    lang: str = ""
    bound: Bound = Bound.EXACT
    unit: str = ""
    until: str = ""  # the last day, where the cell holds a range of dates
    problem: str = field(default="", compare=False)


def pieces(text: str, prop: str) -> list[str]:
    """The cell, or the several things it lists with semicolons between."""
    found = [p for p in _LIST.split(text) if p] if prop in SEVERAL else [text]
    return [p for p in found if p.casefold() not in NOTHING]


def values(prop: Property, text: str, unit: str = "", *, closed: bool = True) -> list[Value]:
    """The values of a cell for a property; `unit`: what the column's heading or its neighbour says of currency and scale.

    `closed`: a property of that name has a closed vocabulary here; a post is a role too and has none.
    """
    return [
        choice(prop.name, piece) if closed and prop.name in GROUPED else _value(prop, piece, unit)
        for piece in pieces(text, prop.name)
    ]


def _value(prop: Property, text: str, unit: str) -> Value:
    if prop.type == "date":
        return _date(text)
    if prop.type == "number":
        return _number(text)
    if prop.type == "money":
        return _money(text, unit)
    if prop.type == "country":
        code = country(text)
        return Value(code, text) if code else Value(problem=f"no country is called {text!r}")
    if prop.type in ("identifier", "url"):
        return Value(text, text)
    return Value(text, text, language_of(text))


def choice(group: str, text: str) -> Value:
    """A value of a closed vocabulary; words that are not in it are kept as they stand, with a problem for the record."""
    known = choices(group)
    words = normal(text)
    if words in known:
        return Value(known[words], text)
    inside = [w for w in known if len(w) > 1 and _within(w, words)]
    if inside and not _NOT.search(text.casefold()):
        return Value(known[max(inside, key=len)], text)
    return Value(text, text, language_of(text), problem=f"{text!r} is no known {group}")


def _within(word: str, words: str) -> bool:
    return word in words if not word.isascii() and "\u4e00" <= word[0] <= "\u9fff" else f" {word} " in f" {words} "


@lru_cache(CACHED)
def country(text: str) -> str:
    """The lower-case two-letter code of a country named in any of the three languages; empty for none."""
    if _CODE.fullmatch(text):
        return text.lower() if text.lower() in _codes() else ""
    for lang in dict.fromkeys((language_of(text) or "en", "en")):
        found = places.look_up(text, lang)
        if found and found[0].kind == "country":
            return found[0].country
    return ""


@lru_cache(1)
def _codes() -> frozenset[str]:
    from dragoman import data

    return frozenset(line.partition("\t")[0] for line in data.text("places/countries.tsv").splitlines())


def _date(text: str) -> Value:
    if match := _ISO.fullmatch(text):
        return Value("-".join(g for g in match.groups() if g), text)
    found = dates.find(text, language_of(text) or _dotted(text))
    if not found or found[0].kind not in ("date", "range") or found[0].first.startswith("--") or not found[0].first:
        return Value(problem=f"{text!r} is no date with a year")
    until = found[0].last if found[0].last != found[0].first else ""
    return Value(found[0].first, text, until=until)


def _dotted(text: str) -> str:
    """Dates of figures alone: 14.06.2018 is written the Russian way."""
    return "ru" if "." in text else "zh" if "年" in text else "en"


def _number(text: str) -> Value:
    if _PLAIN.fullmatch(text):
        return Value(text, text)
    if match := _DECIMAL.fullmatch(text):
        return Value(f"{match[1]}.{match[2]}", text)
    found = numbers.find(text, language_of(text) or "en")
    if not found:
        return Value(problem=f"{text!r} is no number")
    return Value(found[0].plain, text, bound=_bound(found[0].bound) or bound(text[: found[0].start]))


def bound(text: str) -> Bound:
    """The bound that words before a number or in a column of their own set."""
    return Bound(choices("bound").get(normal(text), ""))


def _bound(word: str) -> Bound:
    return Bound(word) if word in {b.value for b in Bound} else Bound.EXACT


def _money(text: str, unit: str) -> Value:
    """The number of the cell times the scale of the heading; the currency of the cell before that of the heading."""
    read = _number(text)
    if read.problem:
        return Value(problem=f"{text!r} is no amount")
    factor = scale(unit)
    amount = read.value if factor == 1 else f"{(Decimal(read.value) * factor).normalize():f}"
    return replace(read, value=amount, unit=currency(text) or currency(unit))


@lru_cache(CACHED)
def scale(words: str) -> Decimal:
    """The factor a heading such as `USD, million` or `万元` sets; 1 where it sets none."""
    if not words:
        return Decimal(1)
    lang = language_of(words) or "en"
    for written in (f"1 {words}", f"1{words}", *(f"1 {w}" for w in words.split())):
        found = numbers.find(written, lang)
        if found and found[0].start == 0 and found[0].scaled:
            return found[0].value
    return Decimal(1)


@lru_cache(CACHED)
def currency(words: str) -> str:
    """The ISO 4217 code of the currency named in the words; empty for none."""
    known, folded = choices("currency"), normal(words)
    if folded in known:
        return known[folded]
    bare = re.sub(r"[\d.,]+", " ", folded)
    inside = [w for w in known if (_within(w, " ".join(bare.split())) if w.isalnum() and w.isascii() else w in bare)]
    return known[max(inside, key=len)] if inside else ""
