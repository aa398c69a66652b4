"""`dragoman portfolio` and `dragoman market`."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.network import on_option
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import print_rows


@click.command("portfolio")
@click.argument("centre")
@on_option
@workspace_option
@format_option
def portfolio_command(centre: str, day: str, folder: Path, form: str) -> None:
    """The residents of CENTRE: markets they stand on by country, the way from institute to market, sales by country and year.

    \b
    Example:
      dragoman enter Centre name="Harbour Nanocentre" centreKind=nanotechnology
      dragoman enter Membership member="Lancet LLC" organization="Harbour Nanocentre" startDate=2015
      dragoman enter MarketStatus subject="Lancet LLC" place=China marketStage="operating there" date=2017
      dragoman enter TransferStep subject="Lancet LLC" transferStage=prototype trl=6 date=2014-05
      dragoman portfolio "Harbour Nanocentre" --on 2018-06
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.portfolios.of(centre, day)
        print_rows(workspace.portfolios.rows(found), form, title=f"{found.caption} on {found.day}")
        for line in workspace.portfolios.doubts(found.residents):
            click.echo(f"look again: {line}", err=True)


@click.command("market")
@click.argument("country")
@click.option("--field", default="", help="Only of this field, in any of the three languages.")
@click.option("--on", "day", default="", metavar="DATE", help="The day on which offers and requests must last.")
@workspace_option
@format_option
def market_command(country: str, field: str, day: str, folder: Path, form: str) -> None:
    """What a COUNTRY or region wants and offers, who is active there and what was sold to it, each with its source.

    \b
    Example:
      dragoman enter Market name="Logistics in China" place=China field=logistics wants="warehouse robots" date=2018-06
      dragoman market China --field logistics
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        rows = workspace.markets.of(country, field, day)
        print_rows(rows, form, ("kind", "who", "field", "what", "date", "source"), title=f"market of {country}")
