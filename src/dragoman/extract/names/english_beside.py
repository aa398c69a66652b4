"""English names set right by the words beside them: "BBC One", "Toyota Avalon", "Paris Hilton", "Portage - Neepawa".

Done where names are shown, for the count; counted on Re-DocRED and CrossNER (dev): of known companies and bodies before another
capitalised word 8 in 60 were names of their own, of places 9 in 80, of unlisted acronyms that a model took for places 3 in 24.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.draft import Name
from dragoman.extract.names.english_within import MONTHS
from dragoman.extract.names.vocabulary import vocabulary
from dragoman.text import places

AFTER = re.compile(r" ([A-ZÀ-Þ][\w-]*)")
BEFORE = re.compile(r"[\w,;:)”\"–-] ([A-ZÀ-Þ][\w'’-]*) $")
JOINED = re.compile(rf"(?: ?[–—-] ?(?!{MONTHS})[A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ][a-zà-ÿ]+)?)+(?![\w-])")
MODEL = re.compile(rf" \d{{1,4}}(?![\d ]*[–-]|\d| (?:{MONTHS}))")
NUMBERED = re.compile(r" \d{1,3}(?!\w| [A-Z])")
PARTIES = "Democrats?|Republicans?|Liberals?|Conservatives?|Labour|Socialists?|Communists?|Independents?|Greens?"
OFFICES = "Presidents|Senators|Representatives|Ministers|Governors|Ambassadors|Secretaries|Generals"
LED_BY = re.compile(rf"(?:(?:{PARTIES}) (?=\S+ \S))|(?:[A-Z]\S* )?(?:{OFFICES})(?: |$)")
FOLLOWED = re.compile(r",? (?:MPs?|MEP|MSP|MLA|TD|QC|KC|PhD|MD|CBE|OBE)$| ?[/&]$| ?['’] ?s?$")
ACRONYM = re.compile(r"[A-Z]{2,6}")
MILITARY = frozenset(("Squadron", "Division", "Brigade", "Regiment", "Corps", "Battalion", "Group"))


def beside(text: str, names: list[Name]) -> Iterator[Name]:
    """The names that stay, some of them longer; `names` in order."""
    starts, ends = {n.start for n in names}, {n.end for n in names}
    for n in names:
        if n.kind == "ORG":
            made = _body(text, n, starts)
        elif n.kind == "LOC" and n.subkind != "demonym":
            made = _place(text, n, starts, ends)
        else:
            made = _person(text, n) if n.kind == "PER" else n
        if made is not None:
            yield made


def _body(text: str, n: Name, starts: set[int]) -> Name | None:
    """Without products and channels: "Google Docs", "PlayStation 2"; a numbered unit with its number."""
    words = vocabulary("en")
    if n.text in words.known and n.source != "en_core_web_md":
        after = AFTER.match(text, n.end)
        if after and after[1] in words.heads:
            return _longer(text, n, after.end())
        return None if _capital_after(text, n, starts) or MODEL.match(text, n.end) else n
    number = NUMBERED.match(text, n.end) if n.text.split()[-1] in MILITARY else None
    return _longer(text, n, number.end()) if number else n


def _place(text: str, n: Name, starts: set[int], ends: set[int]) -> Name | None:
    if joined := JOINED.match(text, n.end):
        first = joined.start() + len(joined[0]) - len(joined[0].lstrip(" –—-"))
        if first not in starts and joined[0].strip(" –—-") not in vocabulary("en").demonyms:
            return _longer(text, n, joined.end())
    if n.source == "en_core_web_md" and ACRONYM.fullmatch(n.text) and not places.look_up(n.text):
        return None
    before = BEFORE.search(text, max(0, n.start - 40), n.start)
    opened = before and n.start - 1 not in ends and not _plain(before[1])
    return None if opened or _capital_after(text, n, starts) else n


def _person(text: str, n: Name) -> Name | None:
    """Without the words around the name: "Democrat", "U.S. Presidents", "MP"; an acronym is a body."""
    if n.source == "en_core_web_md" and ACRONYM.fullmatch(n.text):
        return replace(n, kind="ORG", schema="Organization")
    before, after = LED_BY.match(n.text), FOLLOWED.search(n.text)
    if before is None and after is None:
        return n
    start, end = n.start + (before.end() if before else 0), n.start + (after.start() if after else len(n.text))
    return replace(n, start=start, end=end, text=text[start:end]) if start < end else None


def _capital_after(text: str, n: Name, starts: set[int]) -> bool:
    after = AFTER.match(text, n.end)
    return after is not None and after.start(1) not in starts and not _plain(after[1])


def _plain(word: str) -> bool:
    """A title, a role or a word that opens a sentence: no part of the name beside it."""
    words = vocabulary("en")
    return any(word in words.words(group) for group in ("title", "notname", "role")) or word in words.demonyms


def _longer(text: str, n: Name, end: int) -> Name:
    return replace(n, end=end, text=text[n.start : end])
