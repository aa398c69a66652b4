"""Regions of the world by name, in three languages: `data/regions.yaml` as sets of country codes."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman import data
from dragoman.model.ids import normal_name


@cache
def _regions() -> dict[str, frozenset[str]]:
    import yaml

    raw: dict[str, Any] = yaml.load(data.text("regions.yaml"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    sets = {code: frozenset(said.get("countries", "").split()) for code, said in raw.items()}
    for code, said in raw.items():
        sets[code] = sets[code].union(*(sets[part] for part in said.get("parts", ())))
    return {normal_name(name): sets[code] for code, said in raw.items() for name in said["names"]}


def countries_of(name: str) -> frozenset[str]:
    """The lower-case codes of the countries of a region; empty for a name that is none."""
    return _regions().get(normal_name(name), frozenset())
