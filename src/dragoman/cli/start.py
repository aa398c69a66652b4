"""`dragoman init` and `dragoman doctor`."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import workspace_option


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
def init_command(folder: Path) -> None:
    """Make an empty workspace in FOLDER (default: here).

    \b
    Example:
      dragoman init my-expo
    """
    from dragoman.workspace import DATABASE, open_workspace

    was_there = (folder / DATABASE).exists()
    folder.mkdir(parents=True, exist_ok=True)
    open_workspace(folder, create=True).close()
    click.echo(f"{folder}: {'a workspace was here already; nothing changed' if was_there else 'workspace made'}")
    if not was_there:
        click.echo(f"next: dragoman read -w {folder} FILES-OR-FOLDERS")


@click.command("doctor")
@workspace_option
@click.option("--mend", is_flag=True, help="Rebuild the views from the logs.")
def doctor_command(folder: Path, mend: bool) -> None:
    """Compare the views of a workspace with a rebuild from its logs.

    \b
    Example:
      dragoman doctor -w my-expo --mend
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        if mend:
            workspace.store.rebuild()
        differences = workspace.store.check()
        for line in differences:
            click.echo(line)
        counts = ", ".join(f"{value:,} {key}" for key, value in workspace.store.counts().items())
        click.echo(
            f"{'views differ from the logs: dragoman doctor --mend rebuilds them' if differences else 'sound'}: {counts}"
        )
    if differences:
        raise click.exceptions.Exit(1)
