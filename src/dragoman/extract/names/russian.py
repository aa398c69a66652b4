"""Russian names by pattern: nouns that head organisations with their genitives, legal forms with quoted names, people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Name
from dragoman.extract.names import groups
from dragoman.extract.names.russian_organisations import organisations
from dragoman.extract.names.russian_people import people
from dragoman.extract.names.spans import name, settle
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.text import places
from dragoman.text.declension import nominatives

WORD = re.compile(r"(?:[А-ЯЁA-Z]\.\s?){1,2}(?=[А-ЯЁ])|[А-ЯЁа-яёA-Za-z]\w*(?:-\w+)*|\d+|[^\w\s]")


def find(text: str, sentences: list[tuple[int, int]]) -> list[Name]:
    """Names of the sentences: organisations, people, places, groups of countries."""
    found: list[Name] = []
    within = places.by_window(places.find(text, "ru", sentences[0][0], sentences[-1][1]) if sentences else [])
    for start, end in sentences:
        spots = within(start, end)
        line = list(WORD.finditer(text, start, end))
        found += _known(text, line)
        found += organisations(text, line, spots)
        found += _forms(text, start, end)
        found += people(text, line)
        found += _places(text, start, spots)
        found += groups.find(text, start, end, "ru")
    return settle(found)


def _known(text: str, line: list[re.Match[str]]) -> Iterator[Name]:
    known, listed = _known_by_first(), vocabulary("ru").known
    for i, word in enumerate(line):
        first = word[0]
        if not first[0].isupper():
            continue
        for parts, kind in known.get(first, ()):
            if [w.group() for w in line[i : i + len(parts)]] == parts:
                yield name("ORG", text, word.start(), line[i + len(parts) - 1].end(), "ru", kind, sure=0.95)
                break
        else:
            kind = next((listed[n] for n in nominatives(first) if n in listed), "")
            if kind:
                yield name("ORG", text, word.start(), word.end(), "ru", kind, sure=0.9)


@cache
def _known_by_first() -> dict[str, list[tuple[list[str], str]]]:
    table: dict[str, list[tuple[list[str], str]]] = {}
    for known, kind in vocabulary("ru").known.items():
        parts = WORD.findall(known)
        table.setdefault(parts[0], []).append((parts, kind))
    for listed in table.values():
        listed.sort(key=lambda item: -len(item[0]))
    return table


@cache
def _form() -> re.Pattern[str]:
    forms = "|".join(sorted(vocabulary("ru").words("form"), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{forms})\s*[«\"“„][^«»\"”“\n]{{2,80}}[»\"”“]+")


def _forms(text: str, start: int, end: int) -> Iterator[Name]:
    """A legal form with a name in quotation marks."""
    for match in _form().finditer(text, start, end):
        yield name("ORG", text, match.start(), match.end(), "ru", "company", sure=0.97)


def _places(text: str, start: int, spots: list[places.Found]) -> Iterator[Name]:
    for spot in spots:
        before = text[max(start, spot.start - 12) : spot.start].rstrip().rpartition(" ")[2].lower()
        signed = before in {"в", "из", "во", "город", "города", "городе", "г.", "под", "близ", "около"}
        if spot.known or signed:
            yield name("LOC", text, spot.start, spot.end, "ru", spot.place.kind, spot.place.country,
                       0.96 if signed and spot.known else 0.95 if spot.known else 0.8, "gazetteer")  # fmt: skip
