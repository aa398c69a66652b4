"""The sound of a Latin word: a key that the romanisations and spellings of one spoken name share.

A rough phonetic key, made for names that were written in Arabic, Cyrillic, Han or Hangul before they were written in Latin:
Mohammed and Muhamad, Yusuf and Youssef, Sergei and Serhii, Aleksandr and Alexander, Qadhafi and Gaddafi agree. Consonants
make the key, in eleven classes that romanisations confuse; vowels count only where a word starts with one, and in words
of one or two consonants, front (e) against back (a).
"""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman import data

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
QI = 5  # letters of a Chinese syllable with qi-
SHORT = 2  # key letters up to which a vowel is added


# Endings of Slavic patronymics, longest first, and what stands for them: a son's or a daughter's.
SON, DAUGHTER = "ovich", "ovna"
PATRONYMICS = (
    ("yovych", SON), ("yovich", SON), ("yevich", SON), ("ievich", SON), ("iyovych", SON), ("ievitch", SON), ("ovitch", SON),
    ("evitch", SON), ("iovych", SON), ("ovich", SON), ("evich", SON), ("avich", SON), ("ovych", SON), ("evych", SON),
    ("avych", SON), ("iyovna", DAUGHTER), ("yevna", DAUGHTER), ("ievna", DAUGHTER), ("ieuna", DAUGHTER), ("yeuna", DAUGHTER),
    ("ovna", DAUGHTER), ("evna", DAUGHTER), ("auna", DAUGHTER), ("euna", DAUGHTER), ("ouna", DAUGHTER), ("ivna", DAUGHTER),
    ("avna", DAUGHTER),
)  # fmt: skip
NAME_ENDS = ("", "y", "i", "iy", "ii", "ay", "ai", "ey", "ei", "o", "a")  # of the given name a patronymic is made of


@lru_cache(maxsize=200_000)
def sound(latin: str) -> str:
    """The sound of a folded Latin word: `mohammed` and `muhamad` give `mhmt`; "" of a word without Latin letters."""
    word = latin if latin.isalpha() and latin.isascii() else "".join([c for c in latin if c in LETTERS])
    if not word:
        return ""
    word = _forms().get(word) or (_patronymic(word) if word[-1] in "ah" else word)
    key = _skeleton(_spoken(word))
    return key if len(key) > SHORT else key + _vowel(word)


@cache
def _forms() -> dict[str, str]:
    """Forms of given names in several languages, to the one that gives the sound."""
    lines = data.text("names/spoken.tsv").splitlines()[1:]
    return {form: forms[0] for forms in map(str.split, lines) for form in forms}


def _patronymic(word: str) -> str:
    """A patronymic of a known given name, made of the form that gives the sound: Uladzimiravich, Vladimirovich."""
    for ending, plain in PATRONYMICS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            known = next((found for end in NAME_ENDS if (found := _forms().get(stem + end))), "")
            return known.rstrip("aeiouy") + plain if known else word
    return word


def _vowel(word: str) -> str:
    """The class of the first vowel after the first consonant: `eo` and `eu` are back vowels, as in Korean names."""
    inner = word.lstrip("aeiouy") if word[0] in VOWELS else word
    for place, letter in enumerate(inner):
        if letter in VOWELS:
            return "a" if letter not in FRONT or inner[place : place + 2] in ("eo", "eu") else "e"
    return ""


def _spoken(word: str) -> str:
    """The word with one small letter of each class, or a vowel, for each sound."""
    if word[0] == "x" or (len(word) <= QI and word.startswith("qi")):  # Xi, Hsi; Qian, Chien
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
