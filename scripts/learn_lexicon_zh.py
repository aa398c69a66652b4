"""Learn how words of Chinese names are rendered in English from parallel names: data/lexicon/zh-en-learned.tsv.

    python scripts/learn_lexicon_zh.py ../shared

Reads name-pairs/cross_script_pairs.csv.gz and academic-domains/institutions.csv.gz (a third of the keys, crc32 % 3 == 0,
is left out for testing). Two things are written, words only: new shares of renderings the lexicon has, counted where they
are met, and renderings it lacks, by word alignment (IBM model 1) of what the lexicon leaves unexplained on both sides.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.compare import han, han_lexicon
from dragoman.compare.name import Role

TARGET = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "lexicon" / "zh-en-learned.tsv"
HAN = re.compile(r"[一-鿿]")
OTHER = re.compile(r"[ぁ-ヿ가-힣Ѐ-ӿ]")
SMALL = frozenset("of the and for in on at to an a s de".split())
PRIOR = 15.0  # names the handwritten share of a rendering counts for
FEW = 4  # names a word needs for new shares
ROUNDS = 12
SURE, NAMES = 0.45, 3  # a new rendering: its probability, and the different names it is met in
NEW = 0.4  # what new renderings hold together
SHORT = 2  # characters a word needs to be given a new rendering: one character says too many things

Pair = tuple[list[han.HanWord], list[str]]


def main() -> None:
    """Write the file; what an earlier run learned is forgotten first."""
    TARGET.write_text("", encoding="utf-8")
    pairs = [(list(han.han_words(chinese)), tokens(english)) for chinese, english in sorted(set(parallel(Path(sys.argv[1]))))]
    shares = counted(pairs)
    learned = aligned(pairs)
    lines = [
        f"{word}\t{'|'.join(f'{name}:{p:.3f}' for name, p in found)}" for word, found in sorted((shares | learned).items())
    ]
    head = "# Learned from parallel names by scripts/learn_lexicon_zh.py: words only. Shares in place of those of zh-en.tsv."
    TARGET.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    print(f"{len(pairs)} pairs, {len(shares)} words with new shares, {len(learned)} with new renderings")


def kept(key: str) -> bool:
    """Whether the row may be learned from."""
    return zlib.crc32(key.encode()) % 3 != 0


def parallel(shared: Path) -> Iterator[tuple[str, str]]:
    """Chinese and English names of one bearer."""
    with gzip.open(shared / "data" / "name-pairs" / "cross_script_pairs.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["script"] == "han" and row["kind"] == "org" and kept(row["source_key"]):
                yield row["name_other"], row["name_latin"]
    with gzip.open(shared / "data" / "academic-domains" / "institutions.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            names = row["names"].split(" | ")
            chinese = [n for n in names if HAN.search(n) and not OTHER.search(n)]
            if kept(row["domain"]):
                yield from ((c, e) for c in chinese for e in names if e.isascii())


def tokens(english: str) -> list[str]:
    """Folded words of an English name."""
    plain = unicodedata.normalize("NFKD", english.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return [w for w in re.findall(r"[a-z]+", plain.replace("'", "")) if w not in SMALL]


def parts(option: str) -> list[str]:
    """The words of a rendering that tell something."""
    return [w for w in option.split() if w not in SMALL]


def counted(pairs: list[Pair]) -> dict[str, list[tuple[str, float]]]:
    """Shares of the renderings of each word by how often its name holds them; the longest rendering present counts."""
    seen: set[tuple[str, str, str]] = set()  # a bearer with several Chinese names counts once
    for words, english in pairs:
        there = set(english)
        for word in words:
            present = [o for o, _ in word.options if parts(o) and there.issuperset(parts(o))]
            if present and word.role is not Role.NUMBER and han_lexicon.find(word.text):
                longest = max(present, key=lambda o: (len(parts(o)), -present.index(o)))
                seen.add((word.text, longest, " ".join(english)))
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for text, option, _ in seen:
        met[text][option] += 1
    found = {}
    for word, counter in met.items():
        entry = han_lexicon.find(word)
        if entry and counter.total() >= FEW and len(entry.options) > 1:
            total = sum(n for o, n in counter.items() if o in dict(entry.options)) + PRIOR
            options = [(o, (counter[o] + PRIOR * p / han_lexicon.KNOWN) / total * han_lexicon.KNOWN) for o, p in entry.options]
            found[word] = sorted(options, key=lambda item: -item[1])
    return found


def aligned(pairs: list[Pair]) -> dict[str, list[tuple[str, float]]]:
    """New renderings of single English words by IBM model 1 on what no rendering explains."""
    rests = [rest for pair in pairs if all(rest := unexplained(*pair))]
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for words, english in rests:
        for word in (*words, ""):
            table[word].update(english)
    shares = {w: {e: 1 / len(c) for e in c} for w, c in table.items()}
    for _ in range(ROUNDS):
        shares = improved(rests, shares)
    support = Counter((w, e) for words, english in rests for w in set(words) for e in set(english))
    usual = {w for _, text in han_lexicon.lines().values() for w in re.findall("[a-z]+", text)}
    found: dict[str, list[tuple[str, float]]] = {}
    for word, options in shares.items():
        sure = [
            e for e, p in options.items() if p >= SURE and support[word, e] >= NAMES and len(word) >= SHORT and e not in usual
        ]
        entry = han_lexicon.find(word)
        if sure and not (entry and entry.role is Role.ACTIVITY):  # what a word of activity meets beside it is a name
            known = entry.options if entry else ()
            found[word] = [*((o, p * (1 - NEW)) for o, p in known), *((e, round(NEW / len(sure), 3)) for e in sure)]
    return found


def unexplained(words: list[han.HanWord], english: list[str]) -> tuple[list[str], list[str]]:
    """The Chinese words none of whose renderings is there, and the English words no rendering accounts for."""
    there = set(english)
    used: set[str] = set()
    left: list[str] = []
    for word in words:
        hits = [parts(o) for o, _ in word.options if there.intersection(parts(o))]
        used.update(w for hit in hits for w in hit)
        if not hits and word.role not in (Role.NUMBER, Role.LINK, Role.FORM):
            left.append(word.text)
    return left, [w for w in english if w not in used and len(w) > 2]


def improved(rests: list[tuple[list[str], list[str]]], shares: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """One round of expectation and maximisation; the empty word takes what nothing explains."""
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for words, english in rests:
        for token in english:
            total = sum(shares[w][token] for w in (*words, ""))
            for word in (*words, ""):
                counts[word][token] += shares[word][token] / total
    return {w: {e: n / sum(c.values()) for e, n in c.items()} for w, c in counts.items()}


if __name__ == "__main__":
    main()
