"""The headings of a sheet: the row that holds them, a second row that goes on with them, a row of groups above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

SEARCHED = 25  # rows among which the heading row is looked for
HEADING_CELL = 80  # characters of a heading at most; explanations in brackets make some long
SHARE = 0.6  # of the commonest width, and of words that differ: less is a line above the table, or a row of it
_NUMBER = re.compile(r"[\d\s.,:%/+()-]*\d[\d\s.,:%/+()-]*")
_GOES_ON = re.compile(r"[a-zа-яё(（\[%]")  # a row of these only goes on with the words above it

Row = tuple[int, list[str]]  # its number in the sheet, its cells
Span = tuple[int, int]  # first and last column


@dataclass(frozen=True, slots=True)
class Headings:
    """The titles of the columns, the index of the first row they stand in, and how many rows they take."""

    titles: list[str]
    first: int
    taken: int = 1


def headings(rows: Sequence[Row], merged: dict[int, list[Span]]) -> Headings:
    """The headings among filled rows; `merged` are horizontally merged columns by row number."""
    place = _place(rows)
    width = max(len(cells) for _, cells in rows)
    if titles := _second(rows, place, width, merged) or _words_on(rows, place, width):
        return Headings(titles, place, 2)
    if titles := _groups_above(rows, place, width):
        return Headings(titles, place - 1, 2)
    return Headings(_wide(rows[place], width), place)


def _place(rows: Sequence[Row]) -> int:
    """Index of the first row that is as wide as the table and holds short distinct words; 0 where none does."""
    widths = Counter(sum(1 for c in cells if c) for _, cells in rows[:200])
    common = max(widths, key=lambda w: (widths[w], w))
    for place, (_, cells) in enumerate(rows[:SEARCHED]):
        words = [c for c in cells if c]
        if len(words) < max(2, SHARE * common) and common > 1:
            continue
        if _are_words(words) and len(set(words)) >= SHARE * len(words):
            return place
    return 0


def _are_words(cells: Sequence[str]) -> bool:
    return all(len(c) <= HEADING_CELL and not _NUMBER.fullmatch(c) for c in cells)


def _wide(row: Row, width: int) -> list[str]:
    return row[1] + [""] * (width - len(row[1]))


def _next(rows: Sequence[Row], place: int, width: int) -> list[str]:
    """The row right below one, where its cells may be headings; else no cells."""
    if place + 1 >= len(rows) or rows[place + 1][0] != rows[place][0] + 1:
        return []
    below = _wide(rows[place + 1], width)
    return below if _are_words(below) else []


def _groups(titles: Sequence[str]) -> list[Span]:
    """Columns one title stands over: it is repeated, or nothing stands beside it."""
    starts = [i for i, t in enumerate(titles) if t and (i == 0 or t != titles[i - 1])]
    ends = [*(s - 1 for s in starts[1:]), len(titles) - 1]
    return [(a, b) for a, b in zip(starts, ends, strict=False) if b > a]


def _second(rows: Sequence[Row], place: int, width: int, merged: dict[int, list[Span]]) -> list[str]:
    """Titles over two rows: the second names columns below titles that stand over several, and is empty elsewhere.

    Where cells were not merged, the first row of the table must be filled where the second row of titles is not.
    """
    titles, below = _wide(rows[place], width), _next(rows, place, width)
    spans = [s for s in merged.get(rows[place][0], []) if s[1] > s[0]]
    sure = bool(spans)
    label = {i: titles[a] for a, b in spans or _groups(titles) for i in range(a, b + 1)}
    named = {i for i in label if below and below[i] and below[i] != titles[i]}
    if len(named) < 2 or any(below[i] and below[i] != titles[i] for i in range(width) if i not in label):
        return []
    rest = [i for i in range(width) if titles[i] and i not in label]
    body = _wide(rows[place + 2], width) if place + 2 < len(rows) else []
    if not sure and not (rest and body and any(body[i] for i in rest)):
        return []
    return [f"{label[i]}: {below[i]}" if i in named else titles[i] for i in range(width)]


def _words_on(rows: Sequence[Row], place: int, width: int) -> list[str]:
    """Titles over two rows: all cells of the second begin with a small letter or a bracket, and no cell of the table does so.

    "Company | Contract value" over "name | (USD million)".
    """
    titles, below = _wide(rows[place], width), _next(rows, place, width)
    filled = [i for i, c in enumerate(below) if c]
    body = [c for _, cells in rows[place + 2 : place + 2 + SEARCHED] for c in cells[:1] if c]
    if not filled or not all(titles[i] and _GOES_ON.match(below[i]) and not _GOES_ON.match(titles[i]) for i in filled):
        return []
    if not body or any(_GOES_ON.match(c) for c in body):
        return []
    signs = "(（[%"
    return [f"{t}{' ' if b[0] in signs else ': '}{b}" if b else t for t, b in zip(titles, below, strict=True)]


def _groups_above(rows: Sequence[Row], place: int, width: int) -> list[str]:
    """Titles with the groups that a sparse row right above them names, two or more, each over two columns or more."""
    titles = _wide(rows[place], width)
    if not place or rows[place - 1][0] != rows[place][0] - 1:
        return []
    above = _wide(rows[place - 1], width)
    spans = _groups(above)
    single = [i for i, c in enumerate(above) if c and not any(a <= i <= b for a, b in spans)]
    if len(spans) < 2 or single or not _are_words(above) or any(c.endswith((":", "：")) for c in above):
        return []
    label = {i: above[a] for a, b in spans for i in range(a, b + 1) if titles[i]}
    if any(sum(bool(titles[i]) for i in range(a, b + 1)) < 2 for a, b in spans):
        return []
    return [f"{label[i]}: {t}" if i in label else t for i, t in enumerate(titles)]
