"""Every error has its exit code and HTTP status, and the tree at the top of `errors.py` is the truth."""

from __future__ import annotations

import re

from dragoman.base import errors
from dragoman.base.errors import DragomanError, Hostile, Unreadable


def all_errors(base: type[DragomanError] = DragomanError) -> list[type[DragomanError]]:
    return [base, *(e for child in base.__subclasses__() for e in all_errors(child))]


def test_the_drawn_tree_is_the_tree() -> None:
    assert errors.__doc__
    drawn = {n: (int(c), int(s)) for n, c, s in re.findall(r"(\w+) +(\d+) +(\d{3})", errors.__doc__)}
    real = {e.__name__: (e.exit_code, e.http_status) for e in all_errors() if e.__module__ == errors.__name__}
    assert drawn == real


def test_one_line_says_what_where_and_what_next() -> None:
    error = Hostile("unpacks to 4 GB", where="a.zip", do="unpack it yourself and read the folder")
    assert str(error) == "a.zip: unpacks to 4 GB (unpack it yourself and read the folder)"
    assert isinstance(error, Unreadable)
