"""The cheap test before a costly pattern: whether the words it cannot do without occur at all."""

from __future__ import annotations

import re

from dragoman.extract.en.line import Line

JOINT = re.compile(r"[\W_]+")


def parts(line: Line) -> frozenset[str]:
    """The words of a sentence in lower case, compounds as a whole and in parts: what `\\b` would find."""
    known = line.memo.get("parts")
    if isinstance(known, frozenset):
        return known
    found = set(line.lows)
    for low in line.lows:
        if not low.isalnum():
            found.update(JOINT.split(low))
    line.memo["parts"] = made = frozenset(found)
    return made


def told(line: Line, needed: frozenset[str]) -> bool:
    """Whether one of these words, or a compound with it, occurs."""
    return not needed.isdisjoint(parts(line))


def kinds(line: Line) -> set[str]:
    """The kinds of names in a sentence."""
    return {name.kind for name in line.names}
