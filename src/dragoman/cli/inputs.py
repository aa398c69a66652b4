"""What a person types: files and `-` for standard input, dates and times, the first digits of an id."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
ENOUGH = 4  # digits of an id: fewer are more often a slip than a choice


@contextmanager
def given(paths: Iterable[Path]) -> Iterator[tuple[Path, ...]]:
    """The paths, with a file `stdin` that holds standard input in place of `-`."""
    wanted = tuple(paths)
    if Path("-") not in wanted:
        yield wanted
        return
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        kept = Path(folder) / "stdin"
        kept.write_bytes(sys.stdin.buffer.read())
        yield tuple(kept if path == Path("-") else path for path in wanted)


def date(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """An ISO date, which may be cut to its month or year."""
    if value and not DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date; write 2018, 2018-06 or 2018-06-30")
    return value


def time(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """An ISO time; a date alone means the end of that day."""
    if not value:
        return ""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no time; write 2018-06-30 or 2018-06-30T18:00:00") from None
    return f"{value}T23:59:59.999999" if DATE.fullmatch(value) else value


def digits(_context: click.Context, _argument: click.Parameter, value: str) -> str:
    """The first digits of an id."""
    if len(value) < ENOUGH:
        raise click.BadParameter(f"{value!r} is too short; give {ENOUGH} digits of the id or more")
    return value
