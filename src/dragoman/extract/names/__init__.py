"""Names in a text (organisations, people, places, groups of countries): patterns, gazetteers and small models.

`finder(models)` gives the finder the extractor uses, `mentions(document)` all names of a document for `dragoman mentions`.
"""

from __future__ import annotations

from typing import Protocol

from dragoman.extract.draft import Name
from dragoman.extract.names import chinese, english, russian
from dragoman.model.document import Document
from dragoman.text import sentences as sentence

PATTERNS = {"en": english.find, "ru": russian.find, "zh": chinese.find}


class NameFinder(Protocol):
    """Finds names in the sentences of one language."""

    def find(self, text: str, sentences: list[tuple[int, int]], lang: str) -> list[Name]:
        """Names with offsets into `text`, in order and not overlapping."""
        ...


class PatternFinder:
    """Patterns and gazetteers only: light and fast, no model."""

    def find(self, text: str, sentences: list[tuple[int, int]], lang: str) -> list[Name]:
        """Names with offsets into `text`, in order and not overlapping; a language without patterns is read as English."""
        return PATTERNS.get(lang, english.find)(text, sentences)


def finder(models: bool | None = None) -> NameFinder:
    """The finder to use: with models where they are installed (None), always (True: raises `Missing`), or never."""
    return PatternFinder()


def mentions(document: Document, models: bool | None = None) -> list[Name]:
    """All names of the body of a document, titles and bylines included, in order."""
    names: list[Name] = []
    found = finder(models)
    for block in document.body():
        lang = block.lang or document.lang or "en"
        names += found.find(document.text, sentence.split(document.text, lang, block.start, block.end), lang)
    return names
