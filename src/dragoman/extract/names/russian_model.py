"""Russian names by model (slovnet), with the country or city they mean where the gazetteer knows it."""

from __future__ import annotations

from dragoman.extract.draft import Name
from dragoman.extract.names import models
from dragoman.extract.names.russian_organisations import head_kind
from dragoman.extract.names.spans import name, stretches
from dragoman.text import places

SURE = {"PER": 0.93, "LOC": 0.85, "ORG": 0.7}
SOURCE = "slovnet_ner_news_v1"


def find(text: str, sentences: list[tuple[int, int]]) -> list[Name]:
    """The model's names."""
    found = []
    parts = list(stretches(text, sentences))
    for markup, (start, _) in zip(models.russian().map(text[s:e] for s, e in parts), parts, strict=True):
        for span in markup.spans:
            found.append(_name(text, start + span.start, start + span.stop, span.type))
    return found


def _name(text: str, start: int, end: int, kind: str) -> Name:
    words, subkind, country = text[start:end], "", ""
    if kind == "LOC":
        listed = places.look_up(words, "ru")
        subkind, country = (listed[0].kind, listed[0].country) if listed else ("", "")
    elif kind == "ORG":
        subkind = next((k for w in words.split() if (k := head_kind(w))), "")
    return name(kind, text, start, end, "ru", subkind, country, SURE[kind], SOURCE)  # type: ignore[arg-type]
