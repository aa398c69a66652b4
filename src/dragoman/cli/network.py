"""`dragoman network`: alliances, city networks, mechanisms, centres, platforms, groups of countries, as of a day."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import print_rows

on_option = click.option("--on", "day", default="", metavar="DATE", help="As it was on a day, in a month or a year.")


@click.group("network")
def network_command() -> None:
    """Networks with members over time and events of their own, outside any fair too.

    \b
    Example:
      dragoman enter Network name="Four cities" networkKind="city network"
      dragoman enter Place name=Minsk country=Belarus
      dragoman enter Membership member=Minsk organization="Four cities" startDate=2016
      dragoman enter Forum name="Youth forum" network="Four cities" startDate=2018-05-10
      dragoman network show "Four cities" --on 2018-06-30
    """


@network_command.command("list")
@on_option
@workspace_option
@format_option
def list_command(day: str, folder: Path, form: str) -> None:
    """List every network with how many belong to it.

    \b
    Example:
      dragoman network list --on 2018
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        print_rows(workspace.networks.listed(day), form)


@network_command.command("show")
@click.argument("network")
@on_option
@workspace_option
@format_option
def show_command(network: str, day: str, folder: Path, form: str) -> None:
    """Show who belongs to a network on a day, and its events up to it.

    \b
    Example:
      dragoman network show "Four cities" --on 2018-06-30
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.networks.show(network, day)
        print_rows(workspace.networks.rows(found), form, title=f"{found.caption} ({found.kind}) on {found.day}")
