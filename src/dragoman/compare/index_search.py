"""Finding candidates: which names of an index hold most of what a name says.

What each word may be in the index is told by index_sought.py. Names that hold one telling word and little beside it, or two
words of the name looked for, are opened as candidates; of words too common to open any (`company`, `limited`) the names of
about the weight looked for are, those that hold two such words first. The rough score is the weight found as a share of what
both sides weigh together, and for organisations a third of it as a share of the side that weighs less, so that a name within
a longer one is not lost. Where a word is likely the same but weighs otherwise on either side, the difference counts on none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from heapq import nlargest
from itertools import combinations, repeat
from operator import add, itemgetter

from dragoman.compare.index_build import MASS, han_pairs, pair_code
from dragoman.compare.index_file import Sections
from dragoman.compare.index_sought import Sought, Understanding
from dragoman.compare.index_words import Terms
from dragoman.compare.name import Kind, Name

TELLING = 2.0  # weight from which a word opens candidates by itself, in nats: legal forms and links stay below
COUNTED, SHARE_COUNTED = 1_000, 50  # a word of more names, and of more than one in so many, does not look for a second one
CROWDED = 5_000  # names of each of two words from which those of like weight are looked at too
OPENED = 400  # candidates after which no further two words open any
REFINED, AROUND = 1_500, 400  # candidates opened at most where words are too common, in all and by one word
REACH = 200  # names of one word on either side of the weight looked for
WITHIN = {Kind.PERSON: 0.0, Kind.ANY: 0.3, Kind.ORGANISATION: 0.3, Kind.OTHER: 0.3}  # what the lesser side counts for
WINDOWS, WIDE = 4, 5_000  # words too common that are looked at together, and names of each on either side of the weight
LEAST_MASS = 0.3  # nats, what is left at least of a side whose words weigh more than the other's
PAIRS_HELD = 3  # a name of Han characters must hold one in so many of the pairs looked for


class Finder:
    """Searches an opened index for names of one kind."""

    def __init__(self, file: Sections, terms: Terms, kind: Kind) -> None:
        self.understanding = Understanding(file, terms, kind)
        self._within = WITHIN[kind]
        self._counted = max(COUNTED, len(file.ints("mass")) // SHARE_COUNTED)
        self._crowded = max(CROWDED, self._counted)
        self._held, self._held_ends = file.ints("held"), file.ints("held_ends")
        self._kinds, self._mass = file.ints("kinds"), file.ints("mass")
        self._pairs, self._pair_ends, self._pair_names = file.ints("pairs"), file.ints("pair_ends"), file.ints("pair_names")

    def search(self, name: Name, limit: int, floor: float) -> list[tuple[float, int]]:
        """(rough score, name number) of the likeliest names rated at the floor or above, best first."""
        single, joined = self.understanding.of(name.words)
        joined += [(len(single), short) for short in self.understanding.of_acronyms(name.acronyms)]
        mass = sum([meant[0].weight for meant in single])
        sought = [part for meant in single for part in meant] + [part for _, part in joined]
        opened = self._open(sought, mass, floor)
        if any(s.words for s in sought) or sum([len(s.names) > self._crowded for s in sought]) > 1:
            self._open_common(sought, sum([meant[0].expected for meant in single]), opened)
        scores = self._scores(single, joined, opened)
        rated = self._rated(scores, self._spared(single, scores), mass, floor)
        if not name.folded.isascii() and (pairs := han_pairs(name.folded)):
            rated = self._with_pairs(rated, pairs, limit)
        return rated

    def _open(self, sought: list[Sought], mass: float, floor: float) -> set[int]:
        """Names worth rating: of each telling word those with the least beside it, then those with two of the words."""
        open_at = (floor - self._within) / (2.0 - self._within - floor)  # a name of one word alone is then rated at the floor
        least = max(TELLING, mass * open_at)
        opened = {name for s in sought if s.weight >= least for name in s.first}
        held = sorted([(len(s.names), s.weight, s.names) for s in sought if s.names], key=itemgetter(0))
        for (few, one, left), (_, other, right) in combinations(held, 2):
            if len(opened) > OPENED:
                break
            if one + other >= least and (few <= self._counted or not opened):
                opened |= left.keys() & right.keys()
        return opened

    def _open_common(self, sought: list[Sought], mass: float, opened: set[int]) -> None:
        """Where words are too common to be counted: names of the most telling words that weigh what that looked for does."""
        around = self.understanding.around
        by_weight = sorted([s for s in sought if s.spans], key=lambda s: -s.expected)[:WINDOWS]
        held = [s.names.keys() or set(around(s.spans, mass - s.expected, 2 * WIDE, WIDE)) for s in by_weight]
        for left, right in combinations(held, 2):
            if len(opened) > REFINED:
                break
            opened |= left & right
        for s in sorted(sought, key=lambda s: (bool(s.words), -s.weight)):
            if len(opened) > (OPENED if s.words else REFINED):
                break
            opened.update(around(s.spans, mass - s.expected, AROUND, REACH))

    def _scores(self, single: list[list[Sought]], joined: list[tuple[int, Sought]], opened: set[int]) -> dict[int, float]:
        """The weight found in each name: of each word, or of its parts, or of two words written as one."""
        names = list(opened)
        values: Iterable[float] = repeat(0.0, len(names))
        for meant in single:
            if any(s.names for s in meant):
                values = map(add, values, _values(meant, names))
        scores = dict(zip(names, values, strict=True))
        for place, s in joined:
            for name in s.names.keys() & opened:
                twice = sum([_value(part, name) for part in single[place : place + 2]])
                scores[name] = max(scores[name], scores[name] - twice + s.names[name])
        return scores

    def _spared(self, single: list[list[Sought]], scores: dict[int, float]) -> tuple[dict[int, float], dict[int, float]]:
        """By how much the words looked for weigh more than what they are likely to be in each name, and by how much less.

        Adds to the scores what words too common to be counted are worth.
        """
        more: dict[int, float] = {}
        fewer: dict[int, float] = {}
        heavy: dict[int, tuple[float, float]] = {}
        for whole in [meant[0] for meant in single]:
            if whole.words:
                heavy |= {word: (value, whole.spared.get(word, 0.0)) for word, value in whole.words.items()}
            else:
                for name in whole.spared.keys() & scores.keys():
                    _spare(whole.spared[name], name, more, fewer)
        if heavy:
            ends, held = self._held_ends, self._held
            for name in scores:
                for word in held[ends[name] : ends[name + 1]]:
                    if word in heavy:
                        value, difference = heavy[word]
                        scores[name] += value
                        if difference:
                            _spare(difference, name, more, fewer)
        return more, fewer

    def _rated(
        self, scores: dict[int, float], spared: tuple[dict[int, float], dict[int, float]], whole: float, floor: float
    ) -> list[tuple[float, int]]:
        """The names by their rough scores: the weight found as a share of both sides, and of the side that weighs less."""
        masses, within, rated = self._mass, self._within, []
        both, (more, fewer) = 2.0 * (1.0 - within), spared
        for name, score in scores.items():
            mass, weight = whole, masses[name] / MASS or 1.0
            if name in more and (mass := mass - more[name]) < LEAST_MASS:
                mass = LEAST_MASS
            if name in fewer and (weight := weight - fewer[name]) < LEAST_MASS:
                weight = LEAST_MASS
            less = mass if mass < weight else weight
            if score > less:
                score = less
            rough = both * score / (mass + weight) + within * score / less
            if rough >= floor:
                rated.append((rough, name))
        rated.sort(reverse=True)
        return rated

    def _with_pairs(self, rated: list[tuple[float, int]], pairs: list[str], limit: int) -> list[tuple[float, int]]:
        """The candidates with those that share pairs of Han characters, rated by the share of the pairs they hold."""
        counts: dict[int, int] = {}
        for pair in pairs:
            code = pair_code(pair)
            place = bisect_left(self._pairs, code)
            if place < len(self._pairs) and self._pairs[place] == code:
                for name in self._pair_names[self._pair_ends[place] : self._pair_ends[place + 1]]:
                    counts[name] = counts.get(name, 0) + 1
        best = {name: score for score, name in rated}
        fits = self.understanding.fits
        near = [
            (n / len(pairs), name) for name, n in counts.items() if n * PAIRS_HELD >= len(pairs) and fits(self._kinds[name])
        ]
        for score, name in nlargest(limit, near):
            best[name] = max(score, best.get(name, 0.0))
        return sorted([(score, name) for name, score in best.items()], reverse=True)


def _spare(difference: float, name: int, more: dict[int, float], fewer: dict[int, float]) -> None:
    """Note for a name that the word looked for weighs more than that found, or less."""
    if difference > 0.0:
        more[name] = more.get(name, 0.0) + difference
    else:
        fewer[name] = fewer.get(name, 0.0) - difference


def _values(meant: list[Sought], names: list[int]) -> Iterable[float]:
    """What each name is worth for a word: as a whole, or its parts together where they are worth more."""
    none = repeat(0.0)
    whole, *parts = [map(s.names.get, names, none) for s in meant]
    if not parts:
        return whole
    together = map(min, map(sum, zip(*parts, strict=True)), repeat(meant[0].weight))
    return map(max, whole, together)


def _value(meant: list[Sought], name: int) -> float:
    whole, *parts = [s.names.get(name, 0.0) for s in meant]
    return max(whole, min(sum(parts), meant[0].weight))
