"""A name cut into words: folded, in Latin letters, dotted abbreviations joined, possessives dropped."""

from __future__ import annotations

import re

from dragoman.text.folding import fold
from dragoman.text.transliteration import latinise

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_][./] ?){1,7}[^\W\d_]\b(?:\.|(?![\w.]))")
_LETTERS = re.compile(r"(?<![^\W_])[^\W\d_](?: ?(?:&|and)? ?[^\W\d_](?![^\W_]))+")  # P D, L & M: one word
_ASIDE = re.compile(r"\b(?:f/?k/?a|a/?k/?a|d/?b/?a|t/?a)\b\.?")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")  # between letters; others are quotes
_JOINERS = str.maketrans("", "", "./ ")


def split(text: str) -> list[tuple[str, str]]:
    """The words of a name, each folded and as lower-case ASCII."""
    return words_of(fold(text))


def words_of(folded: str, joined: bool = True) -> list[tuple[str, str]]:
    """The words of a folded text; with `joined`, `s.r.l.` is one word."""
    if "'" in folded:
        folded = _APOSTROPHE.sub("", folded.replace("'s ", " ").removesuffix("'s")).replace("'", " ")
    if joined and ("." in folded or "/" in folded):
        folded = _DOTTED.sub(lambda found: found.group().translate(_JOINERS) + " ", folded)
    if joined:
        folded = _LETTERS.sub(_as_one, folded)
    if "&" in folded:
        folded = folded.replace("&", " and ")
    if folded.isascii():
        return [(word, word) for word in _WORD.findall(folded)]
    return [pair for chunk in folded.split() for pair in _wide(chunk)]


def _as_one(found: re.Match[str]) -> str:
    return "".join(letter for letter in found.group().replace("and", "") if letter.isalpha())


def _wide(chunk: str) -> list[tuple[str, str]]:
    """Words of a chunk that holds other letters; marks inside a word (as in Khmer or Hindi) do not cut it."""
    if chunk.isascii() or not _marked(chunk):
        return [(word, latin) for word in _WORD.findall(chunk) if (latin := _latin(word))]
    latin = _latin(chunk)
    return [(chunk, latin)] if latin else []


def _marked(chunk: str) -> bool:
    """Whether letters of an Indian or South-East Asian script occur, whose vowel signs are marks."""
    return any("\u0900" <= char < "\u1100" or "\u1780" <= char < "\u1880" for char in chunk)


def _latin(word: str) -> str:
    if word.isascii():
        return word
    return "".join(_WORD.findall(latinise(word)))
