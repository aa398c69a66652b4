"""The sound of a Latin word: a key that the romanisations and spellings of one spoken name share.

A rough phonetic key, made for names that were written in Arabic, Cyrillic, Han or Hangul before they were written in Latin:
Mohammed and Muhamad, Yusuf and Youssef, Sergei and Serhii, Aleksandr and Alexander, Qadhafi and Gaddafi agree. Consonants
make the key, in eleven classes that romanisations confuse; vowels count only where a word starts with one, and in words
of one or two consonants, front (e) against back (a).
"""

from __future__ import annotations

from functools import lru_cache

# Letter groups that stand for one sound, longer before shorter; capitals are not touched again.
GROUPS = (
    ("shch", "S"), ("tsch", "S"), ("sch", "S"), ("tch", "S"), ("dzh", "S"), ("dj", "S"), ("zh", "S"), ("ch", "S"), ("sh", "S"),
    ("cz", "S"), ("hs", "S"), ("kh", "h"), ("gh", "h"), ("ph", "f"), ("th", "t"), ("dh", "t"), ("dz", "t"), ("ts", "s"),
    ("tz", "s"), ("ck", "h"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("x", "hs"),
)  # fmt: skip
CLASS = str.maketrans("gkqczdbwj", "hhhhstpvS")
VOWELS = frozenset("aeiouy")
FRONT = frozenset("eiy")
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
SHORT = 2  # key letters up to which a vowel is added


@lru_cache(maxsize=200_000)
def sound(latin: str) -> str:
    """The sound of a folded Latin word: `mohammed` and `muhamad` give `mhmt`; "" of a word without Latin letters."""
    word = latin if latin.isalpha() and latin.isascii() else "".join([c for c in latin if c in LETTERS])
    if not word:
        return ""
    key = _skeleton(_spoken(word))
    if len(key) > SHORT:
        return key
    vowel = next((c for c in word[key.startswith("a") :] if c in VOWELS), "")
    return key + ("e" if vowel in FRONT else "a" if vowel else "")


def _spoken(word: str) -> str:
    """The word with one small letter of each class, or a vowel, for each sound."""
    if word[0] == "x":
        word = "S" + word[1:]
    if word[-1] == "j" and len(word) > 2:  # Sergej
        word = word[:-1] + "i"
    elif word.endswith("ah"):  # Abdullah
        word = word[:-1]
    elif word[-1] == "u" and len(word) > 3 and word[-2] in "aeo":  # Petrau for Petrov
        word = word[:-1] + "v"
    for group, plain in GROUPS:
        if group in word:
            word = word.replace(group, plain)
    return word.translate(CLASS)


def _skeleton(word: str) -> str:
    """The consonants, none twice running; `a` for a vowel at the start."""
    key, before, last = [], "", len(word) - 1
    for place, letter in enumerate(word):
        if letter in VOWELS:
            if place == 0:
                key.append("a")
            before = ""
            continue
        after = word[place + 1] if place < last else ""
        closed = after not in VOWELS and after != letter
        silent = closed and ((letter == "h" and before == "n") or (letter == "v" and 0 < place < last))  # Jong, Pavlovich
        if letter != before and not silent:
            key.append(letter)
        before = letter
    return "".join(key)
