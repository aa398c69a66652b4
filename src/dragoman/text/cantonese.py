"""Characters of names as Hong Kong spells them (data/han/cantonese.txt, our own): 陈 is chan, 黄 wong."""

from __future__ import annotations

from functools import cache

from dragoman import data


def cantonese(han: str) -> list[str]:
    """The Hong Kong spellings of the characters of a name; empty where one is not in the table."""
    table = _table()
    found = [table.get(char, "") for char in han]
    return found if all(found) else []


@cache
def _table() -> dict[str, str]:
    """Simplified character to its usual spelling; the first line that holds a character tells."""
    table: dict[str, str] = {}
    for line in data.text("han/cantonese.txt").splitlines():
        spelling, _, chars = line.partition("\t")
        for char in chars:
            table.setdefault(char, spelling)
    return table
