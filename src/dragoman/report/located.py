"""Places with their positions: as stated, as the middle of a country, or as the gazetteer knows a place of that name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.schema import LANGUAGES
from dragoman.report.book import Book
from dragoman.report.rows import Rows
from dragoman.report.values import Value, Writer, number
from dragoman.report.words import script_language
from dragoman.report.worldmap import Point, country_name, country_point

if TYPE_CHECKING:
    from dragoman.text.places import Place


@dataclass(frozen=True, slots=True)
class Mapped:
    """A row of the map's table, with the point that is drawn, None where its position is not known."""

    place: Value
    country: str
    records: int
    position: str
    point: Point | None


def located(book: Book, writer: Writer, rows: Rows, keys: list[str]) -> list[Mapped]:
    """Every place of `keys` that is no group of countries, the most spoken of first."""
    found = [_mapped(book, writer, rows, k) for k in keys if book.anchor(k) and not book.is_a(k, "CountryGroup")]
    return sorted(found, key=lambda m: (-m.records, m.place.text))


def _mapped(book: Book, writer: Writer, rows: Rows, key: str) -> Mapped:
    code = book.first(key, "country")
    spot = position(book, key)
    records = len(book.facts.get(key, ())) + len(rows.tied.get(key, ()))
    link = writer.link(key)
    told = f"{spot[1]:.1f}, {spot[0]:.1f}" if spot else writer.words("map.unplaced")
    country = country_name(code, writer.words.lang) if code else ""
    whole = book.first(key, "placeKind") == "country"
    label, lang = _label(book, key, writer.words.lang, link)
    return Mapped(link, country, records, told, Point(label, lang, link.href, *spot, records, whole) if spot else None)


def _label(book: Book, key: str, lang: str, link: Value) -> tuple[str, str]:
    """What the map calls a place, and its language if that is not the report's, whose name for it is taken where one is."""
    own = [name for name in book.entities[key].names if script_language(name) == lang]
    if not own and lang == "en" and (place := _place(book, key)):
        own = [place.name]
    return (own[0], "") if own else (link.text, link.lang)


def position(book: Book, key: str) -> tuple[float, float] | None:
    """Longitude and latitude of a place, None where nothing tells."""
    if book.first(key, "placeKind") == "country" and (middle := country_point(book.first(key, "country"))):
        return middle
    latitude, longitude = number(book.first(key, "latitude")), number(book.first(key, "longitude"))
    if latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180:
        return longitude, latitude
    return _from_gazetteer(book, key)


def _from_gazetteer(book: Book, key: str) -> tuple[float, float] | None:
    place = _place(book, key)
    return (place.longitude, place.latitude) if place and place.longitude is not None and place.latitude is not None else None


def _place(book: Book, key: str) -> Place | None:
    """The first place of one of its names in its country; without a country told a name alone is no position."""
    from dragoman.text.places import look_up

    country = book.first(key, "country")
    for name in book.entities[key].names:
        lang = script_language(name)
        for place in look_up(name, lang, [country]) if country and lang in LANGUAGES else ():
            if place.country == country and place.kind != "country" and place.longitude is not None:
                return place
    return None
