"""Lines on pages to paragraphs: columns in order, hyphens at line ends joined, repeated heads and feet told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from dragoman.model.document import BlockKind, Table
from dragoman.read.grid import sheet
from dragoman.read.structure import Part

EDGE = 0.12  # of the page height, at the top and the bottom, where heads and feet stand
REPEATED = 3  # pages on which a line stands at an edge before it is a running head; two where there are only two or three
HEADING, TITLE = 1.12, 1.3  # times the usual height of the type
HEADING_CHARS = 220
FULL = 40  # characters of a line at the foot of a column that is no heading
STEP = 1.22  # times the usual step from line to line: a wider one parts paragraphs
CELL = 24  # characters of a piece beside others, on average, up to which they are cells and no lines of columns
COMPOUNDS = frozenset(  # first parts of words that keep their hyphen
    "well high low self non dual multi semi cross long short large small all co half north south east west mid old new state "
    "so two three four five ultra inter intra anti ex post pre hi sci real full part time user end first second third".split()
)
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page|стр\.?|с\.|第)?\s*\d{1,4}(?:\s*(?:页|/|of|из)\s*(?:共\s*)?\d{0,4}\s*页?)?[-–—\s]*", re.I
)
_BULLET = re.compile(r"(?:[•●▪◦·–—-]\s|\(?\d{1,2}[.)]\s)")
_ONLY_BULLET = re.compile(r"[•●▪◦·–—-]|\(?\d{1,2}[.)]")
_ENDS = re.compile(r"[.!?。！？:：;；]['\"”»’)]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its box in points from the top left corner of its page; `hyphen`: it ended with one, left out of its text."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    page_height: float
    hyphen: bool = False
    cells: tuple[str, ...] = ()  # of a row of a table

    @property
    def height(self) -> float:
        """Of the letters, which follows the size of the type."""
        return self.bottom - self.top


def ordered(lines: list[Line]) -> list[Line]:
    """Reading order: that of the file, unless it jumps between columns line by line; then column by column."""
    lines = _rows(lines)
    jumps = sum(1 for a, b in pairwise(lines) if _beside(a, b))
    climbs = sum(1 for a, b in pairwise(lines) if b.bottom < a.top - 3 * a.height)
    if jumps >= 3 or climbs > 3 + len(lines) // 8:
        return _cut(lines)
    return lines


def _rows(lines: list[Line]) -> list[Line]:
    """Short pieces beside each other are the cells of a row, where most of those on the page are; long ones are columns."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and _beside(runs[-1][-1], line) and line.left >= runs[-1][-1].right:
            runs[-1].append(line)
        else:
            runs.append([line])
    several = [run for run in runs if len(run) > 1]
    short = {id(run) for run in several if sum(len(li.text) for li in run) / len(run) <= CELL}
    if len(short) <= len(several) / 2:
        return lines
    return [li for run in runs for li in ([_row(run)] if id(run) in short else run)]


def _row(run: list[Line]) -> Line:
    cells = tuple(li.text for li in run)
    top, bottom = min(li.top for li in run), max(li.bottom for li in run)
    return Line(" | ".join(cells), run[0].page, run[0].left, run[-1].right, top, bottom, run[0].page_height, cells=cells)


def tables_of(pages: list[list[Line]]) -> Iterator[Table]:
    """Runs of rows with the same number of cells. Cells that span rows or columns, or are empty, are not told apart."""
    number = 0
    lines = [line for page in pages for line in page]
    for (width, page), rows in groupby(lines, key=lambda li: (len(li.cells), li.page)):
        grid = [(i, list(li.cells)) for i, li in enumerate(rows, 1)]
        if width < 2 or len(grid) < 2:
            continue
        number += 1
        found = sheet(f"page {page} table {number}", grid).table
        if found is not None and found.rows:
            yield found


def _beside(a: Line, b: Line) -> bool:
    return abs(a.top - b.top) < 0.6 * max(a.height, b.height) and (b.left > a.right or a.left > b.right)


def _cut(lines: list[Line]) -> list[Line]:
    """Columns are parted by an upright gap no line crosses; lines that cross it (titles) part the page above from below."""
    gutter = _gutter(lines)
    rows = sorted(lines, key=lambda li: (round(li.top), li.left))
    if gutter is None:
        return rows
    made: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in rows:
        if line.left < gutter < line.right:
            made += left + right + [line]
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return made + left + right


def _gutter(lines: list[Line]) -> float | None:
    """The place that the fewest lines cross and that has lines on both its sides; None where a tenth cross even it."""
    edges = sorted({round(li.left, 1) - 1.0 for li in lines})
    best, fewest = None, len(lines)
    for x in edges:
        before = sum(1 for li in lines if li.right <= x)
        after = sum(1 for li in lines if li.left >= x)
        if min(before, after) >= 3 and len(lines) - before - after < fewest:
            best, fewest = x, len(lines) - before - after
    return best if fewest <= 0.3 * len(lines) else None


def furniture_lines(pages: list[list[Line]]) -> set[Line]:
    """Running heads and feet and page numbers: at an edge of the page, and the same on several but for numbers."""
    edges = [li for page in pages for li in _outermost(page)]
    shapes = Counter(key for key, _ in {(_shape(li), li.page) for li in edges})
    needed = REPEATED if len(pages) > 3 else 2
    alone = {li for li in edges if _PAGE_NUMBER.fullmatch(li.text)}
    return alone | {li for li in edges if shapes[_shape(li)] >= needed}


def _outermost(page: list[Line]) -> list[Line]:
    """The two highest and the two lowest lines of a page, where they lie at its edges."""
    by_height = sorted(page, key=lambda li: li.top)
    heads = [li for li in by_height[:2] if li.bottom < EDGE * li.page_height]
    return heads + [li for li in by_height[-2:] if li.top > (1 - EDGE) * li.page_height]


def _shape(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.top / 6)


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a document: the height of the type, and from line to line as a multiple of it."""

    height: float
    pitch: float


def _usual(pages: list[list[Line]], furniture: set[Line]) -> Usual:
    lines = [[li for li in page if li not in furniture] for page in pages]
    height = median([li.height for page in lines for li in page] or [10.0])
    steps = [(b.top - a.top) / max(1.0, a.height) for page in lines for a, b in pairwise(page)]
    inside = sorted(s for s in steps if 0.7 < s < 2.2) or [1.2]
    return Usual(height, inside[len(inside) // 4])  # a quarter: of paragraphs of two lines half the steps are between them


def paragraphs(pages: list[list[Line]], furniture: set[Line]) -> Iterator[Part]:
    """Runs of lines as blocks; a paragraph that goes on over a column or page is joined."""
    usual = _usual(pages, furniture)
    title = _title_height(pages, furniture, usual)
    group: list[Line] = []
    held: list[Part] = []  # heads and feet met in the middle of a paragraph
    for line in (li for page in pages for li in page):
        if line in furniture:
            held.append(Part(line.text, "furniture", line.page, f"page {line.page}"))
            continue
        if group and not _goes_on(group, line, usual):
            yield _block(group, usual, title)
            title = 0.0 if _tallest(group) >= title > 0 else title
            yield from held
            group, held = [], []
        elif not group:
            yield from held
            held = []
        group.append(line)
    if group:
        yield _block(group, usual, title)
    yield from held


def _title_height(pages: list[list[Line]], furniture: set[Line], usual: Usual) -> float:
    """The height of the largest type at the head of the first page, where it is larger than usual; else 0."""
    first = [li.height for li in pages[0][:8] if li not in furniture] if pages else []
    return max(first) - 0.1 if first and max(first) >= TITLE * usual.height else 0.0


def _tallest(group: list[Line]) -> float:
    return median([li.height for li in group])


def _goes_on(group: list[Line], line: Line, usual: Usual) -> bool:
    last = group[-1]
    if last.hyphen or (len(group) == 1 and _ONLY_BULLET.fullmatch(last.text)):
        return True
    if last.cells or line.cells or _BULLET.match(line.text):
        return False
    if abs(line.height - last.height) > 0.12 * usual.height:
        return False
    ended = _ENDS.search(last.text) is not None
    if line.page != last.page or line.top < last.top or line.left > last.right:
        goes_on = line.text[:1].islower() or "\u4e00" <= line.text[:1] <= "\u9fff" or len(last.text) >= FULL
        return not ended and goes_on and len(last.text) > FULL / 2
    if line.top - last.top > STEP * usual.pitch * last.height:
        return False
    left, right = min(li.left for li in group), max(li.right for li in group)
    short = last.right < right - 0.25 * (right - left)
    indented = line.left > last.left + 0.8 * usual.height and len(group) > 1
    return not (ended and (short or indented))


def _block(group: list[Line], usual: Usual, title: float) -> Part:
    text = group[0].text
    for last, line in pairwise(group):
        text = _joined(text, line.text, last.hyphen)
    tall = _tallest(group)
    kind: BlockKind | None = "item" if _BULLET.match(text) or group[0].cells else None
    if len(text) <= HEADING_CHARS and tall > HEADING * usual.height:
        kind = "title" if title and tall >= title and group[0].page == 1 else "heading"
    return Part(text, kind, group[0].page, f"page {group[0].page}")


def _joined(text: str, more: str, hyphen: bool) -> str:
    """A hyphen before a small letter is the typesetter's, but after the first part of a compound; Chinese has no spaces."""
    if text.endswith("-") and text[-2:-1].isalpha() and more[:1].isalpha():  # at the foot of a page or column
        text, hyphen = text[:-1], True
    if hyphen:
        last = text.rsplit(None, 1)[-1].lower()
        return f"{text}-{more}" if not more[:1].islower() or last in COMPOUNDS else text + more
    if ("\u3000" <= text[-1] <= "\u9fff" or "\uff00" <= text[-1] <= "\uffef") and ("\u3000" <= more[:1] <= "\uffef"):
        return text + more
    return f"{text} {more}"
