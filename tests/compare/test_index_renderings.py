"""Words rendered by several words lead to the names that hold those, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.compare.index import Index, build
from dragoman.compare.name import Kind
from dragoman.compare.score import rate

PAIRS = (
    ("中国科学院", "Chinese Academy of Sciences"),
    ("国防大学", "National Defense University"),
    ("科学技术部", "Ministry of Science and Technology"),
    ("中国地质大学", "China University of Geosciences"),
    ("МЧС", "Ministry of Emergency Situations"),
)


def found(folder: Path, listed: list[str], query: str) -> str:
    """The listed name that is rated best for the query."""
    build(folder / "names", ((number, name, Kind.ORGANISATION) for number, name in enumerate(listed)))
    best = Index.open(folder / "names").best(query, Kind.ORGANISATION, 1, 0.0, rate)
    return listed[best[0][0]] if best else ""


@pytest.mark.parametrize(("foreign", "latin"), PAIRS)
def test_name_of_one_word_leads_to_its_translation(tmp_path: Path, foreign: str, latin: str) -> None:
    listed = [name for _, name in PAIRS] + ["National University of Ireland", "Academy of Music", "Ministry of Sport"]
    assert found(tmp_path, listed, foreign) == latin


@pytest.mark.parametrize(("foreign", "latin"), PAIRS)
def test_translation_leads_to_the_name_of_one_word(tmp_path: Path, foreign: str, latin: str) -> None:
    assert found(tmp_path, [name for name, _ in PAIRS] + ["清华大学", "教育部"], latin) == foreign
