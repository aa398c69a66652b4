"""`dragoman programme`: the items of an edition, their clashes, released versions and what each changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.expo import by_option
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import print_rows

if TYPE_CHECKING:
    from dragoman.expo.programme import Change, Item


@click.group("programme")
def programme_command() -> None:
    """The programme of an edition: forums, releases, contests and other events with day, hour, room and speakers.

    \b
    Example:
      dragoman enter Forum name="Forum on sonar" startDate=2019-06-14 startTime=09:30 endTime=11:00 \\
        room="Room 2" speaker="Li Wei" --of "3rd Tidal Fair"
      dragoman programme show "3rd Tidal Fair"
      dragoman programme release "3rd Tidal Fair" --by "Anna Chen"
      dragoman paper programme "3rd Tidal Fair" --lang zh --out programme.pdf
    """


@programme_command.command("show")
@click.argument("edition")
@click.option("--version", type=click.IntRange(0), default=None, help="A released version (0: the latest); none: the draft.")
@workspace_option
@format_option
def show_command(edition: str, version: int | None, folder: Path, form: str) -> None:
    """Show the draft or a released version; clashes and what has no day or hour are told beside it.

    \b
    Example:
      dragoman programme show "3rd Tidal Fair"
      dragoman programme show "3rd Tidal Fair" --version 2
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.expo.edition(edition)
        if version is None:
            draft = workspace.programmes.draft(found)
            print_rows(_rows(draft.items), form, COLUMNS)
            _tell([f"clash: {c}" for c in draft.clashes] + [f"not placed: {u}" for u in draft.unplaced])
        else:
            print_rows(_rows(workspace.programmes.released(found, version).items), form, COLUMNS)


COLUMNS = ("start", "end", "title", "kind", "room", "speakers", "by", "cancelled")


def _rows(items: Iterable[Item]) -> Iterable[dict[str, object]]:
    for i in items:
        yield {
            "start": i.start.replace("T", " "), "end": i.end[11:], "title": i.named, "kind": i.kind,
            "room": next(iter(i.room.values()), ""), "speakers": _people(i.speakers), "by": _people(i.by),
            "cancelled": i.cancelled, "key": i.key, "titles": dict(i.title),
        }  # fmt: skip


def _people(people: Iterable[tuple[str, Mapping[str, str]]]) -> str:
    return ", ".join(next(iter(words.values()), "") for _, words in people)


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


@programme_command.command("clashes")
@click.argument("edition")
@workspace_option
@format_option
def clashes_command(edition: str, folder: Path, form: str) -> None:
    """Items that share a room or a speaker at one time, or lie outside the edition's days.

    \b
    Example:
      dragoman programme clashes "3rd Tidal Fair"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        draft = workspace.programmes.draft(workspace.expo.edition(edition))
        rows = ({"kind": c.kind, "what": c.what, "clash": str(c)} for c in draft.clashes)
        print_rows(rows, form, ("kind", "clash"))


@programme_command.command("release")
@click.argument("edition")
@click.option("--note", default="", help="What this version is about.")
@by_option
@workspace_option
@format_option
def release_command(edition: str, note: str, by: str, folder: Path, form: str) -> None:
    """Release the draft as the next version: papers, calendars and public pages show it from now on. Prints what changed.

    \b
    Example:
      dragoman programme release "3rd Tidal Fair" --by "Anna Chen" --note "forum on sonar moved"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.expo.edition(edition)
        done = workspace.programmes.release(found, by=by, note=note)
        click.echo(f"version {done.version}: {len(done.items)} items", err=True)
        print_rows(_changed(done.changes), form)
        _tell(f"clash: {c}" for c in workspace.programmes.draft(found).clashes)


def _changed(changes: Iterable[Change]) -> Iterable[dict[str, object]]:
    for c in changes:
        yield {"change": c.kind, "item": c.item.named, "before": c.before, "after": c.after, "start": c.item.start}


@programme_command.command("versions")
@click.argument("edition")
@click.option("--changes", "number", type=click.IntRange(1), default=None, help="What a version changed.")
@workspace_option
@format_option
def versions_command(edition: str, number: int | None, folder: Path, form: str) -> None:
    """Released versions, by whom and when; with --changes what one of them changed.

    \b
    Example:
      dragoman programme versions "3rd Tidal Fair"
      dragoman programme versions "3rd Tidal Fair" --changes 2
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.expo.edition(edition)
        if number is not None:
            print_rows(_changed(workspace.programmes.released(found, number).changes), form)
            return
        rows = ({"version": r.version, "by": r.by, "at": r.at[:19]} for r in workspace.programmes.versions(found))
        print_rows(rows, form)
