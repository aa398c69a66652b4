"""Chinese text cut into words: the cheapest path through the words of the lexicon (Viterbi)."""

from __future__ import annotations

from collections.abc import Callable

# Costs in nats, about -ln of a word's share. Few long words beat many short ones. A name no lexicon knows costs most to
# begin and less to go on with, so that it stays whole beside words it shares characters with.
COST = {1: 9.0, 2: 8.0, 3: 8.3, 4: 8.6}
LONG = 9.0  # words of five characters and more
BEGIN, GO_ON = 12.0, 6.0


def segment(text: str, known: Callable[[str], float | None], longest: int) -> list[tuple[str, bool]]:
    """The words of a run of Chinese characters, each with whether it is known; characters of no word form one name.

    `known` gives the cost on top for a word, None where there is no such word.
    """
    size = len(text)
    far = float("inf")
    best = [[0.0, far], *([far, far] for _ in range(size))]  # by position: after a known word, within an unknown name
    back: list[list[tuple[int, int]]] = [[(0, 0), (0, 0)] for _ in range(size + 1)]
    for start in range(size):
        here = min(best[start])
        state = best[start].index(here)
        for end in range(start + 1, min(start + longest, size) + 1):
            extra = known(text[start:end])
            if extra is not None and (price := here + COST.get(end - start, LONG) + extra) < best[end][0]:
                best[end][0], back[end][0] = price, (start, state)
        opened, longer = best[start][0] + BEGIN, best[start][1] + GO_ON
        best[start + 1][1] = min(opened, longer)
        back[start + 1][1] = (start, 1 if longer <= opened else 0)
    return _path(text, back, best[size].index(min(best[size])))


def _path(text: str, back: list[list[tuple[int, int]]], state: int) -> list[tuple[str, bool]]:
    """The words read from the end; unknown characters that follow one another are joined."""
    words: list[tuple[str, bool]] = []
    end = len(text)
    while end:
        start, before = back[end][state]
        while state == 1 and before == 1:
            start, before = back[start][1]
        words.append((text[start:end], state == 0))
        end, state = start, before
    return words[::-1]
