"""`dragoman link`: which rows of two tables are one bearer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import format_option
from dragoman.cli.printing import Row, TerminalProgress, print_rows

if TYPE_CHECKING:
    from dragoman.bulk.linking import Linked, Party

TABLE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("link")
@click.argument("left", type=TABLE)
@click.argument("right", type=TABLE)
@click.option("--name-column", default="name", show_default=True)
@click.option("--id-column", default="", help="Column of the rows' own ids (default: the row number).")
@click.option("--country-column", default="")
@click.option("--text-column", default="", help="A free particular such as a city; one typing error is forgiven.")
@click.option("--identifier-column", default="", help="A number that one bearer has: registration, tax, LEI ...")
@click.option("--threshold", default=0.5, show_default=True, type=click.FloatRange(0, 1))
@format_option
def link_command(
    left: Path, right: Path, name_column: str, id_column: str, country_column: str, text_column: str, identifier_column: str,
    threshold: float, form: str,
) -> None:  # fmt: skip
    """Link the rows of two tables by name and what stands beside it; weights are learned from the tables themselves.

    \b
    Example:
      dragoman link ours.csv theirs.csv --id-column id --country-column country --text-column city --format csv
    """
    from dragoman.bulk.linking import link
    from dragoman.workspace.rows import rows, wanted

    columns = (name_column, id_column, country_column, text_column, identifier_column)
    for path in (left, right):
        wanted(path, next(rows(path), (0, {}))[1], *columns)
    ours, theirs = (_parties(path, columns) for path in (left, right))
    linked = link(ours, theirs, threshold=threshold, progress=TerminalProgress())
    print_rows(_told(linked, ours, theirs), form)


def _parties(path: Path, columns: tuple[str, ...]) -> list[Party]:
    from dragoman.bulk.linking import Party
    from dragoman.workspace.rows import rows

    name, number, country, text, identifier = columns
    return [
        Party(
            cells.get(number, "") or str(row),
            cells.get(name, ""),
            cells.get(country, ""),
            cells.get(text, ""),
            cells.get(identifier, ""),
        )
        for row, cells in rows(path)
    ]


def _told(linked: Linked, ours: list[Party], theirs: list[Party]) -> Iterator[Row]:
    from dragoman.bulk.linking import COMPARISONS

    lefts, rights = {p.id: p.name for p in ours}, {p.id: p.name for p in theirs}
    for found in linked.links:
        weights = {
            f"{what}": round(weight.get(level, 0.0), 1)
            for what, weight, level in zip(COMPARISONS, linked.weights.levels, found.pattern, strict=True)
        }
        yield {
            "left": found.left, "left name": lefts[found.left], "right": found.right, "right name": rights[found.right],
            "probability": round(found.probability, 4), "start": round(linked.weights.start, 1), **weights,
        }  # fmt: skip
