"""The words of a name laid out for look-up, made once a name and kept with it."""

from __future__ import annotations

from functools import lru_cache

from dragoman.compare.name import Kind, Name, Role, Word
from dragoman.compare.similarity import activity_groups, group_openers
from dragoman.compare.stems import stem
from dragoman.compare.words import LINK, role, weight, words

LONGEST_RUN = 4  # neighbouring words that may be written as one
SHORTEST_RUN = 5  # letters such a word has at least

SCHOOLS, FIRMS = words("school"), words("firm")

Run = tuple[str, tuple[int, ...]]
Group = tuple[tuple[int, ...], frozenset[int]]  # places, numbers of the classes of one meaning


class Prepared:
    """Columns of the words that are aligned, one entry a word; `index` leads from a spelling to its places."""

    __slots__ = (
        "_groups",
        "_held",
        "_runs",
        "_sorts",
        "_stems",
        "acronyms",
        "classes",
        "foreign",
        "forms",
        "index",
        "latin",
        "optioned",
        "person",
        "total",
        "weights",
        "words",
    )

    def __init__(self, name: Name) -> None:
        words = [word for word in name.words if word.role is not Role.FORM and word.role is not Role.TITLE] or list(name.words)
        self.words = words
        self.latin = [word.latin for word in words]
        self.weights = [word.weight for word in words]
        self.total = sum(self.weights) or 1.0
        self.person = name.kind is Kind.PERSON
        self.foreign = not name.folded.isascii() and any(not word.text.isascii() for word in words)
        self.optioned = self.foreign or any(word.options for word in words)
        self.forms = [word.latin for word in name.words if word.role is Role.FORM] if name.form else []
        self.acronyms = name.acronyms
        self.index: dict[str, list[int]] = {}
        for at, latin in enumerate(self.latin):
            if latin in self.index:
                self.index[latin].append(at)
            else:
                self.index[latin] = [at]
        self._held: list[tuple[Word, str, int, int]] | None = None
        self._stems: dict[str, list[int]] | None = None
        self._runs: dict[int, list[Run]] | None = None
        self._groups: list[Group] | None = None
        self._sorts: tuple[bool, bool] | None = None
        self.classes: frozenset[int] = frozenset()  # of the groups

    def held(self) -> list[tuple[Word, str, int, int]]:
        """Each word with its spelling, its length and the letters it holds; made when first asked for."""
        if self._held is None:
            self._held = [(word, word.latin, len(word.latin), letters(word.latin)) for word in self.words]
        return self._held

    def groups(self) -> list[Group]:
        """The words and groups of neighbouring words that have synonyms; made when first asked for."""
        if self._groups is None:
            self._groups = _groups(self.latin)
            self.classes = frozenset().union(*[numbers for _, numbers in self._groups])
        return self._groups

    def sorts(self) -> tuple[bool, bool]:
        """Whether words of the name say that the body is a school, and that it is a firm; found when first asked for."""
        if self._sorts is None:
            told = [word for word in self.words if word.role is Role.ACTIVITY or word.role is Role.CORE]
            self._sorts = any(_says(word, SCHOOLS) for word in told), any(_says(word, FIRMS) for word in told)
        return self._sorts

    def stems(self) -> dict[str, list[int]]:
        """From a stem to the places of its words; made when first asked for."""
        if self._stems is None:
            self._stems = {}
            for at, latin in enumerate(self.latin):
                self._stems.setdefault(stem(latin), []).append(at)
        return self._stems

    def runs(self) -> dict[int, list[Run]]:
        """Neighbouring words written as one, by number of letters; made when first asked for."""
        if self._runs is None:
            self._runs = {}
            for first, made in enumerate(self.latin):
                for last in range(first + 1, min(first + LONGEST_RUN, len(self.latin))):
                    made += self.latin[last]
                    if len(made) >= SHORTEST_RUN:
                        self._runs.setdefault(len(made), []).append((made, tuple(range(first, last + 1))))
        return self._runs


def _says(word: Word, what: frozenset[str]) -> bool:
    """Whether a word, or one of its renderings, is of a class."""
    return word.latin in what or any(not what.isdisjoint(option.split(" ")) for option, _ in word.options)


def _groups(latin: list[str]) -> list[Group]:
    openers, (groups, longest) = group_openers(), activity_groups()
    found = []
    for at, word in enumerate(latin):
        if word in openers:
            for end in range(at + 1, min(at + longest, len(latin)) + 1):
                if numbers := groups.get(" ".join(latin[at:end])):
                    found.append((tuple(range(at, end)), numbers))
    return found


def prepared(name: Name) -> Prepared:
    """The look-up columns of a name."""
    made: Prepared | None = name.prepared
    if made is None:
        made = name.prepared = Prepared(name)
    return made


@lru_cache(maxsize=100_000)
def letters(latin: str) -> int:
    """The letters a word holds, one bit each."""
    found = 0
    for char in latin:
        found |= 1 << (ord(char) & 63)
    return found


@lru_cache(maxsize=50_000)
def parts(option: str) -> tuple[tuple[str, str, float], ...]:
    """The words of a spelling, each with its stem and weight among names of organisations."""
    words = option.split(" ")
    return tuple([(word, stem(word), _told(word)) for word in words])


def _told(word: str) -> float:
    return LINK if role(word, Kind.ORGANISATION) is Role.LINK else weight(word, Kind.ORGANISATION)
