"""`dragoman agreement`: parties, documents, money and every step of an agreement with its day and source."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import print_rows


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
        print_rows(found.rows, form, ("what", "value", "date", "source"), title)
        if found.alike:
            told = workspace.store.captions([found.alike]).get(found.alike, "")
            click.echo(f"may be the same as {told} ({found.alike[:12]}): dragoman decide says so", err=True)
