"""Chinese characters read in toneless pinyin: by word where a word is read otherwise, else character by character."""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman import data
from dragoman.text.simplified import simplify

LONGEST = 3  # characters of the longest word in data/han/phrases.txt


def pinyin(han: str) -> list[str]:
    """The syllables of a Chinese text in small ASCII letters without tones; ü is u (passports and maps: lu, nu).

    What is no Chinese character is left out.
    """
    return [syllable.replace("v", "u") for syllable in syllables(han)]


@lru_cache(maxsize=20_000)
def syllables(han: str) -> tuple[str, ...]:
    """Like `pinyin`, with ü as v as keyboards have it."""
    text = simplify(han)
    single, words, openers = _tables()
    found: list[str] = []
    at = 0
    while at < len(text):
        if text[at] in openers:
            word = next((w for n in range(LONGEST, 1, -1) if (w := text[at : at + n]) in words), "")
            if word:
                found += words[word].split()
                at += len(word)
                continue
        syllable = single.get(text[at])
        if syllable:
            found.append(syllable)
        at += 1
    return tuple(found)


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Character to syllable, word to syllables, and the characters that open such a word."""
    single: dict[str, str] = {}
    for line in data.text("han/pinyin.txt").splitlines():
        syllable, _, chars = line.partition("\t")
        single.update(dict.fromkeys(chars, syllable))
    words = dict(line.split("\t", 1) for line in data.text("han/phrases.txt").splitlines())
    return single, words, frozenset(word[0] for word in words)
