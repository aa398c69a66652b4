"""Many words as one pattern: a tree by letters, so that a text is searched for hundreds of words at the cost of a few."""

from __future__ import annotations

import re
from collections.abc import Iterable

Node = dict[str, "Node"]


def pattern(words: Iterable[str]) -> str:
    """A pattern that matches each of the words, the longest first; what may stand around them the caller adds."""
    root: Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _of(root)


def _of(node: Node) -> str:
    branches = [re.escape(char) + _of(below) for char, below in node.items() if char]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


def lowered(text: str) -> str:
    """The text in small letters, code point for code point: a letter whose small form is longer stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
