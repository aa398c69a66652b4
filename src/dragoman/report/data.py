"""What the workspace hands over to be shown: plain objects, no store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.decision import Decision
from dragoman.model.document import Document
from dragoman.model.entity import Entity
from dragoman.model.fact import Fact

Localised = str | Mapping[str, str]  # one text, or one for each interface language


@dataclass(frozen=True, slots=True)
class Case:
    """A worked case for the first page. `documents` are ids or file names; `questions` are what it answers."""

    letter: str
    title: Localised
    summary: Localised
    documents: Sequence[str] = ()
    questions: Sequence[Localised] = ()

    def title_in(self, lang: str = "en") -> str:
        """Its title in that language."""
        return localised(self.title, lang)


def localised(text: Localised, lang: str) -> str:
    """A text in that language, in English, or in whatever language there is."""
    if isinstance(text, str):
        return text
    return text.get(lang) or text.get("en") or next(iter(text.values()), "")


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything a report shows. Ids in facts and values may be canonical or those of the statements.

    `counts` are totals the caller wants on the first page besides those the report counts itself, such as
    `statements`; a key without a message is shown as it is.
    """

    title: str
    made_at: str
    version: str
    documents: Sequence[Document] = ()
    entities: Sequence[Entity] = ()
    facts: Sequence[Fact] = ()
    captions: Mapping[str, str] = field(default_factory=dict)
    decisions: Sequence[Decision] = ()
    cases: Sequence[Case] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    outlines: str = ""  # a map file to draw in place of the bundled one, of the form `scripts/make_map.py` writes
