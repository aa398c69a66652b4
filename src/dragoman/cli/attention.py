"""`dragoman enquire` and `dragoman attention`: who asks about what is shown, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.base.errors import UsageError
from dragoman.cli.expo import by_option
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import Row, print_rows

if TYPE_CHECKING:
    from dragoman.expo.attention import Attention

SHOWN = ("date", "kind", "about", "who", "what", "answer", "lead")


@click.command("enquire")
@click.argument("exhibit")
@click.argument("what")
@click.option("--who", default="", help='Who asked: a name, an id, or "unnamed: a maker of pumps".')
@click.option("--date", default="", metavar="DATE", help="When (default: today).")
@click.option("--end-use", type=click.Choice(["civil", "military", "not known"]), default=None, help="What it is asked for.")
@click.option("--contact", is_flag=True, help="Not an enquiry: somebody met those who show it.")
@click.option("--answer", "answers", is_flag=True, help="EXHIBIT is the id of an enquiry, WHAT the owner's answer to it.")
@by_option
@workspace_option
def enquire_command(
    exhibit: str, what: str, who: str, date: str, end_use: str | None, contact: bool, answers: bool, by: str, folder: Path
) -> None:  # fmt: skip
    """Record that somebody asked WHAT about EXHIBIT (a technology, an offer, a body ...). Prints the id.

    One for military end use is recorded and not passed on.

    \b
    Example:
      dragoman enquire "Sonar" "Does it work in shallow water?" --who "Port Optics Ltd" --date 2019-06-14
    """
    from dragoman.workspace import open_workspace

    if ((contact or answers) and end_use) or (answers and (contact or who)):
        raise UsageError("these options do not go together", do="dragoman enquire --help tells what each is for")
    with open_workspace(folder) as workspace:
        book = workspace.attention
        if answers:
            made = book.answer(exhibit, what, by=by, date=date)
        elif contact:
            made = book.contact(exhibit, who, by=by, what=what, date=date, form="dragoman enquire")
        else:
            made = book.enquire(exhibit, what, by=by, who=who, date=date, end_use=end_use or "", form="dragoman enquire")
    click.echo(made.id)
    if not made.is_lead:
        click.echo(f"military end use ({made.military}): recorded, not passed on", err=True)


@click.command("attention")
@click.argument("record")
@workspace_option
@format_option
def attention_command(record: str, folder: Path, form: str) -> None:
    """Show who asked about RECORD or met its owners; for a body, also about all it shows, offers and seeks.

    \b
    Example:
      dragoman attention "Harbour Institute"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.attention.of(record)
    print_rows(rows_of(found), form, SHOWN, found.caption)
    if form == "table":
        told = (
            f"enquiries {found.enquiries}, contacts {found.contacts}, from {found.askers} told apart, leads {len(found.leads)}"
        )
        click.echo(told, err=True)


def rows_of(found: Attention) -> list[Row]:
    """One row an enquiry or contact; `lead` says whether it may go to the owner."""
    name = found.captions
    return [
        {
            "id": r.id, "date": r.date, "kind": r.kind, "about": name.get(r.about, r.about), "who": name.get(r.who, ""),
            "what": r.what, "answer": r.answer, "lead": r.is_lead, "military": r.military, "by": r.by, "statement": r.statement,
        }
        for r in found.rows
    ]  # fmt: skip
