"""Stems of Cyrillic words: what the cases, numbers and genders of one word share (Russian, Ukrainian, Belarusian, Bulgarian).

Endings are cut by rule, the longest first; no dictionary. The stem is a key, not a word.
"""

from __future__ import annotations

from functools import lru_cache

SHORTEST = 3  # letters a stem keeps
# Endings of adjectives and nouns of the four languages, without those that a longer one of the list would leave behind.
ENDINGS = frozenset(
    "иями ыми ими ого его ому ему ями ами ией иям иях ием ых их ым им ую юю ая яя ое ее ые ие ый ий ой ей ом ем ам ям ах ях "
    "ов ев ия ию ии іями ією ієй іям іях ія ії ію ій ої ою еї ому ів їв ям ага яга аму яму ыя ія ае яе ай яй аў яў ыі іі іяй "
    "аю ият ът ите иите "
    "а я о е ы и у ю ь й і ї є".split()
)
LONGEST = max(map(len, ENDINGS))
PLAIN = str.maketrans({"ё": "е", "ь": None, "ъ": None, "'": None, "ґ": "г", "ў": "у"})


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded Cyrillic word: `заводами` gives `завод`, `авиационная` gives `авиацион`."""
    for size in range(min(LONGEST, len(word) - SHORTEST), 0, -1):
        if word[-size:] in ENDINGS:
            word = word[:-size]
            break
    return bare(word)


def bare(word: str) -> str:
    """The word without signs and doubled н, its endings kept: a genitive plural (`систем`) is a stem already."""
    plain = word.translate(PLAIN)
    if plain.endswith("ен") and len(plain) > SHORTEST + 2:  # Bulgarian национален beside национална
        plain = plain[:-2] + "н"
    return plain[:-1] if plain.endswith("нн") else plain
