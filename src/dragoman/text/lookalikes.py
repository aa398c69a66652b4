"""Letters of one script typed for their twins of another: `Cергей` with a Latin C, `Аlfa` with a Cyrillic А.

A word is repaired when all its letters of the one script are twins of the other, and some letter, or else most of them,
tells which script was meant. A word that mixes the scripts on purpose (`IT-компания`, `iБанк`) stays.
"""

from __future__ import annotations

import re

# Twins in print, by case: Latin, Cyrillic. Accented vowels are Russian ones with their stress written.
_LATIN_TWINS = "ABCEHIJKMOPTXYaceiokpxyËÏëïh"
_CYRILLIC_TWINS = "АВСЕНІЈКМОРТХУасеіокрхуЁЇёїһ"
_STRESSED = dict(zip("ĸÁÉÓÝáéóýÀÈÒàèòÍÎÌ", "кАЕОУаеоуАЕОаеоІІІ", strict=True))
TO_CYRILLIC = dict(zip(_LATIN_TWINS, _CYRILLIC_TWINS, strict=True)) | {"b": "ь", "s": "ѕ", "j": "ј"} | _STRESSED
TO_LATIN = dict(zip(_CYRILLIC_TWINS, _LATIN_TWINS, strict=True)) | dict(zip("ѕјЅтмнв", "sjStmhb", strict=True))
# Whole words of twins that stand in Cyrillic names for Cyrillic words; any other word of Latin letters there is a brand.
WHOLE = frozenset("AO OAO OOO TOO AOO PK C c I i a o".split())
_WORD = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u052f]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u052f]")


def repair(text: str) -> str:
    """The text, each of its words in the one script that was meant."""
    if not (_CYRILLIC.search(text) and _LATIN.search(text)):
        return text
    mostly_cyrillic = 2 * len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) + len(_CYRILLIC.findall(text))
    return _WORD.sub(lambda found: _one_script(found[0], mostly_cyrillic), text)


def _one_script(word: str, cyrillic_around: bool) -> str:
    latin, cyrillic = _LATIN.findall(word), _CYRILLIC.findall(word)
    if not cyrillic:
        return _turned(word, TO_CYRILLIC) if cyrillic_around and word in WHOLE else word
    if not latin:
        return word
    may_be_cyrillic = all(letter in TO_CYRILLIC for letter in latin)
    may_be_latin = all(letter in TO_LATIN for letter in cyrillic)
    if may_be_cyrillic and may_be_latin:
        more = len(cyrillic) - len(latin)
        return _turned(word, TO_CYRILLIC if more > 0 or (more == 0 and cyrillic_around) else TO_LATIN)
    if may_be_cyrillic:
        return _turned(word, TO_CYRILLIC)
    return _turned(word, TO_LATIN) if may_be_latin else word


def _turned(word: str, twins: dict[str, str]) -> str:
    return "".join([twins.get(letter, letter) for letter in word])
