"""Coded fields: what is told by a code or a known label appears in the language of the reader."""

from __future__ import annotations

from functools import lru_cache

from dragoman.expo.fields import codes, fields_of, plain
from dragoman.expo.fields import field as field_of
from dragoman.model.schema import LANGUAGES

RIGHTS = ("patented", "applied for", "no rights yet", "licence on offer")  # states of rights, as a form offers them
ENDING = 3  # letters of an ending
LEVELS = tuple(str(n) for n in range(1, 10))  # technology readiness, ISO 16290


@lru_cache(maxsize=10_000)
def code_of(text: str) -> str:
    """The code of a field by its label, or another word for all of it, in any language; empty where the text says more."""
    for code, words in fields_of(text).items():
        if (
            text.casefold() in {label.casefold() for label in field_of(code).labels}
            or text == code
            or _whole(plain(text), words)
        ):
            return code
    return text if text in codes() else ""


def _whole(text: str, words: str) -> bool:
    """Whether some words, but for the ending of the last, are all of a text; Chinese has no endings."""
    ending = text.removeprefix(words)
    return ending != text and len(ending) <= ENDING and (not ending or (ending.isalpha() and ending[0] < "\u2e80"))


def label(text: str, lang: str) -> str:
    """A field in a language, where its text is the label of one; else the text."""
    code = code_of(text)
    return field_of(code).label(lang) if code else text


@lru_cache(maxsize=1_000)
def language(text: str, lang: str) -> str:
    """A language by its name in any of ours, as a language calls it; else the text."""
    from babel import Locale

    for known in LANGUAGES:
        code = next((c for c, name in Locale(known).languages.items() if name.casefold() == text.casefold()), "")
        if code:
            return str(Locale(lang).languages.get(code, text))
    return text


def labels(lang: str) -> dict[str, str]:
    """Every field code with its label."""
    return {code: field_of(code).label(lang) for code in codes()}
