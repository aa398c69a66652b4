"""The gold is sound: anchors and traps stand in their documents, attributes are well formed, the halves share no names."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from dragoman.model.schema import FACT_KINDS
from dragoman.model.statement import Bound, Status

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import score_gold

ROOT = Path(__file__).parents[2]
HALVES = ("dev", "held")
WELL_FORMED = {
    "status": "|".join(s for s in Status if s),
    "bound": "|".join(b for b in Bound if b),
    "value": r"\d+(\.\d+)?",
    "date": r"\d{4}(-\d\d){0,2}",
    "negative": "yes",
    "named": "named|unnamed",
    "role": ".+",
    "unit": ".+",
    "speaker": ".+",
}


@pytest.fixture(params=HALVES)
def gold(request: pytest.FixtureRequest) -> score_gold.Set:
    return score_gold.read_gold(ROOT / "tests" / "gold" / request.param)


def test_anchors_and_traps_stand_in_their_documents(gold: score_gold.Set) -> None:
    assert [r.anchor for r in gold.rows if not score_gold.spans(r.anchor, gold.texts[r.file])] == []
    assert [t for f, t in gold.traps if score_gold.squeeze(t).lower() not in gold.texts[f].lower()] == []


def test_rows_are_well_formed(gold: score_gold.Set) -> None:
    assert {r.kind for r in gold.rows} == set(FACT_KINDS)
    for row in gold.rows:
        assert set(row.attributes) <= set(WELL_FORMED), row
        for key, value in row.attributes.items():
            assert re.fullmatch(WELL_FORMED[key], value), (row, key)


def test_no_fact_stands_twice(gold: score_gold.Set) -> None:
    seen = [(r.file, r.kind, r.fact) for r in gold.rows]
    assert len(seen) == len(set(seen))


def test_every_document_has_facts_in_its_folder(gold: score_gold.Set) -> None:
    folder = next(f for f in (ROOT / "tests/gold/dev", ROOT / "tests/gold/held") if (f / gold.rows[0].file).exists())
    assert {p.name for p in folder.glob("*.txt")} == set(gold.texts)


def test_halves_share_no_names_and_no_sentences() -> None:
    dev, held = (score_gold.read_gold(ROOT / "tests" / "gold" / half) for half in HALVES)
    for kind in ("organisation", "person"):
        names = [{r.anchor for r in g.rows if r.kind == kind} for g in (dev, held)]
        assert not names[0] & names[1], kind
    parts = [{s.strip() for t in g.texts.values() for s in re.split(r"[.!?。]", t) if len(s) > 30} for g in (dev, held)]
    assert not parts[0] & parts[1]


def test_held_covers_the_same_languages_and_sorts() -> None:
    dev, held = (score_gold.read_gold(ROOT / "tests" / "gold" / half) for half in HALVES)
    for part in (0, 1):
        assert {n.split("_")[part] for n in dev.texts} == {n.split("_")[part] for n in held.texts}
