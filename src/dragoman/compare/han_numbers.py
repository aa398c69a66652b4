"""Numbers in Chinese names: 第四十八研究所 is the 48th Research Institute, 第二医院 the Second Hospital."""

from __future__ import annotations

import re

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "零〇○一二三四五六七八九十百千两"
# 第 with a number; a figure of two digits or more before what is numbered; one digit only where 第 stands before it.
NUMBER = re.compile(f"第(?:([{NUMERAL}]+)|([0-9]+))|([0-9]+)|([{NUMERAL}]{{2,}})(?=[所厂院中部队研局军师团医小号分基工])")
WORDS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip


def figure(found: re.Match[str]) -> int:
    """The number a match of `NUMBER` names."""
    numeral = found[1] or found[2] or found[3] or found[4]
    return int(numeral) if numeral.isascii() else value(numeral)


def value(numeral: str) -> int:
    """The value of a Chinese numeral: 四十八 is 48, 一〇一 is 101."""
    if not any(c in SCALES for c in numeral):
        return int("".join(str(DIGITS[c]) for c in numeral))
    total = digit = 0
    for char in numeral:
        if char in SCALES:
            total += (digit or 1) * SCALES[char]
            digit = 0
        else:
            digit = DIGITS[char]
    return total + digit


def renderings(number: int, ordinal: bool) -> tuple[tuple[str, float], ...]:
    """What English writes for the number, with probabilities: 48th, 48, forms in words up to twenty."""
    figure, nth = str(number), f"{number}{suffix(number)}"
    word = WORDS[number] if 0 < number < len(WORDS) else ""
    if ordinal and word:
        return ((word, 0.45), (nth, 0.2), (figure, 0.3))
    return ((nth, 0.45), (figure, 0.5)) if ordinal else ((figure, 0.8), (nth, 0.15))


def suffix(number: int) -> str:
    """The letters of an English ordinal: st, nd, rd, th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
