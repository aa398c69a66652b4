"""What `dragoman mentions` shows: names as the field counts them, for measuring and for other tools.

Two things differ from the names the extractor works with. Unions of states ("the European Union") are organisations here
and groups of countries there; phrases such as "countries along the Belt and Road" are no names here. English nationality words
("Chinese", "Russian") are shown as LOC of subkind "demonym", because the public English sets count them so (Re-DocRED);
facts never use them. Strict F1 of LOC with models, with and without them: Re-DocRED dev 83.0 and 74.2, CrossNER politics dev
73.9 and 74.8 (scripts/score_ner.py, --demonyms no).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.extract.draft import Name
from dragoman.extract.names.spans import name
from dragoman.extract.names.vocabulary import vocabulary

UNION = re.compile(
    r"[A-Z][\w-]*(?: (?:of )?[A-Z][\w-]*)*|[А-ЯЁ][\w-]*(?: [а-яёА-ЯЁ]\w*)*"
    r"|[㐀-鿿]{2,6}(?:联盟|组织|集团|会)|欧盟|东盟|非盟|阿盟"
)
COUNTRIES = re.compile("countries|nations|states|economies|regions|markets|[Сс]тран|государств|国家|各国")


def for_scoring(names: list[Name], text: str, lang: str, demonyms: bool = True) -> list[Name]:
    """The names as `dragoman mentions` prints them."""
    shown = [_union(n) for n in names if n.kind != "GROUP" or (UNION.fullmatch(n.text) and not COUNTRIES.search(n.text))]
    if not (demonyms and lang == "en"):
        return shown
    taken = [(n.start, n.end) for n in names]
    free = (n for n in _demonyms(text) if all(n.end <= s or n.start >= e for s, e in taken))
    return sorted([*shown, *free], key=lambda n: n.start)


def _union(n: Name) -> Name:
    return replace(n, kind="ORG", schema="Organization", subkind="union") if n.kind == "GROUP" else n


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(vocabulary("en").demonyms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w])")


def _demonyms(text: str) -> Iterator[Name]:
    for match in _pattern().finditer(text):
        country = vocabulary("en").demonyms[match.group()]
        yield name("LOC", text, match.start(), match.end(), "en", "demonym", country, 0.9, "gazetteer")
