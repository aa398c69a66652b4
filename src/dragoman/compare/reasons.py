"""Why two names have the score they have: each figure with its weight in log-odds and the words it came from."""

from __future__ import annotations

import math

from dragoman.compare.align import Alignment, align
from dragoman.compare.features import NAMES
from dragoman.compare.likeness import FAR, likeness, settled
from dragoman.compare.name import Role
from dragoman.compare.pairing import How
from dragoman.compare.prepared import Prepared, prepared
from dragoman.compare.score import BENT, HIGHEST, IDENTICAL_ODDS, Match, bend, limited, model_of, parameters, spelt
from dragoman.model.score import Reason, Score

PLAIN = {
    "agreed": "share of the words that agree, weighed by how rare they are",
    "agreed_well": "nearly all of the words agree",
    "disagreed": "few of the words agree",
    "foreign_covered": "share of the name in the other script that was understood and met",
    "latin_covered": "share of the Latin name that was met",
    "inside": "one name stands inside the other",
    "place_added": "one name is the other with a place added: a branch or an affiliate",
    "edits": "letters changed",
    "first_letter": "the first letter of a word differs",
    "both_known": "words that look alike, but are both common names of their own",
    "short": "a shortened word, or one given name in two languages",
    "initial_conflict": "an initial that is not that of the name beside it",
    "only_initials": "nothing but initials agrees",
    "least_covered": "share that agrees of the name of which less agrees",
    "information": "how much the words that agree tell",
    "replaced": "words differ on both sides",
    "replaced_core": "a distinctive word is another one",
    "extra_core": "distinctive words on one side only",
    "extra_activity": "words of activity on one side only",
    "activity_alone": "words of activity on one side only, beside little that agrees",
    "extra_place": "places on one side only",
    "extra_patronymic": "a patronymic on one side only",
    "misspelled": "words that differ by a few letters",
    "worst_spelling": "letters changed in the word that differs most",
    "sound": "words that agree in sound only",
    "translated": "words that agree by translation",
    "stem": "words that agree in their stem",
    "number_conflict": "the numbers differ",
    "part_added": "one is a branch or a part of a body, the other is not",
    "series_conflict": "the numbers of a series (Roman, or years) differ",
    "number_missing": "a number on one side only",
    "place_conflict": "the places differ",
    "form_same": "the same legal form",
    "form_different": "the legal forms differ",
    "form_missing": "a legal form on one side only",
    "top_missed": "the most telling word has no partner",
    "core_missed": "share of the distinctive words without a partner",
    "synonym": "words of one meaning",
    "letters_alone": "an acronym of few letters and nothing else agrees",
    "syllables": "Chinese syllables that differ are other words",
    "order": "the words stand in another order",
    "initial": "initials stand for words",
    "joined": "one word here is written as several there",
    "acronym": "an acronym of the other name",
    "single": "one of the names is a single word",
    "patronymic_conflict": "the patronymics differ",
    "chance": "so little is shared that chance makes it on a long list",
    "doubt": "what is shared may be chance on a long list",
    "common_alone": "nothing but common words agrees",
    "part_alone": "one word alone, which the longer name says with more",
    "sort_conflict": "a school on one side, a company on the other",
}
LEAST = 0.005  # log-odds below which a reason is not worth a line; all of them go into the last one
SPELT = (How.TYPO,)
HOWS = {
    **dict.fromkeys(("misspelled", "worst_spelling", "edits", "first_letter", "both_known"), SPELT),
    **dict.fromkeys(("initial", "only_initials"), (How.INITIAL,)),
    "sound": (How.SOUND,),
    "translated": (How.TRANSLATED,),
    "stem": (How.STEM,),
    "synonym": (How.SYNONYM,),
    "short": (How.SHORT,),
    "joined": (How.JOINED,),
    "acronym": (How.ACRONYM,),
    "letters_alone": (How.ACRONYM,),
    "syllables": (How.TYPO, How.SOUND),
}
NUMBERS, PLACES, CORES = (Role.NUMBER,), (Role.PLACE,), (Role.CORE, Role.INITIAL)
TOLD = (Role.CORE, Role.ACTIVITY, Role.PLACE, Role.HONOUR, Role.PATRONYMIC, Role.INITIAL)
LEFT_OVER = {
    **dict.fromkeys(("replaced", "inside", "top_missed", "part_added"), TOLD),
    **dict.fromkeys(("replaced_core", "extra_core", "core_missed", "initial_conflict"), CORES),
    **dict.fromkeys(("number_conflict", "number_missing", "series_conflict"), NUMBERS),
    **dict.fromkeys(("extra_place", "place_conflict", "place_added"), PLACES),
    **dict.fromkeys(("extra_patronymic", "patronymic_conflict"), (Role.PATRONYMIC,)),
    "extra_activity": (Role.ACTIVITY, Role.HONOUR),
    "activity_alone": (Role.ACTIVITY, Role.HONOUR),
}


def explain(match: Match) -> Score:
    """The value of a match and the waterfall to its log-odds: where it starts, then what moved it, strongest first."""
    if match.left.folded == match.right.folded:
        return Score(
            match.value, (Reason("identical", IDENTICAL_ODDS, "the names are the same", match.left.text, match.right.text),)
        )
    told = likeness(match.left, match.right) if spelt(match.left, match.right) else None
    if told and told[0] < FAR:
        return Score(match.value, (_far(match, told[0]),))
    prior, weights = parameters()[model_of(match.left, match.right, match.figures)]
    found = align(prepared(match.left), prepared(match.right))
    moved = [
        (name, weight * figure) for name, weight, figure in zip(NAMES, weights, match.figures, strict=True) if weight * figure
    ]
    moved.sort(key=lambda pair: -abs(pair[1]))
    reasons = [Reason("start", prior, "before anything is compared")]
    reasons += [_reason(name, weight, match, found) for name, weight in moved if abs(weight) >= LEAST]
    odds = prior + sum(weight for _, weight in moved)
    drawn = limited(bend(odds), match.figures)
    letters = settled(drawn, told) - drawn if told else 0.0
    if told and abs(letters) >= LEAST:
        what = "all that differs are slips of the keyboard" if letters > 0 else f"only {told[0]:.0%} of the letters agree"
        reasons.append(Reason("letters", letters, what, match.left.text, match.right.text))
    rest = drawn + letters - sum(reason.weight for reason in reasons)
    if abs(rest) >= 1e-9:
        what = f"drawn in above {BENT:g}, as only equal names are certain; at most {HIGHEST:g}" if odds > BENT else "the rest"
        if drawn < bend(odds):
            what = PLAIN["chance" if match.features["chance"] else "sort_conflict"]
        reasons.append(Reason("rest", rest, what))
    return Score(match.value, tuple(reasons))


def _far(match: Match, share: float) -> Reason:
    odds = math.log(max(match.value, 1e-9) / (1.0 - match.value))
    return Reason("letters", odds, f"only {share:.0%} of the letters agree", match.left.text, match.right.text)


def _reason(name: str, weight: float, match: Match, found: Alignment) -> Reason:
    left, right = _words(name, match, found)
    return Reason(name, weight, PLAIN[name], left, right)


def _words(name: str, match: Match, found: Alignment) -> tuple[str, str]:
    """The words on each side that a figure is about."""
    ours, theirs = found.left, found.right
    if name in ("form_same", "form_different", "form_missing"):
        return match.left.form, match.right.form
    if name in LEFT_OVER:
        return _free(ours, found.left_free, LEFT_OVER[name]), _free(theirs, found.right_free, LEFT_OVER[name])
    hows = HOWS.get(name, tuple(How))
    pairs = [pair for pair in found.pairs if pair[3] in hows]
    return (
        " ".join(ours.words[at].text for pair in pairs for at in pair[0]),
        " ".join(theirs.words[at].text for pair in pairs for at in pair[1]),
    )


def _free(side: Prepared, free: list[int], roles: tuple[Role, ...]) -> str:
    return " ".join(side.words[at].text for at in free if side.words[at].role in roles)
