"""The words an index knows, and which of them are near a word that may be misspelled.

Words within two errors (a letter dropped, added, replaced, or two neighbours exchanged) share a string that is left when up
to two letters are deleted from each (the symmetric deletion of SymSpell). The 32-bit hash of every such string leads to the
word; what is found is then verified by its true distance. Only the first `PREFIX` letters are deleted from: two words within
two errors still share a remnant of their beginnings, and a long word costs no more than a middling one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from itertools import combinations
from zlib import crc32

from rapidfuzz.distance import OSA

from dragoman.compare.index_file import Section, Sections

PREFIX = 9
ONE_ERROR, TWO_ERRORS = 3, 6  # letters a word must have for one and for two errors
EXACT = "~"  # begins a key that is met as it is or not at all: sounds, numbers
MARKS_A_BUCKET = 5  # bits more than a bucket has: 32 marks a bucket, about eight a hash
KEPT = 200_000  # words whose letters are remembered, about 20 MB
PARTS = 16  # the table is sorted in so many parts, to bound the memory it takes


def errors_allowed(term: str) -> int:
    """How many errors a word may hold and still be looked for; numbers and sounds none (4 is not 5)."""
    if term[:1] == EXACT or len(term) < ONE_ERROR or not term.isalpha():
        return 0
    return 1 if len(term) < TWO_ERRORS else 2


def remnants(term: str, errors: int) -> set[str]:
    """What is left of the beginning of a word after deleting up to so many of its letters."""
    head = term[:PREFIX]
    if not errors:
        return {head} if term.isalpha() else {term}
    size = len(head)
    left = {head[:i] + head[i + 1 :] for i in range(size)}
    left.add(head)
    if errors > 1:
        left.update(head[:i] + head[i + 1 : j] + head[j + 1 :] for i, j in combinations(range(size), 2))
    return left


def term_sections(terms: Iterable[str]) -> dict[str, Section]:
    """The sections of the table of words: their letters, and the hashes of their remnants leading to them."""
    letters, ends, parts = bytearray(), array("I", [0]), [array("Q") for _ in range(PARTS)]
    for number, term in enumerate(terms):
        letters += term.encode()
        ends.append(len(letters))
        for left in remnants(term, errors_allowed(term)):
            value = crc32(left.encode())
            parts[value * PARTS >> 32].append(value << 32 | number)
    hashes, owners = array("I"), array("I")
    for part in parts:
        for value in sorted(part):
            hashes.append(value >> 32)
            owners.append(value & 0xFFFFFFFF)
    bits = max(4, (len(hashes) // 4).bit_length())
    places: dict[str, Section] = {"buckets": _buckets(hashes, bits), "marks": _marks(hashes, bits + MARKS_A_BUCKET)}
    return {"term_letters": letters, "term_ends": ends, "hashes": hashes, "owners": owners, **places}


def _marks(hashes: array[int], bits: int) -> bytearray:
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
        self._letters, self._ends = file.bytes_of("term_letters"), file.ints("term_ends")
        self._hashes, self._owners, self._buckets = file.ints("hashes"), file.ints("owners"), file.ints("buckets")
        self._shift = 32 - (len(self._buckets) - 1).bit_length() + 1
        self._marks = file.bytes_of("marks")
        self._mark_shift = self._shift - MARKS_A_BUCKET
        self._kept: dict[int, str] = {}

    def term(self, number: int) -> str:
        """The letters of a word."""
        found = self._kept.get(number)
        if found is None:
            if len(self._kept) > KEPT:
                self._kept.clear()
            ends = self._ends
            found = self._kept[number] = str(self._letters[ends[number] : ends[number + 1]], "utf-8")
        return found

    def _owned(self, lefts: Iterable[str]) -> set[int]:
        """The words that leave any of these strings, and a few that only share a hash with one that does."""
        found: set[int] = set()
        hashes, buckets, shift, marks, mark_shift = self._hashes, self._buckets, self._shift, self._marks, self._mark_shift
        for left in lefts:
            value = crc32(left.encode())
            mark = value >> mark_shift
            if not marks[mark >> 3] >> (mark & 7) & 1:
                continue
            end = buckets[(value >> shift) + 1]
            place = bisect_left(hashes, value, buckets[value >> shift], end)
            while place < end and hashes[place] == value:
                found.add(self._owners[place])
                place += 1
        return found

    def exact(self, term: str) -> int | None:
        """The number of a word as it is spelled, None where the index does not know it."""
        for number in self._owned((term[:PREFIX] if term.isalpha() else term,)):
            if self.term(number) == term:
                return number
        return None

    def near(self, term: str, errors: int = 2) -> tuple[tuple[int, float], ...]:
        """Words within so many errors and those the word may hold, each with its likeness (0-1, 1 for itself), likest first."""
        allowed = min(errors, errors_allowed(term))
        if not allowed:
            number = self.exact(term)
            return () if number is None else ((number, 1.0),)
        found = []
        for number in self._owned(remnants(term, allowed)):
            other = self.term(number)
            limit = 1 if allowed == 1 or len(other) < TWO_ERRORS else 2
            errors = OSA.distance(term, other, score_cutoff=limit)
            if errors <= limit and other[0] != EXACT:
                found.append((number, 1.0 - errors / max(len(term), len(other))))
        found.sort(key=lambda pair: -pair[1])
        return tuple(found)
