"""What kind of body a name in a cell is of, by the words names are made of; where nothing tells, it is left open."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.extract.names.vocabulary import schema_of, vocabulary
from dragoman.text import scripts

_WORD = re.compile(r"[\w&.’'-]+")
_FORMS = re.compile(
    r"(?:\b(?:co|corp|inc|ltd|llc|llp|plc|gmbh|kft|bv|nv|ag|sa|spa|srl|oy|ab|as|jsc|pjsc|ojsc|cjsc|ooo|oao|zao|pao|pte|pty|kg|sas|sro|doo|"
    r"kk|bhd|limited|corporation|incorporated)\.?$|^(?:ооо|оао|ао|пао|зао|тоо|ип|нпо|нпп)\b|有限公司$|股份公司$|集团公司$)",
    re.I,
)
PREPOSITIONS = frozenset(("of", "for", "in", "on", "at", "named"))
CACHED = 20_000


def language_of(name: str) -> str:
    """The language of words in a cell, by script; empty without letters."""
    return {"Han": "zh", "Cyrillic": "ru", "Latin": "en"}.get(scripts.dominant(name), "")


@lru_cache(CACHED)
def body_of(name: str) -> tuple[str, str]:
    """Schema and kind of body of a name: Company and company, PublicBody and ministry ...; both empty where nothing tells."""
    if _FORMS.search(name.strip(' .»"”')):
        return "Company", "company"
    lang = language_of(name)
    if not lang:
        return "", ""
    book = vocabulary(lang)
    kind = book.known.get(name) or (_chinese(name, book.heads) if lang == "zh" else _worded(name, book.heads, lang))
    return (schema_of(kind), kind) if kind and kind not in ("site", "region", "team") else ("", "")


def _chinese(name: str, heads: dict[str, str]) -> str:
    ends = [h for h in heads if name.endswith(h)]
    return heads[max(ends, key=len)] if ends else ""


def _worded(name: str, heads: dict[str, str], lang: str) -> str:
    """English names end in their head, or open with it before `of`; Russian ones open with it, in any case."""
    words = _WORD.findall(name)
    if lang == "ru":
        for word in words:
            stem = next((h for h in heads if word.lower().startswith(h) and len(word) - len(h) <= 3), "")
            if stem:
                return heads[stem]
        return ""
    before = words[: next((i for i, w in enumerate(words) if i and w in PREPOSITIONS), len(words))]
    return next((heads[w] for w in reversed(before) if w in heads), "")


@lru_cache(CACHED)
def is_person(name: str) -> bool:
    """Whether a name is a human being's: two to four words with a known given name or a Chinese surname among them."""
    lang = language_of(name)
    if not lang or any(c.isdigit() for c in name):
        return False
    book = vocabulary(lang)
    if lang == "zh":
        surnames = book.words("surname")
        return 2 <= len(name) <= 4 and (name[:1] in surnames or name[:2] in surnames)
    words = name.split()
    if not 2 <= len(words) <= 4 or not all(w[:1].isupper() for w in words):
        return False
    return any(w in book.words("given") for w in words) or (words[0] in book.words("pinyin") and len(words) <= 3)
