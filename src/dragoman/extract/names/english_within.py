"""Longer English names that hold a place or a body: elections, wars, treaties, laws, awards, competitions.

Where names are counted, a place inside one is no place of its own ("2001 Italian general election"). The extractor does not
ask: for a fact it may matter where the election was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

CAP = r"[A-ZÀ-Þ][\w.’'-]*"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WHEN = rf"(?:(?:(?:{MONTHS}) )?\d{{4}}(?: ?[–-] ?\d{{2,4}})? |\d{{1,3}}(?:st|nd|rd|th) )"
LINK = r"(?:(?:of the|of|and|&|–|-|['’]s?|for) (?=[A-Z]))?"
WORDS = rf"(?:{CAP} {LINK}){{1,7}}"
SORT = (
    r"(?:general|presidential|parliamentary|legislative|federal|provincial|local|state|municipal|gubernatorial|regional"
    r"|mayoral|leadership|special|snap|primary|council|assembly|constitutional|status|independence|membership|senatorial"
    r"|congressional) "
)
VOTE = r"(?:(?:by-)?[Ee]lections?|[Rr]eferendums?|[Pp]lebiscite|primaries)"
DEED = (
    r"(?:civil war|coup|[Ss]ummit|Olympics|Games|Cup|Championships?|Grand Prix|Awards?|Prize|Medal|Treaty|Agreement|Accords?"
    r"|Pact|Protocol|Convention|[Cc]onstitution|Act|(?<!World )Wars?|Revolution|Uprising|Rebellion|Revolt|Mutiny|Campaign"
    r"|Offensive|Massacre|Crisis|Genocide|Expo|Exhibition|Biennale|Festival|Tournament|Marathon|Song Contest|Draft|Resistance"
    r"|Renaissance)"
)
OF = (
    r"(?:Battle|Siege|Treaty|Treaties|War|Convention|Declaration|Peace|Invasion|Annexation|Bombing|Occupation|Partition"
    r"|Massacre|Order|Act|Fall|Liberation|Raid|Award)"
)
PATTERNS = (
    re.compile(rf"{WHEN}{WORDS}(?:{SORT}){{0,3}}{VOTE}\b(?: in (?:the )?(?!{MONTHS}){CAP}(?: {CAP}){{0,2}})?"),
    re.compile(rf"{WORDS}(?:{SORT}){{0,3}}{VOTE}\b"),
    re.compile(rf"{WORDS}{DEED}\b(?! of\b)"),
    re.compile(rf"\b{OF} (?:of|for) (?:the )?{CAP}(?:(?: ?, ?| and the | and | of the | of | - | ){CAP}){{0,3}}"),
)
SIGN = re.compile(rf"\b(?:{VOTE}|{DEED})\b|\b{OF} (?:of|for)\b")
LINE = re.compile(r"[^\n]+")


def longer(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the longer names of a text, line by line, in no order; they may overlap."""
    for line in LINE.finditer(text):
        if SIGN.search(text, *line.span()):
            for pattern in PATTERNS:
                yield from (match.span() for match in pattern.finditer(text, *line.span()))
