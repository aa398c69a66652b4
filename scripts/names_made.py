"""Pairs of names made from real ones: misspelled, reordered, cut (the same), or with one part of another name (different)."""

from __future__ import annotations

import csv
import gzip
import random
import re
from collections.abc import Callable, Iterator
from itertools import combinations

from names_data import DATA, Pair, Pool, cross_rows, fold_of
from rapidfuzz import fuzz, process

from dragoman.compare.acronyms import RARE
from dragoman.compare.name import Kind, Name, Role
from dragoman.compare.parse import parse
from dragoman.compare.score import compare_names
from dragoman.compare.words import is_patronymic

KEYS = {c: row[max(i - 1, 0) : i + 2] for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for i, c in enumerate(row)}
MOSTLY = 0.6  # share of the weight of two names that agrees where they are one said otherwise
TITLES = ("Dr.", "Mr", "Prof.", "General", "Sheikh", "Haji")
FORMS = (
    ("LLC", "Limited Liability Company"),
    ("Ltd", "Limited"),
    ("Inc.", "Incorporated"),
    ("Corp.", "Corporation"),
    ("PLC", "Public Limited Company"),
    ("JSC", "Joint Stock Company"),
    ("GmbH", "Gesellschaft mit beschränkter Haftung"),
    ("AG", "Aktiengesellschaft"),
    ("S.A.", "SA"),
    ("B.V.", "BV"),
)
OTHER_FORMS = (("GmbH", "GmbH & Co. KG"), ("GmbH", "AG"), ("JSC", "LLC"), ("S.A.", "S.A.R.L."))
PLACES = (
    "China",
    "Russia",
    "Kiev",
    "Germany",
    "Mexico",
    "Brasil",
    "Polska",
    "Sweden",
    "Hong Kong",
    "Singapore",
    "Deutschland",
    "Shanghai",
)


def people() -> list[str]:
    """Full names of people: lists, and synthetic ones."""
    found = [row.latin for row in cross_rows() if row.kind == "person" and re.fullmatch(r"[A-Za-z' -]+", row.latin)]
    with gzip.open(DATA / "watchlist-us-ofac/sdn.csv.gz", "rt", encoding="utf-8", errors="replace") as text:
        for row in csv.reader(text):
            if len(row) > 2 and row[2].strip() == "individual" and "," in row[1]:
                family, given = row[1].split(",", 1)
                found.append(f"{given.strip()} {family.title()}")
    with gzip.open(DATA / "screening/negatives_us.csv.gz", "rt", encoding="utf-8") as text:
        found += [row["full_name"] for row in csv.DictReader(text)][:2500]
    return sorted({name for name in found if 2 <= len(name.split()) <= 6})


def organisations() -> list[str]:
    """Names of organisations from the LEI sample and the US lists."""
    with gzip.open(DATA / "gleif/lei_sample.csv.gz", "rt", encoding="utf-8") as text:
        found = [row["legal_name"] for row in csv.DictReader(text)]
    with gzip.open(DATA / "watchlist-us-ofac/sdn.csv.gz", "rt", encoding="utf-8", errors="replace") as text:
        found += [row[1] for row in csv.reader(text) if len(row) > 2 and row[2].strip() == "-0-"]
    return sorted({name for name in found if 2 <= len(name.split()) <= 9 and name.isascii()})


def typo(word: str, draw: random.Random) -> str:
    """One slip of the keyboard or the ear."""
    if len(word) < 3:
        return word
    at = draw.randrange(len(word))
    near = draw.choice(KEYS.get(word[at].lower(), "aeiou"))
    made = draw.choice(
        (word[:at] + word[at + 1 :], word[:at] + near + word[at:], word[:at] + near + word[at + 1 :],
         word[:at] + word[at] + word[at:],
         word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :])
    )  # fmt: skip
    return made if made.strip() else word


def misspelled(name: str, draw: random.Random) -> str:
    """The name with a typing error in one word, seldom in two."""
    words = name.split()
    long = [i for i, word in enumerate(words) if len(word) > 2] or [0]
    for _ in range(1 if draw.random() < 0.75 else 2):
        at = draw.choice(long)
        words[at] = typo(words[at], draw)
    return " ".join(words)


def same_person(name: str, draw: random.Random) -> str:
    """Another way to write a person's name."""
    words = name.split()
    middle = list(range(1, len(words) - 1))
    ways: list[Callable[[], str]] = [
        lambda: misspelled(name, draw),
        lambda: misspelled(name, draw),
        lambda: f"{words[-1]}, {' '.join(words[:-1])}",
        lambda: " ".join([words[-1].upper(), *words[:-1]]),
        lambda: f"{draw.choice(TITLES)} {name}",
        lambda: "".join(words) if len(words) == 2 else name.upper(),
    ]
    if middle:
        drop = draw.choice(middle)
        ways += 2 * [lambda: " ".join(w for i, w in enumerate(words) if i != drop)]
        ways += [lambda: " ".join(w if i != drop else w[0] + "." for i, w in enumerate(words))]
        ways += [lambda: misspelled(" ".join(w for i, w in enumerate(words) if i != drop), draw)]
    return draw.choice(ways)()


def other_person(name: str, donor: str, draw: random.Random) -> str:
    """Another person: one part of the name taken from somebody else (a patronymic from a patronymic)."""
    words, others = name.split(), donor.split()
    at = draw.randrange(len(words))
    fitting = [w for w in others if is_patronymic(w.lower()) == is_patronymic(words[at].lower())]
    if not fitting or words[at].lower() in donor.lower():
        return donor
    words[at] = fitting[min(at, len(fitting) - 1)]
    return " ".join(words)


def same_organisation(name: str, draw: random.Random) -> str:
    """Another way to write the name of an organisation."""
    words = name.split()
    for short, long in FORMS:
        if words[-1].strip(".,").lower() == short.strip(".").lower() and draw.random() < 0.5:
            return " ".join([*words[:-1], long])
    ways: list[Callable[[], str]] = [
        lambda: misspelled(name, draw),
        lambda: misspelled(name, draw),
        lambda: name.upper() if not name.isupper() else name.title(),
        lambda: _joined(words, draw),
    ]
    return draw.choice(ways)()


def _joined(words: list[str], draw: random.Random) -> str:
    at = draw.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1].lower(), *words[at + 2 :]])


def other_organisation(name: str, donor: str, draw: random.Random) -> str:
    """Another organisation: a word replaced, a place or a number added, another legal form, a part of the name alone."""
    words, others = name.split(), donor.split()
    at = draw.randrange(min(len(words), max(len(words) - 1, 1)))
    place = draw.choice(PLACES)
    short, other = draw.choice(OTHER_FORMS)
    core = " ".join(words[:-1]) if len(words) > 2 else name
    ways: list[Callable[[], str]] = [
        lambda: " ".join([*words[:at], others[min(at, len(others) - 1)], *words[at + 1 :]]),
        lambda: " ".join([*words[:at], others[min(at, len(others) - 1)], *words[at + 1 :]]),
        lambda: f"{core} {place}" if len(words) < 3 else " ".join([*words[:-1], place, words[-1]]),
        lambda: f"{name} ({place})",
        lambda: " ".join([core, str(draw.randrange(2, 30)), *words[-1:]]),
        lambda: f"{core}|{short}|{other}",
        lambda: _first_part(name),
        lambda: _first_part(name),
    ]
    return draw.choice(ways)()


def _first_part(name: str) -> str:
    """The words a name begins with, where two or more that tell something follow."""
    told = [word.text for word in parse(name, Kind.ORGANISATION).words if word.role in (Role.CORE, Role.ACTIVITY, Role.PLACE)]
    return " ".join(told[:-2]) if len(told) > 2 else name


def numbered(name: str, draw: random.Random) -> tuple[str, str]:
    """Two branches of one body, told apart by their number alone."""
    one, two = draw.sample(range(1, 40), 2)
    sign = draw.choice(("No. ", "No.", "", "Branch "))
    return f"{name} {sign}{one}", f"{name} {sign}{two}"


def listed_people() -> list[str]:
    """People of the UN list as printed and of the US list."""
    with gzip.open(DATA / "screening/positives_un.csv.gz", "rt", encoding="utf-8") as text:
        found = [row["full_name"] for row in csv.DictReader(text)]
    with gzip.open(DATA / "watchlist-us-ofac/sdn.csv.gz", "rt", encoding="utf-8", errors="replace") as text:
        found += [row[1] for row in csv.reader(text) if len(row) > 2 and row[2].strip() == "individual"]
    return sorted(set(found))


def aliases(seed: int = 17, size: int = 1500) -> Iterator[Pair]:
    """Names of one US-listed body beside its other names in Latin letters, where translators differ and nothing else."""
    draw = random.Random(seed)
    with gzip.open(DATA / "watchlist-us-csl/csl_2025-05_full.csv.gz", "rt", encoding="utf-8") as text:
        rows = [row for row in csv.DictReader(text) if row["type"] in ("Entity", "") and row["alt_names"]]
    for row in draw.sample(rows, min(size, len(rows))):
        names = [name.strip() for name in (row["name"], *row["alt_names"].split(";")) if name.strip()]
        parsed = [parse(name, Kind.ORGANISATION) for name in dict.fromkeys(names) if name.isascii()]
        both = [
            (one, other) for one, other in combinations(parsed, 2) if one.folded != other.folded and _translated(one, other)
        ]
        for one, other in draw.sample(both, min(2, len(both))):
            yield Pair(one.text, other.text, True, Kind.ORGANISATION, "alias organisation", fold_of(row["name"]))


def _translated(one: Name, other: Name) -> bool:
    """Whether two names of a body differ in words of activity and the like alone: not two names, but one said otherwise."""
    held = [{word.latin for word in name.words if word.role is Role.CORE and word.weight >= RARE} for name in (one, other)]
    if not held[0] & held[1]:
        return False
    seen = compare_names(one, other).features
    return seen["extra_core"] == 0 and seen["agreed"] > MOSTLY


def screened(seed: int = 5, size: int = 2500) -> Iterator[Pair]:
    """Listed people with errors against themselves, and people on no list against the listed ones the engine finds nearest."""
    draw = random.Random(seed)
    listed = listed_people()
    pool = Pool(listed, Kind.PERSON)
    for name in draw.sample(listed, size):
        words = misspelled(name.replace(",", ""), draw).split()
        if draw.random() < 0.3:
            draw.shuffle(words)
        yield Pair(name, " ".join(words), True, Kind.PERSON, "screened", fold_of(name))
    with gzip.open(DATA / "screening/negatives_us.csv.gz", "rt", encoding="utf-8") as text:
        strangers = [row["full_name"] for row in csv.DictReader(text)]
    known = {" ".join(sorted(name.lower().replace(",", "").split())) for name in listed}
    for name in draw.sample(strangers, size):
        if " ".join(sorted(name.lower().split())) not in known:
            for _, near in pool.best(name, 2, 25):
                yield Pair(name, near, False, Kind.PERSON, "screened", fold_of(name))


def made(wanted: Kind, seed: int = 11, size: int = 1000) -> Iterator[Pair]:
    """Pairs of a kind, equally many that are the same and that are not."""
    draw = random.Random(seed)
    kinds = (
        (people(), Kind.PERSON, same_person, other_person),
        (organisations(), Kind.ORGANISATION, same_organisation, other_organisation),
    )
    for names, kind, same, other in [row for row in kinds if row[1] is wanted]:
        for name in draw.sample(names, size):
            fold = fold_of(name)
            left, right = name, same(name, draw)
            yield Pair(left, right, True, kind, f"made {kind}", fold)
            changed = other(name, draw.choice(names), draw)
            if "|" in changed:
                core, short, long = changed.split("|")
                left, changed = f"{core} {short}", f"{core} {long}"
            if kind is Kind.ORGANISATION and draw.random() < 0.1:
                left, changed = numbered(name, draw)
            if changed.lower() != left.lower():
                yield Pair(left, changed, False, kind, f"made {kind}", fold)
            near = process.extract(name, names, scorer=fuzz.token_sort_ratio, limit=3)
            for found, _, _ in near[1:]:
                if re.sub(r"\W", "", found.lower()) != re.sub(r"\W", "", name.lower()):
                    yield Pair(name, found, False, kind, f"near {kind}", fold)
