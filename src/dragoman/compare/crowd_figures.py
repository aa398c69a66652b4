"""What is known of a name looked for and a listed one, as figures: of the two names, and of what the list holds around them.

The figures are the same for every language; nothing but letters, counts and the two names enters. How they are weighed is
index_crowd.py.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.compare.letter_chance import surprise
from dragoman.compare.name import Name, Role
from dragoman.compare.score import Weighed

FIGURES = tuple(
    (
        "told told_low share share_high letters letters_any letters_two letters_more slips exact near nears little some much "
        "missed missed_words added added_words across across_exact across_near across_told share_near "
        "crowd5 crowd6 crowd7 crowd8 across_crowd5 across_crowd7 words size each crowd_letters "
        "all_near near_added near_missed letters_short "
        "near_listed near_size stranger strange listed crowd55 crowd65 crowd9 crowd5_twice crowd7_twice crowd_words crowd_size "
        "crowd_strange size_twice words_size strange_twice strange_words strange_size listed_crowd listed_words listed_strange "
        "few_words across_size"
    ).split()
)
CROWDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9)  # rough scores from which names count as the crowd around the one looked for
LEAST_TOLD, MOST_TOLD = -6.0, 9.0  # log-odds of the two names beyond which they say no more
SHORT_NAME = 2.4  # ln of 11 letters: in a name of fewer each letter tells more
MOST_LETTERS, MOST_WEIGHT, MOST_WORDS = 5.0, 20.0, 3.0  # of what differs: more says no more
STRANGER = 20.0  # nats by which one name may be spelled less like a name than the other: more says no more
FEW = 2.0  # words of a short name


class Near(NamedTuple):
    """A listed name that may be the one looked for."""

    number: int
    rough: float
    name: Name


class Found(NamedTuple):
    """What the words of a listed name tell: in nats those that are the same and those that are nearly so; the rest."""

    exact: float
    near: float
    nearly: Sequence[int]  # places of the words looked for that are nearly met
    missed: Sequence[float]  # weights of words without a partner
    added: Sequence[float]


class Asked(NamedTuple):
    """A name looked for, with what counts for whatever listed name it is laid beside."""

    name: Name
    listed: Sequence[bool]  # whether the list holds its words as they are spelled
    crowd: Sequence[float]  # ln of one more than the names around it, by `CROWDS`
    letters: int
    words: float
    strange: float  # nats of its letters
    around: Sequence[float]  # the last of the figures, which are the same beside every listed name


def asked_of(name: Name, near: Sequence[Near], listed: Sequence[bool]) -> Asked:
    """What a name and the names near it say before it is laid beside any of them."""
    crowd, size, strange = crowd_of(near), letters_of(name), strangeness(name)
    words = float(sum([word.role is not Role.LINK for word in name.words]))
    crowd5, crowd55, _, crowd65, crowd7, _, crowd9 = crowd
    each, long = strange / max(size, 1), math.log(max(size, 1))
    held = sum(listed) / max(len(listed), 1)
    around = (
        each, held, crowd55, crowd65, crowd9, crowd5 * crowd5, crowd7 * crowd7, crowd5 * words, crowd5 * long,
        crowd5 * each, long * long, words * long, each * each, each * words, each * long,
        held * crowd5, held * words, held * each, float(words <= FEW),
    )  # fmt: skip
    return Asked(name, listed, crowd, size, words, strange, around)


def crowd_of(near: Sequence[Near]) -> tuple[float, ...]:
    """ln of one more than the names, told apart by their sounds, that have each of the rough scores of `CROWDS`."""
    best: dict[tuple[str, ...], float] = {}
    for _, rough, name in near:
        key = tuple(sorted([word.sound for word in name.words if word.role is not Role.LINK]))
        best[key] = max(rough, best.get(key, 0.0))
    roughs = sorted(best.values())
    return tuple([math.log(1 + len(roughs) - bisect_left(roughs, least)) for least in CROWDS])


def figures(asked: Asked, met: Name, weighed: Weighed, found: Found) -> list[float]:
    """What is known of two names, in the order of `FIGURES`."""
    told = min(max(weighed.odds, LEAST_TOLD), MOST_TOLD)
    share, slips = weighed.told or (0.0, False)
    across = float(weighed.told is None)
    size, words, crowd = asked.letters, asked.words, asked.crowd
    letters = 0.0 if across else (1.0 - share) * max(size, letters_of(met))
    exact, near, nearly, missing, more = found
    missed, missed_words = _at_most(missing)
    added, added_words = _at_most(more)
    both, differ, nears = exact + near, min(letters, MOST_LETTERS), float(len(nearly))
    long = math.log(max(size, 1))
    sizes = [len(asked.name.words[at].latin) for at in nearly]
    return [
        told, min(told, 0.0), share, max(0.0, share - 0.8), differ, float(letters > 0.01),
        float(letters > 1.01), float(letters > 2.01), float(slips), exact, near, nears, min(both, 8.0), min(both, 12.0),
        min(both, 25.0), missed, missed_words, added, added_words, across, across * exact, across * near, across * told,
        share * near, crowd[0], crowd[2], crowd[4], crowd[5], across * crowd[0], across * crowd[4],
        words, long, both / max(words, 1.0), crowd[0] * differ,
        float(nears >= words), min(nears, 2.0) * added_words, min(nears, 2.0) * missed_words,
        differ * max(0.0, SHORT_NAME - long),
        float(any(asked.listed[at] for at in nearly)), sum(sizes) / max(nears, 1.0),
        min(max(asked.strange - strangeness(met), -STRANGER), STRANGER), *asked.around, across * long,
    ]  # fmt: skip


def strangeness(name: Name) -> float:
    """How unlike names the words of a name are spelled, in nats; particles aside."""
    return sum([surprise(word.latin) for word in name.words if word.role is not Role.LINK])


def letters_of(name: Name) -> int:
    """The letters of a name."""
    return sum([len(word.latin) for word in name.words])


def _at_most(weights: Sequence[float]) -> tuple[float, float]:
    """Weight and number of words without a partner."""
    return min(sum(weights), MOST_WEIGHT), min(float(len(weights)), MOST_WORDS)
