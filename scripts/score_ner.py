"""Strict F1 of names (span and type exact) on the development gold of DRAGOMAN_SHARED, and on our own Chinese sentences.

    python scripts/score_ner.py                     every set, patterns alone and with models
    python scripts/score_ner.py --set redocred --models no --errors ORG

The count is strict: a name is right when its span and its type are those of the gold, and every other name is wrong.
"Outside" is the F1 when what is found within a gold name of a type that is not read (election, misc ...) is left out.

How the sets' types are read:
- Re-DocRED dev: ORG, PER, LOC as they stand (LOC counts nationality adjectives, which Dragoman's facts do not).
- CrossNER dev: politician, person, scientist, researcher, writer, musicalartist -> PER; politicalparty, organisation,
  university, band -> ORG; country, location -> LOC.
- FactRuEval devset: Person -> PER; Org -> ORG; Location, LocOrg -> LOC; an object reaches from its first to its last span,
  descriptors included ("Министерство обороны"); of objects that overlap the longest counts.
- tests/extract/names/gold_zh.txt (the patterns were written with it) and gold_zh_2.txt (fresh): brackets with the type.
The words of English sets stand one space apart, as they are distributed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import tarfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.extract.names import finder
from dragoman.extract.names.door import for_scoring

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
TYPES = ("ORG", "PER", "LOC")
CROSSNER = {
    **dict.fromkeys(("politician", "person", "scientist", "researcher", "writer", "musicalartist"), "PER"),
    **dict.fromkeys(("politicalparty", "organisation", "university", "band"), "ORG"),
    **dict.fromkeys(("country", "location"), "LOC"),
}  # fmt: skip
FACTRU = {"Person": "PER", "Org": "ORG", "Location": "LOC", "LocOrg": "LOC"}


@dataclass(slots=True)
class Text:
    """A text with the spans of its sentences and its gold names."""

    text: str
    lang: str
    sentences: list[tuple[int, int]] = field(default_factory=list)
    gold: set[tuple[int, int, str]] = field(default_factory=set)
    other: set[tuple[int, int]] = field(default_factory=set)  # names of types that are not read


def from_tokens(sentences: list[list[str]], marks: Iterable[tuple[int, int, int, str]]) -> Text:
    """A text of words one space apart; marks are sentence, first word, end word, type."""
    made, starts, parts, at = Text("", "en"), [], [], 0
    for words in sentences:
        places = []
        begin = at
        for word in words:
            places.append((at, at + len(word)))
            parts.append(word + " ")
            at += len(word) + 1
        starts.append(places)
        made.sentences.append((begin, at - 1))
    made.text = "".join(parts)
    for s, a, b, kind in marks:
        start, end = starts[s][a][0], starts[s][b - 1][1]
        if kind:
            made.gold.add((start, end, kind))
        else:
            made.other.add((start, end))
    return made


def redocred() -> list[Text]:
    """Re-DocRED dev, one text a document."""
    with gzip.open(SHARED / "gold/redocred/dev_revised.json.gz", "rt", encoding="utf-8") as file:
        documents = json.load(file)
    made = []
    for document in documents:
        mentions = [m for entity in document["vertexSet"] for m in entity]
        marks = ((m["sent_id"], *m["pos"], m["type"] if m["type"] in TYPES else "") for m in mentions)
        made.append(from_tokens(document["sents"], marks))
    return made


def crossner(part: str) -> list[Text]:
    """One part of CrossNER dev, one text a sentence."""
    made, words, tags = [], [], []
    for line in [*(SHARED / f"gold/crossner/{part}.dev.txt").read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            word, tag = line.split("\t")
            words.append(word)
            tags.append(tag)
        elif words:
            made.append(from_tokens([words], _bio(tags)))
            words, tags = [], []
    return made


def _bio(tags: list[str]) -> Iterable[tuple[int, int, int, str]]:
    i = 0
    while i < len(tags):
        j = i + 1
        while tags[i] != "O" and j < len(tags) and tags[j] == "I" + tags[i][1:]:
            j += 1
        if tags[i] != "O":
            yield 0, i, j, CROSSNER.get(tags[i][2:], "")
        i = j


def factrueval() -> list[Text]:
    """FactRuEval devset, one text a document; sentences by our own splitter."""
    from dragoman.text.sentences import split

    files: dict[str, str] = {}
    with tarfile.open(SHARED / "gold/factrueval/devset.tar.gz") as archive:
        for member in archive:
            if member.name.endswith((".txt", ".spans", ".objects")):
                files[member.name] = archive.extractfile(member).read().decode("utf-8")  # type: ignore[union-attr]
    made = []
    for name in sorted(n for n in files if n.endswith(".txt")):
        text = files[name]
        made.append(Text(text, "ru", split(text, "ru"), _outermost(_objects(files, name.removesuffix(".txt")))))
    return made


def _objects(files: dict[str, str], stem: str) -> list[tuple[int, int, str]]:
    spans = {}
    for line in files[stem + ".spans"].splitlines():
        if line.strip():
            number, _, start, size = line.split()[:4]
            spans[number] = (int(start), int(start) + int(size))
    found = []
    for line in files[stem + ".objects"].splitlines():
        parts = line.partition("#")[0].split()
        if len(parts) > 2 and parts[1] in FACTRU:
            own = [spans[p] for p in parts[2:]]
            found.append((min(s for s, _ in own), max(e for _, e in own), FACTRU[parts[1]]))
    return found


def _outermost(found: list[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(set(found), key=lambda f: f[0] - f[1]):
        if all(end <= s or start >= e for s, e, _ in kept):
            kept.append((start, end, kind))
    return set(kept)


def chinese(name: str = "gold_zh.txt") -> list[Text]:
    """Our own sentences in the style of the fairs: [ORG 中国科学院] marks a name."""
    made = []
    for line in (ROOT / "tests/extract/names" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, gold = unmark(line)
            made.append(Text(text, "zh", [(0, len(text))], gold))
    return made


def unmark(line: str) -> tuple[str, set[tuple[int, int, str]]]:
    """The plain text of a marked line, and its names."""
    text, gold, at = "", set(), 0
    for mark in re.finditer(r"\[(ORG|PER|LOC) ([^\]]+)\]", line):
        text += line[at : mark.start()]
        gold.add((len(text), len(text) + len(mark.group(2)), mark.group(1)))
        text += mark.group(2)
        at = mark.end()
    return text + line[at:], gold


SETS = {
    "redocred": redocred, "politics": lambda: crossner("politics"), "science": lambda: crossner("science"),
    "ai": lambda: crossner("ai"), "factrueval": factrueval, "zh": chinese, "zh2": lambda: chinese("gold_zh_2.txt"),
}  # fmt: skip


Scored = tuple[Counter[tuple[str, str]], list[tuple[str, ...]], float]


def score(texts: list[Text], models: bool, demonyms: bool = True) -> Scored:
    """Counts of (type, "gold" | "found" | "right" | "outside"), the errors, and the seconds it took."""
    counts: Counter[tuple[str, str]] = Counter()
    errors: list[tuple[str, ...]] = []
    found, began = finder(models), time.perf_counter()
    for item in texts:
        names = for_scoring(found.find(item.text, item.sentences, item.lang), item.text, item.lang, demonyms)
        mine = {(n.start, n.end, n.kind) for n in names if n.kind in TYPES}
        outside = {n for n in mine if n in item.gold or all(n[1] <= s or n[0] >= e for s, e in item.other)}
        for label, spans in (("gold", item.gold), ("found", mine), ("right", mine & item.gold), ("outside", outside)):
            counts.update((kind, label) for _, _, kind in spans)
        for label, spans in (("missed", item.gold - mine), ("wrong", mine - item.gold)):
            errors += [(kind, label, item.text[s:e], item.text[max(0, s - 30) : e + 30]) for s, e, kind in sorted(spans)]
    return counts, errors, time.perf_counter() - began


def figures(counts: Counter[tuple[str, str]], kind: str) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of a type, all strict, and the F1 outside names of types that are not read."""
    right, found, gold, outside = (counts[kind, label] for label in ("right", "found", "gold", "outside"))
    if not right:
        return 0.0, 0.0, 0.0, 0.0
    return right / found, right / gold, 2 * right / (found + gold), 2 * right / (outside + gold)


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--set", choices=SETS, action="append")
    ask.add_argument("--models", choices=("yes", "no", "both"), default="both")
    ask.add_argument("--demonyms", choices=("yes", "no"), default="yes", help="whether nationality adjectives count as LOC")
    ask.add_argument("--errors", choices=TYPES, help="list the errors of this type")
    options = ask.parse_args()
    demonyms = options.demonyms == "yes"
    print("of each type: precision, recall, F1, all strict (F1 outside)")
    for chosen in options.set or SETS:
        texts = SETS[chosen]()
        for models in {"yes": [True], "no": [False], "both": [False, True]}[options.models]:
            counts, errors, seconds = score(texts, models, demonyms)
            cells = ["{} {:.1f} {:.1f} {:.1f} ({:.1f})".format(k, *(100 * x for x in figures(counts, k))) for k in TYPES]
            size = sum(len(t.text) for t in texts)
            print(f"{chosen:11}{'models' if models else 'patterns':10}", " | ".join(cells), f"  {size / seconds:,.0f} chars/s")
            for kind, *rest in errors:
                if kind == options.errors:
                    print("  ", *rest, sep=" | ")


if __name__ == "__main__":
    main()
