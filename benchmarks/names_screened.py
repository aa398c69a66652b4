"""Who is looked for in the screening measures: UN people with and without errors, strangers, EU bodies on the US list."""

from __future__ import annotations

import csv
import gzip
import random
import re
from collections import defaultdict

import names_errors
from names_lists import SHARED, Row, spoiled

from dragoman.compare.name import Kind, Role
from dragoman.compare.parse import parse
from dragoman.compare.tokens import split

ERRORS = ("one", "one", "two", "reordered")  # how the names looked for are spoiled, in turn
NUMBERS = re.compile(r"\b\d{10}\b|\b\d{13}\b")  # Russian tax and registration numbers
KINDS = {"Individual": Kind.PERSON, "Vessel": Kind.OTHER, "Aircraft": Kind.OTHER}


def _rows(path: str) -> list[dict[str, str]]:
    with gzip.open(SHARED / "data" / path, "rt", encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def _key(name: str) -> str:
    return " ".join(sorted(latin for _, latin in split(name)))


def people(listed: list[Row]) -> tuple[list[set[int]], list[str], list[str]]:
    """The records of each UN person, the names as printed, and the same names with errors."""
    records: dict[str, set[int]] = defaultdict(set)
    for number, name, _ in listed:
        records[_key(name)].add(number)
    printed = [r["full_name"] for r in _rows("screening/positives_un.csv.gz")]
    draw = random.Random(11)
    wrong = [spoiled(draw, name, ERRORS[n % len(ERRORS)]) for n, name in enumerate(printed)]
    return [records[_key(name)] for name in printed], printed, wrong


def strangers(every: int = 2) -> list[str]:
    """Made people who are on no list."""
    return [r["full_name"] for r in _rows("screening/negatives_us.csv.gz")][::every]


def shortened(listed: list[Row], size: int = 1_000) -> list[tuple[str, set[int]]]:
    """Listed people of three words and more by their first given and their family name, and the records of their names."""
    records: dict[str, set[int]] = defaultdict(set)
    for number, name, _ in listed:
        records[_key(name)].add(number)
    names = [name for _, name, kind in listed if kind is Kind.PERSON]
    short = ((names_errors.shortened(name), records[_key(name)]) for name in random.Random(17).sample(names, 5 * size))
    return [(name, found) for name, found in short if name][:size]


def bodies(listed: list[Row]) -> dict[int, set[str]]:
    """The names of each record, legal forms aside."""
    found: dict[int, set[str]] = defaultdict(set)
    for record, name, _ in listed:
        found[record].add(in_full(name))
    return found


def in_full(name: str) -> str:
    """The words of a body's name in order, without its legal form."""
    words = parse(name, Kind.ORGANISATION).words
    return " ".join([word.latin for word in words if word.role is not Role.FORM] or [word.latin for word in words])


def same_body(record: int, names: list[str], truth: set[int], known: dict[int, set[str]]) -> bool:
    """Whether a record is the body looked for: by its number, by a name in full of it or of a record that has its number."""
    said = {in_full(name) for name in names}.union(*(known[other] for other in truth))
    return record in truth or not said.isdisjoint(known[record])


def eu_bodies() -> list[tuple[str, list[str], set[str]]]:
    """Record, names and numbers of each body on the EU list."""
    found = []
    for row in _rows("watchlist-eu/32014R0269.csv.gz"):
        if row["schema"] != "Person":
            told = " ".join(row[key] for key in ("innCode", "ogrnCode", "registrationNumber", "taxNumber", "idNumber"))
            names = [n.strip() for n in re.split(r"[;|\n]", f"{row['name']};{row['alias']}") if n.strip()]
            found.append((row["recordId"], names, set(NUMBERS.findall(told))))
    return found


def us_listed() -> tuple[list[Row], list[set[str]]]:
    """The names of the US list, and the numbers of each record."""
    listed: list[Row] = []
    numbers = []
    for at, row in enumerate(_rows("watchlist-us-csl/csl_2025-05_full.csv.gz")):
        names = [row["name"], *(row["alt_names"] or "").split(";")]
        listed += [(at, name.strip(), KINDS.get(row["type"], Kind.ORGANISATION)) for name in names if name.strip()]
        numbers.append(set(NUMBERS.findall(row["ids"] or "")))
    return listed, numbers


def eu_on_us() -> tuple[list[tuple[int, list[str]]], list[Row], dict[int, set[int]]]:
    """EU-listed bodies with their names, the names of the US list, and which US records share a number with each body."""
    listed, numbers = us_listed()
    by_number: dict[str, set[int]] = defaultdict(set)
    for record, held in enumerate(numbers):
        for number in held:
            by_number[number].add(record)
    rows, truth = [], {}
    for at, (_, names, told) in enumerate(eu_bodies()):
        if found := {record for number in told for record in by_number.get(number, ())}:
            rows.append((at, names))
            truth[at] = found
    return rows, listed, truth
