"""Candidates for whole tables: names that share their rarer words, in spite of a typing error.

The blocking index of `compare` knows scripts, sounds and translations and answers one name well; a table of 200,000 names
needs a tenth of its time a name. Names of other scripts come in Latin letters here, untranslated.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest

from rapidfuzz.distance import OSA

from dragoman.compare.tokens import split

SHORT = 4  # letters below which a word has no near ones: too many others are one letter away
OPENERS = 3  # of the rarest words a name may be opened by
OPENED = 250  # names opened, after which no further word opens any
COMMON = 3_000  # names that bear a word from which it opens none alone
LIKENESS = 0.8  # of two words one typing error apart


class Blocks:
    """The words of a table's names, for look-up. Names are numbered in the order given."""

    def __init__(self, names: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        self._bearers: list[list[int]] = []
        self._names: list[tuple[int, ...]] = []
        for number, name in enumerate(names):
            held = tuple({self._number(word) for word in words(name)})
            self._names.append(held)
            for word in held:
                self._bearers[word].append(number)
        self._texts = list(self._numbers)
        count = max(1, len(self._names))
        self._weights = [math.log((count + 1) / len(bearers)) for bearers in self._bearers]
        self._unknown = math.log(count + 1)
        self._mass = [sum([self._weights[w] for w in held]) for held in self._names]
        self._shortened = self._deletions()
        self._near: dict[str, tuple[tuple[int, float], ...]] = {}

    def _number(self, word: str) -> int:
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self._bearers)
            self._bearers.append([])
        return found

    def _deletions(self) -> dict[str, list[int]]:
        """Each word without one of its letters, to the words: two words one error apart meet in one of them."""
        found: dict[str, list[int]] = defaultdict(list)
        for word, number in self._numbers.items():
            if len(word) >= SHORT:
                for short in {word[:at] + word[at + 1 :] for at in range(len(word))}:
                    found[short].append(number)
        return dict(found)

    def near(self, word: str) -> tuple[tuple[int, float], ...]:
        """The words of the table a word may be, with how like they are: itself, else those one typing error away."""
        found = self._near.get(word)
        if found is None:
            exact = self._numbers.get(word)
            found = self._near[word] = ((exact, 1.0),) if exact is not None else self._misspelled(word)
        return found

    def _misspelled(self, word: str) -> tuple[tuple[int, float], ...]:
        if len(word) < SHORT:
            return ()
        met = set(self._shortened.get(word, ()))
        for at in range(len(word)):
            short = word[:at] + word[at + 1 :]
            met.update(self._shortened.get(short, ()))
            if short in self._numbers:
                met.add(self._numbers[short])
        texts = self._texts
        return tuple((n, LIKENESS) for n in sorted(met) if OSA.distance(word, texts[n], score_cutoff=1) <= 1)

    def search(self, name: str, limit: int) -> list[tuple[float, int]]:
        """(likeness 0-1, number) of the likeliest names, best first: weight of the words in common, of the weight of all."""
        got: dict[int, float] = {}
        mass = 0.0
        for word in set(words(name)):
            near = self.near(word)
            if not near:
                mass += self._unknown
                continue
            mass += max([self._weights[n] for n, _ in near])
            for n, like in near:
                got[n] = max(got.get(n, 0.0), self._weights[n] * like)
        if not got:
            return []
        masses, value, names = self._mass, got.get, self._names
        rated = []
        for number in self._opened(got):
            met = 0.0
            for held in names[number]:
                if (weight := value(held)) is not None:
                    met += weight
            rated.append((2 * met / (mass + masses[number]), number))
        return nlargest(limit, rated)

    def _opened(self, got: dict[int, float]) -> set[int]:
        """Names that bear one of the rarest words looked for; where all are common, those that bear two."""
        bearers = self._bearers
        order = sorted(got, key=lambda word: len(bearers[word]))
        opened: set[int] = set()
        for used, word in enumerate(order):
            if used and (used >= OPENERS or len(opened) + len(bearers[word]) > OPENED):
                break
            if len(bearers[word]) > COMMON:
                break
            opened.update(bearers[word])
        if not opened and len(order) > 1:
            opened = set(bearers[order[0]]).intersection(bearers[order[1]])
        return opened or (set(bearers[order[0]][:COMMON]) if order else set())


def words(name: str) -> list[str]:
    """The words of a name in Latin letters."""
    return [latin for _, latin in split(name)]
