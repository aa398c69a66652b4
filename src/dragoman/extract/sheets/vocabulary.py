"""The vocabulary of sheets, `data/sheets.yaml`, as objects: kinds of sheet, their things and columns, headings, choices."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman import data
from dragoman.model.schema import LANGUAGES, Property, schema

# Fields that qualify another statement and are no property of a schema.
UNIT, BOUND, SPEAKER = "unit", "bound", "speaker"
_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A concept a column may stand for: its headings by language, and what to write in it."""

    name: str
    words: dict[str, tuple[str, ...]]
    fill: dict[str, str]


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity that a row speaks of. `per`: fields that tell namesakes apart; `each`: one for each of another thing."""

    name: str
    schema: str
    per: tuple[str, ...] = ()
    title: str = ""  # sheet or event: what names it where no column does
    each: str = ""
    always: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sheet."""

    name: str
    label: dict[str, str]
    about: dict[str, str]
    words: tuple[str, ...]
    things: dict[str, Thing]
    ties: tuple[tuple[str, str, tuple[str, ...]], ...]  # thing, property, the things it leads to (the first there is)
    columns: dict[str, tuple[str, ...]]  # field, concepts of its headings
    needed: tuple[tuple[str, ...], ...]
    copies: tuple[tuple[str, str], ...] = ()  # field, field whose cell it takes too

    def property(self, field: str) -> Property | None:
        """The property behind a field; None for one that qualifies another."""
        thing, _, prop = field.partition(".")
        return schema(self.things[thing].schema).properties.get(prop)


def normal(words: str) -> str:
    """A heading or choice as it is compared: no case, no brackets, no marks, single spaces."""
    folded = unicodedata.normalize("NFKC", _BRACKETS.sub(" ", words)).casefold().replace("ё", "е")
    return " ".join("".join(c if c.isalnum() or c in "$€£¥₽<>=~" else " " for c in folded).split())


@cache
def _raw() -> dict[str, Any]:
    import yaml

    loaded: dict[str, Any] = yaml.load(data.text("sheets.yaml"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return loaded


@cache
def headings() -> dict[str, Heading]:
    """Every concept a heading may name."""
    return {
        name: Heading(name, {lang: tuple(spec[lang]) for lang in LANGUAGES}, dict(zip(LANGUAGES, spec["fill"], strict=True)))
        for name, spec in _raw()["headings"].items()
    }


@cache
def concepts() -> dict[str, tuple[str, ...]]:
    """Which concepts a normalised heading may name."""
    found: dict[str, list[str]] = {}
    for heading in headings().values():
        for lang in LANGUAGES:
            for words in heading.words[lang]:
                named = found.setdefault(normal(words), [])
                if heading.name not in named:
                    named.append(heading.name)
    return {words: tuple(names) for words, names in found.items()}


@cache
def sheet_kinds() -> dict[str, Kind]:
    """The kinds of sheet by name."""
    return {name: _kind(name, spec) for name, spec in _raw()["kinds"].items()}


def _kind(name: str, spec: dict[str, Any]) -> Kind:
    ties = [(*field.split("."), (to,) if isinstance(to, str) else tuple(to)) for field, to in spec["ties"].items()]
    return Kind(
        name, dict(zip(LANGUAGES, spec["label"], strict=True)), dict(zip(LANGUAGES, spec["about"], strict=True)),
        tuple(spec["words"]), {n: _thing(n, t) for n, t in spec["things"].items()},
        tuple((t[0], t[1], t[2]) for t in ties), {f: tuple(h) for f, h in spec["columns"].items()},
        tuple(tuple(group) for group in spec["needed"]), tuple(spec.get("copies", {}).items()),
    )  # fmt: skip


def _thing(name: str, spec: str | dict[str, Any]) -> Thing:
    if isinstance(spec, str):
        return Thing(name, spec)
    return Thing(
        name, spec["schema"], tuple(spec.get("per", ())), str(spec.get("title", "")), spec.get("each", ""),
        tuple(spec.get("always", {}).items()),
    )  # fmt: skip


@cache
def choices(group: str) -> dict[str, str]:
    """The value of each normalised word of a group of choices; empty for a group there is none of."""
    return {normal(w): value for value, words in _raw()["choices"].get(group, {}).items() for w in [*words, value]}


@cache
def totals() -> frozenset[str]:
    """How a row that sums up others begins."""
    return frozenset(normal(w) for w in _raw()["totals"])


@cache
def event_words(lang: str) -> tuple[str, ...]:
    """The words by which a title names an event."""
    return tuple(_raw()["events"].get(lang, ()))
