"""English names by pattern: runs of capitalised words, the nouns that head organisations, titles and given names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.draft import Name
from dragoman.extract.names import groups
from dragoman.extract.names.english_people import people
from dragoman.extract.names.english_tokens import Token, tokens
from dragoman.extract.names.spans import name, settle
from dragoman.extract.names.vocabulary import Vocabulary, vocabulary
from dragoman.text import places


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words side by side: tokens `first` to `last` (exclusive), and the last of them that heads an organisation."""

    first: int
    last: int
    head: int = -1


def find(text: str, sentences: list[tuple[int, int]]) -> list[Name]:
    """Names of the sentences: organisations, people, places, groups of countries."""
    words = vocabulary("en")
    found: list[Name] = []
    for start, end in sentences:
        line = tokens(text, start, end)
        if any(t.cap for t in line):
            found += _known(text, line, words)
            found += _organisations(text, line, words)
            found += people(text, line, words)
            found += _places(text, line, start, end)
            found += groups.find(text, start, end, "en")
    return settle(found)


def _known(text: str, line: list[Token], words: Vocabulary) -> Iterator[Name]:
    for i, token in enumerate(line):
        if not token.cap and not token.text.startswith(("i", "e", "al-", "d")):
            continue
        for size in range(min(5, len(line) - i), 0, -1):
            span = text[token.start : line[i + size - 1].end]
            if span in words.known:
                yield name("ORG", text, token.start, line[i + size - 1].end, "en", words.known[span], sure=0.95)
                break


def _runs(line: list[Token], words: Vocabulary) -> list[Run]:
    """Runs of capitalised words, opening words such as "The" left out; "&" joins."""
    made, i, skipped = [], 0, words.words("notname")
    while i < len(line):
        if not line[i].cap or (line[i].text in skipped and not _opens_name(line, i)):
            i += 1
            continue
        j = i + 1
        while j < len(line) and _continues(line, j):
            j += 1
        heads = [k for k in range(i, j) if line[k].text in words.heads]
        made.append(Run(i, j, heads[-1] if heads else -1))
        i = j
    return made


def _opens_name(line: list[Token], i: int) -> bool:
    """"New", "First", "Home" open a name when the sentence goes on around them: "the Home Office"."""
    return 0 < i < len(line) - 1 and line[i].text in {"New", "First", "Home", "Second", "Third"} and line[i + 1].cap


def _continues(line: list[Token], j: int) -> bool:
    token = line[j]
    if token.text == "&":
        return j + 1 < len(line) and line[j + 1].cap
    return token.cap and (token.start - line[j - 1].end) <= 1 and token.text not in {"The", "In", "On", "At", "He", "She", "It"}


def _organisations(text: str, line: list[Token], words: Vocabulary) -> Iterator[Name]:
    runs, i, taken = _runs(line, words), 0, 0
    while i < len(runs):
        run = runs[i]
        if run.head < 0:
            i += 1
            continue
        first, last, i = _grow(line, runs, i, taken, words)
        kind, taken = words.heads[line[run.head].text], last
        if last - first > 1 and not _generic(line, first, run.head, last, words):
            yield _organisation(text, line, first, last, kind, words)
    yield from _local_governments(text, line)


def _grow(line: list[Token], runs: list[Run], i: int, taken: int, words: Vocabulary) -> tuple[int, int, int]:
    """From the run with a head: first and last token of the name, and the number of the next run to look at."""
    run = runs[i]
    first, last, following = _start(line, runs, i, taken, words), run.head + 1, i + 1
    while following < len(runs):
        link = [t.text for t in line[last : runs[following].first]]
        opener = line[last - 1].text in words.words("of") or last > run.head + 1
        if opener and link in (["of"], ["of", "the"], ["for"], ["for", "the"]):
            last = _close(line, runs[following], words)
        elif last > run.head + 1 and _joins(line, runs[following], link, words):
            last = runs[following].last
        else:
            break
        following += 1
    return first, last, following


def _close(line: list[Token], run: Run, words: Vocabulary) -> int:
    """Where a complement ends: before a title that opens a person's name."""
    for k in range(run.first, run.last):
        if line[k].text in words.words("title") and k > run.first:
            return k
    return run.last


def _joins(line: list[Token], run: Run, link: list[str], words: Vocabulary) -> bool:
    """"Ministry of Science and Technology": topics go on after "and" and commas; another body does not."""
    topical = words.words("topic")
    return run.head < 0 and link in (["and"], [","], [",", "and"], ["&"]) and line[run.first].text in topical


def _generic(line: list[Token], first: int, head: int, last: int, words: Vocabulary) -> bool:
    """"Civil Technologies", "National Association", "High-Tech Zones": a class of things, nobody's name."""
    general = words.words("topic") | words.words("general")
    weak = line[head].text in words.words("weak")
    if last > head + 1 and not weak:
        return False
    return all(t.text in general for t in line[first:head] if t.cap)


def _start(line: list[Token], runs: list[Run], i: int, taken: int, words: Vocabulary) -> int:
    """Left edge: titles dropped; "Science and" taken along before "Technology Committee"."""
    run, first = runs[i], runs[i].first
    while first < run.head and line[first].text in words.words("title") and line[first].text not in words.heads:
        first += 1
    back = i - 1
    if back < 0 or runs[back].head >= 0 or runs[back].first < taken or run.head == run.first:
        return first
    joined = [t.text for t in line[runs[back].last : first]] in (["and"], ["&"])
    topical = line[runs[back].first].text in words.words("topic") and line[run.head].text not in words.words("weak")
    return runs[back].first if joined and topical else first


def _organisation(text: str, line: list[Token], first: int, last: int, kind: str, words: Vocabulary) -> Name:
    start, end = line[first].start, line[last - 1].end
    country = next((words.demonyms[t.text] for t in line[first:last] if t.text in words.demonyms), "")
    if not country:
        inside = [f.place for f in places.find(text, "en", start, end) if f.known]
        country = next((p.country for p in inside if p.country), "")
    if kind in ("site", "zone", "region"):
        return name("LOC", text, start, end, "en", kind, country, sure=0.85)
    return name("ORG", text, start, end, "en", kind, country, sure=0.9)


LOCAL = re.compile(
    r"(?:[a-z]+ )?(?:municipal|provincial|city|regional|district|county|prefectural|prefecture|town|state|federal)"
    r" (?:people's )?(?:government|administration|authorities|council|committee)"
)  # fmt: skip


def _local_governments(text: str, line: list[Token]) -> Iterator[Name]:
    """"Chongqing municipal government": a capitalised place, then plain words."""
    for i, token in enumerate(line[:-1]):
        if token.cap and not line[i + 1].cap and (match := LOCAL.match(text, line[i + 1].start)):
            found = places.find(text, "en", token.start, token.end)
            if found and found[0].end == token.end:
                yield name("ORG", text, token.start, match.end(), "en", "government", found[0].place.country)


def _places(text: str, line: list[Token], start: int, end: int) -> Iterator[Name]:
    """Places of the gazetteer, believed by size, by the word before, or by the place after a comma."""
    by_start = {t.start: i for i, t in enumerate(line)}
    signs = places.words("before", "en")
    found = places.find(text, "en", start, end)
    for number, spot in enumerate(found):
        i = by_start.get(spot.start)
        if i is None:
            continue
        before = line[i - 1].text if i else ""
        follows = number + 1 < len(found) and text[spot.end : found[number + 1].start] in (", ", ",")
        signed = before.lower() in signs or follows
        if spot.place.kind != "country" and _part_of_name(line, i, spot.end) and not signed:
            continue
        if spot.known or signed:
            place, sure = spot.place, 0.95 if spot.known else 0.8
            yield name("LOC", text, spot.start, spot.end, "en", place.kind, place.country, sure, "gazetteer")


def _part_of_name(line: list[Token], i: int, end: int) -> bool:
    """Whether a capitalised word stands right beside: "Paris Hilton"."""
    beside = [line[i - 1]] if i > 1 else []
    beside += [t for t in line[i + 1 : i + 8] if t.start >= end][:1]
    return any(t.cap and (t.end == line[i].start - 1 or t.start == end + 1) for t in beside)
