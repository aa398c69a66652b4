"""Lines on pages to paragraphs: columns in order, hyphens at line ends joined, repeated heads and feet told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from dragoman.model.document import BlockKind
from dragoman.read.structure import Part

EDGE = 0.12  # of the page height, at the top and the bottom, where heads and feet stand
REPEATED = 3  # pages on which a line stands at an edge before it is a running head; two where there are only two or three
HEADING = 1.15  # times the usual height of a line
COMPOUNDS = frozenset(  # first parts of words that keep their hyphen
    "well high low self non dual multi semi cross long short large small all co half north south east west mid old new state "
    "so two three four five ultra inter intra anti ex post pre hi sci real full part time user end first second third".split()
)
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page|стр\.?|с\.|第)?\s*\d{1,4}(?:\s*(?:页|/|of|из)\s*(?:共\s*)?\d{0,4}\s*页?)?[-–—\s]*", re.I
)
_BULLET = re.compile(r"(?:[•●▪◦·–—-]\s|\(?\d{1,2}[.)]\s)")
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

    @property
    def height(self) -> float:
        """Of the letters, which follows the size of the type."""
        return self.bottom - self.top


def ordered(lines: list[Line]) -> list[Line]:
    """Reading order: that of the file, unless it jumps between columns line by line; then column by column."""
    jumps = sum(1 for a, b in pairwise(lines) if _beside(a, b))
    climbs = sum(1 for a, b in pairwise(lines) if b.bottom < a.top - 3 * a.height)
    if jumps >= 3 or climbs > 3 + len(lines) // 8:
        return _cut(lines)
    return lines


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


def paragraphs(pages: list[list[Line]], furniture: set[Line]) -> Iterator[Part]:
    """Runs of lines as blocks; a paragraph that goes on over a column or page is joined."""
    usual = median([li.height for page in pages for li in page if li not in furniture] or [10.0])
    group: list[Line] = []
    held: list[Part] = []  # heads and feet met in the middle of a paragraph
    for line in (li for page in pages for li in page):
        if line in furniture:
            held.append(Part(line.text, "furniture", line.page, f"page {line.page}"))
            continue
        if group and not _goes_on(group[-1], line, group, usual):
            yield _block(group, usual)
            yield from held
            group, held = [], []
        elif not group:
            yield from held
            held = []
        group.append(line)
    if group:
        yield _block(group, usual)
    yield from held


def _goes_on(last: Line, line: Line, group: list[Line], usual: float) -> bool:
    if last.hyphen:
        return True
    if abs(line.height - last.height) > 0.35 * usual and (line.height > HEADING * usual or last.height > HEADING * usual):
        return False
    if _BULLET.match(line.text):
        return False
    moved = line.page != last.page or line.top < last.top or line.left > last.right
    ended = _ENDS.search(last.text) is not None
    if moved:
        return not ended and (line.text[:1].islower() or "\u4e00" <= line.text[:1] <= "\u9fff") and len(last.text) > 20
    gap = line.top - last.bottom
    widest = max(li.right for li in group)
    if gap > _leading(group, usual) * 1.35 + 0.5:
        return False
    short = last.right < widest - 0.25 * (widest - min(li.left for li in group))
    indented = line.left > group[-1].left + 0.8 * usual and len(group) > 1
    return not (ended and (short or indented))


def _leading(group: list[Line], usual: float) -> float:
    gaps = [b.top - a.bottom for a, b in pairwise(group) if b.top > a.bottom]
    return median(gaps) if gaps else 0.9 * usual


def _block(group: list[Line], usual: float) -> Part:
    text = group[0].text
    for last, line in pairwise(group):
        text = _joined(text, line.text, last.hyphen)
    tall = median([li.height for li in group]) > HEADING * usual
    kind: BlockKind | None = "heading" if tall and len(text) <= 220 else "item" if _BULLET.match(text) else None
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
