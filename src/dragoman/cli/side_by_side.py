"""A pair side by side in the terminal: differing cells are marked, the score stands below with what moved it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from dragoman.cli.terminal import Cell, table

if TYPE_CHECKING:
    from dragoman.model.score import Score
    from dragoman.workspace.reviewing import Question, Side

SHOWN = 12  # names, sources ... of one side; the rest is counted
WEIGHED = 8  # reasons shown
BAR = 5.0  # signs of the waterfall's bar for one unit of log-odds
MARK = "≠"
WIDTHS = (13, 50, 50)  # columns of the label and of either side
FIELDS: tuple[tuple[str, Callable[[Side], Iterable[str]]], ...] = (
    ("names", lambda side: side.names),
    ("schema", lambda side: (side.schema,)),
    ("countries", lambda side: side.countries),
    ("dates", lambda side: side.dates),
    ("identifiers", lambda side: side.identifiers),
    ("sources", lambda side: side.sources),
)
MARKED = ("schema", "countries", "dates", "identifiers")  # names and sources differ in nearly every pair


def show(question: Question, head: str, *, latin: bool) -> None:
    """Print a pair; `latin` adds the Latin spelling of names in other scripts."""
    rows = []
    for name, values in FIELDS:
        ours, theirs = list(values(question.left)), list(values(question.right))
        if not ours and not theirs:
            continue
        differs = name in MARKED and ours and theirs and not set(ours) & set(theirs)
        look = {"bold": True, "fg": "red"} if differs else {}
        cells = [Cell(_cell(side, latin=latin and name == "names"), look) for side in (ours, theirs)]
        rows.append([Cell(f"{name} {MARK}" if differs else name, look or {"dim": True}), *cells])
    click.echo(click.style(head, italic=True))
    if rows:
        table(rows, (False, False, False), WIDTHS)
    lines = waterfall(question.score)
    if question.names:
        lines += ["  of the names:", *waterfall(question.names)]
    for line in lines:
        click.echo(line)
    held = f"; no rule joins them: {', '.join(question.held)}" if question.held else ""
    click.echo(f"score {question.score.value:.3f}{held}")


def _cell(values: list[str], *, latin: bool) -> str:
    lines = [_spelt(v) if latin else plain(v) for v in values[:SHOWN]]
    return "\n".join([*lines, f"and {len(values) - SHOWN} more"] if len(values) > SHOWN else lines)


def _spelt(name: str) -> str:
    from dragoman.text.folding import fold
    from dragoman.text.transliteration import latinise

    return plain(name) if name.isascii() else f"{plain(name)} [{latinise(fold(name))}]"


def plain(text: str) -> str:
    """Without control characters: names of hostile files cannot reach the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def waterfall(score: Score) -> list[str]:
    """The reasons as lines: weight in log-odds, a bar to the left or the right, what was compared."""
    lines = []
    for reason in score.reasons[:WEIGHED]:
        bar = ("+" if reason.weight > 0 else "-") * min(25, round(abs(reason.weight) * BAR))
        seen = " / ".join(dict.fromkeys(plain(side) for side in (reason.left, reason.right) if side))
        lines.append(f"  {reason.weight:+6.2f} {bar:<25} {reason.detail}{f': {seen}' if seen else ''}")
    return lines
