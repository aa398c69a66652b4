"""The stylesheet and the scripts: files of this package, named with their checksum so that a browser keeps them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from mimetypes import guess_type

from dragoman.base.errors import UnknownName

FOREVER = "public, max-age=31536000, immutable"


@cache
def assets() -> dict[str, tuple[bytes, str, str]]:
    """Each file by its name: bytes, media type, checksum. htmx is one where it was put there, and not missed where not."""
    found = {}
    for item in files("dragoman.web").joinpath("static").iterdir():
        if item.name.endswith((".css", ".js", ".svg")):
            body = item.read_bytes()
            found[item.name] = (body, guess_type(item.name)[0] or "application/octet-stream", sha256(body).hexdigest()[:12])
    return found


def address(name: str) -> str:
    """Where a page finds a file; empty where there is none of that name."""
    held = assets().get(name)
    return f"/static/{name}?v={held[2]}" if held else ""


def asset(name: str) -> tuple[bytes, str]:
    """The bytes and the media type of a file; raises `UnknownName`."""
    if name not in assets():
        raise UnknownName(f"there is no file {name!r}")
    body, kind, _ = assets()[name]
    return body, kind
