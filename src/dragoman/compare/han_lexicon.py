"""The bilingual vocabulary Chinese names are read with: data/lexicon/zh-en.tsv, then places (data/han/places.tsv).

What scripts/learn_lexicon_zh.py learned from parallel names (zh-en-learned.tsv) takes the place of the renderings given.

A line of the lexicon is a Chinese word and its English renderings, split by "|", the likeliest first; ":0.3" after one
is its probability. A line "= role" says what the words below it do in a name. Lines are read when first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman import data
from dragoman.compare.name import Role
from dragoman.text.pinyin import syllables

Options = tuple[tuple[str, float], ...]
KNOWN = 0.94  # what the renderings of a word of ours hold together; the rest is for those unknown to us
ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a Chinese word says in English, and what it does in a name."""

    options: Options
    role: Role


def find(word: str) -> Entry | None:
    """The entry of a word of the lexicon or the gazetteer; None where both lack it."""
    return _entry(word) if word in lines() else None


@lru_cache(maxsize=8_000)
def _entry(word: str) -> Entry:
    role, text = lines()[word]
    latin = "".join(syllables(word)).replace("v", "u")
    return Entry(weighted(text.split("|")) if text else ((latin, KNOWN),), role)


@cache
def lines() -> dict[str, tuple[Role, str]]:
    """Word -> its role and its renderings as they stand in the file; own words hide places."""
    found: dict[str, tuple[Role, str]] = {}
    for line in data.text("han/places.tsv").splitlines():
        word, _, names = line.partition("\t")
        found[word] = (Role.PLACE, names)
    role = Role.CORE
    for line in data.text("lexicon/zh-en.tsv").splitlines():
        if line.startswith("= "):
            role = ROLES[line[2:]]
        elif line and line[0] != "#":
            word, _, names = line.partition("\t")
            found[word] = (role, names)
    for line in data.text("lexicon/zh-en-learned.tsv").splitlines():
        word, _, names = line.partition("\t")
        if names:
            found[word] = (found[word][0] if word in found else Role.CORE, names)
    return found


@cache
def longest() -> int:
    """Characters of the longest word."""
    return max(map(len, lines()))


def weighted(renderings: list[str]) -> Options:
    """Renderings with their probabilities: those given, the rest of `KNOWN` shared by rank (1, 1/2, 1/3 ...)."""
    parts = [text.partition(":") for text in renderings]
    given = sum(float(p) for _, _, p in parts if p)
    ranks = {n: 1 / (1 + i) for i, n in enumerate(n for n, (_, _, p) in enumerate(parts) if not p)}
    share = max(KNOWN - given, 0.0) / (sum(ranks.values()) or 1.0)
    return tuple((name, float(p) if p else round(ranks[n] * share, 3)) for n, (name, _, p) in enumerate(parts))
