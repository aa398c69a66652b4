"""The rules of Russian dates: absolute, partial, relative, spans, durations, recurrences."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dragoman.text import calendars
from dragoman.text.calendars import Moment
from dragoman.text.grammar.joints import solve
from dragoman.text.grammar.numerals import plain
from dragoman.text.grammar.numerals_ru import ORDINALS
from dragoman.text.grammar.numerals_ru import find as numerals

Handler = Callable[[re.Match[str], date | None], Moment | None]
MONTH_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
DAY_STEMS = ("пон", "вто", "сре", "чет", "пят", "суб", "вос")
RELATIVE_DAY = {"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2}
SEASON_STEMS = {"вес": "spring", "лет": "summer", "осе": "autumn", "зим": "winter"}
UNIT_STEMS = {"год": "year", "лет": "year", "мес": "month", "нед": "week", "ден": "day", "дн": "day", "сут": "day", "час": "hour", "мин": "minute",
              "сек": "second", "ква": "quarter", "пол": "half", "век": "century", "сто": "century", "дес": "decade", "вых": "weekend"}  # fmt: skip
ADVERBS = {"ежегодн": ("1", "year"), "ежемесячн": ("1", "month"), "еженедельн": ("1", "week"), "ежедневн": ("1", "day"),
           "ежеквартальн": ("3", "month")}  # fmt: skip
ROMAN = {"i": 1, "v": 5, "x": 10}

M = (
    r"(?:январ[ьяею]м?|феврал[ьяею]м?|март[аеуо]?м?|апрел[ьяею]м?|ма[йяею]м?|июн[ьяею]м?|июл[ьяею]м?|август[аеуо]?м?|сентябр[ьяею]м?|"
    r"октябр[ьяею]м?|ноябр[ьяею]м?|декабр[ьяею]м?|янв\.|февр?\.|мар\.|апр\.|авг\.|сент?\.|окт\.|нояб?\.|дек\.)"
)
WD = r"(?:понедельник\w*|вторник\w*|сред[ауеы]|четверг\w*|пятниц\w{1,3}|суббот\w{1,3}|воскресень\w{1,2})"
D = r"(?:3[01]|[12]\d|0?[1-9])(?:-?го|-?е)?(?!\d)"
YN = r"(?:1[5-9]|20)\d\d"
Y = rf"(?:{YN}(?:-?го|-?й|-?м|-?ом)?(?:\s*(?:год[ауе]?м?|гг?\.?(?![а-яё])))?)"
REL = r"(?:прошл\w+|минувш\w+|предыдущ\w+|эт(?:от|ой|ом|у|ого|а|о)|текущ\w+|нынешн\w+|следующ\w+|будущ\w+)"
UNIT = r"(?:год[ауе]?м?|лет|месяц\w{0,3}|недел\w{1,3}|ден[ья]|дн[яейю]м?и?|сут(?:ки|ок)|квартал\w{0,2}|полугоди\w{1,2}|век\w{0,2}|столети\w{1,2}|десятилети\w{1,2}|выходны\w+)"
CLOCK = r"(?:час\w{0,2}|минут\w{0,2}|секунд\w{0,2})"
N = r"(?:\d+(?:,\d+)?|полтор[аы]|полутора|нескольк\w+|одн\w{1,4}|дв[аеу]\w{0,2}|тр[иеё]\w{0,2}|четыр\w{1,4}|пят[ьи]ю?|шест[ьи]ю?|сем[ьи]ю?|вос[еь]м[ьи]ю?|девят[ьи]ю?|десят[ьи]ю?|\w+надцат[ьи]ю?|двадцат[ьи]|тридцат[ьи]|сорока?|пятьдесят|ста?)"


def month(word: str) -> int:
    """The number of a month by its stem."""
    bare = word.lower()
    return next(n for n, stem in enumerate(MONTH_STEMS, 1) if bare.startswith(stem) and (n != 5 or not bare.startswith("мар")))


def weekday(word: str) -> int:
    """The number of a weekday, 1 for Monday."""
    return DAY_STEMS.index(word.lower()[:3]) + 1


def unit_of(word: str) -> str:
    """The unit of time a word names in any case form."""
    bare = word.lower()
    return next(unit for stem, unit in UNIT_STEMS.items() if bare.startswith(stem))


def offset(word: str) -> int:
    """Whether a word points back (-1), forward (1) or at the present (0)."""
    bare = word.lower()
    return -1 if bare.startswith(("прош", "минув", "преды")) else 1 if bare.startswith(("след", "буд")) else 0


def amount(words: str) -> str:
    """How many, as a plain decimal string; несколько counts as three."""
    if words.lower().startswith("нескольк"):
        return "3"
    found = next(numerals(words, 0, len(words)), None)
    return plain(found.value) if found else "1"


def _year(words: str | None) -> int | None:
    digits = re.match(r"\d{4}", words or "")
    return int(digits[0]) if digits else None


def _told(match: re.Match[str], first: str, last: str, kind: str = "", inferred: bool = False) -> Moment:
    return Moment(
        _begin(match), match.end(), kind or ("date" if first == last else "range"), first=first, last=last, inferred=inferred
    )


def _begin(match: re.Match[str]) -> int:
    """Where a date begins without the preposition that opens its pattern."""
    return match.start("body") if "body" in match.re.groupindex and match["body"] is not None else match.start()


def _unknown(match: re.Match[str], kind: str = "date") -> Moment:
    return Moment(_begin(match), match.end(), kind)


def _full(match: re.Match[str], near: date | None) -> Moment | None:
    groups = match.groupdict()
    day = int(re.match(r"\d+", match["d"])[0]) if groups.get("d") else None  # type: ignore[index]
    value = _year(groups.get("y"))
    if groups.get("rel") and near is not None:
        value = near.year + offset(groups["rel"])
    wd = weekday(groups["wd"]) if groups.get("wd") else None
    return Moment(_begin(match), match.end(), y=value, m=month(match["m"]), d=day, weekday=wd)


def _days(match: re.Match[str], near: date | None) -> Moment | None:
    """С 22 по 25 июня 2017 года, 22–25 июня."""
    left = Moment(match.start(), match.end(), y=_year(match["y"]), m=month(match["m"]), d=int(match["d"]))
    right = Moment(match.start(), match.end(), y=_year(match["y"]), m=month(match["m"]), d=int(match["e"]))
    solve(left, near)
    right.y = int(left.first[:4]) if left.first[:4].isdigit() else None
    solve(right, near)
    if not left.first or not right.first or left.first >= right.first:
        return None
    return Moment(match.start(), match.end(), "range", first=left.first, last=right.last, inferred=left.inferred, paired=True)


def _numeric(match: re.Match[str], near: date | None) -> Moment | None:
    d, m, y = int(match["a"]), int(match["b"]), int(match["c"])
    y = y if y > 99 else (2000 + y if y < 50 else 1900 + y)
    return Moment(match.start(), match.end(), y=y, m=m, d=d) if 1 <= m <= 12 and 1 <= d <= 31 else None


def _iso(match: re.Match[str], near: date | None) -> Moment | None:
    y, m, d = int(match["a"]), int(match["b"]), int(match["c"])
    return Moment(match.start(), match.end(), y=y, m=m, d=d) if 1 <= m <= 12 and 1 <= d <= 31 else None


def _year_alone(match: re.Match[str], near: date | None) -> Moment | None:
    return Moment(_begin(match), match.end(), y=_year(match["y"]))


HUNDREDS = {"девятьсот": 1900, "восемьсот": 1800, "семьсот": 1700}


def _spelled(match: re.Match[str], near: date | None) -> Moment | None:
    """Две тысячи восемнадцатый год, тысяча девятьсот пятьдесят пятого года."""
    last = ORDINALS.get(match["o"].lower().replace("ё", "е"))
    if last is None or last > 99 or (match["t"] and last > 9):
        return None
    base = HUNDREDS[match["h"].lower()] if match["h"] else 2000
    return Moment(_begin(match), match.end(), y=base + int(amount(match["t"]) if match["t"] else 0) + last)


def _two_thousand(match: re.Match[str], near: date | None) -> Moment | None:
    return Moment(_begin(match), match.end(), y=2000)


def _years(match: re.Match[str], near: date | None) -> Moment | None:
    left, right = int(match["a"]), int(match["b"])
    return _told(match, f"{left:04d}", f"{right:04d}", "range") if left < right else None


def _relative_day(match: re.Match[str], near: date | None) -> Moment | None:
    if near is None:
        return _unknown(match)
    cut = (near + timedelta(days=RELATIVE_DAY[match[0].lower()])).isoformat()
    return _told(match, cut, cut)


def _relative_unit(match: re.Match[str], near: date | None) -> Moment | None:
    unit = unit_of(match["u"])
    if near is None:
        return _unknown(match)
    return _told(match, *calendars.period(near, unit, offset(match["rel"])))


def _weekday(match: re.Match[str], near: date | None) -> Moment | None:
    rel = match.groupdict().get("rel")
    if rel is None:
        return Moment(_begin(match), match.end(), weekday=weekday(match["wd"]))
    if near is None:
        return _unknown(match)
    cut = calendars.weekday_in(near, weekday(match["wd"]), offset(rel)).isoformat()
    return _told(match, cut, cut)


def _away(match: re.Match[str], near: date | None) -> Moment | None:
    """Пять лет назад, через два месяца, спустя год."""
    n = amount(match["n"] or "1")
    if near is None or not n.isdigit():
        return _unknown(match) if near is None else None
    sign = -1 if match.groupdict().get("ago") else 1
    cut = calendars.add(near, sign * int(n), unit_of(match["u"])).isoformat()
    return _told(match, cut, cut)


def _counted(match: re.Match[str], near: date | None) -> Moment | None:
    """За последние пять лет, в ближайшие два года."""
    n = amount(match["n"])
    if near is None or not n.isdigit():
        return _unknown(match, "range") if near is None else None
    unit = unit_of(match["u"])
    if match["rel"].lower().startswith(("посл", "прош", "минув", "пред")):
        return _told(match, calendars.add(near, -int(n), unit).isoformat(), near.isoformat(), "range")
    first = near + timedelta(days=1)
    return _told(match, first.isoformat(), (calendars.add(first, int(n), unit) - timedelta(days=1)).isoformat(), "range")


def _roman(words: str) -> int:
    values = [ROMAN[c] for c in words.lower()]
    return sum(-v if n + 1 < len(values) and values[n + 1] > v else v for n, v in enumerate(values))


def _ordinal(words: str) -> int | None:
    bare = words.lower().replace("ё", "е")
    if re.fullmatch(r"[ivx]+", bare):
        return _roman(bare)
    digits = re.match(r"\d+", bare)
    return int(digits[0]) if digits else ORDINALS.get(bare)


def _quarter(match: re.Match[str], near: date | None) -> Moment | None:
    groups = match.groupdict()
    size = 6 if match["h"].lower().startswith("пол") else 3
    number, value = _ordinal(match["n"]), _year(groups.get("y"))
    inferred = value is None
    if value is None and near is not None:
        value = near.year + (offset(groups["rel"]) if groups.get("rel") else 0)
    if number is None or number > 12 // size or value is None:
        return _unknown(match, "range") if value is None and number else None
    first = (number - 1) * size + 1
    return _told(match, calendars.iso(value, first), calendars.iso(value, first + size - 1), "range", inferred)


def _decade(match: re.Match[str], near: date | None) -> Moment | None:
    begin = int(match["dec"])
    begin += 1900 if begin < 100 else 0
    return _told(match, f"{begin:04d}", f"{begin + 9:04d}", "range", int(match["dec"]) < 100) if begin % 10 == 0 else None


def _century(match: re.Match[str], near: date | None) -> Moment | None:
    n = _ordinal(match["n"])
    return _told(match, f"{(n - 1) * 100:04d}", f"{n * 100 - 1:04d}", "range") if n else None


def _season(match: re.Match[str], near: date | None) -> Moment | None:
    groups = match.groupdict()
    value = _year(groups.get("y"))
    if value is None and groups.get("rel") and near is not None:
        value = near.year + offset(groups["rel"])
    if value is None:
        return None
    begin = calendars.SEASONS[SEASON_STEMS[match["s"].lower()[:3]]]
    last = calendars.add(date(value, begin, 1), 2, "month")
    return _told(match, calendars.iso(value, begin), last.isoformat()[:7], "range", True)


def _duration(match: re.Match[str], near: date | None) -> Moment | None:
    n = amount(match["n"] or "1")
    unit = unit_of(match["u"])
    if unit == "year" and n.isdigit() and int(n) >= 1500:
        return None
    return Moment(_begin(match), match.end(), "duration", amount=n, unit=unit, parts=((n, unit),))


def _compound(match: re.Match[str], near: date | None) -> Moment | None:
    """Четырехдневный, пятилетний, трёхнедельный."""
    stem = match["n"].lower().replace("ё", "е")
    n = amount(stem) if not stem.startswith("одн") else "1"
    unit = unit_of(match["u"])
    return Moment(match.start(), match.end(), "duration", amount=n, unit=unit, parts=((n, unit),))


def _half(match: re.Match[str], near: date | None) -> Moment | None:
    return Moment(match.start(), match.end(), "duration", amount="0.5", unit="year", parts=(("0.5", "year"),))


def _adverb(match: re.Match[str], near: date | None) -> Moment | None:
    n, unit = ADVERBS[match["adv"].lower()]
    return Moment(match.start(), match.end(), "set", amount=n, unit=unit, parts=((n, unit),))


def _every(match: re.Match[str], near: date | None) -> Moment | None:
    n, unit = amount(match["n"] or "1"), unit_of(match["u"])
    return Moment(match.start(), match.end(), "set", amount=n, unit=unit, parts=((n, unit),))


_PRE = r"(?:(?:в|во|на|за|с|со|к|до|по)\s+)?"
_ORD = r"(?:перв\w+|втор\w+|трет\w+|четв[её]рт\w+|[1-4]-?(?:й|м|го|е|ом)?|IV|I{1,3})"
_TENS = "двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто"
_SIZES = r"(?:дву|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|двенадцати|двадцати|одно)"
RULES: list[tuple[str, str, Handler]] = [
    ("dw", rf"(?:(?P<wd>{WD}),?\s+)?(?P<d>{D})\s+(?P<m>{M})(?:\s+(?P<y>{Y})|\s+(?P<rel>{REL})\s+года)?", _full),
    ("w", rf"во?\s+(?P<body>(?P<wd>{WD}),?\s+(?P<d>{D})\s+(?P<m>{M})(?:\s+(?P<y>{Y}))?)", _full),
    ("dw", rf"(?:(?:с|со)\s+)?(?P<d>\d\d?)\s*(?:-|–|—|по|до)\s*(?P<e>\d\d?)\s+(?P<m>{M})(?:\s+(?P<y>{Y}))?", _days),
    ("w", rf"(?P<m>{M})(?:\s+(?P<y>{Y})|\s+(?P<rel>{REL})\s+года)", _full),
    (
        "w",
        rf"(?:в|к|с|до|по|на|за|начале|конце|середине)\s+(?P<body>(?P<m>{M})(?:\s+(?P<y>{Y})|\s+(?P<rel>{REL})\s+года)?)",
        _full,
    ),
    ("d", r"(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?P<c>(?:19|20)\d\d|\d\d)(?!\.?\d)", _numeric),
    ("d", r"(?P<a>(?:19|20)\d\d)-(?P<b>\d\d)-(?P<c>\d\d)", _iso),
    ("d", rf"(?P<y>{YN}(?:-?го|-?й|-?м|-?ом)?\s*(?:год[ауе]?м?|гг?\.?(?![а-яё])))", _year_alone),
    ("w", rf"(?:в|с|до|к|по)\s+(?P<body>(?P<y>{YN}))(?=\s*(?:$|[.,;:)]|и\s|до\s|по\s))", _year_alone),
    ("dw", rf"(?:с\s+)?(?P<a>{YN})\s*(?:-|–|—|по|до)\s*(?P<b>{YN})(?:\s*(?:год\w{{0,3}}|гг?\.?))?", _years),
    (
        "w",
        rf"(?P<body>(?:две\s+тысячи|тысяч[аеиу]\s+(?P<h>{'|'.join(HUNDREDS)}))\s+(?:(?P<t>{_TENS})\s+)?(?P<o>[а-яё]+)\s+год[ауе]?м?)",
        _spelled,
    ),
    ("w", r"(?P<body>двухтысячн(?:ый|ого|ому|ым|ом)\s+год[ауе]?м?)", _two_thousand),
    ("w", "|".join(sorted(RELATIVE_DAY, key=len, reverse=True)), _relative_day),
    ("w", rf"{_PRE}(?P<body>(?P<rel>{REL})\s+(?P<u>{UNIT}))", _relative_unit),
    ("w", rf"(?:(?:во?|на|ко?|до|по)\s+)?(?P<body>(?:(?P<rel>{REL})\s+)?(?P<wd>{WD}))", _weekday),
    ("dw", rf"(?P<n>{N})?\s*(?P<u>{UNIT})\s+(?P<ago>(?:тому\s+)?назад)", _away),
    ("w", rf"(?:через|спустя)\s+(?:(?P<n>{N})\s+)?(?P<u>{UNIT})", _away),
    (
        "w",
        rf"(?:(?:за|в|на)\s+)?(?P<body>(?P<rel>последни\w+|прошлы\w+|минувши\w+|предыдущи\w+|ближайши\w+|следующи\w+)\s+(?P<n>{N})\s+(?P<u>{UNIT}))",
        _counted,
    ),
    (
        "dw",
        rf"(?:в\s+)?(?P<body>(?P<n>{_ORD})\s+(?P<h>квартал\w{{0,2}}|полугоди\w{{1,2}}|половин\w)(?:\s+(?:(?P<y>{Y})|(?P<rel>{REL})\s+года))?)",
        _quarter,
    ),
    ("dw", r"(?:в\s+)?(?P<body>(?P<dec>(?:1[5-9]|20)\d0|[2-9]0)-?(?:х|е|ые|ых)\s*(?:год\w{1,3}|гг?\.)?)", _decade),
    ("dw", r"(?:в\s+)?(?P<body>(?P<n>[IVX]+|\d\d?-?(?:й|м|го)|\w+(?:ый|ом|ого))\s+(?:век\w{0,2}|столети\w{1,2}))", _century),
    ("w", rf"(?P<s>весной|летом|осенью|зимой)\s+(?:(?P<y>{Y})|(?P<rel>{REL})\s+года)", _season),
    ("dw", rf"(?P<n>{N})[\s-]+(?P<u>{UNIT}|{CLOCK})", _duration),
    ("w", rf"(?P<n>{_SIZES})(?P<u>дневн|летн|недельн|месячн|часов)\w{{2,3}}", _compound),
    ("w", r"полгода|полугода", _half),
    ("w", r"(?P<adv>ежегодн|ежемесячн|еженедельн|ежедневн|ежеквартальн)\w{1,3}", _adverb),
    ("w", rf"кажд\w+\s+(?:(?P<n>{N})\s+)?(?P<u>{UNIT}|{CLOCK})", _every),
    ("w", rf"(?:один\s+)?раз\s+в\s+(?:(?P<n>{N})\s+)?(?P<u>{UNIT}|{CLOCK})", _every),
]
