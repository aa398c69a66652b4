"""The words English grammar turns on, read once from `data/vocabulary/en*.yaml`, and the forms of verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from dragoman import data

VOWELS = "aeiou"


def _load(name: str) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, Any] = yaml.load(data.text(f"vocabulary/{name}"), loader)  # noqa: S506 (a safe loader)
    return loaded


@cache
def _vocabulary() -> dict[str, Any]:
    return _load("en.yaml") | _load("en_fields.yaml")


@cache
def listed(key: str) -> tuple[str, ...]:
    """The entries of a vocabulary list, as written there."""
    raw = _vocabulary()[key]
    entries = raw.split(";") if isinstance(raw, str) else raw
    return tuple(dict.fromkeys(e.strip() for e in entries if e.strip()))


@cache
def words(key: str) -> frozenset[str]:
    """The entries of a vocabulary list as a set."""
    return frozenset(listed(key))


@cache
def mapping(key: str) -> dict[str, list[str]]:
    """A vocabulary mapping, such as verbs by the role they give."""
    return dict(_vocabulary()[key])


def forms(verb: str) -> tuple[str, ...]:
    """Base, -s, -ed and -ing forms of a verb; irregular past forms follow slashes (`hold/held`).

    Particles stay behind the verb: `set up/set up` gives `sets up`, `setting up`.
    """
    base, *irregular = verb.split("/")
    head, _, tail = base.partition(" ")
    if head in ("jointly", "co") and tail:
        return tuple(f"{head} {form}" for form in forms(tail))
    past = irregular or [_with(_past(head), tail)]
    return tuple(dict.fromkeys([base, _with(_third(head), tail), *past, _with(_gerund(head), tail)]))


def _with(word: str, tail: str) -> str:
    return f"{word} {tail}" if tail else word


def _doubles(verb: str) -> bool:
    short = len(re.findall(f"[{VOWELS}]+", verb)) == 1
    return short and len(verb) > 2 and verb[-1] not in VOWELS + "wxy" and verb[-2] in VOWELS and verb[-3] not in VOWELS


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"


def inflected(verbs: Iterable[str]) -> tuple[str, ...]:
    """Every form of every verb, longest first, so that an alternation prefers `set up` to `set`."""
    found = {form for verb in verbs for form in forms(verb)}
    return tuple(sorted(found, key=lambda f: (-len(f), f)))


def choice(entries: Iterable[str]) -> str:
    """A regular expression alternation of literal entries, longest first, white space free."""
    ordered = sorted(set(entries), key=lambda e: (-len(e), e))
    return "(?:" + "|".join(re.escape(e).replace(r"\ ", r"\s+").replace(r"\-", "-") for e in ordered) + ")"


def verbs(*bases: str) -> str:
    """An alternation of every form of these verbs."""
    return choice(inflected(bases))


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """A plural noun's singular, by spelling."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    return word
