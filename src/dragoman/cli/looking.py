"""`dragoman list`, `show`, `search`, and the decisions a person takes on what is shown."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.base.errors import UnknownName
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import Row, print_rows

if TYPE_CHECKING:
    from dragoman.model.decision import Decision
    from dragoman.model.entity import Entity
    from dragoman.model.fact import Fact
    from dragoman.workspace import Workspace

by_option = click.option("--by", default=getpass.getuser, show_default="your user name", help="Who decides.")
note_option = click.option("--note", default="", help="Why.")


@click.command("list")
@click.argument("kind")
@workspace_option
@format_option
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1))
@click.option("--offset", default=0, type=click.IntRange(0))
def list_command(kind: str, folder: Path, form: str, limit: int, offset: int) -> None:
    """List what is known of KIND: organisations, events, visits ... or a schema such as Company.

    \b
    Example:
      dragoman list organisations -w my-expo --limit 20
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        page = workspace.entities.of_kind(kind, limit, offset)
        rows = ({"id": r.id[:8] if form == "table" else r.id, "schema": r.schema, "name": r.caption, "statements": r.statements,
                 "sources": r.datasets, "to check": "all" if r.suggested_only else ""} for r in page.rows)  # fmt: skip
        shown = print_rows(rows, form)
    if form == "table" and shown < page.total:
        click.echo(f"{shown} of {page.total}; --offset {offset + limit} shows more", err=True)


@click.command("show")
@click.argument("name")
@workspace_option
@format_option
@click.option("--as-of", default="", metavar="DATE", help="Only what held on this date (YYYY, YYYY-MM or YYYY-MM-DD).")
@click.option("--known-at", default="", metavar="TIME", help="Only what was recorded by then.")
def show_command(name: str, folder: Path, form: str, as_of: str, known_at: str) -> None:
    """Show all that is known of NAME (a name or an id), each fact with the words that prove it.

    \b
    Example:
      dragoman show "Rover Co. Ltd" -w my-expo --as-of 2017-06
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        entity, total = _asked_for(workspace, name, as_of, known_at)
        facts = [*workspace.entities.facts(entity), *workspace.entities.ties(entity)]
        documents = {d.id: d.name for d in workspace.documents.all()}
        rows = [show_row(fact, documents) for fact in facts]
        if form == "table":
            names = "; ".join(entity.names[1:])
            click.echo(f"{entity.caption}  [{entity.schema.label()}, {entity.id}]{f'  also: {names}' if names else ''}")
            _warn_namesakes(workspace, name, entity.id)
        print_rows(rows, form, ("fact", "quote", "source", "to check"))
    if total > len(entity.statements):
        click.echo(f"the first {len(entity.statements):,} of {total:,} statements; dragoman export has all", err=True)


def _asked_for(workspace: Workspace, name: str, as_of: str, known_at: str) -> tuple[Entity, int]:
    """The entity with the statements to show, and how many there are."""
    if as_of or known_at:
        entity = workspace.entities.get(name, as_of, known_at)
        return entity, len(entity.statements)
    return workspace.entities.first(name)


def show_row(fact: Fact, documents: dict[str, str]) -> Row:
    """A fact as `dragoman show` prints it."""
    source = documents.get(fact.document, fact.document[:8])
    e = fact.evidence
    place = f"page {e.page}" if e.page else f"{e.sheet} row {e.row}" if e.row else ""
    return {
        "kind": fact.kind, "fact": fact.text, "quote": fact.quote, "source": f"{source}, {place}" if place else source,
        "start": fact.start, "speaker": e.speaker, "to check": "yes" if fact.suggested else "",
        "statements": [s.id for s in fact.statements],
    }  # fmt: skip


def _warn_namesakes(workspace: Workspace, name: str, chosen: str) -> None:
    others = [r for r in workspace.entities.named(name, 5) if r.id != chosen]
    if others and len(name) < 32:
        click.echo("also found: " + ", ".join(f"{r.caption} [{r.id[:8]}]" for r in others), err=True)


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@workspace_option
@format_option
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1))
def search_command(words: tuple[str, ...], folder: Path, form: str, limit: int) -> None:
    """Find entities and documents that hold these words, in any of the three languages.

    \b
    Example:
      dragoman search 无人机 -w my-expo
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        page = workspace.entities.search(" ".join(words), limit=limit)
        print_rows((hit_row(hit) for hit in page.hits), form, ("what", "name", "words"))


def hit_row(hit: Any) -> Row:
    """A search hit as it is printed."""
    return {"what": hit.schema or hit.kind, "id": hit.id, "name": hit.caption, "words": hit.snippet}


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
        "id": decision.id[:12], "subject": str(decision.subject), "verdict": decision.verdict, "note": decision.note,
        "by": decision.by, "at": decision.at[:19], "score": decision.score, "ids": list(decision.ids),
    }  # fmt: skip


@click.command("undo")
@click.argument("decision")
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


def _judge(verdict: str, statement: str, folder: Path, by: str, note: str) -> None:
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        decided = workspace.facts.judge(statement, verdict, by, note)
    click.echo(f"{verdict}: {decided} by {by}")


@click.command("accept")
@click.argument("statement")
@workspace_option
@by_option
@note_option
def accept_command(statement: str, folder: Path, by: str, note: str) -> None:
    """Accept a suggested STATEMENT (its id); from now on it enters the figures.

    \b
    Example:
      dragoman accept 9c01e55f0e2b4d7788aa01c2d3e4f506 -w my-expo
    """
    _judge("accepted", statement, folder, by, note)


@click.command("reject")
@click.argument("statement")
@workspace_option
@by_option
@note_option
def reject_command(statement: str, folder: Path, by: str, note: str) -> None:
    """Reject a STATEMENT (its id); it stays in the log, shown as rejected.

    \b
    Example:
      dragoman reject 9c01e55f0e2b4d7788aa01c2d3e4f506 -w my-expo --note "a slogan, no fact"
    """
    _judge("rejected", statement, folder, by, note)
