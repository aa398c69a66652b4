"""`dragoman read`, `facts`, `mentions` and `template`: files in, facts out."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dragoman.base.settings import Settings
from dragoman.cli.inputs import given
from dragoman.cli.options import format_option, models_option, workspace_option
from dragoman.cli.printing import Row, TerminalProgress, print_rows

UNREADABLE = 4
paths_argument = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))


def settings_for(models: bool | None, processes: int = 0, mapping: Path | None = None) -> Settings:
    """The settings of the environment, with what the command line says."""
    found = dataclasses.replace(Settings.from_environment(), mapping=str(mapping or ""))
    if models is not None:
        found = dataclasses.replace(found, models=models)
    return dataclasses.replace(found, processes=processes) if processes else found


processes_option = click.option(
    "-j", "--processes", type=click.IntRange(1), help="How many at once (default: one a processor)."
)

mapping_option = click.option(
    "--mapping", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="What the columns of a sheet are (TOML)."
)


@click.command("read")
@paths_argument
@workspace_option
@models_option
@processes_option
@mapping_option
def read_command(
    paths: tuple[Path, ...], folder: Path, models: bool | None, processes: int | None, mapping: Path | None
) -> None:
    """Read files, folders and archives into a workspace, or standard input (-). Stopped and run again, it goes on.

    With --mapping, files that were read before are read again by it.

    \b
    Example:
      dragoman read -w my-expo news/ catalogue.xlsx
    """
    from dragoman.workspace import open_workspace

    settings = settings_for(models, processes or 0, mapping)
    with given(paths) as files, open_workspace(folder, settings=settings) as workspace:
        result = workspace.documents.read(files, TerminalProgress())
    for line in result.problems:
        click.echo(line, err=True)
    if not result.documents + result.known + len(result.refused):
        click.echo("dragoman: no files there", err=True)
    noun = "document" if result.documents == 1 else "documents"
    click.echo(f"{result.documents} {noun} read, {result.known} known already, {len(result.refused)} refused")
    click.echo(f"{result.statements} new statements, {result.suggested} of them to check; {result.joined} spellings joined")
    if result.refused:
        raise click.exceptions.Exit(UNREADABLE)


@click.command("facts")
@paths_argument
@format_option
@models_option
@processes_option
def facts_command(paths: tuple[Path, ...], form: str, models: bool | None, processes: int | None) -> None:
    """Print the facts of files with the words that prove them; nothing is kept.

    \b
    Example:
      dragoman facts news.txt --format jsonl
    """
    refused: list[str] = []
    with given(paths) as files:
        rows = told(files, settings_for(models, processes or 0), refused)
        print_rows(rows, form, ("document", "kind", "text", "quote", "suggested"))
    if refused:
        raise click.exceptions.Exit(UNREADABLE)


def told(paths: tuple[Path, ...], settings: Settings, refused: list[str]) -> Iterator[Row]:
    """One row a fact; what cannot be read is told on stderr."""
    from dragoman.workspace.documents import fact_rows

    progress = TerminalProgress()
    for item in fact_rows(paths, settings, progress):
        if isinstance(item, list):
            yield from item
        else:
            refused.append(item.name)
            progress.note(f"dragoman: {item.error}")


@click.command("mentions")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "conll"]), default="table", show_default=True)
@models_option
def mentions_command(file: Path, form: str, models: bool | None) -> None:
    """Print every name of a file with its kind and offsets (code points).

    `conll` prints a token and its tag (B-ORG, I-ORG, O ...) a line, a blank line after each sentence.

    \b
    Example:
      dragoman mentions news.txt --format conll
    """
    from dragoman.workspace.mentions import conll_lines, mention_rows

    settings = settings_for(models)
    with given([file]) as (path,):
        if form == "conll":
            for line in conll_lines(path, settings):
                sys.stdout.write(f"{line}\n")
        else:
            print_rows(mention_rows(path, settings), form, ("kind", "text", "start", "end", "lang", "subkind"))


@click.command("template")
@click.argument("kind", required=False)
@click.option("--lang", type=click.Choice(["en", "zh", "ru"]), default="en", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write (default: KIND.xlsx).")
def template_command(kind: str | None, lang: str, output: Path | None) -> None:
    """Write a blank sheet to fill in; without KIND, name the kinds there are.

    \b
    Example:
      dragoman template catalogue --lang ru -o catalogue.xlsx
    """
    from dragoman.workspace.templates import kinds, template

    if not kind:
        print_rows(({"kind": name, "for": what} for name, what in kinds().items()), "table")
        return
    path = output or Path(f"{kind}.xlsx")
    if path == Path("-"):
        sys.stdout.buffer.write(template(kind, lang))
        return
    path.write_bytes(template(kind, lang))
    click.echo(f"{path}: fill it in, then dragoman read {path}")
