"""The names of two records side by side: those that are equal at once, else the nearest few rated by the engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from dragoman.compare.name import Kind, Name
from dragoman.compare.parse import parse
from dragoman.compare.record import Record
from dragoman.compare.score import rate
from dragoman.compare.tokens import split

RATED = 4  # pairs of names that the engine rates where none is equal: the nearest by letters; more found nothing new
CERTAIN = 0.999
SIGNS = frozenset(".'&/`")  # what tokens.split has rules for
_WORD = re.compile("[a-z0-9]+")


@dataclass(slots=True)
class NameMatch:
    """How far two sets of names agree."""

    value: float = 0.0  # probability of the best pair; 0 where a side has no name
    left: str = ""
    right: str = ""
    words: int = 0  # words in common where a pair is equal word by word, else 0
    share: float = 0.0  # of the shorter set, names that have an equal one in the other
    compared: bool = False


@lru_cache(maxsize=50_000)
def _key(text: str) -> str:
    """The Latin words of a name in alphabetical order: equal for names that differ in order and signs only."""
    if text.isascii() and SIGNS.isdisjoint(text):  # the quick way for most names
        return " ".join(sorted(_WORD.findall(text.lower())))
    return " ".join(sorted(latin for _, latin in split(text)))


@lru_cache(maxsize=20_000)
def parsed(text: str, kind: Kind) -> Name:
    """The name taken apart; remembered, as a record is compared with many."""
    return parse(text, kind)


def match_names(left: Record, right: Record, kind: Kind) -> NameMatch:
    """The best pair of names of two records. Weak aliases count where a name proper of the other side meets them."""
    ours, theirs = _keys(left), _keys(right)
    if not ours or not theirs:
        return NameMatch()
    shared = ours.keys() & theirs.keys()
    if shared:
        best = max(shared, key=lambda key: (key.count(" "), len(key), key))
        share = len(shared) / min(len(ours), len(theirs))
        return NameMatch(CERTAIN, ours[best], theirs[best], best.count(" ") + 1, share, True)
    return _nearest(ours, theirs, kind)


def _keys(record: Record) -> dict[str, str]:
    """Key of each name to the name as given; the first spelling stays."""
    found: dict[str, str] = {}
    for text in (*record.names, *record.aliases, *record.weak):
        if key := _key(text):
            found.setdefault(key, text)
    return found


def _nearest(ours: dict[str, str], theirs: dict[str, str], kind: Kind) -> NameMatch:
    pool = list(theirs)
    near = [
        (score, one, other)
        for one in ours
        for other, score, _ in process.extract(one, pool, scorer=fuzz.token_set_ratio, limit=2)
    ]
    near.sort(reverse=True)
    best = NameMatch(compared=True)
    for _, one, other in near[:RATED]:
        left, right = ours[one], theirs[other]
        value = rate(parsed(left, kind), parsed(right, kind))
        if value >= best.value:
            best = NameMatch(value, left, right, compared=True)
    return best
