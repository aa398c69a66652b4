"""A paper as neutral blocks: written once for each kind of paper, set by `pdf` and by `word`.

`Writing` turns content into blocks in one language: it picks the text of that language, marks text of another one, and
numbers sources in the order they are first cited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dragoman.report.papers.content import Person, Said, Source, Text
from dragoman.report.papers.days import Days
from dragoman.report.words import Words, script_language, shown

QUOTES = {"en": ("“", "”"), "zh": ("“", "”"), "ja": ("「", "」"), "ru": ("«", "»")}
TEXT_CHARS = 4_000  # longest single statement set; a paragraph of a report is under 1,500


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one language and look; `notes` are numbers of sources set after them."""

    text: str
    lang: str = ""
    look: str = ""  # "", "bold", "soft" (smaller, grey), "tag"
    notes: tuple[int, ...] = ()


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3 below the title."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `look` is "", "lead", "small" or "callout"."""

    line: Line
    look: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, as a table without heads."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: heads repeat on every page, each cell holds lines below each other, `widths` are shares of the width.

    With the look "agenda" a PDF sets its two columns as hours in the margin and text beside them, without heads.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    widths: tuple[float, ...]
    look: str = ""


Block = Heading | Para | Bullets | Facts | Grid


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper in one language: title block, blocks, sources."""

    lang: str
    kicker: str
    title: Line
    subtitle: Line
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    sources_head: str
    made: date | None
    made_line: str
    page_line: str  # with {page} and {pages}


@dataclass(slots=True)
class Writing:
    """The pen of one paper: language, messages and the sources cited so far."""

    lang: str
    words: Words = field(init=False)
    days: Days = field(init=False)
    cited: dict[Source, int] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = Words(self.lang)
        self.days = Days(self.words)

    def pick(self, text: Text) -> tuple[str, str]:
        """The words of this language, else English, else the first there are; and their language."""
        if isinstance(text, str):
            clean = " ".join(shown(text, TEXT_CHARS).split())
            return clean, script_language(clean) or self.lang
        for lang in (self.lang, "en", *text):
            if text.get(lang):
                return " ".join(shown(text[lang], TEXT_CHARS).split()), lang
        return "", self.lang

    def plain(self, text: Text) -> str:
        """The words alone."""
        return self.pick(text)[0]

    def line(self, text: Text, look: str = "", sources: Iterable[Source] = ()) -> Line:
        """One run of text in a look, with its sources."""
        words, lang = self.pick(text)
        return (Run(words, lang, look, self.notes(sources)),) if words else ()

    def notes(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of these sources, given on first use."""
        return tuple(sorted({self.cited.setdefault(s, len(self.cited) + 1) for s in sources}))

    def said(self, said: Said) -> Line:
        """A statement with its source, after the speaker where it is somebody's opinion."""
        speaker = self.line(said.speaker, "soft")
        told = self.line(said.text, "", said.sources)
        return (*speaker, Run(self.words("paper.colon"), self.lang, "soft"), *told) if speaker else told

    def person(self, person: Person) -> Line:
        """A person with post and body."""
        parts = [self.line(person.name, "bold"), self.line(person.role), self.line(person.organisation)]
        return self.joined([p for p in parts if p])

    def joined(self, parts: Iterable[Line], sign: str = "paper.comma") -> Line:
        """Lines made one, a sign of this language between them."""
        out: list[Run] = []
        for part in parts:
            out += [Run(self.words(sign), self.lang)] if out and part else []
            out += part
        return tuple(out)

    def heading(self, key: str, level: int = 1, **values: object) -> None:
        """A heading from a message."""
        self.blocks.append(Heading(level, (Run(self.words(key, **values), self.lang),)))

    def bullets(self, said: Iterable[Said]) -> None:
        """Statements as a list; nothing where there are none."""
        lines = tuple(line for s in said if (line := self.said(s)))
        if lines:
            self.blocks.append(Bullets(lines))

    def facts(self, rows: Mapping[str, Line] | Iterable[tuple[str, Line]]) -> None:
        """Labels (message keys) and values; rows without a value are left out."""
        pairs = rows.items() if isinstance(rows, Mapping) else rows
        kept = tuple((self.words(key), line) for key, line in pairs if line)
        if kept:
            self.blocks.append(Facts(kept))

    def grid(
        self, heads: Iterable[str], rows: Iterable[tuple[tuple[Line, ...], ...]], widths: tuple[float, ...], look: str = ""
    ) -> None:
        """A table whose heads are message keys; nothing where it has no rows."""
        kept = tuple(rows)
        if kept:
            self.blocks.append(Grid(tuple(self.words(h) for h in heads), kept, widths, look))

    def paper(self, kind: str, title: Text, subtitle: Line = (), made: date | None = None) -> Paper:
        """What was written so far as a paper of a kind (message `paper.name.…`)."""
        from dragoman.base.version import VERSION

        when = self.days.day(made) if made else ""
        line = self.words("paper.made_on", date=when, version=VERSION) if made else self.words("paper.made", version=VERSION)
        return Paper(
            self.lang, self.words(f"paper.name.{kind}"), self.line(title), subtitle, tuple(self.blocks), tuple(self.cited),
            self.words("paper.sources"), made, line, self.words("paper.page"),
        )  # fmt: skip


def cited_lines(source: Source) -> tuple[Line, ...]:
    """A source as printed at the end: what it is and where in it, then its words, quoted as their language does."""
    rest = " · ".join(shown(x) for x in (source.publisher, source.date, source.place) if x)
    head: Line = (Run(shown(source.title), script_language(source.title), "bold"),)
    if rest:
        head = (*head, Run(f" · {rest}", script_language(rest)))
    if not source.quote:
        return (head,)
    lang = script_language(source.quote) or "en"
    left, right = QUOTES.get(lang, QUOTES["en"])
    return head, (Run(f"{left}{shown(source.quote)}{right}", lang, "soft"),)
