"""Other scripts in Latin letters: the usual reading of a text, and the readings a Cyrillic word is met in.

Cyrillic by rules of our own: what newspapers and the BGN/PCGN tables use first, then passports (ICAO 9303), ISO 9 without
its accents, and the national tables of Ukraine and Belarus. Chinese by pinyin.py; every other script by `anyascii`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import name

from dragoman.text.cyrillic_tables import language_of, read, systems
from dragoman.text.sound import sound

MOST_READINGS = 5


@lru_cache(maxsize=50_000)
def latinise(text: str) -> str:
    """The folded text in lower-case ASCII, in the first reading of each word."""
    if text.isascii():
        return text.lower()
    return " ".join([_latin_word(word) for word in text.split()])


def _latin_word(word: str) -> str:
    if word.isascii():
        return word
    if _is_cyrillic(word):
        return readings(word)[0]
    if any("\u3400" <= c <= "\u9fff" for c in word) and not any("\u3040" <= c <= "\u30ff" for c in word):
        return _chinese(word)
    return _other(word)


def _is_cyrillic(word: str) -> bool:
    return all(c.isascii() or "\u0400" <= c <= "\u052f" for c in word)


def _chinese(word: str) -> str:
    from dragoman.text.pinyin import pinyin

    return _other("".join(pinyin(word)))


def _other(word: str) -> str:
    if word.isascii():
        return word
    from anyascii import anyascii

    return " ".join(anyascii(word).lower().replace("`", "").split())


_RUNS = re.compile("[\u3400-\u9fff]+|[\u0400-\u052f]+|[^\u3400-\u9fff\u0400-\u052f]+")


def in_latin(text: str) -> str:
    """A name as people are shown it in Latin letters: capitals kept, Latin words as they are; empty where it has no others."""
    runs = [(run, _shown(run)) for run in _RUNS.findall(text)]
    if all(run == shown for run, shown in runs):
        return ""
    han = [" " * ("\u3400" <= run[0] <= "\u9fff") for run, _ in runs]
    return " ".join("".join(f"{space}{shown}{space}" for space, (_, shown) in zip(han, runs, strict=True)).split())


def _shown(run: str) -> str:
    if "\u3400" <= run[0] <= "\u9fff":
        return _chinese(run).capitalize()
    if "\u0400" <= run[0] <= "\u052f":
        read = readings(run.lower())[0]
        return read.upper() if run.isupper() and len(run) > 1 else read.capitalize() if run[0].isupper() else read
    return "".join(c if not c.isalpha() or name(c, "").startswith("LATIN") else _other(c) for c in run)


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[str, ...]:
    """Latin spellings of a folded Cyrillic word, the most usual first, at most five; of any other word the one it has."""
    if word.isascii() or not _is_cyrillic(word):
        return (latinise(word),)
    language = language_of(word)
    found = dict.fromkeys(read(word, system) for system in systems(language))
    return tuple(found)[:MOST_READINGS]


__all__ = ["MOST_READINGS", "in_latin", "latinise", "readings", "sound"]
