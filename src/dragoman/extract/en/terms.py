"""Words that name a technology: entries of the vocabulary, and head nouns with a telling modifier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import singular, words
from dragoman.extract.en.line import Line
from dragoman.extract.en.techwords import known, nouns, openers, starting

Span = tuple[int, int, str]  # first word, last word (included), how it was found
MODEL = re.compile(r"[A-Z][\w/]*-?\d[\w-]*")  # a product's designation: X-200
LEFT_REACH = 4  # modifiers taken before a head


def entry_at(line: Line, index: int) -> tuple[int, str] | None:
    """The longest vocabulary entry that starts at a word: how many words, and its class."""
    tokens = line.words
    low = tokens[index][2]
    for size, ending in starting(low):
        last = index + size - 1
        if last >= len(tokens):
            continue
        for parts, kind in ending.get(singular(tokens[last][2]), ()):
            if (size < 3 or all(tokens[index + k][2] == parts[k] for k in range(1, size - 1))) and _joined(line, index, last):
                return size, kind
    return None


def _joined(line: Line, first: int, last: int) -> bool:
    text, words = line.sentence.text, line.words
    for i in range(first, last):  # noqa: SIM110 (no generator: this is asked for every modifier)
        if text[words[i][1] : words[i + 1][0]] not in (" ", "-", "\n"):
            return False
    return True


def spans(line: Line) -> Iterator[Span]:
    """Word ranges that name a technology: first, last (included), and how it was found."""
    tokens, heads = line.words, known("heads")
    spots = sorted([i for low in line.lows & openers() for i in line.places[low]])
    at = 0
    for spot in spots:
        if spot < at:
            continue
        at = spot
        low = tokens[at][2]
        found = entry_at(line, at) if starting(low) else None
        if found:
            last = at + found[0] - 1
            first = at
            while last + 1 < len(tokens) and tokens[last + 1][2] in known("heads") and _joined(line, last, last + 1):
                last += 1
            first = _left(line, first)
            yield first, last, found[1]
            at = last + 1
            continue
        if low in heads:
            if at + 1 < len(tokens) and tokens[at + 1][2] in known("heads") and _joined(line, at, at + 1):
                at += 1
                continue
            first = _left(line, at)
            if _telling(line, first, at):
                yield first, at, "head"
        at += 1


def _left(line: Line, index: int) -> int:
    """The first modifier of a head: lower-case words and known adjectives right before it."""
    tokens, first = line.words, index
    while first > 0 and index - first < LEFT_REACH and _joined(line, first - 1, first):
        start, end, low = tokens[first - 1]
        if (
            low in words("stop")
            or low.isdigit()
            or low in NOT_MODIFIERS
            or low.endswith(("ly", "'s", "’s"))
            or line.mask[start] != line.text[start]
        ):
            break
        if (
            line.text[start].isupper()
            and start > 0
            and low not in known("domains")
            and not MODEL.fullmatch(line.text[start:end])
        ):
            break
        if low.endswith("s") and not low.endswith(("ss", "ics")) and low not in known("domains"):
            break
        if low.endswith("ing") and _acting(line, first - 1):
            break
        if low.endswith("ed") and _done(line, first - 1):
            break
        first -= 1
    while first < index and (tokens[first][2] in words("generic") or tokens[first][2] in words("kinds_of_adjectives")):
        first += 1
    return first


def _acting(line: Line, index: int) -> bool:
    """Whether a word in -ing is a verb here (producing robots) and no modifier (a weeding robot)."""
    low = line.words[index][2]
    if low in known("domains") or "-" in low or low in NOUNS_IN_ING:
        return False
    return low in known("participles") or (index > 0 and line.words[index - 1][2] in BE)


def _done(line: Line, index: int) -> bool:
    """Whether a word in -ed is a verb here (exported drones) and no modifier (a tethered drone)."""
    low = line.words[index][2]
    if "-" in low or low in known("domains") or low in STATES:
        return False
    return index == 0 or line.words[index - 1][2] not in DETERMINERS


BE = frozenset("is are was were be been being am not".split())
DETERMINERS = frozenset("a an the its their this new two three several of for and".split())
STATES = Gate("advanced unmanned integrated manned patented guided secured improved refined reinforced".split())
NOT_MODIFIERS = frozenset(
    (
        "million billion worth total number kinds types series pieces sets percent military-industrial import export are "
        "selling buying developing producing cooperation cooperate eye seeking finding deepen strengthen merely its whole "
        "first-class exchange co-develop co-design co-produce checking"
    ).split()
)
NOUNS_IN_ING = frozenset(
    (
        "cutting mining printing imaging sensing measuring testing monitoring packaging welding machining positioning "
        "engineering manufacturing computing processing training diving bearing casting sintering coating building "
        "shipbuilding housing lighting cooling heating drilling sequencing lifting rolling flying charging ranging"
    ).split()
)


def _telling(line: Line, first: int, head: int) -> bool:
    """Whether a head has a modifier that says what it is."""
    mods = [low for _, _, low in line.words[first:head]]
    if line.words[head][2] not in known("weak_heads"):
        return bool(mods) or line.words[head][2] not in words("stop")
    return any(
        m in known("domains") or any(p in known("domains") for p in m.split("-")) or singular(m) in nouns() for m in mods
    )
