"""`dragoman serve` and `dragoman users`: the pages in a browser, and who may see them from other machines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import format_option, workspace_option

if TYPE_CHECKING:
    from dragoman.web.accounts import Accounts

ROLES = ["reader", "analyst", "organiser", "administrator"]


@click.command("serve")
@workspace_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; other machines need accounts.")
@click.option("--port", default=8321, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open", "open_it", is_flag=True, help="Open the browser.")
@click.option("--accounts", is_flag=True, help="People sign in, on this machine too: for a site behind a proxy.")
@click.option("--name", "names", multiple=True, help="A further host name the site answers to, such as the proxy's.")
@click.option("--https", "secure", is_flag=True, help="It is reached by https, through a proxy.")
@click.option("--get", "path", default="", help="Print one page and stop, without listening: /search.json?q=robot")
def serve_command(
    folder: Path, host: str, port: int, open_it: bool, accounts: bool, names: tuple[str, ...], secure: bool, path: str
) -> None:
    """Serve a workspace as pages in a browser, until Ctrl-C.

    \b
    Example:
      dragoman serve -w my-expo --open
    """
    from dragoman.web.serve import answer, serve
    from dragoman.web.site import LOOPBACK, WebSettings

    if path:
        status, body = answer(folder, path, WebSettings(port=port))
        click.echo(body, nl=False)
        raise click.exceptions.Exit(0 if status < 400 else 1)
    web = WebSettings(host=host, port=port, accounts=accounts or host not in LOOPBACK, names=names, secure=secure)
    serve(folder, web, tell, open_it)


def tell(address: str) -> None:
    """Say where the site is."""
    click.echo(f"open     {address}\nstop     with Ctrl-C")


@click.group("users")
def users_command() -> None:
    """Who may sign in where a workspace is served to other machines.

    \b
    Example:
      dragoman users add olga --role organiser -w my-expo
    """


@users_command.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@workspace_option
def add_command(name: str, role: str, password_stdin: bool, folder: Path) -> None:
    """Make an account, or give one a new password and role.

    \b
    Example:
      dragoman users add olga --role organiser -w my-expo
    """
    from dragoman.web.accounts import Role

    asked = sys.stdin.readline().rstrip("\n") if password_stdin else ""
    password = asked or click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    with _accounts(folder) as accounts:
        accounts.add(name, password, Role.named(role))
        accounts.note("the command line", "account made", f"{name}: {role}")
    click.echo(f"{name}: {role}")


@users_command.command("list")
@workspace_option
@format_option
def list_command(folder: Path, form: str) -> None:
    """Accounts with their roles.

    \b
    Example:
      dragoman users list -w my-expo
    """
    from dragoman.cli.printing import print_rows

    with _accounts(folder) as accounts:
        print_rows(accounts.all(), form)


@users_command.command("remove")
@click.argument("name")
@workspace_option
def remove_command(name: str, folder: Path) -> None:
    """End an account, its sessions and its tokens; what it decided stays.

    \b
    Example:
      dragoman users remove olga -w my-expo
    """
    with _accounts(folder) as accounts:
        accounts.remove(name)
        accounts.note("the command line", "account ended", name)
    click.echo(f"{name}: removed")


@contextmanager
def _accounts(folder: Path) -> Iterator[Accounts]:
    """The accounts of a workspace. Raises `WorkspaceError` where there is none."""
    from dragoman.base.errors import WorkspaceError
    from dragoman.web.accounts import Accounts
    from dragoman.web.database import Database
    from dragoman.workspace import DATABASE

    if not (folder / DATABASE).exists():
        raise WorkspaceError("there is no workspace here", where=str(folder), do="make one with: dragoman init")
    database = Database.open(folder)
    try:
        yield Accounts(database)
    finally:
        database.close()
