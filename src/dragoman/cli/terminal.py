"""Lines and tables for a terminal: as wide as the screen, Chinese signs counted as two columns, long cells folded."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click

WIDTH = 120  # columns where neither a screen nor COLUMNS tells
LEAST = 8  # columns a cell is folded to at most
GAP = "  "
BAR, DRAWN_EVERY = 24, 0.05  # columns of the progress bar; seconds between two drawings


def width() -> int:
    """The columns of the terminal, or those that COLUMNS says."""
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        return shutil.get_terminal_size((WIDTH, 24)).columns
    return WIDTH


def span(text: str) -> int:
    """How many columns a text takes: East Asian wide signs two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(c) for c in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def cut(text: str, columns: int) -> str:
    """A text in so many columns at most, with an ellipsis where it was longer."""
    if span(text) <= columns:
        return text
    kept, taken = "", 0
    for sign in text:
        taken += _columns(sign)
        if taken > columns - 1:
            break
        kept += sign
    return f"{kept}…"


def fold(text: str, columns: int) -> list[str]:
    """A text as lines of so many columns at most, broken at blanks where there are any."""
    lines: list[str] = []
    for line in text.split("\n"):
        rest = line
        while span(rest) > columns:
            end = _end(rest, columns)
            blank = rest.rfind(" ", 1, end + 1)
            at = blank if blank > 0 else end
            lines.append(rest[:at])
            rest = rest[at:].lstrip(" ") if blank > 0 else rest[at:]
        lines.append(rest)
    return lines


def _end(text: str, columns: int) -> int:
    """How many signs fit into so many columns; one at least."""
    taken = 0
    for n, sign in enumerate(text):
        taken += _columns(sign)
        if taken > columns:
            return max(1, n)
    return len(text)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its look: keywords of `click.style`."""

    text: str
    look: dict[str, Any]


def table(rows: Sequence[Sequence[Cell]], right: Sequence[bool], most: Sequence[int] = ()) -> None:
    """Print rows in columns; `right` tells which are numbers, `most` how wide each may be."""
    widths = _widths(rows, right, most)
    for row in rows:
        folded = [fold(cell.text, widths[n]) for n, cell in enumerate(row)]
        for number in range(max(len(lines) for lines in folded)):
            parts = [_padded(row[n], lines, number, widths[n], right[n]) for n, lines in enumerate(folded)]
            click.echo(GAP.join(parts).rstrip())


def _widths(rows: Sequence[Sequence[Cell]], right: Sequence[bool], most: Sequence[int]) -> list[int]:
    """The widths of the columns: as wide as their widest line, the widest ones less where the screen is too narrow."""
    widths = [max((span(line) for row in rows for line in row[n].text.split("\n")), default=1) for n in range(len(right))]
    if most:
        widths = [min(w, m) for w, m in zip(widths, most, strict=True)]
    room = width() - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > LEAST:
        widths[widths.index(max(widths))] -= 1
    return [max(1, w) for w in widths]


def _padded(cell: Cell, lines: list[str], number: int, columns: int, right: bool) -> str:
    text = lines[number] if number < len(lines) else ""
    blanks = " " * (columns - span(text))
    shown = click.style(text, **cell.look) if text and cell.look else text
    return f"{blanks}{shown}" if right else f"{shown}{blanks}"


class Bar:
    """A line on stderr that tells how far a piece of work is."""

    def __init__(self, what: str, total: int | None) -> None:
        from time import monotonic

        self.what, self.total, self.count, self.now = what, total, 0, ""
        self.clock = monotonic
        self.begun, self.drawn = monotonic(), 0.0

    def step(self, count: int, now: str) -> None:
        """`count` more are done, `now` the last of them."""
        self.count, self.now = self.count + count, now
        if self.clock() - self.drawn > DRAWN_EVERY:
            self.draw()

    def draw(self) -> None:
        """Draw the line anew."""
        self.drawn = self.clock()
        passed = int(self.drawn - self.begun)
        share = min(1.0, self.count / self.total) if self.total else 0.0
        filled = "━" * round(share * BAR)
        bar = f" {filled:<{BAR}}" if self.total else ""
        of = f"/{self.total}" if self.total else ""
        told = f"{self.what}{bar} {self.count}{of} {passed // 60}:{passed % 60:02} {self.now}"
        columns = shutil.get_terminal_size((WIDTH, 24)).columns
        click.echo(f"\r\x1b[K{cut(told, columns - 1)}", nl=False, err=True)

    def say(self, line: str) -> None:
        """A line above the bar."""
        click.echo(f"\r\x1b[K{line}", err=True)
        self.draw()

    def clear(self) -> None:
        """Take the line away."""
        click.echo("\r\x1b[K", nl=False, err=True)
