"""Linking two tables of bearers: candidates by the names index, levels, weights learned from the tables, one partner each.

Nothing has to be judged beforehand, and nothing is kept: links are suggestions with their weights, to be read into a
workspace or written to a file.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from dragoman.base.progress import Progress, Silent
from dragoman.bulk.blocking import Blocks
from dragoman.bulk.weights import MISSING, Pattern, Weights, learn
from dragoman.text.folding import fold

CANDIDATES = 6  # names looked at for one name: the right one is among the first six in 99.5 % of the made tables
NAME_LEVELS = 24  # steps of the rough value of the index; 16 to 32 give the same F1
LINKED = 0.5
NEAR = 1  # typing errors within which a city is still the same


@dataclass(slots=True)
class Party:
    """A row of a table: `text` is a free particular such as a city, `identifier` a number that one bearer has."""

    id: str
    name: str
    country: str = ""
    text: str = ""
    identifier: str = ""


@dataclass(slots=True)
class Link:
    """Two rows that may be one bearer, with the level of each comparison and its weight in log-odds."""

    left: str
    right: str
    probability: float
    pattern: Pattern


@dataclass(slots=True)
class Linked:
    """The links of two tables and the weights they were judged by."""

    links: list[Link]
    weights: Weights


COMPARISONS = ("name", "country", "text", "identifier")


def link(
    left: Sequence[Party], right: Sequence[Party], *, threshold: float = LINKED, progress: Progress | None = None
) -> Linked:
    """Link two tables; each row has one partner at most. Links below the threshold are left out, the surest come first."""
    told = progress or Silent()
    told.start("linking", len(left) + len(right))
    pairs = _Pairs(left, right)
    pairs.find(Blocks(_counted(left, told)), told)
    weights = pairs.learn()
    links = list(_one_each(pairs, weights, threshold))
    told.done()
    return Linked(links, weights)


def _counted(parties: Iterable[Party], progress: Progress) -> Iterator[str]:
    for party in parties:
        progress.step()
        yield party.name


class _Pairs:
    """Candidate pairs in compact form: numbers of both rows, the rough value of their names, the number of their pattern."""

    def __init__(self, left: Sequence[Party], right: Sequence[Party]) -> None:
        self.left, self.right = left, right
        self.lefts, self.rights, self.roughs, self.kinds = array("I"), array("I"), array("f"), array("I")
        self.patterns: dict[Pattern, int] = {}
        self.counts: Counter[int] = Counter()
        self.ours = [_plain(p) for p in left]

    def find(self, blocks: Blocks, progress: Progress) -> None:
        """Candidates of every right row."""
        known = {p.identifier: n for n, p in enumerate(self.left) if p.identifier}
        for number, party in enumerate(self.right):
            progress.step()
            best = {record: rough for rough, record in blocks.search(party.name, CANDIDATES)}
            if (same := known.get(party.identifier)) is not None and party.identifier:
                best.setdefault(same, -1.0)
            theirs = _plain(party)
            for record, rough in best.items():
                self._add(record, number, rough, _levels(self.ours[record], theirs, rough))

    def _add(self, left: int, right: int, rough: float, pattern: Pattern) -> None:
        number = self.patterns.setdefault(pattern, len(self.patterns))
        self.counts[number] += 1
        self.lefts.append(left)
        self.rights.append(right)
        self.roughs.append(rough)
        self.kinds.append(number)

    def ids(self, number: int) -> tuple[str, str]:
        """The rows of a pair, by which equals are ordered, so that the order of the tables does not matter."""
        return self.left[self.lefts[number]].id, self.right[self.rights[number]].id

    def learn(self) -> Weights:
        """The weights of the levels."""
        good = frozenset(f"{n:02}" for n in range(int(0.8 * NAME_LEVELS), NAME_LEVELS + 1))
        likely = (good, frozenset(("same",)), frozenset(("same", "near")), frozenset(("same",)))
        return learn({pattern: self.counts[n] for pattern, n in self.patterns.items()}, likely)


Plain = tuple[str, str, str]


def _plain(party: Party) -> Plain:
    return party.country.strip().lower(), fold(party.text) if party.text else "", party.identifier.strip().upper()


def _levels(ours: Plain, theirs: Plain, rough: float) -> Pattern:
    name = MISSING if rough < 0 else f"{int(NAME_LEVELS * rough):02}"
    return name, _equal(ours[0], theirs[0]), _near(ours[1], theirs[1]), _equal(ours[2], theirs[2])


def _equal(one: str, other: str) -> str:
    return MISSING if not one or not other else "same" if one == other else "differ"


def _near(one: str, other: str) -> str:
    if not one or not other:
        return MISSING
    if one == other:
        return "same"
    return "near" if OSA.distance(one, other, score_cutoff=NEAR) <= NEAR else "differ"


def _one_each(pairs: _Pairs, weights: Weights, threshold: float) -> Iterator[Link]:
    """The surest pair first; a row that has its partner is no partner of another."""
    by_number = {number: (pattern, weights.probability(pattern)) for pattern, number in pairs.patterns.items()}
    sure: Callable[[int], float] = lambda n: by_number[pairs.kinds[n]][1]  # noqa: E731
    order = sorted(
        (n for n in range(len(pairs.lefts)) if sure(n) >= threshold), key=lambda n: (-sure(n), -pairs.roughs[n], *pairs.ids(n))
    )
    taken_left, taken_right = set(), set()
    for n in order:
        left, right = pairs.lefts[n], pairs.rights[n]
        if left not in taken_left and right not in taken_right:
            taken_left.add(left)
            taken_right.add(right)
            pattern, value = by_number[pairs.kinds[n]]
            yield Link(pairs.left[left].id, pairs.right[right].id, value, pattern)
