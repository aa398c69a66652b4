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
    except OSError as error:
        code = _tell(_of_the_system(error))
    except SystemExit:  # click's answer to a reader that has gone (`| head`): all it asked for was given
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def _of_the_system(error: OSError) -> DragomanError:
    """A folder that cannot be made, a full disk: what the system says, with the path it says it of."""
    return DragomanError(error.strerror or str(error), where=str(error.filename or ""))


def _tell(error: DragomanError) -> int:
    click.echo(f"dragoman: {error}", err=True)
    return error.exit_code
