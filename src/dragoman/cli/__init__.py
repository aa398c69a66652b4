"""The entrance from the terminal: commands and printing. Data on stdout, progress and errors on stderr."""

from __future__ import annotations

import sys

import click

from dragoman.base.errors import DragomanError, Interrupted


def run() -> None:
    """Run the command line and leave with the exit code of what happened."""
    from dragoman.cli.commands import dragoman

    try:
        code = dragoman.main(prog_name="dragoman", standalone_mode=False)
    except click.exceptions.Abort:
        code = _tell(Interrupted("stopped; what was done is kept", do="the same command goes on"))
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except KeyboardInterrupt:
        code = _tell(Interrupted("stopped; what was done is kept", do="the same command goes on"))
    except DragomanError as error:
        code = _tell(error)
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def _tell(error: DragomanError) -> int:
    click.echo(f"dragoman: {error}", err=True)
    return error.exit_code
