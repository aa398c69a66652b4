"""The OpenAPI 3.1 description, made from the declared operations: whatever is served is described, with an example of each."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from dragoman.base.version import VERSION
from dragoman.web.accounts import Role
from dragoman.web.api.declare import Operation, Param
from dragoman.web.api.shape import many, text, thing, whole

PROBLEM = thing(
    ("title", "status"), type=text("about:blank"), title=text("Not Found"), status=whole(400, 599), detail={"type": "string"},
    where={"type": "string"}, do={"type": "string"}, instance={"type": "string"},
    errors=many(thing(("where", "what"), where={"type": "string"}, what={"type": "string"})),
)  # fmt: skip
ALWAYS = (400, 403, 422, 500)  # 400: what cannot be understood; 403: another host or site; 500: a fault of ours, never expected
SIGNED_IN = (401,)
ABOUT = (
    "Everything Dragoman knows and does, for programs. Lists come in pages (`limit`, `offset`, `total`, `Link`) or by cursor "
    "(`after`, `next`, `Link`). Long work answers 202 with the address of its job. Every error is problem+json (RFC 9457). "
    "Where people sign in, send an API token of the page Settings: `Authorization: Bearer TOKEN`."
)


def document(operations: Iterable[Operation], server: str = "/") -> dict[str, Any]:
    """The description of these operations."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = described(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dragoman",
            "version": VERSION,
            "description": ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": server}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": {"Problem": PROBLEM},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def described(operation: Operation) -> dict[str, Any]:
    """One operation."""
    said: dict[str, Any] = {
        "operationId": _named(operation), "summary": operation.what, "tags": [operation.tag],
        "parameters": [*map(_part, operation.parts.items()), *map(_query, operation.params)],
        "responses": {str(operation.status): _success(operation), **{str(s): _failure(s) for s in statuses(operation)}},
    }  # fmt: skip
    if operation.body:
        content = {operation.body.kind: {"schema": operation.body.shape, "example": operation.body.example}}
        said["requestBody"] = {"required": operation.body.required, "content": content}
    if operation.role is Role.NOBODY:
        said["security"] = []
    return said


def statuses(operation: Operation) -> list[int]:
    """The errors an operation may answer with."""
    sent = (409, 413) if operation.method == "POST" else ()
    signed = SIGNED_IN if operation.role else ()
    return sorted({*ALWAYS, *signed, *sent, *operation.fails})


def _named(operation: Operation) -> str:
    words = operation.path.strip("/").replace("{", "").replace("}", "").replace(".", "/").split("/")
    return "_".join([operation.method.lower(), *(w for w in words if w != "api")])


def _part(entry: tuple[str, str]) -> dict[str, Any]:
    name, what = entry
    shape = {"type": "string", "minLength": 1, "maxLength": 500}
    return {"name": name, "in": "path", "required": True, "description": what, "schema": shape}


def _query(param: Param) -> dict[str, Any]:
    shape = param.shape if param.default in (None, "") else {**param.shape, "default": param.default}
    return {"name": param.name, "in": "query", "required": param.required, "description": param.what, "schema": shape}


def _success(operation: Operation) -> dict[str, Any]:
    said: dict[str, Any] = {"description": HTTPStatus(operation.status).phrase}
    said["content"] = {operation.kind: {"schema": operation.gives, "example": operation.example}}
    if operation.status == 202:
        said["headers"] = {"Location": {"description": "The address of the job.", "schema": {"type": "string"}}}
    return said


def _failure(status: int) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": HTTPStatus(status).phrase, "content": content}
