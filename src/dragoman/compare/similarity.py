"""How alike two single words are, as written: typing errors graded by length, sounds, first letters."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

LEAST = 0.5  # similarity from which two words may be one misspelled; below it they are two words
SOUND = 0.9  # quality of a pair that only sounds alike


@lru_cache(maxsize=200_000)
def alike(left: str, right: str) -> float:
    """1 less the share of letters to be changed (neighbours exchanged count once); 0 below `LEAST` or for short words."""
    if len(left) < 3 or len(right) < 3 or not left.isalpha() or not right.isalpha():
        return 0.0
    return OSA.normalized_similarity(left, right, score_cutoff=LEAST)
