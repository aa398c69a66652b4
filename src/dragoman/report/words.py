"""The interface in English, Chinese and Russian, and how data of any language is put on a page."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dragoman import data
from dragoman.base.errors import UnknownName
from dragoman.model.schema import LANGUAGES

CAPTION_CHARS = 200  # the longest official name met is 180 characters; the rest is cut with a visible ellipsis
QUOTE_CHARS = 600
# Controls that reorder or hide text (bidirectional embedding, override, isolate; C0 and C1 but tab and line feed).
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
HAN, KANA = re.compile("[\u3400-\u9fff]"), re.compile("[\u3041-\u30ff]")
CYRILLIC, LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")


@cache
def messages(lang: str) -> dict[str, str]:
    """All messages of a language by dotted key; raises `UnknownName` for a language there is none of."""
    import yaml

    if lang not in LANGUAGES:
        raise UnknownName(f"there is no interface language {lang!r}", do=f"use one of {', '.join(LANGUAGES)}")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return dict(_flat(yaml.load(data.text(f"locale/{lang}.yaml"), loader)))  # noqa: S506 (a safe loader)


def _flat(tree: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    found = []
    for key, value in tree.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((f"{prefix}{key}", str(value)))
    return found


class Words:
    """The messages of one language: `words("row.further", number=3)`."""

    def __init__(self, lang: str = "en") -> None:
        self.lang = lang
        self.known = messages(lang)

    def __call__(self, key: str, **values: object) -> str:
        """The message of that key, its `{places}` filled; raises `UnknownName` where it is missing."""
        if key not in self.known:
            raise UnknownName(f"there is no message {key!r} in {self.lang}")
        return self.known[key].format(**values) if values else self.known[key]

    def choice(self, group: str, value: str) -> str:
        """A value of a closed vocabulary in this language; a value that has no message is shown as it is."""
        return self.known.get(f"{group}.{value}") or self.known.get(f"{group}.{value.lower()}", value)

    def number(self, value: float) -> str:
        """A number with its thousands set apart as the language does."""
        text = f"{value:,.10g}" if value != int(value) else f"{int(value):,}"
        return text.replace(",", "\u00a0").replace(".", ",") if self.lang == "ru" else text

    def foreign(self, text: str, lang: str = "") -> str:
        """The language to mark a piece of data with, empty where it is the page's own."""
        told = lang if lang and _fits(text, lang) else script_language(text)
        return "" if told == self.lang else told


def script_language(text: str) -> str:
    """The language its script tells among those we read; empty where no letter does."""
    if KANA.search(text):
        return "ja"
    if HAN.search(text):
        return "zh"
    if CYRILLIC.search(text):
        return "ru"
    return "en" if LATIN.search(text) else ""


def _fits(text: str, lang: str) -> bool:
    told = script_language(text)
    return not told or (told == lang if lang in ("zh", "ru", "ja") else told == "en")


def shown(text: str, limit: int = QUOTE_CHARS) -> str:
    """Text made harmless for a page: no control characters, cut at `limit` characters with an ellipsis."""
    clean = HARMFUL.sub("", text)
    return clean if len(clean) <= limit else f"{clean[:limit]}…"
