"""Pairs met in screening, to train on: names of nobody listed beside the listed names the index finds, and listed names
with errors beside themselves. Without the first the model alarms on whatever the lists hold nearly.
"""

from __future__ import annotations

import random
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

from names_lists import listed, spoiled
from names_namesakes import Namesakes
from names_strangers import GROUPS

STRANGERS = 500  # names of nobody listed in each group
SPOILED = 2000  # listed names of each kind, with errors
BEST, ROUGH = 4, 2  # listed names beside each: the best by the engine, the first of the index
PERSON_ERRORS = ("one", "one", "two", "reordered")
BODY_ERRORS = ("one", "one", "two", "joined", "split")


def mined(seed: int = 3) -> Iterator[Pair]:
    """Wrong pairs of strangers with listed names, right pairs of listed names with errors."""
    names = listed()
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "names", names)
        index = Index.open(Path(folder) / "names")
        yield from strangers(index)
    draw = random.Random(seed)
    for kind, errors in ((Kind.PERSON, PERSON_ERRORS), (Kind.ORGANISATION, BODY_ERRORS)):
        texts = sorted({text for _, text, what in names if what is kind and 1 < len(text.split()) < 9})
        for text in draw.sample(texts, SPOILED):
            yield Pair(spoiled(draw, text, draw.choice(errors)), text, True, kind, f"spoiled {kind}", fold_of(text))


def strangers(index: Index) -> Iterator[Pair]:
    """The wrong pairs."""
    known = Namesakes()
    for group in GROUPS:
        for text in group.names(STRANGERS, trained=True):
            name = parse(text, group.kind)
            for other in _near(index, name, group.kind):
                if not known.same(name, other) and other.kind in (group.kind, Kind.ANY):
                    sort = f"stranger {group.kind}" if text.isascii() else f"stranger {group.kind} across"
                    yield Pair(text, other.text, False, group.kind, sort, fold_of(text))


def _near(index: Index, name: Name, kind: Kind) -> list[Name]:
    found = [index.name(candidate.name_number) for candidate in index.search(name, kind, 50, 0.5)]
    best = sorted(found, key=lambda other: -rate(name, other))[:BEST]
    return list({other.text: other for other in (*best, *found[:ROUGH])}.values())
