"""`dragoman export` and `dragoman report`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.cli.options import workspace_option


@click.command("export")
@workspace_option
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "ftm"]), default="jsonl", show_default=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write (default: standard output)."
)
def export_command(folder: Path, form: str, output: Path | None) -> None:
    """Export every statement with its evidence (jsonl, csv), or entities for FollowTheMoney tools (ftm).

    \b
    Example:
      dragoman export -w my-expo --format ftm > entities.ftm.json
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        lines = workspace.papers.export(form)
        if output in (None, Path("-")):
            for line in lines:
                sys.stdout.write(f"{line}\n")
            return
        assert output is not None  # noqa: S101 (asked above)
        with output.open("w", encoding="utf-8") as out:
            count = sum(1 for line in lines if out.write(f"{line}\n"))
    click.echo(f"{output}: {count} lines", err=True)


@click.command("report")
@workspace_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write (default: report.html in the workspace).",
)
@click.option("--title", default="", help="Title of the report (default: the folder's name).")
@click.option("--lang", type=click.Choice(["en", "zh", "ru"]), default="en", show_default=True)
def report_command(folder: Path, output: Path | None, title: str, lang: str) -> None:
    """Write one self-contained HTML file: figures, map, organisations, each fact opening its sentence.

    \b
    Example:
      dragoman report -w my-expo -o report.html --lang zh
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        path = workspace.papers.report(output or folder / "report.html", title, lang)
    click.echo(str(path))
