"""Routes: an address, the function that answers it, who may ask. Each page has a `.json` twin at the same address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dragoman.web.accounts import Role
from dragoman.web.ask import Ask

Handler = Callable[[Ask], Any]  # gives back a Page, a Go, plain data for JSON, or a response of its own


@dataclass(frozen=True, slots=True)
class Door:
    """One address. `form`: page (HTML with a JSON twin), json (for programs), raw (the handler makes the response)."""

    path: str
    handler: Handler
    role: Role = Role.READER
    methods: tuple[str, ...] = ("GET",)
    form: str = "page"
    files: bool = False  # a form with files: the larger limits hold


def get(path: str, handler: Handler, *, role: Role = Role.READER) -> Door:
    """A page for whoever has at least that role; `/x` also answers as `/x.json`."""
    return Door(path, handler, role)


def post(path: str, handler: Handler, *, role: Role = Role.ANALYST, files: bool = False) -> Door:
    """What a form does; its token is checked before the handler is called. The handler gives back a `Go`, or a `Page` that says
    what is wrong."""
    return Door(path, handler, role, ("POST",), files=files)


def api(
    path: str, handler: Handler, *, role: Role = Role.READER, methods: tuple[str, ...] = ("GET",), files: bool = False
) -> Door:
    """An address for programs: JSON in (`ask.body`), JSON out, errors as problem+json."""
    return Door(path, handler, role, methods, "json", files)


def raw(path: str, handler: Handler, *, role: Role = Role.READER) -> Door:
    """A file: the handler gives back a response of its own."""
    return Door(path, handler, role, form="raw")
