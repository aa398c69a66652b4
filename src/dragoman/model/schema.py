"""The schema: which kinds of thing there are and what can be said of each, read from `data/schema.yaml`.

Names follow FollowTheMoney 4.x (https://followthemoney.tech) wherever it has one; `Schema.ftm` names what the rest become
in an export.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dragoman import data
from dragoman.base.errors import UnknownName

FactKind = Literal[
    "organisation", "person", "place", "event", "technology", "project", "delegation", "visit", "agreement", "statistic",
    "membership", "presence", "partnership", "role",
]  # fmt: skip
FACT_KINDS: tuple[FactKind, ...] = FactKind.__args__  # type: ignore[attr-defined]
LANGUAGES = ("en", "zh", "ru")


@dataclass(frozen=True, slots=True)
class Property:
    """One thing that can be said: its name, the type of its values, and for `entity` the schema they must have."""

    name: str
    type: str
    range: str = ""


@dataclass(frozen=True, slots=True)
class Schema:
    """A kind of thing, with all its own and inherited properties."""

    name: str
    ancestors: tuple[str, ...]  # itself first, then its parents, nearest first
    properties: dict[str, Property]
    labels: tuple[str, str, str]
    kind: FactKind | None = None
    ftm: str = ""
    edge: tuple[str, str] | None = None

    def is_a(self, name: str) -> bool:
        """Whether it is that schema or a child of it."""
        return name in self.ancestors

    def label(self, lang: str = "en") -> str:
        """Its name for a reader of English, Chinese or Russian."""
        return self.labels[LANGUAGES.index(lang)] if lang in LANGUAGES else self.labels[0]


def _property(name: str, spec: str) -> Property:
    match = re.fullmatch(r"(\w+)(?:\((\w+)\))?", spec)
    if match is None:
        raise ValueError(f"schema.yaml: cannot read the type {spec!r} of {name}")
    return Property(name, match[1], match[2] or "")


def _build(name: str, raw: dict[str, dict[str, Any]], built: dict[str, Schema]) -> Schema:
    if name in built:
        return built[name]
    spec = raw[name]
    parents = [_build(parent, raw, built) for parent in spec.get("extends", ())]
    properties: dict[str, Property] = {}
    ancestors = [name]
    for parent in parents:
        properties |= parent.properties
        ancestors += [a for a in parent.ancestors if a not in ancestors]
    properties |= {key: _property(key, value) for key, value in spec.get("properties", {}).items()}
    label, edge = spec["label"], spec.get("edge")
    built[name] = Schema(
        name, tuple(ancestors), properties, (label[0], label[1], label[2]), spec.get("kind"), spec.get("ftm", name),
        (edge[0], edge[1]) if edge else None,
    )  # fmt: skip
    return built[name]


@cache
def schemata() -> dict[str, Schema]:
    """All schemata by name."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw = yaml.load(data.text("schema.yaml"), loader)  # noqa: S506 (a safe loader)
    built: dict[str, Schema] = {}
    for name in raw:
        _build(name, raw, built)
    return built


def schema(name: str) -> Schema:
    """The schema of that name; raises `UnknownName`."""
    try:
        return schemata()[name]
    except KeyError:
        raise UnknownName(f"there is no schema {name!r}", do="dragoman list --help names them") from None
