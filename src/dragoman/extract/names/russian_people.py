"""People in Russian text: given name and surname in any case, initials, patronymics, a post before the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.extract.draft import Name
from dragoman.extract.names.spans import name
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.text.declension import nominatives

PATRONYMIC = re.compile(r"(?:ович|евич|ич|овна|евна|ична|инична)(?:а|у|ем|е|ой|ы)?$|(?:овн|евн|ичн)(?:ы|у|е|ой)$")
SURNAME = re.compile(
    r"(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой|ы|ых)?$|(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)$"
    r"|(?:енко|ко|ук|юк|ян|дзе|швили|ец|ич)(?:а|у|ом|е)?$"
)
INITIALS = re.compile(r"(?:[А-ЯЁA-Z]\.\s?){1,2}$")


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    """Whether the word is a given name in some case."""
    given = vocabulary("ru").words("given")
    return word[0].isupper() and any(n in given for n in nominatives(word))


@lru_cache(maxsize=20_000)
def is_title(word: str) -> bool:
    """Whether the word is a post or form of address in some case."""
    titles = vocabulary("ru").words("title")
    return any(n in titles for n in nominatives(word.lower()))


def people(text: str, line: list[re.Match[str]]) -> Iterator[Name]:
    """People of one sentence."""
    i = 0
    while i < len(line):
        size, sure = _person(line, i)
        if size:
            end = line[i + size - 1].end()
            yield name("PER", text, line[i].start(), end, "ru", sure=sure)
        i += size or 1


def _person(line: list[re.Match[str]], i: int) -> tuple[int, float]:
    opening = line[i][0]
    if not opening[0].isupper() or opening in vocabulary("ru").words("notname"):
        return 0, 0.0
    words = [w[0] for w in line[i : i + 3]]
    if INITIALS.match(words[0]) and len(words) > 1 and _name_like(words[1]):
        return 2, 0.95
    if len(words) > 1 and is_given(words[0]):
        if PATRONYMIC.search(words[1]) and words[1][0].isupper():
            return (3 if len(words) > 2 and _name_like(words[2]) else 2), 0.97
        if _name_like(words[1]):
            return 2, 0.93
    if SURNAME.search(words[0]) and len(words) > 1 and is_given(words[1]):
        return (3 if len(words) > 2 and PATRONYMIC.search(words[2]) and words[2][0].isupper() else 2), 0.9
    if i and is_title(line[i - 1].group()) and SURNAME.search(words[0]):
        return (2 if len(words) > 1 and _name_like(words[1]) and SURNAME.search(words[1]) else 1), 0.85
    return 0, 0.0


def _name_like(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and not word.isupper() and word not in vocabulary("ru").words("notname")
