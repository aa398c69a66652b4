"""English numerals in a text: cardinals with sign, fraction, power, percent; ordinals in words and digits."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dragoman.text.grammar.numerals import POWER, Numeral, divide, raised
from dragoman.text.grammar.numerals_en_words import ORDINALS, STARTERS, TENS, TENTHS, UNITS, WORDS, Reader, Token
from dragoman.text.grammar.openers_en import openers

NOT_PRONOUN = re.compile(r"\b(?:the|this|that|which|each|every|no|any|some|another|last|next|first|only|previous|current)\s+$",
                         re.IGNORECASE)  # fmt: skip

SLASH = re.compile(r"\s?/\s?(\d+)(?![\d/]|\.\d)")
LETTER = re.compile(r"\s{0,2}(k|mm|mil|bln|bn|[bgmt])\b", re.IGNORECASE)
NTH = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
PERCENT = re.compile(r"\s?(?:%|percent\b|per\s?cent\b|percentage\s+points?\b|pct\b)", re.IGNORECASE)
SIGN = re.compile(r"(?<![\w.)\]])[-−–]\s{0,2}$")
CODES = "USD|EUR|GBP|CNY|RMB|RUB|JPY|HKD|AUD|CAD|CHF|SGD|INR|KRW|KZT|NZD|SEK|NOK|DKK|PLN|TRY|BRL|MXN|ZAR"
GLUED_CODE = re.compile(rf"(?<![A-Za-z])(?:{CODES})$")
CODE_AFTER = re.compile(rf"(?:{CODES})(?![A-Za-z])")
LETTER_BEFORE = re.compile(r"[A-Za-z_]$")


_AFTER_A = "|".join(["hundred", "thousand", "million", "billion", "trillion", "lakh", "crore", "dozen", "half", *(w for w in ORDINALS if w not in ("first", "second")), *TENTHS, *TENS,
                     "quarter", "hundredth", "thousandth", "millionth", "billionth", "trillionth"])  # fmt: skip
AFTER_A = re.compile(rf"\s+(?:{_AFTER_A})", re.IGNORECASE)


def find(text: str, start: int, stop: int) -> Iterator[Numeral]:
    """Every numeral of the window, in order; ordinals too."""
    at = start
    for begin, end, word in openers(text, start, stop)[1]:
        if word.isalpha():
            if begin < at or word not in STARTERS or (word in ("a", "an") and not AFTER_A.match(text, end, stop)):
                continue
        elif begin > start and word[0].isdigit() and text[begin - 1] == ".":
            if begin - 1 < at or (begin - 1 > start and text[begin - 2] in "0123456789."):
                continue
            begin -= 1
        if begin < at:
            continue
        made = numeral(text, begin, stop)
        if made is not None:
            at = made.end
            yield made
        elif not word.isalpha():
            run = DIGIT_RUN.match(text, begin, stop)
            at = run.end() if run else end


DIGIT_RUN = re.compile(r"[.,]?\d+(?:[.,]\d+)*")
OUT_OF = re.compile(r"\s+out\s+of\s+")
OVER = re.compile(r"\s+over\s+")
ONE_IN = re.compile(r"\s+in\s+")
ENDS = re.compile(r"s?\s*(?:$|[.,;:!?)])")
OF_A = re.compile(r"\s+of\s+(?=a\s)")


def numeral(text: str, at: int, stop: int) -> Numeral | None:
    """The numeral that begins at `at`, as long as it can be."""
    quick = _quick(text, at, stop)
    if quick:
        return quick
    reader = Reader(text, stop)
    head = reader.tok(at, "minus", "negative")
    if head:
        inner = numeral(text, _skip(text, head.end), stop)
        if inner is None or inner.ordinal or inner.value < 0:
            return None
        return Numeral(at, inner.end, -inner.value, percent=inner.percent, words=True, scaled=inner.scaled)
    if text[at].isdigit() or text[at] == ".":
        return _digits(reader, at)
    if text[at] in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞":
        token = reader.tok(at, "vulgar")
        return Numeral(at, token.end, token.value) if token else None
    return _words(reader, at)


PLAIN = re.compile(
    r"(?:\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?)(?![.,]?\d|[A-Za-z_/½⅓⅔¼¾^×%])(?:[\s\xa0\u202f-]{1,3}(?P<next>[A-Za-z]+|.))?"
)
LONE = re.compile(r"(?P<word>[A-Za-z]+)(?:[\s-]{1,3}(?P<next>[A-Za-z]+|.))?")
GOES_ON = frozenset(["k", "m", "b", "g", "t", "mm", "mil", "bn", "bln", "x", "percent", "per", "percentage", "pct", "in"])


def _quick(text: str, at: int, stop: int) -> Numeral | None:
    """A number with nothing behind it that goes on a numeral: most numbers of a text, read without the grammar."""
    char = text[at]
    if char.isdigit():
        match = PLAIN.match(text, at, stop)
        if match is None or (at and _runs_on(text, at)):
            return None
        following = (match["next"] or "").lower()
        if following in WORDS or following in GOES_ON or following.isdigit() or following in "½⅓⅔¼¾%/":
            return None if following else _plain(match[0].strip(), at)
        return _plain(match[0][: match.start("next") - at].rstrip(" \t\n\xa0\u202f-"), at)
    match = LONE.match(text, at, stop) if char.isalpha() else None
    if match is None or match["word"].lower() not in UNITS or (match["next"] or "").lower() in WORDS:
        return None
    word = match["word"].lower()
    following = (match["next"] or "").lower()
    if word == "one" or following in GOES_ON or following[:-1] in WORDS:
        return None
    return Numeral(at, match.end("word"), Decimal(UNITS[word]), words=True)


def _runs_on(text: str, at: int) -> bool:
    """Whether what stands before belongs to the number, as its sign may."""
    before = text[at - 1]
    return before in "-−/_" or before.isalpha() or (at > 1 and text[at - 2] == "-" and before.isspace())


def _plain(digits: str, at: int) -> Numeral:
    return Numeral(at, at + len(digits), Decimal(digits.replace(",", "")))


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " -\u00a0":
        at += 1
    return at


def _digits(reader: Reader, at: int) -> Numeral | None:
    text, stop = reader.text, reader.stop
    num = reader.tok(at, "num")
    if num is None or (LETTER_BEFORE.search(text, max(0, at - 1), at) and not GLUED_CODE.search(text, max(0, at - 4), at)):
        return None
    begin = _signed(text, at)
    sign = -1 if begin < at else 1
    value = num.value * sign
    nth = NTH.match(text, num.end, stop)
    if nth and value == value.to_integral_value():
        return Numeral(at, nth.end(), num.value, ordinal=True)
    power = POWER.match(text, num.end, stop)
    if power:
        made = raised(value, power)
        return None if made is None else Numeral(begin, power.end(), made)
    mixed = _slashed(reader, num)
    if mixed:
        return Numeral(begin, mixed[1], mixed[0] * sign)
    letter = LETTER.match(text, num.end, stop)
    if letter and not (letter[1] == "m" and letter.start() + 1 == letter.end()) and not _is_unit(letter[0]):
        return Numeral(begin, letter.end(), value * Decimal(10) ** power_of(letter[1]), scaled=True)
    found = reader.cardinal(at)
    if found is None:
        return None
    total, end = _fraction(reader, *found)
    stuck = end == num.end and end < stop and (text[end] == "_" or (text[end].isalpha() and text[end].isascii()))
    if stuck and not CODE_AFTER.match(text, end, stop):
        return None  # a unit or a name is stuck to it: 29km, 180ml, 5G-based
    return _closed(reader, begin, end, total * sign)


def power_of(letter: str) -> int:
    """The power of ten of a letter that stands just after digits."""
    return {"k": 3, "m": 6, "mm": 6, "mil": 6, "b": 9, "bn": 9, "bln": 9, "g": 9, "t": 12}[letter.lower()]


def _is_unit(letter: str) -> bool:
    return letter.strip() in ("m", "g", "t", "b") and letter != letter.strip()  # 5 m, 3 t: metres and tonnes


def _signed(text: str, at: int) -> int:
    sign = SIGN.search(text, max(0, at - 4), at)
    return sign.start() if sign else at


def _closed(reader: Reader, begin: int, end: int, value: Decimal, words: bool = False) -> Numeral:
    percent = PERCENT.match(reader.text, end, reader.stop) is not None
    return Numeral(begin, end, value, percent=percent, words=words, scaled=reader.scaled)


def _slashed(reader: Reader, num: Token) -> tuple[Decimal, int] | None:
    """`3/4` and `1 3/4`; not dates and not series of numbers."""
    text, stop = reader.text, reader.stop
    if (
        text[max(0, num.start - 1) : num.start] == "/"
        or re.match(r"\d-", text[max(0, num.start - 2) : num.start])
        or "." in text[num.start : num.end]
    ):
        return None
    slash = SLASH.match(text, num.end, stop)
    if slash:
        made = divide(num.value, Decimal(slash[1]))
        return None if made is None else (made, slash.end())
    vulgar = reader.tok(num.end, "vulgar")
    if vulgar:
        return num.value + vulgar.value, vulgar.end
    second = reader.tok(num.end, "num") if num.end < stop and text[num.end] == " " else None
    slash = SLASH.match(text, second.end, stop) if second and second.end - second.start <= 2 else None
    if slash and second:
        made = divide(second.value, Decimal(slash[1]))
        return None if made is None else (num.value + made, slash.end())
    return None


def _words(reader: Reader, at: int) -> Numeral | None:
    text = reader.text
    ordinal = _ordinal(reader, at)
    part = _part(reader, at)
    cardinal = reader.cardinal(at)
    fraction = _fraction(reader, *cardinal) if cardinal else None
    best = max((c for c in (part, fraction) if c is not None), key=lambda c: c[1], default=None)
    if ordinal and (best is None or ordinal[1] > best[1]):
        return Numeral(at, ordinal[1], ordinal[0], ordinal=True, words=True)
    if best is None:
        return _dozen(reader, at)
    one = text[at : best[1]].lower() == "one"
    if one and NOT_PRONOUN.search(text, max(0, at - 12), at):
        return None
    return _closed(reader, at, best[1], best[0], words=True)


def _dozen(reader: Reader, at: int) -> Numeral | None:
    """A dozen, half a dozen."""
    half = reader.tok(at, "part")
    article = reader.tok(half.end if half else at, "a")
    dozen = reader.tok(article.end, "dozen") if article else None
    if dozen is None:
        return None
    value = dozen.value / half.value if half else dozen.value
    return Numeral(at, dozen.end, value, words=True)


def _denominator(reader: Reader, at: int) -> tuple[Decimal, int, bool] | None:
    """What a fraction is divided by: half, quarters, fifths, twenty-firsts; the flag says that it is a plural."""
    token = reader.tok(at, "part", "ord", "ordtens", "ordscale")
    if token:
        return token.value, token.end, token.word.endswith("s")
    tens = reader.tok(at, "tens")
    unit = reader.tok(tens.end, "ord") if tens else None
    if tens and unit and unit.value < 10:
        return tens.value + unit.value, unit.end, unit.word.endswith("s")
    hundred = reader.cardinal(at)
    unit = reader.tok(hundred[1], "ord", "ordtens") if hundred and hundred[0] >= 100 else None
    both = reader.tok(hundred[1], "and") if hundred and not unit else None
    unit = reader.tok(both.end, "ord", "ordtens") if both else unit
    if hundred and unit:
        return hundred[0] + unit.value, unit.end, unit.word.endswith("s")
    return None


def _proper(reader: Reader, at: int) -> tuple[Decimal, int] | None:
    """A fraction in words: two thirds, a half, one eighth, three twenty-firsts."""
    article = reader.tok(at, "a")
    top = (Decimal(1), article.end) if article else reader.cardinal(at)
    options = [top] if top else []
    small = reader.small(at)
    if small and top and small != top:
        options.insert(0, small)
    unit = reader.tok(at, "unit")
    if unit and small and unit.end != small[1]:
        options.insert(0, (unit.value, unit.end))
    tens = reader.tok(at, "tens")
    if tens and top and tens.end != top[1]:
        options.insert(0, (tens.value, tens.end))
    many = reader.cardinal(at) if article else None
    options += [many] if many else []
    for value, end in reversed(options):
        bottom = _denominator(reader, end)
        if bottom is None or (value != 1 and not bottom[2]) or (value == 1 and bottom[2]):
            continue
        if bottom[0] in (1, 2) and "half" not in reader.text[end : bottom[1]].lower():
            continue
        made = divide(value, bottom[0])
        if made is not None:
            return made, bottom[1]
    return None


def _fraction(reader: Reader, value: Decimal, end: int) -> tuple[Decimal, int]:
    """A cardinal with the fraction that may follow it: and a half, over three, out of five."""
    both = reader.tok(end, "and")
    proper = _proper(reader, both.end) if both else None
    if proper:
        return _scaled_fraction(reader, value, *proper)
    return _ratio(reader, value, end)


def _scaled_fraction(reader: Reader, value: Decimal, part: Decimal, end: int) -> tuple[Decimal, int]:
    scale, after = reader.scale_at(end)
    if scale > 1:
        return (value * scale + part * scale, after) if value < 1000 else (value + part * scale, after)
    base = Decimal(1)
    if reader.scaled:
        while value % (base * 1000) == 0 and base < value:
            base *= 1000
    return value + part * base, end


def _ratio(reader: Reader, value: Decimal, end: int) -> tuple[Decimal, int]:
    text, stop = reader.text, reader.stop
    for joint, closed in ((OUT_OF, False), (OVER, True), (ONE_IN, True)):
        match = joint.match(text, end, stop)
        if match is None or (joint is ONE_IN and value != 1):
            continue
        bottom = reader.cardinal(match.end())
        if bottom is None or (joint is OUT_OF and bottom[0] <= value) or (closed and not ENDS.match(text, bottom[1])):
            continue
        made = divide(value, bottom[0])
        if made is not None:
            return made, bottom[1]
    return value, end


def _part(reader: Reader, at: int) -> tuple[Decimal, int] | None:
    """A fraction that opens a numeral: half, two thirds of a million, quarter million, half a million."""
    proper = _proper(reader, at)
    if proper is None:
        half = reader.tok(at, "part")
        if half is None or half.word.endswith("s"):
            return None
        proper = (1 / half.value, half.end)
        article = reader.tok(half.end, "a")
        scale = reader.tok(article.end, "scale", "dozen") if article else None
        if scale:
            return proper[0] * scale.value, scale.end
        if half.word == "quarter" and not reader.tok(half.end, "scale"):
            return None  # a quarter of a year more often than a fourth
    of = OF_A.match(reader.text, proper[1], reader.stop)
    article = reader.tok(of.end(), "a") if of else None
    factor, after = reader.scale_at(article.end if article else proper[1])
    return (proper[0] * factor, after) if factor > 1 else proper


def _ordinal(reader: Reader, at: int) -> tuple[Decimal, int] | None:
    token = reader.tok(at, "ord", "ordtens")
    if token:
        return None if token.word.endswith("s") or _is_time(reader, token) else (token.value, token.end)
    article = reader.tok(at, "a")
    scale = reader.tok(article.end if article else at, "ordscale")
    if scale and not article and not scale.word.endswith("s"):
        return scale.value, scale.end
    found = reader.cardinal(at)
    if found is None:
        return None
    value, end = found
    both = reader.tok(end, "and")
    last = reader.tok(both.end if both else end, "ord", "ordtens", "ordscale")
    if last is None or last.word.endswith("s"):
        return None
    if last.kind == "ordscale":
        return (value * last.value, last.end) if not both and value > 1 else None
    room = value % 100 == 0 or (value % 10 == 0 and value % 100 >= 20 and last.kind == "ord" and last.value < 10)
    return (value + last.value, last.end) if room and value >= 20 else None


def _is_time(reader: Reader, token: Token) -> bool:
    """Whether `second` is the unit of time."""
    if token.word != "second":
        return False
    return (
        re.search(r"(?:\b(?:a|per|each|every|one|split|point)\s|\d\s?)$", reader.text[max(0, token.start - 8) : token.start])
        is not None
    )
