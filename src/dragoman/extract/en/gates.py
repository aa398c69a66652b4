"""Gates: sets of trigger words, each a bit, so that one look at each word of a sentence opens all its gates at once."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.en.needs import END, LONGEST, SHORTEST

DIGITS = "0"  # stands for every word that begins with a digit
KEPT = 100_000  # words whose gates are remembered
_WHOLE: dict[str, int] = {}  # word to the gates it opens
_BEGUN: dict[str, int] = {}  # beginning of words to the gates they open
_MADE: dict[frozenset[str], int] = {}  # sets of words and beginnings that have a gate


class _Opened(dict[str, int]):
    """The gates each word opens."""

    def __missing__(self, low: str) -> int:
        bits = _WHOLE.get(low, 0)
        for size in range(SHORTEST, min(len(low), LONGEST) + 1):
            bits |= _BEGUN.get(low[:size], 0)
        if low[:1].isdigit():
            bits |= _WHOLE.get(DIGITS, 0)
        if len(self) >= KEPT:
            self.clear()
        self[low] = bits
        return bits


OPENED = _Opened()


def count() -> int:
    """How many gates there are: a sentence read before knows nothing of those made after."""
    return len(_MADE)


def gate(keys: frozenset[str]) -> int:
    """The bit of a gate that any of these opens: whole words (with a dot behind) or beginnings of words."""
    known = _MADE.get(keys)
    if known is None:
        known = _MADE[keys] = 1 << len(_MADE)
        for key in keys:
            table, word = (_WHOLE, key[:-1]) if key.endswith(END) else (_BEGUN, key)
            table[word] = table.get(word, 0) | known
        OPENED.clear()
    return known


class Gate(frozenset[str]):
    """Words one of which a rule cannot do without; made once, where a module is read."""

    __slots__ = ("bit",)
    bit: int

    def __new__(cls, words: str | Iterable[str]) -> Gate:
        """A gate of the words of a text or of a collection."""
        made = super().__new__(cls, words.split() if isinstance(words, str) else words)
        made.bit = gate(frozenset(word + END for word in made))
        return made
