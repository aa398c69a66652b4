"""The Latin spellings a Chinese name of its own may be met in: pinyin, abroad also Wade-Giles, Tongyong and Cantonese."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.compare.han_lexicon import Options
from dragoman.text.cantonese import cantonese
from dragoman.text.pinyin import pinyin, syllables
from dragoman.text.tongyong import tongyong
from dragoman.text.wade_giles import wade_giles

# How likely a name is written in one word, or its syllables apart. Abroad is where the text is in traditional characters
# or names Taiwan, Hong Kong or Macao. Judged by names of both sorts, not counted.
HOME = ((pinyin, 0.6, 0.3),)
ABROAD = (
    (pinyin, 0.3, 0.15),
    (lambda word: [wade_giles(s) for s in syllables(word)], 0.15, 0.15),
    (lambda word: [tongyong(s) for s in syllables(word)], 0.08, 0.04),
    (cantonese, 0.05, 0.15),
)
RARER, OLD_LETTERS = (("hua", "hwa"), ("kuang", "kwang")), 0.05  # Hwa Hsia, Kwang Hua
KEYBOARD = 0.1  # ü as v: lv beside lu


def spellings(word: str, abroad: bool) -> list[tuple[str, float]]:
    """Spellings of a name with their probabilities."""
    found: list[tuple[str, float]] = []
    for reading, joined, apart in ABROAD if abroad else HOME:
        parts = reading(word)
        if parts:
            found.append(("".join(parts), joined))
            if len(parts) > 1:
                found.append((" ".join(parts), apart))
    old = " ".join(wade_giles(s) for s in syllables(word)) if abroad else ""
    for common, rarer in RARER:
        if common in old:
            found.append((old.replace(common, rarer), OLD_LETTERS))
    keyboard = "".join(syllables(word))
    return [*found, (keyboard, KEYBOARD)] if "v" in keyboard else found


def merged(options: Options, more: Sequence[tuple[str, float]]) -> Options:
    """Options with others after them; a spelling that is there already keeps its first place."""
    found = dict(options)
    for name, probability in more:
        if name:
            found.setdefault(name, probability)
    return tuple(found.items())
