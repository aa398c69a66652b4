"""Names of events: expos and their editions, forums, contests, found by their head words among capitalised runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Name
from dragoman.extract.en.gates import Gate
from dragoman.extract.en.lexicon import choice, words
from dragoman.extract.en.line import Line

NUMERALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$", re.I)
ROMAN = re.compile(r"(?=[XVI])(X{0,3})(IX|IV|V?I{0,3})$")
YEAR = re.compile(r"(?:19|20)\d\d$")
LEFT_JOINS = frozenset({"of", "for", "and", "to", "de"})
RIGHT_STARTS = frozenset({"of", "for", "on"})
RIGHT_JOINS = frozenset({"of", "for", "and", "the", "in"})
MONTHS = words("months") | words("weekdays")
HEADS = Gate(words("event_heads") | words("event_heads_named_only"))  # words that end the name of an event
NAME_GAP = re.compile(r"\s(?:[(“\"&–-]\s?)?$|\s?[)”\"]\s$|\s&\s$|[-–/]$|\s[-–]\s$")
NOT_A_NAME = frozenset(
    {
        "the",
        "this",
        "that",
        "a",
        "an",
        "at",
        "in",
        "on",
        "during",
        "when",
        "after",
        "as",
        "for",
        "with",
        "our",
        "its",
        "related",
        "if",
        "profile",
        "about",
        "overview",
        "introduction",
        "welcome",
    }
)
QUOTED = re.compile(
    r"[“\"«‘](?P<name>[A-Z0-9][^”\"»’]{2,90})[”\"»’]\s+(?:\w+\s+){0,3}?(?P<head>" + "HEADS" + r")\b"
    r"|\b(?P<head2>" + "HEADS" + r")\s+(?:of\s+\w+\s+)?[“\"«‘](?P<name2>[A-Z0-9][^”\"»’]{2,90})[”\"»’]"
)  # fmt: skip
ANAPHOR = (
    r"\b(?:the|this|this\s+year['’]s)\s+(?:(?:\w+-day|annual|high-tech|current|four-day|international|trade|industry|"
    r"biennial)\s+)?"
    r"(?:expo|exhibition|fair|event|airshow|exposition|competition|forum|conference|congress|summit|"
    r"salon)\b(?!\s+(?:hall|cent|area|zone|stand|space|on\b|of\b|for\b))"
)


def ordinal(word: str) -> int | None:
    """The number an ordinal names: 9th, ninth, IX."""
    if found := ORDINAL.match(word):
        return int(found[1])
    if word.lower() in NUMERALS:
        return NUMERALS[word.lower()]
    if word and (found := ROMAN.match(word)) and word.isupper():
        ones = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
        return 10 * len(found[1]) + ones[found[2]]
    return None


def schema_of(head: str, edition: bool) -> str:
    """What kind of event a head word names."""
    low = head.lower()
    if low in words("contest_heads"):
        return "Contest"
    if low in words("expo_heads"):
        return "Edition" if edition else "Expo"
    return "Forum" if low in words("forum_heads") else "Event"


def _capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _gap_joins(gap: str) -> bool:
    return gap == " " or bool(NAME_GAP.search(" " + gap) and len(gap) <= 3 and not set(gap) & set(",.;:"))


def find(line: Line) -> Iterator[Name]:
    """Spans of named events in a sentence, not overlapping, left to right."""
    text, tokens = line.text, line.words
    taken = 0
    if not line.names_any(HEADS):
        return
    for index, (start, _end, low) in enumerate(tokens):
        head = low.split("-")[0] if low.startswith(("expo-", "forum-")) else low.rpartition("-")[2]
        if head not in HEADS or not text[start].isupper() or start < taken:
            continue
        if head.endswith("s") and head not in words("event_heads_named_only") and _next_is(line, index, "which"):
            continue
        left, right = _leftmost(line, index, taken), _rightmost(line, index)
        span = _trim(line, left, right, index)
        if span is None or _modifies(line, right):
            continue
        first, last = _numbered(line, span[0], taken), span[1]
        begin, stop = _closed(text, tokens[first][0], tokens[last][1])
        yield _name(line, begin, stop, tokens[index][2].rpartition("-")[2], first, last)
        taken = stop


def _modifies(line: Line, last: int) -> bool:
    """Whether the run goes on to another capitalised noun: Exhibition Brands, Fair Committee."""
    if last + 1 >= len(line.words):
        return False
    start, _, low = line.words[last + 1]
    return line.text[line.words[last][1] : start] == " " and line.text[start].isupper() and low not in HEADS


def _next_is(line: Line, index: int, word: str) -> bool:
    return index + 1 < len(line.words) and line.words[index + 1][2] == word


def _leftmost(line: Line, index: int, taken: int) -> int:
    text, tokens, at = line.text, line.words, index
    while at > 0:
        previous = tokens[at - 1]
        gap = text[previous[1] : tokens[at][0]]
        if previous[0] < taken or not _gap_joins(gap):
            break
        word = text[previous[0] : previous[1]]
        if not _capital(word) and not (previous[2] in LEFT_JOINS and _joined_left(line, at - 1)):
            break
        at -= 1
    return at


def _joined_left(line: Line, index: int) -> bool:
    text, tokens = line.text, line.words
    if index == 0:
        return False
    before = tokens[index - 1]
    return _capital(text[before[0] : before[1]]) and text[before[1] : tokens[index][0]] in (" ", "” ", '" ')


def _rightmost(line: Line, index: int) -> int:
    text, tokens, at = line.text, line.words, index
    complement = False
    while at + 1 < len(tokens):
        following = tokens[at + 1]
        gap = text[tokens[at][1] : following[0]]
        word = text[following[0] : following[1]]
        if not _gap_joins(gap) or "(" in gap:
            break
        if YEAR.match(word) and not complement:
            return at + 1
        if following[2] in RIGHT_STARTS or (complement and following[2] in RIGHT_JOINS):
            step = _capital_ahead(line, at + 2)
            if step is not None and tokens[step][2] in MONTHS:
                break
            if step is None or (following[2] == "and" and _own_head(line, step)):
                break
            at, complement = step, True
        elif _capital(word) and (complement or following[2] in HEADS):
            at += 1
        else:
            break
    return at


def _capital_ahead(line: Line, index: int) -> int | None:
    """The next capitalised word, over at most one article."""
    for at in (index, index + 1):
        if at >= len(line.words):
            return None
        start, end, low = line.words[at]
        if _capital(line.text[start:end]) and not line.text[start].isdigit():
            return at
        if low != "the":
            return None
    return None


def _own_head(line: Line, index: int) -> bool:
    """Whether the capitalised run from a word on holds an event head of its own."""
    for start, end, low in line.words[index : index + 8]:
        if not _capital(line.text[start:end]) and low not in RIGHT_JOINS:
            return False
        if low in words("event_heads"):
            return True
        if line.text[end : end + 1] == ",":
            return False
    return False


def _trim(line: Line, left: int, right: int, index: int) -> tuple[int, int] | None:
    tokens = line.words
    while left < index and (tokens[left][2] in NOT_A_NAME or tokens[left][2] in LEFT_JOINS or _dated(tokens, left)):
        left += 1
    if left == right and not (YEAR.search(tokens[left][2]) or "-" in tokens[left][2]):
        return None  # a bare "Expo" or "Forum" is no name
    if left == index and all(YEAR.match(tokens[i][2]) for i in range(left + 1, right + 1)) and right == left:
        return None
    return left, right


def _numbered(line: Line, first: int, taken: int) -> int:
    """Take in an ordinal in lower case right before the name: the fifth China Expo."""
    if first == 0 or not line.text[line.words[first][0]].isupper():
        return first
    start, end, low = line.words[first - 1]
    counts = low in NUMERALS and start >= taken and line.text[end : line.words[first][0]] == " "
    return first - 1 if counts and ordinal(line.text[line.words[first][0] : line.words[first][1]]) is None else first


def _dated(tokens: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a word at the start of a run is part of a date before it: 22 April - Investors' Breakfast."""
    low = tokens[at][2]
    return low in MONTHS or (low.isdigit() and len(low) < 3 and tokens[at + 1][2] in MONTHS)


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation mark or bracket that belongs to the span."""
    inner = text[start:end]
    if start and text[start - 1] in '“"' and "”" in inner + text[end : end + 1] and inner.count("”") != inner.count("“"):
        start -= 1
    if inner.count("(") > inner.count(")") and text[end : end + 1] == ")":
        end += 1
    return start, end


def _name(line: Line, start: int, end: int, head: str, first: int, last: int) -> Name:
    words_in = [line.text[a:b] for a, b, _ in line.words[first : last + 1]]
    number = ordinal(words_in[0]) or (ordinal(words_in[1]) if YEAR.match(words_in[0]) and len(words_in) > 1 else None)
    dated = bool(number) or any(YEAR.match(w.rpartition("-")[2]) for w in (words_in[0], words_in[-1]))
    base = line.start
    return Name(
        "EVENT",
        base + start,
        base + end,
        line.text[start:end],
        "en",
        schema_of(head, dated),
        subkind=str(number or ""),
        source="pattern",
    )


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(QUOTED.pattern.replace("HEADS", choice(words("event_heads"))))


def quoted(line: Line) -> Iterator[Name]:
    """Events named by a quoted name beside a head word: the exhibition "Name", the "Name" forum."""
    if not any(c in line.text for c in '“"«'):
        return
    for match in _quoted().finditer(line.text):
        group = "name" if match["name"] else "name2"
        head = match["head"] or match["head2"]
        start, end = match.span(group)
        yield Name(
            "EVENT", line.start + start - 1, line.start + end + 1, match[group], "en", schema_of(head, False), source="quoted"
        )


@cache
def _anaphor() -> re.Pattern[str]:
    return re.compile(ANAPHOR, re.I)


YEARED = re.compile(
    r"\b(?P<name>(?!(?:In|Since|By|Until|From|During|Year|Of|The|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Spring|Summer|Autumn|Winter|Early|Late|Agenda|Vision|Horizon|Industry|China|Strategy|Plan)\b)"
    r"[A-Z][\w&+’'-]*(?: [A-Z][\w&+’'-]*){0,3}[ -](?:20[012]\d))\b"
)
EVENTISH = frozenset(
    (
        "exhibition exhibitions forum fair festival held expo edition participants exhibitors conference congress show opens "
        "opened visitors stand stands contest salon"
    ).split()
)
CLASSES = Gate("exhibition forum festival contest competition conference expo congress salon show hackathon olympiad".split())
CLASS_MENTIONS = Gate(
    "expo exhibition fair event airshow exposition competition forum conference congress summit salon".split()
)
BY_CLASS = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|this year['’]s) (?:[a-z-]+ ){0,2}(?P<head>exhibition|forum|festival|contest|competition|"
    r"conference|expo|"
    r"congress|salon|show|hackathon|olympiad) (?P<name>(?-i:[A-Z])[\w+&-]*(?: (?:of |and |for )?(?-i:[A-Z0-9])[\w+&-]*){0,4})"
)


HEADED = re.compile(
    r"^(?P<name>(?P<n>\d{1,2}(?:st|nd|rd|th)) (?:[A-Z][\w&’'-]*)(?: (?:(?:of|for|and|the|on) )?[A-Z][\w&’'-]*){1,7})"
    r"(?=,? [^.]*\b(?:20\d\d|\d{1,2}[-–]\d{1,2})\b)"
)  # a heading that dates what it numbers names an edition, whatever its head word


def plainly(line: Line) -> Iterator[Name]:
    """Events named without a head word of their own: InnoTech 2021, the festival Nauka 0+."""
    taken: list[tuple[int, int]] = []
    numbered = HEADED.match(line.text) if line.text[:1].isdigit() else None
    if numbered and line.mask[numbered.end("n") + 1] != "መ":
        taken.append(numbered.span("name"))
        end = numbered.end("name")
        number = str(ordinal(numbered["n"]) or "")
        yield Name("EVENT", line.start, line.start + end, numbered["name"], "en", "Edition", number, source="pattern")
    if "20" in line.text and not line.lows.isdisjoint(EVENTISH):
        for match in YEARED.finditer(line.text):
            if line.mask[match.start()] == "መ" or line.mask[match.end() - 5] == "መ":
                continue
            taken.append(match.span("name"))
            start, end = match.span("name")
            yield Name("EVENT", line.start + start, line.start + end, match["name"], "en", "Edition", source="pattern")
    for match in BY_CLASS.finditer(line.text) if line.names_any(CLASSES) else ():
        start, end = match.span("name")
        if line.mask[start] != "መ" and not any(a < end and start < b for a, b in taken):
            yield Name(
                "EVENT",
                line.start + start,
                line.start + end,
                match["name"],
                "en",
                schema_of(match["head"], False),
                source="quoted",
            )


def anaphors(line: Line) -> Iterator[Name]:
    """Mentions of the main event by its class: the expo, this year's exhibition."""
    for match in line.reads(_anaphor()) if line.names_any(CLASS_MENTIONS) else ():
        yield Name(
            "EVENT",
            line.start + match.start(),
            line.start + match.end(),
            match[0],
            "en",
            "Event",
            subkind="anaphor",
            source="anaphor",
        )
