"""Floors of the names engine: what it must reach on the shared development data, held by tests/test_names_gate.py.

    python scripts/names_floors.py            # reached, beside the floors
    python scripts/names_floors.py --raise    # lift floors that are passed by more than their slack; none is ever lowered

Retrieval, pairs between scripts and alarms are measured on parts that nobody read one by one (a fold of the keys, names left
out of training); the weights of the engine are trained on all folds, so the figures guard against change and promise no more.
`scripts/train_names.py --check` prints the same figures cross-validated.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from names_data import DATA, CrossRow, bench, cross_rows, fold_of
from rapidfuzz import fuzz, process

from dragoman.compare.index import Index, build
from dragoman.compare.name import Kind
from dragoman.compare.parse import parse
from dragoman.compare.score import REVIEW, THRESHOLD, rate

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

import names_alarms
import names_lists
import names_screened
from names_namesakes import Namesakes
from names_strangers import GROUPS

FLOORS = Path(__file__).parents[1] / "tests/gold/names_floors.json"
HELD = 0  # the fold of the pairs between scripts that is measured
SLACK = 0.01  # how far under what was reached a floor is set
ALARMS = 200  # strangers of a group
AT_MOST = ("wrong", "alarms")  # figures that may only fall


def f1(said: Iterable[bool], truth: Iterable[bool]) -> float:
    """F1 of what was said."""
    pairs = list(zip(said, truth, strict=True))
    return 2 * sum(s and t for s, t in pairs) / max(1, sum(s + t for s, t in pairs))


def same(left: str, right: str, kind: Kind) -> bool:
    """Whether two names count as the same at the default threshold."""
    return rate(parse(left, kind), parse(right, kind)) >= THRESHOLD


def name_bench() -> dict[str, float]:
    """F1 on the labelled pairs of names."""
    pairs = bench()
    said = [same(p.left, p.right, p.kind) for p in pairs]
    parts = {"all": set(Kind), "bodies": {Kind.ORGANISATION}, "people": {Kind.PERSON}}
    chosen = {name: [(s, p.same) for s, p in zip(said, pairs, strict=True) if p.kind in kinds] for name, kinds in parts.items()}
    return {f"name_bench {name} F1": f1(*zip(*rows, strict=True)) for name, rows in chosen.items()}


def _held(script: str) -> list[CrossRow]:
    return [row for row in cross_rows() if row.kind == "org" and row.script == script and fold_of(row.key) == HELD]


def retrieval() -> dict[str, float]:
    """Recall at 1 and 10 of the Latin name for the Chinese or Russian one, among all Latin names of organisations."""
    pool = sorted({row.latin for row in cross_rows() if row.kind == "org"})
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "pool", ((number, name, Kind.ORGANISATION) for number, name in enumerate(pool)))
        index = Index.open(Path(folder) / "pool")
        for script in ("han", "cyrl"):
            hits = [
                (row.latin, [pool[n] for n, _, _ in index.best(row.other, Kind.ORGANISATION, 10, 0.0, rate)])
                for row in _held(script)
            ]
            found[f"{script} R@1"] = sum(latin in best[:1] for latin, best in hits) / len(hits)
            found[f"{script} R@10"] = sum(latin in best for latin, best in hits) / len(hits)
    return found


def between_scripts() -> dict[str, float]:
    """Shares of true pairs, and of wrong ones (the three names nearest in letters to the true one), over the threshold."""
    found = {}
    for script in ("han", "cyrl"):
        rows = _held(script)
        latin = sorted({row.latin for row in rows})
        true = [same(row.latin, row.other, Kind.ORGANISATION) for row in rows]
        wrong = [
            same(name, row.other, Kind.ORGANISATION)
            for row in rows
            for name, _, _ in process.extract(row.latin, latin, scorer=fuzz.token_set_ratio, limit=4)
            if name not in {r.latin for r in rows if r.other == row.other or r.key == row.key}
        ]
        found[f"{script} true"], found[f"{script} wrong"] = sum(true) / len(true), sum(wrong) / len(wrong)
    return found


def records() -> dict[str, float]:
    """F1 on judged pairs of records."""
    from dragoman.compare.entities import compare_entities, threshold
    from dragoman.compare.record import from_ftm

    with gzip.open(DATA / "entity-pairs/opensanctions_pairs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        objects: list[dict[str, Any]] = [json.loads(text) for text in lines]
    cut = threshold()
    said = [compare_entities(from_ftm(o["left"]), from_ftm(o["right"])).value >= cut for o in objects]
    truth = [o["judgement"] == "positive" for o in objects]
    bodies = [o["left"]["schema"] != "Person" for o in objects]
    rows = [(s, t) for s, t, b in zip(said, truth, bodies, strict=True) if b]
    return {"records F1": f1(said, truth), "records of bodies F1": f1(*zip(*rows, strict=True))}


def screening() -> dict[str, float]:
    """Listed people with errors, at the threshold and at .010 false alarms, or by two names alone; alarms of strangers."""
    listed = names_lists.listed()
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "names", listed)
        index, known = Index.open(Path(folder) / "names"), Namesakes()
        truth, _, errors = names_screened.people(listed)
        met = [_met(index, name, records) for name, records in zip(errors, truth, strict=True)]
        quiet = sorted([_met(index, name) for name in names_screened.strangers()], reverse=True)
        cut = quiet[int(0.01 * len(quiet))]
        short = [_met(index, name, records) for name, records in names_screened.shortened(listed)]
        groups = [names_alarms.count(group, group.names(ALARMS), index, known) for group in GROUPS]
    shares = [group.alarms / group.asked for group in groups if group.asked >= ALARMS]
    return {
        "people with errors found": _share(met, THRESHOLD),
        "people with errors found at .010": sum(value > cut for value in met) / len(met),
        "people by given and family name found": _share(short, THRESHOLD),
        "people by given and family name shown": _share(short, REVIEW),
        "alarms of strangers": sum(shares) / len(shares),
        "alarms of the worst group": max(shares),
    }


def _met(index: Index, name: str, records: set[int] | None = None) -> float:
    """The value of the best of the records, or of any."""
    found = index.best(name, Kind.PERSON, 10, 0.0, rate)
    return max([value for record, _, value in found if records is None or record in records], default=0.0)


def _share(found: list[float], least: float) -> float:
    return sum(value >= least for value in found) / len(found)


PARTS: dict[str, Callable[[], dict[str, float]]] = {
    f.__name__: f for f in (name_bench, retrieval, between_scripts, records, screening)
}  # fmt: skip


def floors() -> dict[str, dict[str, float]]:
    """The floors that are set, by part."""
    found: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return found


def at_most(figure: str) -> bool:
    """Whether the floor of a figure is a ceiling: shares of wrong answers."""
    return any(word in figure for word in AT_MOST)


def raised(old: float | None, figure: str, reached: float) -> float:
    """The floor after a measurement: never easier than before."""
    if at_most(figure):
        new = round(reached + SLACK, 3)
        return new if old is None else min(old, new)
    new = round(reached - SLACK, 3)
    return new if old is None else max(old, new)


def main() -> None:
    """Print what is reached; lift the floors when asked."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--raise", dest="lift", action="store_true")
    told, old = ask.parse_args(), floors()
    new: dict[str, dict[str, float]] = {}
    for part, measure in PARTS.items():
        new[part] = {}
        for figure, value in measure().items():
            floor = old.get(part, {}).get(figure)
            print(f"{part:16} {figure:28} {value:.4f}  floor {'none' if floor is None else floor}", flush=True)
            new[part][figure] = raised(floor, figure, value)
    if told.lift:
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
