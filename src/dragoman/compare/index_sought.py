"""What a word of a name looked for may be in the index: the words near it, those of its sound, its other spellings, its parts.

Each comes with a likeness and with the names that hold it. What was found for a word is remembered, as words come again and
again when many names are screened.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple
from zlib import crc32

from dragoman.compare.index_build import KINDS, MASS, SHARE, STEM, STEM_FROM, alikes, keys, telling
from dragoman.compare.index_file import Sections
from dragoman.compare.index_words import Terms
from dragoman.compare.name import Kind, Role, Word
from dragoman.compare.stems import stem
from dragoman.compare.words import role, weight

LEAST = 0.25  # a likeness below this leads to no name
COMMON = 20_000  # the names of a word held by more are not counted one by one
FIRST = 30  # candidates opened at most by one word
EACH = 5  # candidates opened by each word that is only near the one looked for
KEPT = 2_000_000  # names remembered behind the words looked for, about 200 MB at most
SPLIT_FROM, SPLIT_PART = 5, 2  # letters of a word that may be two, and of either of the two
SPARED = 1.0  # nats from which a difference in weight between two words that are likely one is spared
LIKELY = 0.7  # likeness from which the commonest word is taken for the one meant
SHORT = (3, 8)  # letters of an acronym
SHORTENED = 0.9  # likeness of an acronym to the name it is made of
JOINED = 0.95  # likeness of two words written as one
PART = 0.5  # likeness of a word of a rendering however improbable, as a comparison counts it
TELLS = 1.0  # nats a word of a rendering must tell to be looked for
SPANS = {Kind.PERSON: (0, 2), Kind.ANY: (0, 4), Kind.ORGANISATION: (1, 3), Kind.OTHER: (1, 4)}  # kinds of KINDS that fit

Span = tuple[float, float, int, int, float]  # likeness, value, start and stop of the names, weight of the word of the index


class Sought(NamedTuple):
    """What one word looked for may be: words of the index, each worth its likeness times the mean of both weights.

    A misspelled `company` is a rare word for the parser, and `limited` alone no legal form. Where a likely word of the index
    weighs less, or the same word weighs something else, the lesser weight counts and the difference is spared the name.
    """

    weight: float  # of the word looked for, in nats
    expected: float  # of the likeliest word of the index
    spans: list[Span]  # where the names that hold them stand, likest last
    words: dict[int, float]  # the words where their names are too many to be counted one by one, else empty
    names: dict[int, float]  # the names that hold them where they are not too many
    first: Sequence[int]  # names with the least beside the word, likest first
    spared: dict[int, float]  # by word (where there are any) or by name: how much more the word looked for weighs, in nats
    near: dict[int, float]  # the words with their likeness


class Understanding:
    """Finds what words may be among the names of one kind."""

    def __init__(self, file: Sections, terms: Terms, kind: Kind) -> None:
        self._terms = terms
        self._first, self._end = SPANS[kind]
        self._owners, self._owner_ends, self._shares = (
            file.ints("term_words"), file.ints("term_word_ends"), file.ints("term_shares"),
        )  # fmt: skip
        self._weights, self._mass = file.ints("weights"), file.ints("mass")
        self._found, self._found_ends = file.ints("found"), file.ints("found_ends")
        self._shorts, self._short_ends, self._short_names = (
            file.ints("shorts"),
            file.ints("short_ends"),
            file.ints("short_names"),
        )
        self._kinds, self._sparing = file.ints("kinds"), kind is not Kind.PERSON
        self._sought: dict[tuple[str, float], list[Sought]] = {}
        self._kept = 0

    def fits(self, kind: int) -> bool:
        """Whether a name of this kind may be one of the kind looked for."""
        return self._first <= kind < self._end

    def of(self, words: tuple[Word, ...]) -> tuple[list[list[Sought]], list[tuple[int, Sought]]]:
        """What each word of a name may be, as a whole and in parts; and what neighbours may be as one word."""
        found: list[list[Sought]] = []
        for word in words:
            sought = self._sought.get((word.text, word.weight))
            found.append(self._word(word) if sought is None else sought)
        return found, self._joined(words) if len(words) > 1 else []

    def whole(self, word: Word) -> Sought:
        """What a word may be as a whole."""
        return (self._sought.get((word.text, word.weight)) or self._word(word))[0]

    def _word(self, word: Word) -> list[Sought]:
        """What a word may be; where the index does not know it as it is spelled, its parts too."""
        sparing = self._sparing and not word.options and word.text.isascii()  # translated words weigh differently by nature
        found = [self._meant(self._likenesses(word), telling(word), sparing)]
        if SHORT[0] <= len(word.latin) <= SHORT[1]:
            found[0] = self._with_shortened(found[0], word.latin)
        if any(" " in spelling for spelling, _ in word.options):
            found += self._rendered(word)
        elif len(word.latin) >= SPLIT_FROM and self._terms.exact(word.latin) is None:
            found += self._split(word)
        return self._keep((word.text, word.weight), found)

    def _with_shortened(self, sought: Sought, latin: str) -> Sought:
        """What a word may be, with the names it may be the acronym of."""
        code, first = crc32(latin.encode()), []
        place = bisect_left(self._shorts, code)
        if sought.words or place == len(self._shorts) or self._shorts[place] != code:
            return sought
        for name in self._short_names[self._short_ends[place] : self._short_ends[place + 1]]:
            if self.fits(self._kinds[name]) and name not in sought.names:
                sought.names[name] = sought.weight * SHORTENED
                first.append(name)
        return sought._replace(first=[*sought.first, *first[:FIRST]])

    def of_acronyms(self, acronyms: Iterable[str]) -> list[Sought]:
        """What the acronyms of a name may be as words of the index."""
        found: list[Sought] = []
        for short in acronyms:
            key = (short, SHORTENED)
            sought = self._sought.get(key)
            if sought is None:
                words = self._exactly(short) if SHORT[0] <= len(short) <= SHORT[1] else {}
                mass = max([self._weights[word] / MASS for word in words], default=0.0)
                sought = self._keep(key, [self._meant(words, mass)] if words else [])
            found += sought
        return found

    def _joined(self, words: tuple[Word, ...]) -> list[tuple[int, Sought]]:
        """Neighbouring words that the index knows written as one, each with the place of the first."""
        found: list[tuple[int, Sought]] = []
        for place, (left, right) in enumerate(pairwise(words)):
            key = (left.latin + right.latin, JOINED)
            sought = self._sought.get(key)
            if sought is None:
                near = self._leading(self._terms.near(key[0], 1), JOINED)
                both = telling(left) + telling(right)
                sought = self._keep(key, [self._meant(near, both)] if near else [])
            found += [(place, s) for s in sought]
        return found

    def _keep(self, key: tuple[str, float], found: list[Sought]) -> list[Sought]:
        if self._kept > KEPT:
            self._sought.clear()
            self._kept = 0
        self._sought[key] = found
        self._kept += sum([len(s.names) + len(s.spans) for s in found], 1)
        return found

    def _meant(self, words: dict[int, float], weight: float, sparing: bool = False) -> Sought:
        """Words of the index with the names behind them; `weight` is that of the word looked for."""
        first, end, ends, each, weights = self._first, self._end, self._found_ends, len(KINDS), self._weights
        spans, held, best, values, spared = [], 0, (False, 0, weight), {}, {}
        for word, likeness in words.items():
            start, stop = ends[word * each + first], ends[word * each + end]
            if start != stop:
                mass = weights[word] / MASS
                if sparing and likeness >= LIKELY and _parted(weight - mass, likeness):
                    spared[word] = weight - mass
                value = min(weight, mass) if word in spared else (weight + mass) / 2
                spans.append((likeness, likeness * value, start, stop, mass))
                values[word] = likeness * value
                held += stop - start
                if likeness >= LIKELY:
                    best = max(best, (likeness == 1.0, stop - start, mass))
        spans.sort()
        if held > COMMON:
            return Sought(weight, best[2], spans, values, {}, (), spared, words)
        more = self._spared_names(spared)
        return Sought(weight, best[2], spans, {}, self._names(spans), self._firsts(spans), more, words)

    def _spared_names(self, spared: dict[int, float]) -> dict[int, float]:
        """The names that hold words that weigh less than the one looked for, and by how much."""
        names: dict[int, float] = {}
        ends, each = self._found_ends, len(KINDS)
        for word, more in spared.items():
            start, stop = ends[word * each + self._first], ends[word * each + self._end]
            names.update(dict.fromkeys(self._found[start:stop], more))
        return names

    def _names(self, spans: list[Span]) -> dict[int, float]:
        """The names that hold any of the words, each with the value of the likest."""
        names: dict[int, float] = {}
        found = self._found
        for _, value, start, stop, _ in spans:
            if stop - start == 1:
                names[found[start]] = value
            else:
                names.update(dict.fromkeys(found[start:stop], value))
        return names

    def _firsts(self, spans: list[Span]) -> list[int]:
        """The names with the least beside each word: they stand last among those that hold it."""
        firsts: list[int] = []
        for likeness, _, start, stop, _ in reversed(spans):
            if len(firsts) >= FIRST:
                break
            firsts += self._found[max(start, stop - (EACH if likeness < 1.0 else FIRST)) : stop]
        return firsts

    def around(self, spans: list[Span], beside: float, most: int, reach: int) -> list[int]:
        """Names that hold the likest of the words and about so much weight beside it, up to `reach` on either side."""
        near: list[int] = []
        found, masses = self._found, self._mass
        for _, _, start, stop, mass in reversed(spans):
            if len(near) >= most:
                break
            middle = bisect_left(found, -(beside + mass) * MASS, start, stop, key=lambda name: -masses[name])
            near += found[max(start, middle - reach) : min(stop, middle + reach)]
        return near

    def _likenesses(self, word: Word) -> dict[int, float]:
        """The words of the index a word may be, each with the best likeness any of its keys gives."""
        alike = [found for mark in alikes(word) for found in self._terms.alike(mark, word.latin)]
        if word.text == word.latin and not word.options:
            return self._leading(alike + self._terms.near(word.latin), 1.0)
        found = self._leading(alike, 1.0)
        for term, share in keys(word):
            for other, likeness in self._leading(self._terms.near(term), share).items():
                if likeness > found.get(other, 0.0):
                    found[other] = likeness
        return found

    def _leading(self, near: Iterable[tuple[int, float]], share: float) -> dict[int, float]:
        """The words that keys lead to, each with its best likeness."""
        found: dict[int, float] = {}
        owners, ends, shares = self._owners, self._owner_ends, self._shares
        share /= SHARE
        for number, likeness in near:
            for place in range(ends[number], ends[number + 1]):
                value = share * likeness * shares[place]
                if value > found.get(owners[place], LEAST):
                    found[owners[place]] = value
        return found

    def _rendered(self, word: Word) -> list[Sought]:
        """The words that its renderings of several words are made of, each as likely as the renderings that hold it."""
        shares: dict[str, float] = {}
        for spelling, share in word.options:
            if " " in spelling:
                for part in set(spelling.split()):
                    shares[part] = shares.get(part, 0.0) + share
        found = []
        for part, share in shares.items():
            told = weight(part, Kind.ORGANISATION)
            if told >= TELLS and role(part, Kind.ORGANISATION) is not Role.LINK:
                near = self._terms.alike(STEM + stem(part), part) if len(part) >= STEM_FROM else []
                likeness = PART + (1 - PART) * sqrt(min(share, 1.0))
                found.append(self._meant(self._leading([*near, *self._spelled(part)], likeness), told))
        return [sought for sought in found if sought.spans]

    def _spelled(self, term: str) -> list[tuple[int, float]]:
        """The word of the index that is spelled so, if there is one."""
        number = self._terms.exact(term)
        return [] if number is None else [(number, 1.0)]

    def _split(self, word: Word) -> list[Sought]:
        """The two words an unknown word is likeliest made of, each weighing its share of the letters."""
        best: list[tuple[dict[int, float], int]] = []
        latin, most = word.latin, 0
        for place in range(SPLIT_PART, len(latin) - SPLIT_PART + 1):
            left = self._exactly(latin[:place])
            right = self._exactly(latin[place:]) if left else {}
            if right and (held := min(self._held_by(left), self._held_by(right))) > most:
                most, best = held, [(left, place), (right, len(latin) - place)]
        return [self._meant(words, telling(word) * size / len(latin)) for words, size in best]

    def _held_by(self, words: Iterable[int]) -> int:
        """How many names of the kind hold any of the words."""
        ends, each = self._found_ends, len(KINDS)
        return sum([ends[word * each + self._end] - ends[word * each + self._first] for word in words])

    def _exactly(self, term: str) -> dict[int, float]:
        return self._leading(self._spelled(term), 1.0)


def _parted(more: float, likeness: float) -> bool:
    """Whether the weights of two words that are likely one differ in a way that says nothing of the names."""
    return more >= SPARED or (likeness == 1.0 and more <= -SPARED)
