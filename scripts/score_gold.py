#!/usr/bin/env python3
"""Score extracted facts against gold facts: recall, precision, attributes; by kind and by language.

usage: score_gold.py --gold tests/gold/dev [--facts FACTS.jsonl] [--models] [--wrong] [--json]
       score_gold.py --raise-floors [--reseal]

FACTS.jsonl is what `dragoman facts PATH --format jsonl` prints; without it the extractor runs in this process, without
models unless --models is given. --gold is a folder of documents with facts.tsv (file, kind, fact, anchor and, optional,
attributes as a JSON object) and traps.tsv.

Counting. A gold row is found when a fact of its kind and document quotes at least half of its anchor with a quote no longer
than 160 characters or three times the anchor, whichever is more. A fact is right when it finds some gold row; facts with the
same kind, quote and start count once. An attribute is compared on the fact that agrees best among those that find the row;
`attributes` is the share of found rows with attributes on which all of them agree. See `gold_attributes.py` for when two
values agree. Rows without attributes do not count there, so the share is not flattered by them.
--raise-floors measures every set and lifts the floors in tests/gold/floors.json; it never lowers one, and leaves a set
alone whose gold changed, unless --reseal says that the change was meant.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import gold_floors
from gold_attributes import agreement

KINDS = (
    "organisation", "person", "place", "event", "technology", "project", "delegation", "visit", "agreement", "statistic",
    "membership", "presence", "partnership", "role",
)  # fmt: skip
NAMED = ("organisation", "person", "place", "event", "technology", "project")  # kinds that may fall into a trap
LONGEST = 160  # characters of a quote; a longer one may not exceed three times the anchor (shared/gold/KINDS.md)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldRow:
    """One fact that a careful reader marks, with the shortest words that prove it."""

    file: str
    kind: str
    fact: str
    anchor: str
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language, from the first part of the file name; English where the name does not tell."""
        return language(self.file)


@dataclass(frozen=True, slots=True)
class Found:
    """One fact as the extractor prints it."""

    file: str
    kind: str
    quote: str
    text: str
    start: int | None
    suggested: bool
    attributes: dict[str, str]

    @property
    def key(self) -> tuple[object, ...]:
        """Facts with an equal key differ only in wording and count once."""
        return (self.file, self.kind, squeeze(self.quote), self.start)


@dataclass(slots=True)
class Set:
    """The gold of one folder."""

    rows: list[GoldRow]
    traps: list[tuple[str, str]]
    texts: dict[str, str]


@dataclass(slots=True)
class Scored:
    """Which rows were found, by which facts, and which facts were right."""

    rows: list[GoldRow]
    facts: list[Found]  # one for each key
    hits: list[list[Found]]  # for each row, the facts that find it
    right: set[tuple[object, ...]]  # keys
    adrift: int  # quotes that are not in their document


def language(file: str) -> str:
    """`en`, `ru` or `zh` from a name such as ru_news_x.txt."""
    return file[:2] if file[:3] in ("en_", "ru_", "zh_") else "en"


def squeeze(text: str) -> str:
    """White space folded to single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def spans(needle: str, hay: str) -> list[Span]:
    """Every place where the squeezed needle stands."""
    wanted = squeeze(needle)
    return [(m.start(), m.start() + len(wanted)) for m in re.finditer(f"(?={re.escape(wanted)})", hay)] if wanted else []


def read_rows(path: Path) -> list[dict[str, str]]:
    """Tab-separated rows, quotes left as they are."""
    if not path.exists():
        return []
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_gold(folder: Path) -> Set:
    """The facts, traps and squeezed texts of a gold folder."""
    rows = [
        GoldRow(r["file"], r["kind"], r["fact"], r["anchor"], json.loads(r.get("attributes") or "{}"))
        for r in read_rows(folder / "facts.tsv")
    ]
    traps = [(r["file"], r["trap"]) for r in read_rows(folder / "traps.tsv")]
    names = sorted({r.file for r in rows})
    return Set(rows, traps, {n: squeeze((folder / n).read_text(encoding="utf8")) for n in names})


def as_found(raw: dict[str, Any]) -> Found:
    """A line of `dragoman facts --format jsonl`."""
    given = {k: str(v) for k, v in (raw.get("attributes") or {}).items()}
    name = Path(raw["document"]).name
    return Found(name, raw["kind"], raw["quote"], raw.get("text", ""), raw.get("start"), bool(raw.get("suggested")), given)


def finds(fact: Sequence[Span], anchor: Span) -> bool:
    """Whether some place of a quote covers half of the anchor and is not too long."""
    a, b = anchor
    limit = max(LONGEST, 3 * (b - a))
    return any(q - p <= limit and min(b, q) - max(a, p) >= (b - a) / 2 for p, q in fact)


def score(gold: Set, facts: Iterable[Found]) -> Scored:
    """Lay facts beside gold rows."""
    ours = [f for f in facts if f.file in gold.texts and f.kind in KINDS]
    places = {f.key: spans(f.quote, gold.texts[f.file]) for f in ours}
    groups: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for fact in ours:
        groups[fact.file, fact.kind].append(fact)
    hits, right = [], set()
    for row in gold.rows:
        anchors = spans(row.anchor, gold.texts[row.file])
        found = [f for f in groups[row.file, row.kind] if any(finds(places[f.key], a) for a in anchors)]
        hits.append(found)
        right |= {f.key for f in found}
    single = list({f.key: f for f in ours}.values())
    return Scored(gold.rows, single, hits, right, sum(not places[f.key] for f in single))


def figures(scored: Scored, rows: Iterable[int], facts: Sequence[Found]) -> dict[str, float]:
    """Counts, recall, precision and attributes over some rows and facts; 0 where there is nothing to count."""
    chosen = list(rows)
    found = sum(bool(scored.hits[i]) for i in chosen)
    right = sum(f.key in scored.right for f in facts)
    recall = found / len(chosen) if chosen else 0.0
    precision = right / len(facts) if facts else 0.0
    both = recall + precision
    marks = [best(scored, i) for i in chosen if scored.hits[i] and scored.rows[i].attributes]
    whole = sum(all(m.values()) for m in marks) / len(marks) if marks else 0.0
    f1 = 2 * recall * precision / both if both else 0.0
    return {
        "gold": len(chosen), "facts": len(facts), "recall": recall, "precision": precision, "f1": f1, "attributes": whole,
    }  # fmt: skip


def best(scored: Scored, row: int) -> dict[str, bool]:
    """Attribute by attribute, whether the fact that agrees best agrees."""
    wanted = scored.rows[row].attributes
    marks = [agreement(wanted, f.attributes) for f in scored.hits[row]]
    return max(marks, key=lambda m: sum(m.values()) - sum(not v for v in m.values()))


def by_attribute(scored: Scored) -> dict[str, tuple[int, int]]:
    """For each attribute: right, compared."""
    counts: dict[str, tuple[int, int]] = {}
    for i, row in enumerate(scored.rows):
        if row.attributes and scored.hits[i]:
            for key, ok in best(scored, i).items():
                right, seen = counts.get(key, (0, 0))
                counts[key] = (right + ok, seen + 1)
    return dict(sorted(counts.items()))


def fallen(gold: Set, facts: Iterable[Found]) -> list[tuple[str, str, str]]:
    """Traps that a quote of a naming kind equals or starts with."""
    named = [f for f in facts if f.kind in NAMED]
    return [
        (trap, hit.kind, hit.quote)
        for file, trap in gold.traps
        if (hit := next((f for f in named if f.file == file and _opens(f.quote, trap)), None))
    ]


def _opens(quote: str, trap: str) -> bool:
    return squeeze(quote).lower().startswith(squeeze(trap).lower())


def measure(gold: Set, facts: Sequence[Found]) -> dict[str, Any]:
    """All figures of a set: in all, not suggested only, by language, by kind, by attribute, and the faults."""
    scored, sure = score(gold, facts), score(gold, [f for f in facts if not f.suggested])
    everything = range(len(gold.rows))
    kinds = {
        k: figures(scored, [i for i in everything if gold.rows[i].kind == k], [f for f in scored.facts if f.kind == k])
        for k in KINDS
    }
    langs = {
        n: figures(scored, [i for i in everything if gold.rows[i].lang == n],
                   [f for f in scored.facts if language(f.file) == n])
        for n in sorted({r.lang for r in gold.rows})
    }  # fmt: skip
    return {
        "all": figures(scored, everything, scored.facts), "sure": figures(sure, everything, sure.facts),
        "languages": langs, "kinds": kinds, "attributes": by_attribute(scored), "adrift": scored.adrift,
        "traps": fallen(gold, scored.facts),
    }  # fmt: skip


def wrong(gold: Set, facts: Sequence[Found]) -> list[str]:
    """Lines that name what was missed, what was false and which attributes disagree."""
    scored = score(gold, facts)
    lines = [
        f"MISSED\t{r.file}\t{r.kind}\t{r.fact}\t|\t{r.anchor}"
        for r, h in zip(gold.rows, scored.hits, strict=True) if not h
    ]  # fmt: skip
    lines += [f"EXTRA\t{f.file}\t{f.kind}\t{f.text}\t|\t{f.quote}" for f in scored.facts if f.key not in scored.right]
    for i, row in enumerate(gold.rows):
        bad = {k for k, ok in best(scored, i).items() if not ok} if row.attributes and scored.hits[i] else set()
        if bad:
            given = " / ".join(json.dumps(f.attributes, ensure_ascii=False) for f in scored.hits[i])
            asked = json.dumps(row.attributes, ensure_ascii=False)
            lines.append(f"ATTRIBUTE\t{row.file}\t{row.kind}\t{row.anchor}\t{','.join(sorted(bad))}\t{asked}\t|\t{given}")
    return lines


def table(found: dict[str, Any]) -> str:
    """The figures as lines for a terminal."""
    head = f"{'':16}{'gold':>6}{'facts':>7}{'recall':>8}{'precision':>11}{'F1':>7}{'attributes':>12}"
    named = {**found["kinds"], **found["languages"], "all": found["all"], "not suggested": found["sure"]}
    lines = [head] + [
        f"{n:16}{f['gold']:6}{f['facts']:7}{f['recall']:8.2f}{f['precision']:11.2f}{f['f1']:7.2f}{f['attributes']:12.2f}"
        for n, f in named.items()
    ]
    keys = ", ".join(f"{k} {r}/{n}" for k, (r, n) in found["attributes"].items())
    lines += [f"attributes right/compared: {keys or 'none'}", f"quotes not in their document: {found['adrift']}"]
    return "\n".join([*lines, f"traps fallen into: {len(found['traps'])}", *(f"  {t}" for t in found["traps"])])


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="folder with documents, facts.tsv and traps.tsv")
    parser.add_argument("--facts", type=Path, help="facts as JSON lines; without it the extractor runs here")
    parser.add_argument("--models", action="store_true", help="with the small models, where the extractor runs here")
    parser.add_argument("--wrong", action="store_true", help="list what was missed, false or has wrong attributes")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--raise-floors", action="store_true", help="measure all sets and lift tests/gold/floors.json")
    parser.add_argument("--reseal", action="store_true", help="with --raise-floors: start anew where the gold changed")
    given = parser.parse_args()
    if not given.gold and not given.raise_floors:
        parser.error("--gold or --raise-floors is needed")
    return given


def main() -> int:
    """Print the figures; 0 always, for it measures and does not judge."""
    given = arguments()
    if given.raise_floors:
        for line in gold_floors.lift(given.reseal):
            print(line)
        return 0
    gold = read_gold(given.gold)
    raw = map(json.loads, given.facts.open(encoding="utf8")) if given.facts else gold_floors.run(given.gold, given.models)
    facts = [as_found(r) for r in raw]
    found = measure(gold, facts)
    print(json.dumps(found, ensure_ascii=False, indent=1) if given.json else table(found))
    if given.wrong:
        print("\n".join(wrong(gold, facts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
