"""`dragoman list`, `show` and `search`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli import seen
from dragoman.cli.inputs import date, time
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import Row, print_rows

if TYPE_CHECKING:
    from dragoman.model.entity import Entity
    from dragoman.model.fact import Fact
    from dragoman.workspace import Workspace


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
        names = workspace.entities.told(page.rows)
        rows = ({"id": r.id[:8] if form == "table" else r.id, "schema": r.schema, "name": names[r.id],
                 "statements": r.statements, "sources": r.datasets, "to check": "all" if r.suggested_only else ""}
                for r in page.rows)  # fmt: skip
        shown = print_rows(rows, form)
    if form == "table" and shown < page.total:
        click.echo(f"{shown} of {page.total}; --offset {offset + limit} shows more", err=True)


@click.command("show")
@click.argument("name")
@workspace_option
@format_option
@click.option(
    "--as-of", default="", metavar="DATE", callback=date, help="Only what held on this date (YYYY, YYYY-MM or YYYY-MM-DD)."
)
@click.option("--known-at", default="", metavar="TIME", callback=time, help="Only what was recorded by then.")
def show_command(name: str, folder: Path, form: str, as_of: str, known_at: str) -> None:
    """Show all that is known of NAME (a name or an id), each fact with the words that prove it.

    \b
    Example:
      dragoman show "Rover Co. Ltd" -w my-expo --as-of 2017-06
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        position = workspace.store.position()
        entity, total = _asked_for(workspace, name, as_of, known_at)
        if not (as_of or known_at):
            seen.note(folder, entity.id, position)
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
