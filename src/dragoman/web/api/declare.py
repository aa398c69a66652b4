"""Declaring an operation: one object says its address, what it takes and gives; route, checks and OpenAPI follow from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dragoman.base.errors import UsageError
from dragoman.web.accounts import Role
from dragoman.web.api.shape import SHORT, Fault, Shape, faults, whole
from dragoman.web.ask import Ask

if TYPE_CHECKING:
    from starlette.responses import Response

Given = dict[str, Any]  # parameters by name, checked and of their types; `body` where there is one
Work = Callable[[Ask, Given], Any]
MOST = 500  # rows of one page of any list
FIRST = 50


class Misfit(UsageError):
    """Parameters or body do not fit the description of the operation."""

    http_status = 422

    def __init__(self, found: list[Fault]) -> None:
        where, what = found[0]
        super().__init__(what, where=where, do="/api/openapi.json describes every operation")
        self.more = {"errors": [{"where": at, "what": said} for at, said in found[:20]]}


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of the query. `shape` gives its type and bounds; an array may be given several times."""

    name: str
    what: str
    bounds: Shape
    default: Any = None
    required: bool = False

    @property
    def shape(self) -> Shape:
        """Its shape; a text without a bound is a short one."""
        inner = self.bounds.get("items", self.bounds)
        if inner.get("type") != "string" or "maxLength" in inner or "enum" in inner:
            return self.bounds
        return (
            {**self.bounds, "items": {"maxLength": SHORT, **inner}}
            if inner is not self.bounds
            else {"maxLength": SHORT, **inner}
        )


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent: JSON of a shape, or a form (`files`: with files)."""

    shape: Shape
    example: Any
    kind: str = "application/json"
    required: bool = True


@dataclass(frozen=True, slots=True)
class Operation:
    """One address with one method. `gives` is the shape of the answer, `example` one of it, `status` that of success."""

    method: str
    path: str
    what: str
    work: Work
    gives: Shape
    example: Any
    params: tuple[Param, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)  # of the path: what each is
    body: Body | None = None
    status: int = 200
    fails: tuple[int, ...] = ()  # beside those that every operation may answer with
    role: Role = Role.READER
    kind: str = "application/json"  # of the answer

    @property
    def tag(self) -> str:
        """What it belongs to: the part of the path that names the resource."""
        parts = self.path.strip("/").split("/")
        return parts[1] if parts[0] == "api" and len(parts) > 1 else parts[0]

    @property
    def takes_files(self) -> bool:
        """Whether files are sent."""
        return bool(self.body and self.body.kind.startswith("multipart"))

    def answer(self, ask: Ask) -> Any:
        """Check what is given, do the work, put the status on the answer."""
        made = self.work(ask, self.given(ask))
        if isinstance(made, Answer):
            return made.response(self.status)
        return Answer(made).response(self.status) if isinstance(made, dict | list) else made

    def given(self, ask: Ask) -> Given:
        """The parameters and the body, checked. Raises `Misfit`."""
        found: list[Fault] = []
        made: Given = {name: ask.path.get(name, "") for name in self.parts}
        found += [(name, "is too long, or has signs that no name has") for name in self.parts if not _plain(made[name])]
        for param in self.params:
            made[param.name] = _read(ask, param, found)
        if self.body:
            made["body"] = self._body(ask, found)
        if found:
            raise Misfit(found)
        return made

    def _body(self, ask: Ask, found: list[Fault]) -> Any:
        body, headers = self.body, ask.request.headers
        assert body is not None  # noqa: S101 (asked before)
        if body.kind != "application/json":
            return ask.form
        if ask.body is None:
            if body.required or headers.get("content-length", "0") != "0" or "transfer-encoding" in headers:
                found.append(("body", "must be an object in JSON, sent as application/json"))
            return {}
        found += faults(ask.body, body.shape, "body")
        return ask.body


class Answer:
    """An answer with headers of its own."""

    def __init__(self, data: Any, headers: Mapping[str, str] | None = None, status: int = 0) -> None:
        self.data, self.headers, self.status = data, headers, status

    def response(self, status: int) -> Response:
        """As JSON."""
        from starlette.responses import JSONResponse

        from dragoman.web.words import as_data

        return JSONResponse(as_data(self.data), self.status or status, headers=dict(self.headers or {}))


def _plain(text: str) -> bool:
    return len(text) <= 500 and "\x00" not in text


def _read(ask: Ask, param: Param, found: list[Fault]) -> Any:
    values = ask.request.query_params.getlist(param.name)
    array = param.shape.get("type") == "array"
    if not values:
        if param.required:
            found.append((param.name, "is missing"))
        return [] if array and param.default is None else param.default
    shape = param.shape["items"] if array else param.shape
    read = [_cast(value, shape) for value in values]
    value = read if array else read[-1]
    found += faults(value, param.shape, param.name)
    return value


def _cast(value: str, shape: Shape) -> Any:
    """A value of the query as its type; as it stands where it is none of it, so that the check tells."""
    kind = shape.get("type")
    if kind == "boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(value.lower(), value)
    if kind in ("integer", "number") and len(value) < 30 and value.isascii() and "_" not in value:
        try:
            return int(value) if kind == "integer" else _finite(float(value), value)
        except ValueError:
            return value
    return value


def _finite(number: float, value: str) -> float | str:
    return number if abs(number) < 1e300 else value


def paging(first: int = FIRST, most: int = MOST) -> tuple[Param, Param]:
    """`limit` and `offset`."""
    return (
        Param("limit", "Rows of the page at most.", whole(1, most), first),
        Param("offset", "Rows to pass over.", whole(0, 1_000_000), 0),
    )


def page(ask: Ask, given: Given, rows: list[Any], total: int, **more: Any) -> Answer:
    """A page of a list: `results`, `limit`, `offset`, `total`, and the pages before and after in `Link`."""
    limit, offset = given["limit"], given["offset"]
    links = []
    if offset:
        links.append(link(ask.here(offset=max(0, offset - limit) or ""), "prev"))
    if offset + limit < total:
        links.append(link(ask.here(offset=offset + limit), "next"))
    body = {"results": rows, "limit": limit, "offset": offset, "total": total, **more}
    return Answer(body, {"Link": ", ".join(links)} if links else None)


def link(address: str, rel: str) -> str:
    """One entry of a `Link` header (RFC 8288)."""
    return f'<{quote(address, safe="/?&=%+,:;~")}>; rel="{rel}"'
