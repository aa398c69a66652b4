"""Sums of money as written, with value and currency."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim

SUM = re.compile(
    r"(?P<pre>RMB|CNY|USD|EUR|RUB|US\$|HK\$|\$|€|£|¥|₽)\s?(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>thousand|million|"
    r"billion|trillion|bn|mln|m\b)?"
    r"|(?P<n2>\d[\d,]*(?:\.\d+)?)\s?(?P<scale2>thousand|million|billion|trillion|bn|mln)?\s*(?P<post>U\.?\s?S\.? "
    r"dollars|dollars|USD|euros?|EUR|yuan|RMB|CNY|roubles?|rubles?|RUB|pounds sterling|pounds|yen|won|francs)\b",
    re.I,
)
CURRENCIES = {
    "rmb": "CNY",
    "cny": "CNY",
    "yuan": "CNY",
    "¥": "CNY",
    "usd": "USD",
    "us$": "USD",
    "$": "USD",
    "dollar": "USD",
    "eur": "EUR",
    "euro": "EUR",
    "€": "EUR",
    "rub": "RUB",
    "rouble": "RUB",
    "ruble": "RUB",
    "₽": "RUB",
    "pound": "GBP",
    "£": "GBP",
    "yen": "JPY",
    "won": "KRW",
    "hk$": "HKD",
    "franc": "CHF",
}
SCALES = {"thousand": 3, "million": 6, "mln": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}


def amount(written: str) -> Claim:
    """The claim of a sum of money as written, with its value as a plain number and its currency."""
    match = SUM.search(written)
    if match is None:
        return Claim("amount", written, original=written)
    digits = (match["n"] or match["n2"]).replace(",", "")
    scale = (match["scale"] or match["scale2"] or "").lower()
    sign = re.sub(r"s$|\.|\s", "", (match["pre"] or match["post"]).lower())
    unit = next((code for key, code in CURRENCIES.items() if key in sign.replace("usdollar", "dollar")), "")
    return Claim("amount", _scaled(digits, SCALES.get(scale, 0)), original=written, unit=unit)


def _scaled(digits: str, zeros: int) -> str:
    from decimal import Decimal

    value = Decimal(digits) * (Decimal(10) ** zeros)
    return format(value.normalize(), "f")
