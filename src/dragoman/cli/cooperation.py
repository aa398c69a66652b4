"""`dragoman cooperation` and `dragoman due`: the thread of a cooperation, its promises and benefits, and what is due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.expo import by_option
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import Row, print_rows

if TYPE_CHECKING:
    from dragoman.workspace.cooperations import CooperationView

cooperation_argument = click.argument("cooperation")
date_option = click.option("--date", default="", metavar="DATE", help="When.")


@click.group("cooperation")
def cooperation_command() -> None:
    """Cooperations: one thread from invitation and visit to memorandum, contract, and what came of it.

    \b
    Example:
      dragoman enter Cooperation name="Diamonds" side="Nano Centre" side="Port City"
      dragoman cooperation link Diamonds "Visit to the Nano Centre"
      dragoman cooperation promise Diamonds "send the list of sites" --owner "Port City" --due 2018-07-31
      dragoman cooperation benefit Diamonds jobs expected --value 120
      dragoman cooperation kept "list of sites" --date 2018-08-02
      dragoman cooperation show Diamonds --on 2018-09-01
    """


@cooperation_command.command("show")
@cooperation_argument
@click.option("--on", "today", default="", metavar="DATE", help="As it stands on that day (default: today).")
@workspace_option
@format_option
def show_command(cooperation: str, today: str, folder: Path, form: str) -> None:
    """Show the thread: sides, steps in their order, promises with their state, benefits expected beside actual.

    \b
    Example:
      dragoman cooperation show Diamonds --on 2018-09-01
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        print_rows(rows_of(workspace.cooperations.show(cooperation, today)), form, ("what", "date", "value", "state", "record"))


def rows_of(found: CooperationView) -> list[Row]:
    """A cooperation as rows for people."""
    name, rows = found.captions, list[Row]()

    def say(what: str, value: str, date: str = "", state: str = "", record: str = "") -> None:
        rows.append({"what": what, "date": date, "value": value, "state": state, "record": record[:12]})

    for side in found.sides:
        say("side", name.get(side, side), record=side)
    for status, day in found.ladder:
        say("status", status, day)
    for step in found.steps:
        say(step.kind, step.what or step.document, step.date, record=step.record)
    for p in found.promises:
        say("promise", f"{p.what} ({name.get(p.owner, p.owner)})", p.due, p.state, p.id)
    for b in found.balances:
        unit = f" {b.unit}" if b.unit else ""
        numbers = [
            f"{what} {value:,}{unit}" for what, value in (("expected", b.expected), ("actual", b.actual)) if value is not None
        ]
        difference = "" if b.difference is None else f"{b.difference:+,}{unit}"
        say("benefit", f"{b.kind}: {'; '.join((*numbers, *b.words))}", state=difference)
    return rows


@cooperation_command.command("link")
@cooperation_argument
@click.argument("record", default="")
@click.option("--kind", default="", help="invitation, visit, report, exhibition, meeting, memorandum, contract, result.")
@click.option("--words", default="", help="What happened, where there is no record of it.")
@click.option("--document", default="", help="A file or address.")
@date_option
@by_option
@workspace_option
def link_command(
    cooperation: str, record: str, kind: str, words: str, document: str, date: str, by: str, folder: Path
) -> None:  # fmt: skip
    """Add a step: a RECORD (a visit, an invitation, an agreement ...), or words. Its day is the record's where none is given.

    \b
    Example:
      dragoman cooperation link Diamonds "Visit to the Nano Centre"
      dragoman cooperation link Diamonds --kind report --words "report sent to investors" --date 2018-06-20
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.cooperations
        click.echo(found.link(cooperation, record, by=by, kind=kind, date=date, words=words, document=document))


@cooperation_command.command("promise")
@cooperation_argument
@click.argument("what", nargs=-1, required=True)
@click.option("--owner", required=True, help="Who keeps it.")
@click.option("--due", default="", metavar="DATE", help="Until when.")
@date_option
@by_option
@workspace_option
def promise_command(
    cooperation: str, what: tuple[str, ...], owner: str, due: str, date: str, by: str, folder: Path
) -> None:  # fmt: skip
    """Note a promise with its owner and day. WHAT may be given once for each language. Prints its id.

    \b
    Example:
      dragoman cooperation promise Diamonds "send the list of sites" --owner "Port City" --due 2018-07-31
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        click.echo(workspace.cooperations.promise(cooperation, what, owner, by=by, due=due, date=date))


@cooperation_command.command("kept")
@click.argument("promise")
@click.option("--dropped", is_flag=True, help="It was given up instead.")
@click.option("--words", default="", help="A remark.")
@date_option
@by_option
@workspace_option
def kept_command(promise: str, dropped: bool, words: str, date: str, by: str, folder: Path) -> None:
    """Note that a PROMISE (by its id or words of it) was kept, or with --dropped given up.

    \b
    Example:
      dragoman cooperation kept "list of sites" --date 2018-08-02
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.cooperations.settle(promise, "dropped" if dropped else "kept", by=by, date=date, words=words)
    click.echo(f"{found.state} since {found.settled}: {found.what}")


@cooperation_command.command("benefit")
@cooperation_argument
@click.argument("kind")
@click.argument("measure", type=click.Choice(["expected", "actual"]))
@click.option("--amount", default="", help="With its currency: 1.2 million CNY.")
@click.option("--value", default="", help="A number, as of jobs.")
@click.option("--words", default="", help="Where there is no number.")
@date_option
@by_option
@workspace_option
def benefit_command(
    cooperation: str, kind: str, measure: str, amount: str, value: str, words: str, date: str, by: str, folder: Path
) -> None:  # fmt: skip
    """Note a benefit (markets, taxes, jobs, sales, investment, technology), expected or actual. Prints its id.

    \b
    Example:
      dragoman cooperation benefit Diamonds taxes expected --amount "1.2 million CNY" --date 2019
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.cooperations
        click.echo(found.benefit(cooperation, kind, measure, by=by, amount=amount, value=value, words=words, date=date))


@cooperation_command.command("move")
@cooperation_argument
@click.argument("status")
@date_option
@by_option
@workspace_option
def move_command(cooperation: str, status: str, date: str, by: str, folder: Path) -> None:
    """Say how far it has come: looked into, planned, invited, intended, agreed, signed, running, ended. Earlier steps stay.

    \b
    Example:
      dragoman cooperation move Diamonds agreed --date 2018-10-20
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        click.echo(workspace.cooperations.move(cooperation, status, by=by, date=date))


@click.command("due")
@click.option("--on", "today", default="", metavar="DATE", help="As of that day (default: today).")
@click.option("--days", type=click.IntRange(0), default=None, help="Only what is due within so many days, or over.")
@click.option("--all", "settled", is_flag=True, help="With what was kept or dropped.")
@workspace_option
@format_option
def due_command(today: str, days: int | None, settled: bool, folder: Path, form: str) -> None:
    """List what is due: open and overdue promises, next steps of stops, invitations, agreements and offers that expire.

    \b
    Example:
      dragoman due --days 30
    """
    from dragoman.workspace import open_workspace
    from dragoman.workspace.due import due

    with open_workspace(folder) as workspace:
        rows = [
            {"date": d.date, "state": d.state, "kind": f"{d.kind} {d.step}".strip(), "what": d.what, "owner": d.owner,
             "of": d.of, "id": d.record[:12], "record": d.record}
            for d in due(workspace, today, days=days, settled=settled)
        ]  # fmt: skip
    print_rows(rows, form, ("date", "state", "kind", "what", "owner", "of", "id"))
