"""English names of events, found only so that the places and bodies inside them are not taken for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Name
from dragoman.extract.names.spans import name

EVENT = re.compile(
    r"(?:(?:\d{4}|\d{1,3}(?:st|nd|rd|th)) )?(?:[A-Z][\w.’'-]* (?:and (?=[A-Z]))?){1,6}"
    r"(?:(?:general|presidential|parliamentary|legislative|federal|provincial|local|state|municipal|gubernatorial|regional|mayoral|by-|"
    r"leadership|Senate|House|leadership) ){0,2}"
    r"(?:elections?|by-election|referendum|Elections?|Summit|Olympics|Olympic Games|Games|World Cup|Cup|Championships?|"
    r"Grand Prix|Awards?|Prize|Medal|Treaty|Agreement|Convention|Constitution|Act|War|Revolution|"
    r"Expo|Fair|Exhibition|Biennale|Festival)\b"
)  # fmt: skip


NOUNS = (
    "lection referendum Summit Olympic Games Cup Championship Prix Award Prize Medal Treaty Agreement Convention Constitution "
    "Act War Revolution Expo Fair Exhibition Biennale Festival"
).split()  # a part of every noun that ends the expression


def event_words(text: str) -> list[str]:
    """Which nouns of events stand in the text: a plain search, which spares most sentences the expression."""
    return [noun for noun in NOUNS if noun in text]


def events(text: str, start: int, end: int, signs: list[str]) -> Iterator[Name]:
    """Elections, games, prizes, treaties, fairs: capitalised words up to such a noun; `signs`: the nouns of the text."""
    if all(text.find(noun, start, end) < 0 for noun in signs):
        return
    for match in EVENT.finditer(text, start, end):
        yield name("EVENT", text, match.start(), match.end(), "en")
