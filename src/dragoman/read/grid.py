"""A grid of cells to a Table: the heading row found, title rows above it set apart, empty rows and columns left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.document import Table

SEARCHED = 25  # rows among which the heading row is looked for
HEADING_CELL = 80  # characters of a heading at most; explanations in brackets make some long
_NUMBER = re.compile(r"[\d\s.,:%/+()-]*\d[\d\s.,:%/+()-]*")

Row = tuple[int, list[str]]  # its number in the sheet, its cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table and the lines that stand above it."""

    table: Table | None
    above: tuple[tuple[int, str], ...] = ()  # row number, text


def sheet(name: str, rows: Sequence[Row], spans: dict[int, list[tuple[int, int]]] | None = None) -> Sheet:
    """The table of a sheet. `rows` leave out nothing but empty rows; `spans` are horizontally merged columns by row."""
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not filled:
        return Sheet(None)
    place = _heading(filled)
    above = tuple((number, " ".join(dict.fromkeys(c for c in cells if c))) for number, cells in filled[:place])
    columns, taken = _columns(filled, place, spans or {})
    body = filled[place + taken :]
    used = [i for i, title in enumerate(columns) if title or any(i < len(cells) and cells[i] for _, cells in body)]
    width = len(columns)
    titles = tuple(columns[i] or f"column {i + 1}" for i in used)
    first = body[0][0] if body else filled[place][0] + taken
    return Sheet(Table(name, _unique(titles), _dense(body, used, width, first), first), above)


def _dense(body: Sequence[Row], used: list[int], width: int, first: int) -> tuple[tuple[str, ...], ...]:
    """The rows without gaps: an empty row inside the table is kept empty, so that row numbers count on from the first."""
    empty = ("",) * len(used)
    rows: list[tuple[str, ...]] = []
    for number, cells in body:
        rows += [empty] * (number - first - len(rows))
        padded = cells + [""] * (width - len(cells))
        rows.append(tuple(padded[i] for i in used))
    return tuple(rows)


def _heading(rows: Sequence[Row]) -> int:
    """Index of the first row that is as wide as the table and holds short distinct words; 0 where none does."""
    widths = Counter(sum(1 for c in cells if c) for _, cells in rows[:200])
    common = max(widths, key=lambda w: (widths[w], w))
    for place, (_, cells) in enumerate(rows[:SEARCHED]):
        words = [c for c in cells if c]
        if len(words) < max(2, 0.6 * common) and common > 1:
            continue
        if all(len(w) <= HEADING_CELL and not _NUMBER.fullmatch(w) for w in words) and len(set(words)) >= 0.6 * len(words):
            return place
    return 0


def _columns(rows: Sequence[Row], place: int, spans: dict[int, list[tuple[int, int]]]) -> tuple[list[str], int]:
    """The titles and how many rows they take: two where cells of the first are merged over named columns of the second."""
    number, first = rows[place]
    width = max(len(cells) for _, cells in rows)
    titles = first + [""] * (width - len(first))
    merged = [s for s in spans.get(number, []) if s[1] > s[0]]
    if not merged or place + 1 >= len(rows):
        return titles, 1
    below = rows[place + 1][1] + [""] * width
    inside = [i for left, right in merged for i in range(left, right + 1)]
    if rows[place + 1][0] != number + 1 or any(_NUMBER.fullmatch(below[i]) for i in inside):
        return titles, 1
    named = {i for i in inside if below[i] and below[i] != titles[i]}
    if len(named) < 2 or any(below[i] and below[i] != titles[i] for i in range(width) if i not in inside):
        return titles, 1
    return [f"{titles[i]}: {below[i]}" if i in named else titles[i] for i in range(width)], 2


def _unique(titles: tuple[str, ...]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    made = []
    for title in titles:
        seen[title] += 1
        made.append(title if seen[title] == 1 else f"{title} ({seen[title]})")
    return tuple(made)
