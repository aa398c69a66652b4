"""Closed choices of an expo's forms, and what its figures are called: `data/expo.yaml` as objects."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman import data
from dragoman.model.ids import normal_name
from dragoman.model.schema import LANGUAGES


@cache
def _raw() -> dict[str, Any]:
    import yaml

    loaded: dict[str, Any] = yaml.load(data.text("expo.yaml"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return loaded


@cache
def values(group: str) -> tuple[str, ...]:
    """The values of a group in their order; empty for a group there is none of."""
    return tuple(_raw()["choices"].get(group, ()))


@cache
def _words(group: str) -> dict[str, str]:
    return {normal_name(w): value for value, words in _raw()["choices"].get(group, {}).items() for w in words}


def value_of(group: str, text: str) -> str:
    """The value that words in any of the three languages stand for; empty where none does."""
    return _words(group).get(normal_name(text), "")


def label(figure: str, lang: str = "en") -> str:
    """What a figure is called; its own name where it has no label."""
    return _label("figures", figure, lang)


def part_label(part: str, lang: str = "en") -> str:
    """What a part of a figure is called: a stage in words; a field, a country code as they are."""
    return _label("parts", part, lang)


def _label(group: str, name: str, lang: str) -> str:
    found = _raw()[group].get(name)
    return str(found[LANGUAGES.index(lang)]) if found and lang in LANGUAGES else name
