"""`dragoman lists`: add, update, show, compare and remove watchlists; the seat that says which of them bind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.base.errors import DragomanError, UsageError, WorkspaceError
from dragoman.cli.inputs import date
from dragoman.cli.options import format_option
from dragoman.cli.printing import Row, TerminalProgress, print_rows

if TYPE_CHECKING:
    from dragoman.lists.loading import Loaded
    from dragoman.workspace.lists import Lists

UNREADABLE = 4
SHOWN = ("list", "law", "binds", "published", "age", "records", "names", "title", "note")
EDITIONS = ("list", "edition", "in force", "published", "loaded", "records", "names", "problems", "source")
place_option = click.option(
    "-w", "--workspace", "folder", type=click.Path(path_type=Path, file_okay=False), default=".", envvar="DRAGOMAN_WORKSPACE",
    help="Folder of the workspace (default: here; where there is none, your own lists outside any workspace).",
)  # fmt: skip


def lists_at(folder: Path) -> Lists:
    """The lists of a workspace, or the user's own where no workspace was named and none is here."""
    from dragoman.workspace import DATABASE
    from dragoman.workspace.lists import Lists

    if folder != Path() and not (folder / DATABASE).exists():
        raise WorkspaceError("there is no workspace here", where=str(folder), do="make one with: dragoman init")
    return Lists.at(folder)


@click.group("lists", context_settings={"help_option_names": ["-h", "--help"]})
def lists_command() -> None:
    """Watchlists and registers: dated editions, searched by `dragoman screen`.

    \b
    Example:
      dragoman lists add un
      dragoman lists add us-csl consolidated.csv
      dragoman lists add suppliers partners.csv --name-column Company
      dragoman lists show
    """


@lists_command.command("add")
@click.argument("label")
@click.argument("source", required=False)
@place_option
@click.option("--format", "form", default="", help="Format or bundled mapping, where it is not recognised.")
@click.option("--mapping", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="What the columns are (TOML).")
@click.option("--name-column", default="", help="Column of the names: makes a list of any table.")
@click.option("--id-column", default="", help="Column of the ids; rows of one id are one record.")
@click.option("--alias-column", default="", help="Column of other names, split at semicolons.")
@click.option("--schema", default="", help="What all rows are: Person, Organization, Company ...")
@click.option("--schema-column", default="", help="Column that says what a row is.")
@click.option("--country-column", default="", help="Column of countries.")
@click.option("--birth-date-column", default="", help="Column of birth dates.")
@click.option("--address-column", default="", help="Column of addresses.")
@click.option("--where", multiple=True, metavar="COLUMN=VALUE", help="Only rows with this value.")
@click.option("--encoding", default="", help="Encoding of a text file, where it is not recognised.")
@click.option("--published", default="", callback=date, help="Date of the list, where the file does not tell it.")
@click.option("--law", default="", help="Legal order of the list: UN, EU, US, UK, JP ...")
@click.option("--title", default="", help="Title of the list.")
@click.option("--yes", is_flag=True, help="Do not ask before a public list is fetched.")
def add_command(
    label: str,
    source: str | None,
    folder: Path,
    form: str,
    mapping: Path | None,
    where: tuple[str, ...],
    yes: bool,
    **told: str,
) -> None:
    """Load a list from a file, a folder or an https address; without SOURCE, fetch the public list LABEL.

    What is loaded is an edition; loading the same file again adds nothing.

    \b
    Example:
      dragoman lists add eu FULL.xml
      dragoman lists add dod section_1286.csv --where report-date=2024
    """
    lists = lists_at(folder)
    if source is None:
        made = _public(lists, label, yes)
    else:
        pairs = dict(_pair(text) for text in where)
        made = lists.add(label, source, format=form, mapping=mapping or "", where=pairs, progress=TerminalProgress(), **told)
    _tell(made)


def _pair(text: str) -> tuple[str, str]:
    column, mark, value = text.partition("=")
    if not mark:
        raise UsageError(f"{text!r} is no condition", do="write COLUMN=VALUE")
    return column.strip(), value.strip()


def _public(lists: Lists, label: str, yes: bool) -> Loaded:
    from dragoman.lists.laws import sources

    source = sources().get(label)
    if source is None:
        raise UsageError(f"{label!r} is no public list", do="say the file, or one of " + ", ".join(sources()))
    for url in source.urls:
        click.echo(url, err=True)
    if source.note:
        click.echo(source.note, err=True)
    if not yes:
        click.confirm(f"Fetch the {source.title} from its publisher ({source.publisher})?", abort=True, err=True)
    return lists.add_public(label, progress=TerminalProgress())


def _tell(made: Loaded) -> None:
    """What a load brought; exit code 4 where rows were left out because they could not be read."""
    meta = made.meta
    if not made.new:
        click.echo(f"{meta.label}: nothing new; edition {meta.edition} is in force")
        return
    when = f"published {meta.published}" if meta.published else "date not known: say --published"
    click.echo(f"{meta.label}: {meta.title}, {when}; {meta.records:,} records, {meta.names:,} names ({meta.format})")
    for note in meta.notes:
        click.echo(f"{meta.label}: {note}", err=True)
    if made.problems:
        click.echo(f"{meta.label}: {meta.problems:,} rows could not be read and were left out", err=True)
        raise click.exceptions.Exit(UNREADABLE)


@lists_command.command("update")
@click.argument("label", required=False)
@place_option
@click.option("--accept-fewer", is_flag=True, help="Take an edition with less than half of the records.")
def update_command(label: str | None, folder: Path, accept_fewer: bool) -> None:
    """Load lists again from where they came. What cannot be fetched or read leaves the edition before in force.

    \b
    Example:
      dragoman lists update
    """
    lists = lists_at(folder)
    failed = False
    for name in [label] if label else lists.labels():
        try:
            _tell(lists.update(name, TerminalProgress(), accept_fewer=accept_fewer))
        except click.exceptions.Exit:
            failed = True
        except DragomanError as error:
            if label:
                raise
            failed = True
            click.echo(f"dragoman: {name}: {error}; the edition before stays in force", err=True)
    if failed:
        raise click.exceptions.Exit(UNREADABLE)


@lists_command.command("show")
@click.argument("label", required=False)
@place_option
@format_option
def show_command(label: str | None, folder: Path, form: str) -> None:
    """Show the lists, or the editions of one: dates, age, records, coverage.

    \b
    Example:
      dragoman lists show
      dragoman lists show un --format json
    """
    lists = lists_at(folder)
    rows = lists.show(label or "")
    if not rows:
        _nothing_covered()
    if label and form == "table":
        _describe(rows[0])
    print_rows([_with_note(row) for row in rows], form, EDITIONS if label else SHOWN) if rows or form != "table" else None


def _with_note(row: Row) -> Row:
    """A row with what is wrong with its date; the age of an undated list is that of its newest record."""
    told = (
        "" if row["published"] else f"undated, newest record {row['newest record']}; " if row["newest record"] else "undated; "
    )
    note = f"OLD: {told}dragoman lists update" if row["old"] else told.rstrip("; ")
    return row | {"age": "" if row["age"] is None else row["age"], "note": note}


def _describe(row: Row) -> None:
    """What the newest edition covers, for people."""
    click.echo(f"{row['list']}: {row['title']}{', law ' + row['law'] if row['law'] else ''}; from {row['source']}")
    for name in ("schemata", "kinds of name", "countries", "programmes"):
        most = list(row[name].items())
        told = ", ".join(f"{key} {count:,}" for key, count in most[:12])
        click.echo(f"{name}: {told}{f' and {len(most) - 12} more' if len(most) > 12 else ''}")
    for note in row["notes"]:
        click.echo(f"note: {note}")


def _nothing_covered() -> None:
    """The first run: what is not covered, and where the lists are to be had."""
    from dragoman.lists.laws import sources

    click.echo("No list is loaded: nothing is covered, and no screening can find anything.", err=True)
    click.echo("Public lists, fetched from their publishers when you agree:", err=True)
    for source in sources().values():
        click.echo(f"  dragoman lists add {source.key:<8} {source.title} ({source.publisher}; {source.page})", err=True)
    click.echo("or a file of your own: dragoman lists add LABEL FILE", err=True)


@lists_command.command("diff")
@click.argument("label")
@place_option
@click.option("--from", "old", default="", help="The older edition, by its name or date (default: the one before).")
@click.option("--to", "new", default="", help="The newer edition (default: the one in force).")
@format_option
def diff_command(label: str, folder: Path, old: str, new: str, form: str) -> None:
    """Compare two editions: what was added, removed, renamed, changed.

    \b
    Example:
      dragoman lists diff dod --from 2024 --to 2025
    """
    changes = lists_at(folder).diff(label, old, new)
    rows: list[dict[str, Any]] = [
        {"change": c.what, "id": c.id, "name": c.name, "was": c.was, "was_id": c.was_id, "properties": list(c.properties),
         "score": c.score} for c in changes
    ]  # fmt: skip
    if form == "table":
        rows = [
            row | {"properties": ", ".join(row["properties"]), "score": "" if row["score"] is None else row["score"]}
            for row in rows
        ]
        counts = {what: sum(c.what == what for c in changes) for what in ("added", "removed", "renamed", "changed")}
        click.echo(", ".join(f"{count:,} {what}" for what, count in counts.items()), err=True)
    if rows or form != "table":
        print_rows(rows, form, ("change", "name", "was", "properties", "score"))


@lists_command.command("remove")
@click.argument("label")
@place_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove_command(label: str, folder: Path, yes: bool) -> None:
    """Remove a list with all its editions; decisions on its records are kept.

    \b
    Example:
      dragoman lists remove suppliers --yes
    """
    lists = lists_at(folder)
    count = len(lists.show(label))
    if not yes:
        click.confirm(f"Remove the list {label} with {count} edition{'s' if count > 1 else ''}?", abort=True, err=True)
    lists.remove(label)
    click.echo(f"{label}: removed; decisions on its records are kept")


@lists_command.command("seat")
@click.argument("country", required=False)
@place_option
@click.option("--binds", multiple=True, metavar="LABEL", help="A list that counsel holds to bind.")
@click.option("--free", multiple=True, metavar="LABEL", help="A list that counsel holds not to bind.")
@format_option
def seat_command(country: str | None, folder: Path, binds: tuple[str, ...], free: tuple[str, ...], form: str) -> None:
    """Set or show the legal seat, and which lists bind there.

    \b
    Example:
      dragoman lists seat de --binds us-csl
    """
    from dragoman.lists.laws import NOTE, seat_in

    lists = lists_at(folder)
    seat = lists.seat()
    if country or binds or free:
        seat.country = seat_in(country) if country else seat.country
        seat.binds = sorted({*seat.binds, *binds} - set(free))
        seat.free = sorted({*seat.free, *free} - set(binds))
        lists.set_seat(seat)
    click.echo(f"seat: {seat.country or 'not set'}", err=True)
    rows = [{"list": row["list"], "law": row["law"], "binds": row["binds"], "title": row["title"]} for row in lists.show()]
    if rows or form != "table":
        print_rows(rows, form)
    click.echo(NOTE, err=True)
