"""Russian dates: which words can open one, and the rules tried there; the longest reading wins."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache

from dragoman.text.calendars import Moment
from dragoman.text.grammar.dates_ru_rules import RULES
from dragoman.text.grammar.numerals_ru import FORMS, ORDINALS

Handler = Callable[[re.Match[str], date | None], Moment | None]

WORD = re.compile(r"[А-Яа-яЁё]+|\d+|[IVX]+\b")
STEMS = re.compile(
    r"тысяч[аеиу]$|январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[ауы]$|четверг|пятниц|"
    r"суббот|воскресен|вчера|сегодня|завтра|позавчера|послезавтра|прошл|эт[оаи]|текущ|нынешн|следующ|будущ|предыдущ|минувш|"
    r"ближайш|последн|через|кажд|ежегодн|ежемесячн|еженедельн|ежедневн|ежеквартальн|раз$|весн|лет[оаеу]|летом|осен|зим|год|полгода|полтор|недел|"
    r"месяц|день|сутк|квартал|полугод|конец|конц|начал|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|одно|много|"
    r"нескольк|в$|во$|за$|с$|со$|на$|к$|до$|по$|[ivx]+$",
    re.IGNORECASE,
)


@cache
def _rules(letter: str) -> list[tuple[re.Pattern[str], Handler]]:
    """The rules that digits (d) or a word (w) can open."""
    tail = r"(?![А-Яа-яЁё0-9])"
    return [(re.compile(f"(?:{p}){tail}", re.IGNORECASE), handler) for letters, p, handler in RULES if letter in letters]


@lru_cache(8192)
def _opens(word: str) -> bool:
    folded = word.lower().replace("ё", "е")
    return word.isdigit() or folded in FORMS or folded in ORDINALS or STEMS.match(folded) is not None


WEAK = frozenset(["в", "во", "на", "за", "с", "со", "к", "ко", "до", "по", "через"])
NEARBY = re.compile(
    r"[\w ,.\-–—]{0,24}?(?<![А-Яа-яЁё])(?:январ|феврал|март|апрел|ма[йяею](?![а-я])|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[ауеы](?![а-я])|"
    r"четверг|пятниц|суббот|воскресен|год|лет(?![а-я])|летн|месяц|недел|дн[еяюй]|ден|сут|час|мин|сек|квартал|полугод|полови|век|столет|десятилет|г\.|гг|янв|фев|апр|авг|сен|окт|ноя|дек)|"
    r"\d?\d?\.\d|-\d|\d{4}|[-–—]\d|-?[ех]",
    re.IGNORECASE,
)

SPELLED = re.compile(r"(?:две\s+тысячи|тысяч[аеиу]\s+(?:девять|восемь|семь)сот)\s", re.IGNORECASE)


def _worth(text: str, word: re.Match[str], stop: int) -> bool:
    """Whether the rules are worth trying here: a number or a preposition with a calendar word nearby."""
    raw = word[0]
    if raw.isdigit() and len(raw) == 4:
        return True
    folded = raw.lower().replace("ё", "е")
    if SPELLED.match(text, word.start(), stop):
        return True
    if folded.startswith("тысяч"):
        return False
    if raw.isdigit() or folded in FORMS or folded in ORDINALS or folded in WEAK:
        return NEARBY.match(text, word.end(), stop) is not None
    return True


def moments(text: str, start: int, stop: int, near: date | None) -> list[Moment]:
    """Every date, span, duration and recurrence of the window, in order, the longest at each place."""
    found: list[Moment] = []
    at = start
    for word in WORD.finditer(text, start, stop):
        begin = word.start()
        if begin < at or not _opens(word[0]) or (begin and text[begin - 1] in "-_$€№"):
            continue
        if not _worth(text, word, stop):
            continue
        best: Moment | None = None
        for pattern, handler in _rules("d" if word[0].isdigit() else "w"):
            match = pattern.match(text, begin, stop)
            if match is None or (best and match.end() <= best.end):
                continue
            made = handler(match, near)
            if made is not None and (best is None or made.end > best.end):
                best = made
        if best is not None:
            found.append(best)
            at = best.end
    return found
