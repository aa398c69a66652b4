"""Two records compared: names, identifiers, dates, countries, places. A calibrated probability with its reasons.

Every comparison ends on a level, and a level has a weight in log-odds (record linkage after Fellegi and Sunter, 1969); the
weights stand in `entities.json`, learned by scripts/train_entities.py on judged pairs. Nationality only ever tells whether two
records are one bearer; it never weighs alone on what a bearer is.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.compare.entity_names import NameMatch, match_names
from dragoman.compare.entity_parts import contacts, dates, identifiers, overlap, values
from dragoman.compare.name import Kind
from dragoman.compare.record import Record
from dragoman.model.score import Reason, Score

Level = tuple[str, float, str, str]  # feature, amount, what was compared left and right

LOGIT_CAP = 5.0
NAMELESS = -1.0  # log-odds of records that share neither name nor identifier, at most
HALF = 0.5  # share of words in common from which addresses and birth places count as the same


@dataclass(slots=True)
class RecordMatch:
    """What the comparison of two records found. `value` is a probability; `score()` explains it."""

    value: float
    kind: Kind
    levels: tuple[Level, ...]

    def score(self) -> Score:
        """The waterfall: the start, then each level with its weight in log-odds, strongest first; they add up to the logit."""
        weights = parameters()[model_of(self.kind)]
        reasons = [
            Reason(name, round(weights.get(name, 0.0) * amount, 3), DETAIL.get(name, name), left, right)
            for name, amount, left, right in self.levels
            if weights.get(name)
        ]
        reasons.sort(key=lambda r: -abs(r.weight))
        odds = math.log(max(self.value, 1e-12) / max(1.0 - self.value, 1e-12))
        held = odds - weights["start"] - sum(r.weight for r in reasons)
        if abs(held) > 0.05:
            reasons.append(Reason("held", round(held, 3), "neither name nor identifier is shared: not joined on the rest"))
        return Score(self.value, (Reason("start", weights["start"], "before anything is compared"), *reasons))


DETAIL = {
    "name equal": "a name of one is a name of the other, word by word",
    "name of one word": "the equal name is a single word, which many may bear",
    "name of two words": "the equal name has two words",
    "name of many words": "the equal name has four words or more",
    "name near": "how near the best pair of names is (log-odds of the names alone)",
    "names shared": "share of the names of one side that the other has too",
    "no name": "one side has no name",
    "date same": "the same day of birth or founding",
    "date month": "the same month, no day on one side",
    "date year": "the same year, no day on one side",
    "date near": "the same year, another day: a slip is possible",
    "date beside": "a year apart",
    "date otheryear": "the same day and month of another year",
    "date differ": "other dates of birth or founding",
    "identifier same": "one identifier is on both sides",
    "identifier differ": "an identifier that one bearer has only once differs",
    "identifier weakly differ": "numbers of the same kind differ, of which one bearer may have several",
    "contact same": "the same web address, e-mail or telephone number",
    "country same": "a country in common",
    "country differ": "no country in common",
    "gender differ": "another gender",
    "birth place same": "the same place of birth",
    "birth place differ": "other places of birth",
    "address same": "an address in common",
    "address part": "parts of an address in common",
    "address differ": "addresses with no word in common",
    "post shared": "words of a post in common",
    "source same": "both stand in one list, which seldom names one bearer twice",
    "source overlap": "some of the lists that name them are the same",
    "kind differ": "one is a person, the other is not",
}


def compare_entities(left: Record, right: Record) -> RecordMatch:
    """Compare two records; symmetrical. Never raises: what a side does not tell is left out."""
    kind = kind_of(left, right)
    levels = tuple(levels_of(left, right, kind))
    odds = log_odds(parameters()[model_of(kind)], {name: amount for name, amount, _, _ in levels})
    return RecordMatch(1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, odds)))), kind, levels)


def log_odds(weights: Mapping[str, float], levels: Mapping[str, float]) -> float:
    """The log-odds of a pair that stands on these levels; without a name on both sides only an identifier joins."""
    total = weights["start"] + sum(weights.get(name, 0.0) * amount for name, amount in levels.items())
    return min(total, NAMELESS) if "no name" in levels and "identifier same" not in levels else total


@cache
def parameters() -> Mapping[str, Mapping[str, float]]:
    """Weights in log-odds by model and level, as scripts/train_entities.py wrote them."""
    text = files("dragoman.compare").joinpath("entities.json").read_text("utf-8")
    return dict(json.loads(text)["models"])


@cache
def threshold() -> float:
    """The value from which two records are taken for one bearer: the best F1 on the development pairs."""
    return float(json.loads(files("dragoman.compare").joinpath("entities.json").read_text("utf-8"))["threshold"])


def model_of(kind: Kind) -> str:
    """The set of weights for a kind: people, or all others."""
    return "person" if kind is Kind.PERSON else "organisation"


def kind_of(left: Record, right: Record) -> Kind:
    """What two records are compared as."""
    kinds = {left.kind, right.kind} - {Kind.ANY}
    if Kind.PERSON in kinds:
        return Kind.PERSON
    return kinds.pop() if len(kinds) == 1 else Kind.ORGANISATION


def levels_of(left: Record, right: Record, kind: Kind) -> list[Level]:
    """Every level the pair stands on; those a side says nothing about are absent."""
    found = _names(match_names(left, right, kind))
    if level := dates(left.dates, right.dates):
        found.append((f"date {level}", 1.0, " ".join(sorted(left.dates)), " ".join(sorted(right.dates))))
    level, ours, theirs = identifiers(left.identifiers, right.identifiers)
    if level:
        found.append((f"identifier {level}", 1.0, ours, theirs))
    if value := contacts(left.identifiers, right.identifiers):
        found.append(("contact same", 1.0, value, value))
    found += _countries(left, right)
    found += _places(left, right)
    found += _circumstances(left, right)
    return found


def _names(match: NameMatch) -> list[Level]:
    left, right = match.left, match.right
    if not match.value and not match.compared:
        return [("no name", 1.0, left, right)]
    if match.words:
        size = {1: "name of one word", 2: "name of two words", 3: ""}.get(match.words, "name of many words")
        found: list[Level] = [("name equal", 1.0, left, right), ("names shared", match.share, "", "")]
        return [*found, (size, 1.0, left, right)] if size else found
    odds = math.log(max(match.value, 1e-9) / max(1.0 - match.value, 1e-9))
    return [("name near", max(-LOGIT_CAP, min(LOGIT_CAP, odds)), left, right)]


def _countries(left: Record, right: Record) -> list[Level]:
    if not left.countries or not right.countries:
        return []
    level = "country same" if left.countries & right.countries else "country differ"
    return [(level, 1.0, " ".join(sorted(left.countries)), " ".join(sorted(right.countries)))]


def _places(left: Record, right: Record) -> list[Level]:
    found: list[Level] = []
    share, ours, theirs = overlap(values(left.properties, "birthPlace"), values(right.properties, "birthPlace"))
    if share >= 0:
        found.append(("birth place same" if share >= HALF else "birth place differ", 1.0, ours, theirs))
    share, ours, theirs = overlap(left.addresses, right.addresses)
    if share >= 0:
        level = "address same" if share > HALF else "address part" if share > 0 else "address differ"
        found.append((level, 1.0, ours, theirs))
    return found


def _circumstances(left: Record, right: Record) -> list[Level]:
    found: list[Level] = []
    genders = [set(values(r.properties, "gender")) for r in (left, right)]
    if all(genders) and not genders[0] & genders[1]:
        found.append(("gender differ", 1.0, " ".join(genders[0]), " ".join(genders[1])))
    share, ours, theirs = overlap(values(left.properties, "position"), values(right.properties, "position"))
    if share > HALF / 2:
        found.append(("post shared", share, ours, theirs))
    if shared := left.sources & right.sources:
        whole = len(shared) == min(len(left.sources), len(right.sources))
        found.append(("source same" if whole else "source overlap", 1.0, min(shared), min(shared)))
    kinds = {left.kind, right.kind}
    if Kind.PERSON in kinds and len(kinds - {Kind.ANY}) > 1:
        found.append(("kind differ", 1.0, left.schema, right.schema))
    return found
