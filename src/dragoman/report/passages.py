"""A fact with the words that prove it: the quote inside its sentence, and who says so, where, when."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.document import Document
from dragoman.model.entity import NAME_PROPS
from dragoman.model.fact import Fact
from dragoman.model.statement import Evidence, Stance
from dragoman.report.book import Book
from dragoman.report.values import Line, Writer

AROUND = 280  # code points of sentence kept on each side of a quote; long enough for nine sentences in ten
OTHERS = 5
UNSAID = {*NAME_PROPS, "latitude", "longitude", "bodyKind"}  # the quote or the heading says it


@dataclass(frozen=True, slots=True)
class Source:
    """Where words stand: a document with what is known of it."""

    title: str
    href: str
    lang: str
    publisher: str
    published: str
    place: str  # page, or sheet with row and column
    speaker: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One fact: what it says (`lines`), and its quote between what stands before and after it."""

    anchor: str
    lines: list[Line]
    before: str
    quote: str
    after: str
    lang: str
    source: Source
    href: str  # the quote in the text of its document, empty where that is not shown
    stance: str
    others: list[tuple[str, Source, str]]  # stance, source, quote of further evidence


class Passages:
    """Makes passages; `marks` tells where the reader section shows a fact's quote."""

    def __init__(self, book: Book, writer: Writer, marks: dict[str, str], documents: dict[str, str]) -> None:
        self.book, self.writer, self.marks, self.shown = book, writer, marks, documents

    def of(self, fact: Fact, anchor: str, row: str = "") -> Passage:
        """The passage of one fact, in the row of an entity that need not be named again."""
        evidence = fact.evidence
        document = self.book.documents.get(evidence.document)
        before, quote, after = self._context(evidence, document)
        say = self.writer
        return Passage(
            anchor, self._says(fact, row), before, quote, after, say.words.foreign(quote, self._lang(evidence, document)),
            self.source(evidence), f"#{self.marks[anchor]}" if anchor in self.marks else "", str(evidence.stance),
            self._others(fact),
        )  # fmt: skip

    def _says(self, fact: Fact, row: str) -> list[Line]:
        """The statements of a fact in words; one that only names its thing needs none beside the quote."""
        told = [s for s in fact.statements if s.prop not in UNSAID or s.negated]
        told = [s for s in told if not row or self.book.key(s.value) != row]
        lines: dict[str, Line] = {}
        for s in told:
            label = self.writer.property(s.prop)
            lines.setdefault(s.prop, Line(label, [])).values.append(self.writer.value(s))
        return list(lines.values())

    def _context(self, e: Evidence, document: Document | None) -> tuple[str, str, str]:
        clean = self.writer.clean
        if e.sheet or e.row is not None:
            return self._row(e, document)
        text = document.text if document else ""
        if e.start is None or e.end is None or text[e.start : e.end] != e.exact:
            return clean(e.prefix), clean(e.exact), clean(e.suffix)
        low, high = e.context or _block(document, e.start)
        low, high = max(min(low, e.start), e.start - AROUND), min(max(high, e.end), e.end + AROUND)
        cut_left = "…" if low > 0 and e.context and low > e.context[0] else ""
        cut_right = "…" if e.context and high < e.context[1] else ""
        return cut_left + clean(text[low : e.start]), clean(e.exact), clean(text[e.end : high]) + cut_right

    def _row(self, e: Evidence, document: Document | None) -> tuple[str, str, str]:
        """The other cells of the row on both sides of the cell."""
        clean, cells, at = self.writer.clean, [], -1
        for table in document.tables if document else ():
            number = (e.row or 0) - table.first_row
            if table.sheet == e.sheet and 0 <= number < len(table.rows):
                cells = [clean(c) for c in table.rows[number]]
                at = table.columns.index(e.column) if e.column in table.columns else -1
        if not cells or at < 0 or at >= len(cells):
            return "", clean(e.exact), ""
        left = " | ".join(c for c in cells[:at] if c)[-AROUND:]
        right = " | ".join(c for c in cells[at + 1 :] if c)[:AROUND]
        return (f"{left} | " if left else ""), clean(e.exact), (f" | {right}" if right else "")

    def source(self, e: Evidence) -> Source:
        """The document of a piece of evidence, its publisher and date, and the place in it."""
        say, document = self.writer.words, self.book.documents.get(e.document)
        title = (document.title or document.name) if document else (e.record or e.document)
        places = [
            say("source.page", number=e.page) if e.page else "",
            say("source.sheet", name=e.sheet) if e.sheet else "",
            say("source.row", number=e.row) if e.row else "",
            say("source.column", name=e.column) if e.column else "",
        ]
        return Source(
            self.writer.short(title), self.shown.get(e.document, ""), say.foreign(title, document.lang if document else ""),
            self.writer.short(document.publisher if document else ""), document.published if document else "",
            self.writer.short(", ".join(p for p in places if p)), self.writer.short(e.speaker),
        )  # fmt: skip

    def _others(self, fact: Fact) -> list[tuple[str, Source, str]]:
        seen = {(fact.evidence.document, fact.evidence.start, fact.evidence.row)}
        found: list[tuple[str, Source, str]] = []
        further = [e for s in fact.statements for e in s.evidence]
        for e in sorted(further, key=lambda e: e.stance is not Stance.CONTRADICTS):
            if (e.document, e.start, e.row) not in seen and len(found) < OTHERS:
                seen.add((e.document, e.start, e.row))
                found.append((str(e.stance), self.source(e), self.writer.short(e.exact)))
        return found

    def _lang(self, e: Evidence, document: Document | None) -> str:
        return document.lang if document else ""


def _block(document: Document | None, at: int) -> tuple[int, int]:
    """The block an offset stands in; the offset itself where there is none."""
    blocks = document.blocks if document else ()
    return next(((b.start, b.end) for b in blocks if b.start <= at < b.end), (at - AROUND, at + AROUND))
