"""People in Chinese text: a surname and one or two characters beside a post or a verb of saying; foreign names with a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Name
from dragoman.extract.names.spans import name
from dragoman.extract.names.vocabulary import vocabulary


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = vocabulary("zh")
    surname = "|".join(sorted(words.words("surname"), key=len, reverse=True))
    titles = "|".join(sorted(words.words("title"), key=len, reverse=True))
    says = "|".join(sorted(words.words("says"), key=len, reverse=True))
    foreign = "".join(words.words("transliteration"))
    given, edge = "[㐀-鿿]{1,2}", "[，。、；：！？（）“”\\s]"
    follows = "|".join(words.words("after"))
    after = rf"(?={edge}|$|{says}|{follows})"
    return (
        re.compile(rf"(?:{titles})((?:{surname})[㐀-鿿](?={says}|{edge}|$)|(?:{surname}){given}{after})"),
        re.compile(rf"(?<![㐀-鿿])((?:{surname})[㐀-鿿]{{1,2}})(?=先生|女士|教授|博士|院士|同志|(?:{says})[，：。“])"),
        re.compile(rf"([{foreign}]{{1,8}}(?:[·•・][{foreign}]{{1,8}})+)"),
    )


def people(text: str, start: int, end: int) -> Iterator[Name]:
    """People of one sentence."""
    for number, pattern in enumerate(_patterns()):
        for match in pattern.finditer(text, start, end):
            if match.group(1) in vocabulary("zh").words("notperson"):
                continue
            yield name("PER", text, match.start(1), match.end(1), "zh", sure=(0.93, 0.9, 0.9)[number])
