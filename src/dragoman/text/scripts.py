"""Scripts: which letters a text is written in, counted by Unicode block."""

from __future__ import annotations

import re
from functools import cache

# Ranges of the Unicode blocks that hold the letters of each script (Unicode 15, Scripts.txt, main blocks).
RANGES = {
    "Latin": "A-Za-zªºÀ-ÖØ-öø-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a",
    "Han": "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af",
    "Kana": "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d",
    "Hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "Cyrillic": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arabic": "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Hebrew": "\u05d0-\u05ea",
    "Devanagari": "\u0904-\u0939\u0958-\u0961",
    "Thai": "\u0e01-\u0e33\u0e40-\u0e46",
    "Georgian": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Armenian": "\u0531-\u0587",
}
WEIGHT = {"Han": 2.0, "Kana": 1.5, "Hangul": 1.5}  # a character that is a syllable or a word says more than a letter


@cache
def letters(script: str) -> re.Pattern[str]:
    """The pattern of one run of letters of a script of `RANGES`."""
    return re.compile(f"[{RANGES[script]}]+")


def count(text: str) -> dict[str, int]:
    """Letters of each script that occurs, most frequent first."""
    if text.isascii():
        number = sum(map(len, letters("Latin").findall(text)))
        return {"Latin": number} if number else {}
    found = {script: sum(map(len, letters(script).findall(text))) for script in RANGES}
    return {s: n for s, n in sorted(found.items(), key=lambda item: -item[1]) if n}


def dominant(text: str) -> str:
    """The script that carries most of the text, weighted by how much one character says; empty without letters."""
    found = count(text)
    return max(found, key=lambda s: found[s] * WEIGHT.get(s, 1.0), default="")


def has(text: str, script: str) -> bool:
    """Whether at least one letter of the script occurs."""
    return letters(script).search(text) is not None


def is_han(char: str) -> bool:
    """Whether it is a Chinese character."""
    return letters("Han").fullmatch(char) is not None
