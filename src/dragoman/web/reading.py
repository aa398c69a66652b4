"""The reader's page: a stretch of a document with mentions and facts marked by kind, and the facts that stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.model.document import Block, Document, Table
from dragoman.model.entity import NAME_PROPS
from dragoman.model.fact import Fact

PAGE_CHARS = 24_000  # about eight printed pages: marked up it stays under 150 kB
ROWS = 60  # of a sheet on one page
CELL_CHARS = 300
Sought = Callable[[str], list[tuple[int, int]]]  # where some words stand in a text
FACTS_SHOWN = 150


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, with the fact (or the thing named) it leads to and how many facts lie on it."""

    text: str
    kind: str = ""  # of fact; empty for plain text
    fact: str = ""  # id of the first statement of the fact
    first: bool = False  # the fact's words begin here
    entity: str = ""  # a mention: what is named
    suggested: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block with where it begins."""

    start: int
    kind: str
    lang: str
    page: int | None
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Some rows of a table; each cell is a piece."""

    name: str
    columns: list[str]
    first_row: int
    rows: list[tuple[int, list[Piece]]]
    total: int


@dataclass(slots=True)
class Spread:
    """What one page of the reader shows."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    page: int = 0
    pages: int = 1
    total: int = 0  # facts that stand on the page


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands: a fact, or a thing named."""

    start: int
    end: int
    fact: Fact
    mention: bool


def spread(document: Document, facts: list[Fact], chosen: str, page: int | None, words: Sought | None = None) -> Spread:
    """One page of a document: that asked for, else that of the chosen fact, else the first that has the words."""
    pages = _pages(document)
    wanted = next((f for f in facts if chosen and any(s.id == chosen for s in f.statements)), None)
    if page is None and (wanted or words):
        page = next((n for n, p in enumerate(pages) if (p.holds(wanted) if wanted else p.says(document, words))), 0)
    page = min(max(0, page or 0), len(pages) - 1)
    part = pages[page]
    shown = [f for f in facts if part.holds(f)]
    marked = wanted.id if wanted else ""
    spans = _spans(shown)
    paragraphs = [_paragraph(document, b, spans, marked) for b in part.blocks]
    sheets = [_sheet(t, first, document.id, shown, marked) for t, first in part.tables]
    return Spread(paragraphs, sheets, shown[:FACTS_SHOWN], page, len(pages), len(shown))


@dataclass(slots=True)
class Part:
    """What one page holds: blocks of text, or a stretch of a sheet from a row on."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[tuple[Table, int]] = field(default_factory=list)

    def holds(self, fact: Fact) -> bool:
        """Whether a fact's words stand here."""
        if fact.start is not None:
            return any(b.start <= fact.start < b.end for b in self.blocks)
        row = fact.evidence.row or 0
        return any(t.sheet == fact.evidence.sheet and first <= row < first + ROWS for t, first in self.tables)

    def says(self, document: Document, words: Sought | None) -> bool:
        """Whether some words stand here."""
        if words is None:
            return False
        cells = (c for t, first in self.tables for row in t.rows[first - t.first_row :][:ROWS] for c in row)
        return any(words(document.text[b.start : b.end]) for b in self.blocks) or any(words(c) for c in cells)


def _pages(document: Document) -> list[Part]:
    """Blocks to the size of a page, then the sheets in stretches of rows."""
    pages = [Part()]
    size = 0
    for block in (b for whole in document.body() or [Block(0, len(document.text))] for b in _cut(whole)):
        if size and size + block.end - block.start > PAGE_CHARS:
            pages.append(Part())
            size = 0
        size += block.end - block.start
        pages[-1].blocks.append(block)
    for table in document.tables:
        for first in range(0, max(1, len(table.rows)), ROWS):
            if pages[-1].tables or size:
                pages.append(Part())
                size = 0
            pages[-1].tables.append((table, table.first_row + first))
    return pages


def _cut(block: Block) -> Iterable[Block]:
    """A block, one over the size of a page in several: some files have no line breaks at all."""
    if block.end <= block.start:
        return []
    starts = range(block.start, block.end, PAGE_CHARS)
    return [Block(s, min(s + PAGE_CHARS, block.end), block.kind, block.lang, block.page) for s in starts]


def _spans(facts: list[Fact]) -> list[Span]:
    spans = []
    for fact in facts:
        if fact.start is None or fact.end is None or fact.start >= fact.end:
            continue
        spans.append(Span(fact.start, fact.end, fact, all(s.prop in NAME_PROPS for s in fact.statements)))
    return sorted(spans, key=lambda s: (s.start, -s.end))


def _paragraph(document: Document, block: Block, spans: list[Span], chosen: str) -> Paragraph:
    """A block in pieces: between any two places where a span begins or ends, the shortest span there decides."""
    own = [s for s in spans if s.start < block.end and s.end > block.start]
    edges = sorted({block.start, block.end, *(e for s in own for e in (s.start, s.end) if block.start < e < block.end)})
    pieces = []
    begun: set[str] = set()
    for low, high in pairwise(edges):
        over = [s for s in own if s.start <= low and s.end >= high]
        text = document.text[low:high]
        if not over or not text.strip():  # a link of blanks has no name
            pieces.append(Piece(text))
            continue
        pieces.append(_piece(text, over, begun, chosen))
    return Paragraph(block.start, block.kind, block.lang or document.lang, block.page, pieces)


def _piece(text: str, over: list[Span], begun: set[str], chosen: str) -> Piece:
    shortest = min(over, key=lambda s: s.end - s.start)
    fact = shortest.fact
    entity = fact.entity_id if shortest.mention else ""
    picked = any(s.fact.id == chosen for s in over)
    first = fact.id not in begun
    begun.add(fact.id)
    return Piece(text, fact.kind, fact.id, first, entity, fact.suggested, picked)


def _sheet(table: Table, first: int, document: str, facts: list[Fact], chosen: str) -> Sheet:
    cells: dict[tuple[int, str], Fact] = {}
    for fact in facts:
        for s in fact.statements:
            for e in s.evidence:
                if e.document == document and e.sheet == table.sheet and e.row:
                    cells.setdefault((e.row, e.column), fact)
    begun: set[str] = set()
    rows = []
    at = first - table.first_row
    for number, row in enumerate(table.rows[at : at + ROWS], first):
        rows.append((number, [_cell(c, cells.get((number, _column(table, n))), begun, chosen) for n, c in enumerate(row)]))
    return Sheet(table.sheet, list(table.columns), first, rows, len(table.rows))


def _column(table: Table, n: int) -> str:
    return table.columns[n] if n < len(table.columns) else ""


def _cell(text: str, fact: Fact | None, begun: set[str], chosen: str) -> Piece:
    cut = text[:CELL_CHARS]
    if fact is None or not text.strip():
        return Piece(cut)
    first = fact.id not in begun
    begun.add(fact.id)
    return Piece(cut, fact.kind, fact.id, first, "", fact.suggested, fact.id == chosen)
