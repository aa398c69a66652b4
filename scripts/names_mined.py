"""Pairs met in screening, to train on: names of nobody listed beside the listed names the index finds, and listed names
with errors beside themselves. Without the first the model alarms on whatever the lists hold nearly.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from names_data import Pair, fold_of

from dragoman.compare.index import Index, build
from dragoman.compare.name import Kind, Name
from dragoman.compare.parse import parse
from dragoman.compare.score import rate

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

import names_screened
from names_lists import listed, spoiled
from names_namesakes import Namesakes, Standing
from names_strangers import GROUPS

STRANGERS = {Kind.PERSON: 500, Kind.ORGANISATION: 1000}  # names of nobody listed in each group
SPOILED = 2000  # listed names of each kind, with errors
BEST, ROUGH = 4, 2  # listed names beside each: the best by the engine, the first of the index
BEST_ACROSS, ROUGH_ACROSS = 12, 8  # the same of bodies in another script, of which there are few
BEST_NUMBERED, ROUGH_NUMBERED = 8, 4  # US-listed bodies of other numbers beside one of the EU list
EU = "32014R0269"
PERSON_ERRORS = ("one", "one", "two", "reordered")
BODY_ERRORS = ("one", "one", "two", "joined", "split")


def mined(kind: Kind, seed: int = 3) -> Iterator[Pair]:
    """Wrong pairs of strangers with listed names, right pairs of listed names with errors, of one kind."""
    names = listed()
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "names", names)
        index = Index.open(Path(folder) / "names")
        yield from strangers(index, kind)
    draw, errors = random.Random(seed), PERSON_ERRORS if kind is Kind.PERSON else BODY_ERRORS
    texts = sorted({text for _, text, what in names if what is kind and 1 < len(text.split()) < 9})
    for text in draw.sample(texts, SPOILED):
        yield Pair(spoiled(draw, text, draw.choice(errors)), text, True, kind, f"spoiled {kind}", fold_of(text))


def numbered() -> Iterator[Pair]:
    """EU-listed bodies by their names in another script beside US-listed ones that have other registration numbers."""
    names, numbers = names_screened.us_listed()
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "names", names)
        index = Index.open(Path(folder) / "names")
        for record, said, held in names_screened.eu_bodies():
            for text in said if held else ():
                if re.search("[а-яё]", text.lower()):
                    for other in _numbered_otherwise(index, parse(text, Kind.ORGANISATION), held, numbers):
                        fold = fold_of(f"{EU}#{record}")
                        yield Pair(text, other, False, Kind.ORGANISATION, "numbered organisation across", fold)


def _numbered_otherwise(index: Index, name: Name, held: set[str], numbers: list[set[str]]) -> list[str]:
    """Names near a name, of bodies that have a number of the same sort and none of its own."""
    near = index.search(name, Kind.ORGANISATION, 50)
    found = [index.name(c.name_number) for c in near if _differ(held, numbers[c.record])]
    best = sorted(found, key=lambda other: -rate(name, other))[:BEST_NUMBERED]
    return list(dict.fromkeys(other.text for other in (*best, *found[:ROUGH_NUMBERED])))


def _differ(ours: set[str], theirs: set[str]) -> bool:
    return not ours & theirs and not {len(n) for n in ours}.isdisjoint([len(n) for n in theirs])


def strangers(index: Index, kind: Kind) -> Iterator[Pair]:
    """The wrong pairs."""
    known = Namesakes()
    for group in [group for group in GROUPS if group.kind is kind]:
        for text in group.names(STRANGERS[kind], trained=True):
            name = parse(text, kind)
            bearer = [name, *(parse(other, kind) for other in group.also(text))]
            for other in _near(index, name, kind):
                if known.nearest(bearer, other) is not Standing.SAME and other.kind in (kind, Kind.ANY):
                    sort = f"stranger {kind}" if text.isascii() else f"stranger {kind} across"
                    yield Pair(text, other.text, False, kind, sort, fold_of(text))


def _near(index: Index, name: Name, kind: Kind) -> list[Name]:
    across = kind is not Kind.PERSON and not name.folded.isascii()
    most, first, floor = (BEST_ACROSS, ROUGH_ACROSS, 0.0) if across else (BEST, ROUGH, 0.5)
    found = [index.name(candidate.name_number) for candidate in index.search(name, kind, 50, floor)]
    best = sorted(found, key=lambda other: -rate(name, other))[:most]
    return list({other.text: other for other in (*best, *found[:first])}.values())
