"""Names in a text (organisations, people, places, groups of countries): patterns, gazetteers and small models.

`finder(models)` gives the finder the extractor uses, `mentions(document)` all names of a document for `dragoman mentions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from dragoman.extract.draft import Name
from dragoman.extract.names import chinese, chinese_model, english, english_model, models, russian, russian_model
from dragoman.extract.names.combine import combine
from dragoman.extract.names.discourse import spread
from dragoman.extract.names.door import for_scoring
from dragoman.extract.names.plausible import plausible
from dragoman.model.document import Document
from dragoman.text import sentences as sentence

PATTERNS = {"en": english.find, "ru": russian.find, "zh": chinese.find}
MODELS = {"en": english_model.find, "ru": russian_model.find, "zh": chinese_model.find}


class NameFinder(Protocol):
    """Finds names in the sentences of one language."""

    def find(self, text: str, sentences: list[tuple[int, int]], lang: str) -> list[Name]:
        """Names with offsets into `text`, in order and not overlapping."""
        ...


class PatternFinder:
    """Patterns and gazetteers only: light and fast, no model."""

    def find(self, text: str, sentences: list[tuple[int, int]], lang: str) -> list[Name]:
        """Names with offsets into `text`, in order and not overlapping; a language without patterns is read as English."""
        return spread(text, PATTERNS.get(lang, english.find)(text, sentences), sentences, lang)


class ModelFinder:
    """Patterns joined with the model of the language, which is loaded when the first text in it comes."""

    def __init__(self, always: bool = False) -> None:
        if always:
            for lang in MODELS:
                models.require(lang)

    def find(self, text: str, sentences: list[tuple[int, int]], lang: str) -> list[Name]:
        """Names with offsets into `text`, in order and not overlapping. Many sentences in one call are faster."""
        found = PATTERNS.get(lang, english.find)(text, sentences)
        if lang in MODELS and models.installed(lang):
            found = combine(found, plausible(text, MODELS[lang](text, sentences), sentences), lang)
            return spread(text, found, sentences, lang, people=False)
        return spread(text, found, sentences, lang)


def finder(models: bool | None = None) -> NameFinder:
    """The finder to use: with models where they are installed (None), always (True: raises `Missing`), or never."""
    return PatternFinder() if models is False else ModelFinder(always=models is True)


def mentions(document: Document, models: bool | None = None) -> list[Name]:
    """All names of a document in order, as `dragoman mentions` prints them: every block is read, and lines in no block.

    Unions of states are organisations here (see `door`).
    """
    found, by_lang = finder(models), dict[str, list[tuple[int, int]]]()
    for start, end, lang in _stretches(document):
        by_lang.setdefault(lang or document.lang or "en", []).extend(sentence.split(document.text, lang, start, end))
    names: list[Name] = []
    for lang, spans in by_lang.items():
        names += for_scoring(found.find(document.text, spans, lang), document.text, lang)
    return sorted(names, key=lambda n: n.start)


def _stretches(document: Document) -> Iterator[tuple[int, int, str]]:
    """Blocks and the text between them, with their languages."""
    at = 0
    for block in sorted(document.blocks, key=lambda b: b.start):
        if document.text[at : block.start].strip():
            yield at, block.start, document.lang
        yield max(at, block.start), block.end, block.lang or document.lang
        at = max(at, block.end)
    if document.text[at:].strip():
        yield at, len(document.text), document.lang
