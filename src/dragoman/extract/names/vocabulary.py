"""Word lists of data/names, read once a process: heads of organisations, titles, known names, given names, demonyms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from dragoman import data

AROUND = re.compile(r"\(\?[^)]*\)")  # what must not stand beside a word
PUBLIC = frozenset("ministry agency government parliament court military diplomatic zone".split())
NO_WORDS: frozenset[str] = frozenset()
COMPANIES = frozenset("company conglomerate bank".split())


@dataclass(slots=True)
class Vocabulary:
    """The words of one language by class; `heads` and `known` lead from a word or name to a kind of organisation."""

    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)

    def words(self, name: str) -> frozenset[str]:
        """The words of a class; empty where the language has no such class."""
        return self.classes.get(name, NO_WORDS)


@cache
def vocabulary(lang: str) -> Vocabulary:
    """The vocabulary of a language: its file, and the one with names of people."""
    made = Vocabulary()
    lines = data.text(f"names/{lang}.tsv").splitlines() + data.text(f"names/people_{lang}.tsv").splitlines()
    for line in lines:
        name, mark, listed = line.partition("\t")
        if name.startswith("#") or not mark:
            continue
        words = listed.split("|")
        group, _, kind = name.partition(":")
        if group == "head":
            made.heads.update((AROUND.sub("", w), kind) for w in words)
            made.classes["heads"] = made.words("heads") | frozenset(words)  # with what must not follow, for patterns
        elif group == "known":
            made.known.update((w, kind) for w in words)
        elif group == "demonym":
            made.demonyms.update((w.split("=")[0], w.split("=")[1]) for w in words)
        else:
            made.classes[name] = made.words(name) | frozenset(words)
    return made


def schema_of(kind: str) -> str:
    """The schema an organisation of that kind has."""
    if kind in PUBLIC:
        return "PublicBody"
    return "Company" if kind in COMPANIES else "Organization"
