"""Every command, its options and an example; the work is in `workspace`, the printing in `cli.printing`."""

from __future__ import annotations

import importlib

import click

COMMANDS = {
    "init": "start",
    "demo": "demo",
    "read": "reading",
    "facts": "reading",
    "mentions": "reading",
    "template": "reading",
    "list": "looking",
    "show": "looking",
    "search": "looking",
    "compare": "comparing",
    "screen": "screening",
    "hits": "screening",
    "link": "linking",
    "lists": "lists",
    "resolve": "resolving",
    "review": "resolving",
    "decide": "resolving",
    "expo": "expo",
    "enter": "expo_entering",
    "correct": "expo_entering",
    "history": "expo_entering",
    "figures": "expo_figures",
    "programme": "programme",
    "contest": "contest",
    "delegation": "delegation",
    "visit": "visit",
    "cooperation": "cooperation",
    "consultation": "consultation",
    "clearance": "clearance",
    "due": "cooperation",
    "enquire": "attention",
    "attention": "attention",
    "agreement": "agreement",
    "talent": "talent",
    "network": "network",
    "portfolio": "portfolio",
    "market": "portfolio",
    "paper": "paper",
    "publish": "paper",
    "withdraw": "paper",
    "check": "deciding",
    "accept": "deciding",
    "reject": "deciding",
    "decisions": "deciding",
    "undo": "deciding",
    "export": "papers",
    "report": "papers",
    "serve": "serving",
    "users": "serving",
    "jobs": "jobs",
    "doctor": "start",
}


class Lazy(click.Group):
    """A group that imports a command's module when the command is asked for: `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command = getattr(importlib.import_module(f"dragoman.cli.{module}"), f"{cmd_name}_command")
        assert isinstance(command, click.Command)  # noqa: S101 (COMMANDS is ours)
        return command


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dragoman", prog_name="dragoman")
def dragoman() -> None:
    """From documents, sheets and forms to facts with evidence; offline.

    \b
    Example:
      dragoman demo                          five worked cases, and a report to open
      dragoman init my-expo && cd my-expo
      dragoman read ~/news catalogue.xlsx    read files in
      dragoman show "Rover Co. Ltd"          what is known of it, and who says so
    """
