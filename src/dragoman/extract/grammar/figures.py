"""Figures as told: a number or a sum with what it counts; shared by the Russian and the Chinese grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.grammar.scene import Mention, Scene
from dragoman.model.statement import Bound
from dragoman.text import counts, money, numbers
from dragoman.text.money import Money
from dragoman.text.numbers import Number

Counted = Callable[[Scene, Number], tuple[int, int, str, str] | None]  # quote start, end, thing counted, unit


def sums(scene: Scene, lang: str) -> list[Mention]:
    """Sums of money as mentions, so that the country in "долларов США" is no party."""
    found = money.find(scene.text, lang) if any(c.isdigit() for c in scene.text) else []
    return [Mention("MONEY", scene.start + m.start, scene.start + m.end, m.text, None, m, False) for m in found]


def find(scene: Scene, lang: str, counted: Counted) -> Iterator[Draft]:
    """Drafts of every figure of a sentence; numbers inside names and dates are none."""
    found = numbers.find(scene.text, lang)
    if not found:
        return
    amounts = money.find(scene.text, lang)
    for amount in amounts:
        yield _sum(scene, amount, lang)
    plain: dict[int, counts.Count] | None = None
    for number in found:
        if number.ordinal or _inside(scene, number) or any(s.start <= number.start < s.end for s in amounts):
            continue
        made = counted(scene, number)
        if made is None:
            plain = {c.number_start: c for c in counts.find(scene.text, lang)} if plain is None else plain
            count = plain.get(number.start)
            made = (count.start, count.end, count.noun, "") if count and not number.words else None
        if made:
            yield _figure(scene, number, made, lang)


def _inside(scene: Scene, number: Number) -> bool:
    start, end = scene.start + number.start, scene.start + number.end
    around = [m for m in scene.mentions if m.start < end and start < m.end and (m.kind != "EVENT" or m.shown)]
    return any(m.kind not in ("UNNAMED", "DELEGATION", "TECH", "MONEY") for m in around)


def _sum(scene: Scene, amount: Money, lang: str) -> Draft:
    claim = Claim("amount", amount.value, amount.original, bound=Bound(amount.bound), unit=amount.currency)
    start, end = min(amount.outer_start, amount.start), max(amount.outer_end, amount.end)
    return scene.draft(Ref("Figure", scene.text[start:end]), start, end, f"{lang}-sum", 0.91, claim, *_subject(scene))


def _figure(scene: Scene, number: Number, made: tuple[int, int, str, str], lang: str) -> Draft:
    start, end, what, unit = made
    value = number.plain + ("%" if number.percent else "")
    named = unit or ("%" if number.percent else what)
    end += scene.text[end : end + 1] == "%"
    claims = [Claim("value", number.plain, number.text, bound=Bound(number.bound), unit=named)]
    claims += [Claim("counted", what, "", lang)] if what else []
    sure = 0.8 if number.words and unit != "届" else 0.9  # sessions are counted in words and by a pattern that is tight
    return scene.draft(Ref("Figure", f"{value} {what}"), start, end, f"{lang}-figure", sure, *claims, *_subject(scene))


def _subject(scene: Scene) -> list[Claim]:
    event = scene.memory.event or scene.memory.series
    return [Claim("subject", event)] if event else []
