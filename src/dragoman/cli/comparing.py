"""`dragoman compare`: two names, or a file of pairs."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.base.errors import Unreadable, UsageError
from dragoman.cli.options import format_option
from dragoman.cli.printing import print_rows


@click.command("compare")
@click.argument("names", nargs=-1)
@click.option(
    "--file", "path", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A file of pairs: CSV, JSON lines."
)
@click.option("--left", default="", metavar="COLUMN", help="Column of the first name.")
@click.option("--right", default="", metavar="COLUMN", help="Column of the second name.")
@click.option("--schema", default="", metavar="SCHEMA|COLUMN", help="Person, Company ...; or the column that says so.")
@format_option
def compare_command(names: tuple[str, ...], path: Path | None, left: str, right: str, schema: str, form: str) -> None:
    """Are two names of one bearer? A probability with its reasons, across Latin, Cyrillic and Chinese script.

    With --file each row is printed with `score` and `same`; a .jsonl file may hold whole records in FollowTheMoney JSON
    (`left`, `right`).

    \b
    Example:
      dragoman compare "哈尔滨工程大学" "Harbin Engineering University"
      dragoman compare --file pairs.csv --left name1 --right name2 --schema schema --format csv
    """
    if path:
        from dragoman.workspace.comparing import compare_file

        refused: list[str] = []
        print_rows(compare_file(path, left, right, schema, lambda error: refused.append(str(error))), form)
        for line in refused:
            click.echo(f"dragoman: {line}", err=True)
        if refused:
            raise click.exceptions.Exit(Unreadable.exit_code)
        return
    if len(names) != 2:
        raise UsageError(f"{len(names)} names given", do="give two names, or --file with --left and --right")
    _two(names[0], names[1], schema, form)


def _two(left: str, right: str, schema: str, form: str) -> None:
    from dragoman.workspace.comparing import compare_two, verdict

    score = compare_two(left, right, schema)
    rows = [
        {"reason": r.name, "weight": round(r.weight, 2), "left": r.left, "right": r.right, "what it means": r.detail}
        for r in score.reasons
    ]
    if form == "table":
        click.echo(f"{verdict(score.value)}: {score.value:.4f}   {left}  |  {right}")
        print_rows(rows, form)
        return
    print_rows(
        [{"left": left, "right": right, "score": score.value, "same": verdict(score.value) == "same", "reasons": rows}], form
    )
