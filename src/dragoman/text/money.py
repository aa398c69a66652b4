"""Money in English, Chinese and Russian: sign, ISO code or word before or after an amount, with scale and bound."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from dragoman.text import numbers, ranges
from dragoman.text.grammar import bounds, currencies
from dragoman.text.grammar.numerals import plain
from dragoman.text.numbers import Number, grammar_of

HINT = {
    "en": re.compile(r"[$€£¥￥₽₩₹₪₴₸₺₫฿₦₱₡₾₭₮₿元ரூ]|[A-Z]{3}|dollar|yuan|euro|yen|r[o]?uble|pound|renminbi|rmb|franc|cent|rupee|won|mark|"
                     r"[a-z]{3}(?=\s?\d)|\d\s?[a-z]{3}\b|kuai|mao|lira|peso|krona|bitcoin", re.IGNORECASE),
    "ru": re.compile(r"[$€£¥₽₸]|[A-Z]{3}|руб|долл|евро|юан|фунт|иен|йен|тенге|франк|рупи|вон|грив|крон|лир|злот|цент|копе|р\.|сум|дирх", re.IGNORECASE),
}  # fmt: skip
SCALE_AFTER = re.compile(r"\s+(million|billion|trillion|mln|bn|m|k)\b", re.IGNORECASE)
POWERS = {"million": 6, "billion": 9, "trillion": 12, "mln": 6, "bn": 9, "m": 6, "k": 3}
JOINT = {"en": re.compile(r"\s+(?:and\s+)?|\s*,\s*"), "zh": re.compile("又?"), "ru": re.compile(r"\s+")}
RENMINBI = re.compile(r"\s?(?:人民币|人民幣)")


@dataclass(slots=True, unsafe_hash=True)
class Money:
    """An amount as written: `text[start:end]` with its currency; `value` a plain decimal in whole units of `currency`.

    `currency` is ISO 4217 (XBT for bitcoin). `assumed`: the words name no country ("$", "pounds"), and the currency is
    the one they mostly mean. `outer_start` and `outer_end` take in the words of the bound. Of a range ("5 to 10 million yuan")
    `value` is the lower end, with the bound "at least" where the words set none, and `upper` the upper one.
    """

    start: int
    end: int
    text: str
    value: str
    currency: str
    original: str
    bound: str = ""
    assumed: bool = False
    outer_start: int = 0
    outer_end: int = 0
    upper: str = ""


def find(text: str, lang: str, start: int = 0, end: int | None = None) -> list[Money]:
    """The amounts of money in `text[start:end]`, in order, without overlaps; offsets are into `text`."""
    stop = len(text) if end is None else min(end, len(text))
    grammar = grammar_of(lang)
    hint = HINT.get(grammar)
    if hint is not None and hint.search(text, start, stop) is None:
        return []
    found: list[Money] = []
    floor = start
    figures = ranges.evened(text, numbers.find(text, lang, start, stop), grammar)
    for n, number in enumerate(figures):
        if number.ordinal or number.percent or number.start < floor:
            continue
        spoken = _spoken(text, found[-1], number) if found and grammar == "en" else None
        if spoken:
            found[-1] = spoken
            floor = spoken.end
            continue
        lower = figures[n - 1] if n and ranges.are_ends(text, figures[n - 1], number, grammar) else None
        made = _money(text, number, grammar, floor, stop)
        if lower is not None and (ranged := _ranged(text, found, lower, number, made)):
            floor = ranged.end
            continue
        if made is None:
            continue
        if found and _both_named(text, found[-1], made, grammar):
            found[-1] = _spanned(text, found[-1], made)
        elif found and (joined := _joined(text, found[-1], made, number, grammar)):
            found[-1] = joined
        else:
            found.append(made)
        floor = found[-1].end
    return found


def _money(text: str, number: Number, lang: str, floor: int, stop: int) -> Money | None:
    value, begin, end = number.value, number.start, number.end
    ahead = currencies.after(lang).match(text, end, stop) if currencies.may_follow(text, end, lang) else None
    behind = (
        currencies.before(lang).search(text[max(floor, begin - 14) : begin]) if currencies.may_precede(text, begin) else None
    )
    if ahead and ahead.end() < stop and ahead["sign"] and text[ahead.end()].isdigit() and behind is None:
        ahead = None  # `3 $50 cards`: the sign belongs to what follows
    if behind and behind["code"] and currencies.WORDLIKE.match(behind["code"]) and not behind["extra"]:
        behind = None
    if ahead and ahead["code"] and currencies.WORDLIKE.match(ahead["code"]) and not ahead["code"].isupper():
        ahead = None
    if behind is None and ahead is None:
        return None
    currency, assumed, factor = "", False, Decimal(1)
    if behind:
        begin = max(floor, begin - 14) + behind.start()
        currency, assumed, factor = _of(behind, lang)
    if ahead and not (behind and ahead["sign"]):
        named, loose, times = _of(ahead, lang)
        if not behind or named == currency or (assumed and loose is False) or lang == "zh":
            end = ahead.end()
            currency, assumed, factor = (named, loose, times) if not behind or not loose else (currency, assumed, factor)
    value = value * factor
    if lang == "zh":
        more = RENMINBI.match(text, end, stop)
        end, currency = (more.end(), "CNY") if more else (end, currency)
    scale = SCALE_AFTER.match(text, end, stop) if lang == "en" and not number.scaled else None
    if scale and ahead and end == ahead.end():
        value, end = value * Decimal(10) ** POWERS[scale[1].lower()], scale.end()
    if not currency:
        return None
    outer, bound = bounds.before(text, begin, lang, floor) if behind else (number.outer_start, number.bound)
    return Money(begin, end, text[begin:end], plain(value), currency, text[begin:end], bound or number.bound, assumed,
                 min(outer, begin), max(end, number.outer_end))  # fmt: skip


def _ranged(text: str, found: list[Money], lower: Number, number: Number, made: Money | None) -> Money | None:
    """Put a range at the end of what was found: the currency stands at one end or at both."""
    left = found[-1] if found and found[-1].start <= lower.start < found[-1].end else None
    if made is None and left is None:
        return None
    if made is not None and left is not None and made.currency != left.currency:
        return None
    known = made or left
    assert known is not None  # noqa: S101 (one of them is there)
    unit = Decimal(made.value) / number.value if made else Decimal(1)
    begin, end = (left.start if left else lower.start), (made.end if made else number.end)
    value = left.value if left else plain(lower.value * unit)
    ranged = replace(
        known, start=begin, end=end, text=text[begin:end], original=text[begin:end], value=value,
        upper=made.value if made else plain(number.value), bound=(left.bound if left else lower.bound) or bounds.LEAST,
        outer_start=left.outer_start if left else min(lower.outer_start, begin), outer_end=max(end, known.outer_end),
    )  # fmt: skip
    found[len(found) - (left is not None) :] = [ranged]
    return ranged


def _both_named(text: str, left: Money, right: Money, lang: str) -> bool:
    """Whether two amounts are the ends of one range: $5 million to $10 million."""
    if left.currency != right.currency or left.upper or not Decimal(left.value) < Decimal(right.value):
        return False
    return ranges.between(text, left.start, left.end, right.start, lang)


def _spanned(text: str, left: Money, right: Money) -> Money:
    whole = text[left.start : right.end]
    return replace(left, end=right.end, text=whole, original=whole, upper=right.value, bound=left.bound or bounds.LEAST,
                   outer_end=right.outer_end)  # fmt: skip


def _of(match: re.Match[str], lang: str) -> tuple[str, bool, Decimal]:
    """The code a match names, whether it is assumed, and what its unit is of the whole one."""
    groups = match.groupdict()
    if groups.get("code"):
        raw = groups["code"].upper()
        code, factor = raw[-3:], Decimal(1)
        if len(raw) > 3:
            factor = Decimal(10) ** 6
        return ("XBT" if code == "BTC" else code), False, factor
    for name, hit in groups.items():
        if name.startswith("c_") and hit:
            return name[2:], False, Decimal(1)
    word = re.sub(r"\s+", " ", (groups.get("word") or groups.get("sign") or "").lower())
    for table, factor in ((currencies.MINOR, Decimal("0.01")), (currencies.TENTHS, Decimal("0.1"))):
        if word in table[lang]:
            return table[lang][word], word in ("cent", "cents"), factor
    names = currencies.table()[1][lang]
    if word in currencies.ASSUMED[lang] and word not in currencies.OWN[lang]:
        return currencies.ASSUMED[lang][word], True, Decimal(1)
    if word in names:
        return names[word], False, Decimal(1)
    return _sign(word), False, Decimal(1)


def _sign(sign: str) -> str:
    bare = sign.replace(" ", "").replace(".", "")
    return next(
        (code for known, code in currencies.SIGNS.items() if known.lower().replace(" ", "").replace(".", "") == bare), ""
    )


CLOSED = re.compile(r"\s*(?:$|[.!?;](?!\d)|more\b)")


def _spoken(text: str, left: Money, number: Number) -> Money | None:
    """Fifteen dollars (and) fifty: a bare number below 100 that closes the phrase counts the smaller unit."""
    if not re.fullmatch(r"\s+(?:and\s+)?", text[left.end : number.start]) or not CLOSED.match(text, number.end):
        return None
    if not text[left.end - 1].isalnum() or Decimal(left.value) % 1 or not 0 < number.value < 100 or number.value % 1:
        return None
    whole = text[left.start : number.end]
    value = plain(Decimal(left.value) + number.value / 100)
    return replace(left, end=number.end, text=whole, original=whole, value=value, outer_end=number.end)


def _joined(text: str, left: Money, right: Money, number: Number, lang: str) -> Money | None:
    """Three dollars fifty cents: the smaller unit of the same currency goes on the larger."""
    gap = text[left.end : right.start]
    if not JOINT[lang].fullmatch(gap) or right.value == "" or Decimal(right.value) >= 1:
        return None
    minor = Decimal(right.value) == number.value / 100 or Decimal(right.value) == number.value / 10
    if not minor or (left.currency != right.currency and not right.assumed) or (Decimal(left.value) % 1 and lang == "en"):
        return None
    whole = text[left.start : right.end]
    value = plain(Decimal(left.value) + Decimal(right.value))
    return replace(left, end=right.end, text=whole, original=whole, value=value, outer_end=right.outer_end)
