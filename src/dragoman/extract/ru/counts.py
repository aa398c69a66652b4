"""What a Russian number counts: the words behind it."""

from __future__ import annotations

import re

from dragoman.extract.grammar.scene import FIRST, Scene
from dragoman.extract.ru.phrases import Word, tokens
from dragoman.extract.ru.words import is_adjective, is_genitive, is_verb, whole
from dragoman.text.numbers import Number

QUALITY = re.compile(r"[а-яё-]+(?:ых|их|ая|ый|ое|ую|ой|ие|ые)")  # the forms an adjective takes behind a number
LONGEST = 7  # words of the thing counted
TIME = re.compile(
    r"(?:лет|год\w*|дн(?:я|ей|ями)|день|час\w*|минут\w*|месяц\w*|недел\w+|век\w*|раз(?:а)?|октября|ноября|км|км/ч|кг|°|градус\w*|утра|вечера)"
)
UNIT = re.compile(
    r"\s?(?:кв\.?\s?м|квадратн\w+\sметр\w*|тонн\w*|мвт|гвт|квт|км|гектар\w*|га|м²|метр\w*|килограмм\w*|кг|процент\w*)"
)
MARKS = "".join(FIRST.values())


def counted(scene: Scene, number: Number) -> tuple[int, int, str, str] | None:
    """The span from the bound of a number to the end of what it counts, the thing counted, and its unit."""
    unit = UNIT.match(scene.low, number.end)
    if unit and not number.percent:
        return number.outer_start, unit.end(), unit[0].strip(), unit[0].strip()
    words = [w for w in tokens(scene) if w.start >= number.end]
    if not words or words[0].start - number.end > 2 or whole_year(number):
        return None
    if number.percent:
        end = _end(words, 0)
        return (
            number.outer_start,
            max(end or number.outer_end, number.outer_end),
            scene.text[number.end : end or number.end].strip(" %"),
            "%",
        )
    first = words[0].low
    if TIME.fullmatch(first) or not (
        is_genitive(first) or is_adjective(first) or first in MARKS or first.endswith(("т", "к", "р"))
    ):
        return None
    end = _end(words, 0)
    if not end:
        return None
    what = scene.text[words[0].start : end]
    return number.outer_start, end, what, ""


def whole_year(number: Number) -> bool:
    """Whether a bare number is a year."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", number.text)) and not number.bound


def _end(words: list[Word], at: int) -> int | None:
    """Where the counted noun phrase ends: adjectives, a noun, genitives and names behind it."""
    last, noun = None, False
    for index in range(at, min(at + LONGEST, len(words))):
        word = words[index].low
        if (
            word in ("и", ",")
            and last is not None
            and index + 1 < len(words)
            and QUALITY.fullmatch(words[index + 1].low)
            and not noun
        ):
            continue
        if word == "и" and noun and index + 1 < len(words) and is_genitive(words[index + 1].low):
            continue
        if (is_verb(word) and noun) or whole("preposition").fullmatch(word):
            break
        if not (is_genitive(word) or is_adjective(word) or word in MARKS or (not noun and word.isalpha())):
            break
        noun = noun or not QUALITY.fullmatch(word)
        last = words[index].end
    return last if noun else None
