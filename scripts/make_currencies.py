"""Write `src/dragoman/data/currencies.tsv` from CLDR by way of Babel (BSD-3-Clause; CLDR: Unicode licence).

    python scripts/make_currencies.py

Columns: ISO 4217 code, signs, English names, Chinese names, Russian names; alternatives separated by `|`.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol, list_currencies

TARGET = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "currencies.tsv"
IN_USE = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY
COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS
INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU
MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK
SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF
XPF YER ZAR ZMW DEM FRF FIM ITL ESP NLG ATS BEF GRD PTE IEP
""".split()
COUNTS = (1, 2, 5, 0.5)  # every plural form of the three languages


def names(code: str, locale: Locale) -> list[str]:
    """The names of a currency in a language, in every plural form, without repeats."""
    found = [get_currency_name(code, count, locale=locale) for count in COUNTS] + [get_currency_name(code, locale=locale)]
    return list(dict.fromkeys(n.lower() for n in found if n != code and "|" not in n and "(" not in n))


def signs(code: str) -> list[str]:
    """Signs other than the code itself."""
    found = [get_currency_symbol(code, locale=lang) for lang in ("en", "zh", "ru")]
    return list(dict.fromkeys(s for s in found if s != code))


def main() -> None:
    """Write the table."""
    known = list_currencies()
    english, chinese, russian = (Locale.parse(lang) for lang in ("en", "zh", "ru"))
    rows = [
        "\t".join([code, "|".join(signs(code)), *("|".join(names(code, where)) for where in (english, chinese, russian))])
        for code in IN_USE
        if code in known
    ]
    head = "# Currencies and their names. Source: Unicode CLDR by way of Babel; made by scripts/make_currencies.py"
    TARGET.write_text("\n".join([head, "code\tsigns\ten\tzh\tru", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
