"""`dragoman paper`, `publish` and `withdraw`: what is handed out, and what owners let out for everybody."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.base.errors import UsageError
from dragoman.cli.expo import by_option
from dragoman.cli.options import workspace_option

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.paper_kinds import Made

KINDS = ("programme", "calendar", "directory", "badges", "floor-plan", "public", "visit-report", "memo")
FORMS = ("pdf", "docx", "ics", "svg", "html")
NAMED = 20  # records told on the screen
EACH = ("exhibitors", "exhibits", "projects")


@click.command("paper")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("record")
@click.option("--lang", type=click.Choice(["en", "zh", "ru"]), default="en", show_default=True)
@click.option("--format", "form", type=click.Choice(FORMS), default=None, help="Default: the usual form of that paper.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; its ending tells the form. Default: standard output.",
)
@workspace_option
def paper_command(kind: str, record: str, lang: str, form: str | None, out: Path | None, folder: Path) -> None:
    """Write a paper of RECORD (an edition, a series, a visit, a consultation) from the records.

    Everybody it names is screened first. Who is held is left out of a paper of many and named on the screen; a paper about
    one matter that is held is not made. Directory, plan and page show only what was published.

    \b
    Example:
      dragoman paper programme "3rd Tidal Fair" --lang zh --out programme.pdf
      dragoman paper calendar "3rd Tidal Fair" --out programme.ics
      dragoman paper badges "3rd Tidal Fair" --lang ru --out badges.pdf
      dragoman paper public "Tidal Fair" --out site/index.html
    """
    from dragoman.workspace import open_workspace

    form = _form(form, out)
    with open_workspace(folder) as workspace:
        made = _made(workspace, kind, workspace.expo.find(record), lang, form)
        names = workspace.store.captions(made.held)
    _write(made, out)
    for key, why in made.held.items():
        click.echo(f"left out: {names.get(key, key[:8])}: {'; '.join(why)}", err=True)
    for note in made.notes:
        click.echo(f"note: {note}", err=True)


def _form(form: str | None, out: Path | None) -> str:
    """The form asked for, else that of the file's ending; a name without an ending leaves it to the paper."""
    ending = out.suffix.lower().lstrip(".") if out else ""
    ending = "html" if ending == "htm" else ending
    if ending and ending not in FORMS:
        raise UsageError(
            f"a paper is no .{ending}", where=str(out), do=f"end the name with {', '.join('.' + f for f in FORMS)}"
        )
    if form and ending and form != ending:
        raise UsageError(f"--format {form} goes not into a .{ending}", where=str(out), do=f"name a file that ends with .{form}")
    return form or ending


def _made(workspace: Workspace, kind: str, record: str, lang: str, form: str) -> Made:
    from dragoman.workspace.clearing import clear
    from dragoman.workspace.paper_kinds import PaperOf

    paper = PaperOf(workspace, kind, record)
    return paper.make(clear(workspace, paper.matter()), lang, form)


def _write(made: Made, out: Path | None) -> None:
    if out is None or out == Path("-"):
        if made.form in ("pdf", "docx") and sys.stdout.isatty():
            raise UsageError(f"a {made.form} is nothing for a screen", do="name a file: --out FILE")
        sys.stdout.buffer.write(made.data)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(made.data)
    for name, data in made.beside.items():
        (out.parent / name).write_bytes(data)
    click.echo(f"{out}: {len(made.data):,} bytes{f', {len(made.beside)} pages beside it' if made.beside else ''}", err=True)


def _letting(why: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """What is let out or taken back, by whom and why: the arguments of `publish` and `withdraw`."""
    options = (
        click.argument("records", nargs=-1, required=True),
        click.option("--field", "fields", multiple=True, metavar="PROP", help="Only this field; figure:NAME for a figure."),
        click.option("--each", type=click.Choice(EACH), help="All of an edition, one by one."),
        click.option("--note", default="", help=why),
        by_option,
        workspace_option,
    )
    return lambda command: reduce(lambda made, option: option(made), reversed(options), command)


@click.command("publish")
@_letting("Why, or on which consent.")
def publish_command(**told: Any) -> None:
    """Let RECORDS out for everybody: onto directory, plan and public page. Nothing is out until somebody says so by name.

    A record as a whole lets out its name, country, fields, uses, stand and the like; addresses and telephone numbers only by
    --field; notes and what screening says, never.

    \b
    Example:
      dragoman publish "3rd Tidal Fair" "Rover Co. Ltd" --by "Anna Chen"
      dragoman publish "3rd Tidal Fair" --each exhibitors --by "Anna Chen" --note "consent in the registration form"
      dragoman publish "3rd Tidal Fair" --field figure:exhibitors
      dragoman publish "Ivan Petrov" --field email --by "Ivan Petrov"
    """
    _decide("publish", **told)


@click.command("withdraw")
@_letting("Why.")
def withdraw_command(**told: Any) -> None:
    """Take RECORDS, or fields of them, back: what is made from now on does not show them.

    \b
    Example:
      dragoman withdraw "Rover Co. Ltd" --by "Ivan Petrov" --note "we do not exhibit"
      dragoman withdraw "Rover Co. Ltd" --field website
    """
    _decide("withdraw", **told)


def _decide(
    act: str, records: tuple[str, ...], fields: tuple[str, ...], each: str | None, note: str, by: str, folder: Path
) -> None:
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        ids = [workspace.expo.find(r) for r in records]
        if each:
            ids = [row for i in ids for row in workspace.publishing.each(i, each)]
        done = getattr(workspace.publishing, act)(ids, fields, by=by, note=note)
        names = workspace.store.captions(d.ids[0] for d in done[:NAMED])
    for decision in done[:NAMED]:
        what = f" ({decision.ids[1]})" if len(decision.ids) > 1 else ""
        click.echo(f"{decision.verdict}: {names.get(decision.ids[0], decision.ids[0][:8])}{what}", err=True)
    click.echo(f"{len(done)} {'decision' if len(done) == 1 else 'decisions'}", err=True)
