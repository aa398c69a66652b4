"""Rows to the terminal: a table for people; JSON, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

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
    from rich.table import Table
    from rich.text import Text

    if not rows:
        click.echo("nothing found", err=True)
        return 0
    shown = list(columns or rows[0])
    table = Table(title=title or None, title_justify="left", header_style="bold", box=None, pad_edge=False)
    for name in shown:
        table.add_column(name, overflow="fold", justify="right" if _numeric(rows, name) else "left")
    for row in rows:
        table.add_row(*(Text(_plain(row.get(name, ""))) for name in shown))
    console().print(table)
    return len(rows)


def _numeric(rows: list[Row], name: str) -> bool:
    return all(isinstance(r.get(name), int | float) and not isinstance(r.get(name), bool) for r in rows)


def _plain(value: Any) -> str:
    """A cell for people; control characters of hostile names cannot reach the terminal."""
    if isinstance(value, bool):
        return "yes" if value else ""
    return "".join(c if c.isprintable() else " " for c in _cell(value))


def console(*, stderr: bool = False) -> Any:
    """A terminal to print on; as wide as the screen or COLUMNS say, 120 columns where neither does."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, width=None if stream.isatty() or "COLUMNS" in os.environ else 120, highlight=False)


class TerminalProgress:
    """A bar on stderr where there is a screen; else only the notes."""

    def __init__(self) -> None:
        self.bar: Any = None
        self.task: Any = None

    def start(self, what: str, total: int | None) -> None:
        """Draw the bar."""
        if not sys.stderr.isatty():
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[now]}"),
        )
        self.bar = Progress(*columns, console=console(stderr=True), transient=True)
        self.bar.start()
        self.task = self.bar.add_task(what, total=total, now="")

    def step(self, what: str = "", count: int = 1) -> None:
        """Move the bar on."""
        if self.bar:
            self.bar.update(self.task, advance=count, now=what[-40:])

    def note(self, line: str) -> None:
        """One line above the bar."""
        if self.bar:
            self.bar.console.print(_plain(line), markup=False)
        else:
            click.echo(line, err=True)

    def done(self) -> None:
        """Take the bar away."""
        if self.bar:
            self.bar.stop()
            self.bar = None
