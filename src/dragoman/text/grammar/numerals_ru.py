"""Russian numerals in every case form: digits, words, scales, fractions, ordinals (девятая, 9-я)."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dragoman.text.grammar.numerals import Numeral, divide, from_digits

Group = tuple[Decimal, int]


def _forms() -> dict[str, tuple[str, int]]:
    """Every inflected form with its kind (unit, teen, tens, hundred) and value."""
    made: dict[str, tuple[str, int]] = {}
    units = {
        0: "ноль нуль нуля ноля", 1: "один одна одно одного одной одному одним одном одну", 2: "два две двух двум двумя",
        3: "три трех трем тремя", 4: "четыре четырех четырем четырьмя", 5: "пять пяти пятью", 6: "шесть шести шестью",
        7: "семь семи семью", 8: "восемь восьми восемью восьмью", 9: "девять девяти девятью",
    }  # fmt: skip
    teens = "десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
    tens = {
        20: "двадцать двадцати двадцатью", 30: "тридцать тридцати тридцатью", 40: "сорок сорока",
        50: "пятьдесят пятидесяти пятьюдесятью", 60: "шестьдесят шестидесяти шестьюдесятью",
        70: "семьдесят семидесяти семьюдесятью", 80: "восемьдесят восьмидесяти восемьюдесятью", 90: "девяносто девяноста",
    }  # fmt: skip
    hundreds = {100: "сто ста", 200: "двести двухсот двумстам двумястами двухстах",
                300: "триста трехсот тремстам тремястами трехстах",
                400: "четыреста четырехсот четыремстам четырьмястами четырехстах"}  # fmt: skip
    for n, (stem, oblique) in enumerate(
        [("пять", "пяти"), ("шесть", "шести"), ("семь", "семи"), ("восемь", "восьми"), ("девять", "девяти")], 5
    ):
        hundreds[n * 100] = f"{stem}сот {oblique}сот {oblique}стам {stem}юстами {oblique}стах"
    for kind, table in (("unit", units), ("tens", tens), ("hundred", hundreds)):
        for value, words in table.items():
            made |= dict.fromkeys(words.split(), (kind, value))
    for value, stem in enumerate(teens.split(), 10):
        made |= {stem + ending: ("teen", value) for ending in ("ь", "и", "ью")}
    return made


FORMS = _forms()
SCALES = {"тыс": 3, "млн": 6, "млрд": 9, "трлн": 12}
SCALES |= {f"тысяч{e}": 3 for e in ("а", "и", "", "е", "у", "ей", "ью", "ам", "ами", "ах")}
SCALES |= {
    stem + e: power
    for stem, power in (("миллион", 6), ("миллиард", 9), ("триллион", 12))
    for e in ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
}
ALONE = frozenset(["тысяча", "тысячу", "миллион", "миллиард", "триллион"])  # the singular says "one" by itself
STEMS = {
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9, "десят": 10,
    "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16,
    "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30, "сороков": 40, "пятидесят": 50,
    "шестидесят": 60, "семидесят": 70, "восьмидесят": 80, "девяност": 90, "сот": 100, "двухсот": 200, "тысячн": 1000,
}  # fmt: skip
ENDINGS = ("ый", "ой", "ий", "ая", "ое", "ого", "ому", "ым", "ом", "ую", "ые", "ых", "ыми", "ья", "ье", "ьего", "ьей", "ьему",
           "ьим", "ьем", "ью", "ьи", "ьих", "ьими")  # fmt: skip
ORDINALS = {stem + e: value for stem, value in STEMS.items() for e in ENDINGS if (e[0] == "ь" or e == "ий") == (stem == "трет")}
HALVES = {"полтора": "1.5", "полторы": "1.5", "полутора": "1.5", "половина": "0.5", "половины": "0.5", "половину": "0.5",
          "половиной": "0.5", "половине": "0.5"}  # fmt: skip
PARTS = {"треть": 3, "трети": 3, "третей": 3, "четверть": 4, "четверти": 4, "четвертей": 4}
WORDS = frozenset([*FORMS, *SCALES, *ORDINALS, *HALVES, *PARTS])

WORD = re.compile(r"[А-Яа-яЁё]+|(?<![\d.,])\d")
NUMBER = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d+(?:[.,]\d+)?(?![.,]\d)|\d+"
)
NTH = re.compile(r"-(?:й|я|е|го|му|м|ю|ого|ому|ый|ой|ий|ая|ое|ую|ые|ых|х|ми)(?![а-яё])")
OBLIQUE = re.compile(r"-(?:ти|и|мя|ми|х)(?![а-яё])")
GAP = re.compile(r"[ \u00a0\u202f\n]{1,2}|-(?=[а-яё])|")
PERCENT = re.compile(r"\s?(?:%|процент(?:а|ов|ы|ам|ами|ах)?\b|процентн\w+\s+пункт\w*)")
SIGN = re.compile(r"(?<![\w.)\]])[-−]$|\bминус\s$")
LETTER_BEFORE = re.compile(r"[A-Za-zА-Яа-яЁё_]$")
STUCK = re.compile(r"[A-Za-zА-Яа-яЁё_]")
DOT = re.compile(r"\.(?=\s|$|,|\))")


def find(text: str, start: int, stop: int) -> Iterator[Numeral]:
    """Every numeral of the window, in order; ordinals too."""
    at = start
    for trigger in WORD.finditer(text, start, stop):
        begin = trigger.start()
        if begin < at:
            continue
        digit = trigger[0].isdigit()
        if not digit and _fold(trigger[0]) not in WORDS:
            continue
        made = _digits(text, begin, stop) if digit else _words(text, begin, stop)
        if made is not None:
            at = made.end
            yield made
        elif digit:
            run = NUMBER.match(text, begin, stop)
            at = run.end() if run else begin + 1


def _fold(word: str) -> str:
    return word.lower().replace("ё", "е")


def _next(text: str, at: int, stop: int) -> tuple[str, int, int] | None:
    gap = GAP.match(text, at, stop)
    begin = gap.end() if gap else at
    match = WORD.match(text, begin, stop)
    if match is None or match[0].isdigit():
        return None
    return _fold(match[0]), begin, match.end()


def _digits(text: str, at: int, stop: int) -> Numeral | None:
    match = NUMBER.match(text, at, stop)
    value = from_digits(match[0], True) if match else None
    if match is None or value is None or LETTER_BEFORE.search(text, max(0, at - 1), at):
        return None
    end = match.end()
    oblique = OBLIQUE.match(text, end, stop)
    nth = NTH.match(text, end, stop)
    if nth and not (oblique and (value <= 4 or oblique[0] != "-х")):
        return Numeral(at, nth.end(), value, ordinal=True)
    if oblique:
        end = oblique.end()
    elif STUCK.match(text, end, stop):
        glued = _next(text, end, stop)
        if glued is None or glued[0] not in SCALES:
            return None
    sign = SIGN.search(text, max(0, at - 6), at)
    begin = sign.start() if sign else at
    total, end, scaled = _scaled(text, value, end, stop)
    return _closed(text, begin, end, -total if sign else total, stop, scaled=scaled)


def _closed(text: str, begin: int, end: int, value: Decimal, stop: int, *, scaled: bool, words: bool = False) -> Numeral:
    percent = PERCENT.match(text, end, stop) is not None
    return Numeral(begin, end, value, percent=percent, words=words, scaled=scaled)


def _scaled(text: str, value: Decimal, at: int, stop: int) -> tuple[Decimal, int, bool]:
    """A value with the scale words after it and the smaller groups after those."""
    total, limit, scaled = Decimal(0), Decimal(0), False
    while True:
        scale, after = _scale(text, at, stop)
        if scale == 1 or (limit and value * scale >= limit):
            break
        total, at, limit, scaled = total + value * scale, after, scale, True
        following = _small(text, at, stop) or _digit_group(text, at, stop)
        if following is None or following[0] * _scale(text, following[1], stop)[0] >= limit:
            return total, at, scaled
        value, at = following
    return total + value, at, scaled


def _scale(text: str, at: int, stop: int) -> tuple[Decimal, int]:
    product = Decimal(1)
    while True:
        word = _next(text, at, stop)
        if word is None or word[0] not in SCALES:
            return product, at
        product, at = product * Decimal(10) ** SCALES[word[0]], word[2]
        dot = DOT.match(text, at, stop) if word[0] in ("тыс", "млн", "млрд", "трлн") else None
        follows = _lower_follows(text, dot.end(), stop) if dot else False
        at = dot.end() if dot and follows else at


def _lower_follows(text: str, at: int, stop: int) -> bool:
    """Whether the sentence goes on after the dot of an abbreviation."""
    rest = text[at : min(stop, at + 3)].lstrip()
    return bool(rest) and (rest[0].islower() or rest[0] in "$€£¥₽,)")


def _small(text: str, at: int, stop: int) -> Group | None:
    """Words below a thousand: hundreds, tens, units in falling order."""
    value, end, rank = Decimal(0), at, 4
    ranks = {"hundred": 3, "tens": 2, "teen": 1, "unit": 1}
    while True:
        word = _next(text, end, stop)
        form = FORMS.get(word[0]) if word else None
        if word is None or form is None or ranks[form[0]] >= rank or (form[0] == "teen" and value % 100):
            return (value, end) if rank < 4 else None
        value, end, rank = value + form[1], word[2], ranks[form[0]]


def _digit_group(text: str, at: int, stop: int) -> Group | None:
    """Digits that go on a numeral: only with a scale word of their own (1 млн 200 тыс.)."""
    gap = GAP.match(text, at, stop)
    match = NUMBER.match(text, gap.end() if gap else at, stop)
    value = from_digits(match[0], True) if match else None
    if match is None or value is None or _scale(text, match.end(), stop)[0] == 1:
        return None
    return value, match.end()


def _words(text: str, at: int, stop: int) -> Numeral | None:
    word = _next(text, at, stop)
    if word is None:
        return None
    half = HALVES.get(word[0])
    if half:
        total, end, scaled = _scaled(text, Decimal(half), word[2], stop)
        return _closed(text, at, end, total, stop, scaled=scaled, words=True)
    if word[0] in ORDINALS:
        return Numeral(at, word[2], Decimal(ORDINALS[word[0]]), ordinal=True, words=True)
    if word[0] in ALONE or word[0] in ("треть", "четверть"):
        part = PARTS.get(word[0])
        value = divide(Decimal(1), Decimal(part)) if part else None
        if value is not None:
            return Numeral(at, word[2], value, words=True)
        total, end, scaled = _scaled(text, Decimal(1), at, stop)
        return _closed(text, at, end, total, stop, scaled=scaled, words=True)
    group = _small(text, at, stop)
    return _after_group(text, at, group, stop) if group else None


def _after_group(text: str, at: int, group: Group, stop: int) -> Numeral | None:
    """What may follow small words: an ordinal (двадцать пятый), a fraction (две трети), a scale."""
    total, end, scaled = _scaled(text, *group, stop)
    word = _next(text, end, stop)
    if word and word[0] in ORDINALS and total % 10 == 0 and total % 100 != 10 and total >= 20 and ORDINALS[word[0]] < 10:
        return Numeral(at, word[2], total + ORDINALS[word[0]], ordinal=True, words=True)
    if word and word[0] in PARTS and word[0] not in ("треть", "четверть") and total < PARTS[word[0]]:
        value = divide(total, Decimal(PARTS[word[0]]))
        return None if value is None else Numeral(at, word[2], value, words=True)
    pronoun = total == 1 and not scaled and _fold(text[at:end]) in ("один", "одна", "одно", "одного", "одной", "одним", "одном")
    if pronoun and re.search(r"(?:\bни|\bещё|\bеще|\bпо)\s$", text[max(0, at - 5) : at]):
        return None
    return _closed(text, at, end, total, stop, scaled=scaled, words=True)
