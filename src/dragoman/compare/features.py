"""What an alignment of two names shows, as figures: the same for organisations and people, read by different models.

Every figure is the same from left to right as from right to left. Weights of words are nats (words.py); sums of them are
divided by ten, so that most figures lie between 0 and 3.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dragoman.compare.align import Alignment
from dragoman.compare.evidence import told
from dragoman.compare.name import Kind, Name, Role, Word
from dragoman.compare.pairing import How
from dragoman.compare.prepared import Prepared
from dragoman.compare.words import UNKNOWN, numbers, words
from dragoman.text.legal_forms import relation

NAMES = tuple(
    (
        "agreed agreed_well disagreed least_covered foreign_covered latin_covered information replaced replaced_core "
        "inside extra_core extra_activity activity_alone extra_place extra_patronymic place_added misspelled "
        "worst_spelling edits first_letter both_known sound translated stem synonym short initial initial_conflict "
        "only_initials joined acronym order number_conflict series_conflict number_missing place_conflict part_added "
        "patronymic_conflict form_same form_different form_missing letters_alone syllables top_missed core_missed single "
        "chance doubt common_alone part_alone sort_conflict"
    ).split()
)
FEW_LETTERS = {3: 1.0, 4: 0.5}  # letters of an acronym that many bodies share, and how much that speaks against a pair
FORMED = 0.6  # what is left of that where the legal form agrees too
FEWER_LETTERS = {3: 1.0, 4: 1.0, 5: 0.5}  # the same of one by the words of another language
PINYIN = re.compile(
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u)){1,2}"
)
PARTS = words("part")
LIKELY = 0.5  # share of a rendering that a word is taken to mean
ROMAN = {**numbers("roman"), **numbers("roman1")}
LIMITED = frozenset({"llc", "llp", "ltd"})  # rendered for one another where the law of a country knows one of them
PARTNERSHIPS = frozenset({"kg", "lp", "ohg", "gp", "scs", "kgaa"})  # codes of legal forms
MOST_ACTIVITY, MOST_EDITS = 0.8, 1.25  # from which on more of the same sort tells no more
ENOUGH = 16.0  # nats that agree, beside which words of activity left over tell nothing by themselves
WHOLE = 0.95  # share of a name that is met from which it is met as a whole
ADDED = 0.5  # tens of nats beside the one word of a shorter name that make it a part of the longer one
CORE = 8.0  # nats of a word that by itself tells one body from others
CHANCE, DOUBT = 10.0, 20.0  # nats below which what two names share is met by chance on a long list, or may be
WELL, BADLY = 0.75, 0.4  # shares of agreement from which it counts as good, below which as bad
EXTRA = {
    Role.ACTIVITY: "extra_activity",
    Role.PLACE: "extra_place",
    Role.PATRONYMIC: "extra_patronymic",
}


def features(left: Name, right: Name, found: Alignment) -> list[float]:
    """The figures of an alignment in the order of `NAMES`."""
    ours, theirs = found.left, found.right
    figures = dict.fromkeys(NAMES, 0.0)
    ml, mr = _paired(found, figures)
    _left_over(found, figures)
    agreed = (ml + mr) / (ours.total + theirs.total)
    figures["agreed"] = agreed
    figures["agreed_well"] = max(agreed - WELL, 0.0) / (1 - WELL)
    figures["disagreed"] = max(BADLY - agreed, 0.0) / BADLY
    share, other = ml / ours.total, mr / theirs.total
    figures["least_covered"] = min(share, other)
    if ours.foreign != theirs.foreign:
        figures["foreign_covered"], figures["latin_covered"] = (share, other) if ours.foreign else (other, share)
    figures["information"] = min(ml, mr, 30.0) / 10
    if figures["edits"] > MOST_EDITS:
        figures["edits"] = MOST_EDITS
    if figures["extra_activity"]:
        figures["extra_activity"] = extra = min(figures["extra_activity"], MOST_ACTIVITY)
        figures["activity_alone"] = extra * max(0.0, 1 - min(ml, mr) / ENOUGH)
    if left.form or right.form:
        _forms(left.form, right.form, figures)
        if figures["form_same"]:
            figures["letters_alone"] *= FORMED
    if not (ours.person and theirs.person):
        shared, best = told(found)
        if (found.left_free and found.right_free) or figures["extra_core"] >= ADDED:
            figures["common_alone"] = max(0.0, 1 - best / CORE)
        figures["doubt"] = max(0.0, 1 - shared / DOUBT)
        if min(share, other) < WHOLE and not _whole(found):
            figures["chance"] = max(0.0, 1 - shared / CHANCE)
        figures["sort_conflict"] = float(_sorts(left, right, found))
    figures["single"] = single = float(min(len(ours.latin), len(theirs.latin)) == 1)
    if single and not ours.person and not theirs.person and figures["inside"]:
        figures["part_alone"] = min(1.0, (figures["extra_core"] + figures["extra_activity"]) / ADDED)
    return list(figures.values())


SURELY = frozenset({How.EXACT, How.TRANSLATED, How.READ, How.STEM, How.SYNONYM})


def _whole(found: Alignment) -> bool:
    """Whether every word of both names is met, and none of them misspelled or shortened: no chance made them as many."""
    left, right = found.left.words, found.right.words
    if any(left[at].role is not Role.LINK for at in found.left_free) or any(
        right[at].role is not Role.LINK for at in found.right_free
    ):
        return False
    return len(left) > 1 and len(right) > 1 and all(pair[3] in SURELY for pair in found.pairs)


def _sorts(left: Name, right: Name, found: Alignment) -> bool:
    """Whether one is a school and the other, of which no word says so, a company."""
    (ours, firm), (theirs, other) = found.left.sorts(), found.right.sorts()
    if ours is theirs:
        return False
    return other or _company(right) if ours else firm or _company(left)


def _company(name: Name) -> bool:
    """Whether a name has the legal form of a company."""
    return any(word.role is Role.FORM for word in name.words) and "institution" not in name.form


def _paired(found: Alignment, figures: dict[str, float]) -> tuple[float, float]:
    """Weight that agrees on each side; what the pairs are made of goes to the figures."""
    wl, wr = found.left.weights, found.right.weights
    ml = mr = 0.0
    last = -1
    for ours, theirs, quality, how in found.pairs:
        a, b = wl[ours[0]], wr[theirs[0]]
        if len(ours) > 1:
            a = sum([wl[i] for i in ours])
        if len(theirs) > 1:
            b = sum([wr[j] for j in theirs])
        ml += quality * a
        mr += quality * b
        if how is not How.EXACT:
            _inexact(found, ours[0], theirs[0], min(a, b) / 10, quality, how, figures)
        elif theirs[0] < last:
            figures["order"] = 1.0
        last = theirs[0]
    if figures["initial"]:
        figures["only_initials"] = float(all(pair[3] is How.INITIAL or wl[pair[0][0]] < 1 for pair in found.pairs))
    return ml, mr


PLACED = {How.TRANSLATED: "translated", How.STEM: "stem", How.SHORT: "short", How.SYNONYM: "synonym"}


def _inexact(found: Alignment, i: int, j: int, weight: float, quality: float, how: How, figures: dict[str, float]) -> None:
    if how is How.TYPO or how is How.SOUND:
        _spelling(found, i, j, weight, quality, how, figures)
    elif how is How.INITIAL:
        figures["initial"] += 1
    elif how is How.JOINED:
        figures["joined"] = 1.0
    elif how is How.ACRONYM:
        _shortened(found, i, j, figures)
    elif how in PLACED:
        figures[PLACED[how]] += weight


def _shortened(found: Alignment, i: int, j: int, figures: dict[str, float]) -> None:
    """An acronym tells by its letters; few of them and nothing else tell little, but of a compound (Promsvyazbank: PSB).

    A name has one acronym of its own, and a dozen by its words in other languages, which are met by chance as much sooner.
    """
    size = min(len(found.left.latin[i]), len(found.right.latin[j]))
    figures["acronym"] = (size - 2) / 2
    ours, theirs = found.pairs[-1][:2]
    if len(found.pairs) == 1 and len(ours) + len(theirs) > 2:
        own = _own_letters(found.left.words, ours, found.right.words, theirs)
        figures["letters_alone"] = alone = (FEW_LETTERS if own else FEWER_LETTERS).get(size, 0.0)
        figures["acronym"] *= 1 - alone


def _own_letters(left: list[Word], ours: tuple[int, ...], right: list[Word], theirs: tuple[int, ...]) -> bool:
    """Whether an acronym is made of the first letters of the words it stands for, as they are spelled."""
    short, words = (
        (left[ours[0]], [right[at] for at in theirs]) if len(ours) == 1 else (right[theirs[0]], [left[at] for at in ours])
    )
    said = [word.latin[0] for word in words if word.role is not Role.LINK]
    return short.latin in ("".join(said), "".join([word.latin[0] for word in words]))


def _spelling(found: Alignment, i: int, j: int, weight: float, quality: float, how: How, figures: dict[str, float]) -> None:
    """Two words that differ by letters: how many, in how rare a word, at its beginning; whether both are words of their own."""
    ours, theirs = found.left.latin[i], found.right.latin[j]
    missed = 1 - quality
    figures["syllables"] += of_syllables(ours) and of_syllables(theirs)
    if how is How.SOUND:
        figures["sound"] += weight * missed
        return
    figures["misspelled"] += weight * missed
    figures["worst_spelling"] = max(figures["worst_spelling"], missed)
    figures["edits"] += round(missed * max(len(ours), len(theirs))) / 4
    figures["first_letter"] += ours[0] != theirs[0]
    figures["both_known"] += is_known(found.left, i) and is_known(found.right, j)


class Sums(NamedTuple):
    """Of the words left over on one side: weight of all and of the heaviest core word (tens of nats), the heaviest, counts."""

    whole: float = 0.0
    core: float = 0.0
    top: float = 0.0
    numbers: int = 0
    places: int = 0
    patronymics: int = 0
    initials: int = 0
    parts: int = 0
    honours: float = 0.0  # tens of nats; not in the sum of all, as they are often left out


NOTHING = Sums()


@lru_cache(maxsize=50_000)
def of_syllables(latin: str) -> bool:
    """Whether a word is one or two syllables of pinyin: another such word is another word, no slip."""
    return PINYIN.fullmatch(latin) is not None


def is_known(name: Prepared, at: int) -> bool:
    """Whether a word is met in names often enough to be a word of its own rather than one misspelled."""
    return name.weights[at] < UNKNOWN[Kind.PERSON if name.person else Kind.ORGANISATION]


def _left_over(found: Alignment, figures: dict[str, float]) -> None:
    """Words without a partner: on one side they are an addition, on both sides a word was replaced."""
    ours = _sums(found.left_free, found.left, figures) if found.left_free else NOTHING
    theirs = _sums(found.right_free, found.right, figures) if found.right_free else NOTHING
    if ours is theirs:
        return
    figures["replaced"] = min(ours.whole, theirs.whole) + min(ours.honours, theirs.honours)
    figures["replaced_core"] = min(ours.core, theirs.core)
    figures["inside"] = max(ours.whole, theirs.whole) if min(ours.whole, theirs.whole) == 0.0 else 0.0
    figures["core_missed"] = max(_core_missed(found.left, found.left_free), _core_missed(found.right, found.right_free))
    tops = max(found.left.weights, default=0.0), max(found.right.weights, default=0.0)
    figures["top_missed"] = float(ours.top >= tops[0] - 0.01) + float(theirs.top >= tops[1] - 0.01)
    _conflicts(found, ours, theirs, figures)


def _conflicts(found: Alignment, ours: Sums, theirs: Sums, figures: dict[str, float]) -> None:
    """Words of one sort without a partner on both sides: numbers, places, patronymics, an initial beside a name."""
    if ours.numbers or theirs.numbers:
        figures[_numbers(found) if ours.numbers and theirs.numbers else "number_missing"] = 1.0
    if ours.places or theirs.places:
        figures["place_conflict"] = float(ours.places > 0 and theirs.places > 0)
        figures["place_added"] = float(figures["inside"] > 0 and not figures["extra_core"] and not figures["extra_activity"])
    if ours.patronymics and theirs.patronymics:
        figures["patronymic_conflict"] = 1.0
    if (ours.parts > 0) is not (theirs.parts > 0):
        figures["part_added"] = 1.0
    if (ours.initials and theirs.core) or (theirs.initials and ours.core):
        figures["initial_conflict"] = 1.0


def _core_missed(name: Prepared, free: list[int]) -> float:
    """Share of what tells this bearer from others that has no partner; 0 of a name that has nothing of the sort."""
    missed = sum([name.weights[at] for at in free if name.words[at].role is Role.CORE])
    return missed / sum([word.weight for word in name.words if word.role in (Role.CORE, Role.INITIAL)]) if missed else 0.0


def _numbers(found: Alignment) -> str:
    """What sort of numbers differ: Roman ones and years tell funds of one series apart, others branches and institutes."""
    left = [found.left.words[at].text for at in found.left_free if found.left.words[at].role is Role.NUMBER]
    right = [found.right.words[at].text for at in found.right_free if found.right.words[at].role is Role.NUMBER]
    return "series_conflict" if all(map(_of_series, left)) and all(map(_of_series, right)) else "number_conflict"


def _of_series(text: str) -> bool:
    return text in ROMAN or (len(text) == 4 and text[:2] in ("19", "20") and text.isdigit())


def _sums(free: list[int], name: Prepared, figures: dict[str, float]) -> Sums:
    """Of the words left over; what they add on their side goes to the figures."""
    whole = core = top = 0.0
    numbers = places = patronymics = initials = parts = 0
    honours = 0.0
    for at in free:
        word = name.words[at]
        role, weight = word.role, word.weight
        if role is Role.LINK:
            continue
        if role is Role.NUMBER:
            numbers += 1
            continue
        if role is Role.HONOUR:
            honours += weight
            continue
        whole += weight
        top = max(top, weight)
        places += role is Role.PLACE
        patronymics += role is Role.PATRONYMIC
        initials += role is Role.INITIAL
        parts += word.latin in PARTS or any(share >= LIKELY and option in PARTS for option, share in word.options)
        sort = EXTRA.get(role, "extra_core")
        figures[sort] += weight / 10
        if sort == "extra_core":
            core = max(core, weight)
    return Sums(whole / 10, core / 10, top, numbers, places, patronymics, initials, parts, honours / 10)


def _forms(left: str, right: str, figures: dict[str, float]) -> None:
    if not left or not right:
        figures["form_missing"] = 1.0
        return
    what = form_relation(left, right)
    if what in ("same", "equivalent"):
        figures["form_same"] = 1.0
    elif what == "different":
        figures["form_different"] = 1.0


@lru_cache(maxsize=5_000)
def form_relation(left: str, right: str) -> str:
    """How the legal forms of two names stand to each other. A partnership whose partner is a company (GmbH & Co KG) is not that
    company; other forms said together (corporation, joint-stock company) are one form said twice.
    """
    ours, theirs = ({"llc" if code in LIMITED else code for code in form.split()} for form in (left, right))
    if ours == theirs:
        return "same"
    if ours & theirs:
        return "different" if (ours ^ theirs) & PARTNERSHIPS else "equivalent"
    found = {relation(one, other) for one in ours for other in theirs}
    return next((what for what in ("equivalent", "unknown") if what in found), "different")
