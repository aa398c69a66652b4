"""Traditional and Japanese forms of Chinese characters turned into simplified ones (data/han/simplified.txt)."""

from __future__ import annotations

from functools import cache

from dragoman import data


def simplify(text: str) -> str:
    """`text` in simplified characters; everything that is no Chinese character stays. One character stays one."""
    if text.isascii():
        return text
    table, phrases, signs = _tables()
    made = text.translate(table)
    if not signs.isdisjoint(text):
        for phrase, right in phrases:
            at = text.find(phrase)
            while at >= 0:
                made = made[:at] + right + made[at + len(right) :]
                at = text.find(phrase, at + 1)
    return made


def is_traditional(text: str) -> bool:
    """Whether the text is written in traditional (or Japanese) characters, as in Taiwan and Hong Kong."""
    return not text.isascii() and text.translate(_tables()[0]) != text


@cache
def _tables() -> tuple[dict[int, int], tuple[tuple[str, str], ...], frozenset[str]]:
    """The table for str.translate, the phrases that are exceptions, and the characters these hold."""
    old, new, japanese, right, *rest = data.text("han/simplified.txt").splitlines()
    pairs = [line.partition("\t") for line in rest]
    phrases = tuple((left, good) for left, _, good in pairs if len(left) == len(good))
    table = str.maketrans(old + japanese, new + right)
    # A character signals a phrase only where the plain table would turn it wrongly.
    signs = {a for left, good in phrases for a, b in zip(left, good, strict=True) if chr(table.get(ord(a), ord(a))) != b}
    return table, phrases, frozenset(signs)
