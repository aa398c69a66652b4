"""English organisations by pattern: runs of capitalised words around the nouns that head the names of bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.draft import Name
from dragoman.extract.names.english_tokens import Token
from dragoman.extract.names.spans import name
from dragoman.extract.names.vocabulary import Vocabulary
from dragoman.text import places

OPEN_FORMS = frozenset("Co Company Corp Corporation Holdings Holding Group Technology Technologies Industries".split())
CLOSING_FORMS = frozenset("Ltd Limited Inc LLC LP PLC".split())
OPENING, CLOSING = frozenset('"“«‘'), frozenset('"”»’')


@dataclass(slots=True, unsafe_hash=True)
class Run:
    """Capitalised words side by side: tokens `first` to `last` (exclusive), and the last of them that heads an organisation."""

    first: int
    last: int
    head: int = -1


def _runs(line: list[Token], caps: list[int], words: Vocabulary) -> list[Run]:
    """Runs of capitalised words, opening words such as "The" left out; "&" joins."""
    made, free, skipped = [], 0, words.words("notname")
    for i in caps:
        if i < free or (line[i].text in skipped and not _opens_name(line, i)):
            continue
        j = i + 1
        while j < len(line) and _continues(line, j):
            j += 1
        heads = [k for k in range(i, j) if line[k].text in words.heads]
        made.append(Run(i, j, heads[-1] if heads else -1))
        free = j
    return made


def _opens_name(line: list[Token], i: int) -> bool:
    """ "New", "First", "Home" open a name when the sentence goes on around them: "the Home Office"."""
    return 0 < i < len(line) - 1 and line[i].text in {"New", "First", "Home", "Second", "Third"} and line[i + 1].cap


def _continues(line: list[Token], j: int) -> bool:
    token = line[j]
    if not token.cap and token.text not in ("&", ","):
        return False
    if token.text == "&":
        return j + 1 < len(line) and line[j + 1].cap
    if token.text == ",":  # "Machinery Co., Ltd."
        closing = j + 1 < len(line) and line[j + 1].text.rstrip(".") in CLOSING_FORMS
        return closing and line[j - 1].text.rstrip(".") in OPEN_FORMS
    return token.cap and (token.start - line[j - 1].end) <= 1 and token.text not in {"The", "In", "On", "At", "He", "She", "It"}


def organisations(
    text: str, line: list[Token], caps: list[int], words: Vocabulary, spots: list[places.Found]
) -> Iterator[Name]:  # fmt: skip
    """Organisations of one sentence; `caps`: which of its tokens have a capital."""
    if not any(line[i].text in words.heads for i in caps):
        return
    runs, i, taken = _runs(line, caps, words), 0, 0
    while i < len(runs):
        run = runs[i]
        if run.head < 0:
            i += 1
            continue
        first, last, i = _grow(line, runs, i, taken, words)
        kind, taken = words.heads[line[run.head].text], last
        is_place = text[line[first].start : line[last - 1].end] in places.gazetteer("en").names
        if last - first > 1 and not is_place and not _generic(line, first, run.head, last, words):
            yield _organisation(text, line, first, last, kind, words, spots)


def _grow(line: list[Token], runs: list[Run], i: int, taken: int, words: Vocabulary) -> tuple[int, int, int]:
    """From the run with a head: first and last token of the name, and the number of the next run to look at."""
    run = runs[i]
    first, last, following = _start(line, runs, i, taken, words), run.head + 1, i + 1
    while following < len(runs):
        link = [t.text for t in line[last : runs[following].first]]
        opener = line[last - 1].text in words.words("of") or last > run.head + 1
        if opener and link in (["of"], ["of", "the"], ["for"], ["for", "the"]):
            last = _close(line, runs[following], words)
        elif last > run.head + 1 and _joined(line, run, runs[following], link, words):
            last = runs[following].last
        else:
            break
        following += 1
    return first, _quoted_tail(line, last), following


def _quoted_tail(line: list[Token], last: int) -> int:
    """A name in quotation marks right after: Union of Innovative Enterprises "Most"."""
    beside = last + 2 < len(line) and line[last].start - line[last - 1].end == 1
    if beside and line[last].text in OPENING and line[last + 1].cap:
        for k in range(last + 2, min(last + 6, len(line))):
            if line[k].text in CLOSING:
                return k + 1
    return last


def _close(line: list[Token], run: Run, words: Vocabulary) -> int:
    """Where a complement ends: before a title that opens a person's name."""
    for k in range(run.first, run.last):
        if line[k].text in words.words("title") and k > run.first:
            return k
    return run.last


def _joined(line: list[Token], run: Run, following: Run, link: list[str], words: Vocabulary) -> bool:
    return _joins(line, following, link, words) or _joins_purpose(line, run, following, words)


def _joins(line: list[Token], run: Run, link: list[str], words: Vocabulary) -> bool:
    """ "Ministry of Science and Technology", "Union of Belarusian and Chinese Universities": what is joined is of one sort."""
    if link not in (["and"], [","], [",", "and"], ["&"]):
        return False
    first, last, before = line[run.first].text, line[run.last - 1].text, line[run.first - len(link) - 1].text
    plain = run.head < 0 or (line[run.head].text in words.words("weak") and run.head == run.last - 1)
    if plain and first in words.words("topic") and before in words.words("topic"):
        return True
    alike = (before in words.demonyms and first in words.demonyms) or (_plural(before) and _plural(last))
    return plain and link == ["and"] and (alike or (before in words.words("topic") and first in words.words("general")))


def _joins_purpose(line: list[Token], run: Run, joined: Run, words: Vocabulary) -> bool:
    """ "Institute for Technology and Open Society": two purposes, neither a place nor a body of a country."""
    names = [t.text for t in line[joined.first : joined.last]]
    link = [t.text for t in line[run.head + 1 : joined.first]]
    if link[:1] != ["for"] or link[-1:] != ["and"] or len(names) > 2 or any(n in words.demonyms for n in names):
        return False
    return not places.look_up(" ".join(names)) and names[0] not in words.words("title")


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 4


def _generic(line: list[Token], first: int, head: int, last: int, words: Vocabulary) -> bool:
    """ "Civil Technologies", "National Association", "High-Tech Zones": a class of things, nobody's name."""
    topics, general = words.words("topic"), words.words("general")
    weak = line[head].text in words.words("weak")
    if last > head + 1 and not weak:
        return False
    return all(t.text in general or t.text in topics for t in line[first:head] if t.cap)


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


def _organisation(
    text: str, line: list[Token], first: int, last: int, kind: str, words: Vocabulary, spots: list[places.Found]
) -> Name:  # fmt: skip
    start, end = line[first].start, line[last - 1].end
    country = next((words.demonyms[t.text] for t in line[first:last] if t.text in words.demonyms), "")
    if not country:
        inside = [s.place for s in spots if start <= s.start and s.end <= end and s.known]
        country = next((p.country for p in inside if p.country), "")
    if kind in ("site", "zone", "region"):
        return name("LOC", text, start, end, "en", kind, country, sure=0.85)
    return name("ORG", text, start, end, "en", kind, country, sure=0.9)
