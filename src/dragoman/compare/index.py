"""The blocking index: which names of a compiled list may be the one looked for.

An index is built once (`build`), lies in one file, and is mapped into memory when opened. `search` gives candidates across
scripts and in spite of typing errors; `best` rates them and keeps the best name of each record.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from dragoman.compare.index_build import KINDS, build, name_of, word_of
from dragoman.compare.index_crowd import Crowd, Near
from dragoman.compare.index_file import Sections
from dragoman.compare.index_nearer import beside_nearer
from dragoman.compare.index_search import Finder
from dragoman.compare.index_wholes import NearWholes, joined
from dragoman.compare.index_words import Terms
from dragoman.compare.name import Kind, Name, Word

__all__ = ["Candidate", "Index", "build"]

KEPT_NAMES = 50_000  # names restored and remembered, about 50 MB
EACH = 2  # names of one record among the candidates: the likeliest by far are rated
EACH_OF_BODY = 4  # the same of a body, whose acronyms come before its name in another language
FLOOR = 0.5  # rough score below which a person is not rated: 1 in 500 with a typing error lies below
FLOORS = {Kind.PERSON: FLOOR, Kind.ANY: 0.3, Kind.ORGANISATION: 0.3, Kind.OTHER: 0.3}  # none for names of other scripts
SURE = 0.97  # rough score of a person beside whom nobody is looked for by the letters written as one
ERRORS = 3  # letters by which a name found so may differ
RATED = 50  # candidates rated at most for one name looked for


class Candidate(NamedTuple):
    """A name of the index that may be the one looked for; `rough` (0-1) orders candidates, it is no probability."""

    record: int
    name_number: int
    rough: float


class Index:
    """An opened index of names."""

    def __init__(self, file: Sections) -> None:
        self._file, self._terms, self._wholes = file, Terms(file), NearWholes(file)
        self._finders: dict[Kind, Finder] = {}
        self._crowds: dict[Kind, Crowd] = {}
        self._records, self._kinds = file.ints("records"), file.ints("kinds")
        self._held, self._held_ends = file.ints("held"), file.ints("held_ends")
        self._word_lines, self._word_ends = file.bytes_of("word_lines"), file.ints("word_ends")
        self._name_lines, self._name_ends = file.bytes_of("name_lines"), file.ints("name_ends")
        self._words: dict[int, Word] = {}
        self._names: dict[int, Name] = {}

    @classmethod
    def open(cls, path: Path) -> Index:
        """Map an index file. Raises NotAFileFormat where it is none or damaged."""
        return cls(Sections(path))

    def __len__(self) -> int:
        """The number of names."""
        return len(self._records)

    def search(self, query: str | Name, kind: Kind = Kind.ANY, limit: int = RATED, floor: float = 0.0) -> list[Candidate]:
        """The likeliest names for the one looked for, best first, at most `EACH` of one record, none rated below the floor."""
        name = self._parsed(query, kind)
        finder = self._finder(kind)
        found: list[Candidate] = []
        met: dict[int, int] = {}
        each = EACH if name.kind is Kind.PERSON else EACH_OF_BODY
        ranked = finder.search(name, limit, floor)
        if name.kind is Kind.PERSON and (ranked[0][0] if ranked else 0.0) < SURE:
            ranked = self._with_wholes(ranked, joined(name))
        for rough, number in ranked:
            record = self._records[number]
            met[record] = met.get(record, 0) + 1
            if met[record] <= each:
                found.append(Candidate(record, number, rough if rough < 1.0 else 1.0))
                if len(found) == limit:
                    break
        return found

    def _with_wholes(self, ranked: list[tuple[float, int]], letters: str) -> list[tuple[float, int]]:
        """The candidates with names that are near once written as one, each by the share of the letters that agree."""
        near = {number: joined(self.name(number)) for number in self._wholes.near(letters)}
        found = {
            number: 1.0 - errors / max(len(letters), len(near[number]))
            for _, errors, number in extract(letters, near, scorer=OSA.distance, score_cutoff=ERRORS, limit=None)
        }
        if not found:
            return ranked
        best = dict(found)
        for rough, number in ranked:
            best[number] = max(rough, found.get(number, 0.0))
        return sorted([(rough, number) for number, rough in best.items()], reverse=True)

    def best(
        self, query: str | Name, kind: Kind, limit: int, threshold: float, rate: Callable[[Name, Name], float]
    ) -> list[tuple[int, int, float]]:
        """(record, name number, value) of the records whose best name is rated at the threshold or above, best first.

        A person is rated by what the index holds around the name as well (index_crowd.py), any other name by `rate` and by
        whether the index holds a nearer one (index_nearer.py).
        """
        name = self._parsed(query, kind)
        near = self.near(name, kind)
        person = name.kind is Kind.PERSON
        values = self.crowd(kind).values(name, near) if person else beside_nearer([rate(name, other.name) for other in near])
        best: dict[int, tuple[float, int]] = {}
        for value, (number, _, _) in zip(values, near, strict=True):
            record = self._records[number]
            if value >= threshold and value > best.get(record, (-1.0, 0))[0]:
                best[record] = (value, number)
        ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
        return [(record, number, value) for record, (value, number) in ranked[:limit]]

    def near(self, name: Name, kind: Kind) -> list[Near]:
        """The names that are worth rating."""
        plain = name.folded.isascii() and not any(word.options for word in name.words)
        found = self.search(name, kind, RATED, FLOORS[kind] if plain else 0.0)
        return [Near(number, rough, self.name(number)) for _, number, rough in found]

    def crowd(self, kind: Kind) -> Crowd:
        """What the index holds around names of people, when they are looked for as names of a kind."""
        found = self._crowds.get(kind)
        if found is None:
            found = self._crowds[kind] = Crowd(self._file, self._finder(kind).understanding)
        return found

    def _finder(self, kind: Kind) -> Finder:
        found = self._finders.get(kind)
        if found is None:
            found = self._finders[kind] = Finder(self._file, self._terms, kind)
        return found

    def record(self, number: int) -> int:
        """The record that bears a name."""
        return self._records[number]

    def name(self, number: int) -> Name:
        """A name of the index as it was parsed."""
        found = self._names.get(number)
        if found is None:
            if len(self._names) >= KEPT_NAMES:
                self._names.clear()
            found = self._names[number] = self._restored(number)
        return found

    def _restored(self, number: int) -> Name:
        line = str(self._name_lines[self._name_ends[number] : self._name_ends[number + 1]], "utf-8")
        words = self._held[self._held_ends[number] : self._held_ends[number + 1]]
        return name_of(line, KINDS[self._kinds[number]], tuple([self._word(word) for word in words]))

    def _word(self, number: int) -> Word:
        found = self._words.get(number)
        if found is None:
            line = str(self._word_lines[self._word_ends[number] : self._word_ends[number + 1]], "utf-8")
            found = self._words[number] = word_of(line)
        return found

    @staticmethod
    def _parsed(query: str | Name, kind: Kind) -> Name:
        if isinstance(query, Name):
            return query
        from dragoman.compare.parse import parse

        return parse(query, kind)
