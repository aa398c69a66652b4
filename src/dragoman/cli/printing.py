"""Rows to the terminal: a table for people; JSON, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dragoman.cli.terminal import Bar

Row = dict[str, Any]


def print_rows(rows: Iterable[Row], form: str, columns: Sequence[str] = (), title: str = "") -> int:
    """Print rows as they come (a table needs them all first); returns how many. `columns` are those a table shows."""
    if form == "table":
        return _table(list(rows), columns, title)
    if form == "json":
        found = list(rows)
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return len(found)
    return _lines(rows, form)


def _lines(rows: Iterable[Row], form: str) -> int:
    count = 0
    header: list[str] = []
    for row in rows:
        if form == "jsonl":
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            if not header:
                header = list(row)
                click.echo(_csv(header))
            click.echo(_csv([_cell(row.get(name, "")) for name in header]))
        count += 1
    return count


def _csv(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _table(rows: list[Row], columns: Sequence[str], title: str) -> int:
    from dragoman.cli.terminal import Cell, table

    if not rows:
        click.echo(f"{title}: nothing on record" if title else "nothing found", err=True)
        return 0
    shown = list(columns or rows[0])
    if title:
        click.echo(click.style(title, italic=True))
    lines = [[Cell(name, {"bold": True}) for name in shown]]
    lines += [[Cell(_plain(row.get(name, "")), {}) for name in shown] for row in rows]
    table(lines, [_numeric(rows, name) for name in shown])
    return len(rows)


def _numeric(rows: list[Row], name: str) -> bool:
    return all(isinstance(r.get(name), int | float) and not isinstance(r.get(name), bool) for r in rows)


def _plain(value: Any) -> str:
    """A cell for people; control characters of hostile names cannot reach the terminal."""
    if isinstance(value, bool):
        return "yes" if value else ""
    return "".join(c if c.isprintable() else " " for c in _cell(value))


class TerminalProgress:
    """A bar on stderr where there is a screen; else only the notes."""

    def __init__(self) -> None:
        self.bar: Bar | None = None

    def start(self, what: str, total: int | None) -> None:
        """Draw the bar."""
        from dragoman.cli.terminal import Bar

        if sys.stderr.isatty():
            self.bar = Bar(what, total)
            self.bar.draw()

    def step(self, what: str = "", count: int = 1) -> None:
        """Move the bar on."""
        if self.bar:
            self.bar.step(count, _plain(what[-40:]))

    def note(self, line: str) -> None:
        """One line above the bar."""
        if self.bar:
            self.bar.say(_plain(line))
        else:
            click.echo(line, err=True)

    def done(self) -> None:
        """Take the bar away."""
        if self.bar:
            self.bar.clear()
            self.bar = None
