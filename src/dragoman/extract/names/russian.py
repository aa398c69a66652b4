"""Russian names by pattern: nouns that head organisations with their genitives, legal forms with quoted names, people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dragoman.extract.draft import Name
from dragoman.extract.names import groups
from dragoman.extract.names.russian_people import people
from dragoman.extract.names.spans import name, settle
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.text import places
from dragoman.text.declension import nominatives

WORD = re.compile(r"(?:[А-ЯЁA-Z]\.\s?){1,2}(?=[А-ЯЁ])|[А-ЯЁа-яёA-Za-z]\w*(?:-\w+)*|\d+|[^\w\s]")
ENDING = re.compile(r"(?:ями|ами|иями|ией|ием|иях|ях|ах|ям|ам|ов|ев|ей|ой|ом|ем|ью|ии|ию|ия|ие|ье|а|я|о|е|ы|и|у|ю|ь|й)?$")
QUOTED = re.compile(r"[«\"“„]([^«»\"”“\n]{2,80})[»\"”“]")
ADJECTIVE = re.compile(
    r"(?:ск|н|ов|ев|ц|ш|ющ|ящ)(?:ий|ый|ой|ая|ое|ее|ого|его|ому|ему|им|ым|ом|ем|ую|юю|ие|ые|их|ых)$"
)  # fmt: skip
GENITIVE = re.compile(r"(?:ния|тия|ства|тва|ки|ии|ов|ев|ей|ых|их|ого|его|ой|ы|и|а|я)$")
LINKS = frozenset("и по при для".split())
LONGEST = 9  # words of a complement


def find(text: str, sentences: list[tuple[int, int]]) -> list[Name]:
    """Names of the sentences: organisations, people, places, groups of countries."""
    found: list[Name] = []
    for start, end in sentences:
        line = list(WORD.finditer(text, start, end))
        found += _known(text, line)
        found += _organisations(text, line)
        found += _forms(text, start, end)
        found += people(text, line)
        found += _places(text, start, end)
        found += groups.find(text, start, end, "ru")
    return settle(found)


@lru_cache(maxsize=20_000)
def head_kind(word: str) -> str:
    """The kind of organisation a noun heads, in any case; empty for other words."""
    heads, low = vocabulary("ru").heads, word.lower()
    for size in range(len(low), 1, -1):
        if low[:size] in heads and len(low) - size <= 3 and ENDING.fullmatch(low[size:]):
            return heads[low[:size]]
    return ""


@lru_cache(maxsize=20_000)
def is_adjective(word: str) -> bool:
    """Whether the word ends like an adjective in some case."""
    return bool(ADJECTIVE.search(word.lower()))


def _known(text: str, line: list[re.Match[str]]) -> Iterator[Name]:
    known = _known_by_first()
    for i, word in enumerate(line):
        for parts, kind in known.get(word.group(), ()) if word.group()[0].isupper() else ():
            if [w.group() for w in line[i : i + len(parts)]] == parts:
                yield name("ORG", text, word.start(), line[i + len(parts) - 1].end(), "ru", kind, sure=0.95)
                break
        else:
            kind = next((vocabulary("ru").known[n] for n in nominatives(word.group()) if n in vocabulary("ru").known), "")
            if kind and word.group()[0].isupper():
                yield name("ORG", text, word.start(), word.end(), "ru", kind, sure=0.9)


@cache
def _known_by_first() -> dict[str, list[tuple[list[str], str]]]:
    table: dict[str, list[tuple[list[str], str]]] = {}
    for known, kind in vocabulary("ru").known.items():
        parts = WORD.findall(known)
        table.setdefault(parts[0], []).append((parts, kind))
    for listed in table.values():
        listed.sort(key=lambda item: -len(item[0]))
    return table


def _organisations(text: str, line: list[re.Match[str]]) -> Iterator[Name]:
    """A head noun with the adjectives before it and the genitives or the quoted name after it."""
    at = 0
    for i, word in enumerate(line):
        kind = head_kind(word.group()) if i >= at else ""
        if not kind:
            continue
        first, last = _left(line, i), _right(text, line, i)
        span = text[line[first].start() : line[last].end()]
        proper = any(w.group()[0].isupper() for w in line[first : last + 1] if w.start() != line[0].start()) or "«" in span
        if proper and (last > first):
            start, end = line[first].start(), line[last].end()
            at = last + 1
            inside = [f.place.country for f in places.find(text, "ru", start, end)]
            yield name("ORG", text, start, end, "ru", kind, next((c for c in inside if c), ""), sure=0.88)


def _left(line: list[re.Match[str]], i: int) -> int:
    """Adjectives before the head, as far as the first that is written with a capital letter."""
    first = i
    while first > 0 and line[i].start() and is_adjective(line[first - 1].group()) and i - first < 5:
        first -= 1
    while first < i and not line[first].group()[0].isupper():
        first += 1
    return first


def _right(text: str, line: list[re.Match[str]], i: int) -> int:
    """The complement: genitives, links between them, capitalised names, a name in quotation marks, "имени" somebody."""
    last, j = i, i + 1
    while j < len(line) and j - i <= LONGEST:
        word = line[j].group()
        if word in "«\"“„" and (quoted := QUOTED.match(text, line[j].start())):
            return next((k for k in range(j, len(line)) if line[k].end() >= quoted.end()), j)
        if word in ("имени", "им") or (word == "." and line[j - 1].group() == "им"):
            last, j = j, j + 1
            continue
        if word in LINKS and j + 1 < len(line) and _complement(line[j + 1].group()) and not _body(line[j + 1].group()):
            j += 1
            continue
        if not _complement(word) or line[j].start() - line[j - 1].end() > 1:
            break
        last, j = j, j + 1
    return last


def _body(word: str) -> bool:
    return word in vocabulary("ru").words("form") or word in vocabulary("ru").known or bool(head_kind(word))


def _complement(word: str) -> bool:
    return word[0].isalpha() and word not in LINKS and (word[0].isupper() or bool(GENITIVE.search(word))) and len(word) > 1


@cache
def _form() -> re.Pattern[str]:
    forms = "|".join(sorted(vocabulary("ru").words("form"), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{forms})\s*[«\"“„][^«»\"”“\n]{{2,80}}[»\"”“]+")


def _forms(text: str, start: int, end: int) -> Iterator[Name]:
    """A legal form with a name in quotation marks."""
    for match in _form().finditer(text, start, end):
        yield name("ORG", text, match.start(), match.end(), "ru", "company", sure=0.97)


def _places(text: str, start: int, end: int) -> Iterator[Name]:
    for spot in places.find(text, "ru", start, end):
        before = text[max(start, spot.start - 12) : spot.start].rstrip().rpartition(" ")[2].lower()
        signed = before in {"в", "из", "во", "город", "города", "городе", "г.", "под", "близ", "около"}
        if spot.known or signed:
            yield name("LOC", text, spot.start, spot.end, "ru", spot.place.kind, spot.place.country,
                       0.95 if spot.known else 0.8, "gazetteer")  # fmt: skip
