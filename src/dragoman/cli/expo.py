"""`dragoman expo`: editions made, shown and listed, catalogues imported, agreements moved to their stages."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import seen
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import TerminalProgress, print_rows

if TYPE_CHECKING:
    from dragoman.workspace.expo_import import Imported, SheetPreview

SHOWN = 50  # refusals told on the screen
UNREAD = 4  # exit code where some inputs could not be read
by_option = click.option("--by", default=getpass.getuser, show_default="your user name", help="Who enters it.")


@click.group("expo")
def expo_command() -> None:
    """Editions of an expo: make, show and list them, import their catalogues, move agreements through their stages.

    \b
    Example:
      dragoman expo new "Tidal Fair" --by "Anna Chen"
      dragoman expo new "3rd Tidal Fair" --of "Tidal Fair" --ordinal 3 --from 2019-06-14 --to 2019-06-17
      dragoman expo import "3rd Tidal Fair" catalogue.xlsx agreements.csv --preview
      dragoman expo import "3rd Tidal Fair" catalogue.xlsx agreements.csv
      dragoman figures "3rd Tidal Fair"
    """


@expo_command.command("new")
@click.argument("name")
@click.option("--of", "series", default="", metavar="EXPO", help="The series this is an edition of; none: a series is made.")
@click.option("--ordinal", default="", help="Which edition of the series it is.")
@click.option("--theme", default="")
@click.option("--from", "start", default="", metavar="DATE")
@click.option("--to", "end", default="", metavar="DATE")
@click.option("--venue", default="")
@click.option("--organiser", "organisers", multiple=True, help="May be given several times.")
@by_option
@workspace_option
def new_command(
    name: str, series: str, ordinal: str, theme: str, start: str, end: str, venue: str, organisers: tuple[str, ...], by: str,
    folder: Path,
) -> None:  # fmt: skip
    """Make a series, or with --of an edition of it.

    \b
    Example:
      dragoman expo new "3rd Tidal Fair" --of "Tidal Fair" --ordinal 3 --from 2019-06-14 --to 2019-06-17
    """
    from dragoman.workspace import open_workspace

    said = {"name": name, "ordinal": ordinal, "theme": theme, "startDate": start, "endDate": end, "venue": venue}
    form: dict[str, str | tuple[str, ...]] = {prop: value for prop, value in said.items() if value}
    if organisers:
        form["organizer"] = organisers
    kind = "Edition" if series or ordinal else "Expo"
    with open_workspace(folder) as workspace:
        click.echo(workspace.expo.enter(kind, form, by=by, of=series, form="dragoman expo new"))


@expo_command.command("list")
@workspace_option
@format_option
def list_command(folder: Path, form: str) -> None:
    """List the series with their editions, in order.

    \b
    Example:
      dragoman expo list
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        print_rows(workspace.expo.listed(), form, ("id", "expo", "edition", "ordinal", "from", "to", "files"))


@expo_command.command("show")
@click.argument("edition")
@workspace_option
@format_option
def show_command(edition: str, folder: Path, form: str) -> None:
    """Show an edition or a series: what was said of it and by whom, its files, honours, and guests of honour by edition.

    \b
    Example:
      dragoman expo show "3rd Tidal Fair"
    """
    from dragoman.workspace import open_workspace
    from dragoman.workspace.expo_beside import beside

    with open_workspace(folder) as workspace:
        found, position = workspace.expo.edition(edition), workspace.expo.position()
        rows = [*workspace.expo.told(found), *beside(workspace, found)]
        seen.note(folder, found, position)
        print_rows(rows, form, ("property", "value", "date", "by", "source"))
        if form == "table":
            click.echo(f"{found}, position {position}: dragoman correct guards from here", err=True)


@expo_command.command("import")
@click.argument("edition")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--mapping", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="What the columns are (TOML).")
@click.option("--preview", is_flag=True, help="Show what each column would become; keep nothing.")
@click.option("--replace", "replaces", is_flag=True, help="A file of a known name is its newer version, whatever it lacks.")
@click.option("--again", is_flag=True, help="Read files once more that were imported before.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write what was refused, and why, as CSV.")
@by_option
@workspace_option
@format_option
def import_command(
    edition: str, paths: tuple[Path, ...], mapping: Path | None, preview: bool, replaces: bool, again: bool,
    report: Path | None, by: str, folder: Path, form: str,
) -> None:  # fmt: skip
    """Import a catalogue into EDITION: CSV, XLSX with several sheets, or folders of them, by their headings or a mapping.

    Texts (txt, html, docx, pdf) are read as documents and tied to the edition. The same files again change nothing. A sheet
    of the name of one imported before is its newer version: changed rows are taken back and said anew, rows that went are
    withdrawn. What is refused is told with its row.

    \b
    Example:
      dragoman expo import "3rd Tidal Fair" exhibitors.csv projects.xlsx --by "Anna Chen"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        if preview:
            sheets = workspace.expo.preview(edition, paths, mapping=str(mapping or ""))
            print_rows((row for sheet in sheets for row in preview_rows(sheet)), form)
            return
        done = workspace.expo.import_catalogue(
            edition, paths, by=by, mapping=str(mapping or ""), replaces=replaces, again=again,
            progress=TerminalProgress(),
        )  # fmt: skip
    _told(done, form)
    if report:
        _write(report, done)
    if done.unread:
        raise click.exceptions.Exit(UNREAD)


def preview_rows(sheet: SheetPreview) -> list[dict[str, object]]:
    """One row a column: its heading, what it would become, and its first cells."""
    head = {"file": sheet.file, "sheet": sheet.sheet, "kind": sheet.kind or "not known"}
    return [
        {**head, "column": title, "becomes": field or "left out", "first": "; ".join(r[n] for r in sheet.first if n < len(r))}
        for n, (title, field) in enumerate(sheet.columns)
    ]


def _told(done: Imported, form: str) -> None:
    summary = {
        "files": done.files, "known": done.known, "documents": done.documents, "rows": done.rows, "new": done.new,
        "taken back": done.taken_back,
        "withdrawn": len(done.withdrawn), "refused": len(done.refused), "unread": len(done.unread),
    }  # fmt: skip
    if form == "table":
        click.echo(", ".join(f"{n:,} {what}" for what, n in summary.items()), err=True)
        for name in done.withdrawn:
            click.echo(f"withdrawn: {name}", err=True)
    else:
        print_rows([summary], form)
    lines = [str(line) for line in (*(r.error for r in done.unread), *done.refused)]
    for line in lines[:SHOWN]:
        click.echo(line, err=True)
    if len(lines) > SHOWN:
        click.echo(f"{SHOWN} of {len(lines)} refusals; --report FILE writes them all", err=True)


def _write(path: Path, done: Imported) -> None:
    """What was refused as CSV: file, sheet, row, why."""
    import csv

    with path.open("w", newline="", encoding="utf-8") as out:
        lines = csv.writer(out)
        lines.writerow(["file", "sheet", "row", "why"])
        lines.writerows([r.name, "", "", str(r.error)] for r in done.unread)
        lines.writerows([r.file, r.sheet, r.row or "", r.why] for r in done.refused)


@expo_command.command("step")
@click.argument("agreement")
@click.argument("stage")
@click.option("--date", default="", metavar="DATE", help="When it was reached.")
@click.option("--document", default="", help="The paper that shows it.")
@by_option
@workspace_option
@format_option
def step_command(agreement: str, stage: str, date: str, document: str, by: str, folder: Path, form: str) -> None:
    """Move AGREEMENT to a STAGE: contact, intention, memorandum, contract, in force, ended. Earlier steps stay.

    \b
    Example:
      dragoman expo step "Joint laboratory" contract --date 2020-02-01 --by "Anna Chen"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.expo.find(agreement)
        steps = workspace.expo.step(found, stage, date=date, document=document, by=by, form="dragoman expo step")
        print_rows(({"stage": s.stage, "date": s.date, "statement": s.statement[:10]} for s in steps), form)
