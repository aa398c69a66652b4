"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

workspace_option = click.option(
    "-w", "--workspace", "folder", type=click.Path(path_type=Path, file_okay=False), default=".", show_default=True,
    envvar="DRAGOMAN_WORKSPACE", help="Folder of the workspace.",
)  # fmt: skip
format_option = click.option(
    "--format", "form", type=click.Choice(["table", "json", "jsonl", "csv"]), default="table", show_default=True,
    help="How rows are printed.",
)  # fmt: skip
models_option = click.option(
    "--models/--no-models", "models", default=None, help="Use the small name models (default: where they are installed)."
)
