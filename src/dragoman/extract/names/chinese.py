"""Chinese names by pattern: what ends the name of an organisation, surnames beside posts, the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Name
from dragoman.extract.names import groups
from dragoman.extract.names.chinese_people import people
from dragoman.extract.names.spans import name, settle
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.text import places

LONGEST = 24  # characters of an organisation's name
CLAUSE = re.compile(r"[㐀-鿿A-Za-z0-9·（）()\-&]+")


def find(text: str, sentences: list[tuple[int, int]]) -> list[Name]:
    """Names of the sentences: organisations, people, places, groups of countries."""
    found: list[Name] = []
    for start, end in sentences:
        spots = places.find(text, "zh", start, end)
        found += _known(text, start, end)
        found += _organisations(text, start, end, spots)
        found += people(text, start, end)
        found += [name("LOC", text, s.start, s.end, "zh", s.place.kind, s.place.country, 0.93, "gazetteer") for s in spots]
        found += groups.find(text, start, end, "zh")
    return settle(found)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = vocabulary("zh")
    heads = sorted({*words.heads, *words.words("zone")}, key=len, reverse=True)
    stops = sorted(words.words("stop"), key=len, reverse=True)
    known = sorted(words.known, key=len, reverse=True)
    return re.compile("|".join(heads)), re.compile("|".join(stops)), re.compile("|".join(known))


def _known(text: str, start: int, end: int) -> Iterator[Name]:
    for match in _patterns()[2].finditer(text, start, end):
        yield name("ORG", text, match.start(), match.end(), "zh", vocabulary("zh").known[match.group()], sure=0.93)


def _organisations(text: str, start: int, end: int, spots: list[places.Found]) -> Iterator[Name]:
    """From each head leftwards to a word that is no part of a name, or to the place the name begins with."""
    words, (heads, stops, _) = vocabulary("zh"), _patterns()
    for clause in CLAUSE.finditer(text, start, end):
        at = clause.start()
        for head in heads.finditer(text, clause.start(), clause.end()):
            left = _left(text, max(at, head.end() - LONGEST), head.start(), stops, spots)
            whole = text[left : head.end()]
            if head.start() - left >= 2 and whole not in words.words("notname"):
                inside = [s.place.country for s in spots if left <= s.start < head.end()]
                country = next((c for c in inside if c), "")
                if head.group() in words.words("zone"):
                    yield name("LOC", text, left, head.end(), "zh", "zone", country, sure=0.85)
                else:
                    yield name("ORG", text, left, head.end(), "zh", words.heads[head.group()], country, sure=0.85)


def _left(text: str, left: int, right: int, stops: re.Pattern[str], spots: list[places.Found]) -> int:
    """Where the name begins: after the last stop word, or at the first place behind it."""
    for stop in stops.finditer(text, left, right):
        if not any(s.start < stop.end() and stop.start() < s.end for s in spots):
            left = stop.end()
    place = next((s.start for s in spots if left <= s.start < right), None)
    return left if place is None else place
