"""One form for texts that differ only in dress: case, width, quotes, dashes, spaces, accents, look-alike letters, old Han.

Punctuation stays, in one ASCII form each: `"` for quotes, `'` for apostrophes, `-` for dashes. The letters of scripts other
than Latin stay too (transliteration.py makes Latin of them).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from dragoman.text.lookalikes import repair

# Letters that no Unicode decomposition leads to ASCII.
LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "a", "ħ": "h", "ŋ": "ng",
    "ŧ": "t", "ĸ": "k", "ǝ": "a", "ɨ": "i", "ƙ": "k", "ɓ": "b", "ɗ": "d", "ƴ": "y", "ʋ": "v", "ɛ": "e", "ɔ": "o", "ƒ": "f",
    "ǥ": "g", "ƶ": "z", "ɣ": "g", "ɩ": "i", "ʃ": "sh", "ʒ": "zh", "ƣ": "g",
}  # fmt: skip
QUOTES = "«»„“”‟‹›❝❞〝〞＂「」『』《》〈〉″"
APOSTROPHES = "‘’‚‛`´ʻʼʽˈ′＇՚ʹˊˋ‵ʿʾ"
DASHES = "‐‑‒–—―−﹘﹣－⁃˗゠"
SPACES = "·•・‧∙⋅｡。、，؛،"  # what stands between words where a space would
DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069ـʺ®™©"
MARKS = (*range(0x300, 0x370), *range(0x64B, 0x660), 0x670, *range(0x591, 0x5C8))  # accents, Arabic and Hebrew points
LATIN_BLOCKS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]")
_INNER_APOSTROPHE = re.compile("(?<=[\u0400-\u052f])['\"](?=[\u0400-\u052f])")


def fold(text: str) -> str:
    """The text in its one form, spaces single: `ООО «Завод»` gives `ооо "завод"`, `Łódź` gives `lodz`."""
    if not text.isascii():
        return _fold_wide(text)
    if "`" in text:
        text = text.replace("`", "'")
    return " ".join(text.lower().split())


@lru_cache(maxsize=50_000)
def _fold_wide(text: str) -> str:
    dress = _dress()
    text = unicodedata.normalize("NFKC", text.translate(dress)).translate(dress)
    letters = _letters()
    plain = repair(text).casefold().translate(letters)
    while (again := repair(plain).translate(letters)) != plain:  # some have a twin without their accent only
        plain = again
    if "'" in plain or '"' in plain:
        plain = _INNER_APOSTROPHE.sub("", plain)
    if _HAN.search(plain):
        from dragoman.text.simplified import simplify

        plain = simplify(plain)
    return " ".join(plain.split())


@cache
def _dress() -> dict[int, str | None]:
    """Punctuation to its ASCII form. Used before compatibility forms are resolved (some bring a space) and after."""
    table: dict[int, str | None] = dict.fromkeys(map(ord, DROPPED))
    for signs, plain in ((QUOTES, '"'), (APOSTROPHES, "'"), (DASHES, "-"), (SPACES, " ")):
        table |= dict.fromkeys(map(ord, signs), plain)
    return table | {ord("№"): " no "}


@cache
def _letters() -> dict[int, str | None]:
    """Accented Latin letters to ASCII; accents that stand alone to nothing. The letters й, ё, ї are no accented ones."""
    table: dict[int, str | None] = dict.fromkeys(MARKS)
    for code in LATIN_BLOCKS:
        first = unicodedata.normalize("NFKD", chr(code))[0]
        if first.isascii():
            table[code] = first.lower()
    return table | {ord(letter): plain for letter, plain in LETTERS.items()}
