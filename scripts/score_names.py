"""Figures of the names engine on the development data.

    python scripts/score_names.py

Weights were trained on the same pairs (scripts/train_names.py prints figures of parts kept out); these figures do not
promise the same on other data. The gate is scripts/names_floors.py.
"""

from __future__ import annotations

import argparse
import time

from names_data import Pair, Pool, bench, cross, cross_rows

from dragoman.compare import THRESHOLD, Kind, compare_names, parse, rate

TWENTY = (  # the wrong cases of peers in the measures: left, right, the same or not
    ("哈尔滨工程大学", "Harbin Engineering University", True),
    ("Гринекс", "Grinex", True),
    ('Батальон "Кальмиус"', "Kalmius battalion", True),
    ("Силы специальных операций", "Special Operations Forces", True),
    ("Объединённая авиастроительная корпорация", "United Aircraft Corporation", True),
    ("Северная верфь", "Severnaya Shipyard", True),
    ("Акционерное общество “Муромский приборостроительный завод”", "Murom instrument plant", True),
    ("Photon Pro LLC", "Photon Pro LLP", True),
    ("Uralmashplant JSC", "URALMASHPLANT", True),
    ("Special Technological Center", "Special Technology Center", True),
    ("UEC Klimov", "ODK-Klimov", True),
    ("PSB Bank", "Promsvyazbank", True),
    ("Progress Arsenyev", 'Progress Arsenyev "named after N.I. Sazikin"', True),
    ("Electronic Component Industries", "Electronic Components Industries (ECI)", True),
    ("Industrial and Commercial Bank of Chad", "Industrial and Commercial Bank of China", False),
    ("L & H Sweden, AB", "L & H Mendez Sweden, AB", False),
    ("voestalpine GmbH", "voestalpine GmbH & Co KG", False),
    ("哈尔滨仓储有限公司第四分库", "哈尔滨仓储有限公司第五分库", False),
    ("Electronic System Group", "Electronics Katrangi Group", False),
    ("VTB", "VTB (Kiev)", False),
)


def f1(pairs: list[Pair]) -> tuple[float, float, float]:
    """F1, precision and recall at the default threshold."""
    good = hits = 0
    for pair in pairs:
        hit = value(pair) >= THRESHOLD
        hits += hit
        good += hit and pair.same
    same = sum(pair.same for pair in pairs)
    return 2 * good / (same + hits), good / max(hits, 1), good / same


def value(pair: Pair) -> float:
    """The value of a pair."""
    return rate(parse(pair.left, pair.kind), parse(pair.right, pair.kind))


def benchmark() -> dict[str, float]:
    """F1 of the name benchmark: all, organisations, people."""
    pairs = bench()
    sets = {
        "all": pairs,
        "organisations": [p for p in pairs if p.kind is not Kind.PERSON],
        "people": [p for p in pairs if p.kind is Kind.PERSON],
    }
    found = {}
    for name, chosen in sets.items():
        score, precision, recall = f1(chosen)
        print(f"name_bench {name:14} F1 {score:.3f}  precision {precision:.3f}  recall {recall:.3f}  ({len(chosen)} pairs)")
        found[f"bench {name}"] = score
    return found


def between_scripts() -> dict[str, float]:
    """Shares of true and wrong pairs of organisations above the default threshold."""
    found = {}
    pairs = [pair for pair in cross(mined=0) if pair.kind is Kind.ORGANISATION]
    for script, name in (("han", "zh"), ("cyrl", "ru")):
        for same in (True, False):
            values = [value(pair) >= THRESHOLD for pair in pairs if pair.group == f"{script} org" and pair.same is same]
            found[f"{name} {'true' if same else 'wrong'}"] = sum(values) / len(values)
        print(
            f"pairs between scripts, {name}: above the threshold {found[name + ' true']:.3f} of true, "
            f"{found[name + ' wrong']:.3f} of wrong"
        )
    return found


def retrieval() -> dict[str, float]:
    """Recall at 1 and at 10 of the English name among the Latin names of organisations."""
    rows = [row for row in cross_rows() if row.kind == "org"]
    pool = Pool(sorted({row.latin for row in rows}), Kind.ORGANISATION)
    found = {}
    for script, name in (("han", "zh"), ("cyrl", "ru")):
        truth: dict[str, set[str]] = {}
        for row in rows:
            if row.script == script:
                truth.setdefault(row.other, set()).add(row.latin)
        best = {query: [latin for _, latin in pool.best(query, 10)] for query in truth}
        found[f"{name} R@1"] = sum(best[query][:1] != [] and best[query][0] in want for query, want in truth.items()) / len(
            truth
        )
        found[f"{name} R@10"] = sum(not want.isdisjoint(best[query]) for query, want in truth.items()) / len(truth)
        print(
            f"{name} to English, pool {len(pool.names)}: R@1 {found[name + ' R@1']:.3f}  "
            f"R@10 {found[name + ' R@10']:.3f}  ({len(truth)} queries)"
        )
    return found


def twenty() -> dict[str, float]:
    """The wrong cases of peers."""
    right = 0
    for left, right_name, same in TWENTY:
        got = compare_names(left, right_name, Kind.ORGANISATION).value
        fits = (got >= THRESHOLD) is same
        right += fits
        print(f"{'right' if fits else 'WRONG'} {got:.3f} {'same' if same else 'other':5} {left} | {right_name}")
    return {"cases of peers": right / len(TWENTY)}


def speed() -> None:
    """Microseconds of taking apart and of comparing, on this machine."""
    pairs = [pair for pair in bench() if pair.left.isascii()]
    start = time.process_time()
    parsed = [(parse(pair.left, pair.kind), parse(pair.right, pair.kind)) for pair in pairs]
    middle = time.process_time()
    for left, right in parsed:
        rate(left, right)
    end = time.process_time()
    print(f"parse {(middle - start) / len(pairs) / 2 * 1e6:.0f} us, rate {(end - middle) / len(pairs) * 1e6:.0f} us")


def main() -> None:
    """Print everything."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    benchmark()
    between_scripts()
    retrieval()
    twenty()
    speed()


if __name__ == "__main__":
    main()
