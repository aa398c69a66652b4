"""Train how people of a list are rated by what the list holds around a name (src/dragoman/data/screening_weights.json).

    python scripts/train_screening.py            # figures on what it has not seen, then the weights
    python scripts/train_screening.py --check    # the figures alone

Names looked for are made of the development lists: listed people with errors of many kinds (benchmarks/names_errors.py), short
names with two errors and people of each language put on the list among them, shortened, under another of their listed names,
in Cyrillic, in Han; and strangers by language, of which a third may be trained on. The people of the UN list whom the floors
ask for, and the strangers of mixed origin that set their cut, are no part of it.

`order`: logistic regression; strangers of mixed origin, as the floor of recall is measured with, count four times as much as
all groups of one language. `chance`: the same, and each group of strangers is to meet a listed name as often as the others
(`MET`): the square of the logarithm by which its share differs is added to the loss. No figure tells the group, so the rule is
one for all names. Needs numpy; 10 minutes.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

import names_data
import names_errors
import names_lists
import names_screened
from names_namesakes import Namesakes, Standing
from names_strangers import GROUPS, Group, for_training

from dragoman.compare.crowd_figures import FIGURES
from dragoman.compare.index import Index, build
from dragoman.compare.name import Kind, Name
from dragoman.compare.parse import parse

TARGET = Path(__file__).parents[1] / "src/dragoman/data/screening_weights.json"
MET = 0.005  # strangers of a group that `chance` lets meet a listed name
SURE = 0.02  # strangers whose nearest listed name `order` may let pass the threshold
REVIEWED = 0.04  # strangers for which `order` counts as more than the review value
RIDGE = 1e-4
EVEN, EVENED, SOFT = 0.5, 1e-3, 0.5  # weight of the evenness; its ridge; log-odds over which a stranger counts as half met
STEPS, PACE = 400, 0.04  # of the descent
STRANGERS, MEASURED = 2_500, 1_000  # of a group trained on and measured, as far as there are any
SPOILED, SHORT, PLANTED = 9_000, 2_000, 240  # names with errors: listed ones, short ones, of each group
UN, NOBODY = "people of the UN list", "people on no list"
MIXED, WEIGHED = "en-latn", 64.0  # the group of mixed origin, and how much it counts for `order`
MOST = 6  # candidates of one stranger
# How much each sort counts.
SHARES = {"spoiled": 1.0, "short": 1.0, "planted": 1.0, "shortened": 2.5, "alias": 1.5, "cyrillic": 0.7, "han": 0.4}
LETTERS = 10  # of a short name
TWICE = ("two letters", "two characters", "a letter", "order and a letter")  # errors in short names
PARTS = 2  # names looked for are parted by a hash: trained on, and measured


@dataclass
class Asked:
    """A name looked for: of which sort or group, whether it is listed, and the figures of the names that it may be."""

    sort: str
    listed: bool
    measured: bool
    figures: np.ndarray


def told(index: Index, name: Name, wanted: Callable[[int], bool]) -> np.ndarray:
    """The figures of the wanted names near one looked for."""
    near = index.near(name, Kind.PERSON)
    found = index.crowd(Kind.PERSON).told(name, near)
    rows = [row for other, row in zip(near, found, strict=True) if isinstance(row, list) and wanted(other.number)]
    return np.array(rows).reshape(-1, len(FIGURES))


def half(name: str) -> bool:
    """Whether a name is kept for measuring."""
    return names_data.fold_of(name) % PARTS == 1


def names_with(rows: list[names_lists.Row]) -> dict[str, set[int]]:
    """The records of each name, whatever the order of its words."""
    found: dict[str, set[int]] = {}
    for number, name, _ in rows:
        found.setdefault(names_screened._key(name), set()).add(number)
    return found


def free(listed: list[names_lists.Row]) -> list[names_lists.Row]:
    """The listed people but for those whom the floors ask for."""
    records = names_with(listed)
    asked = set().union(*[records.get(names_screened._key(name), set()) for name in names_lists.people_asked()[UN]])
    return [row for row in listed if row[2] is Kind.PERSON and row[0] not in asked]


def spoiled(people: list[names_lists.Row], draw: random.Random) -> Iterator[tuple[str, str, str]]:
    """(sort, name looked for, name listed) of people with errors and of people by fewer words."""
    kinds = list(names_errors.KINDS)
    for place, (_, name, _) in enumerate(draw.sample(people, SPOILED)):
        yield "spoiled", names_errors.spoiled(draw, name, kinds[place % len(kinds)]), name
    short = [name for _, name, _ in people if " " in name and name.isascii() and sum(map(str.isalpha, name)) <= LETTERS]
    for place in range(SHORT):
        name = draw.choice(short)
        yield "short", names_errors.spoiled(draw, name, TWICE[place % len(TWICE)]), name
    for _, name, _ in draw.sample(people, 4_000):
        if shorter := names_errors.shortened(name):
            yield "shortened", shorter, name


def bearers(index: Index, listed: list[names_lists.Row]) -> Iterator[Asked]:
    """People looked for who are listed."""
    draw, records, people = random.Random(3), names_with(listed), free(listed)
    for sort, asked, name in spoiled(people, draw):
        of = records[names_screened._key(name)]
        yield Asked(sort, True, half(name), told(index, parse(asked, Kind.PERSON), lambda n, of=of: index.record(n) in of))
    others: dict[int, list[str]] = {}
    for number, name, _ in people:
        if name.isascii():
            others.setdefault(number, []).append(name)
    for number in draw.sample([number for number, names in others.items() if len(names) > 1], 2_500):
        asked = draw.choice(others[number])
        yield from _alias(index, asked, records[names_screened._key(asked)])


ALIKE, TOLD = 0.66, -1.4  # share of the letters, log-odds from which another name of a record counts as a spelling


def _alias(index: Index, asked: str, of: set[int]) -> Iterator[Asked]:
    """Another listed name of the same record, where it is a spelling of the same and no other name."""
    key = names_screened._key(asked)
    name = parse(asked, Kind.PERSON)
    figures = told(index, name, lambda n: index.record(n) in of and names_screened._key(index.name(n).text) != key)
    if ((figures[:, FIGURES.index("share")] > ALIKE) | (figures[:, FIGURES.index("told")] > TOLD)).any():
        yield Asked("alias", True, half(asked), figures)


def across(listed: list[names_lists.Row]) -> tuple[list[names_lists.Row], list[tuple[str, str, set[int]]]]:
    """Names of people to be listed beside the others, and the same in Cyrillic and Han looked for."""
    draw, first = random.Random(5), max(number for number, _, _ in listed) + 1
    records = names_with(listed)
    pairs = [(row.latin, row.other, "cyrillic") for row in names_data.cross_rows() if row.kind == "person"]
    pairs = draw.sample(pairs, 900)
    for name in next(group for group in GROUPS if group.label == "zh-hans").names(400, trained=True):
        family, *given = parse(name, Kind.PERSON).words
        pairs.append((f"{family.latin.upper()}, {' '.join(word.latin for word in given).title()}", name, "han"))
    pairs += planted(draw)
    rows = [(first + place, latin, Kind.PERSON) for place, (latin, _, _) in enumerate(pairs)]
    asked = [
        (sort, other, {first + place} | records.get(names_screened._key(latin), set()))
        for place, (latin, other, sort) in enumerate(pairs)
    ]
    return rows, asked


def planted(draw: random.Random) -> Iterator[tuple[str, str, str]]:
    """Names of each language in Latin letters that are put on the list, and the same with errors; strangers are others."""
    kinds = ("one", "two", "turned", "three", "two", "one", "three", "joined")
    for group in GROUPS:
        if group.kind is Kind.PERSON and group.label.endswith("-latn") and group.label != MIXED:
            names = group.names(3 * STRANGERS, trained=True)
            for place, name in enumerate(names[STRANGERS:][:PLANTED] or names[-PLANTED // 2 :]):
                words = names_errors.ERRORS[kinds[place % len(kinds)]](draw, name.lower().split())
                yield name, " ".join(words), "planted"


def strangers(index: Index, group: Group, known: Namesakes) -> Iterator[Asked]:
    """Names of nobody listed; listed namesakes do not count."""
    if group.label == MIXED:
        rows = names_lists.people_asked()[NOBODY]  # every second sets the cut of the floors
        texts = [(row, False) for row in rows[1::2] if for_training(row)] + [(row, True) for row in rows[::2]]
    else:
        texts = [(name, False) for name in group.names(STRANGERS, trained=True)]
        texts += [(name, True) for name in group.names(MEASURED)]
    for text, measured in texts:
        name = parse(text, Kind.PERSON)
        bearer = [name, *(parse(other, group.kind) for other in group.also(text))]
        near = told(index, name, lambda n, bearer=bearer: known.nearest(bearer, index.name(n)) is Standing.OTHER)
        yield Asked(group.label, False, measured, near)


def collected() -> list[Asked]:
    """Everything that is trained on and measured."""
    listed = names_lists.listed()
    rows, asked = across(listed)
    found: list[Asked] = []
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "names", listed)
        index, known = Index.open(Path(folder) / "names"), Namesakes()
        found += bearers(index, listed)
        for group in GROUPS:
            if group.kind is Kind.PERSON:
                found += strangers(index, group, known)
        build(Path(folder) / "more", [*listed, *rows])
        index = Index.open(Path(folder) / "more")
        for sort, name, of in asked:
            found.append(
                Asked(sort, True, half(name), told(index, parse(name, Kind.PERSON), lambda n, of=of: index.record(n) in of))
            )
    return found


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float) -> np.ndarray:
    """Weights of a logistic regression, the prior last."""
    middle, spread = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - middle) / spread, np.ones((len(x), 1))])
    b, r = np.zeros(z.shape[1]), np.eye(z.shape[1]) * ridge * w.sum()
    r[-1, -1] = 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(z @ b, -30, 30)))
        step = np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + r, z.T @ (w * (p - y)) + r @ b)
        b -= step * min(1.0, 3.0 / np.abs(step).max())
        if np.abs(step).max() < 1e-5:
            break
    return np.append(b[:-1] / spread, b[-1] - (b[:-1] * middle / spread).sum())


def values(x: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Log-odds."""
    return np.asarray(x @ b[:-1] + b[-1])


class Data:
    """What is trained on, as arrays: bearers by their best name, strangers by their nearest ones."""

    def __init__(self, asked: Iterable[Asked]) -> None:
        rows = [a for a in asked if not a.measured]
        share, odds = FIGURES.index("share"), FIGURES.index("told")
        bearing = [a for a in rows if a.listed and len(a.figures)]
        self.x = np.array([a.figures[np.argmax(a.figures[:, share] + 0.1 * a.figures[:, odds])] for a in bearing])
        self.w = np.array([SHARES[a.sort] for a in bearing])
        quiet = [a for a in rows if not a.listed]
        self.groups = sorted({a.sort for a in quiet})
        self.group = np.array([self.groups.index(a.sort) for a in quiet])
        near = [a.figures[np.argsort(-a.figures[:, odds])[:MOST]] for a in quiet]
        self.near = np.vstack(near)
        self.of = np.repeat(np.arange(len(quiet)), [len(n) for n in near])
        self.sizes = np.bincount(self.group)

    def fitted(self, by_group: np.ndarray, ridge: float) -> np.ndarray:
        """Weights where each group of strangers counts so much."""
        x = np.vstack([self.x, self.near])
        y = np.append(np.ones(len(self.x)), np.zeros(len(self.near)))
        each = (by_group / self.sizes)[self.group] * self.w.sum() / len(self.groups)
        return fit(x, y, np.append(self.w, each[self.of]), ridge)

    def best(self, b: np.ndarray) -> np.ndarray:
        """The best value that each stranger meets."""
        top = np.full(len(self.group), -99.0)
        np.maximum.at(top, self.of, values(self.near, b))
        return top

    def cut(self, top: np.ndarray, share: float) -> float:
        """The value that so many of the strangers meet, each group counting alike."""
        order = np.argsort(-top)
        met = np.cumsum((1 / self.sizes / len(self.groups))[self.group][order])
        return float(top[order][np.searchsorted(met, share)])


def evened(data: Data, start: np.ndarray) -> np.ndarray:
    """The weights of `chance`: bearers told from strangers, of whom each group meets listed names alike; even odds at `MET`."""
    both = np.vstack([data.x, data.near])
    middle, spread = both.mean(0), both.std(0) + 1e-9
    ours, near = (np.hstack([(x - middle) / spread, np.ones((len(x), 1))]) for x in (data.x, data.near))
    first = np.flatnonzero(np.append(True, data.of[1:] != data.of[:-1]))  # of the candidates of each stranger
    b = np.append(start[:-1] * spread, start[-1] + (start[:-1] * middle).sum())
    mean, square = np.zeros_like(b), np.zeros_like(b)
    for step in range(1, STEPS + 1):
        slope = ours.T @ (-data.w / data.w.sum() / (1 + np.exp(ours @ b))) + EVENED * np.append(b[:-1], 0.0)
        slope += _uneven(data, near, near @ b, first)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope
        pace = PACE * (1 + math.cos(math.pi * step / STEPS)) / 2
        b -= pace * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    b = np.append(b[:-1] / spread, b[-1] - (b[:-1] * middle / spread).sum())
    b[-1] -= data.cut(data.best(b), MET)
    return b


def _uneven(data: Data, near: np.ndarray, told: np.ndarray, first: np.ndarray) -> np.ndarray:
    """The slope of the evenness, by the best candidate of each stranger."""
    best = np.maximum.reduceat(told, first)
    at = np.flatnonzero(told >= np.repeat(best, np.diff(np.append(first, len(told)))))
    at = at[np.append(True, data.of[at][1:] != data.of[at][:-1])]
    met = 1 / (1 + np.exp(-np.clip(told[at] / SOFT, -40, 40)))
    group = data.group[data.of[at]]
    rates = np.bincount(group, met, len(data.groups)) / data.sizes + MET / 20
    pull = 2 * EVEN / len(data.groups) * np.log(rates / MET) / rates / data.sizes
    return np.asarray(near[at].T @ (pull[group] * met * (1 - met) / SOFT))


@dataclass
class Trained:
    """Both models; where `order` lets a value reach the threshold, and where values below it are drawn together."""

    order: np.ndarray
    chance: np.ndarray
    sure: float
    even: float


def trained(asked: list[Asked]) -> Trained:
    """The weights of both models and where they count."""
    data = Data(asked)
    order = data.fitted(np.array([WEIGHED if group == MIXED else 1.0 for group in data.groups]), RIDGE)
    top = data.best(order)
    even = data.cut(top, REVIEWED) + math.log(2.0)  # the value is then a quarter where so many are met
    return Trained(order, evened(data, data.fitted(np.ones(len(data.groups)), RIDGE)), data.cut(top, SURE), even)


def report(asked: list[Asked], models: Trained) -> None:
    """Shares of each sort and group, kept for measuring, at the threshold and at the review value."""
    for sort in dict.fromkeys(a.sort for a in asked):
        rows = [a for a in asked if a.sort == sort and a.measured]
        order = [values(a.figures, models.order) for a in rows]
        both = [np.minimum(values(a.figures, models.chance), o - models.sure) for a, o in zip(rows, order, strict=True)]
        sure = np.array([max(v, default=-99.0) >= 0 for v in both])
        shown = np.array([max(v, default=-99.0) >= models.even - math.log(2.0) for v in order]) | sure
        listed = "listed" if rows[0].listed else "strangers"
        print(f"{listed:10}{sort:12}{len(rows):6}  threshold {sure.mean():.4f}  review {shown.mean():.4f}")


def write(models: Trained) -> None:
    """The parameters as readable JSON."""
    out: dict[str, object] = {
        model: {
            "prior": round(float(b[-1]), 4),
            "weights": {name: round(float(v), 4) for name, v in zip(FIGURES, b[:-1], strict=True)},
        }
        for model, b in (("order", models.order), ("chance", models.chance))
    }
    out |= {"sure": round(models.sure, 4), "even": round(models.even, 4)}
    TARGET.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Train, report, write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--check", action="store_true", help="write nothing")
    check = ask.parse_args().check
    asked = collected()
    found = trained(asked)
    report(asked, found)
    if not check:
        write(found)


if __name__ == "__main__":
    main()
