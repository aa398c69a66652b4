"""Learn the weights of compare/entities.py from judged pairs of records; needs scikit-learn (extra `train`).

    python scripts/train_entities.py                cross-validated F1 with its interval, nothing written
    python scripts/train_entities.py --write        learn on all pairs and write compare/entities.json
    python scripts/train_entities.py --wrong        the pairs that cross-validation gets wrong, for reading

Data: $DRAGOMAN_SHARED/data/entity-pairs (OpenSanctions Pairs, arXiv 2603.11051; only weights are kept). A logistic regression
with L2 over the levels, one for people, one for all others; the threshold is the one of the best F1 over all folds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.compare.entities import kind_of, levels_of, log_odds, model_of
from dragoman.compare.record import Record, from_ftm

FOLDS = 10
STRENGTH = 1.0  # inverse of the L2 penalty; .3 to 3 give the same F1 within its interval
TARGET = Path(__file__).parents[1] / "src/dragoman/compare/entities.json"

Pair = tuple[str, dict[str, float], bool, int, Any]  # model, levels, judged the same, fold, the pair itself


def pairs() -> Iterator[Pair]:
    """Every judged pair with its levels; the fold follows from the ids, so it is stable."""
    shared = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[2] / "shared"))
    with gzip.open(shared / "data/entity-pairs/opensanctions_pairs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            left, right = from_ftm(row["left"]), from_ftm(row["right"])
            kind = kind_of(left, right)
            levels = {name: amount for name, amount, _, _ in levels_of(left, right, kind)}
            model = model_of(kind)
            yield (
                model,
                levels,
                row["judgement"] == "positive",
                zlib.crc32(f"{left.id} {right.id}".encode()) % FOLDS,
                (left, right),
            )


def learn(rows: Sequence[Pair]) -> dict[str, float]:
    """Weights by level, `start` among them."""
    from sklearn.linear_model import LogisticRegression

    names = sorted({name for row in rows for name in row[1]})
    table = [[row[1].get(name, 0.0) for name in names] for row in rows]
    made = LogisticRegression(C=STRENGTH, max_iter=5000).fit(table, [row[2] for row in rows])
    return {"start": round(float(made.intercept_[0]), 4)} | {
        n: round(float(w), 4) for n, w in zip(names, made.coef_[0], strict=True)
    }


def f1(said: Sequence[bool], truth: Sequence[bool]) -> float:
    """F1 of the pairs said to be the same."""
    both = sum(s and t for s, t in zip(said, truth, strict=True))
    return 2 * both / max(1, sum(said) + sum(truth))


def validated(rows: Sequence[Pair]) -> list[float]:
    """The log-odds of each pair by weights learned without its fold."""
    out = [0.0] * len(rows)
    for model in ("person", "organisation"):
        for fold in range(FOLDS):
            weights = learn([r for r in rows if r[0] == model and r[3] != fold])
            for number, row in enumerate(rows):
                if row[0] == model and row[3] == fold:
                    out[number] = log_odds(weights, row[1])
    return out


def best(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """The log-odds of the best F1: the middle of the widest stretch within a thousandth of it."""
    found = sorted((f1([s >= cut for s in scores], truth), cut) for cut in (n / 20 for n in range(-60, 61)))
    near = sorted(cut for value, cut in found if value >= found[-1][0] - 0.001)
    return near[len(near) // 2]


def report(rows: Sequence[Pair], scores: Sequence[float], cut: float) -> None:
    """F1 over all, people and the others, with the 95 % interval of 1,000 draws."""
    for title, chosen in (("all", ("person", "organisation")), ("person", ("person",)), ("organisation", ("organisation",))):
        kept = [(s >= cut, r[2]) for s, r in zip(scores, rows, strict=True) if r[0] in chosen]
        chance = random.Random(1)
        whole = f1(*zip(*kept, strict=True))
        draws = sorted(f1(*zip(*chance.choices(kept, k=len(kept)), strict=True)) for _ in range(1000))
        print(f"{title:14}{len(kept):5} pairs  F1 {100 * whole:.2f}  ({100 * draws[25]:.1f}-{100 * draws[974]:.1f})")


def shown(record: Record) -> str:
    """A record in a line."""
    said = {k: list(v)[:5] for k, v in record.properties.items() if k not in ("topics", "sourceUrl", "notes", "addressEntity")}
    return f"   {record.schema} {sorted(record.sources)[:4]} {json.dumps(said, ensure_ascii=False)[:700]}"


def main() -> None:
    """Cross-validate, and write the weights when asked to."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--wrong", action="store_true")
    options = ask.parse_args()
    rows = list(pairs())
    scores, truth = validated(rows), [row[2] for row in rows]
    cut = best(scores, truth)
    report(rows, scores, cut)
    if options.wrong:
        for score, row in zip(scores, rows, strict=True):
            if (score >= cut) != row[2]:
                print(f"{row[0]} judged {'same' if row[2] else 'different'}, log-odds {score:.2f}, {row[1]}")
                print(shown(row[4][0]), shown(row[4][1]), sep="\n")
    if options.write:
        models = {model: learn([r for r in rows if r[0] == model]) for model in ("person", "organisation")}
        probability = 1 / (1 + 2.718281828**-cut)
        TARGET.write_text(json.dumps({"threshold": round(probability, 4), "models": models}, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
