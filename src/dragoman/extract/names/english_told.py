"""English bodies told by the words beside them: "the company X", "Beijing-based X", "X city administration", CamelCase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Name
from dragoman.extract.names.english_tokens import Token
from dragoman.extract.names.spans import name
from dragoman.extract.names.vocabulary import Vocabulary
from dragoman.text import places

BASED = frozenset("based backed owned headquartered".split())
CAMEL = re.compile(r"(?!Mc[A-Z]|Mac[A-Z]|De[A-Z]|Di[A-Z]|Le[A-Z]|La[A-Z]|Du[A-Z]|Van[A-Z]|Fitz[A-Z])[A-Z][a-z]+[A-Z][a-z]\w*$")
MOST_WORDS = 4
LOCAL = re.compile(
    r"(?:[a-z]+ )?(?:municipal|provincial|city|regional|district|county|prefectural|prefecture|town|state|federal)"
    r" (?:people's )?(?:government|administration|authorities|council|committee)"
)  # fmt: skip


def told(text: str, line: list[Token], caps: list[int], words: Vocabulary) -> Iterator[Name]:
    """Bodies of one sentence that bear no head of their own."""
    skipped, firms, last = words.words("notname"), words.words("firm"), len(line) - 1
    for i in caps:
        token = line[i]
        if token.text in skipped:
            continue
        if i < last and not line[i + 1].cap and (match := LOCAL.match(text, line[i + 1].start)):
            yield from _local_government(text, token, match.end())
        elif kind := _sign(line, i, words, firms):
            yield name("ORG", text, token.start, _end(line, i), "en", kind, sure=0.88)
        elif CAMEL.match(token.text) and not places.find(text, "en", token.start, token.end):
            yield name("ORG", text, token.start, token.end, "en", "company", sure=0.8)


def _sign(line: list[Token], i: int, words: Vocabulary, firms: frozenset[str]) -> str:
    """The kind of body the word before tells: "the start-up X"; a company after "X-based"."""
    if i < 2 or line[i].start - line[i - 1].end != 1:
        return ""
    before = line[i - 1].text
    if before in BASED and line[i - 2].text == "-":
        return "company"
    if before not in firms:
        return ""
    follows = line[i + 1].text if i + 1 < len(line) else "."
    if line[i].text not in words.demonyms and follows not in ("said", "says", "'s"):
        return "centre" if before in ("centre", "center", "incubator", "nanocentre", "nanocenter") else "company"
    return ""


def _end(line: list[Token], i: int) -> int:
    """The end of the run of capitalised words from here."""
    j = i
    while j + 1 < len(line) and j - i < MOST_WORDS and line[j + 1].cap and line[j + 1].start - line[j].end == 1:
        j += 1
    return line[j].end


def _local_government(text: str, token: Token, end: int) -> Iterator[Name]:
    """ "Chongqing municipal government": a capitalised place, then plain words."""
    found = places.find(text, "en", token.start, token.end)
    known = bool(found) and found[0].end == token.end
    country = found[0].place.country if known else ""
    yield name("ORG", text, token.start, end, "en", "government", country, sure=0.97 if known else 0.86)
