"""Figures: a number with its bound and the thing counted, shares, sums of money; each value with its thing once."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Ref
from dragoman.extract.en.counted import NUMBER_WORDS, counted_key, counted_phrase, counted_unit, stretched
from dragoman.extract.en.gates import DIGITS, Gate
from dragoman.extract.en.lexicon import words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import OURS, Scene, plain
from dragoman.extract.en.shapes import twin
from dragoman.extract.en.sums import SUM, amount
from dragoman.model.statement import Bound
from dragoman.text import numbers

WORTH = re.compile(r"\s+worth\s+of\s+[a-z]+(?:\s+(?!to\b|in\b|for\b|at\b|from\b|and\b|with\b|on\b|by\b)[a-z]+)?")
OWN_MONEY = re.compile(
    r"\b(?:sold|sells?|selling|sales?|exports?|exported|revenues?|turnover|earn(?:s|ed|ings)?|profits?|budgets?|costs?|price)\b",
    re.I,
)  # a sum of theirs, not of the event
GROUPED = re.compile(
    r"\b(?:mechanism|network|alliance|group|union|league|association|platform|chain|family|team|staff)\s+of\s+(?:the\s+)?$",
    re.I,
)
BOUND_BEFORE = re.compile(
    r"\b(?P<b>more than|over|above|exceeding|at least|no less than|nearly|almost|close to|about|around|some|approximately|"
    r"roughly|up to|less than|under|fewer than|as many as|a total of|total of)\s+(?:the\s+)?$",
    re.I,
)
TO_BOUND = {
    "more than": Bound.MORE_THAN,
    "over": Bound.MORE_THAN,
    "above": Bound.MORE_THAN,
    "exceeding": Bound.MORE_THAN,
    "at least": Bound.AT_LEAST,
    "no less than": Bound.AT_LEAST,
    "nearly": Bound.NEARLY,
    "almost": Bound.NEARLY,
    "close to": Bound.NEARLY,
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "some": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "up to": Bound.UP_TO,
    "less than": Bound.LESS_THAN,
    "under": Bound.LESS_THAN,
    "fewer than": Bound.LESS_THAN,
}
SKIP_NOUNS = frozenset(
    "sides parties tiers parts ways things days day hours hour minutes o'clock steps others them us governments levels "
    "directions pm am times stages th st nd rd sq page pages".split()
)
SMALL_SKIP = SKIP_NOUNS | frozenset(
    "countries peoples leaders regions areas weeks months groups kinds types aspects categories fields".split()
)
MONTHS = frozenset(words("months")) | frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
BEFORE, AFTER = 4, 4  # words around a numeral that can belong to it: "no less than", "hundred and fifty thousand"
NUMERAL = re.compile(r"[\w.,-]*")
BARE = re.compile(r"\s+(?:are|were|is|have|had|of them|of which|of whom)\s+[^,.;]{4,60}?(?=\s+and\s|[,.;]|$)")
IN_YEAR = re.compile(r"\s+in\s+(?:19|20)\d\d\b")
PER_CENT = re.compile(
    r"\s*(?:%|per\s?cent|percent)(?:\s+(?:of|at|in|on)\s+(?:the\s+)?(?:[\w-]+)(?:\s+(?!and\b|to\b|in\b|by\b|from\b|of\b|"
    r"is\b|was\b)[\w-]+){0,2})?",
    re.I,
)
RUNNING = re.compile(
    r"\b(?:for\s+)?(?:the\s+)?(?P<n>\w+)\s+(?P<unit>years?|times?)\s+(?:running|in a row|in succession)\b|"
    r"\b(?P<n2>\w+)\s+consecutive\s+(?P<unit2>years|times|sessions)\b",
    re.I,
)
NTH_TIME = re.compile(r"\b(?:for\s+the|it\s+(?:is|was)\s+the)\s+(?P<n>\w+)\s+time\b", re.I)
OUT_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+)?\d+(?=\s+[a-z])")
HUNDREDS = re.compile(
    r"\b(?P<q>(?:several |many )?(?:hundreds|thousands|dozens|tens of thousands|millions)) of (?P<noun>(?:[\w-]+ "
    r"){0,2}?[a-z-]+s)\b",
    re.I,
)
SHARE = re.compile(
    r"\b(?P<bound>at least |about |nearly |more than |over |almost |less than )?(?P<share>(?:a|one) (?:third|quarter|half|"
    r"fifth)|two[- ]thirds|three[- ]quarters|half) of (?:the |all |its |our )?(?P<noun>[\w-]+(?: (?!would|will|are|is|were|"
    r"have|has|had|can|of|in|to)[\w-]+)?)",
    re.I,
)
BOUNDS = {b.value: b for b in Bound}
SUM_SIGNS = re.compile(r"[$€£¥₽]|rmb|cny|usd|eur|rub|yuan|dollars|rouble|pounds|yen|won|francs")  # one in each sum of money
PAST_OR_NEXT = re.compile(
    r"\b(?:over|past|last|next|coming|within|after|in|previous)\s+(?:the\s+|last\s+|past\s+|next\s+)?$", re.I
)
AGO = re.compile(r"\s+(?:later|ago|before|earlier|old)\b")
GROUP_FROM = re.compile(r"\b[A-Za-z]+s\s+from\s+$")
IN_TOTAL = re.compile(r"\b(?:a total of|in total,?)\s+$", re.I)
YEAR = re.compile(r"(?:19|20)\d\d")
ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d$")
PLURAL_NEXT = re.compile(r"\s+(?:[a-z]+\s){0,2}[a-z]+s\b")
YEAR_LEAD = re.compile(
    r"\b(?:in|since|of|by|year|until|from|to|january|february|march|april|may|june|july|august|september|october|"
    r"november|december)\s+$",
    re.I,
)
LETTERED = re.compile(r"(?:[A-Z]\w*|No\.?|no\.?|№|TRL|\d:|\d\.|[A-Za-z])[\s-]?$")
OPENER = re.compile(
    r"\b(?:The|In|Over|More than|Nearly|About|At|With|Of|All|These|Some|To|From|By|Only|And|As|For|During|On)\s$"
)
DESIGNATED = re.compile(r"\b(?:[A-Z]\w*|no\.?|No\.?|№)[\s-]?$")
RUNS_ON = re.compile(r"(?::\d|-(?:day|year|th|st|nd|rd)|\s?(?:st|nd|rd|th)\b|[-–]\d|[A-Za-z]|-[A-Za-z])")
RUNS_IN = re.compile(r"\d[-–:/]$|[A-Za-z]-?$")
LETTERS = re.compile(r"[A-Za-z]+")
WORD_BEFORE = re.compile(r"([A-Za-z]+)\.?\s+$")
WORD_AFTER = re.compile(r"\s+(?:of\s+)?([A-Za-z]+)")
LETTER_RUN = re.compile(r"\d+[A-Za-z]")
NEAR = 60  # code points before a number in which what belongs to it ends
LARGE = Gate("hundreds thousands dozens tens millions".split())
ROWS = Gate("running row succession consecutive time")
NUMERIC = Gate(NUMBER_WORDS | {DIGITS})
PORTIONS = Gate("third quarter half fifth thirds quarters two-thirds three-quarters".split())


def find(scene: Scene, line: Line) -> None:
    """All figures of a sentence."""
    taken: list[tuple[int, int]] = []
    _rows(scene, line, taken)
    if not line.names_any(NUMERIC):
        return
    windows = _windows(line)
    if not windows and line.lows.isdisjoint(NUMBER_WORDS):
        return
    _sums(scene, line, taken)
    for start, end in windows:
        for number in numbers.find(line.text, "en", start, end):
            if not number.ordinal and not any(a <= number.start < b for a, b in taken):
                _counted(scene, line, number, taken)
    _vague(scene, line, taken)


def _windows(line: Line) -> list[tuple[int, int]]:
    """Where numbers stand, with room for the words of their bounds and scales: reading these alone halves the cost."""
    found: list[tuple[int, int]] = []
    words_in = line.words
    numeric = [low for low in line.places if low[0].isdigit() or low in NUMBER_WORDS or ("-" in low and _begins_number(low))]
    for index in sorted([at for low in numeric for at in line.places[low]]):
        first = words_in[max(0, index - BEFORE)][0]
        last = words_in[min(len(words_in) - 1, index + AFTER)][1]
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _begins_number(low: str) -> bool:
    return low.split("-", 1)[0] in NUMBER_WORDS


def _figure(scene: Scene, line: Line, start: int, end: int, rule: str, claim: Claim, counted: str, *, key: str = "") -> None:
    if not scene.once("figure", claim.value if isinstance(claim.value, str) else "", (key or counted).lower()):
        return
    about = Ref("Figure", plain(line.text[start:end]), (key or counted).lower())
    claims = [claim, Claim("counted", counted, lang="en")]
    subject = _subject(scene, line, start, claim)
    if subject:
        claims.append(Claim("subject", subject))
    scene.add(rule, about, line.start + start, line.start + end, *claims, line=line)


def _subject(scene: Scene, line: Line, start: int, claim: Claim) -> Ref | None:
    """What a figure is told of: who speaks of "us" or sells something, else the event the text is about."""
    speaker = scene.speaker(line.start + start)
    if speaker and twin(OURS).search(line.small, max(0, start - NEAR), start):
        return scene.side_of(speaker)
    if claim.prop == "amount" and twin(OWN_MONEY).search(line.small, max(0, start - NEAR), start):
        return scene.actor(line, start)
    return scene.event


def _sums(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    if not SUM_SIGNS.search(line.small):
        return
    for match in line.reads(SUM):
        if not match["pre"] and line.text[max(0, match.start() - 1) : match.start()].isalnum():
            continue
        before = BOUND_BEFORE.search(line.text[: match.start()])
        bound = TO_BOUND.get(before["b"].lower(), Bound.EXACT) if before else Bound.EXACT
        claim = amount(match[0])
        worth = WORTH.match(line.text, match.end())
        start, end = before.start() if before else match.start(), worth.end() if worth else match.end()
        taken.append((start, end))
        made = Claim("amount", claim.value, original=match[0], unit=claim.unit, bound=bound)
        _figure(scene, line, start, end, "figure.money", made, "money")


def _rows(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    """So many years in a row."""
    if not line.has(ROWS):
        return
    for match in line.reads(NTH_TIME):
        value = next((n.plain for n in numbers.find(match["n"], "en") if n.ordinal and n.value > 1), "")
        if value:
            _figure(scene, line, match.start(), match.end(), "figure.nth", Claim("value", value, unit="times"), "times")
    for match in line.reads(RUNNING):
        word = match["n"] or match["n2"]
        value = next((n.plain for n in numbers.find(word, "en")), "")
        if value:
            start = match.start("n") if match["n"] else match.start("n2")
            taken.append((start, match.end()))
            unit = (match["unit"] or match["unit2"]).lower()
            _figure(scene, line, start, match.end(), "figure.row", Claim("value", value, unit=unit), unit + " running")


def _counted(scene: Scene, line: Line, number: numbers.Number, taken: list[tuple[int, int]]) -> None:
    text = line.text
    start, end = number.outer_start if number.bound else number.start, number.end
    if _no_figure(line, number):
        return None
    bound = BOUNDS.get(number.bound, Bound.EXACT)
    digits = NUMERAL.match(text, number.start)
    percent = PER_CENT.match(text, digits.end() if digits else end)
    if number.percent or percent:
        stop = percent.end() if percent else end
        made = Claim("value", number.plain, unit="percent", bound=bound, original=text[number.start : end])
        return _figure(scene, line, start, stop, "figure.percent", made, "percent", key=f"percent {text[end:stop]}")
    share = OUT_OF.match(text, end)
    phrase = counted_phrase(line, share.end() if share else end)
    if share and phrase:
        taken.append((start, phrase[0]))
    if phrase is None:
        return _bare(scene, line, number, start, bound)
    noun_end, counted = phrase
    head = counted.split()[-1].lower()
    if head in SKIP_NOUNS or (number.words and number.value <= 10 and head in SMALL_SKIP and len(counted.split()) == 1):
        return None
    if head in ("years", "months", "weeks") and (
        AGO.match(text, noun_end) or PAST_OR_NEXT.search(text[: max(start, number.start)], max(0, start - NEAR))
    ):
        return None
    if number.words and number.value <= 10 and GROUPED.search(text[:start], max(0, start - NEAR)):
        return None  # a mechanism of four cities is called so: nothing is counted
    group = GROUP_FROM.search(text[:start]) if head in ("countries", "regions", "cities", "provinces") else None
    start = group.start() if group else start
    total = IN_TOTAL.search(text[:start], max(0, start - NEAR)) if "total" in line.parts else None
    start = total.start() if total else start
    stop = stretched(line, noun_end)
    taken.append((start, stop))
    key = counted_key(line, counted, noun_end)
    rule = "figure.count" if not number.words else "figure.words"
    made = Claim("value", number.plain, unit=counted_unit(counted), bound=bound, original=text[number.start : end])
    return _figure(scene, line, start, stop, rule, made, counted, key=key)


def _no_figure(line: Line, number: numbers.Number) -> bool:
    """Years, dates, times, designations, ordinals and parts of names are no figures."""
    text, start, end = line.text, number.start, number.end
    before, after = text[:start], text[end:]
    name = line.name_at(start)
    if name is not None and name.kind in ("ORG", "EVENT", "PROJECT", "PER") and name.subkind != "unnamed":
        return True
    near = max(0, start - NEAR)
    if YEAR.fullmatch(number.text) and (not PLURAL_NEXT.match(after) or YEAR_LEAD.search(before, near)):
        return True
    if (
        DESIGNATED.search(before, near)
        and LETTERED.search(before, near)
        and not before.rstrip().endswith((".", "!", "?"))
        and not OPENER.search(before, near)
    ):
        return True
    if RUNS_ON.match(after) or RUNS_IN.search(before, max(0, start - 3)):
        return True
    if _by_month(before, after, near, number.text):
        return True
    return (number.words and number.value <= 1) or bool(LETTER_RUN.match(text, start))


def _by_month(before: str, after: str, near: int, written: str) -> bool:
    """Whether a number is the day of a month before or after it."""
    words_near = LETTERS.findall(before[-14:])[-1:] or LETTERS.findall(after[:14])[:1]
    if words_near and words_near[0].lower() in MONTHS and WORD_BEFORE.search(before, near):
        return True
    following = WORD_AFTER.match(after)
    return following is not None and following[1].lower() in MONTHS and "million" not in written


def _bare(scene: Scene, line: Line, number: numbers.Number, start: int, bound: Bound) -> None:
    """A number whose thing was told before: 22 are ready, 96 in 2017."""
    found = BARE.match(line.text, number.end) or IN_YEAR.match(line.text, number.end)
    if found is None or (number.words and number.value <= 2):
        return
    made = Claim("value", number.plain, bound=bound, original=number.text)
    end = found.end()
    year = ENDS_IN_YEAR.search(found[0])
    if year:
        made = Claim("value", number.plain, bound=bound, original=number.text, valid_from=year[0], valid_to=year[0])
    _figure(scene, line, start, end, "figure.bare", made, plain(found[0]))


def _vague(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.reads(HUNDREDS) if line.has(LARGE) else ():
        if not any(a <= match.start() < b for a, b in taken):
            _figure(
                scene,
                line,
                match.start(),
                match.end(),
                "figure.vague",
                Claim("value", match["q"], original=match["q"], unit=match["noun"]),
                match["noun"],
            )
    for match in line.reads(SHARE) if line.has(PORTIONS) else ():
        bound = TO_BOUND.get((match["bound"] or "").strip().lower(), Bound.EXACT)
        _figure(
            scene,
            line,
            match.start(),
            match.end(),
            "figure.share",
            Claim("value", match["share"], original=match["share"], bound=bound, unit=match["noun"]),
            match["noun"],
        )
