"""Train the weights of the names engine (src/dragoman/data/name_weights.json) on the development data.

    python scripts/train_names.py bodies            # five parts: figures of each on what it has not seen; then train on all
    python scripts/train_names.py people --check    # the figures alone

Logistic regression with weights held to their sign (a word replaced never helps), fitted by Newton steps. The wrong pairs that
are looked for by the engine are looked for with the weights `START`, never with those trained before, so that a run depends on
data and code alone. Bodies and people are trained apart: a run writes its own two models. Needs numpy.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from names_data import Pair, all_pairs

from dragoman.compare import score
from dragoman.compare.align import align
from dragoman.compare.features import NAMES, features
from dragoman.compare.name import Kind
from dragoman.compare.parse import parse
from dragoman.compare.prepared import prepared
from dragoman.compare.score import models_of

TARGET = Path(__file__).parents[1] / "src/dragoman/data/name_weights.json"
POSITIVE = {
    "agreed",
    "agreed_well",
    "least_covered",
    "foreign_covered",
    "latin_covered",
    "information",
    "acronym",
    "form_same",
    "joined",
}
FREE = {"single"}  # what tells either way
# Guards: weights no data may talk away (log-odds). A number that differs, a patronymic that differs, a place that was added.
AT_MOST = {
    "number_conflict": -4.0,
    "part_added": -2.5,
    "inside": -0.5,
    "patronymic_conflict": -2.5,
    "place_added": -2.5,
    "place_conflict": -2.0,
    "core_missed": -0.5,
    "letters_alone": -6.0,
    "sort_conflict": -2.0,
}
# The same where translation leaves no doubt of a word.
ONE_SCRIPT = {
    "replaced": -1.5,
    "replaced_core": -1.0,
    "inside": -0.8,
    "place_added": -3.5,
    "core_missed": -2.5,
    "common_alone": -2.0,
    "part_alone": -1.5,
}
BODIES_IN_ONE_SCRIPT = {"place_conflict": -2.5}
# Weights pairs are mined with (log-odds).
START = {"agreed": 6.0, "information": 0.5, "replaced": -2.0, "core_missed": -2.0, "letters_alone": -4.0}
START_PRIOR = -3.0
KINDS = {"bodies": Kind.ORGANISATION, "people": Kind.PERSON}
RIDGE = 0.3
STEPS = 400


def rows_of(pairs: list[Pair]) -> list[tuple[str, list[float]]]:
    """Model and figures of each pair."""
    found = []
    names: dict[tuple[str, str], object] = {}
    for pair in pairs:
        for text in (pair.left, pair.right):
            if (text, pair.kind) not in names:
                names[text, pair.kind] = parse(text, pair.kind)
        left, right = names[pair.left, pair.kind], names[pair.right, pair.kind]
        found.append((models_of(left, right)[0], features(left, right, align(prepared(left), prepared(right)))))
    return found


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, model: str) -> np.ndarray:
    """Weights (the last is the prior) under the sign limits."""
    x = np.hstack([x, np.ones((len(x), 1))])
    at_most = AT_MOST if model.endswith("across") else AT_MOST | ONE_SCRIPT
    if model == "organisation":
        at_most |= BODIES_IN_ONE_SCRIPT
    low = np.array([0.0 if n in POSITIVE else -np.inf for n in NAMES] + [-np.inf])
    high = np.array([np.inf if n in POSITIVE or n in FREE else at_most.get(n, 0.0) for n in NAMES] + [np.inf])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[-1] = 0.0
    b = np.clip(np.zeros(x.shape[1]), low, high)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ b, -30, 30)))
        gradient = x.T @ (w * (p - y)) + ridge * b
        free = ~(((b <= low) & (gradient > 0)) | ((b >= high) & (gradient < 0)))
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-6)
        step = np.zeros_like(b)
        step[free] = np.linalg.solve(hessian[np.ix_(free, free)], gradient[free])
        new = _shorter(b, step, lambda v: _loss(x, y, w, ridge, v), low, high)
        if np.abs(new - b).max() < 1e-5:
            break
        b = new
    return b


def _loss(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: np.ndarray, b: np.ndarray) -> float:
    odds = x @ b
    return float((w * (np.logaddexp(0, odds) - y * odds)).sum() + (ridge * b * b).sum() / 2)


def _shorter(
    b: np.ndarray, step: np.ndarray, loss: Callable[[np.ndarray], float], low: np.ndarray, high: np.ndarray
) -> np.ndarray:
    """The step, halved until it helps."""
    now, length = loss(b), 1.0
    while length > 1e-6:
        new = np.clip(b - length * step, low, high)
        if loss(new) < now:
            return new
        length /= 2
    return b


def weights_of(pairs: list[Pair]) -> np.ndarray:
    """How much each pair counts (names_data.WEIGHTS)."""
    return np.array([pair.weight for pair in pairs])


def train(pairs: list[Pair], rows: list[tuple[str, list[float]]], use: np.ndarray) -> dict[str, np.ndarray]:
    """The weights of each model, trained on the pairs that `use` marks."""
    models = np.array([model for model, _ in rows])
    x = np.array([figures for _, figures in rows])
    y = np.array([float(pair.same) for pair in pairs])
    w = weights_of(pairs)
    chosen = {m: use & (models == m) for m in sorted(set(models))}
    return {m: fit(x[at], y[at], w[at], m) for m, at in chosen.items()}


def values(models: dict[str, np.ndarray], rows: list[tuple[str, list[float]]]) -> np.ndarray:
    """Probabilities."""
    odds = np.array([models[m][-1] + models[m][:-1] @ np.array(f) if m in models else -9 for m, f in rows])
    return 1 / (1 + np.exp(-odds))


def report(pairs: list[Pair], p: np.ndarray) -> None:
    """F1 of the benchmark, shares above the threshold of the others."""
    at = [i for i, q in enumerate(pairs) if q.group == "bench"]
    same, hit = np.array([pairs[i].same for i in at]), p[at] >= 0.5
    good = (same & hit).sum()
    figures = f"F1 {2 * good / (same.sum() + hit.sum()):.3f} P {good / max(hit.sum(), 1):.3f} R {good / same.sum():.3f}"
    print(f"name_bench {figures} n {len(at)}")
    for group in sorted({q.group for q in pairs} - {"bench"}):
        same = [p[i] for i, q in enumerate(pairs) if q.group == group and q.same]
        wrong = [p[i] for i, q in enumerate(pairs) if q.group == group and not q.same]
        line = f"{group:14} true {np.mean(np.array(same) >= 0.5):.3f} of {len(same)}" if same else f"{group:14}"
        print(line, f"wrong {np.mean(np.array(wrong) >= 0.5):.3f} of {len(wrong)}" if wrong else "")


def begin_plainly() -> None:
    """Let the engine rate with `START`."""
    plain = START_PRIOR, tuple(START.get(name, 0.0) for name in NAMES)
    models = dict.fromkeys(f"{kind}{across}" for kind in ("organisation", "person") for across in ("", "_across"))
    score.parameters = lambda: dict.fromkeys(models, plain)


def main() -> None:
    """Measure on parts kept out, then train on all and write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("kind", choices=KINDS)
    arguments.add_argument("--check", action="store_true")
    arguments.add_argument("--wrong", action="store_true", help="wrong cases of parts 1-4")
    told = arguments.parse_args()
    begin_plainly()
    pairs = all_pairs(KINDS[told.kind])
    rows = rows_of(pairs)
    folds = np.array([pair.fold for pair in pairs])
    p = np.zeros(len(pairs))
    for part in range(5):
        models = train(pairs, rows, folds != part)
        p[folds == part] = values(models, rows)[folds == part]
    report(pairs, p)
    if told.wrong:
        for pair, value, (_, figures) in zip(pairs, p, rows, strict=True):
            if pair.group == "bench" and pair.fold and (value >= 0.5) != pair.same:
                shown = {n: round(f, 2) for n, f in zip(NAMES, figures, strict=True) if f}
                print(f"{value:.2f} {pair.same} {pair.left} | {pair.right} {shown}")
    if not told.check:
        models = train(pairs, rows, folds >= 0)
        write({name: weights for name, weights in models.items() if name.startswith(KINDS[told.kind])})


def write(models: dict[str, np.ndarray]) -> None:
    """The parameters as readable JSON, beside those of the other kind."""
    out = json.loads(TARGET.read_text(encoding="utf-8"))["models"] | {
        m: {
            "prior": round(float(b[-1]), 3),
            "weights": {n: round(float(v), 3) for n, v in zip(NAMES, b[:-1], strict=True) if abs(v) > 5e-4},
        }
        for m, b in models.items()
    }
    TARGET.write_text(json.dumps({"models": out}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
