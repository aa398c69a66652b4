"""`dragoman demo`: the main job in one command."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.base.errors import UsageError
from dragoman.cli.options import models_option
from dragoman.cli.printing import TerminalProgress
from dragoman.cli.reading import settings_for

if TYPE_CHECKING:
    from dragoman.model.fact import Fact
    from dragoman.workspace import Workspace
    from dragoman.workspace.demo import CaseFound

# What each case is asked for first: the kinds of fact whose lines are shown.
SHOWN = {
    "A": ("statistic", "presence", "partnership"),
    "B": ("visit", "agreement"),
    "C": ("delegation", "membership", "partnership"),
    "D": ("statistic", "role"),
    "E": ("presence", "partnership"),
}
LINES, FOLDER = 4, "demo-workspace"
TITLES = {"en": "Dragoman: five worked cases", "zh": "Dragoman：五个实例", "ru": "Dragoman: пять разобранных случаев"}


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("-w", "--workspace", "named", type=click.Path(path_type=Path, file_okay=False),
              help="The folder, as other commands take it.  [default: demo-workspace]")  # fmt: skip
@click.option("--lang", type=click.Choice(["en", "zh", "ru"]), default="en", show_default=True, help="Language of the report.")
@models_option
@click.option("--serve/--no-serve", "serve_it", default=None, help="Serve it as pages afterwards (default: on a terminal).")
@click.option("--port", default=8321, show_default=True, type=click.IntRange(1, 65535))
def demo_command(
    folder: Path | None, named: Path | None, lang: str, models: bool | None, serve_it: bool | None, port: int
) -> None:  # fmt: skip
    """Make a workspace of five worked cases in FOLDER, read its documents, write the report, serve it as pages.

    \b
    Example:
      dragoman demo
    """
    if folder and named and folder != named:
        raise UsageError(f"two folders are named, {folder} and {named}", do="give one of them")
    chosen = folder or named or Path(FOLDER)
    _make(chosen, lang, models)
    if sys.stdout.isatty() if serve_it is None else serve_it:
        _serve(chosen, port)


def _make(folder: Path, lang: str, models: bool | None) -> None:
    from dragoman.workspace import open_workspace
    from dragoman.workspace.demo import cases_found, lay_out

    documents = lay_out(folder)
    with open_workspace(folder, create=True, settings=settings_for(models)) as workspace:
        result = workspace.documents.read([documents], TerminalProgress())
        click.echo(f"{result.documents} documents read, {result.known} known already; {result.statements} statements, "
                  f"{result.suggested} of them to check; {result.joined} spellings joined")  # fmt: skip
        _records(workspace, folder)
        for found in cases_found(workspace):
            _print_case(found)
        path = workspace.papers.report(folder / "report.html", TITLES[lang], lang)
    click.echo(f"\n{click.style('Report', bold=True)}   {path.resolve()}")
    click.echo("         open it in a browser; every figure and fact leads to its sentence")
    click.echo(f"next     {_called()} serve -w {folder} --open")


def _records(workspace: Workspace, folder: Path) -> None:
    """Build the records of cases A to D and write what goes out of them."""
    from dragoman.workspace import demo_papers, demo_records

    built = demo_records.build(workspace)
    before = f", {built.known} done before" if built.known else ""
    click.echo(f"{built.made} entries, imports and decisions made{before}")
    target = folder / demo_papers.PAPERS
    if not built.made and target.exists():
        return
    for line in demo_papers.write(workspace, built.keys, target):
        click.echo(f"   {line}")
    click.echo(f"{sum(1 for _ in target.iterdir())} papers in {target}")


def _serve(folder: Path, port: int) -> None:
    """Serve the workspace until Ctrl-C, and open it where there is a screen."""
    from dragoman.cli.serving import tell
    from dragoman.web.serve import serve
    from dragoman.web.site import WebSettings

    serve(folder, WebSettings(port=port), tell, open_it=sys.stdout.isatty())


def _called() -> str:
    """How this command is called: by its path where `make demo` installed it and nobody activated the environment."""
    here = Path(sys.argv[0])
    if shutil.which("dragoman") or here.name != "dragoman":
        return "dragoman"
    return str(here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else here)


def _print_case(found: CaseFound) -> None:
    from dragoman.cli.terminal import cut, width

    click.echo(click.style(f"\n{found.case.letter}  {found.case.title_in('en')}", bold=True))
    counts = ", ".join(_counted(count, kind) for kind, count in found.counts.most_common())
    click.echo(click.style(f"   {counts or 'nothing found'}; {found.to_check} to check", dim=True))
    for fact in _telling(found):
        click.echo(cut(f"   {fact.kind:<12}{fact.text}", width()))
        if fact.start is not None and fact.quote not in fact.text:
            click.echo(click.style(cut(f"{'':<15}“{fact.quote}”", width()), dim=True))


def _counted(count: int, kind: str) -> str:
    if count == 1:
        return f"1 {kind}"
    return f"{count} {kind[:-1]}ies" if kind.endswith("y") else f"{count} {kind}s"


def _telling(found: CaseFound) -> list[Fact]:
    """The first sure facts of the kinds a case is asked for, each wording once, a few of each kind."""
    each = -(-LINES // len(wanted)) if (wanted := SHOWN.get(found.case.letter, ())) else LINES
    shown = []
    for kind in wanted:
        of_kind = {f.text: f for f in reversed(found.facts) if f.kind == kind and not f.suggested}
        shown += sorted(of_kind.values(), key=found.facts.index)[:each]
    return shown
