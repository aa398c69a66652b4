"""Russian names by model (slovnet), with the country or city they mean where the gazetteer knows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Name
from dragoman.extract.names import models
from dragoman.extract.names.russian_organisations import head_kind
from dragoman.extract.names.spans import name, stretches
from dragoman.text import places

SURE = {"PER": 0.95, "LOC": 0.83, "ORG": 0.62}  # right alone: FactRuEval and own gold
ONE_WORD = 0.85  # a person of one word
PIECE = re.compile(r"[^\s()•][^()•]*[^\s()•]")
SOURCE = "slovnet_ner_news_v1"


def find(text: str, sentences: list[tuple[int, int]]) -> list[Name]:
    """The model's names."""
    found = []
    parts = list(stretches(text, sentences))
    for markup, (start, _) in zip(models.russian().map(text[s:e] for s, e in parts), parts, strict=True):
        for span in markup.spans:
            for first, last in pieces(text, start + span.start, start + span.stop, span.type):
                found.append(_name(text, first, last, span.type))
    return found


def pieces(text: str, start: int, end: int, kind: str) -> Iterator[tuple[int, int]]:
    """One span as the names it holds: "Джоэл Саймон (Joel Simon)" is two, the dots of a list part names.

    A country before a person ("президент Украины Виктор ...") is left out.
    """
    for piece in PIECE.finditer(text, start, end):
        first, words = piece.start(), piece.group().split()
        if kind == "PER" and len(words) > 2 and any(p.kind == "country" for p in places.look_up(words[0], "ru")):
            first += len(words[0]) + 1
        if piece.end() - first > 1:
            yield first, piece.end()


def _name(text: str, start: int, end: int, kind: str) -> Name:
    words, subkind, country = text[start:end], "", ""
    if kind == "LOC":
        listed = places.look_up(words, "ru")
        subkind, country = (listed[0].kind, listed[0].country) if listed else ("", "")
    elif kind == "ORG":
        subkind = next((k for w in words.split() if (k := head_kind(w))), "")
    sure = ONE_WORD if kind == "PER" and " " not in words else SURE[kind]
    return name(kind, text, start, end, "ru", subkind, country, sure, SOURCE)  # type: ignore[arg-type]
