"""`dragoman agreement`: parties, documents, money and every step of an agreement with its day and source."""

from __future__ import annotations

import re
from pathlib import Path

import click

from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import Row, print_rows

LONG = re.compile(r"\d{5,}")  # digits of a number that are read in threes


@click.command("agreement")
@click.argument("agreement")
@workspace_option
@format_option
def agreement_command(agreement: str, folder: Path, form: str) -> None:
    """Show AGREEMENT: parties (also those without a name), signatories, documents, money, each step with day and source.

    Steps are made with `dragoman expo step`; `dragoman due` tells which end soon.

    \b
    Example:
      dragoman agreement "Joint laboratory"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.agreements.show(workspace.expo.find(agreement))
        title = f"{found.caption}: {found.stage or 'no stage told'}"
        rows = [_grouped(r) for r in found.rows] if form == "table" else found.rows
        print_rows(rows, form, ("what", "value", "date", "source"), title)
        if found.alike:
            told = workspace.store.captions([found.alike]).get(found.alike, "")
            click.echo(f"may be the same as {told} ({found.alike[:12]}): dragoman decide says so", err=True)


def _grouped(row: Row) -> Row:
    """A row of money with its thousands apart, for people."""
    return row | {"value": LONG.sub(lambda n: f"{int(n[0]):,}", row["value"])} if row["what"].startswith("money") else row
