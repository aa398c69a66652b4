"""How unlike a name the letters of a word are, in nats: what a slip of the keyboard makes is seldom spelled like a name.

Each letter counts by how seldom it follows the two before it in the words that names of people are known to hold
(word_weights.tsv), smoothed by one letter before it and by none. One table for all languages.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise

from dragoman.compare.words import people_words

BEFORE, AFTER = "^^", "$"  # stand around a word
SIGNS = 27  # letters and the end of a word
LEAST = 0.5  # times a letter never met is taken to be met
TRUST = (2.0, 3.0)  # times that one letter, and two, must be met before a letter to count as much as what is known without
Counts = Counter[tuple[str, ...]]


@cache
def _counts() -> tuple[Counter[str], Counts, Counts]:
    """How often each letter, and each two and three in a row, are met."""
    text = "".join([f"{BEFORE}{word}{AFTER}" for word in people_words() if word.isascii() and word.isalpha()])
    letters = Counter(text)
    letters["^"] = letters[AFTER]  # one beginning a word
    return letters, Counter(pairwise(text)), Counter(zip(text, text[1:], text[2:], strict=False))


@lru_cache(maxsize=100_000)
def surprise(latin: str) -> float:
    """-ln of the probability of the letters of a word."""
    text = BEFORE + latin + AFTER
    return -sum([_told(*after) for after in zip(text, text[1:], text[2:], strict=False)])


@lru_cache(maxsize=20_000)
def _told(first: str, second: str, letter: str) -> float:
    """ln of the probability of a letter behind two others."""
    letters, twos, threes = _counts()
    share = (letters[letter] + LEAST) / (letters.total() - letters["^"] + LEAST * SIGNS)
    share = (twos[second, letter] + TRUST[0] * share) / (letters[second] + TRUST[0])
    return math.log((threes[first, second, letter] + TRUST[1] * share) / (twos[first, second] + TRUST[1]))
