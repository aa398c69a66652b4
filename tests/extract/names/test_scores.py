"""The floors: strict F1 on the development sets and on our own Chinese sentences, patterns alone and with models."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "scripts"))

import score_ner  # noqa: E402

from dragoman.extract.names import models  # noqa: E402

# Set, with models or not, floors of ORG, PER, LOC in per cent; 0 where no floor is wanted.
FLOORS = [
    ("redocred", False, (47, 0, 48)),
    ("politics", False, (64, 0, 53)),
    ("redocred", True, (55, 76, 74)),
    ("politics", True, (63, 85, 70)),
    ("factrueval", True, (62, 92, 84)),
    ("zh", True, (88, 90, 88)),
    ("zh2", True, (88, 85, 88)),
]


@pytest.mark.slow
@pytest.mark.parametrize(("chosen", "with_models", "floors"), FLOORS)
def test_floor(chosen: str, with_models: bool, floors: tuple[int, int, int]) -> None:
    if not chosen.startswith("zh") and not score_ner.SHARED.is_dir():
        pytest.skip("the shared gold is not here (set DRAGOMAN_SHARED)")
    if with_models and not all(models.installed(lang) for lang in models.PACKAGES):
        absent = pytest.fail if os.environ.get("CI") else pytest.skip
        absent("the models extra is not installed")
    counts, _, _ = score_ner.score(score_ner.SETS[chosen](), with_models)
    reached = [100 * score_ner.figures(counts, kind)[2] for kind in score_ner.TYPES]
    assert all(mine >= floor for mine, floor in zip(reached, floors, strict=True)), (chosen, reached)


def test_a_marked_line_gives_text_and_names() -> None:
    text, gold = score_ner.unmark("[ORG 中国科学院]在[LOC 北京]。")
    assert text == "中国科学院在北京。"
    assert gold == {(0, 5, "ORG"), (6, 8, "LOC")}
