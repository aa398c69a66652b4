"""Finding candidates: what each word of a name may be in the index, which names hold it, and which names hold most of them.

A word leads to the words near it and to those of its sound, each with a likeness; these lead to names. Names that hold a
rare word, or two words of the name looked for, are opened as candidates; common words (`company`, `limited`) open nothing,
they only tell the candidates apart. The rough score is the weight found on both sides as a share of the weight there is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from heapq import nlargest
from itertools import combinations, pairwise
from typing import NamedTuple

from dragoman.compare.index_build import KINDS, MASS, SHARE, han_pairs, keys, pair_code
from dragoman.compare.index_file import Sections
from dragoman.compare.index_words import EXACT, Terms
from dragoman.compare.name import Kind, Word

SOUND = 0.8  # likeness of two words of one sound and no nearer spelling
LEAST = 0.25  # a likeness below this leads to no name
COMMON = 20_000  # a word held by more names opens no candidate, in names
RARE = 100  # a word held by no more names opens all of them
OPENED = 400  # candidates opened at most by pairs of words
KEPT = 2_000_000  # names remembered behind the words looked for, about 200 MB at most
SPLIT_FROM, SPLIT_PART = 7, 3  # letters of a word that may be two, and of either of the two
JOINED = 0.95  # likeness of two words written as one


class Sought(NamedTuple):
    """What one word of the name looked for may be: words of the index with their likeness, and the names behind them."""

    words: dict[int, float]
    names: dict[int, float] | None  # None where they are too many to be opened


class Finder:
    """Searches an opened index."""

    def __init__(self, file: Sections) -> None:
        self.terms = Terms(file)
        self._term_words, self._term_ends, self._shares = (
            file.ints("term_words"), file.ints("term_word_ends"), file.ints("term_shares"),
        )  # fmt: skip
        self._found, self._found_ends = file.ints("found"), file.ints("found_ends")
        self._held, self._held_ends = file.ints("held"), file.ints("held_ends")
        self._kinds, self._mass = file.ints("kinds"), file.ints("mass")
        self._pairs, self._pair_ends, self._pair_names = file.ints("pairs"), file.ints("pair_ends"), file.ints("pair_names")
        self._sought: dict[str, Sought] = {}
        self._kept = 0

    def search(self, words: tuple[Word, ...], folded: str, kind: Kind, limit: int) -> list[tuple[float, int]]:
        """(rough score, name number) of the likeliest names, best first."""
        sought = [(word.weight, self._word(word)) for word in words]
        mass = sum(word.weight for word in words)
        sought += self._joined(words)
        opened = self._of_kind(self._open([s for _, s in sought], limit), kind)
        rated = self._rated(sought, opened, mass, limit)
        if not folded.isascii() and (pairs := han_pairs(folded)):
            rated = self._with_pairs(rated, pairs, kind, limit)
        return rated

    def _word(self, word: Word) -> Sought:
        key = f"{word.text} {word.latin}"
        return self._sought.get(key) or self._keep(key, self._likenesses(word))

    def _joined(self, words: tuple[Word, ...]) -> list[tuple[float, Sought]]:
        """Neighbouring words that the index knows written as one."""
        found = []
        for left, right in pairwise(words):
            term = left.latin + right.latin
            sought = self._sought.get(term) or self._keep(term, self._term(term, JOINED, 1))
            if sought.words:
                found.append((left.weight + right.weight, sought))
        return found

    def _keep(self, key: str, words: dict[int, float]) -> Sought:
        if self._kept > KEPT:
            self._sought.clear()
            self._kept = 0
        size = sum(self._found_ends[word + 1] - self._found_ends[word] for word in words)
        sought = self._sought[key] = Sought(words, self._names(words) if size <= COMMON else None)
        self._kept += len(sought.names or ()) + len(words) + 1
        return sought

    def _likenesses(self, word: Word) -> dict[int, float]:
        """The words of the index a word may be, each with the best likeness any of its keys gives."""
        found: dict[int, float] = {}
        for term, share in keys(word):
            for other, likeness in self._term(term, share * SOUND if term[:1] == EXACT else share).items():
                if likeness > found.get(other, LEAST):
                    found[other] = likeness
        return found if found or len(word.latin) < SPLIT_FROM else self._split(word.latin)

    def _term(self, term: str, share: float, errors: int = 2) -> dict[int, float]:
        found: dict[int, float] = {}
        owners, ends, shares = self._term_words, self._term_ends, self._shares
        for number, likeness in self.terms.near(term, errors):
            for place in range(ends[number], ends[number + 1]):
                value = share * likeness * shares[place] / SHARE
                if value > found.get(owners[place], LEAST):
                    found[owners[place]] = value
        return found

    def _split(self, latin: str) -> dict[int, float]:
        """The words a long unknown word may be made of, each counted by its share of the letters."""
        found: dict[int, float] = {}
        for place in range(SPLIT_PART, len(latin) - SPLIT_PART + 1):
            parts = latin[:place], latin[place:]
            if all(self.terms.exact(part) is not None for part in parts):
                for part in parts:
                    found |= self._term(part, len(part) / len(latin))
        return found

    def _names(self, words: dict[int, float]) -> dict[int, float]:
        """The names that hold any of the words, with the best likeness."""
        names: dict[int, float] = {}
        found, ends = self._found, self._found_ends
        for word, likeness in sorted(words.items(), key=lambda pair: pair[1]):
            names.update(dict.fromkeys(found[ends[word] : ends[word + 1]], likeness))
        return names

    def _open(self, sought: list[Sought], limit: int) -> set[int]:
        """Names worth rating: those with a rare word, then those with two of the words, rarest first."""
        held = sorted((s.names for s in sought if s.names), key=len)
        opened: set[int] = set()
        for names in held:
            if len(names) <= RARE:
                opened.update(names)
        for left, right in combinations(held, 2):
            if len(opened) > OPENED:
                return opened
            if len(right) > RARE:
                opened |= left.keys() & right.keys()
        if len(opened) < limit and held:
            opened.update(held[0])
        return opened or self._all_common(sought)

    def _all_common(self, sought: list[Sought]) -> set[int]:
        """Names that hold the two rarest of words that are all common."""
        ends, found = self._found_ends, self._found
        best = []
        for words, _ in sought:
            if words:
                likest = max(words.values()) - 0.01
                best.append([(ends[w], ends[w + 1]) for w, likeness in words.items() if likeness >= likest])
        best.sort(key=lambda spans: sum(b - a for a, b in spans))
        sets = [{name for a, b in spans for name in found[a:b]} for spans in best[:2]]
        return set.intersection(*sets) if sets else set()

    def _of_kind(self, names: set[int], kind: Kind) -> Iterable[int]:
        """Those of a kind that may be the one looked for."""
        if kind is Kind.ANY:
            return names
        kinds, fits = self._kinds, {KINDS.index(kind), KINDS.index(Kind.ANY)}
        return [name for name in names if kinds[name] in fits]

    def _rated(
        self, sought: list[tuple[float, Sought]], opened: Iterable[int], mass: float, limit: int
    ) -> list[tuple[float, int]]:
        light = [(weight, s.names) for weight, s in sought if s.names]
        heavy = {word: weight * c for weight, s in sought if s.names is None for word, c in s.words.items()}
        rated, masses = [], self._mass
        for name in opened:
            score = 0.0
            for weight, names in light:
                if name in names:
                    score += weight * names[name]
            rated.append((score * 2 / (mass + masses[name] / MASS), name))
        if heavy:
            rated = [self._refined(score, name, heavy, mass) for score, name in nlargest(limit * 2, rated)]
        return [(min(score, 1.0), name) for score, name in nlargest(limit, rated)]

    def _refined(self, score: float, name: int, heavy: dict[int, float], mass: float) -> tuple[float, int]:
        ends = self._held_ends
        more = sum(heavy.get(word, 0.0) for word in self._held[ends[name] : ends[name + 1]])
        return score + more * 2 / (mass + self._mass[name] / MASS), name

    def _with_pairs(self, rated: list[tuple[float, int]], pairs: list[str], kind: Kind, limit: int) -> list[tuple[float, int]]:
        """The candidates with those that share pairs of Han characters, rated by the share of the pairs they hold."""
        counts: dict[int, int] = {}
        for pair in pairs:
            code = pair_code(pair)
            place = bisect_left(self._pairs, code)
            if place < len(self._pairs) and self._pairs[place] == code:
                for name in self._pair_names[self._pair_ends[place] : self._pair_ends[place + 1]]:
                    counts[name] = counts.get(name, 0) + 1
        best = {name: score for score, name in rated}
        fits = self._of_kind({name for name, count in counts.items() if count * 3 >= len(pairs)}, kind)
        for score, name in nlargest(limit, ((counts[name] / len(pairs), name) for name in fits)):
            best[name] = max(score, best.get(name, 0.0))
        return nlargest(limit, ((score, name) for name, score in best.items()))
