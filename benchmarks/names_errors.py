"""Errors made in names of people, of many kinds: letters, neighbours on the keyboard, spaces, order, words left out."""

from __future__ import annotations

import random
import string
from collections.abc import Callable

from names_lists import LETTERS, misspelled

from dragoman.compare.name import Kind
from dragoman.compare.parse import parse

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {
    letter: "".join(
        other
        for more, line in enumerate(ROWS)
        for place, other in enumerate(line)
        if other != letter and abs(more - row) <= 1 and abs(place - at) <= 1
    )
    for row, letters in enumerate(ROWS)
    for at, letter in enumerate(letters)
}
LONG = 4  # letters of a word that errors are made in, where the name has one
Draw = random.Random


def neighbour(draw: Draw, word: str) -> str:
    """A word with a letter replaced by its neighbour on the keyboard."""
    place = draw.randrange(len(word))
    return word[:place] + draw.choice(BESIDE.get(word[place], LETTERS)) + word[place + 1 :]


def _letters(draw: Draw, words: list[str], errors: int) -> list[str]:
    long = [i for i, word in enumerate(words) if len(word) >= LONG] or [max(range(len(words)), key=lambda i: len(words[i]))]
    for _ in range(errors):
        place = draw.choice(long)
        if len(words[place]) > 1:
            words[place] = draw.choice((neighbour, misspelled, misspelled))(draw, words[place])
    return words


def one(draw: Draw, words: list[str]) -> list[str]:
    """A letter wrong in a word."""
    return _letters(draw, words, 1)


def two(draw: Draw, words: list[str]) -> list[str]:
    """Two letters wrong, in one word or two."""
    return _letters(draw, words, 2)


def three(draw: Draw, words: list[str]) -> list[str]:
    """Three letters wrong, in any of the words."""
    return _letters(draw, words, 3)


def turned(draw: Draw, words: list[str]) -> list[str]:
    """The words in another order and a letter wrong."""
    draw.shuffle(words)
    return _letters(draw, words, 1)


def missing(draw: Draw, words: list[str]) -> list[str]:
    """A word left out, of three at least."""
    if len(words) > 2:
        words.pop(draw.randrange(len(words)))
    return words


def joined(draw: Draw, words: list[str]) -> list[str]:
    """A space lost."""
    if len(words) > 1:
        place = draw.randrange(len(words) - 1)
        words[place : place + 2] = [words[place] + words[place + 1]]
    return words


def parted(draw: Draw, words: list[str]) -> list[str]:
    """A space too many in the longest word."""
    place = max(range(len(words)), key=lambda i: len(words[i]))
    if len(words[place]) > LONG:
        cut = draw.randrange(2, len(words[place]) - 1)
        words[place : place + 1] = [words[place][:cut], words[place][cut:]]
    return words


def hyphened(draw: Draw, words: list[str]) -> list[str]:
    """A hyphen in place of a space."""
    if len(words) > 1:
        place = draw.randrange(len(words) - 1)
        words[place : place + 2] = [words[place] + "-" + words[place + 1]]
    return words


def anywhere(draw: Draw, words: list[str]) -> list[str]:
    """A character wrong anywhere, spaces among them."""
    return misspelled(draw, " ".join(words)).split()


def anywhere_twice(draw: Draw, words: list[str]) -> list[str]:
    """Two characters wrong anywhere, spaces among them."""
    return misspelled(draw, misspelled(draw, " ".join(words))).split()


KINDS: dict[str, Callable[[Draw, list[str]], list[str]]] = {
    "a letter": one, "two letters": two, "order and a letter": turned, "a word missing": missing, "a space lost": joined,
    "a space added": parted, "a hyphen": hyphened, "a character": anywhere, "two characters": anywhere_twice,
}  # fmt: skip
ERRORS: dict[str, Callable[[Draw, list[str]], list[str]]] = {f.__name__: f for f in (one, two, three, turned, joined)}


def spoiled(draw: Draw, name: str, kind: str) -> str:
    """The name with an error of a kind of `KINDS`."""
    return " ".join(KINDS[kind](draw, name.replace(",", " ").lower().split())) or name


def shortened(name: str) -> str:
    """The first given name and the family name of one listed as `FAMILY, Given Other`; empty where there is no other word."""
    family, _, given = name.partition(",")
    words = given.split()
    plain = [word for word in parse(name, Kind.PERSON).words if len(word.latin) > 1]
    if len(words) < 2 or len(plain) < 3 or len(words[0].strip(".")) < 2 or not all(c in string.printable for c in name):
        return ""
    return f"{words[0]} {family.strip()}"
