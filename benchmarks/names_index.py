"""Measure the index of names: building, opening, searching, and how often the right name is among the candidates.

    python benchmarks/names_index.py                 the public lists (needs DRAGOMAN_SHARED) and 1,000,000 made names
    python benchmarks/names_index.py --names 200000  fewer made names
    python benchmarks/names_index.py --names 0       the public lists alone

Times are CPU time of this process. The errors are made by `names_lists.spoiled` with a fixed seed; a name counts as found
where a record that bears it, whatever the order of its words, is among the first 1, 10, 20 or 50 candidates.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from names_lists import ERRORS, Row, listed, people_asked, recombined, spoiled
from rapidfuzz import fuzz, process

from dragoman.compare.index import Index, build
from dragoman.compare.name import Kind
from dragoman.compare.parse import parse
from dragoman.text.folding import fold

DEPTHS = (1, 10, 20, 50)
SAMPLE, BRUTE = 2_000, 200
MEGABYTE = 1_000_000


def bag(text: str) -> str:
    """A name whatever the order of its words."""
    return " ".join(sorted(fold(text).replace(",", " ").replace("-", " ").split()))


def memory() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE


def built(rows: Sequence[Row], path: Path) -> Index:
    """Build, print what it took, open."""
    before, used = memory(), time.process_time()
    build(path, rows)
    took = time.process_time() - used
    size = path.stat().st_size / MEGABYTE
    clock = time.perf_counter()
    index = Index.open(path)
    index.search(rows[0][1], rows[0][2], 10)
    first = (time.perf_counter() - clock) * 1000
    print(f"{len(rows):>10,} names   built in {took:.1f} s, {memory() - before:.0f} MB more, file {size:.1f} MB, "
          f"opened and first answer {first:.1f} ms")  # fmt: skip
    return index


def recall(index: Index, what: str, sample: Sequence[Row], bearers: dict[str, set[int]], how: str) -> list[tuple[Row, str]]:
    """Print the recall at each depth and the time a search takes; the rows with what was asked."""
    draw = random.Random(f"{what} {how}")
    asked = [(row, spoiled(draw, row[1], how)) for row in sample]
    names = [parse(text, row[2]) for row, text in asked]
    met, times = dict.fromkeys(DEPTHS, 0), []
    for (row, _), name in zip(asked, names, strict=True):
        clock = time.process_time()
        found = index.search(name, row[2], max(DEPTHS))
        times.append((time.process_time() - clock) * 1000)
        ranks = [place for place, candidate in enumerate(found) if candidate.record in bearers[bag(row[1])]]
        for depth in DEPTHS:
            met[depth] += bool(ranks) and ranks[0] < depth
    shares = "  ".join(f"{met[depth] / len(asked):.4f}" for depth in DEPTHS)
    times.sort()
    print(f"{what:<14}{how:<11}{shares}   {statistics.mean(times):.2f} / {times[len(times) // 2]:.2f} / "
          f"{times[len(times) * 19 // 20]:.2f} ms", flush=True)  # fmt: skip
    return asked


def brute(rows: Sequence[Row], asked: Sequence[tuple[Row, str]], bearers: dict[str, set[int]]) -> None:
    """The same questions by comparing with every name (rapidfuzz token_sort_ratio)."""
    names, used, met = [bag(text) for _, text, _ in rows], time.process_time(), dict.fromkeys(DEPTHS, 0)
    for row, text in asked:
        best = process.extract(bag(text), names, scorer=fuzz.token_sort_ratio, limit=max(DEPTHS))
        ranks = [place for place, (_, _, number) in enumerate(best) if rows[number][0] in bearers[bag(row[1])]]
        for depth in DEPTHS:
            met[depth] += bool(ranks) and ranks[0] < depth
    shares = "  ".join(f"{met[depth] / len(asked):.4f}" for depth in DEPTHS)
    print(f"{'':<14}{'rapidfuzz':<11}{shares}   {(time.process_time() - used) / len(asked) * 1000:.2f} ms, {len(asked)} asked")


def screening(path: Path) -> None:
    """People on the lists and people on none, searched as they come: names a second."""
    for what, names in people_asked().items():
        parsed = [parse(name, Kind.PERSON) for name in names]
        index, used = Index.open(path), time.process_time()
        found = [index.search(name, Kind.PERSON, 20, 0.5) for name in parsed]
        took = time.process_time() - used
        rated = sum(map(len, found)) / len(found)
        print(f"{what:<25}{len(names) / took:>8,.0f} names/s, {rated:.1f} candidates rated 0.5 or more")


def measure(rows: Sequence[Row], path: Path, kinds: Sequence[Kind], errors: Sequence[str], check: bool) -> None:
    """Everything about one list."""
    index = built(rows, path)
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, text, _ in rows:
        bearers[bag(text)].add(number)
    print(f"{'':<25}recall at {' / '.join(map(str, DEPTHS))}            mean / median / 95 %")
    for kind in kinds:
        fit = [row for row in rows if row[2] is kind and row[1].isascii() and len(row[1].split()) > 1]
        for how in errors:
            asked = recall(index, kind.value, random.Random(1).sample(fit, min(SAMPLE, len(fit))), bearers, how)
            if check and how in ("one", "two"):
                brute(rows, asked[:BRUTE], bearers)


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=1_000_000, help="made names, 0 for none")
    made = parser.parse_args().names
    with tempfile.TemporaryDirectory() as folder:
        rows, path = listed(), Path(folder) / "listed"
        measure(rows, path, (Kind.PERSON, Kind.ORGANISATION), ERRORS, True)
        screening(path)
        if made:
            measure(list(recombined(rows, made)), Path(folder) / "made", (Kind.ORGANISATION,), ("one", "two"), False)


if __name__ == "__main__":
    main()
