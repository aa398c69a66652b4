"""Regions of the world by name, in three languages: `data/regions.yaml` as sets of country codes."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman import data
from dragoman.model.ids import normal_name

CYRILLIC = "\u04ff"  # the last letter of that script


@cache
def _raw() -> dict[str, Any]:
    import yaml

    loaded: dict[str, Any] = yaml.load(data.text("regions.yaml"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return loaded


@cache
def _regions() -> dict[str, frozenset[str]]:
    raw = _raw()
    sets = {code: frozenset(said.get("countries", "").split()) for code, said in raw.items()}
    for code, said in raw.items():
        sets[code] = sets[code].union(*(sets[part] for part in said.get("parts", ())))
    return {normal_name(name): sets[code] for code, said in raw.items() for name in said["names"]}


def countries_of(name: str) -> frozenset[str]:
    """The lower-case codes of the countries of a region; empty for a name that is none."""
    return _regions().get(normal_name(name), frozenset())


@cache
def _called() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for code, said in _raw().items():
        foreign = [n for n in said["names"] if not n.isascii()]
        zh, ru = (next(n for n in foreign if (n[0] > CYRILLIC) == han) for han in (True, False))
        told = {"en": code, "zh": zh, "ru": ru}
        found |= {normal_name(n): told for n in told.values()}
    return found


def named(name: str) -> dict[str, str]:
    """What a region is called in each language, by its first name in one; other names of it may mean somewhat else."""
    return dict(_called().get(normal_name(name), {}))
