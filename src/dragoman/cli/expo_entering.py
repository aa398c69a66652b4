"""`dragoman enter`, `correct` and `history`: forms from the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.base.errors import UsageError
from dragoman.cli import seen as shown
from dragoman.cli.expo import by_option
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import print_rows

if TYPE_CHECKING:
    from dragoman.workspace import Workspace


def said(pairs: tuple[str, ...]) -> dict[str, list[str]]:
    """`prop=value` as typed, several values of a property in their order."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        prop, sign, value = pair.partition("=")
        if not sign or not prop.strip():
            raise UsageError(f"{pair!r} is no property with a value", do="write prop=value, in quotes where it has spaces")
        found.setdefault(prop.strip(), []).append(value.strip())
    return found


@click.command("enter")
@click.argument("schema")
@click.argument("pairs", nargs=-1, required=True, metavar="PROP=VALUE...")
@click.option("--of", "edition", default="", metavar="EDITION", help="The edition it belongs to.")
@click.option("--new", "another", is_flag=True, help="It is another of a name that is there already.")
@by_option
@workspace_option
def enter_command(schema: str, pairs: tuple[str, ...], edition: str, another: bool, by: str, folder: Path) -> None:
    """Enter a record of SCHEMA: each value becomes a statement that names you. Prints its id.

    A value that names a record may be its name or id; "unnamed: a maker of lasers" is a party whose name is not told.

    \b
    Example:
      dragoman enter Agreement party="Rover Co. Ltd" party="unnamed: a maker of lasers" stage=memorandum \\
        date=2019-06-15 amount="1.5 million USD" --of "3rd Tidal Fair" --by "Anna Chen"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        form = f"dragoman enter {schema}"
        click.echo(workspace.expo.enter(schema, said(pairs), by=by, of=edition, form=form, new=another))


@click.command("correct")
@click.argument("record")
@click.argument("pair", metavar="PROP=VALUE")
@click.option("--old", default="", metavar="VALUE", help="Which value to replace, where there are several.")
@click.option(
    "--seen",
    type=click.IntRange(0),
    default=None,
    help="Position of the log you saw (default: of your last show or history of it): what came since is told.",
)
@click.option("--note", default="", help="Why.")
@by_option
@workspace_option
def correct_command(record: str, pair: str, old: str, seen: int | None, note: str, by: str, folder: Path) -> None:
    """Correct RECORD (a name or an id): the old value is taken back, the new one said; both stay in its history.

    PROP= with nothing after it only takes back. What documents claim is not touched. Where somebody else changed the same
    property since you were shown the record, nothing is written and you are told; show it again and decide.

    \b
    Example:
      dragoman correct "3rd Tidal Fair" venue="North Hall" --by "Anna Chen"
    """
    from dragoman.workspace import open_workspace

    ((prop, values),) = said((pair,)).items()
    with open_workspace(folder) as workspace:
        expo = workspace.expo
        key = workspace.store.canonical(expo.find(record))
        since = _since(workspace, folder, key, by) if seen is None else seen
        done = expo.correct(key, prop, values[0], by=by, seen=since, old=old, note=note, form="dragoman correct")
    shown.note(folder, key, done.position)
    for edit in done.meanwhile:
        click.echo(f"meanwhile: {edit}", err=True)
    click.echo(f"{len(done.taken_back)} taken back, {len(done.made)} said; position {done.position}", err=True)


def _since(workspace: Workspace, folder: Path, key: str, by: str) -> int | None:
    """From where to guard: what this user was shown, or their own last change of the record where that came later."""
    noted = shown.noted(folder, key)
    if noted is None:
        return None
    came = [e for e in workspace.expo.history(key) if e.position > noted]
    own = next((n for n, e in enumerate(came) if e.by != by), len(came))
    return came[own - 1].position if own else noted


@click.command("history")
@click.argument("record")
@workspace_option
@format_option
def history_command(record: str, folder: Path, form: str) -> None:
    """Show all that was said and taken back of RECORD (a name or an id): by whom, when, from which source.

    \b
    Example:
      dragoman history "3rd Tidal Fair"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        key = workspace.store.canonical(workspace.expo.find(record))
        shown.note(folder, key, workspace.expo.position())
        rows = (
            {
                "position": e.position, "at": e.at, "by": e.by, "what": "took back" if e.taken_back else "said",
                "property": e.prop, "value": f"{e.value} {e.unit}".strip(), "date": e.date, "note": e.note, "source": e.source,
                "statement": e.statement,
            }
            for e in workspace.expo.history(key)
        )  # fmt: skip
        print_rows(rows, form, ("position", "at", "by", "what", "property", "value", "date", "note"))
