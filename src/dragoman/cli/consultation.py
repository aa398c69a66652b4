"""`dragoman consultation`: shortlist, memo, introductions, outcome."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.clearance import summary
from dragoman.cli.expo import by_option
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.paper_files import lang_option, out_option, write_paper
from dragoman.cli.printing import Row, print_rows

if TYPE_CHECKING:
    from dragoman.model.score import Reason
    from dragoman.workspace.consultations import Listed

consultation_argument = click.argument("consultation")
date_option = click.option("--date", default="", metavar="DATE", help="When (default: today).")


@click.group("consultation")
def consultation_command() -> None:
    """Consultations: a client's question, a shortlist from the records with reasons, a memo, introductions, the outcome.

    Whoever is held is shown as held and not introduced. A question for military end use is recorded and goes no further.

    \b
    Example:
      dragoman enter Consultation name="Lasers in Eastern Europe" client="Port Optics Ltd" region="Eastern Europe" \\
        question="Who makes picosecond lasers?" field=lasers budget="200 thousand USD" partnerKind=institute
      dragoman consultation shortlist "Lasers in Eastern Europe"
      dragoman consultation shortlist "Lasers in Eastern Europe" --choose "Institute of Photonics"
      dragoman consultation memo "Lasers in Eastern Europe" --lang ru --out memo.docx
      dragoman consultation introduce "Lasers in Eastern Europe" "Institute of Photonics"
      dragoman consultation outcome "Lasers in Eastern Europe" "a contract for two sets"
    """


@consultation_command.command("shortlist")
@consultation_argument
@click.option("--choose", multiple=True, metavar="NAME", help="Put it on the client's shortlist (may be given several times).")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 200))
@by_option
@workspace_option
@format_option
def shortlist_command(
    consultation: str, choose: tuple[str, ...], limit: int, by: str, folder: Path, form: str
) -> None:  # fmt: skip
    """List bodies and projects on record that fit the question, best first, with reasons and limits; or choose among them.

    Fields are compared across the three languages. A place of another region leaves out; what is not on record is told.

    \b
    Example:
      dragoman consultation shortlist "Lasers in Eastern Europe" --limit 20
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        if choose:
            workspace.consultations.choose(consultation, choose, by=by)
        found, unknown = workspace.consultations.shortlist(consultation, limit)
    print_rows(
        (row_of(one) for one in found), form, ("name", "kind", "country", "trl", "score", "why", "limits", "held", "chosen")
    )
    for name in unknown:
        click.echo(f"{name}: no country, region or group of countries on record is called that; it left nobody out", err=True)


def row_of(one: Listed) -> Row:
    """A line of a shortlist as it is printed."""
    return {
        "id": one.id, "name": one.name, "kind": one.kind or one.schema, "country": ", ".join(one.countries),
        "trl": one.trl or "", "score": round(one.score.value, 2), "why": "; ".join(_reason(r) for r in one.score.reasons),
        "limits": "; ".join(one.limits), "held": "; ".join(one.clearance.reasons), "chosen": one.chosen,
        "screening": one.clearance.wording, "statements": [s for r in one.score.reasons for s in r.evidence],
    }  # fmt: skip


def _reason(reason: Reason) -> str:
    return f"{reason.name} {reason.detail}"


@consultation_command.command("memo")
@consultation_argument
@click.option("--on", "today", default="", metavar="DATE", help="As it stands on that day (default: today).")
@lang_option
@out_option
@workspace_option
def memo_command(consultation: str, today: str, lang: str, out: Path, folder: Path) -> None:
    """Write the memo for the client, as PDF or DOCX by the ending of --out. Held ones are left out of it.

    \b
    Example:
      dragoman consultation memo "Lasers in Eastern Europe" --lang ru --out memo.docx
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        room = workspace.consultations
        clearance = room.clear(consultation)
        write_paper(room.memo(consultation, lang, clearance, today), out)
        held = [one.name for one in room.chosen(consultation) if one.held]
    for name in held:
        click.echo(f"held, left out: {name}", err=True)
    click.echo(clearance.wording, err=True)


@consultation_command.command("introduce")
@consultation_argument
@click.argument("who")
@click.option("--planned", is_flag=True, help="It is only planned; the same command without this makes it.")
@click.option("--words", default="", help="A remark.")
@date_option
@by_option
@workspace_option
def introduce_command(
    consultation: str, who: str, planned: bool, words: str, date: str, by: str, folder: Path
) -> None:  # fmt: skip
    """Note that the client was introduced to WHO. Client, adviser and they are screened; held ones are not introduced (exit 3).

    \b
    Example:
      dragoman consultation introduce "Lasers in Eastern Europe" "Institute of Photonics"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        room = workspace.consultations
        clearance = room.clear(consultation, who)
        state = "planned" if planned else "made"
        click.echo(room.introduce(consultation, who, clearance, by=by, date=date, state=state, words=words))
    summary(clearance)


@consultation_command.command("answer")
@click.argument("introduction")
@click.argument("answer", type=click.Choice(["answered", "declined"]))
@click.option("--words", default="", help="What was answered.")
@date_option
@by_option
@workspace_option
def answer_command(introduction: str, answer: str, words: str, date: str, by: str, folder: Path) -> None:
    """Note what became of an INTRODUCTION, by its id.

    \b
    Example:
      dragoman consultation answer 3f2a91c0 answered --words "will send samples"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        workspace.consultations.answered(introduction, answer, by=by, date=date, words=words)
    click.echo(answer)


@consultation_command.command("outcome")
@consultation_argument
@click.argument("words", nargs=-1, required=True)
@click.option("--status", default="", help="How far it has come: looked into ... ended.")
@date_option
@by_option
@workspace_option
def outcome_command(
    consultation: str, words: tuple[str, ...], status: str, date: str, by: str, folder: Path
) -> None:  # fmt: skip
    """Note what came of a consultation; WORDS may be given once for each language.

    \b
    Example:
      dragoman consultation outcome "Lasers in Eastern Europe" "a contract for two sets" --status signed
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        workspace.consultations.outcome(consultation, words, by=by, date=date, status=status)
    click.echo("noted", err=True)
