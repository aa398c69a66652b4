"""Places in a text, from a gazetteer of countries, regions and cities in English, Chinese and Russian.

A name shared by several places goes to the most likely: countries named near it first, then population. Nationality
words ("Chinese", "российский") are no places here. Sources: data/places/ATTRIBUTION.txt.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from dragoman import data
from dragoman.text.declension import are_forms, nominatives

PlaceKind = Literal["country", "region", "city"]
COLUMN = {"en": 0, "zh": 1, "ru": 2}
KNOWN_CITY = 100_000  # inhabitants: from here on the bare name is taken for the city (English, Russian)
KNOWN_TOWN_ZH = 300_000  # a bare two-character Chinese name of a smaller town is mostly an ordinary word


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. `country` is ISO 3166-1 alpha-2 in lower case, empty for what lies in many."""

    name: str
    kind: PlaceKind
    country: str
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None


@dataclass(slots=True, unsafe_hash=True)
class Found:
    """A place as it stands in a text; `known` is false for small towns, which need a sign beside them to be believed."""

    start: int
    end: int
    place: Place
    known: bool = True


@dataclass(slots=True)
class Gazetteer:
    """Names of one language. A name leads to rows, the bigger first; a row becomes a Place when asked for."""

    rows: list[str] = field(default_factory=list)
    names: dict[str, tuple[int, ...]] = field(default_factory=dict)
    longer: dict[str, list[str]] = field(default_factory=dict)  # first word -> names of several words
    second: dict[str, str] = field(default_factory=dict)  # first word -> the letters that begin the second
    towns: frozenset[str] = frozenset()  # names of small places only

    def add(self, row: str, names: Iterable[str]) -> None:
        """Enter a row under its names."""
        self.rows.append(row)
        number = len(self.rows) - 1
        for name in names:
            known = self.names.get(name, ())
            self.names[name] = (*known, number)
            if not known and " " in name:
                first, rest = name.split(" ", 1)
                self.longer.setdefault(first, []).append(name)
                self.second[first] = self.second.get(first, "") + rest[:1]

    def places(self, name: str) -> list[Place]:
        """The places of exactly that name."""
        return [_place(self.rows[number]) for number in self.names.get(name, ())]


@lru_cache(maxsize=20_000)
def _place(row: str) -> Place:
    name, kind, country, population, latitude, longitude = row.split("\t")
    where = (float(latitude), float(longitude)) if latitude else (None, None)
    return Place(name, kind, country, int(population or 0), *where)  # type: ignore[arg-type]


@cache
def gazetteer(lang: str) -> Gazetteer:
    """The gazetteer of a language, read once a process."""
    column, made = COLUMN.get(lang, 0), Gazetteer()
    stop = words("stop", lang)
    for name, kind, code, names in _own(column):
        made.add(f"{name}\t{kind}\t{code}\t0\t\t", (n for n in names if n))
    for line in data.text("places/countries.tsv").splitlines():
        code, *names = line.split("\t")
        if names[column] not in made.names:
            made.add(f"{names[0]}\tcountry\t{code}\t0\t\t", [names[column]])
    if column == 0:
        for code, name in (line.split("\t") for line in _lines("places/regions.tsv.gz")):
            if name not in made.names and name not in stop:
                made.add(f"{name}\tregion\t{code}\t0\t\t", [name])
    sure = set(made.names)
    for line in _lines("places/cities.tsv.gz"):
        name, country, lat, lon, population, *names = line.split("\t")
        kept = [n for n in names[column].split("|") if n and n not in stop]
        if kept:
            made.add(f"{name}\tcity\t{country}\t{population}\t{lat}\t{lon}", kept)
            if int(population) >= (KNOWN_TOWN_ZH if column == 1 else KNOWN_CITY):
                sure.update(kept)
    made.towns = frozenset(n for n in made.names if n not in sure)
    return made


def _lines(name: str) -> list[str]:
    return gzip.decompress(data.path(name).read_bytes()).decode().splitlines()


def _own(column: int) -> Iterator[tuple[str, str, str, list[str]]]:
    for line in data.text("places/own.tsv").splitlines():
        if line and not line.startswith("#"):
            kind, code, *names = line.split("\t")
            yield names[0].split("|")[0], kind, code, names[column].split("|") if len(names) > column else []


@cache
def words(kind: str, lang: str) -> frozenset[str]:
    """A word list of data/places/words.tsv: "stop" (names that are mostly ordinary words), "before" (signs of a place)."""
    found: set[str] = set()
    for line in data.text("places/words.tsv").splitlines():
        if line.startswith(f"{kind}\t{lang}\t"):
            found.update(line.split("\t")[2].split("|"))
    return frozenset(found)


def look_up(name: str, lang: str = "en", near: Iterable[str] = ()) -> list[Place]:
    """The places a name may mean, most likely first: a country, then places in the countries `near`, then the bigger."""
    return list(_ranked(name, lang, frozenset(near)))


@lru_cache(maxsize=20_000)
def _ranked(name: str, lang: str, close: frozenset[str]) -> tuple[Place, ...]:
    book = gazetteer(lang)
    places = book.places(name)
    if lang == "ru" and not places:
        known = _russian(book, name.split(" "))
        places = book.places(known) if known else []
    ranked = {"country": 0, "region": 1, "city": 1}
    return tuple(sorted(places, key=lambda p: (ranked[p.kind], p.country not in close, -_weight(p))))


def _weight(place: Place) -> int:
    """Population; a region of the own list counts as a big city, so that Sichuan is not a village of that name."""
    return place.population or (300_000 if place.kind == "region" else 0)


def find(text: str, lang: str, start: int = 0, end: int | None = None) -> list[Found]:
    """The places named in `text[start:end]`, in order, the longest name at each point, without overlaps."""
    end = len(text) if end is None else end
    spans = _find_chinese(text, start, end) if lang == "zh" else _find_words(text, start, end, lang)
    return _settle(list(spans), lang)


def by_window(found: list[Found]) -> Callable[[int, int], list[Found]]:
    """A function that gives the places of `found`, which stand in order, within a window of the text."""
    starts, ends = [f.start for f in found], [f.end for f in found]
    return lambda start, end: found[bisect_left(starts, start) : bisect_right(ends, end)]


def _settle(spans: list[tuple[int, int, str]], lang: str) -> list[Found]:
    """Choose among places of one name by the countries the text names."""
    book = gazetteer(lang)
    sure = [found[0] for _, _, name in spans if (found := book.places(name))[0].kind == "country" or len(found) == 1]
    near = {p.country for p in sure if p.kind != "city" and p.country}
    return [Found(s, e, look_up(name, lang, near)[0], name not in book.towns) for s, e, name in spans]


# Scripts written with capitals and spaces
WORD = {
    "en": re.compile(
        r"(?:[A-Z]\.){2,}|St\.|[A-ZÀ-ÞŁŚŠŽİ]\w*(?:['’](?!s\b)\w+)*(?:-(?:on-|upon-|de-|la-|le-|sur-|en-|na-|au-)*[A-ZÀ-Þ]\w*)*"
        r"|[a-z]+|[^\w\s]"
    ),
    "ru": re.compile(r"[А-ЯЁ]\.-[А-ЯЁ]\w*|[А-ЯЁ]\w*(?:-(?:на-|над-|де-|ла-|ле-|сюр-)*[А-ЯЁ]\w*)*|[а-яёa-zA-Z]+|[^\w\s]"),
}  # fmt: skip
# The next English word with a capital: the first alternatives of WORD, put so that the search leaps to a capital
CAPITAL = re.compile(
    r"[A-ZÀ-ÞŁŚŠŽİ](?:(?<=[A-Z])\.(?:[A-Z]\.)+|(?<=S)t\."
    r"|\w*(?:['’](?!s\b)\w+)*(?:-(?:on-|upon-|de-|la-|le-|sur-|en-|na-|au-)*[A-ZÀ-Þ]\w*)*)"
)
MOST_WORDS = 6
Spot = tuple[int, str]  # the end of a name in the text and the gazetteer's form of it


def _find_words(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int, str]]:
    book, at = gazetteer(lang), start
    pattern, longest = (WORD["ru"], _longest_russian) if lang == "ru" else (CAPITAL, _longest_english)
    while match := pattern.search(text, at, end):
        at = match.end()
        word = match[0]
        if word[0].isupper() and (found := longest(text, word, at, end, book)):
            yield match.start(), *found
            at = found[0]


def _longest_english(text: str, word: str, at: int, end: int, book: Gazetteer) -> Spot | None:
    """The longest place that begins with this word, which ends at `at`."""
    if (letters := book.second.get(word)) and _may_go_on(text, at, letters):
        parts, ends = _ahead(WORD["en"], text, word, at, end)
        for size in range(len(parts), 1, -1):
            if name := _english(book, " ".join(parts[:size])):
                return ends[size - 1], name
    name = _english(book, word)
    return (at, name) if name else None


def _may_go_on(text: str, at: int, letters: str) -> bool:
    """Whether the next word begins as one of the gazetteer's does; marks are left to the closer look."""
    after = text[at + 1 : at + 2] if text[at : at + 1] == " " else ""
    return not after.isalpha() or after in letters


def _longest_russian(text: str, word: str, at: int, end: int, book: Gazetteer) -> Spot | None:
    forms = nominatives(word)
    if any(n in book.longer for n in forms):
        parts, ends = _ahead(WORD["ru"], text, word, at, end)
        for size in range(len(parts), 1, -1):
            if name := _russian(book, parts[:size]):
                return ends[size - 1], name
    name = next((n for n in forms if n in book.names), "")
    return (at, name) if name else None


def _ahead(pattern: re.Pattern[str], text: str, word: str, at: int, end: int) -> tuple[list[str], list[int]]:
    """The word and those that follow it closely, with their ends."""
    parts, ends = [word], [at]
    while len(parts) < MOST_WORDS and (more := pattern.match(text, _after_space(text, ends[-1], end), end)):
        ends.append(more.end())
        parts.append(more[0])
    return parts, ends


def _after_space(text: str, at: int, end: int) -> int:
    return at + 1 if at < end and text[at] == " " else at


def _english(book: Gazetteer, words: str) -> str:
    name = words.replace(" ,", ",").replace(" ' ", "'") if " " in words else words
    if name in book.names:
        return name
    odd = not name[1:].islower() and name[1:] != name[1:].lower() and name.isalpha() and not name.isupper()  # "XinXiang"
    return name.capitalize() if odd and name.capitalize() in book.names else ""


def _russian(book: Gazetteer, parts: list[str]) -> str:
    """The gazetteer name these words are a case form of."""
    if len(parts) == 1:
        return next((n for n in nominatives(parts[0]) if n in book.names), "")
    for first in nominatives(parts[0]):
        for name in book.longer.get(first, ()):
            if are_forms(parts, name.split(" ")):
                return name
    return ""


# Chinese
HAN_RUN = re.compile(r"[㐀-鿿]{2,}")


@cache
def _chinese_by_start() -> dict[str, tuple[int, ...]]:
    """First two characters -> lengths of the names that begin so, the longest first."""
    sizes: dict[str, set[int]] = {}
    for name in gazetteer("zh").names:
        sizes.setdefault(name[:2], set()).add(len(name))
    return {key: tuple(sorted(found, reverse=True)) for key, found in sizes.items()}


def _find_chinese(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    book, by_start = gazetteer("zh"), _chinese_by_start()
    for run in HAN_RUN.finditer(text, start, end):
        at = run.start()
        while at < run.end() - 1:
            sizes = by_start.get(text[at : at + 2])
            if sizes is None:
                at += 1
                continue
            size = next((n for n in sizes if _fits(text, at, n, run.end(), book)), 0)
            if size:
                yield at, at + size, text[at : at + size]
            at += size or 1


def _fits(text: str, at: int, size: int, end: int, book: Gazetteer) -> bool:
    name = text[at : at + size]
    return at + size <= end and name in book.names and (size > 2 or name not in book.towns)
