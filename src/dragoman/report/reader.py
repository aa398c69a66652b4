"""The reader: each document's text with the quotes of its facts marked, capped in size."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.model.document import Block, Document, Table
from dragoman.model.fact import Fact
from dragoman.report.book import Book
from dragoman.report.words import HARMFUL, Words

DOCUMENT_BYTES = 40_000  # a long news profile; beyond it the reader shows where it stops
ALL_BYTES = 1_500_000  # of 8 MB for the whole report
TABLE_ROWS = 60
CELL_CHARS = 200
TO_CHECK_SHOWN = 1_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; marked where `fact` is the anchor of a fact it proves."""

    text: str
    mark: str = ""
    fact: str = ""
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One block: its kind (heading, item, paragraph ...), language and pieces."""

    kind: str
    lang: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first rows of a table; each cell is a piece."""

    name: str
    columns: list[str]
    rows: list[list[Piece]]
    left_out: int


@dataclass(slots=True)
class Text:
    """One document as it is shown."""

    document: Document
    anchor: str
    facts: int
    parts: list[Part] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    left_out: int = 0  # code points not shown


class Reader:
    """Lays out the documents; afterwards `marks` tells where each fact's quote stands."""

    def __init__(self, book: Book, words: Words) -> None:
        self.words = words
        self.marks: dict[str, str] = {}
        self.budget = ALL_BYTES
        self.anchors = {d: f"#d{n}" for n, d in enumerate(book.documents, 1)}
        self.quotes: dict[str, list[tuple[int, int, str, bool]]] = {}
        self.cells: dict[tuple[str, str, int, str], list[tuple[str, bool]]] = {}
        counts: dict[str, int] = {}
        shown = [f for key, group in book.facts.items() if book.anchor(key) for f in group]
        for anchor, fact in [*shown, *book.to_check[:TO_CHECK_SHOWN]]:
            self._quote(anchor, fact)
        for fact in book.data.facts:
            counts[fact.document] = counts.get(fact.document, 0) + 1
        self.texts = [self._lay(d, counts.get(d.id, 0)) for d in book.documents.values()]

    def _quote(self, anchor: str, fact: Fact) -> None:
        if fact.start is not None and fact.end is not None and fact.start < fact.end:
            self.quotes.setdefault(fact.document, []).append((fact.start, fact.end, anchor, fact.suggested))
        elif fact.evidence.row:
            cell = (fact.document, fact.evidence.sheet, fact.evidence.row, fact.evidence.column)
            self.cells.setdefault(cell, []).append((anchor, fact.suggested))

    def _lay(self, document: Document, facts: int) -> Text:
        text = Text(document, self.anchors[document.id][1:], facts)
        spans = merged(self.quotes.get(document.id, []))
        left = min(DOCUMENT_BYTES, self.budget)
        blocks = document.body() or [Block(0, len(document.text))]
        for block in blocks:
            if block.start >= block.end:
                continue
            cost = len(document.text[block.start : block.end].encode("utf-8", "replace"))
            if cost > left:
                text.left_out += block.end - block.start
                continue
            left -= cost
            self.budget -= cost
            lang = self.words.foreign(document.text[block.start : block.end], block.lang or document.lang)
            text.parts.append(Part(block.kind, lang, self._pieces(document.text, block, spans)))
        text.sheets = [self._sheet(document.id, t) for t in document.tables]
        return text

    def _sheet(self, document: str, table: Table) -> Sheet:
        kept: list[list[Piece]] = []
        for number, row in enumerate(table.rows[:TABLE_ROWS], table.first_row):
            self.budget -= sum(len(c.encode("utf-8", "replace")) for c in row)
            if self.budget < 0:
                break
            columns = [*table.columns, *[""] * len(row)]
            kept.append([self._cell(c, (document, table.sheet, number, columns[n])) for n, c in enumerate(row)])
        names = [clean(c)[:CELL_CHARS] for c in table.columns]
        return Sheet(clean(table.sheet), names, kept, len(table.rows) - len(kept))

    def _cell(self, text: str, at: tuple[str, str, int, str]) -> Piece:
        facts = self.cells.pop(at, []) if text.strip() else []
        if not facts:
            return Piece(clean(text)[:CELL_CHARS])
        mark = f"q{facts[0][0]}"
        self.marks |= {anchor: mark for anchor, _ in facts}
        first = next((f for f in facts if not f[1]), facts[0])
        return Piece(clean(text)[:CELL_CHARS], mark, first[0], first[1])

    def _pieces(self, text: str, block: Block, spans: list[tuple[int, int, list[tuple[str, bool]]]]) -> list[Piece]:
        pieces, at = [], block.start
        for start, end, facts in spans:
            if end <= at or start >= block.end:
                continue
            low, high = max(start, at), min(end, block.end)
            if low > at:
                pieces.append(Piece(clean(text[at:low])))
            mark = f"q{facts[0][0]}"
            for anchor, _ in facts:
                self.marks.setdefault(anchor, mark)
            first = next((f for f in facts if not f[1]), facts[0])
            repeated = any(p.mark == mark for p in pieces) or low > start
            pieces.append(Piece(clean(text[low:high]), "" if repeated else mark, first[0], first[1]))
            at = high
        if at < block.end:
            pieces.append(Piece(clean(text[at : block.end])))
        return pieces


def merged(quotes: list[tuple[int, int, str, bool]]) -> list[tuple[int, int, list[tuple[str, bool]]]]:
    """Quotes that overlap become one mark with all their facts."""
    out: list[tuple[int, int, list[tuple[str, bool]]]] = []
    for start, end, anchor, suggested in sorted(quotes):
        if out and start < out[-1][1]:
            low, high, facts = out[-1]
            out[-1] = (low, max(high, end), [*facts, (anchor, suggested)])
        else:
            out.append((start, end, [(anchor, suggested)]))
    return out


def clean(text: str) -> str:
    """Text without characters that reorder or hide."""
    return HARMFUL.sub("", text)
