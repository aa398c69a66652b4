"""English names by pattern: runs of capitalised words, the nouns that head organisations, titles and given names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dragoman.extract.draft import Name
from dragoman.extract.names import groups
from dragoman.extract.names.english_events import event_words, events
from dragoman.extract.names.english_organisations import organisations
from dragoman.extract.names.english_people import people
from dragoman.extract.names.english_tokens import Token, tokens
from dragoman.extract.names.english_told import LOCAL, told
from dragoman.extract.names.spans import name, settle
from dragoman.extract.names.vocabulary import Vocabulary, vocabulary
from dragoman.text import places

OPENER = re.compile(
    rf"[A-Z][a-z]*+(?![\w&'’.-])(?!\s*+{LOCAL.pattern})"
)  # a plain word, with no "municipal government" after it


def find(text: str, sentences: list[tuple[int, int]]) -> list[Name]:
    """Names of the sentences: organisations, people, places, groups of countries."""
    words = vocabulary("en")
    found: list[Name] = []
    within = places.by_window(places.find(text, "en", sentences[0][0], sentences[-1][1]) if sentences else [])
    signs, small = event_words(text), _small(text)
    for start, end in sentences:
        if text[start:end].islower():
            continue
        spots = within(start, end)
        if not spots and not small and _plain(text, start, end):
            found += groups.find(text, start, end, "en")
            continue
        line = tokens(text, start, end)
        caps = [i for i, t in enumerate(line) if t.cap]
        if caps:
            found += _known(text, line, range(len(line)) if small else caps, words)
            found += organisations(text, line, caps, words, spots)
            found += told(text, line, caps, words)
            found += events(text, start, end, signs)
            found += people(text, line, caps, words)
            if spots:
                found += _places(text, line, caps, spots)
            found += _dateline(text, line)
            found += groups.find(text, start, end, "en")
    return [n for n in settle(found) if n.kind != "EVENT"]


@cache
def _openings() -> frozenset[str]:
    """The first three characters of every known name: few words pass, so that spans are cut out for these alone."""
    return frozenset(known[:3] for known in vocabulary("en").known)


@cache
def _small_names() -> tuple[str, ...]:
    return tuple(known for known in vocabulary("en").known if not known[0].isupper())


def _small(text: str) -> bool:
    """Whether a known name that begins with a small letter ("eBay") stands in the text."""
    return any(known in text for known in _small_names())


@cache
def _one_capital() -> tuple[str, ...]:
    """The known names without a capital after the first letter."""
    return tuple(known for known in vocabulary("en").known if not any(c.isupper() for c in known[1:]))


def _plain(text: str, start: int, end: int) -> bool:
    """Whether the only capital opens the sentence, as it does most sentences, and cannot open a name."""
    if not text[start + 1 : end].islower():
        return False
    opener = OPENER.match(text, start, end)
    return opener is not None and not text.startswith(_one_capital(), start)


def _known(text: str, line: list[Token], numbers: Iterable[int], words: Vocabulary) -> Iterator[Name]:
    openings = _openings()
    for i in numbers:
        token = line[i]
        if not token.cap and not token.text.startswith(("i", "e", "al-", "d")):
            continue
        if text[token.start : token.start + 3] not in openings and text[token.start : token.start + 2] not in openings:
            continue
        for size in range(min(5, len(line) - i), 0, -1):
            span = text[token.start : line[i + size - 1].end]
            if span in words.known:
                yield name("ORG", text, token.start, line[i + size - 1].end, "en", words.known[span], sure=0.95)
                break


def _places(text: str, line: list[Token], caps: list[int], found: list[places.Found]) -> Iterator[Name]:
    """Places of the gazetteer, believed by size, by the word before, or by the place after a comma."""
    by_start = {line[i].start: i for i in caps}
    signs = places.words("before", "en")
    for number, spot in enumerate(found):
        i = by_start.get(spot.start)
        if i is None:
            continue
        before = line[i - 1].text if i else ""
        follows = number + 1 < len(found) and text[spot.end : found[number + 1].start] in (", ", ",")
        signed = before.lower() in signs or follows
        if _no_place(line, i, spot, signed):
            continue
        if spot.known or signed:
            place, sure = spot.place, 0.95 if spot.known else 0.8
            yield name("LOC", text, spot.start, spot.end, "en", place.kind, place.country, sure, "gazetteer")


def _dateline(text: str, line: list[Token]) -> Iterator[Name]:
    """ "LUZHOU, May 16 (Agency) --": the place in capitals that opens a report."""
    if not line[0].cap:
        return
    last = next((i for i, t in enumerate(line) if not (t.cap and t.text.isupper() and len(t.text) > 3)), len(line))
    if 0 < last < min(len(line), 4) and line[last].text in (",", "(", "-", "–", "—"):
        words = text[line[0].start : line[last - 1].end]
        known = places.look_up(words.title())
        country = known[0].country if known else ""
        if known or re.match(r", (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", text[line[last - 1].end :][:6]):
            yield name("LOC", text, line[0].start, line[last - 1].end, "en", "city", country, 0.92, "gazetteer")


def _no_place(line: list[Token], i: int, spot: places.Found, signed: bool) -> bool:
    """ "Paris Hilton", "United Russia", "Vancouver South", "U.S. dollars": a place's word within something else."""
    after = next((t for t in line[i + 1 : i + 8] if t.start >= spot.end), None)
    near = after is not None and after.start - spot.end == 1
    if after and near and (after.text.startswith("dollar") or after.text in ("South", "North", "East", "West")):
        return True
    before = line[i - 1] if i > 1 and line[i].start - line[i - 1].end == 1 else None
    opened = before is not None and before.cap and before.text not in vocabulary("en").words("direction")
    if spot.place.kind == "country":
        return opened and before is not None and before.text not in vocabulary("en").words("notname")
    follows = after is not None and near and after.cap and after.text not in vocabulary("en").words("notname")
    return follows or (not signed and opened)
