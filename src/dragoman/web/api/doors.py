"""The routes of the API, and its description."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.web.accounts import Role
from dragoman.web.api import decisions, documents, entities, jobs, lists, reconcile, yente
from dragoman.web.api.declare import Operation
from dragoman.web.api.openapi import document
from dragoman.web.ask import Ask
from dragoman.web.route import api

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


DOORS = (
    api("/api", index, role=Role.NOBODY),
    api("/api/openapi.json", description, role=Role.NOBODY),
    *(operation.door() for operation in OPERATIONS),
)
