"""What an alignment of two names shows, as figures: the same for organisations and people, read by different models.

Every feature grows with its cause, is the same from left to right as from right to left, and has a sentence that says it.
Weights of words are nats (words.py); sums of them are divided by ten, so that most figures lie between 0 and 3.
"""

from __future__ import annotations

from dragoman.compare.align import Alignment, How
from dragoman.compare.name import Name, Role

try:
    from dragoman.text.legal_forms import relation
except ImportError:

    def relation(a, b):
        return "unknown"


NAMES = (
    "agreed", "covered", "information", "replaced", "replaced_core", "extra_core", "extra_activity", "extra_place", "extra_patronymic",
    "misspelled", "worst_spelling", "sound", "translated", "stem", "number_conflict", "number_missing", "place_conflict",
    "form_same", "form_different", "form_missing", "top_missed", "order", "initial", "joined", "acronym", "single",
    "patronymic_conflict", "short",
)  # fmt: skip
AT = {name: at for at, name in enumerate(NAMES)}


def features(left: Name, right: Name, found: Alignment) -> list[float]:
    """The figures of an alignment in the order of `NAMES`."""
    ours, theirs = found.left, found.right
    figures = dict.fromkeys(NAMES, 0.0)
    ml, mr = _paired(found, figures)
    shares = ml / ours.total, mr / theirs.total
    figures["agreed"] = (ml + mr) / (ours.total + theirs.total)
    figures["covered"] = max(shares)
    figures["information"] = min(ml, mr, 30.0) / 10
    _left_over(found, figures)
    _forms(left, right, figures)
    figures["single"] = float(min(len(ours.latin), len(theirs.latin)) == 1)
    return list(figures.values())


def _paired(found: Alignment, figures: dict[str, float]) -> tuple[float, float]:
    """Weight that agrees on each side; what the pairs are made of goes to the figures."""
    wl, wr = found.left.weights, found.right.weights
    ml = mr = 0.0
    last = -1
    for ours, theirs, quality, how in found.pairs:
        a, b = wl[ours[0]], wr[theirs[0]]
        if len(ours) > 1:
            a = sum(wl[i] for i in ours)
        if len(theirs) > 1:
            b = sum(wr[j] for j in theirs)
        ml += quality * a
        mr += quality * b
        if how is not How.EXACT:
            _inexact(min(a, b) / 10, quality, how, figures)
        if theirs[0] < last:
            figures["order"] = 1.0
        last = theirs[0]
    return ml, mr


def _inexact(weight: float, quality: float, how: How, figures: dict[str, float]) -> None:
    if how is How.TYPO:
        figures["misspelled"] += weight * (1 - quality)
        figures["worst_spelling"] = max(figures["worst_spelling"], 1 - quality)
    elif how is How.SOUND:
        figures["sound"] += weight
    elif how is How.TRANSLATED:
        figures["translated"] += weight
    elif how is How.STEM:
        figures["stem"] += weight
    elif how is How.INITIAL:
        figures["initial"] += 1
    elif how is How.JOINED:
        figures["joined"] = 1.0
    elif how is How.ACRONYM:
        figures["acronym"] = 1.0


EXTRA = {
    Role.ACTIVITY: "extra_activity",
    Role.HONOUR: "extra_activity",
    Role.PLACE: "extra_place",
    Role.PATRONYMIC: "extra_patronymic",
}


def _left_over(found: Alignment, figures: dict[str, float]) -> None:
    """Words without a partner: on one side they are an addition, on both sides a word was replaced."""
    left = _sums(found.left_free, found.left.weights, found.left.roles, figures)
    right = _sums(found.right_free, found.right.weights, found.right.roles, figures)
    figures["replaced"] = min(left[0], right[0])
    figures["replaced_core"] = min(left[1], right[1])
    numbers = left[2] + right[2]
    if numbers:
        figures["number_conflict" if left[2] and right[2] else "number_missing"] = 1.0
    if left[3] and right[3]:
        figures["place_conflict"] = 1.0
    if left[4] and right[4]:
        figures["patronymic_conflict"] = 1.0
    tops = max(found.left.weights), max(found.right.weights)
    figures["top_missed"] = float(left[5] >= tops[0] - 0.01) + float(right[5] >= tops[1] - 0.01)


def _sums(
    free: list[int], weights: list[float], roles: list[Role], figures: dict[str, float]
) -> tuple[float, float, int, int, int, float]:
    whole = core = top = 0.0
    numbers = places = patronymics = 0
    for at in free:
        weight, role = weights[at] / 10, roles[at]
        if role is Role.LINK:
            continue
        if role is Role.NUMBER:
            numbers += 1
            continue
        whole += weight
        top = max(top, weight * 10)
        places += role is Role.PLACE
        patronymics += role is Role.PATRONYMIC
        name = EXTRA.get(role, "extra_core")
        figures[name] += weight
        if name == "extra_core":
            core = max(core, weight)
    return whole, core, numbers, places, patronymics, top


def _forms(left: Name, right: Name, figures: dict[str, float]) -> None:
    if left.form and right.form:
        what = "same" if left.form == right.form else relation(left.form, right.form)
        if what in ("same", "equivalent"):
            figures["form_same"] = 1.0
        elif what == "different":
            figures["form_different"] = 1.0
    elif left.form or right.form:
        figures["form_missing"] = 1.0
