"""`dragoman jobs`: the long work of a workspace, listed, cancelled, resumed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import print_rows

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.jobs import Job

SHOWN = ("id", "kind", "title", "by", "state", "done", "total", "now", "asked")


@click.group("jobs", context_settings={"help_option_names": ["-h", "--help"]})
def jobs_command() -> None:
    """Long work that pages and programs started: reading files, imports, updates of lists, screenings, resolving.

    \b
    Example:
      dragoman jobs list -w my-expo
      dragoman jobs resume 4f0c92ab1e77 -w my-expo
    """


@jobs_command.command("list")
@workspace_option
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1))
@format_option
def list_command(folder: Path, limit: int, form: str) -> None:
    """List the jobs, newest first.

    \b
    Example:
      dragoman jobs list --format jsonl
    """
    with _opened(folder) as workspace:
        print_rows((row(job) for job in workspace.jobs.all(limit).jobs), form, SHOWN)


@jobs_command.command("show")
@click.argument("job")
@workspace_option
@format_option
def show_command(job: str, folder: Path, form: str) -> None:
    """Show a job: how far it is, what came of it; what was refused goes to standard error.

    \b
    Example:
      dragoman jobs show 4f0c92ab1e77
    """
    with _opened(folder) as workspace:
        found = row(workspace.jobs.get(job))
        lines, _ = workspace.jobs.refusals(job, 1_000)
    print_rows([found] if form != "table" else [{"what": k, "is": v} for k, v in found.items()], form)
    for line in lines:
        click.echo(line, err=True)


@jobs_command.command("cancel")
@click.argument("job")
@workspace_option
def cancel_command(job: str, folder: Path) -> None:
    """Stop a job. What it has stored by then stays, and it can be resumed.

    \b
    Example:
      dragoman jobs cancel 4f0c92ab1e77
    """
    with _opened(folder) as workspace:
        workspace.jobs.cancel(job)
        click.echo(f"{job}: {workspace.jobs.wait(job, 10).state}")


@jobs_command.command("resume")
@click.argument("job")
@workspace_option
@click.option("--wait", is_flag=True, help="Return when it is over.")
def resume_command(job: str, folder: Path, wait: bool) -> None:
    """Go on with a job that was cancelled, interrupted or failed.

    \b
    Example:
      dragoman jobs resume 4f0c92ab1e77 --wait
    """
    with _opened(folder) as workspace:
        workspace.jobs.resume(job)
        found = workspace.jobs.wait(job, 86_400) if wait else workspace.jobs.get(job)
        click.echo(f"{job}: {found.state}")


def _opened(folder: Path) -> Workspace:
    from dragoman.workspace import open_workspace

    return open_workspace(folder)


def row(job: Job) -> dict[str, Any]:
    """A job as plain values."""
    from dragoman.workspace.jobs import job_row

    return job_row(job)
