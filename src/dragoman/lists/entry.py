"""An entry of a list in the making: names and properties as FollowTheMoney calls them, and where it stood in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dragoman.compare.record import IDENTIFIERS, Record, from_ftm
from dragoman.lists.countries import countries
from dragoman.lists.dates import dates
from dragoman.lists.spellings import Spellings, take_apart, turned

COUNTRY_PROPS = frozenset(("country", "nationality", "citizenship", "jurisdiction", "flag", "birthCountry", "mainCountry"))
DATE_PROPS = frozenset(
    ("birthDate", "deathDate", "incorporationDate", "dissolutionDate", "buildDate", "listingDate", "startDate", "endDate")
)
NAME_PROPS = ("name", "alias", "weakAlias", "previousName", "abbreviation")
SPACE = str.maketrans({"\u200b": None, "\u200e": None, "\u200f": None, "\ufeff": None, "\xad": None})


CONTACTS = frozenset(("email", "website", "phone"))
_PARTED = re.compile(r"\s*[;,]\s+|\s*;\s*")
_ISSUED = re.compile(r"\s*[([].*$|,?\s+(?:issued|expire[sd]?|valid|as of|by)\b.*$", re.I)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row or element that could not be read and was left out."""

    where: str  # "sdn.csv line 12"
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def clean(text: str) -> str:
    """A value without invisible characters and doubled spaces."""
    return " ".join(text.translate(SPACE).split())


def number(text: str) -> list[str]:
    """The number itself, without who issued it and when ("427320 (Iran)", "A0002987, issued in Iran"); all, if none is left."""
    bare = _ISSUED.sub("", text).strip(" ,;:")
    return [bare if any(c.isdigit() for c in bare) else text]


@dataclass(slots=True)
class Entry:
    """One bearer. `at` is where it stood: part and line, or element."""

    id: str
    schema: str
    at: str = ""
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, prop: str, *values: str) -> None:
        """Values as they are, cleaned, each once."""
        for value in values:
            value = clean(value)
            if value:
                known = self.properties.setdefault(prop, [])
                if value not in known:
                    known.append(value)

    def country(self, prop: str, *values: str) -> None:
        """Countries as written; what is no country that is known is kept in the notes."""
        for value in values:
            codes = countries(clean(value))
            self.add(prop, *codes)
            if not codes and len(clean(value)) > 1:
                self.add("notes", f"{prop}: {clean(value)}")

    def date(self, prop: str, *values: str, month_first: bool = False) -> None:
        """Dates as printed; a birth date that is less than a day is kept as printed too (circa, between)."""
        for value in values:
            found = dates(value, month_first)
            self.add(prop, *found)
            if prop == "birthDate" and value.strip() and (not found or any(len(d) < 10 for d in found) or len(found) > 1):
                self.add("birthDatePrinted", *([value] if value.strip() not in found else []))

    def fill(self, prop: str, values: Iterable[str], *, month_first: bool = False) -> None:
        """Values of a property in the way of its type: country, date, name or text."""
        for value in values:
            if prop in COUNTRY_PROPS:
                self.country(prop, value)
            elif prop in DATE_PROPS:
                self.date(prop, value, month_first=month_first)
            elif prop in NAME_PROPS:
                self.name(value, prop)
            elif prop in CONTACTS:
                self.add(prop, *_PARTED.split(value))
            elif prop in IDENTIFIERS:
                self.add(prop, *number(value))
            elif prop == "gender":
                self.add(prop, value.lower())
            else:
                self.add(prop, value)

    def name(self, text: str, prop: str = "name", *, inverted: bool = False) -> None:
        """A name as printed: bracketed short forms and "a.k.a." taken apart; `inverted` turns "SURNAME, Given" round."""
        text = clean(text).strip(" ;")
        if not text:
            return
        if inverted and "," in text:
            self.add("printed", text)
            self.add(prop, turned(text))
            return
        found = take_apart(text, self.schema) if self.schema not in ("Vessel", "Airplane") else Spellings(text)
        if found.main != text:
            self.add("printed", text)
        self.add(prop, found.main)
        self.add("alias" if prop == "name" else prop, *found.aliases)
        self.add("previousName", *found.previous)
        self.add("weakAlias", *found.weak)
        self.add("abbreviation", *found.short)

    @property
    def named(self) -> bool:
        """Whether it has a name by which it can be found."""
        return any(self.properties.get(prop) for prop in NAME_PROPS)

    def settle(self) -> None:
        """A first name where only aliases were given, and no alias that repeats a better name."""
        seen: set[str] = set()
        for prop in NAME_PROPS:
            values = [v for v in self.properties.pop(prop, ()) if v not in seen]
            seen.update(values)
            if values:
                self.properties[prop] = values
        if "name" not in self.properties:
            for prop in NAME_PROPS[1:]:
                if others := self.properties.get(prop):
                    self.properties["name"] = [others.pop(0)]
                    if not others:
                        del self.properties[prop]
                    return

    def entity(self) -> dict[str, Any]:
        """As a FollowTheMoney object, with `at` beside."""
        return {"id": self.id, "schema": self.schema, "properties": self.properties, "at": self.at}

    def record(self) -> Record:
        """As the names engine takes it."""
        return from_ftm(self.entity())
