"""Figures as told: a number or a sum with what it counts; shared by the Russian and the Chinese grammar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.ru.scene import Scene
from dragoman.model.statement import Bound
from dragoman.text import numbers
from dragoman.text.numbers import Number

CURRENCIES = (
    (r"\s?(?:млн\.?|млрд\.?)?\s?юан\w+|\s?元人民币|元|\s?人民币", "CNY"), (r"\s?доллар\w+(?:\s(?:США|сша))?|美元|\s?\$", "USD"),
    (r"\s?рубл\w+|\s?руб\.?|卢布", "RUB"), (r"\s?евро|欧元", "EUR"), (r"\s?фунт\w+(?:\sстерлингов)?|英镑", "GBP"), (r"\s?иен\w?|日元", "JPY"),
    (r"港元|港币", "HKD"), (r"\s?тенге|坚戈", "KZT"), (r"\s?вон(?!\w)|韩元", "KRW"), (r"\s?шекел\w+|谢克尔", "ILS"),
)  # fmt: skip
MONEY = re.compile("|".join(f"(?P<{code}>{words})" for words, code in CURRENCIES), re.IGNORECASE)
SIGNS = {"$": "USD", "€": "EUR", "¥": "CNY", "￥": "CNY", "₽": "RUB"}
Counted = Callable[[Scene, Number], tuple[int, int, str, str] | None]  # quote start, end, thing counted, unit


def find(scene: Scene, lang: str, counted: Counted) -> Iterator[Draft]:
    """Drafts of every figure of a sentence; numbers inside names and dates are none."""
    for number in numbers.find(scene.text, lang):
        if number.ordinal or _inside(scene, number):
            continue
        money = MONEY.match(scene.text, number.end)
        sign = SIGNS.get(scene.text[number.start - 1 : number.start])
        if money or sign:
            yield _sum(scene, number, money.end() if money else number.end, sign or str(money and money.lastgroup), lang)
            continue
        made = counted(scene, number)
        if made:
            yield _figure(scene, number, made, lang)


def _inside(scene: Scene, number: Number) -> bool:
    start, end = scene.start + number.start, scene.start + number.end
    return any(m.start < end and start < m.end and m.kind not in ("UNNAMED", "DELEGATION", "TECH") for m in scene.mentions if m.kind != "EVENT" or m.shown)


def _sum(scene: Scene, number: Number, end: int, currency: str, lang: str) -> Draft:
    quote = scene.text[number.outer_start : max(end, number.outer_end)]
    claim = Claim("amount", number.plain, quote, bound=Bound(number.bound), unit=currency)
    subject = _subject(scene)
    start = max(0, number.outer_start - (1 if scene.text[number.start - 1 : number.start] in SIGNS else 0))
    return scene.draft(Ref("Figure", quote), start, max(end, number.outer_end), f"{lang}-sum", 0.91, claim, *subject)


def _figure(scene: Scene, number: Number, made: tuple[int, int, str, str], lang: str) -> Draft:
    start, end, what, unit = made
    value = number.plain + ("%" if number.percent else "")
    claims = [Claim("value", number.plain, number.text, bound=Bound(number.bound), unit=unit or ("%" if number.percent else what))]
    claims.append(Claim("counted", what, "", lang))
    return scene.draft(Ref("Figure", f"{value} {what}"), start, end, f"{lang}-figure", 0.9 if not number.words else 0.8, *claims, *_subject(scene))


def _subject(scene: Scene) -> list[Claim]:
    event = scene.memory.event or scene.memory.series
    return [Claim("subject", event)] if event else []


