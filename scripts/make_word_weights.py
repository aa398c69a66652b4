"""Make data/word_weights.tsv: how rare each word is in names of organisations and of people; and data/place_words.tsv.

    python scripts/make_word_weights.py

Counts words, not rows: the share of names a word occurs in, as -ln, for words of three names or more. Read are the LEI sample
(CC0), the US lists and the UN list (public domain), the academic domains and the synthetic people (MIT) in the folder of
shared data (DRAGOMAN_SHARED, or ../shared beside the checkout). place_words.tsv holds the single words that name a country or a
large city, from data/places (GeoNames, CC BY 4.0; CLDR).
"""

from __future__ import annotations

import csv
import gzip
import math
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.compare.tokens import split
from dragoman.compare.words import words as words_of

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared")) / "data"
HERE = ROOT / "src/dragoman/data"
FEWEST = 3  # names a word must occur in
LARGE_CITY = 250_000  # inhabitants
LARGEST = 9.5  # the weight of a word never met, as nats; more says nothing more
UN_NAME = re.compile(r"<(?:FIRST|SECOND|THIRD|FOURTH)_NAME>([^<]*)<")


def rows(path: str) -> Iterator[dict[str, str]]:
    """The rows of a zipped table."""
    with gzip.open(DATA / path, "rt", encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def sdn() -> Iterator[tuple[str, str]]:
    """Kind and name of the OFAC lists."""
    for name in ("sdn", "cons_prim"):
        with gzip.open(DATA / f"watchlist-us-ofac/{name}.csv.gz", "rt", encoding="utf-8", errors="replace") as text:
            for row in csv.reader(text):
                if len(row) > 2:
                    yield ("person" if row[2].strip() == "individual" else "organisation"), row[1]


def un() -> Iterator[str]:
    """Names of the people of the UN list."""
    with gzip.open(DATA / "watchlist-un/UN_consolidated.xml.gz", "rt", encoding="utf-8") as text:
        whole = text.read()
    for part in re.findall(r"<INDIVIDUAL>.*?</INDIVIDUAL>", whole, re.DOTALL):
        yield " ".join(UN_NAME.findall(part))


def organisations() -> Iterator[str]:
    """Names of organisations."""
    yield from (row["legal_name"] for row in rows("gleif/lei_sample.csv.gz"))
    for row in rows("academic-domains/institutions.csv.gz"):
        yield from row["names"].split(" | ")
    yield from (name for kind, name in sdn() if kind == "organisation")
    for row in rows("watchlist-us-csl/csl_2025-05_full.csv.gz"):
        if row["type"] not in ("Individual", "Vessel", "Aircraft"):
            yield row["name"]


def people() -> Iterator[str]:
    """Names of people."""
    yield from (name for kind, name in sdn() if kind == "person")
    yield from un()
    yield from (row["full_name"] for row in rows("screening/negatives_us.csv.gz"))
    yield from (row["name"] for row in rows("watchlist-us-csl/csl_2025-05_full.csv.gz") if row["type"] == "Individual")


def weights(names: Iterable[str]) -> dict[str, float]:
    """-ln of the share of names each word occurs in."""
    counts: Counter[str] = Counter()
    unique = {tuple(sorted({latin for _, latin in split(name)})) for name in names}
    for words in unique:
        counts.update(words)
    whole = len(unique)
    return {w: min(-math.log(n / whole), LARGEST) for w, n in counts.items() if n >= FEWEST and len(w) > 1 and w.isascii()}


def places() -> list[str]:
    """Words that name a country or a large city and are long enough to mean little else."""
    countries = (line.split("\t")[1] for line in (HERE / "places/countries.tsv").read_text(encoding="utf-8").splitlines())
    found = {latin for name in countries for _, latin in split(name) if len(latin) > 3}
    with gzip.open(HERE / "places/cities.tsv.gz", "rt", encoding="utf-8") as text:
        for line in text:
            columns = line.rstrip("\n").split("\t")
            if int(columns[4] or 0) >= LARGE_CITY:
                spelled = [split(name) for name in columns[5].split("|")]
                found.update(words[0][1] for words in spelled if len(words) == 1 and len(words[0][1]) > 3)
    return sorted(found - words_of("activity") - words_of("link"))


def main() -> None:
    """Count and write."""
    credit = "# Words that name a country or a large city. Contains data of GeoNames (geonames.org), CC BY 4.0, and CLDR."
    (HERE / "place_words.tsv").write_text("\n".join([credit, *places()]) + "\n", encoding="utf-8")
    left, right = weights(organisations()), weights(people())
    lines = ["# word, -ln of its share among names of organisations, and of people; scripts/make_word_weights.py"]
    for word in sorted(left.keys() | right.keys()):
        if not word.isdigit():
            lines.append("\t".join((word, _number(left.get(word)), _number(right.get(word)))))
    (HERE / "word_weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(left)} words of organisations, {len(right)} of people")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


if __name__ == "__main__":
    main()
