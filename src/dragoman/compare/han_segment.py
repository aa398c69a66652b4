"""Chinese text cut into words: the cheapest path through the words of the lexicon (Viterbi)."""

from __future__ import annotations

from collections.abc import Callable

# Costs in nats, about -ln of a word's share. Few long words beat many short ones; a character no word holds costs most.
COST = {1: 9.0, 2: 8.0, 3: 8.3, 4: 8.6}
LONG = 9.0  # words of five characters and more
UNKNOWN = 13.0
GENERAL = 1.5  # on top for a word of the general dictionary only


def segment(text: str, known: Callable[[str], float | None], longest: int) -> list[str]:
    """The words of a run of Chinese characters; characters of no word stand alone.

    `known` gives the cost on top for a word, None where there is no such word.
    """
    size = len(text)
    best = [0.0, *[float("inf")] * size]
    back = [0] * (size + 1)
    for start in range(size):
        here = best[start]
        for end in range(start + 1, min(start + longest, size) + 1):
            extra = known(text[start:end])
            if extra is None:
                if end > start + 1:
                    continue
                price = UNKNOWN
            else:
                price = COST.get(end - start, LONG) + extra
            if here + price < best[end]:
                best[end], back[end] = here + price, start
    return _path(text, back)


def _path(text: str, back: list[int]) -> list[str]:
    words: list[str] = []
    end = len(text)
    while end:
        words.append(text[back[end] : end])
        end = back[end]
    return words[::-1]
