"""What a page is asked (`Ask`) and what it answers with (`Page`, `Go`): plain objects, so that a page is a plain function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from dragoman.base.errors import UsageError
from dragoman.web.accounts import NOBODY, Person
from dragoman.web.words import Speech

if TYPE_CHECKING:
    from starlette.datastructures import FormData, UploadFile
    from starlette.requests import Request

    from dragoman.web.site import Site
    from dragoman.workspace import Workspace

QUERY_CHARS = 1_000  # of one value of a query; a longer one is no question
FIELD_CHARS = 200_000  # of one field of a form: a long text pasted in


class Forbidden(UsageError):
    """The person may not do that."""

    http_status = 403


class SignInNeeded(UsageError):
    """Nobody is signed in."""

    http_status = 401


@dataclass(slots=True)
class Ask:
    """One request: who asks, in which language, for what; with an open workspace while it is answered."""

    request: Request
    site: Site
    words: Speech
    person: Person = NOBODY
    wants: str = "html"  # or json
    csrf: str = ""
    form: FormData | None = None
    body: Any = None  # of a request in JSON
    _workspace: Workspace | None = None

    @property
    def workspace(self) -> Workspace:
        """The open workspace, for this request and thread only."""
        if self._workspace is None:
            raise RuntimeError("asked outside of a request")
        return self._workspace

    @property
    def path(self) -> dict[str, str]:
        """The `{parts}` of the path."""
        return self.request.path_params

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.words.lang

    @property
    def by(self) -> str:
        """The name under which decisions and entries of this request are logged."""
        return self.person.name

    def text(self, name: str, default: str = "") -> str:
        """A value of the query, its ends trimmed. Raises `UsageError` where it is too long."""
        value = self.request.query_params.get(name, default).strip()
        if len(value) > QUERY_CHARS:
            raise UsageError(f"{name} is too long", do=f"at most {QUERY_CHARS} characters")
        return value

    def texts(self, name: str) -> list[str]:
        """All values of a name of the query."""
        return [v.strip() for v in self.request.query_params.getlist(name) if v.strip()]

    def number(self, name: str, default: int, least: int = 0, most: int = 1_000_000) -> int:
        """A whole number of the query, kept within its bounds. Raises `UsageError` where it is none."""
        value = self.text(name)
        if not value:
            return default
        if not value.lstrip("-").isascii() or not value.lstrip("-").isdigit():
            raise UsageError(f"{name} must be a whole number")
        return max(least, min(most, int(value[:12])))

    def field(self, name: str, default: str = "") -> str:
        """A field of the form, its ends trimmed. Raises `UsageError` where it is too long."""
        value = self.form.get(name, default) if self.form is not None else default
        text = value.strip() if isinstance(value, str) else default
        if len(text) > FIELD_CHARS:
            raise UsageError(f"{name} is too long", do=f"at most {FIELD_CHARS:,} characters")
        return text

    def fields(self, name: str) -> list[str]:
        """All values of a field of the form."""
        values = self.form.getlist(name) if self.form is not None else []
        return [v.strip() for v in values if isinstance(v, str)]

    def files(self, name: str) -> list[UploadFile]:
        """The files dropped under a name; empty ones, which a browser sends for none, left out."""
        values = self.form.getlist(name) if self.form is not None else []
        return [v for v in values if not isinstance(v, str) and v.filename]

    def here(self, **changed: object) -> str:
        """The address of this page with some values of its query changed; an empty one is taken out."""
        pairs = [(k, v) for k, v in self.request.query_params.multi_items() if k not in changed and k != "lang"]
        pairs += [(k, str(v)) for k, v in changed.items() if v not in ("", None)]
        path = self.request.url.path.removesuffix(".json")
        return f"{path}?{urlencode(pairs)}" if pairs else path


@dataclass(slots=True)
class Page:
    """A page: the template, and the data that the template shows and the JSON twin is.

    `data` holds plain values, lists, dicts and dataclasses. `drawn` is for the template alone: drawings, choices of forms.
    """

    template: str
    data: Mapping[str, Any]
    drawn: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(slots=True)
class Go:
    """Done: go on at an address of this site, with a message. To JSON it says what was done."""

    to: str
    told: str = ""  # key of a message, shown at the next page
    data: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)  # of the message


def inside(address: str, otherwise: str = "/") -> str:
    """An address of this site to go on at; whatever leads elsewhere becomes `otherwise`."""
    safe = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable() and "\\" not in address
    return address if safe else otherwise
