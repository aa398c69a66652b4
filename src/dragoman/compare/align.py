"""Words of two names put side by side, one to one, the best evidence first."""

from __future__ import annotations

from dragoman.compare.acronyms import LONGEST, RARE, SHORTEST, acronyms, spells
from dragoman.compare.name import Role
from dragoman.compare.pairing import Candidate, How, by_groups, by_letters, by_options, by_parts
from dragoman.compare.prepared import Prepared
from dragoman.compare.similarity import alike

FORM_LIKE = 0.8  # likeness of a word left over to a word of the other's legal form, from which it is one misspelled
ACRONYM = 0.8  # quality of an acronym beside the words it stands for
COMPANY = frozenset({"company", "corporation", "co", "corp"})
COMPANY_LIKE = frozenset({"enterprise", "concern", "company", "corporation", "predpriyatie", "kontsern"})  # rendered for those
Pair = tuple[tuple[int, ...], tuple[int, ...], float, How]


class Alignment:
    """Pairs of words with the quality of each (0-1), and the words left over on each side."""

    __slots__ = ("left", "left_free", "pairs", "right", "right_free")

    def __init__(self, left: Prepared, right: Prepared) -> None:
        self.left, self.right = left, right
        self.pairs: list[Pair] = []
        self.left_free: list[int] = []
        self.right_free = list(range(len(right.latin)))

    def take(self, ours: tuple[int, ...], theirs: tuple[int, ...], quality: float, how: How) -> None:
        """Put words side by side, if all of them are still free."""
        left, right = self.left_free, self.right_free
        for at in ours:
            if at not in left:
                return
        for at in theirs:
            if at not in right:
                return
        for at in ours:
            left.remove(at)
        for at in theirs:
            right.remove(at)
        self.pairs.append((ours, theirs, quality, how))

    def greedy(self, candidates: list[Candidate]) -> None:
        """Take pairs in the order of what they tell."""
        if len(candidates) > 1:
            candidates.sort(key=_weight, reverse=True)
        for _, ours, theirs, quality, how in candidates:
            self.take(ours, theirs, quality, how)


def _weight(candidate: Candidate) -> float:
    return candidate[0]


def align(left: Prepared, right: Prepared) -> Alignment:
    """The words of two names, paired: equal ones, then the rest by how much evidence each pair is."""
    found = Alignment(left, right)
    _equal(found)
    if found.left_free and found.right_free and (left.optioned or right.optioned):
        found.greedy(by_options(left, right, found.left_free, found.right_free))
    if found.left_free and found.right_free:
        ours, theirs = found.left_free, found.right_free
        if not left.person:
            found.greedy(by_groups(left, right, ours, theirs))
        found.greedy(by_letters(left, right, ours, theirs) + by_parts(left, right, ours, theirs))
    if not left.person and ((found.left_free and len(right.latin) > 1) or (found.right_free and len(left.latin) > 1)):
        _acronym(found)
    if (found.left_free and right.forms) or (found.right_free and left.forms):
        _drop_form_words(found)
    return found


def _equal(found: Alignment) -> None:
    """Equal spellings, from left to right."""
    index, free, pairs, kept = found.right.index, found.right_free, found.pairs, found.left_free
    for at, latin in enumerate(found.left.latin):
        for other in index.get(latin, ()):
            if other in free:
                free.remove(other)
                pairs.append(((at,), (other,), 1.0, How.EXACT))
                break
        else:
            kept.append(at)


def _acronym(found: Alignment) -> None:
    """A word that is the acronym of the other name, in its language or another, stands for all its words that are left.

    What it stands for may say a word again that stands beside the acronym (PSB Bank: Promsvyazbank).
    """
    left, right = found.left, found.right
    for at in found.left_free:
        if _stands_for(left, at, right, found.right_free):
            spelled = "".join([right.latin[other] for other in found.right_free])
            found.take((at,), tuple(found.right_free), ACRONYM, How.ACRONYM)
            found.left_free = [other for other in found.left_free if left.latin[other] not in spelled]
            return
    for at in found.right_free:
        if _stands_for(right, at, left, found.left_free):
            spelled = "".join([left.latin[other] for other in found.left_free])
            found.take(tuple(found.left_free), (at,), ACRONYM, How.ACRONYM)
            found.right_free = [other for other in found.right_free if right.latin[other] not in spelled]
            return


def _stands_for(side: Prepared, at: int, other: Prepared, free: list[int]) -> bool:
    """Whether a word is the acronym of the whole other name, or of what is left of it beside words that are met themselves."""
    latin = side.latin[at]
    if not free or not SHORTEST <= len(latin) <= LONGEST or not latin.isalpha() or latin in side.acronyms:
        return False
    telling = [j for j, word in enumerate(other.words) if word.role is not Role.LINK and word.role is not Role.NUMBER]
    if any(j not in free for j in telling):
        return side.weights[at] >= RARE and latin in acronyms([other.words[j] for j in free])
    if latin in other.acronyms:
        return True
    if len(free) < 2 or side.weights[at] < RARE:
        return False
    whole = [other.latin[j] for j in telling]
    return spells(latin, whole) or (other.forms != [] and spells(latin, [*whole, other.forms[-1]]))


def _drop_form_words(found: Alignment) -> None:
    """Words left over that the other name's legal form holds, maybe misspelled, are no words of the name."""
    if found.left_free and found.right.forms:
        found.left_free = [at for at in found.left_free if not _is_form(found.left.latin[at], found.right.forms)]
    if found.right_free and found.left.forms:
        found.right_free = [at for at in found.right_free if not _is_form(found.right.latin[at], found.left.forms)]


def _is_form(word: str, forms: list[str]) -> bool:
    if word in COMPANY_LIKE and not COMPANY.isdisjoint(forms):
        return True
    return word in forms or (len(word) > 4 and any(alike(word, form) >= FORM_LIKE for form in forms))
