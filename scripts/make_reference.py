#!/usr/bin/env python3
"""Write docs/reference from the code: commands from their --help, the schema from data/schema.yaml, the API, the errors.

usage: make_reference.py [--check]        (--check writes nothing and fails where a page differs)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from dragoman.base import errors
from dragoman.cli.commands import COMMANDS, dragoman
from dragoman.model.schema import schemata
from dragoman.web.accounts import Role
from dragoman.web.api.declare import Operation

OUT = Path(__file__).parents[1] / "docs" / "reference"


def commands() -> str:
    """Every command as its `--help` prints it at 100 columns."""
    parts = ["# Commands", "Made by `scripts/make_reference.py` from `--help`."]
    context = click.Context(dragoman, info_name="dragoman", max_content_width=100, terminal_width=100)
    parts.append(f"```\n{dragoman.get_help(context).strip()}\n```")
    for name in COMMANDS:
        command = dragoman.get_command(context, name)
        assert command is not None
        parts += _helps(command, name, context)
    parts.append(
        "## Exit codes\n\n0 done, 1 failed, 2 usage, 3 findings (`--fail-on`), 4 some inputs unreadable (the others "
        "were read; 4 goes before 3), 130 interrupted."
    )
    parts.append(f"```\n{(errors.__doc__ or '').strip()}\n```")
    return "\n\n".join(parts) + "\n"


def _helps(command: click.Command, name: str, parent: click.Context, depth: int = 2) -> list[str]:
    """The help of a command, then that of each of its own commands."""
    inner = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
    found = [f"{'#' * depth} {inner.command_path}\n\n```\n{command.get_help(inner).strip()}\n```"]
    if isinstance(command, click.Group):
        for sub in command.list_commands(inner):
            below = command.get_command(inner, sub)
            assert below is not None
            found += _helps(below, sub, inner, depth + 1)
    return found


def schema_page() -> str:
    """Every schema with its properties."""
    parts = ["# Schema", "Made by `scripts/make_reference.py` from `data/schema.yaml`."]
    for found in schemata().values():
        inherited = {p for a in found.ancestors[1:] for p in schemata()[a].properties}
        own = [
            f"`{p.name}` {p.type}{f' → {p.range}' if p.range else ''}"
            for p in found.properties.values()
            if p.name not in inherited
        ]
        head = f"## {found.name}\n\n{' · '.join(found.labels)}"
        facts = f"; kind of fact: {found.kind}" if found.kind else ""
        lineage = " ← ".join(found.ancestors)
        parts.append(
            f"{head}  \n{lineage}{facts}; in FollowTheMoney: {found.ftm}\n\n{', '.join(own) or 'no properties of its own'}"
        )
    return "\n\n".join(parts) + "\n"


def api_page() -> str:
    """Every operation of the API with what it takes."""
    from dragoman.web.api.doors import OPERATIONS

    parts = ["# The HTTP API", "Made by `scripts/make_reference.py` from the operations; `/api/openapi.json` tells the shapes."]
    for tag in dict.fromkeys(o.tag for o in OPERATIONS):
        parts.append(f"## {tag}")
        parts += [_operation(o) for o in OPERATIONS if o.tag == tag]
    return "\n\n".join(parts) + "\n"


def _operation(o: Operation) -> str:
    """One operation: what it does, takes and answers."""
    takes = [f"- `{{{name}}}`: {what}" for name, what in o.parts.items()]
    takes += [f"- `{p.name}`{' (needed)' if p.required else ''}: {p.what}" for p in o.params]
    if o.body:
        takes.append(f"- body, {o.body.kind}: `{json.dumps(o.body.example, ensure_ascii=False)}`")
    needs = f"; needs the role {o.role.word}" if o.role > Role.READER else "; open to all" if not o.role else ""
    return "\n".join([f"### {o.method} {o.path}\n\n{o.what}\n", *takes, f"- answers {o.status}{needs}"])


def main() -> int:
    """Write or check the pages."""
    OUT.mkdir(parents=True, exist_ok=True)
    stale = 0
    for name, text in (("commands.md", commands()), ("schema.md", schema_page()), ("api.md", api_page())):
        path = OUT / name
        if "--check" in sys.argv:
            stale += not path.exists() or path.read_text(encoding="utf-8") != text
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        print("docs/reference is not what the code says: run scripts/make_reference.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
