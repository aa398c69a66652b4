"""`dragoman export` and `dragoman report`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.base.errors import UsageError
from dragoman.cli.options import workspace_option


@click.command("export")
@workspace_option
@click.option("--edition", default="", metavar="NAME", help="Only what belongs to this edition or series, as records.")
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "csv", "ftm", "xlsx", "json"]), default="jsonl", show_default=True
)
@click.option(
    "-o",
    "--output",
    "--out",
    type=click.Path(path_type=Path),
    help="File; for csv a folder or zip too (default: to the screen).",
)
def export_command(folder: Path, edition: str, form: str, output: Path | None) -> None:
    """Export every statement with its evidence (jsonl, csv), entities for FollowTheMoney tools (ftm), or records.

    Records are sheets, one a kind, that can be imported again: xlsx, csv into a folder or a zip; or json. No cell is a formula.
    Offers and requests of a party with an open hit are left out and named.

    \b
    Example:
      dragoman export -w my-expo --format ftm > entities.ftm.json
      dragoman export --edition "3rd Tidal Fair" --format xlsx -o fair.xlsx
      dragoman export --edition "3rd Tidal Fair" --format csv -o fair.zip
    """
    if edition or form in ("xlsx", "json") or (form == "csv" and output and (output.is_dir() or output.suffix != ".csv")):
        _records(folder, edition, form, output)
        return
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


def _records(folder: Path, edition: str, form: str, output: Path | None) -> None:
    from dragoman.workspace import open_workspace
    from dragoman.workspace.edition_export import export_records

    if output is None or output == Path("-"):
        raise UsageError("records go to a file", do="-o FILE.xlsx, FILE.json, FILE.jsonl or for csv -o FOLDER or FILE.zip")
    with open_workspace(folder) as workspace:
        subject = workspace.expo.edition(edition) if edition else ""
        done = export_records(workspace, output, form, subject)
    click.echo(f"{done.path}: {done.records:,} records in {done.files} file{'s' if done.files != 1 else ''}", err=True)
    for name in done.held:
        click.echo(f"held, left out: {name}", err=True)


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
