"""False alarms by script and language of the name: names of nobody listed, screened against the public lists.

    python benchmarks/names_alarms.py                       the table of docs/names.md
    python benchmarks/names_alarms.py --only ar-latn --show 40   alarms of one group one by one

People are made by chance of common given and family names of a language (names_people.tsv), written as that language writes
them; English ones come from the shared synthetic people. Organisations are drawn from the LEI sample by country and from the
academic domains by script. A third of all names may be trained on and is left out here.

A listed name of the very same words is a namesake's; one of all these words and more (a father's name, a second given name) may
be the same bearer's. Names alone cannot tell: both are reported apart. Any other listed name rated at the threshold or above is
a false alarm; from the review value up to it, work for a person.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

import names_lists
from names_namesakes import Namesakes, Standing
from names_strangers import GROUPS, Group

from dragoman.compare.index import Index, build
from dragoman.compare.name import Kind
from dragoman.compare.parse import parse
from dragoman.compare.score import REVIEW, THRESHOLD, rate

SIZE = 1000  # names of a group
FEW = 200  # names a group must have to be compared with others


@dataclass
class Counted:
    """What one group of names met: names with a hit of each sort."""

    asked: int = 0
    namesakes: int = 0
    fuller: int = 0
    alarms: int = 0
    review: int = 0
    shown: list[tuple[float, str, str]] = field(default_factory=list)

    def rate(self) -> float:
        """Alarms per 1,000 names."""
        return 1000 * self.alarms / self.asked


def interval(met: int, asked: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    share, z = met / asked, 1.96
    middle, spread = share + z * z / (2 * asked), z * sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked))
    return max(0.0, (middle - spread) / (1 + z * z / asked)), (middle + spread) / (1 + z * z / asked)


def count(group: Group, names: Sequence[str], index: Index, known: Namesakes) -> Counted:
    """Screen the names of a group."""
    found = Counted(len(names))
    for text in names:
        name = parse(text, group.kind)
        best = dict.fromkeys(Standing, (0.0, ""))
        bearer = [name, *(parse(other, group.kind) for other in group.also(text))]
        for _, number, value in index.best(name, group.kind, 10, REVIEW, rate):
            standing = known.nearest(bearer, index.name(number))
            best[standing] = max(best[standing], (value, index.name(number).text))
        value, met = best[Standing.OTHER]
        found.namesakes += best[Standing.SAME][0] >= THRESHOLD
        found.fuller += best[Standing.FULLER][0] >= THRESHOLD
        found.alarms += value >= THRESHOLD
        found.review += REVIEW <= value < THRESHOLD
        if value >= REVIEW:
            found.shown.append((value, text, met))
    return found


def show(group: str, found: Counted) -> None:
    """A line of the table."""
    low, high = interval(found.alarms, found.asked)
    shares = "".join(f"{1000 * n / found.asked:9.1f}" for n in (found.namesakes, found.fuller, found.alarms))
    review = 1000 * found.review / found.asked
    print(f"{group:40} {found.asked:5}{shares}  {1000 * low:5.1f}-{1000 * high:5.1f}{review:9.1f}", flush=True)


def spread(groups: Sequence[Counted]) -> str:
    """How far the groups lie apart: mean, worst and best, and the least ratio of the two that the intervals allow."""
    if not groups:
        return "no group of enough names"
    ordered = sorted(groups, key=Counted.rate)
    best, worst = ordered[0], ordered[-1]
    least = interval(worst.alarms, worst.asked)[0] / interval(best.alarms, best.asked)[1]
    mean = sum(found.rate() for found in groups) / len(groups)
    ratio = f"{worst.rate() / best.rate():.1f} times" if best.alarms else "the best has none"
    return f"mean {mean:.1f}, worst {worst.rate():.1f}, best {best.rate():.1f}: {ratio}, at least {least:.1f}"


def main() -> None:
    """Screen every group and print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--only", nargs="+", choices=[g.label for g in GROUPS], metavar="GROUP")
    ask.add_argument("--size", type=int, default=SIZE)
    ask.add_argument("--show", type=int, default=0, help="alarms shown of each group")
    told = ask.parse_args()
    listed = names_lists.listed()
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "names", listed)
        index, known, began = Index.open(Path(folder) / "names"), Namesakes(), time.process_time()
        print(f"per 1,000 names on {len(listed):,} listed names; alarm from {THRESHOLD}, review from {REVIEW}")
        print(f"{'group':40} names namesake   fuller   alarms  interval     review")
        counted: dict[Kind, list[Counted]] = {}
        for group in GROUPS:
            if (told.only is None or group.label in told.only) and (names := group.names(told.size)):
                found = count(group, names, index, known)
                show(f"{group.label:10} {group.what}", found)
                counted.setdefault(group.kind, []).append(found)
                for value, asked, met in sorted(found.shown, reverse=True)[: told.show]:
                    print(f"    {value:.3f} {asked} | {met}")
        for kind, groups in counted.items():
            print(f"{kind}: {spread([found for found in groups if found.asked >= FEW])}")
        print(f"{time.process_time() - began:.0f} s CPU")


if __name__ == "__main__":
    main()
