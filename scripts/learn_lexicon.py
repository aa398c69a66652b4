"""Write `src/dragoman/data/lexicon/ru-en.tsv`: stems of Cyrillic words and their English renderings with probabilities;
and `en-letters.tsv` beside it: the first letters of the Russian words behind English ones, for acronyms.

    python scripts/learn_lexicon.py [CROSS_SCRIPT_PAIRS.csv.gz]

Our own list (lexicon_ru_hand.txt beside this script) gives the words and the order of their renderings. Pairs of names, where
given, are aligned word by word (IBM model 1 with a null word, both ways, their product), and weigh those renderings, add
frequent ones, and add stems the list lacks. Pairs with crc32(source_key) % 3 == 0 are kept out: they are for measuring. Only
single words that occur in several names are written, never a name.
"""

from __future__ import annotations

import csv
import gzip
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path

from rapidfuzz.distance import JaroWinkler

from dragoman.compare.cyrillic_stem import stem
from dragoman.text.folding import fold
from dragoman.text.legal_forms import forms
from dragoman.text.transliteration import readings, sound

HERE = Path(__file__).parent
TARGET = HERE.parents[0] / "src" / "dragoman" / "data" / "lexicon" / "ru-en.tsv"
RANKS = (0.62, 0.24, 0.14, 0.1, 0.08, 0.06)  # shares of hand-written renderings by place, before learning
PRIOR = 4.0  # how many sightings the hand-written order is worth
ROUNDS = 8
FEWEST = 3  # names a learned rendering must be met in
SURE = 0.3  # share a learned rendering of an unlisted stem must have
ADDED = 0.12  # share a rendering must have to be added to a listed stem
FLOOR = 0.05  # share a hand-written rendering keeps, though the pairs prefer others
# First parts of compounds that give an acronym a letter of their own.
LINKED = (
    "авиа авто агро аэро вагоно газо гео гидро горно дальне железно зверо лесо машино металло молоко мясо нефте опто приборо "
    "радио рыбо сельско станко судо тепло торфо турбо угле фармацевто химико электро энерго"
).split()
SHORTENED = "# --- shortened"  # the part of the hand-written list that holds acronyms
MOST_LETTERS, LEAST_LETTERS = 4, 0.45  # letters of a word; share of the usual one that another must have
SMALL = frozenset("of the and for in on to a an by at with from named after s".split())
Counts = defaultdict[str, Counter[str]]


def by_hand() -> dict[str, dict[str, float]]:
    """The hand-written renderings by stem."""
    found: dict[str, dict[str, float]] = {}
    for line in (HERE / "lexicon_ru_hand.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        for entry in filter(None, map(str.strip, line.split(";"))):
            words, _, renderings = entry.partition("=")
            english = [" ".join(fold(r).replace("'", "").split()) for r in renderings.split(",")]
            for word in words.split():
                kept = found.setdefault(stem(fold(word)), {})
                for place, rendering in enumerate(english):
                    kept[rendering] = max(kept.get(rendering, 0.0), RANKS[min(place, len(RANKS) - 1)])
    return found


def first_letters(word: str, shortened: bool) -> list[tuple[str, float]]:
    """What a Russian word gives to an acronym, with its share: two letters or one for a compound (судостроительный: СС, С)."""
    if shortened:
        return [(word, 1.0)]
    whole = "".join(part[0] for part in word.split("-"))
    linked = next((w for w in LINKED if word.startswith(w) and len(word) > len(w) + 4), "")
    return [(whole + word[len(linked)], 0.55), (whole, 0.45)] if linked else [(whole, 1.0)]


def letters() -> dict[str, Counter[str]]:
    """First letters of the Russian words (the first of each entry) that stand behind a rendering, by rank of the rendering."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    shortened = False
    for line in (HERE / "lexicon_ru_hand.txt").read_text(encoding="utf-8").splitlines():
        shortened = line.startswith(SHORTENED) or (shortened and not line.startswith("#"))
        for entry in filter(None, map(str.strip, line.split(";"))) if not line.startswith("#") else ():
            russian, _, renderings = entry.partition("=")
            spellings = [word for place, word in enumerate(russian.split()) if place == 0 or "-" in word]
            for place, rendering in enumerate(renderings.split(",")):
                plain = " ".join(fold(rendering).replace("'", "").split())
                if shortened and " " not in plain:
                    continue
                for word in spellings:
                    for first, share in first_letters(fold(word), shortened):
                        found[plain][first] += share * RANKS[min(place, len(RANKS) - 1)]
    return {r: row for r, row in found.items() if r not in SMALL and len(r) > 1}


def write_letters() -> None:
    """Write the table of first letters."""
    lines = ["# English renderings and the first letters of the Russian words behind them. Made by scripts/learn_lexicon.py"]
    for rendering, row in sorted(letters().items()):
        ranked = sorted(row.items(), key=lambda found: (-found[1], len(found[0])))[:MOST_LETTERS]
        kept = [first for first, share in ranked if share >= LEAST_LETTERS * ranked[0][1]]
        if kept:
            lines.append(f"{rendering}\t{' '.join(kept)}")
    (TARGET.parent / "en-letters.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def words(name: str) -> list[str]:
    """The words of a name without legal forms and punctuation; hyphened words in their parts."""
    plain = "".join(c if c.isalnum() or c == "'" else " " for c in fold(name)).replace("'s ", " ").replace("'", "").split()
    cut = {place for form in forms(plain) for place in range(form.start, form.end)}
    return [word for place, word in enumerate(plain) if place not in cut]


def pairs(path: str) -> list[tuple[list[str], list[str]]]:
    """Names of organisations to learn from, as stems and English words."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["script"] == "cyrl" and r["kind"] == "org"]
    rows = [r for r in rows if zlib.crc32(r["source_key"].encode()) % 3 != 0]
    made = [([stem(w) for w in words(r["name_other"])], words(r["name_latin"])) for r in rows]
    return [both for both in made if all(both)]


def align(couples: list[tuple[list[str], list[str]]]) -> tuple[Counts, Counter[str]]:
    """Expected numbers of alignments of each left word with each right word (IBM model 1), and of left words."""
    shares: dict[tuple[str, str], float] = defaultdict(lambda: 1.0)
    counts: Counts = defaultdict(Counter)
    for _ in range(ROUNDS):
        counts, totals = defaultdict(Counter), Counter[str]()
        for left, right in couples:
            for e in right:
                norm = sum(shares[f, e] for f in (*left, ""))
                for f in (*left, ""):
                    share = shares[f, e] / norm
                    counts[f][e] += share
                    totals[f] += share
        shares = defaultdict(float, {(f, e): n / totals[f] for f, row in counts.items() for e, n in row.items()})
    return counts, Counter({f: sum(row.values()) for f, row in counts.items()})


def learned(path: str) -> dict[str, Counter[str]]:
    """Numbers of alignments that both directions see, by stem."""
    couples = pairs(path)
    there, _ = align(couples)
    back, _ = align([(right, left) for left, right in couples])
    found: dict[str, Counter[str]] = {}
    for f, row in there.items():
        both = {e: min(n, back[e][f]) for e, n in row.items() if f}
        kept = Counter({e: n for e, n in both.items() if n >= 1 and e not in SMALL and not e.isdigit() and len(e) > 1})
        if kept:
            found[f] = kept
    return found


def is_reading(key: str, word: str) -> bool:
    """Whether the Latin word is the stem in Latin letters, not a rendering."""
    return any(JaroWinkler.similarity(r, word) > 0.9 or sound(r) == sound(word) for r in readings(key))


def joined(hand: dict[str, dict[str, float]], seen: dict[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Hand-written and learned renderings in one table, shares a stem summing to one."""
    table: dict[str, dict[str, float]] = {}
    placed = {
        part for shares in hand.values() for rendering in shares for part in rendering.split()
    }  # another word's, if aligned
    for key, shares in hand.items():
        row = seen.get(key, Counter())
        total = sum(shares.values())
        weights = {r: PRIOR * share / total + row.get(r, 0.0) for r, share in shares.items()}
        new = {e: n for e, n in row.items() if e not in placed and n >= FEWEST}
        whole = sum(weights.values()) + sum(new.values())
        weights |= {e: n for e, n in new.items() if n / whole >= ADDED}
        table[key] = weights
    for key, row in seen.items():
        if key in hand or len(key) < FEWEST or key.isascii():
            continue
        whole = sum(row.values())
        kept = {e: n for e, n in row.items() if n >= FEWEST and n / whole >= SURE and not is_reading(key, e)}
        if kept:
            table[key] = kept | {"": whole - sum(kept.values())}
    return table


def main() -> None:
    """Write the table."""
    hand = by_hand()
    table = joined(hand, learned(sys.argv[1]) if len(sys.argv) > 1 else {})
    lines = ["# Stems of Cyrillic words, English renderings, share in per cent. Our own; made by scripts/learn_lexicon.py"]
    for key in sorted(table):
        whole = sum(table[key].values())
        shares = sorted(((n / whole, r) for r, n in table[key].items() if r), reverse=True)
        shares = sorted(((max(share, FLOOR) if r in hand.get(key, ()) else share, r) for share, r in shares), reverse=True)
        options = [f"{r}:{min(99, round(100 * share)):02d}" for share, r in shares]
        lines.append("\t".join([key, *options[:8]]))
    TARGET.parent.mkdir(exist_ok=True)
    write_letters()
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(hand), "stems by hand,", len(table), "in all")
    for key in sorted(set(table) - set(hand)):
        print(key, table[key])


if __name__ == "__main__":
    main()
