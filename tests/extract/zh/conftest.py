"""Texts with their names marked by hand, so that these tests measure the grammar and not the finding of names."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dragoman.extract import zh
from dragoman.extract.draft import Draft, Name, Reading, Sentence
from dragoman.model.document import Block, Document

SCHEMA = {"ORG": "Organization", "PER": "Person", "LOC": "Place", "GROUP": "CountryGroup", "COM": "Company"}
MARK = re.compile(r"\{(\w+)\|([^}]*)\}")


def reading_of(marked: str, lang: str = "zh", released: str = "2018-06-30") -> Reading:
    """A reading of `marked`, in which `{ORG|Академия наук}` marks a name; each line is a sentence."""
    text, names, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        kind = "ORG" if match[1] == "COM" else match[1]
        names.append(Name(kind, len(text), len(text) + len(match[2]), match[2], lang, SCHEMA[match[1]]))
        text += match[2]
        at = match.end()
    text += marked[at:]
    sentences, blocks, start = [], [], 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = tuple(n for n in names if start <= n.start < end)
        blocks.append(Block(start, end))
        if line.strip():
            sentences.append(Sentence(start, end, line, lang, inside, len(blocks) - 1))
        start = end + 1
    document = Document("0" * 64, "text.txt", "text/plain", text, tuple(blocks), lang=lang, published=released)
    return Reading(document, sentences, names, lang, released)


@pytest.fixture
def drafts() -> Callable[..., list[tuple[str, str, Draft]]]:
    """Find the drafts of a marked text; each as (schema, quote, draft)."""

    def find(marked: str) -> list[tuple[str, str, Draft]]:
        reading = reading_of(marked)
        return [(d.about.schema, reading.text[d.start : d.end], d) for d in zh.find(reading)]

    return find
