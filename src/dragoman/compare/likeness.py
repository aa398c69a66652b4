"""How like two names of people are letter by letter: what typing it would take to make one of the other.

Words are paired greedily, the likest first, by optimal string alignment distance (Damerau 1964, restricted); words that sound
alike cost half, an initial costs one letter; a word without a partner costs its letters, a particle or title half of them.
Where one name has a partner for each of its words, two at least, what the other adds (a father's name, a second given name)
costs less: it is left out more often than anything else. The whole is never dearer than the distance of the names written in
one.
On UN people with typing errors against the UN, OFAC and US lists this share alone finds .988 at .010 false alarms; the model of
words without it found .95.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from dragoman.compare.features import of_syllables
from dragoman.compare.name import Name, Role

PAIRED = 0.67  # share of the letters that may differ in words that are still paired
SOUNDING = 0.5  # of the distance of words that sound alike
PARTICLES = frozenset("al el ul bin ibn ben abu abd ould de du des da dos del van von der den la le".split())
PARTICLE = 0.5  # of the letters of a particle without a partner
ABSENT = 0.4  # of the letters of words that one name adds to all words of the other
WHOLE = 2  # words, particles aside, that a name must have to be met by its words alone
JOINED = 3  # letters by which names written in one may differ in length
SHORTEST = 4  # letters of a word that may hold a slip
LONG = 7  # letters from which a word may hold two slips, else one
ONE_SLIP, TWO_SLIPS = 7, 14  # letters of a whole name, written as one, that may hold so many

NEAR, SLOPE = 0.7, 6.0  # share from which letters say nothing more; log-odds that a name loses for each share it lies below
SLIPS, EACH = 4.0, 10.0  # log-odds of names that differ by slips alone, and what each share of the letters takes of them
FAR = 0.5  # share below which nothing else is looked at
FAR_VALUE = 0.1  # of the share: the value of such a pair

Spelled = tuple[str, str, float]  # a word, its sound, what it costs without a partner
Told = tuple[float, bool]  # share of the letters that agree; whether all that differs are slips of the keyboard


def likeness(left: Name, right: Name) -> Told:
    """1 for the same letters in whatever order of words, 0 for nothing in common. Symmetrical."""
    ours, theirs = _words(left), _words(right)
    if not ours or not theirs:
        return 0.0, False
    costs = sorted(
        (*word_cost(a, b, sound == other != ""), i, j)
        for i, (a, sound, _) in enumerate(ours)
        for j, (b, other, _) in enumerate(theirs)
    )
    free, open_ = set(range(len(ours))), set(range(len(theirs)))
    total, slips = 0.0, len(ours) == len(theirs)
    for share, cost, i, j in costs:
        if share >= PAIRED:
            break
        if i in free and j in open_:
            free.discard(i)
            open_.discard(j)
            total += cost
            slips = slips and _slip(ours[i][0], theirs[j][0], cost)
    total += _left_over(ours, theirs, free, open_)
    one, other = "".join([a for a, _, _ in ours]), "".join([b for b, _, _ in theirs])
    slips = slips and not free and not open_
    if total and abs(len(one) - len(other)) <= JOINED:
        distance = OSA.distance(one, other)
        slips = slips or (distance < total and _slip_of_all(ours, theirs, distance, min(len(one), len(other))))
        total = min(total, distance)
    return max(0.0, 1.0 - total / max(len(one), len(other))), slips


def _left_over(ours: list[Spelled], theirs: list[Spelled], free: set[int], open_: set[int]) -> float:
    """What the words without a partner cost; less where all of them are of one name."""
    cost = sum([ours[i][2] for i in free]) + sum([theirs[j][2] for j in open_])
    if cost and (not free or not open_):
        whole = theirs if free else ours
        if sum([word not in PARTICLES for word, _, _ in whole]) >= WHOLE:
            return ABSENT * cost
    return cost


def _slip_of_all(ours: list[Spelled], theirs: list[Spelled], distance: int, size: int) -> bool:
    """Whether two names differ by slips alone once written as one: a space lost, gained or moved, a letter wrong beside it."""
    if not distance:
        return True
    if distance > (0 if size < ONE_SLIP else 1 if size < TWO_SLIPS else 2):
        return False
    return not any(all(of_syllables(word) for word, _, _ in name) for name in (ours, theirs))


def _slip(one: str, other: str, cost: float) -> bool:
    """Whether two words differ by slips alone. In short words and syllables of pinyin another letter is another name."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST or (of_syllables(one) and of_syllables(other)):
        return False
    return cost <= (1.0 if max(len(one), len(other)) < LONG else 2.0)


def settled(odds: float, told: Told) -> float:
    """Log-odds of the words, lowered where the letters differ much and raised where they differ by slips alone."""
    share, slips = told
    lowered = odds - SLOPE * max(0.0, NEAR - share)
    return max(lowered, SLIPS - EACH * (1.0 - share)) if slips else lowered


def _words(name: Name) -> list[Spelled]:
    """Each word with its sound and what it costs without a partner."""
    return [(w.latin, w.sound, _lone(w.latin, w.role)) for w in name.words if w.role is not Role.FORM and w.latin]


def _lone(word: str, role: Role) -> float:
    return PARTICLE * len(word) if word in PARTICLES or role is Role.TITLE or role is Role.LINK else float(len(word))


@lru_cache(maxsize=100_000)
def word_cost(a: str, b: str, sounding: bool) -> tuple[float, float]:
    """(share of the longer word, letters) that differ."""
    if a == b:
        return 0.0, 0.0
    longer = max(len(a), len(b))
    cost = float(OSA.distance(a, b))
    if sounding:
        cost *= SOUNDING
    if (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        cost = min(cost, 1.0)
    return cost / longer, cost
