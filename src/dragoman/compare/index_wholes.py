"""Names of people met by their letters written as one: found where a space was lost, gained or moved, beside other errors.

Each name leaves the beginning and the end of its letters, half of them each, whole and with any one letter deleted. Two names
within two errors share one of these remnants, as one of the halves holds one error at most. The halves of a short name overlap
and may both hold two: it leaves all its letters with any two deleted as well. The 32-bit hashes of the remnants lead to the
names, which the caller then verifies.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from zlib import crc32

from dragoman.compare.index_file import Section, Sections
from dragoman.compare.index_words import MARKS_A_BUCKET, PARTS, deleted, marks
from dragoman.compare.name import Name, Role

LEAST, MOST = 6, 12  # letters of a half
SHORTEST = 5  # letters of a name that is met so
SHORT = 9  # letters of a name whose halves overlap so far that both may hold two errors
REACH = 2  # letters by which the names may differ in length
CROWD = 300  # names behind one remnant from which it tells nothing: the first half of many names


def joined(name: Name) -> str:
    """The letters of a name written as one."""
    return "".join([word.latin for word in name.words if word.role is not Role.FORM])


def half(size: int) -> int:
    """The letters of the beginning and the end of a name of so many."""
    return min(MOST, max(LEAST, size // 2))


def remnants(letters: str, size: int) -> set[bytes]:
    """What the beginning and the end of so many letters leave, whole and without any one letter."""
    head, tail = b"<" + letters[:size].encode(), b">" + letters[-size:].encode()
    found = {head[:at] + head[at + 1 :] for at in range(1, len(head))}
    found.update([tail[:at] + tail[at + 1 :] for at in range(1, len(tail))])
    found.update((head, tail))
    return found


def short_remnants(letters: str, most: int) -> set[bytes]:
    """What a name of so many letters at most leaves after deleting one of them, or two."""
    return deleted(letters.encode(), 2) if len(letters) <= most else set()


class Wholes:
    """The letters of names on their way into an index."""

    def __init__(self) -> None:
        self._parts = [array("Q") for _ in range(PARTS)]

    def add(self, number: int, name: Name) -> None:
        """Take in a name."""
        letters = joined(name)
        if len(letters) >= SHORTEST and letters.isascii():
            for left in remnants(letters, half(len(letters))) | short_remnants(letters, SHORT):
                value = crc32(left)
                self._parts[value * PARTS >> 32].append(value << 32 | number)

    def sections(self) -> dict[str, Section]:
        """The hashes in their order, the name each leads to, and a bit for each beginning of a hash that there is."""
        hashes, names = array("I"), array("I")
        for part in self._parts:
            for pair in sorted(part):
                hashes.append(pair >> 32)
                names.append(pair & 0xFFFFFFFF)
        marked = marks(hashes, max(4, (len(hashes) // 4).bit_length()) + MARKS_A_BUCKET)
        return {"wholes": hashes, "whole_names": names, "whole_marks": marked}


class NearWholes:
    """Finds the names of an opened index that are near others once written as one."""

    def __init__(self, file: Sections) -> None:
        self._hashes, self._names = file.ints("wholes"), file.ints("whole_names")
        self._marks = file.bytes_of("whole_marks")
        self._shift = 32 - (len(self._marks) * 8 - 1).bit_length()

    def near(self, letters: str) -> set[int]:
        """The names that may be within two errors of these letters, and others that share a remnant with them."""
        found: set[int] = set()
        if len(letters) < SHORTEST or not letters.isascii():
            return found
        marked, shift, hashes = self._marks, self._shift, self._hashes
        for value in map(crc32, self._remnants(letters)):
            mark = value >> shift
            if not marked[mark >> 3] >> (mark & 7) & 1:
                continue
            start = bisect_left(hashes, value)
            if start < len(hashes) and hashes[start] == value:
                stop = bisect_right(hashes, value, start, min(len(hashes), start + CROWD + 1))
                if stop - start <= CROWD:
                    found.update(self._names[start:stop])
        return found

    @staticmethod
    def _remnants(letters: str) -> set[bytes]:
        sizes = {half(len(letters) + more) for more in (-REACH, 0, REACH)}
        return short_remnants(letters, SHORT + REACH).union(*[remnants(letters, size) for size in sizes])
