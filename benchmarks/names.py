"""Names across scripts: the table of docs/measures.md on the development data, Dragoman beside its peers in one process.

    make bench-names                        everything, with the peers in an environment of their own (.venv-bench)
    python benchmarks/names.py --only bench retrieval

Parts: bench (labelled pairs), retrieval (organisations across scripts), threshold (true and wrong pairs across scripts), pairs
(whole records), screening (people with typing errors), eu (EU-listed bodies on the US list), speed, link, start. A peer that
takes hours is run on every n-th row, as the table says. Needs DRAGOMAN_SHARED.
"""

from __future__ import annotations

import argparse
import csv
import gc
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "benchmarks")]

import names_data
import names_lists
import names_peers
import names_screened

from dragoman.compare.index import Index, build
from dragoman.compare.name import Kind, Name
from dragoman.compare.parse import parse
from dragoman.compare.score import THRESHOLD, rate

SHARED = names_lists.SHARED
SLOW = {"nomenklatura logic-v2": 20}  # every n-th query where each is compared with thousands of names
PEER_CUT = {"nomenklatura logic-v2": 0.7, "rapidfuzz token_set": 0.85, "rapidfuzz Levenshtein": 0.85}


def ours(left: str, right: str, schema: str) -> float:
    """Dragoman on two names."""
    kind = Kind.of(schema)
    return rate(_parsed(left, kind), _parsed(right, kind))


_NAMES: dict[tuple[str, Kind], Name] = {}


def _parsed(text: str, kind: Kind) -> Name:
    found = _NAMES.get((text, kind))
    if found is None:
        found = _NAMES[text, kind] = parse(text, kind)
    return found


def f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """F1 of (said, true)."""
    both = said = true = 0
    for one, other in pairs:
        both, said, true = both + (one and other), said + one, true + other
    return 2 * both / max(1, said + true)


def line(what: str, who: str, *figures: str, floor: str = "") -> None:
    """A line of the table."""
    print(f"{what:44} {who:24} {'  '.join(figures):44} {floor}", flush=True)


def bench() -> None:
    """F1 on the labelled pairs, at each method's default threshold."""
    with (SHARED / "data/name-pairs/name_bench_cases.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    for who, method in {"dragoman": ours, **names_peers.named()}.items():
        cut, began = PEER_CUT.get(who, THRESHOLD), time.process_time()
        said = [(r["schema"], method(r["name1"], r["name2"], r["schema"]) >= cut, r["is_match"] == "true") for r in rows]
        spent = 1e6 * (time.process_time() - began) / len(rows)
        parts = [f1((s, t) for schema, s, t in said if wanted(schema)) for wanted in (_all, _body, _person)]
        line(
            "name_bench, F1 all / bodies / persons",
            who,
            " / ".join(f"{v:.3f}" for v in parts),
            f"{spent:.0f} us",
            floor=".84 .89 .82",
        )


def _all(schema: str) -> bool:
    return True


def _person(schema: str) -> bool:
    return schema == "Person"


def _body(schema: str) -> bool:
    return schema in ("Organization", "Company", "LegalEntity", "PublicBody")


def retrieval() -> None:
    """Recall at 1 and 10 of the Latin name of an organisation for its name in another script."""
    rows = [r for r in names_data.cross_rows() if r.kind == "org"]
    pool = sorted({r.latin for r in rows})
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "pool", ((n, name, Kind.ORGANISATION) for n, name in enumerate(pool)))
        index = Index.open(Path(folder) / "pool")
        for script, floor in (("han", ".60 / .80"), ("cyrl", ".82 / .93")):
            asked = [r for r in rows if r.script == script]
            found = [[pool[n] for n, _, _ in index.best(r.other, Kind.ORGANISATION, 10, 0.0, rate)] for r in asked]
            _recall(f"{script} to Latin, R@1 / R@10 ({len(asked)} in {len(pool)})", "dragoman", asked, found, floor)
            for who, method in names_peers.named().items():
                some = asked[:: SLOW.get(who, 2)]
                _recall(
                    f"{script} to Latin, {len(some)} of them", who, some, [_nearest(r.other, pool, method) for r in some], floor
                )


def _nearest(name: str, pool: Sequence[str], method: names_peers.Rate) -> list[str]:
    return sorted(pool, key=lambda other: -method(name, other, "Organization"))[:10]


def _recall(what: str, who: str, asked: Sequence[names_data.CrossRow], found: Sequence[Sequence[str]], floor: str) -> None:
    first = sum(r.latin in names[:1] for r, names in zip(asked, found, strict=True)) / len(asked)
    ten = sum(r.latin in names for r, names in zip(asked, found, strict=True)) / len(asked)
    line(what, who, f"{first:.3f} / {ten:.3f}", floor=floor)


def threshold() -> None:
    """True pairs across scripts above the default threshold, and wrong ones: the nearest by letters and some by chance."""
    rows = [p for p in names_data.cross() if p.group in ("han org", "cyrl org")]
    for who, method in {"dragoman": ours, **names_peers.named()}.items():
        cut, some = PEER_CUT.get(who, THRESHOLD), rows[:: SLOW.get(who, 1)]
        for group, floor in (("han org", ".50 at .03"), ("cyrl org", ".75 at .03")):
            over: dict[bool, list[bool]] = {True: [], False: []}
            for pair in some:
                if pair.group == group:
                    over[pair.same].append(method(pair.left, pair.right, "Organization") >= cut)
            shares = [sum(over[same]) / max(1, len(over[same])) for same in (True, False)]
            line(f"{group}: true / wrong above threshold", who, f"{shares[0]:.3f} / {shares[1]:.3f}", floor=floor)


def pairs() -> None:
    """F1 on judged records, cross-validated; and records compared a second."""
    import train_entities

    rows = list(train_entities.pairs())
    scores = train_entities.validated(rows)
    print("records, ten-fold; 95 % interval in brackets                                   floors 97.0, organisations 94.0")
    train_entities.report(rows, scores, train_entities.best(scores, [r[2] for r in rows]))
    with gzip.open(SHARED / "data/entity-pairs/opensanctions_pairs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        objects = [json.loads(text) for text in lines]
    _paired("dragoman", objects, _compared, None)
    if "nomenklatura logic-v2" in names_peers.named():
        _paired("nomenklatura logic-v2", objects[::3], names_peers.logic_v2_records, 0.7)


def _compared(left: dict[str, Any], right: dict[str, Any]) -> float:
    from dragoman.compare.entities import compare_entities
    from dragoman.compare.record import from_ftm

    return compare_entities(from_ftm(left), from_ftm(right)).value


def _paired(who: str, objects: Sequence[dict[str, Any]], method: Callable[..., float], cut: float | None) -> None:
    method(objects[0]["left"], objects[0]["right"])  # what is loaded once
    began = time.process_time()
    said = [(method(o["left"], o["right"]), o["judgement"] == "positive") for o in objects]
    speed = len(objects) / (time.process_time() - began)
    figure = f"F1 {100 * f1((s >= cut, t) for s, t in said):.2f}" if cut else ""
    line("pairs of records a second", who, f"{speed:,.0f}", figure, floor="3,000")


def screening() -> None:
    """Recall of UN people, as printed and with typing errors, at a false-alarm rate of .010; speed."""
    names = list(names_lists.listed())
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "names", names)
        index = Index.open(Path(folder) / "names")
        truth, queries, errors = names_screened.people(names)
        quiet = names_screened.strangers()
        gc.freeze()  # as workspace/batch.py does: the lists held here for the measure are not walked again
        began = time.process_time()
        alarms = sorted((_top(index, q) for q in quiet), reverse=True)
        speed = len(quiet) / (time.process_time() - began)
        cut = alarms[int(0.01 * len(alarms))] + 1e-9
        for what, asked in (("with errors", errors), ("as printed", queries)):
            met = sum(_meets(index, q, t, cut) for q, t in zip(asked, truth, strict=True)) / len(asked)
            line(f"people {what}, recall at .010 false alarms", "dragoman", f"{met:.4f}", f"cut {cut:.3f}", floor=".990")
        usual = sum(a >= THRESHOLD for a in alarms) / len(alarms)
        line("false alarms at the default threshold", "dragoman", f"{usual:.4f}", floor=".010")
        line(f"names screened a second, {len(names):,} names", "dragoman", f"{speed:,.0f}", floor="1,000")


def _top(index: Index, name: str) -> float:
    return next((value for _, _, value in index.best(name, Kind.PERSON, 1, 0.0, rate)), 0.0)


def _meets(index: Index, name: str, records: set[int], cut: float) -> bool:
    return any(r in records and v >= cut for r, _, v in index.best(name, Kind.PERSON, 10, 0.0, rate))


def eu() -> None:
    """EU-listed bodies found on the US list (bodies that share a tax or registration number), at one other alarm a query.

    Other alarms are counted twice: every record that has not the number, and those that bear no name of the body either.
    """
    rows, listed, truth = names_screened.eu_on_us()
    known = names_screened.bodies(listed)
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "names", listed)
        index = Index.open(Path(folder) / "names")
        for script, pattern, floor in (("English", "[a-z]", ".92"), ("Cyrillic", "[а-я]", ".88")):
            asked = [
                (q, names, truth[n])
                for n, names in rows
                if (q := next((m for m in names if re.search(pattern, m.lower())), ""))
            ]
            met = other = alien = 0
            for query, names, records in asked:
                hits = [r for r, _, _ in index.best(query, Kind.ORGANISATION, 20, THRESHOLD, rate)]
                met, other = met + any(r in records for r in hits), other + sum(r not in records for r in hits)
                alien += sum(not names_screened.same_body(r, names, records, known) for r in hits)
            counts = f"{alien / len(asked):.2f} of another body a query ({other / len(asked):.2f} of another record)"
            figures = f"{met / len(asked):.3f}", counts
            line(f"EU body on the US list, {script} ({len(asked)})", "dragoman", *figures, floor=floor)


def link() -> None:
    """200,000 x 200,000 made organisation records, and Splink on the same tables where it is installed."""
    from importlib.util import find_spec

    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{side}.csv" for side in ("left", "right")]
        source = SHARED / "data/watchlist-us-csl/csl_2025-05_full.csv.gz"
        tool = [sys.executable, str(SHARED / "tools/make_orgs.py"), "--names", str(source), "--column", "name"]
        subprocess.run([*tool, "--n", "200000", "--left", str(files[0]), "--right", str(files[1])], check=True)
        truth = [{r["id"]: r["entity"] for r in _rows(f)} for f in files]
        _linked("dragoman", truth, lambda: _dragoman_links(files))
        if find_spec("splink"):
            _linked("splink", truth, lambda: names_peers.splink_links(str(files[0]), str(files[1])))


def _dragoman_links(files: Sequence[Path]) -> list[tuple[str, str]]:
    from dragoman.bulk.linking import Party
    from dragoman.bulk.linking import link as linked

    tables = [[Party(r["id"], r["name"], r["country"], r["city"], r["registration"]) for r in _rows(f)] for f in files]
    return [(found.left, found.right) for found in linked(*tables).links]


def _linked(who: str, truth: Sequence[dict[str, str]], method: Callable[[], list[tuple[str, str]]]) -> None:
    began = time.process_time()
    links = method()
    spent = time.process_time() - began
    right = sum(truth[0][ours] == truth[1][theirs] for ours, theirs in links)
    both = len(set(truth[0].values()) & set(truth[1].values()))
    line(
        "200,000 x 200,000 records linked, F1; CPU s",
        who,
        f"{2 * right / (len(links) + both):.3f}; {spent:.0f} s",
        floor=".93; 100 s",
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def start() -> None:
    """From the command to the first answer, compiled list, best of five."""
    with tempfile.TemporaryDirectory() as folder:
        around = os.environ | {"DRAGOMAN_LISTS": folder}
        source = SHARED / "data/watchlist-us-csl/csl_2025-05_full.csv.gz"
        run = [sys.executable, "-m", "dragoman"]
        subprocess.run([*run, "lists", "add", "csl", str(source)], env=around, check=True, capture_output=True, cwd=folder)
        times = []
        for _ in range(5):
            began = time.perf_counter()
            subprocess.run(
                [*run, "screen", "Harbin Engineering University"], env=around, check=True, capture_output=True, cwd=folder
            )
            times.append(time.perf_counter() - began)
    line("start to first answer, one name", "dragoman", f"{min(times):.2f} s", floor="0.7 s")


PARTS: dict[str, Callable[[], None]] = {
    f.__name__: f for f in (bench, retrieval, threshold, pairs, screening, eu, link, start)
}  # fmt: skip


def main() -> None:
    """Run the parts asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    for part in ask.parse_args().only:
        PARTS[part]()


if __name__ == "__main__":
    main()
