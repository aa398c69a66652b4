"""Words that bound a figure ("more than", "около", "逾"), before or after it.

The names of the bounds are the values of `dragoman.model.statement.Bound`.
"""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re

MORE, LEAST, ABOUT, NEARLY, UP_TO, LESS = "more than", "at least", "about", "nearly", "up to", "less than"

BEFORE = {
    "en": (
        (r"(?:not|no)\s+(?:less|fewer)\s+than|at\s+least|a\s+minimum\s+of|minimum\s+of|not\s+under", LEAST),
        (r"(?:not|no)\s+more\s+than|at\s+most|up\s+to|as\s+many\s+as|as\s+much\s+as|a\s+maximum\s+of|maximum\s+of", UP_TO),
        (
            r"more\s+than|over|above|in\s+excess\s+of|upwards?\s+of|exceed(?:s|ed|ing)?|greater\s+than|surpass(?:es|ed|ing)?|topp?(?:ed|ing)",
            MORE,
        ),
        (r"less\s+than|fewer\s+than|under|below|lower\s+than", LESS),
        (r"nearly|almost|close\s+to|just\s+under|nigh\s+on|approaching", NEARLY),
        (r"about|around|approximately|roughly|some|circa|ca\.|approx\.|an?\s+estimated|estimated|or\s+so", ABOUT),
    ),
    "zh": (
        (r"不少于|不低于|不小于|至少|最少|起码", LEAST),
        (r"不超过|不多于|至多|最多|最高达|高达|多达", UP_TO),
        (r"超过|超出|超|逾|多于|高于|大于|突破", MORE),
        (r"不到|不足|少于|低于|未满|不满", LESS),
        (r"将近|接近|近|几乎", NEARLY),
        (r"大约|大概|(?<![签合特契预条])约[为有]?|估计", ABOUT),
    ),
    "ru": (
        (r"не\s+менее(?:\s+чем)?|не\s+меньше|как\s+минимум|минимум|по\s+меньшей\s+мере", LEAST),
        (r"не\s+более(?:\s+чем)?|не\s+больше|максимум|вплоть\s+до|до", UP_TO),
        (r"более(?:\s+чем)?|больше(?:\s+чем)?|свыше|выше|превы(?:шает|сил[аои]?|шающ\w+|сивш\w+)|с\s+лишним", MORE),
        (r"менее(?:\s+чем)?|меньше(?:\s+чем)?|ниже", LESS),
        (r"почти|без\s+малого|чуть\s+менее", NEARLY),
        (r"около|порядка|примерно|приблизительно|ориентировочно|где-то", ABOUT),
    ),
}
AFTER = {
    "en": (
        (r"\s?\+|-plus\b|\s+plus\b(?!\s+\w)|[\s-]odd\b|\s+(?:or|and)\s+(?:more|over)\b", MORE),
        (r"\s+or\s+so\b|\s+or\s+thereabouts\b", ABOUT),
        (r"\s+or\s+(?:less|fewer)\b", UP_TO),
    ),
    "zh": ((r"\s?[余餘多]|\s?\+|\s?以上|有余", MORE), (r"\s?左右|\s?上下|\s?来(?=[个人家项名位种])", ABOUT), (r"\s?以下|以内", UP_TO)),
    "ru": ((r"\s+с\s+лишним|\s?\+|\s+и\s+более", MORE), (r"\s+или\s+около\s+того", ABOUT)),
}  # fmt: skip


def _union(rows: tuple[tuple[str, str], ...], tail: str, flags: int) -> tuple[re.Pattern[str], tuple[str, ...]]:
    pattern = "|".join(f"({words})" for words, _ in rows)
    return re.compile(f"(?:{pattern}){tail}", flags), tuple(bound for _, bound in rows)


_TAIL = {"en": r"(?:\s+(?:a\s+|the\s+)?(?:total\s+of\s+)?|(?<=\.))$", "zh": r"(?:了|达|有|为)?\s?$", "ru": r"\s+$"}
_HEAD = {"en": r"(?<![\w-])", "zh": "", "ru": r"(?<![\w-])"}
_LOOK = {"en": 30, "zh": 8, "ru": 26}
_BEFORE: dict[str, tuple[re.Pattern[str], tuple[str, ...]]] = {}
_AFTER: dict[str, tuple[re.Pattern[str], tuple[str, ...]]] = {}


def _compiled(lang: str) -> None:
    rows = BEFORE[lang]
    pattern = "|".join(f"({words})" for words, _ in rows)
    _BEFORE[lang] = re.compile(f"{_HEAD[lang]}(?:{pattern}){_TAIL[lang]}", re.IGNORECASE), tuple(b for _, b in rows)
    _AFTER[lang] = _union(AFTER[lang], "", re.IGNORECASE)


def before(text: str, at: int, lang: str, floor: int = 0) -> tuple[int, str]:
    """Where the bound words that end just before `at` begin, and the bound; (at, "") without any."""
    if lang not in _BEFORE:
        _compiled(lang)
    pattern, names = _BEFORE[lang]
    left = max(floor, at - _LOOK[lang])
    found = pattern.search(text[left:at])
    if found is None or found.lastindex is None:
        return at, ""
    return left + found.start(), names[found.lastindex - 1]


def after(text: str, at: int, lang: str) -> tuple[int, str]:
    """Where the bound words that begin at `at` end, and the bound; (at, "") without any."""
    if lang not in _AFTER:
        _compiled(lang)
    pattern, names = _AFTER[lang]
    found = pattern.match(text, at)
    if found is None or found.lastindex is None:
        return at, ""
    return found.end(), names[found.lastindex - 1]
