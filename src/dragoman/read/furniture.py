"""Page furniture in lines of text: menus, breadcrumbs, share buttons, copyright and cookie lines, "please wait".

Such a stretch is found by what it is made of: words of user interfaces alone, or short tokens joined by > or |, never by
where it comes from. It may be glued to the words that follow it; then only the head of the line is furniture.
"""

from __future__ import annotations

import re

from dragoman.read.vocabulary import LEGAL, SHARES, STRONG, TAILS, WEAK

SEPARATOR = r"[\s|>»›·•/\\:：,，、\[\]()（）—–.…-]*"


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_FIRST = {w[0] for w in STRONG + WEAK + SHARES}
_TOKEN = re.compile(rf"(?:(?P<strong>{_either(STRONG)})|(?P<share>{_either(SHARES)})|(?P<weak>{_either(WEAK)}))", re.I)
_GAP = re.compile(SEPARATOR)
_LEGAL = re.compile(LEGAL, re.I)
_JOINED = re.compile(r"\s*(?:[|>»›•·]|(?<=\s)/(?=\s))\s*")
_SENTENCE = re.compile(r"[.!?。！？]\s|[.!?。！？]$")
_DATE = re.compile(r"\d{4}|\d{1,2}[:.]\d\d")
_TAIL = re.compile(rf"(?:related|see also|{_either(TAILS)})\s*[:：]\s*\S")
_WIDE = re.compile(r"\s{2,}|\t|\s*[|/]\s+")
_LABEL = re.compile(r"^[^:：>|/]{2,25}[:：]\s*")
_TRAIL = re.compile("[>»›]")
_CRUMBS = re.compile(r"[^>»›|]{1,40}(?:\s*[>»›]\s*[^>»›|]{1,40}){1,6}")
LONGEST = 300  # characters; a longer line with furniture in it is content that has some
KNOWN = 0.3  # share of the tokens of a menu that are words of user interfaces
CRUMB = 26  # characters of one token of a menu of unknown words
LEGAL_LONGEST = 400
SHORT = 120  # characters of a line that a legal formula makes furniture wherever it stands in it
TOKEN_WORDS = 4


def is_furniture(line: str, *, edge: bool = False) -> bool:
    """Whether a whole line is furniture. `edge`: it is the first or last of a text, where a row of short words is a menu."""
    bare = line.strip()
    if not bare or len(bare) > LEGAL_LONGEST:
        return False
    if _LEGAL.search(bare) if len(bare) < SHORT else _LEGAL.match(bare):
        return True
    return len(bare) <= LONGEST and (head(bare) == len(bare) or _is_menu(bare, edge) or _is_noise(bare))


def _is_noise(line: str) -> bool:
    """Rules and marks without a letter or digit, or a lone page number."""
    return not any(c.isalnum() for c in line)


def _is_menu(line: str, edge: bool) -> bool:
    """Short tokens joined by > or | or wide gaps, none of them a sentence or a date, enough of them known.

    Of a trail (>) three tokens will do unknown, at the edge of a text also of other rows: within it a row of | may be
    one of a table, a row of dots a list of names.
    """
    if _SENTENCE.search(line) or _DATE.search(line):
        return False
    labelled = _LABEL.sub("", line)
    for joint in (_JOINED, _WIDE) if edge else (_JOINED,):
        tokens = [t for t in joint.split(labelled) if any(c.isalnum() for c in t)]
        if len(tokens) < 2 or any(len(t) > CRUMB for t in tokens):
            continue
        known = sum(1 for t in tokens if _whole_token(t))
        if known >= max(1, KNOWN * len(tokens)):
            return True
        trail = edge or _TRAIL.search(line) is not None
        if trail and len(tokens) >= 3 and all(len(t.split()) <= TOKEN_WORDS for t in tokens):
            return True
    return False


def _whole_token(token: str) -> bool:
    match = _TOKEN.match(token)
    return match is not None and match.end() == len(token)


def head(line: str) -> int:
    """How many characters at the start of a line are furniture: 0 for none, its length for all."""
    if not line or line[0].lower() not in _FIRST:
        return 0
    at, end, strong, count, glued = 0, 0, False, 0, False
    while match := _TOKEN.match(line, at):
        if not _ends_here(line, match.end()):
            break
        end = match.end()
        glued = end < len(line) and line[end].isalnum()
        strong, count = strong or match["strong"] is not None, count + 1
        at = end + len(_GAP.match(line, end)[0])  # type: ignore[index]
        if match["strong"] is not None and (crumbs := _crumbs(line, at)):
            return crumbs
    if at >= len(line):
        return len(line) if strong or count >= 2 else 0
    separated = not line[end:at].isspace() and end < at
    if count and (strong or count >= 2) and (glued or separated):
        return at
    return 0


def _ends_here(line: str, end: int) -> bool:
    """Whether a token ends at a word's end, or is glued to a capital or to another script: `NewsCurrent`, `首页新闻`."""
    if end >= len(line):
        return True
    before, after = line[end - 1], line[end]
    if not after.isalnum():
        return True
    return (before.islower() and after.isupper()) or ("\u4e00" <= before <= "\u9fff") or ("\u4e00" <= after <= "\u9fff")


def _crumbs(line: str, at: int) -> int:
    """The length of the line where the rest of it, after "Current position:", is a trail of short tokens; else 0."""
    rest = line[at:]
    return len(line) if len(rest) < 160 and _CRUMBS.fullmatch(rest) and not _SENTENCE.search(rest) else 0


def opens_tail(line: str) -> bool:
    """Whether a line is the heading of links to other articles, alone or with the first of them behind a colon."""
    words = line.strip().lower()
    return words.rstrip(":：>» ") in TAILS or _TAIL.match(words) is not None
