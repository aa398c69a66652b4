"""Russian organisations by pattern: a head noun, the adjectives before it, the genitives or the quoted name after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.extract.draft import Name
from dragoman.extract.names.russian_people import is_given
from dragoman.extract.names.spans import name
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.text import places

Word = re.Match[str]
ENDING = re.compile(r"(?:ями|ами|иями|ией|ием|иях|ях|ах|ям|ам|ов|ев|ей|ой|ом|ем|ью|ии|ию|ия|ие|ье|а|я|о|е|ы|и|у|ю|ь|й)?$")
ADJECTIVE = re.compile(r"(?:ск|н|ов|ев|ц|ш|ющ|ящ|к)(?:ий|ый|ой|ая|ое|ее|ого|его|ому|ему|им|ым|ом|ем|ую|юю|ие|ые|их|ых)$")
GENITIVE = re.compile(r"(?:ния|тия|ства|тва|ки|ии|ов|ев|ей|ых|их|ого|его|ой|ы|и|а|я)$")
VERB = re.compile(r"(?:[аеияуы](?:ла|ли|ло)|ть|ться|лась|лись|лось|лся|ся|ет|ит|ют|ят)$")
CASES = {  # the last two letters of an adjective -> the cases and genders it may stand in
    **dict.fromkeys(("ий", "ый"), frozenset("m")), **dict.fromkeys(("ая", "яя"), frozenset("f")),
    **dict.fromkeys(("ое", "ее"), frozenset("n")), **dict.fromkeys(("го",), frozenset("g")),
    **dict.fromkeys(("му",), frozenset("d")), **dict.fromkeys(("ым", "им"), frozenset("ip")),
    **dict.fromkeys(("ом", "ем"), frozenset("l")), **dict.fromkeys(("ой", "ей"), frozenset("mo")),
    **dict.fromkeys(("ую", "юю"), frozenset("a")), **dict.fromkeys(("ие", "ые"), frozenset("q")),
    **dict.fromkeys(("их", "ых"), frozenset("r")),
}  # fmt: skip
QUOTED = re.compile(r"[«\"“„]([^«»\"”“\n]{2,80})[»\"”“]")
LATIN = re.compile(r"[A-Z][A-Za-z.&-]*$")
LINKS = frozenset("и по при для".split())
BY_FIELD = frozenset("agency ministry association foundation government university institute".split())  # "комитет по ..."
OF_STATE = frozenset("government parliament ministry court military".split())  # "китайское правительство" is a body
REGION = frozenset("края области района города республики округа".split())
LONGEST = 9  # words of a complement


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


def organisations(text: str, line: list[Word], spots: list[places.Found]) -> Iterator[Name]:
    """Organisations of one sentence."""
    at = 0
    for i, word in enumerate(line):
        kind = head_kind(word.group()) if i >= at else ""
        if not kind:
            continue
        first, last = _left(line, i, kind), _right(text, line, i, kind)
        start, end = line[first].start(), line[last].end()
        if last == first or not _proper(line, first, i, last) or places.look_up(text[start:end], "ru"):
            continue
        at = last + 1
        inside = [s.place.country for s in spots if start <= s.start and s.end <= end]
        yield name("ORG", text, start, end, "ru", kind, next((c for c in inside if c), ""), sure=_sure(line, first, i, last))


def _proper(line: list[Word], first: int, head: int, last: int) -> bool:
    """A capital, a quoted or a foreign name besides the word that opens the sentence."""
    if any(w.group()[0] in '«"“„' for w in line[first : last + 1]):
        return True
    opening = 1 if first == 0 and head != 0 else 0
    if any(w.group()[0].isupper() for w in line[first + opening : last + 1] if w.start() != line[0].start()):
        return True
    return first == 0 and line[0].group()[0].isupper() and last > head and head_kind(line[head].group()) in OF_STATE


def _sure(line: list[Word], first: int, head: int, last: int) -> float:
    """A capital at the head or before it, or a quoted name, is a surer sign than a place after a common noun."""
    quoted = last > head and line[head + 1].group()[0] in '«"“„'
    return 0.92 if quoted or line[first].group()[0].isupper() else 0.85


def _left(line: list[Word], i: int, kind: str) -> int:
    """Adjectives before the head: from the first with a capital; a nationality in small letters before a body of state."""
    first = i
    while first > 0 and i - first < 5 and (_agrees(line, first, i) or _and_adjective(line, first - 1)):
        first -= 1
    state = vocabulary("ru").words("state")
    while first < i:
        word = line[first].group()
        national = kind in OF_STATE and any(word.startswith(s) for s in vocabulary("ru").demonyms)
        if word[0].isupper() or national or any(word.startswith(s) for s in state):
            break
        first += 1
    return first


def _agrees(line: list[Word], first: int, head: int) -> bool:
    """Whether the word before is an adjective in the case of the next one."""
    word, following = line[first - 1].group(), line[first].group()
    if not is_adjective(word):
        return False
    if first == head or not is_adjective(following):
        return True
    return bool(CASES.get(word[-2:].lower(), frozenset()) & CASES.get(following[-2:].lower(), frozenset()))


def _and_adjective(line: list[Word], i: int) -> bool:
    """ "Промышленный и коммерческий банк"."""
    return i > 0 and line[i].group() == "и" and is_adjective(line[i - 1].group()) and line[i - 1].group()[0].isupper()


def _right(text: str, line: list[Word], i: int, kind: str) -> int:
    """The last word of the complement."""
    last, j, named = i, i + 1, False
    while j < len(line) and j - i <= LONGEST and line[j].start() - line[j - 1].end() <= 1:
        word = line[j].group()
        if word[0] in '«"“„' and (quoted := QUOTED.match(text, line[j].start())):
            return next((k for k in range(j, len(line)) if line[k].end() >= quoted.end()), j)
        if word in ("имени", "им") or (word == "." and line[j - 1].group() == "им"):
            last, j, named = j, j + 1, False
        elif word in LINKS and not named and _linked(line, j, kind):
            j += 1
        elif word[0].isupper() and _named_after(line, i, j):
            last, j, named = j, j + 1, True
        elif (not named and _genitive(word)) or word in REGION:
            last, j = j, j + 1
        else:
            break
    return _without_tail(line, i, last)


def _linked(line: list[Word], j: int, kind: str) -> bool:
    """Whether the link at `j` goes on inside the name."""
    if j + 1 >= len(line):
        return False
    link, word = line[j].group(), line[j + 1].group()
    if _body(word) or not word[0].isalpha():
        return False
    if link == "и":
        return _genitive(word)
    return kind in BY_FIELD and word[0].islower()


def _named_after(line: list[Word], head: int, j: int) -> bool:
    """Whether a capitalised word belongs to the name: not a person's given name after a head with its own name."""
    word = line[j].group()
    if word in vocabulary("ru").words("notname") or word in vocabulary("ru").words("form"):
        return False
    return not (is_given(word) and j > head and line[j - 1].group() not in ("имени", ".", "им"))


def _genitive(word: str) -> bool:
    return word[0].islower() and len(word) > 3 and bool(GENITIVE.search(word)) and not VERB.search(word)


def _without_tail(line: list[Word], head: int, last: int) -> int:
    """Common words after the last that is capital count only where the head itself opens the name."""
    capital = [k for k in range(head, last + 1) if line[k].group()[0].isupper() and (k > head or k > 0)]
    if capital and capital[-1] > head:
        small = line[last].group()[0].islower() and line[last].group() not in REGION
        return capital[-1] if small else last
    return last if line[head].group()[0].isupper() or (head and line[head - 1].group()[0].isupper()) else head


def _body(word: str) -> bool:
    return word in vocabulary("ru").words("form") or word in vocabulary("ru").known or bool(head_kind(word))
