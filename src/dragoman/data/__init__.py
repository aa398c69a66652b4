"""Vocabularies, schema, map and languages: data only. `path()` and `text()` are the way in."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def path(name: str) -> Traversable:
    """The bundled file of that name, such as `schema.yaml` or `places/cities.tsv.gz`."""
    return files(__name__).joinpath(*name.split("/"))


def text(name: str) -> str:
    """The bundled UTF-8 text of that name."""
    return path(name).read_text(encoding="utf-8")
