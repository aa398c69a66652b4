"""The words the Chinese grammar turns on, from `data/vocabulary/zh.yaml`, and where a phrase begins."""

from __future__ import annotations

import re
from functools import cache

from dragoman.extract.grammar.vocabulary import Vocabulary

HAN = "一-鿿"
OPEN = re.compile(rf"[{HAN}A-Za-z0-9·&+./（）()\-“”\"《》—－、]")  # what a title may hold
HARD = frozenset("，。；：！？,;:!?\n \u3000、…")


WORDS = Vocabulary("zh")
entries, choice, pattern = WORDS.entries, WORDS.choice, WORDS.pattern


@cache
def anywhere(section: str, part: str = "") -> re.Pattern[str]:
    """A pattern that finds the words of a section."""
    return re.compile(f"(?:{choice(section, part)})")


@cache
def _kept() -> frozenset[str]:
    return frozenset(entries("kept_pair"))


@cache
def _stops(verbs: bool) -> tuple[frozenset[str], int]:
    words = frozenset(entries("name_stop") + (entries("verb_stop") if verbs else ()))
    return words, max(map(len, words))


def stopped(text: str, at: int, verbs: bool = False) -> bool:
    """Whether a word that no name goes on over ends right before `at`; one inside a longer word does not count."""
    words, longest = _stops(verbs)
    if any(text[at - size : at] in words for size in range(2, min(longest, at) + 1)):
        return True
    kept = _kept()
    return text[at - 1 : at] in words and text[at - 1 : at + 1] not in kept and text[at - 2 : at] not in kept


def left(text: str, at: int, reach: int, *, joins: str = "", verbs: bool = False) -> int:
    """Where the phrase begins that ends at `at`: not further than `reach`, not over stop words, signs or mentions.

    Brackets and quotation marks are taken in pairs; the characters of `joins` end the phrase
    too, and with `verbs` the verbs that may stand before a product.
    """
    start = at
    while start > 0 and at - start < reach:
        sign = text[start - 1]
        if sign in "）)":
            opened = max(text.rfind("（", max(0, start - 12), start), text.rfind("(", max(0, start - 12), start))
            if opened < 0:
                break
            start = opened
            continue
        if sign in "”》":
            opened = text.rfind("“" if sign == "”" else "《", max(0, start - 24), start)
            if opened < 0 or at - opened > reach or sign in joins:
                break
            start = opened
            continue
        if sign in HARD or sign in joins or ("\ue000" <= sign <= "\ue0ff" and sign not in PLACE) or stopped(text, start, verbs):
            break
        if not OPEN.match(sign) and sign not in PLACE:
            break
        if sign in "“《（(":
            break
        start -= 1
    return start


PLACE = "\ue004\ue005"  # marks of a place: part of a title


def unbalanced(text: str) -> bool:
    """Whether a closing sign has no opening one before it."""
    return any(text.count(b) > text.count(a) for a, b in ("“”", "《》", "（）"))
