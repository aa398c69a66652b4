"""What the thresholds of resolve/judging.py come to on the development data.

    python scripts/measure_resolving.py             precision and recall by value, guards in force
    python scripts/measure_resolving.py --wrong     the wrong joins, for reading

Data: $DRAGOMAN_SHARED/data/entity-pairs, records without their lists (in a workspace every document is a source, and says
nothing), and $DRAGOMAN_SHARED/data/name-pairs between scripts: each true pair beside the names nearest to it, so that wrong
pairs outnumber true ones by far more than in a workspace. Some rows of both name one bearer twice under two keys.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from names_data import DATA, cross

from dragoman.compare.name import Kind
from dragoman.compare.record import Record, from_ftm
from dragoman.resolve.judging import REVIEW, RULE, Judged, judge

VALUES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97)
FOLDS = (0, 3)  # of five, to spare time
Row = tuple[str, bool, Judged, str, str]


def entity_pairs() -> Iterator[Row]:
    """The judged pairs of records, their lists left out."""
    with gzip.open(DATA / "entity-pairs/opensanctions_pairs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            left, right = (replace(from_ftm(row[side]), sources=frozenset()) for side in ("left", "right"))
            sort = "pairs, people" if Kind.PERSON in (left.kind, right.kind) else "pairs, organisations"
            yield sort, row["judgement"] == "positive", judge(left, right), left.caption, right.caption


def name_pairs() -> Iterator[Row]:
    """Names between scripts as records that hold nothing else."""
    for pair in cross():
        if pair.fold in FOLDS:
            schema = "Person" if pair.kind is Kind.PERSON else "Organization"
            left, right = Record("a", schema, (pair.left,)), Record("b", schema, (pair.right,))
            yield f"names, {pair.group.removeprefix('mined ')}", pair.same, judge(left, right), pair.left, pair.right


def show(sort: str, rows: list[Row]) -> None:
    """Print the precision and recall of joins at each value, and how many pairs a person is asked about."""
    true = sum(same for _, same, _, _, _ in rows)
    print(f"{sort}: {len(rows)} pairs, {true} of them one bearer")
    for value in VALUES:
        joined = [same for _, same, j, _, _ in rows if j.value >= value and not j.held and not j.apart]
        if joined:
            mark = " <- RULE" if value == RULE else ""
            share = sum(joined) / len(joined)
            print(f"  {value:.2f} joined {len(joined):5} precision {share:.4f} recall {sum(joined) / true:.3f}{mark}")
    asked = [same for _, same, j, _, _ in rows if j.asks]
    print(f"  asked about from {REVIEW}: {len(asked)}, of them one bearer {sum(asked)}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    wanted = parser.parse_args()
    rows = [*entity_pairs(), *name_pairs()]
    for sort in sorted({row[0] for row in rows}):
        show(sort, [row for row in rows if row[0] == sort])
    for whole in ("pairs", "names"):
        show(f"{whole}, all", [row for row in rows if row[0].startswith(whole)])
    if wanted.wrong:
        for sort, same, judged, left, right in rows:
            if judged.joins and not same:
                print(f"{judged.value:.3f} {sort}: {left} | {right}")


if __name__ == "__main__":
    main()
