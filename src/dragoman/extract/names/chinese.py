"""Chinese names by pattern: what ends the name of an organisation, surnames beside posts, the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    within = places.by_window(places.find(text, "zh", sentences[0][0], sentences[-1][1]) if sentences else [])
    for start, end in sentences:
        spots = within(start, end)
        found += _known(text, start, end)
        found += _organisations(text, start, end, spots)
        found += people(text, start, end)
        found += [name("LOC", text, s.start, s.end, "zh", s.place.kind, s.place.country, 0.93, "gazetteer") for s in spots]
        found += groups.find(text, start, end, "zh")
    return settle(found)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The expressions made of the vocabulary."""

    heads: re.Pattern[str]
    stops: re.Pattern[str]
    known: re.Pattern[str]
    pair: re.Pattern[str]  # "工业和信息化": a link between two fields, inside a name
    generic: re.Pattern[str]


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def patterns() -> Patterns:
    """Made once a process."""
    words = vocabulary("zh")
    topic = _longest_first(words.words("topic"))
    return Patterns(
        re.compile(_longest_first(words.words("heads") | words.words("zone"))),
        re.compile(_longest_first(words.words("stop"))),
        re.compile(_longest_first(words.known)),
        re.compile(rf"(?:{topic})[和与及](?=(?:{topic})(?:{topic})*)"),
        re.compile(rf"(?:{_longest_first(words.words('generic'))})*"),
    )


def _known(text: str, start: int, end: int) -> Iterator[Name]:
    for match in patterns().known.finditer(text, start, end):
        yield name("ORG", text, match.start(), match.end(), "zh", vocabulary("zh").known[match.group()], sure=0.93)


def _organisations(text: str, start: int, end: int, spots: list[places.Found]) -> Iterator[Name]:
    """From each head leftwards to a word that is no part of a name, or to the place the name begins with."""
    made = patterns()
    for clause in CLAUSE.finditer(text, start, end):
        for head in made.heads.finditer(text, clause.start(), clause.end()):
            left = _left(text, max(clause.start(), head.end() - LONGEST), head.start(), made, spots)
            if head.start() > left and _proper(text, left, head, made, spots):
                yield _organisation(text, left, head, spots)


def _proper(text: str, left: int, head: re.Match[str], made: Patterns, spots: list[places.Found]) -> bool:
    """Something of its own before the head: a place, or two characters that are no general words."""
    own = text[left : head.start()]
    if own.count("(") + own.count("（") != own.count(")") + own.count("）"):
        return False
    if any(s.start == left for s in spots):
        return True
    return len(own) > 1 and not made.generic.fullmatch(own) and text[left : head.end()] not in vocabulary("zh").words("notname")


def _organisation(text: str, left: int, head: re.Match[str], spots: list[places.Found]) -> Name:
    words, inside = vocabulary("zh"), [s.place.country for s in spots if left <= s.start < head.end()]
    country = next((c for c in inside if c), "")
    if head.group() in words.words("zone"):
        return name("LOC", text, left, head.end(), "zh", "zone", country, sure=0.85)
    return name("ORG", text, left, head.end(), "zh", words.heads[head.group()], country, sure=0.88)


def _left(text: str, left: int, right: int, made: Patterns, spots: list[places.Found]) -> int:
    """Where the name begins: after the last stop word, or at the first place behind it."""
    links = {m.end() - 1 for m in made.pair.finditer(text, left, right)}
    for stop in made.stops.finditer(text, left, right):
        inside_place = any(s.start < stop.end() and stop.start() < s.end for s in spots)
        if not inside_place and stop.start() not in links:
            left = stop.end()
    place = next((s.start for s in spots if left <= s.start < right), None)
    return left if place is None else place
