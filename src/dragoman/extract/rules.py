"""The default extractor: sentences, names, then the grammar of each language; no network, no chance."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.base.version import VERSION
from dragoman.extract import editions, en, ends, ru, zh
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
        """Split the body into sentences, each in its language, and find the names in them.

        Names are sought once a language: short forms and surnames are learned over the whole text, and models batch.
        """
        spans: dict[str, list[tuple[int, int]]] = {}
        placed: list[tuple[int, int, str, int]] = []
        for number, block in enumerate(document.blocks):
            if block.kind != "furniture":
                lang = block.lang or document.lang or "en"
                found = sentences.split(document.text, lang, block.start, block.end)
                spans.setdefault(lang, []).extend(found)
                placed += [(start, end, lang, number) for start, end in found]
        names = [n for lang, found in spans.items() for n in self.names.find(document.text, found, lang)]
        names.sort(key=lambda n: (n.start, n.end))
        starts = [n.start for n in names]
        made = [
            Sentence(
                start, end, document.text[start:end], lang,
                tuple(names[bisect_left(starts, start) : bisect_left(starts, end)]), number,
            )
            for start, end, lang, number in placed
        ]  # fmt: skip
        return Reading(document, made, names, document.lang or "en", document.published)

    def drafts(self, document: Document) -> tuple[Reading, list[Draft]]:
        """Every draft of every grammar that has a sentence in its language."""
        reading = self.read(document)
        for lang in dict.fromkeys(s.lang for s in reading.sentences):
            if lang in GRAMMARS:
                reading.drafts += GRAMMARS[lang](reading)
        reading.drafts = ends.tied(reading.text, editions.joined(reading.text, reading.drafts))
        return reading, reading.drafts

    def extract(self, document: Document) -> list[Statement]:
        """The statements of a text; those of tables come from `extract.sheets`."""
        reading, drafts = self.drafts(document)
        return assemble(reading, drafts, self.version)
