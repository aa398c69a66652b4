"""`dragoman contest`: entries, jurors, criteria, conflicts of interest, scores, ranking, winners."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.expo import by_option
from dragoman.cli.expo_entering import said
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import print_rows

if TYPE_CHECKING:
    from dragoman.workspace.contests import Ranked


@click.group("contest")
def contest_command() -> None:
    """Contests: who enters, who judges, who must not, the scores and the ranking with how it came about.

    \b
    Example:
      dragoman enter Contest name="Robot contest" --of "3rd Tidal Fair"
      dragoman contest criterion "Robot contest" novelty --weight 40
      dragoman contest entry "Robot contest" "Sphere robot"
      dragoman contest juror "Robot contest" "Ivan Petrov"
      dragoman contest score "Robot contest" --juror "Ivan Petrov" --entry "Sphere robot" novelty=8
      dragoman contest rank "Robot contest"
    """


contest_argument = click.argument("contest")
juror_option = click.option("--juror", required=True, help="A juror of the contest, by name or id.")
entry_option = click.option("--entry", required=True, help="An entry of the contest, by name or id.")


@contest_command.command("show")
@contest_argument
@workspace_option
@format_option
def show_command(contest: str, folder: Path, form: str) -> None:
    """Show a contest: entries, jurors, criteria, conflicts of interest with what shows them, and every score.

    \b
    Example:
      dragoman contest show "Robot contest"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        print_rows(_told(workspace.contests.show(workspace.contests.find(contest))), form, ("what", "who", "entry", "value"))


def _told(found: Ranked) -> list[dict[str, object]]:
    name, panel = found.captions, found.panel
    rows: list[dict[str, object]] = []

    def say(what: str, who: str, entry: str = "", value: str = "", statement: str = "") -> None:
        rows.append({"what": what, "who": who, "entry": entry, "value": value, "statement": statement})

    if found.track or found.track_of:
        say("track", found.track, value=f"of {found.track_of}" if found.track_of else "")
    for c in panel.criteria:
        say("criterion", c.name, value=f"weight {c.weight}, 0 to {c.most} points")
    for e in panel.entries:
        say("entry", name.get(e, e))
    for j in panel.jurors:
        say("juror", name.get(j, j))
    for i in panel.interests:
        how = "declared" if i.declared else "found in records"
        say("conflict of interest", name.get(i.juror, i.juror), name.get(i.entry, i.entry), f"{how}: {i.why}")
    for m in panel.marks:
        told = f"{name.get(m.criterion, m.criterion)} {m.points}"
        say("score", name.get(m.juror, m.juror), name.get(m.entry, m.entry), told, m.statement)
    return rows


@contest_command.command("criterion")
@contest_argument
@click.argument("name")
@click.option("--weight", default="1", show_default=True, help="Weighs against the sum of all weights.")
@click.option("--most", default="10", show_default=True, help="The most points a juror can give.")
@by_option
@workspace_option
def criterion_command(contest: str, name: str, weight: str, most: str, by: str, folder: Path) -> None:
    """Add a criterion by which entries are scored.

    \b
    Example:
      dragoman contest criterion "Robot contest" novelty --weight 40
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        target = workspace.contests.find(contest)
        click.echo(workspace.expo.enter("Criterion", {"name": name, "weight": weight, "most": most}, by=by, of=target))


@contest_command.command("juror")
@contest_argument
@click.argument("person")
@by_option
@workspace_option
def juror_command(contest: str, person: str, by: str, folder: Path) -> None:
    """Add a juror; conflicts of interest that the records show are told at once.

    \b
    Example:
      dragoman contest juror "Robot contest" "Ivan Petrov"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        target = workspace.contests.find(contest)
        juror = workspace.contests.add_juror(target, person, by=by)
        click.echo(juror)
        found = workspace.contests.show(target)
        for i in found.panel.interests:
            if i.juror == juror:
                click.echo(f"conflict of interest in {found.captions.get(i.entry, i.entry)}: {i.why}", err=True)


@contest_command.command("entry")
@contest_argument
@click.argument("thing")
@by_option
@workspace_option
def entry_command(contest: str, thing: str, by: str, folder: Path) -> None:
    """Add an entry: a project, an exhibit or an organisation. People are not ranked.

    \b
    Example:
      dragoman contest entry "Robot contest" "Sphere robot"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        click.echo(workspace.contests.add_entry(workspace.contests.find(contest), thing, by=by))


@contest_command.command("conflict")
@contest_argument
@juror_option
@entry_option
@click.option("--note", required=True, help="What the interest is, or why it is taken back.")
@click.option("--withdraw", is_flag=True, help="Take a declared interest back.")
@by_option
@workspace_option
def conflict_command(contest: str, juror: str, entry: str, note: str, withdraw: bool, by: str, folder: Path) -> None:
    """Declare that a juror has an interest in an entry: the juror does not score it, earlier scores no longer count.

    \b
    Example:
      dragoman contest conflict "Robot contest" --juror "Ivan Petrov" --entry "Sphere robot" --note "advised the maker in 2018"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        ids = (workspace.contests.find(contest), workspace.expo.find(juror), workspace.expo.find(entry))
        act = workspace.contests.withdraw if withdraw else workspace.contests.declare
        click.echo(act(*ids, by=by, note=note).id[:10])


@contest_command.command("score")
@contest_argument
@juror_option
@entry_option
@click.argument("points", nargs=-1, required=True, metavar="CRITERION=POINTS...")
@by_option
@workspace_option
@format_option
def score_command(contest: str, juror: str, entry: str, points: tuple[str, ...], by: str, folder: Path, form: str) -> None:
    """Keep a juror's points for an entry. Points given before are corrected: both stay in the history.

    \b
    Example:
      dragoman contest score "Robot contest" --juror "Ivan Petrov" --entry "Sphere robot" novelty=8 use=6.5
    """
    from dragoman.workspace import open_workspace

    given = {name: values[-1] for name, values in said(points).items()}
    with open_workspace(folder) as workspace:
        contests = workspace.contests
        target = contests.find(contest)
        marks = contests.score(target, workspace.expo.find(juror), workspace.expo.find(entry), given, by=by)
        names = {c.id: c.name for c in contests.show(target).panel.criteria}
        rows = ({"criterion": names[m.criterion], "points": str(m.points), "statement": m.statement[:10]} for m in marks)
        print_rows(rows, form)


@contest_command.command("rank")
@contest_argument
@workspace_option
@format_option
def rank_command(contest: str, folder: Path, form: str) -> None:
    """Rank the entries: mean of the jurors who may score each and did by all criteria; who was left out, and why.

    \b
    Example:
      dragoman contest rank "Robot contest"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        print_rows(_ranking(workspace.contests.show(workspace.contests.find(contest))), form)


def _ranking(found: Ranked) -> list[dict[str, object]]:
    name = found.captions
    return [
        {
            "place": f"{p.place}{'=' if p.tied else ''}" if p.place else "-", "entry": name.get(p.entry, p.entry),
            "score": p.told, "how": p.how,
            "left out": "; ".join(f"{name.get(o.juror, o.juror)}: {o.why}" for o in p.left_out),
        }
        for p in found.placed
    ]  # fmt: skip


@contest_command.command("close")
@contest_argument
@click.option("--places", type=click.IntRange(1), default=1, show_default=True, help="Entries of how many places win.")
@by_option
@workspace_option
@format_option
def close_command(contest: str, places: int, by: str, folder: Path, form: str) -> None:
    """Name the winners and close the contest: nothing is scored after that. The ranking is kept with the entry.

    \b
    Example:
      dragoman contest close "Robot contest" --places 3
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        done = workspace.contests.close(workspace.contests.find(contest), by=by, winners=places)
        print_rows(_ranking(done)[:places], form)
