"""Read a few sentences through the whole rule extractor, without models, and give the drafts in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.extract.draft import Claim, Draft, Reading
from dragoman.extract.rules import RuleExtractor
from dragoman.model.document import Block, Document
from dragoman.model.schema import schema


@dataclass(frozen=True)
class Told:
    """One draft: its kind of fact, its words, and what it claims."""

    kind: str
    quote: str
    draft: Draft

    def claim(self, prop: str) -> Claim:
        """The first claim of a property."""
        return next(c for c in self.draft.claims if c.prop == prop)

    def value(self, prop: str) -> str:
        """The value of a property in words, empty where it is not claimed."""
        found = next((c.value for c in self.draft.claims if c.prop == prop), "")
        return found if isinstance(found, str) else found.name


@cache
def extractor() -> RuleExtractor:
    """One extractor for all tests: patterns and gazetteers only."""
    return RuleExtractor(models=False)


def read(text: str, published: str = "2019-03-01") -> tuple[Reading, list[Draft]]:
    """The reading and its drafts; blank lines part paragraphs."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        start = text.index(part, at)
        at = start + len(part)
        blocks.append(Block(start, at, lang="en"))
    document = Document("d1", "a.txt", "text/plain", text, tuple(blocks), lang="en", published=published)
    return extractor().drafts(document)


def told(text: str, kind: str = "", published: str = "2019-03-01") -> list[Told]:
    """What a text tells of one kind, or of all."""
    _, drafts = read(text, published)
    found = [Told(schema(d.about.schema).kind or "", text[d.start : d.end], d) for d in drafts]
    return [t for t in found if not kind or t.kind == kind]


def quotes(text: str, kind: str) -> list[str]:
    """The words that prove facts of one kind."""
    return [t.quote for t in told(text, kind)]
