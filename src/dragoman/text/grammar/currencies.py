"""Words and signs of currencies in three languages: the CLDR table, with the everyday words it lacks."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re
from functools import cache

from dragoman import data

# Words that name no country: the currency they mostly mean. `Money.assumed` says so.
ASSUMED = {
    "en": {"$": "USD", "£": "GBP", "¥": "CNY", "￥": "CNY", "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP", "rupee": "INR",
           "rupees": "INR", "franc": "CHF", "francs": "CHF", "krona": "SEK", "kronor": "SEK", "peso": "MXN", "pesos": "MXN", "won": "KRW",
           "mark": "DEM", "marks": "DEM", "dinar": "KWD", "dinars": "KWD", "rial": "IRR", "rials": "IRR"},
    "zh": {"$": "USD", "£": "GBP", "¥": "CNY", "￥": "CNY", "刀": "USD", "镑": "GBP", "法郎": "CHF", "卢比": "INR", "比索": "MXN"},
    "ru": {"$": "USD", "£": "GBP", "¥": "CNY"},
}  # fmt: skip
OWN = {
    "en": {"u.s. dollars": "USD", "u.s. dollar": "USD", "us dollars": "USD", "us dollar": "USD", "american dollars": "USD", "bucks": "USD",
           "yuan": "CNY", "yuan renminbi": "CNY", "renminbi": "CNY", "rmb": "CNY", "chinese yuan": "CNY", "rmb yuan": "CNY", "yuan rmb": "CNY", "kuai": "CNY",
           "cny": "CNY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "russian roubles": "RUB",
           "euro": "EUR", "euros": "EUR", "yen": "JPY", "sterling": "GBP", "pounds sterling": "GBP", "pound sterling": "GBP",
           "hong kong dollars": "HKD", "shekels": "ILS", "baht": "THB", "rupiah": "IDR", "ringgit": "MYR", "tenge": "KZT", "hryvnia": "UAH",
           "hryvnias": "UAH", "swiss francs": "CHF", "zloty": "PLN", "forint": "HUF", "lira": "TRY", "liras": "TRY", "dirhams": "AED", "dirham": "AED",
           "riyals": "SAR", "riyal": "SAR", "dong": "VND", "naira": "NGN", "rand": "ZAR", "won": "KRW", "bitcoin": "XBT", "bitcoins": "XBT", "btc": "XBT",
           "markka": "FIM", "peseta": "ESP", "pesetas": "ESP", "guilder": "NLG", "guilders": "NLG", "escudos": "PTE", "drachmas": "GRD", "deutsche marks": "DEM", "deutschmarks": "DEM", "canadian dollars": "CAD", "nt dollars": "TWD", "lire": "ITL",
           "u.s.dollars": "USD", "u.k. pounds": "GBP", "british pounds": "GBP", "english pounds": "GBP"},
    "zh": {"元": "CNY", "圆": "CNY", "圓": "CNY", "人民币": "CNY", "人民幣": "CNY", "元人民币": "CNY", "块": "CNY", "块钱": "CNY", "塊": "CNY", "美元": "USD",
           "美金": "USD", "美圆": "USD", "美刀": "USD", "欧元": "EUR", "歐元": "EUR", "英镑": "GBP", "英鎊": "GBP", "港元": "HKD", "港币": "HKD", "港幣": "HKD", "日元": "JPY",
           "日圆": "JPY", "台币": "TWD", "新台币": "TWD", "臺幣": "TWD", "卢布": "RUB", "俄罗斯卢布": "RUB", "韩元": "KRW", "加元": "CAD", "澳元": "AUD", "新元": "SGD",
           "新加坡元": "SGD", "澳门元": "MOP", "瑞郎": "CHF", "泰铢": "THB", "坚戈": "KZT", "卢比": "INR", "奈拉": "NGN", "法郎": "FRF", "马克": "DEM",
           "比特币": "XBT", "林吉特": "MYR", "令吉": "MYR", "越南盾": "VND", "瑞典克朗": "SEK"},
    "ru": {},
}  # fmt: skip
RUSSIAN = (  # stem patterns, for every case form
    ("USD", r"(?:доллар(?:ов|а|ы|у|ом|ам|ами|ах|е)?|долл\.?|дол\.)(?:\s+(?:США|сша))?|американск\w+\s+доллар(?:ов|а|ы|у|ом|ам|ами|ах|е)?"),
    ("RUB", r"(?:российск\w+\s+)?(?:рубл(?:ь|я|ю|ём|ем|е|и|ей|ям|ями|ях)|руб\.?|р\.(?=\s|$))"), ("EUR", r"евро"), ("CNY", r"(?:китайск\w+\s+)?юан\w+"),
    ("JPY", r"(?:японск\w+\s+)?[ий]ен\w?"), ("GBP", r"фунт\w*(?:\s+стерлингов)?"), ("KRW", r"(?:южнокорейск\w+\s+)?вон\w?"),
    ("KZT", r"(?:казахстанск\w+\s+)?тенге"), ("UAH", r"грив[её]?н\w*"), ("BYN", r"белорусск\w+\s+рубл(?:ь|я|ю|ём|ем|е|и|ей|ям|ями|ях)"), ("CHF", r"(?:швейцарск\w+\s+)?франк\w*"),
    ("INR", r"(?:индийск\w+\s+)?рупи\w+"), ("HKD", r"гонконгск\w+\s+доллар(?:ов|а|ы|у|ом|ам|ами|ах|е)?"), ("SGD", r"сингапурск\w+\s+доллар(?:ов|а|ы|у|ом|ам|ами|ах|е)?"), ("CAD", r"канадск\w+\s+доллар(?:ов|а|ы|у|ом|ам|ами|ах|е)?"),
    ("AUD", r"австралийск\w+\s+доллар(?:ов|а|ы|у|ом|ам|ами|ах|е)?"), ("TRY", r"(?:турецк\w+\s+)?лир\w?"), ("AED", r"дирхам\w*"), ("SEK", r"шведск\w+\s+крон\w?"), ("PLN", r"злот\w+"),
    ("UZS", r"(?:узбекск\w+\s+)?сум(?:ов|а)?"),
)  # fmt: skip
SIGNS = {
    "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "u.s $": "USD", "HK$": "HKD", "NT$": "TWD", "C$": "CAD", "CA$": "CAD", "c $": "CAD", "A$": "AUD", "AU$": "AUD",
    "S$": "SGD", "NZ$": "NZD", "R$": "BRL", "MX$": "MXN", "Mex$": "MXN", "RMB¥": "CNY", "RMB": "CNY", "CN¥": "CNY", "JP¥": "JPY", "Rs.": "INR", "Rs": "INR", "€": "EUR",
    "₽": "RUB", "₩": "KRW", "₹": "INR", "₪": "ILS", "₴": "UAH", "₸": "KZT", "₺": "TRY", "₫": "VND", "฿": "THB", "₦": "NGN", "₱": "PHP", "₡": "CRC", "₾": "GEL",
    "₭": "LAK", "₮": "MNT", "₿": "XBT", "ரூ": "LKR", "元": "CNY", "Can$": "CAD",
}  # fmt: skip
MINOR = {
    "en": {"cent": "USD", "cents": "USD", "pence": "GBP", "penny": "GBP", "kopecks": "RUB", "kopeks": "RUB", "fen": "CNY", "sen": "JPY"},
    "zh": {"分": "CNY", "美分": "USD", "欧分": "EUR", "日本銭": "JPY", "日本钱": "JPY"},
    "ru": {"копеек": "RUB", "копейки": "RUB", "копейка": "RUB", "коп.": "RUB", "коп": "RUB", "цент": "USD", "цента": "USD", "центов": "USD"},
}  # fmt: skip
TENTHS = {"zh": {"角": "CNY", "毛": "CNY"}, "en": {"mao": "CNY", "jiao": "CNY"}, "ru": {}}


@cache
def table() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Codes, and for each language its names: lower-case phrase to code."""
    codes: dict[str, str] = {"USD": "USD"}
    names: dict[str, dict[str, str]] = {"en": {}, "zh": {}, "ru": {}}
    for row in data.text("currencies.tsv").splitlines()[2:]:
        code, _, *columns = row.split("\t")
        codes[code] = code
        for lang, column in zip(("en", "zh", "ru"), columns, strict=True):
            for name in filter(None, column.split("|")):
                names[lang].setdefault(name, code)
    for lang in names:
        names[lang] |= OWN[lang]
    return codes, names


# Codes that are English words too: only written in capitals after an amount.
WORDLIKE = re.compile(r"(?:all|bob|pen|top|try|mop|gel|sos|cup|mad|mur|lak|bam|ron)$", re.IGNORECASE)


@cache
def after(lang: str) -> re.Pattern[str]:
    """What names a currency after an amount."""
    codes, names = table()
    signs = [
        re.escape(s)
        for s in sorted([*SIGNS, "$", "£", "¥", "￥"], key=len, reverse=True)
        if not s[0].isalpha() or s == "元" or s == "ரூ"
    ]
    parts = [rf"(?P<code>(?:M|m|mn\s)?(?:{'|'.join(codes)}|BTC))(?![A-Za-z])"]
    if lang == "en":
        words = [*names["en"], *ASSUMED["en"], *MINOR["en"], *TENTHS["en"]]
    elif lang == "zh":
        words = [*names["zh"], *ASSUMED["zh"], *MINOR["zh"], *TENTHS["zh"]]
    else:
        words = [*MINOR["ru"]]
        stems = "|".join(f"(?P<c_{code}>{stem})" for code, stem in sorted(RUSSIAN, key=lambda r: -len(r[1].split(chr(92))[0])))
        parts.append(rf"(?:{stems})(?!\w)")
    ordered = sorted((w for w in words if w[0].isalnum()), key=len, reverse=True)
    body = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered)
    tail = r"(?![A-Za-z])" if lang != "zh" else ""
    if body:
        parts.append(rf"(?P<word>{body}){tail}" if lang != "ru" else rf"(?P<word>{body})(?!\w)")
    gap = r"\s?[个個]?" if lang == "zh" else r"[\s\xa0-]{0,2}"
    return re.compile(rf"{gap}(?:{'|'.join(parts)}|(?P<sign>{'|'.join(signs)}))", re.IGNORECASE if lang != "zh" else 0)


FIRST = re.compile(r"[\s\xa0-]{0,2}(?:(?P<word>[^\W\d_][^\W\d_.]*\.?)|(?P<sign>\S))")
SIGN_CHARS = frozenset("$€£¥￥₽₩₹₪₴₸₺₫฿₦₱₡₾₭₮₿元ரூ.")
WORDS_BEFORE = frozenset(["yuan", "dollar", "dollars", "euro", "euros", "sen", "доллар", "евро"])


@cache
def _openings(lang: str) -> frozenset[str]:
    """The first words (Chinese: characters, Russian: three letters) of what can name a currency after an amount."""
    _, names = table()
    phrases = [*names[lang], *ASSUMED[lang], *MINOR[lang], *TENTHS[lang], *OWN[lang]]
    if lang == "zh":
        return frozenset(p[0] for p in phrases)
    if lang == "ru":
        own = "дол руб р. р евр юан иен йен фун вон тен гри шве рос кит япо южн каз бел инд гон син кан авс тур лир дир зло сум узб коп цен аме фра руп"
        return frozenset(own.split()) | {p[:3] for p in phrases}
    return frozenset(p.split()[0].split(".")[0] for p in phrases)


def may_follow(text: str, at: int, lang: str) -> bool:
    """A quick look whether a currency can be named after an amount, before the long pattern is tried."""
    match = FIRST.match(text, at)
    if match is None:
        return False
    word = match["word"]
    if word is None or word[0] in SIGN_CHARS:
        return (match["sign"] or word)[0] in SIGN_CHARS
    if lang == "zh":
        return word[0] in _openings("zh") or word[0] in "个個" or word[0].isascii()
    if word[:3].isupper() or (word[0] in "Mm" and word[1:4].isupper()):
        return True
    bare = word.lower().rstrip(".")
    if lang == "ru":
        return bare[:3] in _openings("ru")
    return bare in _openings("en") or bare.upper() in table()[0] or bare[1:].upper() in table()[0]


def may_precede(text: str, at: int) -> bool:
    """A quick look whether a currency can be named before an amount."""
    while at and text[at - 1] in " \xa0":
        at -= 1
    if not at:
        return False
    last = text[at - 1]
    if last in SIGN_CHARS or last in "币幣布":
        return True
    if not last.isalpha():
        return False
    begin = at
    while begin and text[begin - 1].isalpha() and at - begin < 8:
        begin -= 1
    word = text[begin:at]
    return word.lower() in WORDS_BEFORE or word.upper()[-3:] in table()[0] or word.upper() in ("RMB", "RS", "BTC")


def _sign_pattern(sign: str) -> str:
    """A sign as a pattern: letters may stand apart from it, but a single one must touch it and be a capital (A$, not a $)."""
    escaped = re.escape(sign).replace(r"\ ", r"\s?")
    if re.fullmatch(r"[A-Z]\$", sign):
        return f"(?-i:{escaped})"
    return escaped.replace(r"\$", r"\s?\$") if len(sign) > 1 else escaped


@cache
def before(lang: str) -> re.Pattern[str]:
    """What names a currency before an amount."""
    codes, _ = table()
    signs = sorted([*SIGNS, "$", "£", "¥", "￥"], key=len, reverse=True)
    body = "|".join(map(_sign_pattern, signs))
    words = (
        "人民币|人民幣|美元|欧元|港币|卢布" if lang == "zh" else "yuan|dollars?|euros?|sen" if lang == "en" else "доллар|евро"
    )
    return re.compile(
        rf"(?<![A-Za-z])(?:(?P<code>M?(?:{'|'.join(codes)}))(?P<extra>\s?[$€£¥])?|(?P<word>{words})|(?P<sign>{body}))[\s\xa0]{{0,2}}$",
        re.IGNORECASE,
    )
