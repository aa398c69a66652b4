"""Names of the public lists under DRAGOMAN_SHARED, plainly read, and errors made in them, for measuring the index."""

from __future__ import annotations

import csv
import gzip
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from dragoman.compare.name import Kind

SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[2] / "shared"))
OFAC_KINDS = {"individual": Kind.PERSON, "vessel": Kind.OTHER, "aircraft": Kind.OTHER}
NULL = "-0-"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SYLLABLES = "ba ko ri ten mu sha lo vi gra nel do pis ka tre no zu fer la min sto ve qua ry hal".split()
Row = tuple[int, str, Kind]
ERRORS = ("one", "two", "reordered", "dropped", "added", "joined", "split")


def _csv(path: str) -> Iterator[list[str]]:
    with gzip.open(SHARED / "data" / path, "rt", encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.reader(file)


def _ofac(start: int) -> Iterator[Row]:
    numbers: dict[str, tuple[int, Kind]] = {}
    for primary, aliases in (("sdn.csv.gz", "alt.csv.gz"), ("cons_prim.csv.gz", "cons_alt.csv.gz")):
        for row in _csv(f"watchlist-us-ofac/{primary}"):
            if len(row) > 2:
                kind = OFAC_KINDS.get(row[2].strip(), Kind.ORGANISATION)
                numbers[row[0]] = (start + len(numbers), kind)
                yield *numbers[row[0]][:1], row[1].strip(), kind
        for row in _csv(f"watchlist-us-ofac/{aliases}"):
            if len(row) > 3 and row[0] in numbers:
                number, kind = numbers[row[0]]
                yield number, row[3].strip(), kind


def _csl(start: int) -> Iterator[Row]:
    rows = _csv("watchlist-us-csl/csl_2025-05_full.csv.gz")
    head = next(rows)
    name, kind, aliases = head.index("name"), head.index("type"), head.index("alt_names")
    for number, row in enumerate(rows, start):
        what = OFAC_KINDS.get(row[kind].strip().lower(), Kind.ORGANISATION if row[kind].strip() else Kind.ANY)
        for text in (row[name], *row[aliases].split(";")):
            if text.strip():
                yield number, text.strip(), what


def _un(start: int) -> Iterator[Row]:
    with gzip.open(SHARED / "data/watchlist-un/UN_consolidated.xml.gz") as file:
        root = ElementTree.parse(file).getroot()
    for number, node in enumerate([*root.iter("INDIVIDUAL"), *root.iter("ENTITY")], start):
        kind = Kind.PERSON if node.tag == "INDIVIDUAL" else Kind.ORGANISATION
        parts = [node.findtext(f"{which}_NAME") or "" for which in ("FIRST", "SECOND", "THIRD", "FOURTH")]
        texts = [" ".join(" ".join(parts).split()), node.findtext("NAME_ORIGINAL_SCRIPT") or ""]
        texts += [alias.text or "" for alias in node.iter("ALIAS_NAME")]
        yield from ((number, text.strip(), kind) for text in texts if text.strip())


def listed() -> list[Row]:
    """(record, name, kind) of the United Nations, OFAC and Consolidated Screening lists."""
    rows: list[Row] = []
    for read in (_un, _ofac, _csl):
        rows += list(read(rows[-1][0] + 1 if rows else 0))
    return [row for row in dict.fromkeys(rows) if row[1] != NULL]


def recombined(rows: list[Row], count: int, seed: int = 1) -> Iterator[Row]:
    """Organisations made of the beginning of one listed name and the end of another, a third of them with an invented word."""
    draw = random.Random(seed)
    split = (re.findall(r"[a-z]+", text.lower()) for _, text, kind in rows if kind is Kind.ORGANISATION)
    base = [words for words in split if 2 <= len(words) <= 8]
    for number in range(count):
        left, right = draw.choice(base), draw.choice(base)
        words = (left[: draw.randrange(1, len(left))] + right[-draw.randrange(1, len(right)) :])[:7]
        if draw.random() < 0.35:
            words.insert(draw.randrange(2), "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))))
        yield number, " ".join(words), Kind.ORGANISATION


def misspelled(draw: random.Random, word: str) -> str:
    """A word with one typing error: a letter lost, doubled, added, replaced, or two neighbours exchanged."""
    place = draw.randrange(len(word))
    kind = draw.randrange(5)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[: place + 1] + word[place:]
    if kind == 2:
        return word[:place] + draw.choice(LETTERS) + word[place:]
    if kind == 3:
        return word[:place] + draw.choice(LETTERS) + word[place + 1 :]
    place = min(place, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _with_errors(draw: random.Random, words: list[str], errors: int) -> list[str]:
    long = [i for i, word in enumerate(words) if len(word) > 3] or [max(range(len(words)), key=lambda i: len(words[i]))]
    for _ in range(errors):
        place = draw.choice(long)
        if len(words[place]) > 1:
            words[place] = misspelled(draw, words[place])
    return words


def spoiled(draw: random.Random, name: str, how: str) -> str:
    """The name with an error of a kind of `ERRORS`."""
    words = name.replace(",", " ").lower().split()
    if how in ("one", "two"):
        return " ".join(_with_errors(draw, words, 1 if how == "one" else 2))
    if how == "reordered":
        draw.shuffle(words)
        return " ".join(_with_errors(draw, words, 1))
    place = draw.randrange(len(words))
    if how == "dropped" and len(words) > 2:
        words.pop(place)
    elif how == "added":
        words.insert(place, "".join(draw.choices(SYLLABLES, k=draw.randint(2, 3))))
    elif how == "joined" and len(words) > 1:
        place = min(place, len(words) - 2)
        words[place : place + 2] = [words[place] + words[place + 1]]
    elif how == "split" and len(words[place]) > 5:
        cut = draw.randrange(3, len(words[place]) - 2)
        words[place : place + 1] = [words[place][:cut], words[place][cut:]]
    return " ".join(words)


def people_asked() -> dict[str, list[str]]:
    """Names of people who are on the United Nations list, and of people who are on no list."""
    files = {"people of the UN list": "positives_un", "people on no list": "negatives_us"}
    return {what: [row[0] for row in list(_csv(f"screening/{name}.csv.gz"))[1:]] for what, name in files.items()}
