"""The thing a number counts: the noun phrase after it, its unit, and the words that tell what was done with it."""

from __future__ import annotations

import re

from dragoman.extract.en.lexicon import words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import plain

PLURALS = frozenset("people businessmen businesspeople percent staff personnel media children men women attendees".split())
NOT_PLURAL = frozenset(
    (
        "is was has this its as across various previous consecutive us plus thus less gas physics electronics business access "
        "process press overseas series"
    ).split()
)
UNITS = frozenset(
    (
        "kilograms kilogram kg tonnes tons km kilometres kilometers metres meters hectares kilowatts megawatts square litres "
        "degrees"
    ).split()
)
VERB_AFTER = re.compile(
    r"\s+(?:have|has|had|were|was|are|is)\s+(?:been\s+|successfully\s+|already\s+)?(?:successfully\s+)?(?:signed|launched|"
    r"presented|held|staged|reached|concluded|registered|implemented|completed|released|displayed|exhibited|published|"
    r"created|brought)\b"
)
BRACKET = re.compile(r"\s\([a-z ]{3,30}\)")
NUMBER_WORDS = frozenset(
    (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion hundreds thousands "
        "dozens dozen third half quarter percent fifth per cent thirds"
    ).split()
)


def counted_phrase(line: Line, at: int) -> tuple[int, str] | None:
    """The counted noun phrase after a number: its end and its words, up to the last plural noun before a break."""
    tokens = [t for t in line.words if t[0] >= at]
    if not tokens or tokens[0][0] - at > 3 or line.text[at : tokens[0][0]].strip(" -"):
        return None
    last, begin, previous, series = None, tokens[0][0], at, False
    for index, (start, end, low) in enumerate(tokens[:11]):
        gap = line.text[previous:start]
        if gap == ", " and last == previous and _series_ahead(line, tokens, index):
            previous, gap, series = start, "", True
        if gap.strip(" -/&’'") and index:
            break
        joins = low in ("and", "or", "as", "well", "&") and index
        if joins and not _plural_ahead(line, tokens, index):
            break
        if (
            not joins
            and (low in words("stop") or low in ("that", "across", "worth"))
            and not (last is None and low in ("exhibits", "displays", "exports"))
            and not (index == 0 and low in ("previous", "such", "other", "different", "own", "more"))
        ):
            break
        if joins or low in ("previous", "other", "different"):
            previous = end
            continue
        if last is not None and not _plural(low) and not series and not _noun_run(line, tokens, index):
            break
        if _plural(low):
            last = end
        previous = end
    if last is None:
        return None
    return last, plain(line.text[begin:last])


def _series_ahead(line: Line, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """Whether plural nouns follow, parted by commas, up to `and` and a last one: institutes, universities and firms."""
    plural = False
    for place, (_start, end, low) in enumerate(tokens[index : index + 9]):
        if low in NUMBER_WORDS or low.isdigit():
            return False
        if low == "and":
            return plural and _plural_ahead(line, tokens, index + place)
        if low in words("stop"):
            return False
        plural = _plural(low)
        if line.text[end : end + 1] == "," and not plural:
            return False
    return False


def _noun_run(line: Line, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """After a plural, only a coordination goes on."""
    return (index > 0 and tokens[index - 1][2] in ("and", "or", "&", "as")) or (
        index > 1
        and any(t[2] in ("and", "or", "as") for t in tokens[max(0, index - 4) : index])
        and not _verbal(tokens[index][2])
    )


def _verbal(low: str) -> bool:
    return low.endswith(("ed", "ing")) or low in words("stop")


def _plural_ahead(line: Line, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """Whether a coordination leads to another plural noun before a break or verb."""
    for _start, end, low in tokens[index + 1 : index + 6]:
        if low in ("well", "as", "and", "other"):
            continue
        if low in words("stop") or low.isdigit() or low in NUMBER_WORDS:
            return False
        if _plural(low) and not _verbal(low):
            return True
        if line.text[end : end + 1] in ",.;":
            return False
    return False


def _plural(low: str) -> bool:
    tail = low.rpartition("-")[2]
    return (
        low in PLURALS
        or low in UNITS
        or (
            len(tail) > 2
            and tail.endswith("s")
            and not tail.endswith(("ss", "us", "’s", "'s", "ous", "is"))
            and low not in NOT_PLURAL
        )
    )


def stretched(line: Line, end: int) -> int:
    """Take in a bracket (countries (regions)) and the participle that says what was done with the things."""
    bracket = BRACKET.match(line.text, end)
    end = bracket.end() if bracket else end
    verb = VERB_AFTER.match(line.text, end)
    if verb:
        return verb.end()
    event = next(
        (
            n
            for n in line.names
            if n.kind == "EVENT" and re.fullmatch(r"\s+of\s+(?:the\s+)?", line.text[end : n.start - line.start])
        ),
        None,
    )
    if event and line.text[:end].rstrip().lower().endswith(("sessions", "editions")):
        return min(event.end - line.start, end + 60)
    return end


def counted_key(line: Line, counted: str, end: int) -> str:
    words_in = [
        w for w in counted.lower().split() if w not in ("previous", "past", "last", "recent", "the", "these", "successive")
    ]
    tail = ""
    if words_in and words_in[-1] in ("sessions", "editions"):
        event = next((n for n in line.names if n.kind == "EVENT" and 0 <= n.start - line.start - end <= 8), None)
        tail = " of forum" if event and event.schema in ("Forum", "Contest") else ""
    return (words_in[-1] if words_in else counted) + tail


def counted_unit(counted: str) -> str:
    """The thing counted: the phrase from its last lower-case modifiers on, without nationality."""
    parts = [
        p
        for p in counted.split()
        if p.lower() not in words("kinds_of_adjectives") and p.lower() not in ("previous", "new", "different", "other")
    ]
    return " ".join(parts) or counted
