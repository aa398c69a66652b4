"""`dragoman check`, `accept`, `reject`, `decisions` and `undo`: what waits for a person, and what was decided."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.base.errors import UnknownName
from dragoman.cli.inputs import digits
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import Row, print_rows

if TYPE_CHECKING:
    from dragoman.model.decision import Decision
    from dragoman.model.fact import Fact

by_option = click.option("--by", default=getpass.getuser, show_default="your user name", help="Who decides.")
note_option = click.option("--note", default="", help="Why.")


@click.command("check")
@workspace_option
@format_option
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1))
@click.option("--kind", default="", help="Only this kind of fact, such as visit.")
def check_command(folder: Path, form: str, limit: int, kind: str) -> None:
    """List the facts that wait for a person: they were not sure enough and enter no figure until accepted.

    \b
    Example:
      dragoman check -w my-expo --kind agreement
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        waiting = [f for f in workspace.facts.to_check() if not kind or f.kind == kind]
        documents = {d.id: d.name for d in workspace.documents.all()}
        print_rows((check_row(f, documents) for f in waiting[:limit]), form, ("id", "kind", "fact", "quote", "source"))
    if form == "table" and len(waiting) > limit:
        click.echo(f"{limit} of {len(waiting)}; --limit shows more", err=True)


def check_row(fact: Fact, documents: dict[str, str]) -> Row:
    """A fact that waits, as it is printed; a table shows as much of the id as `accept` needs."""
    return {
        "id": fact.id[:10],
        "kind": fact.kind,
        "fact": fact.text,
        "quote": fact.quote,
        "source": documents.get(fact.document, fact.document[:8]),
        "start": fact.start,
        "statements": [s.id for s in fact.statements],
    }


@click.command("decisions")
@workspace_option
@format_option
@click.option("--about", default=None, help="Only those on this name or id.")
def decisions_command(folder: Path, form: str, about: str | None) -> None:
    """Show who or what decided which spellings are one thing, and which facts were accepted.

    \b
    Example:
      dragoman decisions -w my-expo
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        wanted = workspace.entities.find(about) if about else None
        found = workspace.store.decisions(about=wanted)
        rows = [decision_row(d) for d in found]
        print_rows(rows, form, ("id", "subject", "verdict", "note", "by", "at"))


def decision_row(decision: Decision) -> Row:
    """A decision as it is printed."""
    return {
        "id": decision.id[:12],
        "subject": str(decision.subject),
        "verdict": decision.verdict,
        "note": decision.note,
        "by": decision.by,
        "at": decision.at[:19],
        "score": decision.score,
        "ids": list(decision.ids),
    }


@click.command("undo")
@click.argument("decision", callback=digits)
@workspace_option
@by_option
@note_option
def undo_command(decision: str, folder: Path, by: str, note: str) -> None:
    """Take back a DECISION, by its id or the first digits of it; the state before it is restored.

    \b
    Example:
      dragoman undo 3f2a91c0 -w my-expo --note "two firms of one name"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = [d for d in workspace.store.decisions() if d.id.startswith(decision)]
        if len(found) != 1:
            raise UnknownName(f"{len(found) or 'no'} decisions begin with {decision!r}", do="dragoman decisions lists them")
        workspace.identity.undo(found[0], by, note)
    click.echo(f"undone: {found[0].note or ', '.join(found[0].ids)}")


def _judging(name: str, verdict: str, told: str) -> click.Command:
    """A command that gives a fact a verdict; `told` is its help."""

    @click.command(name, help=told)
    @click.argument("fact", callback=digits)
    @workspace_option
    @by_option
    @note_option
    def judge(fact: str, folder: Path, by: str, note: str) -> None:
        from dragoman.workspace import open_workspace

        with open_workspace(folder) as workspace:
            decided = workspace.facts.judge(fact, verdict, by, note)
        click.echo(f"{verdict} by {by}: {decided.text}")

    return judge


accept_command = _judging(
    "accept",
    "accepted",
    """Accept a FACT by the first digits of its id in `dragoman check`; from now on it enters the figures.

    \b
    Example:
      dragoman accept 9c01e55f0e -w my-expo --note "seen at the stand"
    """,
)
reject_command = _judging(
    "reject",
    "rejected",
    """Reject a FACT by the first digits of its id in `dragoman check`; it stays in the log, shown as rejected.

    \b
    Example:
      dragoman reject 9c01e55f0e -w my-expo --note "a slogan, no fact"
    """,
)
