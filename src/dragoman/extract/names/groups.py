"""Groups of countries: unions and their countries, countries along a road, countries of a part of the world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman import data
from dragoman.extract.draft import Name
from dragoman.extract.names.spans import name


@cache
def pattern(lang: str) -> re.Pattern[str]:
    """All groups of a language as one expression; longer alternatives come first in the file."""
    lines = [line.split("\t") for line in data.text("places/groups.tsv").splitlines() if not line.startswith("#")]
    joined = "|".join(expression for code, expression in lines if code == lang)
    return re.compile(joined if lang == "zh" else rf"(?<![\w-])(?:{joined})(?![\w-])")


def find(text: str, start: int, end: int, lang: str) -> Iterator[Name]:
    """Groups of countries named in `text[start:end]`."""
    for match in pattern(lang).finditer(text, start, end):
        yield name("GROUP", text, match.start(), match.end(), lang, "group", sure=0.95)
