"""Words that name a technology: entries of the vocabulary, and head nouns with a telling modifier."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dragoman.extract.en.lexicon import listed, singular, words
from dragoman.extract.en.line import Line

LEFT_REACH = 4  # modifiers taken before a head


@cache
def _index() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word to the entries it starts, longest first, each with its class."""
    made: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("fields", "products"):
        for entry in listed(kind):
            parts = tuple(entry.split())
            made.setdefault(singular(parts[0]) if len(parts) == 1 else parts[0], []).append((parts, kind))
    for entries in made.values():
        entries.sort(key=lambda e: -len(e[0]))
    return made


def entry_at(line: Line, index: int) -> tuple[int, str] | None:
    """The longest vocabulary entry that starts at a word: how many words, and its class."""
    tokens = line.words
    low = tokens[index][2]
    for key in dict.fromkeys((low, singular(low))):
        for parts, kind in _index().get(key, ()):
            have = [t[2] for t in tokens[index : index + len(parts)]]
            if len(have) < len(parts) or have[:-1] != list(parts[:-1]):
                continue
            if (have[-1] == parts[-1] or singular(have[-1]) == singular(parts[-1])) and _joined(
                line, index, index + len(parts) - 1
            ):
                return len(parts), kind
    return None


def _joined(line: Line, first: int, last: int) -> bool:
    return all(line.text[line.words[i][1] : line.words[i + 1][0]] in (" ", "-", "\n") for i in range(first, last))


def spans(line: Line) -> Iterator[tuple[int, int, str]]:
    """Word ranges that name a technology: first, last (included), and how it was found."""
    at = 0
    tokens = line.words
    while at < len(tokens):
        found = entry_at(line, at)
        if found:
            last = at + found[0] - 1
            first = at
            while last + 1 < len(tokens) and tokens[last + 1][2] in words("heads") and _joined(line, last, last + 1):
                last += 1
            first = _left(line, first)
            yield first, last, found[1]
            at = last + 1
            continue
        if tokens[at][2] in words("heads"):
            if at + 1 < len(tokens) and tokens[at + 1][2] in words("heads") and _joined(line, at, at + 1):
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
        start, _end, low = tokens[first - 1]
        if (
            low in words("stop")
            or low.isdigit()
            or low in NOT_MODIFIERS
            or low.endswith(("ly", "'s", "’s"))
            or line.mask[start] != line.text[start]
        ):
            break
        if line.text[start].isupper() and start > 0 and low not in words("domains"):
            break
        if low.endswith("s") and not low.endswith(("ss", "ics")) and low not in words("domains"):
            break
        if low.endswith("ing") and low not in words("domains") and "-" not in low and low not in NOUNS_IN_ING:
            break
        if (
            low.endswith("ed")
            and "-" not in low
            and low not in words("domains")
            and low not in ("advanced", "unmanned", "integrated", "manned", "patented", "guided", "secured")
        ):
            break
        first -= 1
    while first < index and (tokens[first][2] in words("generic") or tokens[first][2] in words("kinds_of_adjectives")):
        first += 1
    return first


NOT_MODIFIERS = frozenset(
    (
        "million billion worth total number kinds types series pieces sets percent military-industrial import export are "
        "selling buying developing producing cooperation cooperate eye seeking finding deepen strengthen merely its whole "
        "first-class exchange"
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
    if line.words[head][2] not in words("weak_heads"):
        return bool(mods) or line.words[head][2] not in words("stop")
    return any(
        m in words("domains") or any(p in words("domains") for p in m.split("-")) or singular(m) in _nouns() for m in mods
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(e for key in ("fields", "products") for e in listed(key) if " " not in e)
