"""Countries as lists write them (names, nationality words, inverted and formal forms, codes) to ISO 3166-1 alpha-2."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman import data

_DROPPED = re.compile(r"[^\w]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r"\s*(?:[;/|,]|\band/or\b|\band\b|\bor\b|\s-\s)\s*")
_LEAD = re.compile(r"^(?:the|formerly|former|possibly|reportedly|region:|now)\s+", re.I)
BETTER = {"ac": "sh", "cp": "fr", "cq": "gg", "dg": "io", "ea": "es", "ic": "es", "ta": "sh"}  # parts with codes of their own


def _key(text: str) -> str:
    return _DROPPED.sub(" ", text.casefold().replace("&", " and ")).strip()


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in data.text("lists/country_words.tsv").splitlines():
        if line and not line.startswith("#"):
            code, forms = line.split("\t")
            found.update({_key(form): code for form in forms.split("|")})
    for line in data.text("places/own.tsv").splitlines():
        if line.startswith("country\t"):
            _, code, *names = line.split("\t")
            found.update({_key(name): code for cell in names for name in cell.split("|") if name})
    for line in data.text("places/countries.tsv").splitlines():
        code, *names = line.split("\t")
        if code not in BETTER:
            found.update({_key(name): code for name in names if name})
            found.setdefault(_key(names[0].replace("St. ", "Saint ")), code)
            found[code] = code
    return found


@lru_cache(maxsize=4096)
def country(text: str) -> str:
    """The code (two small letters) of one country as written; empty where it is none that is known."""
    table = _table()
    stripped = _LEAD.sub("", text.strip())
    return table.get(_key(text)) or table.get(_key(stripped)) or table.get(_key(_BRACKETS.sub(" ", stripped))) or ""


@lru_cache(maxsize=4096)
def countries(text: str) -> tuple[str, ...]:
    """The codes of all countries a cell names ("Ukrainian, Russian", "Iran; Syria"), in order."""
    whole = country(text)
    if whole:
        return (whole,)
    parts = (country(part) for part in _PARTS.split(_BRACKETS.sub(" ", text)) if part)
    return tuple(dict.fromkeys(code for code in parts if code))


def country_of_address(text: str) -> str:
    """The country that the last part of an address names ("..., 410073, Yemen"); empty where it names none."""
    last = text.rstrip(" .;").rsplit(",", 1)[-1].strip()
    return country(last) if len(last) > 2 or last.isupper() else ""


def without_country(text: str) -> str:
    """A text without the country it begins with ("People's Republic of China Example Co." is Example Co.)."""
    words = text.split()
    for count in range(min(len(words) - 1, 6), 0, -1):
        if country(" ".join(words[:count])):
            return " ".join(words[count:])
    return text
