"""English nationality words shown as places: "the Chinese company", but no language and no part of a longer name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Name
from dragoman.extract.names.spans import name
from dragoman.extract.names.vocabulary import vocabulary

DIRECTION = "North|South|East|West|Central|Northern|Southern|Eastern|Western|Southeast"
NATIVE = re.compile(r"(?:Native|Ancient|Classical|Medieval|Old|Middle|Modern|Great|Mandarin) $")
LANGUAGE_AFTER = re.compile(
    r" (?:- )?(?:language|version|word|title|name|translation|literature|alphabet|phrase|term|spelling|for)\b"
)
LANGUAGE_BEFORE = re.compile(r"\b(?:[Ii]n|into|from|speaks?|spoke|spoken|speaking|languages such as) $")
NO_NOUN = re.compile(r"(?! ?[A-Za-z])| (?:and|or|as|by|under|with|but|is|was) ")
FOREIGN = re.compile(r"[^\x00-ɏ –—’“”]")
WORD_AFTER = re.compile(r" ([A-ZÀ-Þ][\w-]*)")


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(vocabulary("en").demonyms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:(?:{DIRECTION}) )?({'|'.join(words)})(?![\w])")


def demonyms(text: str, names: set[int]) -> Iterator[Name]:
    """Nationality words of the text; `names`: where its other names begin."""
    for match in _pattern().finditer(text):
        start, end = match.span()
        if not (_language(text, start, end) or _part(text, start, end, names)):
            country = vocabulary("en").demonyms[match[1]]
            yield name("LOC", text, start, end, "en", "demonym", country, 0.9, "gazetteer")


def _language(text: str, start: int, end: int) -> bool:
    """ "in Spanish", "the Greek word", "(Thai: ...)"."""
    if LANGUAGE_AFTER.match(text, end) or re.match(r" ?[:;]", text[end : end + 2]) or FOREIGN.match(text, end + 1):
        return True
    return bool(LANGUAGE_BEFORE.search(text, max(0, start - 20), start) and NO_NOUN.match(text, end))


def _part(text: str, start: int, end: int, names: set[int]) -> bool:
    """ "Native American", "the Scottish Premiership": the first or last word of a name that is no place."""
    if NATIVE.search(text, max(0, start - 12), start):
        return True
    after, words = WORD_AFTER.match(text, end), vocabulary("en")
    if after is None or after.start(1) in names:
        return False
    word = after[1]
    return not (word in words.words("title") or word in words.words("notname") or word.removesuffix("s") in words.demonyms)
