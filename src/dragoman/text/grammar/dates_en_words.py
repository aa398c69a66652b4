"""The calendar words of English, as parts of patterns."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re

MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
               "december")  # fmt: skip
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASON_NAMES = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
OFFSETS = {
    "this": 0, "current": 0, "the current": 0, "the same": 0, "next": 1, "coming": 1, "upcoming": 1, "following": 1, "last": -1,
    "past": -1, "previous": -1, "prior": -1, "this past": -1, "this coming": 1, "this upcoming": 1, "this current": 0,
}  # fmt: skip
UNITS = {
    "day": "day", "night": "day", "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "yr": "year", "decade": "decade", "century": "century", "centurie": "century", "weekend": "weekend",
    "hour": "hour", "hr": "hour", "minute": "minute", "min": "minute", "second": "second", "sec": "second",
    "business day": "business day", "working day": "business day", "calendar year": "year", "h": "hour",
}  # fmt: skip
SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
TENS_WORDS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

M = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z])|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?)"
)
WD = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)(?![a-z])\.?)"
_UNIT_WORDS = "|".join(sorted(SMALL[:9], key=len, reverse=True))
_ORD_UNITS = "|".join(ORDINAL_WORDS[:9])
DW = (
    rf"(?:(?:twenty|thirty)[\s-]+(?:{_ORD_UNITS}|{_UNIT_WORDS})|thirtieth|{'|'.join(sorted(ORDINAL_WORDS, key=len, reverse=True))}|"
    rf"{'|'.join(sorted(SMALL, key=len, reverse=True))}|thirty)(?![a-z])"
)
DN = r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)(?![a-z]))?(?!\d)"
D = rf"(?:{DN}|{DW})"
DTH = rf"(?:(?:3[01]|[12]\d|0?[1-9])\s?(?:st|nd|rd|th)(?![a-z])|(?:(?:twenty|thirty)[\s-]+(?:{_ORD_UNITS})|thirtieth|{'|'.join(sorted(ORDINAL_WORDS, key=len, reverse=True))})(?![a-z]))"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_LOW = rf"(?:(?:{'|'.join(TENS_WORDS)})(?:[\s-]+(?:{_UNIT_WORDS}))?|{_TEENS}|{_UNIT_WORDS})"
YW = (
    rf"(?:two\s+thousand(?:\s+(?:and\s+)?{_LOW})?|(?:{_TEENS}|twenty)\s+hundred(?:\s+(?:and\s+)?{_LOW})?|"
    rf"(?:seventeen|eighteen|nineteen|twenty)[\s-]+(?:(?:{'|'.join(TENS_WORDS)})(?:[\s-]+(?:{_UNIT_WORDS}))?|{_TEENS}|o[\s-](?:{_UNIT_WORDS})))(?![a-z])"
)
YN = r"(?:1\d|20|21)\d\d(?![\d%])(?![.,]\d)"
Y = rf"(?:{YN}|{YW})"
Y2 = r"(?:'?\d\d)(?!\d)"
REL = (
    r"(?:this\s+(?:coming|upcoming|past|current)|the\s+(?:current|same)|this|current|next|coming|upcoming|following|last|past|"
    r"previous|prior)"
)
UNIT = r"(?:business\s+day|working\s+day|calendar\s+year|day|night|weekend|week|fortnight|month|quarter|years?|yr|decade|centur(?:y|ie))s?(?![a-z])"
CLOCK = r"(?:hours?|hrs?|minutes?|mins?|seconds?|secs?)(?![a-z])"
N = (
    rf"(?:(?>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)|(?:a\s+)?couple(?:\s+of)?|(?:a\s+)?few|several|some|half\s+an?|half|an?|another|"
    rf"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+hundred|{_LOW})"
)
SEASON = r"(?:spring|summer|autumn|fall|winter)(?![a-z])"
VAGUE = {"few": "3", "several": "3", "some": "3", "couple": "2"}


def month(word: str) -> int:
    """The number of a month by its name or its first three letters."""
    key = word.lower().rstrip(".")[:3]
    return next(n for n, name in enumerate(MONTH_NAMES, 1) if name.startswith(key))


def weekday(word: str) -> int:
    """The number of a weekday, 1 for Monday."""
    key = word.lower().rstrip(".")[:3]
    return next(n for n, name in enumerate(DAY_NAMES, 1) if name.startswith(key))


def small(words: str) -> int | None:
    """A number below 100 in words or digits, cardinal or ordinal; None where it is none."""
    bare = words.strip().lower()
    digits = re.match(r"\d+", bare)
    if digits:
        return int(digits[0])
    total = 0
    for part in re.split(r"[\s-]+", bare):
        if part in ("and", "a", "the"):
            continue
        if part in TENS_WORDS:
            total += TENS_WORDS[part]
        elif part in SMALL:
            total += SMALL.index(part) + 1
        elif part in ORDINAL_WORDS:
            total += ORDINAL_WORDS.index(part) + 1
        elif part == "thirtieth":
            total += 30
        else:
            return None
    return total


def year(words: str, near: int = 2000) -> int | None:
    """A year in digits or words; two digits go to the century that brings them within 50 years of `near`."""
    bare = words.strip().lower().lstrip("'’")
    if bare.isdigit():
        number = int(bare)
        if len(bare) > 2:
            return number
        century = number + near - near % 100
        return century - 100 if century > near + 20 else century
    if bare.startswith("two thousand"):
        return 2000 + (small(bare[12:]) or 0)
    head, _, tail = bare.replace("-", " ").partition(" ")
    base = small(head)
    tail = tail.strip().removeprefix("hundred").strip().removeprefix("and ").replace("o ", "")
    low = small(tail) if tail else 0
    return None if base is None or low is None else base * 100 + low


def amount(words: str) -> str:
    """How many a counting word says, as a plain decimal string; "a few" and "several" count as three, half as 0.5."""
    bare = re.sub(r"\s+", " ", words.strip().lower()).replace(",", "")
    for word, value in VAGUE.items():
        if word in bare.split():
            return value
    if bare.startswith("half"):
        return "0.5"
    if bare in ("a", "an", "another", ""):
        return "1"
    if re.fullmatch(r"\d+(?:\.\d+)?", bare):
        return bare
    if bare.endswith("hundred"):
        return str((small(bare[:-7]) or 1) * 100)
    return str(small(bare) or 1)
