"""The words an index knows, and which of them are near a word that may be misspelled.

Words within two errors (a letter dropped, added, replaced, or two neighbours exchanged) share a string that is left when up
to two letters are deleted from each (the symmetric deletion of SymSpell). The 32-bit hash of every such string leads to the
word; what is found is then verified by its true distance. Only the first `PREFIX` letters are deleted from: two words within
two errors still share a remnant of their beginnings, and a long word costs no more than a middling one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import combinations
from typing import TypeVar
from zlib import crc32

from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import extract

from dragoman.compare.index_file import Section, Sections

PREFIX = 9
SHORTEST = 2  # letters a word may have left of three
ONE_ERROR, TWO_ERRORS = 3, 5  # letters a word must have for one and for two errors
LETTERS_BESIDE = 5  # letters a word with figures in it must have to be met with an error
MARKS_A_BUCKET = 5  # bits more than a bucket has: 32 marks a bucket, about eight a hash
BETWEEN = b"\n"  # stands between the words of the table
SOUND, SPELLED = 0.4, 0.4  # what one sound alone makes of a likeness; the least share of letters in common that it counts with
PARTS = 16  # the table is sorted in so many parts, to bound the memory it takes
Letters = TypeVar("Letters", str, bytes)


def errors_allowed(term: str) -> int:
    """How many errors a word may hold and still be looked for; numbers none (4 is not 5)."""
    if len(term) < ONE_ERROR or (not term.isalpha() and sum(map(str.isalpha, term)) < LETTERS_BESIDE):
        return 0
    return 1 if len(term) < TWO_ERRORS else 2


def remnants(term: str, errors: int) -> Iterable[bytes]:
    """What is left of the beginning of a word after deleting up to so many of its letters."""
    if not errors:
        return (term.encode(),)
    if term.isascii():
        return deleted(term.encode()[:PREFIX], errors)
    return [left.encode() for left in deleted(term[:PREFIX], errors)]


def deleted(head: Letters, errors: int) -> set[Letters]:
    """A string, and what is left of it after deleting one of its letters, or two."""
    size = len(head)
    left = {head[:i] + head[i + 1 :] for i in range(size)}
    left.add(head)
    if errors > 1:
        left.update([head[:i] + head[i + 1 : j] + head[j + 1 :] for i, j in combinations(range(size), 2)])
    return left


def term_sections(terms: Iterable[str]) -> dict[str, Section]:
    """The sections of the table of words: their letters, and the hashes of their remnants leading to them."""
    letters, parts = bytearray(), [array("Q") for _ in range(PARTS)]
    for number, term in enumerate(terms):
        letters += term.encode() + BETWEEN
        for left in remnants(term, errors_allowed(term)):
            value = crc32(left)
            parts[value * PARTS >> 32].append(value << 32 | number)
    hashes, owners = array("I"), array("I")
    for part in parts:
        for value in sorted(part):
            hashes.append(value >> 32)
            owners.append(value & 0xFFFFFFFF)
    bits = max(4, (len(hashes) // 4).bit_length())
    places: dict[str, Section] = {"buckets": _buckets(hashes, bits), "marks": marks(hashes, bits + MARKS_A_BUCKET)}
    return {"term_letters": letters, "hashes": hashes, "owners": owners, **places}


def marks(hashes: array[int], bits: int) -> bytearray:
    """A bit for each beginning of `bits` bits that any hash has: most strings that lead nowhere are turned away by it."""
    marks, shift = bytearray(1 << bits - 3), 32 - bits
    for value in hashes:
        mark = value >> shift
        marks[mark >> 3] |= 1 << (mark & 7)
    return marks


def _buckets(hashes: array[int], bits: int) -> array[int]:
    """Where the hashes with each beginning of `bits` bits start; one more at the end."""
    starts, shift, place = array("I", [0]), 32 - bits, 0
    for bucket in range(1, (1 << bits) + 1):
        place = bisect_left(hashes, bucket << shift, place)
        starts.append(place)
    return starts


class Terms:
    """The table of words of an opened index."""

    def __init__(self, file: Sections) -> None:
        self._letters = file.bytes_of("term_letters")
        self._hashes, self._owners, self._buckets = file.ints("hashes"), file.ints("owners"), file.ints("buckets")
        self._shift = 32 - (len(self._buckets) - 1).bit_length() + 1
        self._sounds, self._sound_ends, self._sound_terms = (
            file.ints("sounds"),
            file.ints("sound_ends"),
            file.ints("sound_terms"),
        )
        self._marks = file.bytes_of("marks")
        self._mark_shift = self._shift - MARKS_A_BUCKET

    @cached_property
    def all(self) -> list[str]:
        """The words by their numbers. Read as one: 45,000 in 3 ms."""
        return str(self._letters, "utf-8").split("\n")

    def _owned(self, lefts: Iterable[bytes]) -> set[int]:
        """The words that leave any of these strings, and a few that only share a hash with one that does."""
        marks, mark_shift, shift = self._marks, self._mark_shift, self._shift
        hashes, buckets, owners = self._hashes, self._buckets, self._owners
        found: set[int] = set()
        for value in map(crc32, lefts):
            mark = value >> mark_shift
            if not marks[mark >> 3] >> (mark & 7) & 1:
                continue
            end = buckets[(value >> shift) + 1]
            start = bisect_left(hashes, value, buckets[value >> shift], end)
            if start < end and hashes[start] == value:
                found.update(owners[start : bisect_right(hashes, value, start, end)])
        return found

    def exact(self, term: str) -> int | None:
        """The number of a word as it is spelled, None where the index does not know it."""
        terms = self.all
        for number in self._owned(((term[:PREFIX] if errors_allowed(term) else term).encode(),)):
            if terms[number] == term:
                return number
        return None

    def near(self, term: str, errors: int = 2) -> list[tuple[int, float]]:
        """Words within so many errors and those the word may hold, each with its likeness (0-1, 1 for itself)."""
        allowed = min(errors, errors_allowed(term) or (len(term) == SHORTEST and term.isalpha()))
        if not allowed:
            number = self.exact(term)
            return [] if number is None else [(number, 1.0)]
        numbers, terms, size = list(self._owned(remnants(term, allowed))), self.all, len(term)
        near = extract(term, [terms[n] for n in numbers], scorer=OSA.distance, score_cutoff=allowed, limit=None)
        return [
            (numbers[place], 1.0 - wrong / max(size, len(other)))
            for other, wrong, place in near
            if wrong < 2 or len(other) >= TWO_ERRORS
        ]

    def alike(self, mark: str, term: str) -> list[tuple[int, float]]:
        """Words of the same mark (a sound, a stem), each with its likeness to the word as spelled."""
        value, terms = crc32(mark.encode()), self.all
        place = bisect_left(self._sounds, value)
        if place == len(self._sounds) or self._sounds[place] != value:
            return []
        found = []
        for number in self._sound_terms[self._sound_ends[place] : self._sound_ends[place + 1]]:
            likeness = Indel.normalized_similarity(term, terms[number], score_cutoff=SPELLED)
            if likeness:
                found.append((number, SOUND + (1.0 - SOUND) * likeness))
        return found
