"""The routes of the API, and its description."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from dragoman.web.accounts import Role
from dragoman.web.answering import admit
from dragoman.web.api import decisions, documents, entities, jobs, lists, reconcile, yente
from dragoman.web.api.declare import Operation
from dragoman.web.api.openapi import document
from dragoman.web.ask import Ask
from dragoman.web.route import Door, api

OPERATIONS: tuple[Operation, ...] = tuple(
    operation for room in (entities, documents, decisions, lists, jobs, yente, reconcile) for operation in room.OPERATIONS
)


@cache
def described() -> dict[str, Any]:
    """The OpenAPI document."""
    return document(OPERATIONS)


def description(_ask: Ask) -> dict[str, Any]:
    """The OpenAPI document."""
    return described()


def index(_ask: Ask) -> dict[str, Any]:
    """Where everything is."""
    return {"description": "/api/openapi.json", "operations": [f"{o.method} {o.path}" for o in OPERATIONS]}


def doors() -> Iterator[Door]:
    """One route a path: `Allow` then names all of its methods."""
    paths: dict[str, dict[str, Operation]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method] = operation
    yield from (_door(path, by_method) for path, by_method in paths.items())


def _door(path: str, by_method: dict[str, Operation]) -> Door:
    def handler(ask: Ask) -> Any:
        operation = by_method["GET" if ask.request.method == "HEAD" else ask.request.method]
        admit(ask, operation.role)
        return operation.answer(ask)

    files = any(o.takes_files for o in by_method.values())
    return Door(path, handler, min(o.role for o in by_method.values()), tuple(by_method), "json", files)


DOORS = (
    api("/api", index, role=Role.NOBODY),
    api("/api/openapi.json", description, role=Role.NOBODY),
    *doors(),
)
