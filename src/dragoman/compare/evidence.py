"""How much what two names of bodies share tells against chance, in nats: the more names would share as much, the less it tells.

An equal word tells what its rarity says, but a short one no more than its letters: thousands of bodies bear names of three or
four letters. A misspelled word tells less by the number of words it could as well be; an acronym by the number that a name may
be shortened to.
"""

from __future__ import annotations

import math
from functools import lru_cache

from dragoman.compare.align import Alignment, Pair
from dragoman.compare.name import Kind, Role
from dragoman.compare.pairing import How
from dragoman.compare.similarity import alike
from dragoman.compare.words import UNKNOWN

LETTER = 2.4  # nats of one letter of a name, as letters of words go together
MOST = 18.0  # nats of one word, however long
SLIPS = 50.0  # words one letter away from a word, by each of its letters: 25 others, 25 more, one less
HEARD, HEARD_ABROAD = 5.0, 2.0  # words of the same sound one letter away, by each letter: in one script, in two
OF_ACRONYM, CHOICE = 2.9, 2.8  # nats of a letter of an acronym; ln of the sixteen a name may have
TELLING = (Role.CORE, Role.NUMBER, Role.HONOUR)
INITIAL = 1.0
NEARLY = 0.85  # likeness of letters of a word and its translation that are one word
UNSURE = 1.0  # nats less for another word of the same meaning


def told(found: Alignment) -> tuple[float, float]:
    """Nats of all that two names share, and of the most telling pair of words that are no common ones."""
    whole = best = 0.0
    left, right = found.left.words, found.right.words
    for pair in found.pairs:
        nats = _pair(found, pair)
        whole += nats
        if nats > best and (
            any(left[at].role in TELLING for at in pair[0]) or any(right[at].role in TELLING for at in pair[1])
        ):
            best = nats
    return whole, best


def _pair(found: Alignment, pair: Pair) -> float:
    ours, theirs, quality, how = pair
    left, right = found.left, found.right
    one, two = left.latin[ours[0]], right.latin[theirs[0]]
    least = min(sum([left.weights[at] for at in ours]), sum([right.weights[at] for at in theirs]))
    if how is How.EXACT:
        return of_word(one, least)
    if how is How.TYPO or how is How.SOUND:
        others = SLIPS if how is How.TYPO else HEARD if left.foreign is right.foreign else HEARD_ABROAD
        return min(_slipped(one, two, others), max(left.weights[ours[0]], right.weights[theirs[0]]))
    if how is How.INITIAL:
        return INITIAL
    if how is How.ACRONYM:
        compound = len(ours) == len(theirs) == 1  # Promsvyazbank is shortened to PSB and nothing else
        return OF_ACRONYM * min(len(one), len(two)) - (0.0 if compound else CHOICE)
    if how is How.READ and alike(one, two) >= NEARLY:
        return max(left.weights[ours[0]], right.weights[theirs[0]])
    if how is How.JOINED:
        return least
    if how is How.TRANSLATED and len(theirs) == len(ours) == 1 and alike(one, two) >= NEARLY:
        return max(min(LETTER * len(one), MOST), least) - UNSURE
    return max(quality * least - UNSURE, 0.0)


@lru_cache(maxsize=100_000)
def of_word(latin: str, weight: float) -> float:
    """Nats of a word that is met as it stands."""
    letters = min(LETTER * len(latin), MOST)
    return letters if weight >= UNKNOWN[Kind.ORGANISATION] else min(weight, letters)


@lru_cache(maxsize=100_000)
def _slipped(one: str, two: str, others: float) -> float:
    """Nats of two words that differ by letters."""
    size = max(len(one), len(two))
    slips = max(1, round((1 - alike(one, two)) * size))
    return max(LETTER * min(len(one), len(two)) - slips * math.log(others * size), 0.0)
