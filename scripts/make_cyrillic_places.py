"""Write `src/dragoman/data/lexicon/ru-places.tsv`: stems of Cyrillic place names and of adjectives made of them.

    python scripts/make_cyrillic_places.py

From the gazetteer of data/places (GeoNames, CC BY 4.0; see ATTRIBUTION.txt there): cities of countries that write Cyrillic, and
big ones elsewhere. Adjectives by rule: Тула, тульский; Вятка, вятский; Пенза, пензенский is none of the rule and stands in
the lexicon. Place names that are ordinary words are left out.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from dragoman import data
from dragoman.compare.cyrillic_stem import bare, stem
from dragoman.text.folding import fold
from dragoman.text.places import words

TARGET = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "lexicon" / "ru-places.tsv"
CYRILLIC = frozenset("ru ua by kz kg uz tj tm bg rs mk me mn md ge am az".split())
BIG = 300_000  # inhabitants: smaller cities of other countries seldom stand in Cyrillic names
SMALLEST = 15_000
SHORTEST = 4  # letters of a name
SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ово", "ево", "ёво", "ино", "ыно", "ий", "ый", "ой")
VOWELS = "аеёиоуыэюяії"
CHANGED = {"г": "ж", "х": "ш", "к": "", "ц": "ц"}  # last consonants before -ский
SHARE = 80  # per cent: a place is called otherwise too


def adjective(place: str) -> str:
    """The stem of the adjective of a place, by rule: `тула` gives `тульск`."""
    base = place.rstrip(VOWELS + "ьй")
    if place.endswith(("ск", "цк")):
        return base
    if base.endswith(("к", "ц")) and len(base) > 2 and base[-2] not in VOWELS:
        return base[:-1] + "ск"  # Вятка
    if base.endswith("ц"):
        return base + "к"  # Липецк has it, Череповец gets it
    if base.endswith(("г", "х")):
        return base + "ск" if not place.endswith(("а", "и")) else base[:-1] + CHANGED[base[-1]] + "ск"
    return base + "ск"


def keys(name: str, stop: set[str]) -> list[str]:
    """What the name and its adjective are looked up by. A name that ends like a surname is known as it stands only."""
    if not name or name in stop or " " in name or len(name) < SHORTEST:
        return []
    noun = bare(name) if name.endswith(SURNAMES) else stem(name)
    return [noun, bare(adjective(name))]


def english(name: str) -> str:
    """The gazetteer's main name, as folded words."""
    return " ".join(fold(name).replace("'", "").replace("-", " ").split())


def main() -> None:
    """Write the table; the bigger place wins a stem."""
    stop = {fold(word) for word in words("stop", "ru")}
    table: dict[str, str] = {}
    for line in gzip.decompress(data.path("places/cities.tsv.gz").read_bytes()).decode().splitlines():
        row = line.split("\t")
        if int(row[4]) < (SMALLEST if row[1] in CYRILLIC else BIG):
            continue
        for name in row[7].split("|") if len(row) > 7 else []:
            for key in keys(fold(name), stop):
                table.setdefault(key, english(row[0]))
    lines = [
        "# Stems of Cyrillic place names and their adjectives. GeoNames (CC BY 4.0); made by scripts/make_cyrillic_places.py"
    ]
    lines += [f"{key}\t{table[key]}:{SHARE}" for key in sorted(table)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(table), "stems")


if __name__ == "__main__":
    main()
