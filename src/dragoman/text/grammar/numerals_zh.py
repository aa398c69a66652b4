"""Chinese numerals: digits and characters mixed, 万 and 亿, decimals with 点, fractions with 分之, ordinals with 第."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dragoman.text.grammar.numerals import POWER, WIDE, Numeral, divide, from_digits, raised

HAN = {c: n for n, group in enumerate(
    ["零〇", "一壹", "二两兩俩倆贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"]
) for c in group}  # fmt: skip
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
         "兆": 10**12}  # fmt: skip
BIG = 10**4
DECIMALS = "零〇一二三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖"

TOKEN = re.compile(
    r"(?P<num>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])(?:．[０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?(?![.．][0-9０-９])|[0-9０-９]+|"
    r"(?<![0-9０-９.])[.．][0-9０-９]+)|(?P<han>[零〇一壹二两兩俩倆贰貳三叁參四肆五伍六陆陸七柒八捌九玖])|"
    r"(?P<unit>[十拾百佰千仟万萬亿億兆])|(?P<vague>[几幾余餘多來来](?=\s?[百佰千仟万萬亿億兆]))|(?P<point>[点點])|(?P<half>半(?=[百千万亿]))"
)
TRIGGER = re.compile(
    "[0-9０-９零〇一壹二两兩俩倆贰貳三叁參四肆五伍六陆陸七柒八捌九玖十拾百千几半]|(?<![0-9.])[.．](?=[0-9０-９])"
)
MINUS = re.compile(r"(?:[负負]|(?<![\w.\-－）)])[-－])\s?$")
OF = re.compile(r"\s*分\s*之\s*")
AND = re.compile(r"\s*又\s*")
SLASH = re.compile(r"\s?[/／]\s?([0-9０-９]+)(?![/／0-9０-９])")
LETTER = re.compile(r"\s?([kKMG])(?![A-Za-z])")
SIGN_AFTER = re.compile(r"\s?[%％]|个百分点|個百分點")
HUNDREDTHS = re.compile(r"(?<![一二三四五六七八九十两])百分之\s?[负負]?$")
TIME = re.compile(r"[分刻半整]")
# Words a single numeral character can stand before when it counts: measures, units, and what ends a phrase.
MEASURES = (
    "个個家名位种種项項件台臺座只支条條张張辆輛艘架部套次届屆场場位批份层層间間所处處颗枚对對双雙天日周週月年岁歲秒分时時点點人"
    "吨噸斤克米里公元角块塊倍成级級类類组組轮輪站期号號国國省市县村区區路线線门門款步等者方面大院校篇本卷章节節句字页頁道打"
)
ALONE = re.compile(
    rf"\s*(?:$|[{MEASURES}\s，。、；：！？,.;:!?)）”』」》\"的和与與及或至到到而是不却这那多余餘几幾]|[0-9]|小时|小時|[美欧歐日港台加澳韩韓新]元|美[金分刀圆圓]|港[币幣]|英[镑鎊]|卢布|盧布|人民币|人民幣|毛)"
)
NOT_ALONE = re.compile(
    "一[切些般样樣直起旦致定共带帶向度再味]|一(?:方面|下子|路)|三(?:星|峡|亚|明)|四(?:川|周|处)|五(?:台山|角|四)|九(?:州|江|寨)|六(?:安|盘)|十(?:足|分|堰)|万(?:一|科|达)|两(?:岸|会|者)|两两|百(?:度|姓|货)|千(?:瓦|克|米)|三(?:农|包|伏)"
)
# Digits with nothing behind them that goes on a numeral: most numbers of a text, read without the grammar.
PLAIN = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]++)?|[0-9]++(?:\.[0-9]++)?)"
    r"(?!\s?[十拾百佰千仟万萬亿億兆点點几幾余餘多来來零〇一二两三四五六七八九分又打个個/／%％^.．eEkKMGx×0-9０-９,]|\s[0-9])"
)
ROUND = re.compile(r"[百千万](?=[余餘多]?[家个個名位项項件种種台人所座])")
RUN = re.compile("[零〇一壹二两兩俩倆贰貳三叁參四肆五伍六陆陸七柒八捌九玖]{2,}(?![十拾百佰千仟万萬亿億兆])")
BARE_OF = re.compile(r"[百千万萬]\s*分\s*之")
DOZEN = re.compile("打(?![击開开造印算扮听聽破包扫掃工])")
FORMAL = "陆陸肆伍拾參"  # everyday characters too: never a number on their own


@dataclass(slots=True)
class Tok:
    """One part of a numeral: kind is num, han, unit, vague, point or half."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def size(self) -> int:
        """What a unit character multiplies by."""
        return UNITS[self.text]


def find(text: str, start: int, stop: int) -> Iterator[Numeral]:
    """Every numeral of the window, in order; ordinals (第九) with their 第."""
    at = start
    for trigger in TRIGGER.finditer(text, start, stop):
        if trigger.start() < at:
            continue
        made = numeral(text, trigger.start(), stop)
        if made is not None:
            yield made
        at = made.end if made else _unread(text, trigger.start(), stop)


def _unread(text: str, at: int, stop: int) -> int:
    """Where to go on when nothing was read: past a run of characters such as 七八 that says no one number."""
    run = RUN.match(text, at, stop)
    return run.end() if run else at + 1


def numeral(text: str, at: int, stop: int) -> Numeral | None:
    """The numeral that begins at `at`, as long as it can be."""
    if text[at] in "0123456789":
        if at and (text[at - 1] == "_" or (text[at - 1].isascii() and text[at - 1].isalpha())):
            return None
        plain = PLAIN.match(text, at, stop)
        if plain and (at == 0 or text[at - 1] not in "第-－负負/／之.．"):
            value = from_digits(plain[0], False)
            return None if value is None else Numeral(at, plain.end(), value)
    if at and text[at - 1] in "数數几幾" and text[at] in UNITS:
        return None  # 数十: some tens, no number
    rounded = ROUND.match(text, at, stop)
    if rounded and (text[rounded.end() : rounded.end() + 1] in ("余", "餘", "多") or (at and text[at - 1] in "近上逾超约")):
        value = Decimal(UNITS[rounded[0]])
        return Numeral(at, at + 1, value, words=True, approximate="more than" if at and text[at - 1] == "上" else "")
    first = None if BARE_OF.match(text, at, stop) and text[at] == "百" else whole(text, at, stop)
    if first is None:
        return None
    value, end, approximate = first
    hundredths = HUNDREDTHS.search(text, max(0, at - 5), at) is not None
    sign = MINUS.search(text, max(0, at - 2), at)
    begin = sign.start() if sign else at
    factor = Decimal(-1 if sign else 1)
    if at and text[at - 1] == "第":
        return Numeral(at - 1, end, value, ordinal=True)
    ascii_made = _ascii(text, at, end, value, stop)
    if ascii_made:
        value, end = ascii_made
    fraction = None if hundredths else _fraction(text, at, value, end, stop)
    if fraction:
        return Numeral(begin, fraction[1], fraction[0] * factor)
    if end - at == 1 and not text[at].isdigit() and not _alone(text, at, stop):
        return None
    if text[at:end] in ("百", "千", "拾") or (end - at == 2 and NOT_ALONE.match(text, at) and text[at:end] == "两两"):
        return None
    dozen = DOZEN.match(text, end, stop)
    if dozen:
        value, end = value * 12, dozen.end()
    percent = SIGN_AFTER.match(text, end, stop) is not None or hundredths
    scaled = any(c in "万萬亿億兆" for c in text[at:end])
    if hundredths:
        begin, factor = at, Decimal(1)
    return Numeral(begin, end, value * factor, percent=percent, words=not text[at].isdigit(), scaled=scaled,
                   approximate=approximate)  # fmt: skip


def _alone(text: str, at: int, stop: int) -> bool:
    if NOT_ALONE.match(text, at, stop) or text[at] in FORMAL or text[at] == "半":
        return False
    return ALONE.match(text, at + 1, stop) is not None


def _ascii(text: str, at: int, end: int, value: Decimal, stop: int) -> tuple[Decimal, int] | None:
    """Digits with an exponent, a letter for a scale, or a slash: 2e5, 40k, 3/5, 1 3/5."""
    if not text[at:end].translate(WIDE).replace(",", "").replace(".", "").isdigit():
        return None
    ahead = text[end : end + 12].translate(WIDE)
    sign = -1 if MINUS.search(text, max(0, at - 2), at) else 1
    power = POWER.match(ahead)
    if power:
        made = raised(value * sign, power)
        return None if made is None else (made * sign, end + power.end())
    letter = LETTER.match(text, end, stop)
    if letter:
        return value * Decimal(10) ** {"k": 3, "m": 6, "g": 9}[letter[1].lower()], letter.end()
    return _slash(text, at, end, value, stop)


def _slash(text: str, at: int, end: int, value: Decimal, stop: int) -> tuple[Decimal, int] | None:
    if text[max(0, at - 1) : at] in ("/", "／"):
        return None
    slash = SLASH.match(text, end, stop)
    if slash:
        made = divide(value, Decimal(slash[1].translate(WIDE)))
        return (made, slash.end()) if made is not None else None
    second = TOKEN.match(text, end + 1, stop) if text[end : end + 1] == " " else None
    slash = SLASH.match(text, second.end(), stop) if second and second.lastgroup == "num" else None
    if slash and second:
        top = from_digits(second[0], False)
        made = divide(top, Decimal(slash[1].translate(WIDE))) if top is not None else None
        return (value + made, slash.end()) if made is not None else None
    return None


def _fraction(text: str, at: int, value: Decimal, end: int, stop: int) -> tuple[Decimal, int] | None:
    """A分之B and C又A分之B."""
    base = Decimal(0)
    both = AND.match(text, end, stop)
    if both:
        lower = whole(text, both.end(), stop)
        if lower is None:
            return None
        base, value, end = value, lower[0], lower[1]
    of = OF.match(text, end, stop)
    if of is None:
        return None
    sign = 1
    begin = of.end()
    if text[begin : begin + 1] in ("负", "負"):
        sign, begin = -1, begin + 1
    top = whole(text, begin, stop)
    if top is None:
        return None
    made = divide(top[0], value)
    return None if made is None else (base + made * sign, top[1])


def tokens(text: str, at: int, stop: int) -> list[Tok]:
    """The parts of the numeral at `at`; white space only beside a unit character or a decimal point."""
    found: list[Tok] = []
    while True:
        match = TOKEN.match(text, at, stop)
        if match is None:
            gap = at
            while gap < stop and text[gap] in " \u3000":
                gap += 1
            match = TOKEN.match(text, gap, stop) if found and gap > at else None
            if match is None or not _spaced(found[-1], match, text, stop):
                return found
        kind = match.lastgroup or ""
        if not found and kind in ("point", "vague"):
            return found
        if found and kind == "num" and found[-1].kind in ("num", "han") and found[-1].text not in "零〇":
            return found
        found.append(Tok(kind, match[0], match.start(), match.end()))
        at = match.end()


def _spaced(left: Tok, match: re.Match[str], text: str, stop: int) -> bool:
    if match.lastgroup in ("unit", "vague", "point") or left.kind in ("point", "vague"):
        return True
    if left.kind != "unit":
        return False
    after = TOKEN.match(text, match.end() + (text[match.end() : match.end() + 1] == " "), stop)
    return match.lastgroup == "han" or (after is not None and after.lastgroup == "unit")


def whole(text: str, at: int, stop: int) -> tuple[Decimal, int, str] | None:
    """A whole or decimal number: its value, the place after it, and a bound it contains (十余万)."""
    parts = tokens(text, at, stop)
    if not parts:
        return None
    string = _digit_string(parts)
    if string:
        return string
    total, section = Decimal(0), Decimal(0)
    current: Decimal | None = None
    last, zero, approximate, end, used = 0, False, "", at, 0
    for n, part in enumerate(parts):
        if part.kind in ("num", "han"):
            digit = from_digits(part.text, False) if part.kind == "num" else Decimal(HAN[part.text])
            if part.text in "零〇" and n and current is None:
                zero = True
                continue
            if current is not None or digit is None:
                break
            current = digit
        elif part.kind == "half":
            current = Decimal("0.5")
        elif part.kind == "vague":
            approximate = "about" if part.text in "几幾" else "more than"
            if part.text in "几幾":
                current = Decimal(0) if current is None else current
            used = n + 1
            continue
        elif part.kind == "unit":
            size = part.size
            current = None if current == 0 and n == 1 and size == 10 else current
            if current is None and section == 0 and total == 0 and (size >= BIG or (size == 1000 and n)):
                break
            if size >= BIG:
                section += current or 0
                if section == 0 and total and last >= BIG:
                    total *= size
                elif total and last and size > _largest(parts[:n]):
                    total = (total + section) * size
                elif section == 0 and not total:
                    break
                else:
                    total += section * size
                section = Decimal(0)
            else:
                if current is None and section and not zero:
                    break
                if last and size >= last and last < BIG:
                    break
                section += (Decimal(1) if current is None else current) * size
            current, last, zero = None, size, False
        else:
            decimal = _decimals(parts, n, text, stop)
            if decimal is None:
                break
            value = _closed(total, section, current, last, zero, parts[n - 1])
            return _after_decimals(parts, n, value + decimal[0], decimal[1], approximate)
        end, used = part.end, n + 1
    if used == 0 or end == at:
        return None
    value = _closed(total, section, current, last, zero, parts[used - 1])
    return value, end, approximate


def _largest(parts: list[Tok]) -> int:
    return max((p.size for p in parts if p.kind == "unit" and p.size >= BIG), default=0)


def _closed(total: Decimal, section: Decimal, current: Decimal | None, last: int, zero: bool, tail: Tok) -> Decimal:
    """The sum, where a last character alone counts tenths of the unit before it: 两千四百五 is 2,450."""
    if current is None:
        return total + section
    short = last >= 100 and not zero and tail.kind == "han"
    return total + section + (current * last / 10 if short else current)


def _digit_string(parts: list[Tok]) -> tuple[Decimal, int, str] | None:
    """Characters read one by one, as in 二〇一七; two of them need a zero, else they say "seven or eight"."""
    run = []
    for part in parts:
        if part.kind != "han" or part.text in "两兩俩倆":
            break
        run.append(part)
    followed = len(run) < len(parts) and parts[len(run)].kind == "unit"
    if followed or len(run) < 2 or (len(run) == 2 and not any(p.text in "零〇" for p in run)):
        return None
    return Decimal("".join(str(HAN[p.text]) for p in run)), run[-1].end, ""


def _decimals(parts: list[Tok], n: int, text: str, stop: int) -> tuple[Decimal, int] | None:
    """The digits after 点; None where it is the hour of a clock."""
    digits = ""
    for part in parts[n + 1 :]:
        if part.kind != "han" or part.text not in DECIMALS:
            break
        digits += str(HAN[part.text])
    if not digits:
        return None
    after = n + 1 + len(digits)
    if after < len(parts) and parts[after].kind == "unit" and parts[after].size < BIG:
        return None
    end = parts[after - 1].end
    if len(digits) <= 2 and TIME.match(text, end, stop) and not OF.match(text, end, stop):
        return None
    return Decimal(f"0.{digits}"), after


def _after_decimals(parts: list[Tok], n: int, value: Decimal, after: int, approximate: str) -> tuple[Decimal, int, str]:
    end = parts[after - 1].end
    for part in parts[after:]:
        if part.kind != "unit" or part.size < BIG:
            break
        value, end = value * part.size, part.end
    return value, end, approximate
