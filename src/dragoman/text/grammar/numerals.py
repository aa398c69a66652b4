"""What the numerals of every language share: the numeral found, digits with separators, exact arithmetic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation, localcontext

WIDE = str.maketrans("０１２３４５６７８９．，／％－＋：＾ｅ", "0123456789.,/%-+:^e")
PRECISION = 15  # significant digits of a fraction: what a double holds, and enough for any figure met
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
          "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip
POWER = re.compile(r"(?:e([-+]?\d+)|\s?[x×]\s?10\^([-+]?\d+)|\^([-+]{0,2}\d+))(?![\d.]*\w)", re.IGNORECASE)


@dataclass(slots=True, unsafe_hash=True)
class Numeral:
    """A numeral as a grammar reads it: `text[start:end]` says `value`; `scaled` where a word such as million is in it."""

    start: int
    end: int
    value: Decimal
    ordinal: bool = False
    percent: bool = False
    words: bool = False
    scaled: bool = False
    approximate: str = ""  # a bound within the numeral itself, as the 余 of 500余万


def divide(top: Decimal, bottom: Decimal) -> Decimal | None:
    """The quotient to 15 significant digits; None for a division by zero."""
    if not bottom:
        return None
    with localcontext() as context:
        context.prec = PRECISION
        return top / bottom


def raised(base: Decimal, match: re.Match[str]) -> Decimal | None:
    """`base` with the exponent of a POWER match; None where it is out of any sense."""
    ten, power = match[1] or match[2], match[3]
    exponent = int((ten or power).replace("--", "").replace("+", ""))
    if abs(exponent) > 300:
        return None
    with localcontext() as context:
        context.prec = PRECISION
        try:
            if ten:
                return base.scaleb(exponent)
            return base.copy_abs() ** exponent * (-1 if base < 0 else 1)
        except (InvalidOperation, ZeroDivisionError):
            return None


def plain(value: Decimal) -> str:
    """A plain decimal string: no exponent, no zeros at the end of a fraction."""
    shown = format(value, "f")
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return "0" if shown in ("-0", "") else shown


def from_digits(raw: str, decimal_comma: bool) -> Decimal | None:
    """The value of digits with separators; None where they fit no way of writing.

    A last separator followed by other than three digits is the decimal point whatever it is; one kind of separator
    repeated, or followed by three digits, separates thousands, unless the language writes decimals with it.
    """
    bare = raw.translate(WIDE)
    for space in (" ", "\u00a0", "\u202f", "\u2009", "'", "’"):
        bare = bare.replace(space, "")
    dot, comma = bare.rfind("."), bare.rfind(",")
    if dot >= 0 and comma >= 0:
        mark = "." if dot > comma else ","
        other = "," if mark == "." else "."
        bare = bare.replace(other, "").replace(mark, ".")
    elif comma >= 0:
        bare = _one_mark(bare, ",", decimal_comma)
    elif dot >= 0:
        bare = _one_mark(bare, ".", not decimal_comma)
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def _one_mark(bare: str, mark: str, is_decimal: bool) -> str:
    parts = bare.split(mark)
    if len(parts) == 2 and (is_decimal or len(parts[1]) != 3 or not parts[0] or parts[0] == "0"):
        return f"{parts[0] or '0'}.{parts[1]}"
    return "".join(parts)
