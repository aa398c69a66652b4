"""The vocabulary of technologies: fields, products, head nouns and the modifiers that make a head tell something."""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman import data
from dragoman.extract.en.lexicon import listed, singular


@cache
def _more() -> dict[str, str]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, str] = yaml.load(data.text("vocabulary/en_technology.yaml"), loader)  # noqa: S506 (a safe loader)
    return loaded


@cache
def entries(key: str) -> tuple[str, ...]:
    """The entries of a list: those of the common vocabulary, then those told in `en_technology.yaml`."""
    more = [e.strip() for e in _more().get(key, "").split(";")]
    common = listed(key) if key != "participles" else ()
    return tuple(dict.fromkeys([*common, *(e for e in more if e)]))


@cache
def known(key: str) -> frozenset[str]:
    """The entries of a list as a set."""
    return frozenset(entries(key))


Ending = dict[str, list[tuple[tuple[str, ...], str]]]  # singular of the last word to entries, each as its words and its class


@lru_cache(maxsize=16_384)
def starting(low: str) -> tuple[tuple[int, Ending], ...]:
    """The entries a word can start, in its own form first: how many words, and those entries by their last word."""
    made: dict[tuple[str, int], Ending] = {}
    for key in dict.fromkeys((low, singular(low))):
        for parts, kind in index().get(key, ()):
            if len(parts) == 1 or parts[0] == low:
                made.setdefault((key, len(parts)), {}).setdefault(singular(parts[-1]), []).append((parts, kind))
    return tuple((size, ending) for (_, size), ending in made.items())


@cache
def index() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word to the fields and products it starts, longest first, each with its class."""
    made: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("fields", "products"):
        for entry in entries(kind):
            parts = tuple(entry.split())
            made.setdefault(singular(parts[0]) if len(parts) == 1 else parts[0], []).append((parts, kind))
    for found in made.values():
        found.sort(key=lambda e: -len(e[0]))
    return made


@cache
def openers() -> frozenset[str]:
    """Every word that can start an entry or be a head noun, plurals included; a few more than `starting` knows."""
    keys = [*index(), *known("heads")]
    plurals = (form for k in index() for form in (k + "s", k + "es", k[:-1] + "ies"))
    return frozenset([*keys, *plurals])


@cache
def nouns() -> frozenset[str]:
    """The fields and products of one word."""
    return frozenset(e for key in ("fields", "products") for e in entries(key) if " " not in e)
