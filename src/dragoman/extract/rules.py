"""The default extractor: sentences, names, then the grammar of each language; no network, no chance."""

from __future__ import annotations

from dragoman.base.version import VERSION
from dragoman.extract import en, ru, zh
from dragoman.extract.assemble import assemble
from dragoman.extract.draft import Draft, Reading, Sentence
from dragoman.extract.names import NameFinder, finder
from dragoman.model.document import Document
from dragoman.model.statement import Statement
from dragoman.text import sentences

GRAMMARS = {"en": en.find, "ru": ru.find, "zh": zh.find}


class RuleExtractor:
    """Patterns, gazetteers and grammar; small models for names where they are installed and wanted."""

    name = "rules"
    version = VERSION

    def __init__(self, models: bool | None = None, names: NameFinder | None = None) -> None:
        self.names = names or finder(models)

    def read(self, document: Document) -> Reading:
        """Split the body into sentences, each in its language, and find the names in them."""
        found: list[Sentence] = []
        everything = []
        for number, block in enumerate(document.blocks):
            if block.kind == "furniture":
                continue
            lang = block.lang or document.lang or "en"
            spans = sentences.split(document.text, lang, block.start, block.end)
            names = self.names.find(document.text, spans, lang)
            everything += names
            for start, end in spans:
                inside = tuple(n for n in names if start <= n.start < end)
                found.append(Sentence(start, end, document.text[start:end], lang, inside, number))
        return Reading(document, found, everything, document.lang or "en", document.published)

    def drafts(self, document: Document) -> tuple[Reading, list[Draft]]:
        """Every draft of every grammar that has a sentence in its language."""
        reading = self.read(document)
        for lang in dict.fromkeys(s.lang for s in reading.sentences):
            if lang in GRAMMARS:
                reading.drafts += GRAMMARS[lang](reading)
        return reading, reading.drafts

    def extract(self, document: Document) -> list[Statement]:
        """The statements of a text; those of tables come from `extract.sheets`."""
        reading, drafts = self.drafts(document)
        return assemble(reading, drafts, self.version)
