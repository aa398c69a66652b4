"""What `dragoman mentions` shows: names as the field counts them, for measuring and for other tools.

What differs from the names the extractor works with: unions of states ("the European Union") are organisations here and
groups of countries there; phrases such as "countries along the Belt and Road" are no names here. In English, nationality words
("Chinese", "Russian") are shown as LOC of subkind "demonym", because Re-DocRED counts them so (`demonyms`; facts never use
them); places and bodies inside names of elections, wars, laws and awards are left out (`english_within`); and names are
set right by the words beside them (`english_beside`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.extract.draft import Name
from dragoman.extract.names.demonyms import demonyms as nationalities
from dragoman.extract.names.english_beside import beside
from dragoman.extract.names.english_within import longer

UNION = re.compile(
    r"[A-Z][\w-]*(?: (?:of )?[A-Z][\w-]*)*|[А-ЯЁ][\w-]*(?: [а-яёА-ЯЁ]\w*)*"
    r"|[㐀-鿿]{2,6}(?:联盟|组织|集团|会)|欧盟|东盟|非盟|阿盟"
)
COUNTRIES = re.compile("countries|nations|states|economies|regions|markets|[Сс]тран|государств|国家|各国")


def for_scoring(names: list[Name], text: str, lang: str, demonyms: bool = True) -> list[Name]:
    """The names as `dragoman mentions` prints them."""
    shown = [_union(n) for n in names if n.kind != "GROUP" or (UNION.fullmatch(n.text) and not COUNTRIES.search(n.text))]
    if lang != "en":
        return shown
    if demonyms:
        shown += _free(nationalities(text, {n.start for n in names}), names)
    return list(beside(text, sorted(_outside(shown, text), key=lambda n: n.start)))


def _free(found: Iterable[Name], names: list[Name]) -> list[Name]:
    return [f for f in found if all(f.end <= n.start or f.start >= n.end for n in names)]


def _outside(names: list[Name], text: str) -> Iterator[Name]:
    """Places and bodies that are not a part of the name of an election, a war, a law, an award."""
    spans = list(longer(text))
    for n in names:
        inside = n.kind in ("LOC", "ORG") and any(s <= n.start and n.end <= e and e - s > n.end - n.start for s, e in spans)
        if not inside:
            yield n


def _union(n: Name) -> Name:
    return replace(n, kind="ORG", schema="Organization", subkind="union") if n.kind == "GROUP" else n
