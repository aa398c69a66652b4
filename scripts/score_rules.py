#!/usr/bin/env python3
"""How often each rule of the English grammar is right on gold documents, and the sureness that follows from it.

usage: score_rules.py --gold FOLDER [--gold FOLDER ...] [--prefix en_] [--models] [--write]

Each folder holds documents and facts.tsv (file, kind, fact, anchor). A draft is right when a fact of its kind in the gold
has an anchor of which its quote covers at least half with a quote no longer than 160 characters or three times the anchor.
Sureness is (right + 1.8) / (drafts + 2): two imagined drafts at 0.9, so that a rule seen once is not called perfect.
--models measures without and with models and adds both. --write puts the figures into
 `dragoman/data/vocabulary/en_sureness.yaml`, where the grammar reads them.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from pathlib import Path

from dragoman.extract.draft import Draft
from dragoman.extract.rules import RuleExtractor
from dragoman.model.schema import schema
from dragoman.read import read_file

LONGEST = 160
PRIOR, WEIGHT = 0.9, 2.0
TABLE = Path(__file__).parent.parent / "src/dragoman/data/vocabulary/en_sureness.yaml"
HEAD = (
    "# Share of right drafts of each rule of the English grammar on the development documents, made by "
    "scripts/score_rules.py.\n"
)

Anchors = dict[str, list[tuple[str, str]]]


def anchors(folder: Path) -> Anchors:
    """Kind and anchor of each fact, by file."""
    found: Anchors = defaultdict(list)
    with (folder / "facts.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["file"]].append((row["kind"], " ".join(row["anchor"].split())))
    return found


def right(kind: str, start: int, end: int, text: str, known: list[tuple[str, str]]) -> bool:
    """Whether the words from start to end cover half of an anchor of their kind, wherever it stands."""
    for other, anchor in known:
        if other != kind or end - start > max(LONGEST, 3 * len(anchor)):
            continue
        shape = re.compile(r"\s+".join(map(re.escape, anchor.split())))
        quote = re.compile(r"\s+".join(map(re.escape, text[start:end].split())))
        for found in shape.finditer(text):
            around = quote.finditer(text, max(0, found.start() - 200), found.end() + 200)
            if any(min(q.end(), found.end()) - max(q.start(), found.start()) >= len(anchor) / 2 for q in around):
                return True
    return False


def measure(folders: list[Path], prefix: str, models: bool) -> dict[str, list[int]]:
    """Right drafts and all drafts of each rule; equal quotes of one kind count once."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    extractor = RuleExtractor(models=None if models else False)
    for folder in folders:
        for name, known in anchors(folder).items():
            if not name.startswith(prefix) and folder.name == "dev":
                continue
            for document in read_file(folder / name):
                seen: set[tuple[str, int, int, str]] = set()
                _, drafts = extractor.drafts(document)
                for draft in drafts:
                    _count(draft, document.text, known, seen, counts)
    return counts


def _count(
    draft: Draft, text: str, known: list[tuple[str, str]], seen: set[tuple[str, int, int, str]], counts: dict[str, list[int]]
) -> None:
    kind = schema(draft.about.schema).kind or ""
    key = (kind, draft.start, draft.end, draft.rule)
    if key in seen or not draft.rule.startswith("en."):
        return
    seen.add(key)
    tally = counts[draft.rule.removeprefix("en.")]
    tally[0] += right(kind, draft.start, draft.end, text, known)
    tally[1] += 1


def main() -> None:
    """Print the table, and write it where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", action="append", type=Path, required=True)
    parser.add_argument("--prefix", default="en_")
    parser.add_argument("--models", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    lines = []
    counts = measure(given.gold, given.prefix, models=False)
    if given.models:
        for rule, (good, total) in measure(given.gold, given.prefix, models=True).items():
            counts[rule] = [counts[rule][0] + good, counts[rule][1] + total]
    for rule, (good, total) in sorted(counts.items()):
        sure = (good + PRIOR * WEIGHT) / (total + WEIGHT)
        print(f"{rule:24}{good:5}{total:5}{sure:7.2f}")
        lines.append(f"{rule}: {{right: {good}, drafts: {total}, sure: {sure:.3f}}}\n")
    if given.write:
        TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
