"""A grid of cells to a Table: its headings, the lines above them set apart, empty rows and columns left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.document import Table
from dragoman.read.headings import Row, Span, headings


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table and the lines that stand above it."""

    table: Table | None
    above: tuple[tuple[int, str], ...] = ()  # row number, text


def sheet(name: str, rows: Sequence[Row], spans: dict[int, list[Span]] | None = None) -> Sheet:
    """The table of a sheet. `rows` leave out nothing but empty rows; `spans` are horizontally merged columns by row."""
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not filled:
        return Sheet(None)
    found = headings(filled, spans or {})
    columns = found.titles
    above = tuple((number, " ".join(dict.fromkeys(c for c in cells if c))) for number, cells in filled[: found.first])
    body = filled[found.first + found.taken :]
    used = [i for i, title in enumerate(columns) if title or any(i < len(cells) and cells[i] for _, cells in body)]
    width = len(columns)
    titles = tuple(columns[i] or f"column {i + 1}" for i in used)
    first = body[0][0] if body else filled[found.first][0] + found.taken
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


def _unique(titles: tuple[str, ...]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    made = []
    for title in titles:
        seen[title] += 1
        made.append(title if seen[title] == 1 else f"{title} ({seen[title]})")
    return tuple(made)
