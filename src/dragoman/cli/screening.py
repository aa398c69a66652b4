"""`dragoman screen` and `dragoman hits`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.base.errors import UsageError
from dragoman.cli.options import workspace_option
from dragoman.cli.printing import TerminalProgress, print_rows

if TYPE_CHECKING:
    from dragoman.screen.hit import Query
    from dragoman.workspace.screening import Screening

FINDINGS = 3  # exit code of --fail-on

lists_option = click.option(
    "--lists", "labels", default="", metavar="LABEL,...", help="Only these lists (default: all loaded)."
)
schema_option = click.option(
    "--schema", default="", metavar="SCHEMA|COLUMN", help="Person, Company ...; or the column that says so."
)


@click.command("screen")
@click.argument("names", nargs=-1)
@click.option("--file", "path", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="CSV, xlsx or JSON lines.")
@click.option("--column", default="name", show_default=True, help="Column of the name.")
@click.option("--country-column", default="", metavar="COLUMN")
@click.option("--birth-date-column", default="", metavar="COLUMN")
@click.option("--id-column", default="", metavar="COLUMN", help="An identifier: tax number, LEI, IMO ...")
@schema_option
@click.option("--country", default="", help="Country of the names given as arguments.")
@click.option("--birth-date", default="", help="Birth date of the person given as argument.")
@click.option("--entities", is_flag=True, help="The organisations and people of the workspace.")
@lists_option
@click.option("--threshold", type=click.FloatRange(0, 1), default=None, help="Least score of a hit (default: the review band).")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 50), help="Hits for one name at most.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write jsonl, csv or xlsx; a killed run goes on.")
@click.option("--processes", default=0, type=click.IntRange(0), help="0: one a processor.")
@click.option("--fail-on", type=click.Choice(["hit"]), help="Leave with exit code 3 where a hit stands.")
@click.option("--format", "form", type=click.Choice(["table", "json", "jsonl", "csv"]), default="table", show_default=True)
@workspace_option
def screen_command(
    names: tuple[str, ...], path: Path | None, column: str, country_column: str, birth_date_column: str, id_column: str,
    schema: str, country: str, birth_date: str, entities: bool, labels: str, threshold: float | None, limit: int,
    out: Path | None, processes: int, fail_on: str | None, form: str, folder: Path,
) -> None:  # fmt: skip
    """Look names up in the loaded lists. A hit is a lead, not a verdict.

    \b
    Example:
      dragoman screen "Harbin Engineering University"
      dragoman screen --file partners.csv --column name --country-column country --out answers.xlsx
    """
    from dragoman.compare.score import REVIEW
    from dragoman.workspace.asking import columns_of, queries_of_entities, queries_of_file, queries_of_names

    if sum((bool(names), path is not None, entities)) != 1:
        raise UsageError("what to screen is not clear", do="give names, or --file, or --entities")
    screening, least = _opened(folder, labels), REVIEW if threshold is None else threshold
    if path:
        columns = columns_of(path, column, country_column, birth_date_column, id_column, schema)
        queries: Iterator[Query] = queries_of_file(path, columns)
    else:
        queries = queries_of_entities(screening) if entities else queries_of_names(names, schema, country, birth_date)
    if path and out:
        sheet = screening.sheet(path, queries, out, tuple(columns.values()), threshold=least, limit=limit, processes=processes,
                                progress=TerminalProgress())  # fmt: skip
        click.echo(f"{sheet.rows:,} names screened, {sheet.found:,} with a hit that stands: {out}", err=True)
        found = sheet.found
    elif path and form in ("jsonl", "csv"):
        found = _streamed(screening, queries, least, limit, form, processes)
    else:
        found = _printed(screening, queries, least, limit, form)
    if fail_on and found:
        raise click.exceptions.Exit(FINDINGS)


def _opened(folder: Path, labels: str) -> Screening:
    from dragoman.workspace.lists import editions_in
    from dragoman.workspace.screening import Screening

    editions = editions_in(folder, [part.strip() for part in labels.split(",") if part.strip()])
    if not editions:
        click.echo(
            "no list is loaded: nothing is covered yet (dragoman lists add; dragoman lists sources names them)", err=True
        )
    return Screening(editions, folder)


def _streamed(screening: Screening, queries: Iterator[Query], least: float, limit: int, form: str, processes: int) -> int:
    from dragoman.workspace.batch import COLUMNS, Run, chunks

    run = Run(tuple(str(e.folder) for e in screening.editions), least, limit, form)
    if form == "csv":
        click.echo(",".join(COLUMNS))
    found = 0
    for done in chunks(queries, run, dict(screening.verdicts), processes):
        click.echo(done.text, nl=False)
        found += done.found
    return found


def _printed(screening: Screening, queries: Iterator[Query], least: float, limit: int, form: str) -> int:
    from dragoman.screen.answer import flat, row, told
    from dragoman.screen.hit import Status

    metas, found = [e.meta for e in screening.editions], 0
    answers = screening.screen(queries, least, limit)
    if form == "table":
        for query, hits in answers:
            found += any(h.sure and h.status is not Status.CLEARED for h in hits)
            for line in told(query, hits, metas):
                click.echo(line)
        return found
    kept = list(answers)
    rows = [row(q, h, metas) for q, h in kept] if form != "csv" else [line for q, h in kept for line in flat(q, h, metas)]
    print_rows(rows, form)
    return sum(any(h.sure and h.status is not Status.CLEARED for h in hits) for _, hits in kept)


@click.command("hits")
@click.argument("verdict", type=click.Choice(["clear", "confirm"]))
@click.argument("record")
@click.option("--for", "name", required=True, help="The name that was screened, as written.")
@click.option("--by", required=True, help="Your name.")
@click.option("--note", required=True, help="Why.")
@schema_option
@click.option("--country", default="")
@click.option("--birth-date", default="")
@lists_option
@workspace_option
def hits_command(
    verdict: str,
    record: str,
    name: str,
    by: str,
    note: str,
    schema: str,
    country: str,
    birth_date: str,
    labels: str,
    folder: Path,
) -> None:
    """Clear or confirm the hit RECORD (list:id) of a name. It is logged with your name, and holds until the record changes.

    \b
    Example:
      dragoman hits clear ofac:1234 --for "Rover Co. Ltd" --by "A. Chen" --note "another firm: founded 2019"
    """
    from dragoman.screen.hit import Status
    from dragoman.workspace.asking import queries_of_names

    query = next(queries_of_names((name,), schema, country, birth_date))
    status = Status.CLEARED if verdict == "clear" else Status.CONFIRMED
    made = _opened(folder, labels).decide(query, record, status, by, note)
    click.echo(f"{made.verdict}: {record} for {name}, by {by} ({made.id[:8]})", err=True)
