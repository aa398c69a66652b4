"""The scorer counts as shared/tools/score_facts.py does, and judges attributes strictly where figures are meant."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import score_gold
from gold_attributes import agreement

ROOT = Path(__file__).parents[2]
DEV = ROOT / "tests/gold/dev"


def oracle(gold: score_gold.Set) -> list[score_gold.Found]:
    return [score_gold.Found(r.file, r.kind, r.anchor, r.fact, None, False, r.attributes) for r in gold.rows]


def lamed(gold: score_gold.Set) -> list[score_gold.Found]:
    """The oracle with every third fact lost, every seventh of another kind, every fifth quoted to the sentence and beyond."""
    facts = [f for i, f in enumerate(oracle(gold)) if i % 3]
    facts = [replace(f, kind="membership") if i % 7 == 0 else f for i, f in enumerate(facts)]
    return [replace(f, quote=gold.texts[f.file][:900]) if i % 5 == 0 else f for i, f in enumerate(facts)]


def test_gold_itself_scores_one() -> None:
    gold = score_gold.read_gold(DEV)
    found = score_gold.measure(gold, oracle(gold))
    for figures in (found["all"], found["sure"], *found["languages"].values(), *found["kinds"].values()):
        assert figures["recall"] == figures["precision"] == 1
    assert found["all"]["attributes"] == 1
    assert found["adrift"] == 0 and found["traps"] == []


def test_it_counts_as_the_shared_tool(shared: Path, tmp_path: Path) -> None:
    gold = score_gold.read_gold(DEV)
    facts = lamed(gold)
    lines = [json.dumps({"document": f.file, "kind": f.kind, "quote": f.quote, "text": f.text, "start": None}) for f in facts]
    (tmp_path / "facts.jsonl").write_text("\n".join(lines), encoding="utf8")
    command = [sys.executable, str(shared / "tools/score_facts.py"), "--facts", str(tmp_path / "facts.jsonl"),
               "--gold", str(DEV / "facts.tsv"), "--documents", str(DEV), "--traps", str(DEV / "traps.tsv")]  # fmt: skip
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    theirs = {m[1]: m.groups()[1:] for m in re.finditer(r"^(\w+) +(\d+) +(\d+) +([\d.]+) +([\d.]+)", printed, re.M)}
    ours = score_gold.measure(gold, facts)
    for kind, figures in {**ours["kinds"], "all": ours["all"]}.items():
        counted = (str(figures["gold"]), str(figures["facts"]), f"{figures['recall']:.2f}", f"{figures['precision']:.2f}")
        assert theirs[kind] == counted, kind


def test_a_trap_and_a_quote_from_elsewhere_are_told() -> None:
    gold = score_gold.read_gold(DEV)
    file, trap = gold.traps[0]
    strange = [score_gold.Found(file, "organisation", q, "", 0, False, {}) for q in (trap, "words that stand nowhere")]
    found = score_gold.measure(gold, strange)
    assert found["adrift"] == 1
    assert found["traps"] == [(trap, "organisation", trap)]


def test_suggested_facts_count_in_all_only() -> None:
    gold = score_gold.read_gold(DEV)
    facts = [replace(f, suggested=i % 2 == 0) for i, f in enumerate(oracle(gold))]
    found = score_gold.measure(gold, facts)
    assert found["all"]["recall"] == 1
    assert found["sure"]["facts"] == len({f.key for f in facts if not f.suggested})


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ({"value": "1200000", "unit": "EUR"}, {"amount": "1200000.0", "unit": "EUR"}, True),
        ({"value": "1200000", "unit": "EUR"}, {"amount": "1200000", "unit": "USD"}, False),
        ({"value": "1.2"}, {"value": "1200000"}, False),
        ({"value": "180", "bound": "more than"}, {"value": "180"}, False),
        ({"value": "180"}, {"value": "180", "bound": "about"}, False),
        ({"status": "intended"}, {"status": "agreed"}, False),
        ({"date": "2018-10"}, {"startDate": "2018-10"}, True),
        ({"date": "2018-10"}, {"startDate": "2018-10-01"}, False),
        ({"negative": "yes"}, {"status": "running"}, False),
        ({"status": "running"}, {"status": "running", "negative": "yes"}, False),
        ({"named": "unnamed"}, {"unnamed": "a company"}, True),
        ({"named": "unnamed"}, {"name": "a company"}, False),
        ({"unit": "участников"}, {"counted": "участники"}, True),
        ({"unit": "企业"}, {"counted": "境外企业"}, True),
        ({"unit": "patents"}, {"counted": "visitors"}, False),
        ({"role": "organiser"}, {"role": "organizer"}, True),
        ({"role": "organiser"}, {"role": "co-organiser"}, False),
        ({"role": "director"}, {"position": "director of the centre"}, True),
        ({"speaker": "Denis Kovrov"}, {"speaker": "Kovrov"}, True),
        ({"speaker": "Denis Kovrov"}, {}, False),
    ],
)
def test_attributes(wanted: dict[str, str], given: dict[str, str], right: bool) -> None:
    assert all(agreement(wanted, given).values()) is right
