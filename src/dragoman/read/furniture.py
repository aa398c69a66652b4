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
_TRAIL = re.compile("[>»›]")
_CRUMBS = re.compile(r"[^>»›|]{1,40}(?:\s*[>»›]\s*[^>»›|]{1,40}){1,6}")
LONGEST = 300  # characters; a longer line with furniture in it is content that has some
KNOWN = 0.3  # share of the tokens of a menu that are words of user interfaces
CRUMB = 26  # characters of one token of a menu of unknown words
LEGAL_LONGEST = 400


def is_furniture(line: str) -> bool:
    """Whether a whole line is furniture."""
    bare = line.strip()
    if not bare:
        return False
    if len(bare) > LEGAL_LONGEST:
        return False
    if _LEGAL.search(bare) and (len(bare) < 160 or _LEGAL.match(bare)):
        return True
    return len(bare) <= LONGEST and (head(bare) == len(bare) or _is_menu(bare) or _is_noise(bare))


def _is_noise(line: str) -> bool:
    """Rules and marks without a letter or digit, or a lone page number."""
    return not any(c.isalnum() for c in line)


def _is_menu(line: str) -> bool:
    """Short tokens joined by > or |, none of them a sentence or a date, enough of them known.

    Of a trail (>) three tokens will do unknown; a row of | may be one of a table, a row of dots a list of names.
    """
    tokens = [t for t in _JOINED.split(line) if t]
    if len(tokens) < 2 or _SENTENCE.search(line) or _DATE.search(line) or any(len(t) > CRUMB for t in tokens):
        return False
    known = sum(1 for t in tokens if _whole_token(t))
    if known >= max(1, KNOWN * len(tokens)):
        return True
    return len(tokens) >= 3 and _TRAIL.search(line) is not None and all(len(t.split()) <= 3 for t in tokens)


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
    """Whether a line is the heading of links to other articles."""
    return line.strip().rstrip(":：>» ").lower() in TAILS
