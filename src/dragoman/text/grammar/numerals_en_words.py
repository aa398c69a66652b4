"""English number words and the reader of cardinals: digits and words in groups of falling scale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dragoman.text.grammar.numerals import VULGAR, divide, from_digits

UNITS = {word: n for n, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)} | {"nought": 0, "naught": 0}  # fmt: skip
TENS = {word: n * 10 for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
TENS |= {"fourty": 40}
SCALES = {
    "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "mln": 6, "mil": 6, "mn": 6, "mio": 6, "billion": 9,
    "billions": 9, "bln": 9, "bn": 9, "trillion": 12, "trillions": 12, "tln": 12, "trn": 12, "lakh": 5, "lakhs": 5,
    "crore": 7, "crores": 7,
}  # fmt: skip
LETTERS = {"k": 3, "m": 6, "mm": 6, "b": 9, "g": 9, "t": 12}  # only just after digits
ORDINALS = {word: n for n, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth".split(), 1
)} | {"nineth": 9}  # fmt: skip
TENTHS = {word: n * 10 for n, word in enumerate(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), 2
)}  # fmt: skip
SCALE_ORDINALS = {"hundredth": 2, "thousandth": 3, "millionth": 6, "billionth": 9, "trillionth": 12}
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
# Words a numeral can begin with; "a" and "an" need a look at what follows.
STARTERS = frozenset([*UNITS, *TENS, *ORDINALS, *TENTHS, *PARTS, "hundred", "minus", "negative", "a", "an", "trillionth"])
DOZENS = frozenset(["dozen", "dozens", "dzs", "dozs", "doz"])
WORDS = frozenset([*UNITS, *TENS, *SCALES, *ORDINALS, *TENTHS, *SCALE_ORDINALS, *PARTS, *DOZENS,
                   "hundred", "hundreds", "a", "an", "and", "point", "minus", "negative", "over", "out"])  # fmt: skip
TOKEN = re.compile(
    r"(?P<num>(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}|\d+)"
    r"(?:[.,]\d+)?(?![.,]?\d)|\d+|(?<!\d)\.\d+)|(?P<word>[A-Za-z]+)|(?P<frac>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
)
GAP = re.compile(r"\s*-\s*|\s+|")


@dataclass(slots=True)
class Token:
    kind: str  # num, unit, tens, hundred, scale, ord, part, dozen, a, and, point, over, out
    value: Decimal
    start: int
    end: int
    word: str


def _token(text: str, at: int, stop: int, glued: bool = False) -> Token | None:
    """The numeral token at `at`, after white space or a hyphen; None where there is none."""
    if not glued:
        gap = GAP.match(text, at, stop)
        at = gap.end() if gap else at
    match = TOKEN.match(text, at, stop)
    if match is None:
        return None
    if match.lastgroup == "num":
        value = from_digits(match[0], False)
        return None if value is None else Token("num", value, match.start(), match.end(), "")
    if match.lastgroup == "frac":
        top, bottom = VULGAR[match[0]]
        value = divide(Decimal(top), Decimal(bottom))
        return None if value is None else Token("vulgar", value, match.start(), match.end(), "")
    return _word(match[0].lower(), match.start(), match.end())


def _word(word: str, start: int, end: int) -> Token | None:
    if word not in WORDS and not (word.endswith("s") and word[:-1] in WORDS):
        return None
    plural = word.endswith("s") and word[:-1] in WORDS
    base = word[:-1] if plural and (word[:-1] in ORDINALS or word[:-1] in TENTHS or word[:-1] in SCALE_ORDINALS) else word
    for kind, table in (("unit", UNITS), ("tens", TENS), ("ord", ORDINALS), ("ordtens", TENTHS)):
        if base in table:
            return Token(kind, Decimal(table[base]), start, end, word)
    if base in SCALES:
        return Token("scale", Decimal(10) ** SCALES[base], start, end, word)
    if base in SCALE_ORDINALS:
        return Token("ordscale", Decimal(10) ** SCALE_ORDINALS[base], start, end, word)
    if base in PARTS:
        return Token("part", Decimal(PARTS[base]), start, end, word)
    if base in DOZENS:
        return Token("dozen", Decimal(12), start, end, word)
    kind = {"hundred": "hundred", "hundreds": "hundred", "a": "a", "an": "a"}.get(base, base)
    return Token(kind, Decimal(100 if kind == "hundred" else 1), start, end, word)


class Reader:
    """Reads one numeral by recursive descent; each method returns a value and the place after it, or None."""

    def __init__(self, text: str, stop: int) -> None:
        self.text, self.stop = text, stop
        self.scaled = False
        self._seen: dict[int, Token | None] = {}  # the rules look at one place many times

    def tok(self, at: int, *kinds: str) -> Token | None:
        """The token at `at` if it is one of `kinds`."""
        if at not in self._seen:
            self._seen[at] = _token(self.text, at, self.stop)
        token = self._seen[at]
        return token if token is not None and token.kind in kinds else None

    def small(self, at: int) -> tuple[Decimal, int] | None:
        """A number word below 100."""
        token = self.tok(at, "unit", "tens")
        if token is None:
            return None
        if token.kind == "tens":
            unit = self.tok(token.end, "unit")
            if unit and 0 < unit.value < 10:
                return token.value + unit.value, unit.end
        return token.value, token.end

    def group(self, at: int) -> tuple[Decimal, int, bool] | None:
        """Digits or words up to the next scale word; the flag says that it was bare digits."""
        num = self.tok(at, "num")
        if num:
            hundred = self.tok(num.end, "hundred")
            return self._after_hundred(num.value * 100, hundred.end) if hundred else (num.value, num.end, True)
        small = self.small(at)
        if small:
            hundred = self.tok(small[1], "hundred")
            return self._after_hundred(small[0] * 100, hundred.end) if hundred else (*small, False)
        article = self.tok(at, "a")
        hundred = self.tok(article.end if article else at, "hundred")
        if hundred and (article or self.tok(hundred.end, "scale")) and hundred.word == "hundred":
            return self._after_hundred(Decimal(100), hundred.end)
        if article and self.tok(article.end, "scale"):
            return Decimal(1), article.end, False
        return None

    def _after_hundred(self, value: Decimal, at: int) -> tuple[Decimal, int, bool]:
        both = self.tok(at, "and")
        rest = self.small(both.end if both else at)
        if rest is None and both:
            num = self.tok(both.end, "num")
            rest = (num.value, num.end) if num and num.value < 100 and num.value % 1 == 0 and num.value > 0 else None
        if rest and both:
            part = self.tok(rest[1], "part", "ordscale")
            rest = None if part and part.word.endswith("s") else rest
        if rest and not self.tok(rest[1], "hundred") and rest[0] > 0:
            return value + rest[0], rest[1], False
        return value, at, False

    def cardinal(self, at: int) -> tuple[Decimal, int] | None:
        """A whole or decimal number with its scale words: groups of falling scale, joined with or without "and"."""
        first = self.group(at)
        if first is None:
            return None
        value, at, bare = first
        total, limit = Decimal(0), Decimal(0)
        while True:
            scale, after = self.scale_at(at)
            if scale == 1 and limit == 0:
                return self._point(value, at, bare)
            if limit and value * scale >= limit:
                break
            total, at, limit = total + value * scale, after, scale
            if scale == 1:
                break
            both = self.tok(at, "and")
            following = self.group(both.end if both else at)
            if following is None or not self._fits(following, both is not None, limit):
                break
            value, next_at, bare = following
            if value * self.scale_at(next_at)[0] >= limit or (both and self._parts_follow(next_at, value)):
                break
            at = next_at
        return total, at

    def _parts_follow(self, at: int, value: Decimal) -> bool:
        """Whether `value` counts the parts of a fraction, as in five billion and three quarters."""
        token = self.tok(at, "part", "ord", "ordtens", "ordscale")
        return token is not None and (token.word.endswith("s") or (value == 1 and token.kind == "part"))

    def _fits(self, following: tuple[Decimal, int, bool], joined: bool, limit: Decimal) -> bool:
        value, at, bare = following
        if not bare:
            return value > 0
        scaled = self.scale_at(at)[0] > 1
        return scaled or (joined and limit <= 1000 and value < limit and value % 1 == 0 and value > 0)

    def scale_at(self, at: int) -> tuple[Decimal, int]:
        """The product of the scale words at `at`, 1 without any, and the place after them."""
        product = Decimal(1)
        while True:
            token = self.tok(at, "scale") or (self.tok(at, "dozen") if product == 1 else None)
            if token is None:
                return product, at
            if token.word in ("mil", "mn", "mio", "mm") and product != 1:
                return product, at
            product, at = product * token.value, token.end
            self.scaled = True

    def _point(self, value: Decimal, at: int, bare: bool) -> tuple[Decimal, int]:
        point = None if bare else self.tok(at, "point")
        if point is None:
            return value, at
        digits, end = "", point.end
        while True:
            small = self.small(end)
            if small is None:
                break
            digits, end = digits + str(small[0]), small[1]
        return (value + Decimal(f"0.{digits}"), end) if digits else (value, at)
