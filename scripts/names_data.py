"""Pairs of names to train and measure on: read from the shared data, split by a hash of the key. Nothing of them is committed."""

from __future__ import annotations

import csv
import gzip
import os
import random
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from dragoman.compare.name import Kind

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
    ("bench", True): 6.0,
    ("bench", False): 6.0,
    ("made person", True): 0.3,
    ("made person", False): 0.3,
    ("near person", False): 0.1,
    ("made organisation", True): 0.3,
    ("made organisation", False): 0.3,
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


def cross(hardest: int = 3, chance: int = 2, seed: int = 7) -> list[Pair]:
    """True pairs between scripts, each with wrong ones: the same other-script name beside the Latin names nearest to the true
    one, and beside names drawn by chance, all of the same source.
    """
    rows = cross_rows()
    draw = random.Random(seed)
    pools: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        pools[row.source, row.kind][row.latin].add(row.key)
    found = []
    for row in rows:
        group = f"{row.script} {row.kind}"
        kind = Kind.PERSON if row.kind == "person" else Kind.ORGANISATION
        fold = fold_of(row.key)
        found.append(Pair(row.latin, row.other, True, kind, group, fold))
        pool = pools[row.source, row.kind]
        names = [name for name, keys in pool.items() if row.key not in keys]
        near = process.extract(row.latin, names, scorer=fuzz.token_set_ratio, limit=hardest)
        wrong = [name for name, _, _ in near] + draw.sample(names, min(chance, len(names)))
        found += [Pair(name, row.other, False, kind, group, fold) for name in dict.fromkeys(wrong)]
    return found


def all_pairs() -> list[Pair]:
    """Everything trained on."""
    from names_made import made

    return bench() + cross() + list(made())
