"""What single words say: how rare they are among names (word_weights.tsv) and what they do in one (word_roles.tsv)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from dragoman.compare.name import Kind, Role
from dragoman.data import path

UNKNOWN = {Kind.PERSON: 8.5, Kind.ORGANISATION: 9.5}  # nats of a word met in fewer than three names
SHORT = 4.0  # most a word of one or two letters says: chance makes them meet
LINK = 0.3  # particles and joining words: a little, so that an equal order of them counts
NUMBER = 6.0


@cache
def _weights() -> tuple[dict[str, float], dict[str, float]]:
    organisations: dict[str, float] = {}
    people: dict[str, float] = {}
    for line in path("word_weights.tsv").read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            word, left, right = line.split("\t")
            if left:
                organisations[word] = float(left)
            if right:
                people[word] = min(float(right), UNKNOWN[Kind.PERSON])
    return organisations, people


@lru_cache(maxsize=100_000)
def weight(latin: str, kind: Kind) -> float:
    """Nats that a word tells among names of its kind: -ln of the share of names that hold it."""
    person = kind is Kind.PERSON
    known = _weights()[person].get(latin)
    if known is None:
        known = UNKNOWN[Kind.PERSON if person else Kind.ORGANISATION]
    return known if len(latin) > 2 else min(known, SHORT)


def met(latin: str, kind: Kind) -> bool:
    """Whether the word occurs in names of the kind."""
    return latin in _weights()[kind is Kind.PERSON]


def people_words() -> Iterable[str]:
    """The words that occur in names of people."""
    return _weights()[True]


@cache
def words(role: str) -> frozenset[str]:
    """Words of one class of word_roles.tsv."""
    return frozenset(_classes()[role])


@cache
def places() -> frozenset[str]:
    """Words that name a country, a region or a large city, and their adjectives (place_words.tsv, word_roles.tsv)."""
    listed = path("place_words.tsv").read_text(encoding="utf-8").splitlines()
    return words("place").union(line for line in listed if line[:1] != "#")


@cache
def numbers(role: str) -> dict[str, str]:
    """Words of a class that stand for a number, with its digits."""
    return dict(entry.split("=") for entry in _classes()[role])


@cache
def _classes() -> dict[str, list[str]]:
    lines = path("word_roles.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and line[0] != "#")
    return {name: listed.split("|") for name, listed in pairs}


@lru_cache(maxsize=50_000)
def role(latin: str, kind: Kind) -> Role:
    """What a Latin word does in a name, as far as the word alone tells."""
    if kind is Kind.PERSON:
        return _person_role(latin)
    if latin in words("link"):
        return Role.LINK
    if latin in places():
        return Role.PLACE
    if latin in words("activity"):
        return Role.ACTIVITY
    if latin in words("honour"):
        return Role.HONOUR
    return Role.CORE


def _person_role(latin: str) -> Role:
    if latin in words("particle"):
        return Role.LINK
    if latin in words("title"):
        return Role.TITLE
    if len(latin) == 1:
        return Role.INITIAL
    return Role.PATRONYMIC if is_patronymic(latin) else Role.CORE


ENDINGS = (
    "ovich", "evich", "ovitch", "evitch", "ovych", "evych", "yovych", "iovych", "avich", "yevich", "ievich", "ovic",
    "ovna", "evna", "ivna", "yivna", "auna", "euna", "avna", "inichna", "ichna", "ovitj", "evitj",
    "owitsch", "ewitsch", "ovitsch", "evitsch", "owitch", "ewitch", "ovitsj", "evitsj", "ovytch", "evytch", "owna", "ewna",
    "nikitich", "kuzmich",
)  # fmt: skip


def is_patronymic(latin: str) -> bool:
    """Whether a Latin word ends like an East Slavic patronymic, in English, German, Dutch or French spelling.

    Family names in -ovich exist: the place in the name decides.
    """
    return len(latin) > 6 and latin.endswith(ENDINGS)
