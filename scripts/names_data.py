"""Pairs of names to train and measure on: read from the shared data, split by a hash of the key; none are committed."""

from __future__ import annotations

import csv
import gzip
import os
import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from dragoman.compare.name import Kind, Name, Role
from dragoman.compare.parse import parse
from dragoman.compare.score import rate
from dragoman.compare.stems import stem
from dragoman.text.sound import sound

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared")) / "data"


@dataclass(frozen=True)
class Pair:
    """Two names and whether they are one bearer's; `group` names the sort of data, `fold` the part it is kept in (0-4)."""

    left: str
    right: str
    same: bool
    kind: Kind
    group: str
    fold: int

    @property
    def weight(self) -> float:
        """How much the pair counts in training: groups of few pairs more, wrong pairs as often as they are met."""
        return WEIGHTS.get((self.group, self.same), 1.0)


# Wrong pairs between scripts count so much that at most three in a hundred pass; the benchmark's few pairs count alike.
WEIGHTS = {
    ("han org", True): 1.0,
    ("cyrl org", True): 6.0,
    ("mined cyrl org", False): 0.3,
    ("mined han org", False): 0.3,
    ("mined cyrl person", False): 0.3,
    ("bench", True): 16.0,
    ("bench", False): 16.0,
    ("stranger organisation", False): 1.0,
    ("spoiled organisation", True): 0.4,
    ("alias organisation", True): 0.6,
    ("stranger organisation across", False): 4.0,
    ("numbered organisation across", False): 0.3,
    ("stranger person", False): 0.12,
    ("stranger person across", False): 0.12,
    ("spoiled person", True): 0.2,
    ("screened", True): 0.3,
    ("screened", False): 0.3,
    ("made person", True): 0.3,
    ("made person", False): 0.3,
    ("near person", False): 0.1,
    ("made organisation", True): 0.6,
    ("made organisation", False): 0.6,
    ("near organisation", False): 0.1,
}


def fold_of(key: str) -> int:
    """The part of a key: stable, whatever the order of the rows."""
    return zlib.crc32(key.encode()) % 5


def bench() -> list[Pair]:
    """The labelled pairs of the name benchmark."""
    with (DATA / "name-pairs/name_bench_cases.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    return [
        Pair(
            r["name1"],
            r["name2"],
            r["is_match"] == "true",
            Kind.of(r["schema"]),
            "bench",
            fold_of(f"{r['name1']}|{r['name2']}"),
        )
        for r in rows
    ]


@dataclass(frozen=True)
class CrossRow:
    """A name in Latin letters and in another script."""

    latin: str
    other: str
    script: str
    kind: str
    source: str
    key: str


def cross_rows() -> list[CrossRow]:
    """All positive pairs between scripts."""
    with gzip.open(DATA / "name-pairs/cross_script_pairs.csv.gz", "rt", encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    return [CrossRow(r["name_latin"], r["name_other"], r["script"], r["kind"], r["source"], r["source_key"]) for r in rows]


class Pool:
    """Parsed names to be searched without the index: by the words, spellings and sounds they share with a query."""

    def __init__(self, names: Iterable[str], kind: Kind) -> None:
        self.names = list(names)
        self.parsed = [parse(name, kind) for name in self.names]
        self.kind = kind
        self.holders: dict[str, set[int]] = defaultdict(set)
        for number, name in enumerate(self.parsed):
            for word in name.words:
                if word.role is not Role.FORM:
                    for key in (word.latin, "stem " + stem(word.latin), "sound " + word.sound):
                        self.holders[key].add(number)
            for acronym in name.acronyms:
                self.holders[acronym].add(number)

    def near(self, query: Name, limit: int) -> list[int]:
        """The names that share most with the query, roughly."""
        told: Counter[int] = Counter()
        for word in query.words:
            best: dict[int, float] = {}
            for spelling, share in ((word.latin, 1.0), *word.options):
                parts = spelling.split()
                for part in parts:
                    for key, worth in ((part, 1.0), ("stem " + stem(part), 0.8), ("sound " + sound(part), 0.7)):
                        for number in self.holders.get(key, ()):
                            best[number] = max(best.get(number, 0.0), worth * share / len(parts))
            for number, share in best.items():
                told[number] += share * word.weight * min(1.0, 40 / len(best) + 0.3)
        for acronym in query.acronyms:
            told.update(dict.fromkeys(self.holders.get(acronym, ()), 5))
        return [number for number, _ in told.most_common(limit)]

    def best(self, query: str, limit: int, candidates: int = 120) -> list[tuple[float, str]]:
        """The best names with their values, best first."""
        name = parse(query, self.kind)
        found = [(rate(name, self.parsed[number]), self.names[number]) for number in self.near(name, candidates)]
        return sorted(found, key=lambda pair: -pair[0])[:limit]


def cross(hardest: int = 3, chance: int = 2, mined: int = 3, seed: int = 7, kind: Kind | None = None) -> list[Pair]:
    """True pairs between scripts, each with wrong ones: the same other-script name beside the Latin names nearest to the true
    one, beside those the engine itself finds, and beside names drawn by chance, all of the same source.
    """
    rows = [row for row in cross_rows() if kind is None or _kind(row.kind) is kind]
    draw = random.Random(seed)
    pools: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        pools[row.source, row.kind][row.latin].add(row.key)
    searched = {key: Pool(names, _kind(key[1])) for key, names in pools.items()}
    found = []
    for row in rows:
        group, what, fold = f"{row.script} {row.kind}", _kind(row.kind), fold_of(row.key)
        found.append(Pair(row.latin, row.other, True, what, group, fold))
        pool = pools[row.source, row.kind]
        names = [name for name, keys in pool.items() if row.key not in keys]
        near = process.extract(row.latin, names, scorer=fuzz.token_set_ratio, limit=hardest)
        wrong = [name for name, _, _ in near] + draw.sample(names, min(chance, len(names)))
        found += [Pair(name, row.other, False, what, group, fold) for name in dict.fromkeys(wrong)]
        best = [name for _, name in searched[row.source, row.kind].best(row.other, mined + 3, 30) if row.key not in pool[name]]
        found += [Pair(name, row.other, False, what, "mined " + group, fold) for name in best[:mined] if name not in wrong]
    return found


def _kind(name: str) -> Kind:
    return Kind.PERSON if name == "person" else Kind.ORGANISATION


def all_pairs(kind: Kind) -> list[Pair]:
    """Everything trained on for names of people, or for all others."""
    from names_made import aliases, made, screened
    from names_mined import mined, numbered

    labelled = [pair for pair in bench() if (pair.kind is Kind.PERSON) == (kind is Kind.PERSON)]
    more = screened() if kind is Kind.PERSON else (*aliases(), *numbered())
    return [*labelled, *cross(kind=kind), *made(kind), *more, *mined(kind)]
