"""The stem of an English word, roughly: industry, industries, industrial share one. For words of activities, not for names."""

from __future__ import annotations

from functools import lru_cache

# Endings cut, longest first, where four letters or more stay.
ENDINGS = tuple(
    (
        "ological ization isation ations ically aries ation ative ments ities istic ology ical ings ment ance ence ions ists "
        "iers ials ial ies ion ing ity ary ory ive ant ian ics ers ors ist ic al er or ed es en ry s y e"
    ).split()
)
SHORTEST = 4


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without its English ending."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word
