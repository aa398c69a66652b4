"""`dragoman visit`: itinerary, notes at a stop, the report for those at home, who was told and what they answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.expo import by_option
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.paper_files import lang_option, out_option, write_paper
from dragoman.cli.printing import Row, print_rows

if TYPE_CHECKING:
    from dragoman.workspace.visits import VisitView

LINKS = {"visitor", "host", "destination", "delegation", "told", "place", "owner", "visit", "answeredBy"}
PLAIN = ("visitor", "host", "destination", "startDate", "endDate", "date", "purpose", "hostGoal", "visitorGoal", "result",
         "site", "cost", "jobs", "taxes", "logistics", "workforce", "permits", "told", "endUse")  # fmt: skip
NOTED = ("place", "stopKind", "host", "mayShow", "shown", "seen", "question", "estimate", "told")
visit_argument = click.argument("visit")
date_option = click.option("--date", default="", metavar="DATE", help="When.")


@click.group("visit")
def visit_command() -> None:
    """Visits: an itinerary of stops, notes taken at them, promises, and the report for those at home.

    \b
    Example:
      dragoman enter Visit name="Visit to the Nano Centre" visitor="Port delegation" host="Nano Centre" startDate=2018-06-14
      dragoman visit stop "Visit to the Nano Centre" "Diamond laboratory" --kind laboratory --date 2018-06-14 --time 10:30
      dragoman visit note "Diamond laboratory" --seen "presses for artificial diamonds" --next "send samples" --owner "Li Na"
      dragoman visit report "Visit to the Nano Centre" --lang zh --out report.docx
      dragoman visit told "Visit to the Nano Centre" "Xin Investors" --answer "would see the presses" --interest considering
    """


@visit_command.command("show")
@visit_argument
@click.option("--on", "today", default="", metavar="DATE", help="As it stands on that day (default: today).")
@workspace_option
@format_option
def show_command(visit: str, today: str, folder: Path, form: str) -> None:
    """Show a visit: goals, stops in their order with what was noted, promises with their state, answers from home.

    \b
    Example:
      dragoman visit show "Visit to the Nano Centre" --on 2018-08-01
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        print_rows(rows_of(workspace.visits.show(visit, today)), form, ("what", "stop", "value", "due", "state"))


def rows_of(found: VisitView) -> list[Row]:
    """A visit as rows for people."""
    name, rows = found.captions, list[Row]()

    def say(what: str, value: str, stop: str = "", due: str = "", state: str = "") -> None:
        rows.append({"what": what, "stop": stop, "value": value, "due": due, "state": state})

    for status, day in found.steps:
        say("status", status, due=day)
    for prop in PLAIN:
        for s in found.entity.get(prop):
            say(prop, f"{s.bound} {name.get(s.value, s.value)} {s.unit}".strip())
    for stop in found.stops:
        say("stop", stop.caption, due=next(iter(stop.values("date")), ""))
        for prop in NOTED:
            for value in stop.values(prop):
                say(prop, name.get(value, value), stop.caption)
    for p in found.promises:
        say("promise", f"{p.what} ({name.get(p.owner, p.owner)})", due=p.due, state=p.state)
    for a in found.answers:
        who = ", ".join(name.get(v, v) for v in a.values("answeredBy"))
        say("answer", f"{who}: {'; '.join(a.values('answer'))}", state="; ".join(a.values("interest")))
    return rows


@visit_command.command("stop")
@visit_argument
@click.argument("name")
@click.option("--kind", default="", help="laboratory, plant, company, warehouse, project, person, reception, signing ...")
@click.option("--place", default="", help="The body, project or place that is visited, by name or id.")
@click.option("--host", default="", help="Who receives there.")
@click.option("--may-show", default="", help="What may be shown.")
@click.option("--time", "hour", default="", metavar="HH:MM")
@click.option("--order", default="", help="Its number (default: after those there are).")
@date_option
@by_option
@workspace_option
def stop_command(
    visit: str, name: str, kind: str, place: str, host: str, may_show: str, hour: str, order: str, date: str, by: str,
    folder: Path,
) -> None:  # fmt: skip
    """Add a stop to the itinerary of a VISIT. Prints its id.

    \b
    Example:
      dragoman visit stop "Visit to the Nano Centre" "Diamond laboratory" --kind laboratory --date 2018-06-14 --time 10:30
    """
    from dragoman.workspace import open_workspace

    said = {"name": name, "stopKind": kind, "place": place, "host": host, "mayShow": may_show, "date": date,
            "startTime": hour, "order": order}  # fmt: skip
    with open_workspace(folder) as workspace:
        click.echo(workspace.visits.add_stop(visit, {k: v for k, v in said.items() if v}, by=by))


@visit_command.command("note")
@click.argument("stop")
@click.option("--seen", multiple=True, help="What was seen. The same in several languages: give the option once for each.")
@click.option("--shown", multiple=True, help="What was shown.")
@click.option("--question", multiple=True, help="What was asked.")
@click.option("--estimate", multiple=True, help="What you think of it.")
@click.option("--told", multiple=True, help="Who was told of it.")
@click.option("--next", "next_step", default="", help="What is to be done next; it becomes a promise of its owner.")
@click.option("--owner", default="", help="Who does it.")
@click.option("--due", default="", metavar="DATE", help="Until when.")
@date_option
@by_option
@workspace_option
def note_command(
    stop: str, seen: tuple[str, ...], shown: tuple[str, ...], question: tuple[str, ...], estimate: tuple[str, ...],
    told: tuple[str, ...], next_step: str, owner: str, due: str, date: str, by: str, folder: Path,
) -> None:  # fmt: skip
    """Take a note at a STOP (or of a whole visit).

    \b
    Example:
      dragoman visit note "Diamond laboratory" --seen "six presses at work" --estimate "ready for production" \\
        --next "send samples" --owner "Li Na" --due 2018-07-15
    """
    from dragoman.workspace import open_workspace

    said = {"seen": seen, "shown": shown, "question": question, "estimate": estimate, "told": told}
    with open_workspace(folder) as workspace:
        made = workspace.visits.note(
            stop, {k: v for k, v in said.items() if v}, by=by, date=date, next_step=next_step, owner=owner, due=due
        )
    click.echo(f"{len(made)} noted", err=True)


@visit_command.command("move")
@visit_argument
@click.argument("status")
@date_option
@by_option
@workspace_option
def move_command(visit: str, status: str, date: str, by: str, folder: Path) -> None:
    """Say how far it has come: looked into, planned, invited, intended, agreed, signed, running, ended. Earlier steps stay.

    \b
    Example:
      dragoman visit move "Visit to the Nano Centre" intended --date 2018-06-15
    """
    from dragoman.workspace import open_workspace
    from dragoman.workspace.noting import move

    with open_workspace(folder) as workspace:
        click.echo(move(workspace, workspace.visits.find(visit), status, by=by, date=date))


@visit_command.command("report")
@visit_argument
@click.option("--on", "today", default="", metavar="DATE", help="As it stands on that day (default: today).")
@lang_option
@out_option
@workspace_option
def report_command(visit: str, today: str, lang: str, out: Path, folder: Path) -> None:
    """Write the report of a VISIT for those at home, as PDF or DOCX by the ending of --out.

    Everybody in it is screened first; where it is held nothing is written and the exit code is 3.

    \b
    Example:
      dragoman visit report "Visit to the Nano Centre" --lang zh --out report.docx
    """
    from dragoman.workspace import clearing, open_workspace

    with open_workspace(folder) as workspace:
        target = workspace.visits.find(visit)
        clearance = clearing.clear(workspace, target)
        write_paper(workspace.visits.report(target, lang, clearance, today), out)
    click.echo(clearance.wording, err=True)


@visit_command.command("told")
@visit_argument
@click.argument("who")
@click.option("--answer", default="", help="What they answered.")
@click.option("--interest", default="", help="interested, considering, not interested.")
@date_option
@by_option
@workspace_option
def told_command(visit: str, who: str, answer: str, interest: str, date: str, by: str, folder: Path) -> None:
    """Note who at home was told of a VISIT, and what they answered.

    \b
    Example:
      dragoman visit told "Visit to the Nano Centre" "Xin Investors" --answer "would see the presses" --interest considering
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        workspace.visits.told(visit, who, by=by, date=date)
        if answer or interest:
            workspace.visits.answer(visit, who, answer, by=by, interest=interest, date=date)
    click.echo(f"told: {who}", err=True)
