"""Write `src/dragoman/data/legal_forms.tsv`: legal forms, their families, countries and spellings.

    python scripts/make_legal_forms.py ELF_CODES.csv

The everyday forms are our own (legal_forms_everyday.tsv, legal_forms_runs.tsv beside this script). The file of ISO 20275
entity legal forms (GLEIF, CC0) adds countries' own long names and abbreviations: a row joins the everyday form with which
it shares a spelling, or else opens a form of its own where its long name tells its family. Names of mere kinds of bodies
(association, foundation, ministry) are no legal forms here: they tell bearers apart.
"""

from __future__ import annotations

import csv
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.text.folding import fold

HERE = Path(__file__).parent
TARGET = HERE.parents[0] / "src" / "dragoman" / "data" / "legal_forms.tsv"
# What a long name must hold for its family to be known: first found wins.
FAMILIES = (
    ("llp", "limited liability partnership"),
    ("lp", "limited partnership|kommandit|comandit|commandit|accomandita|komandit|commanditaire"),
    ("cooperative", "cooperativ|genossenschaft|kooperativ|osuuskunta|spoldzielnia|druzstvo|cooperati|kooperatif|szovetkezet"),
    (
        "limited",
        "limited liability|responsabilite limitee|responsabilidad limitada|responsabilita limitata|beschrankter haftung",
    ),
    ("limited", "responsabilidade limitada|raspundere limitata|beperkte aansprakelijkheid|ogranicenom|ograniczona|rucenim"),
    ("limited", "ierobezotu|periorismeni|korlatolt|osauhing|private limited|limited by|proprietary|limitada|einkahlut|anpart"),
    ("stock", "joint stock|joint-stock|societe anonyme|sociedad anonima|sociedade anonima|societa per azioni|aktiengesells"),
    ("stock", "stock corporation|stock company|public limited|aksjeselskap|aktieselskab|aktiebolag|osakeyhtio|akcyjna|akciova"),
    (
        "stock",
        "akcine|aktsiaselts|akciju|dionick|delnis|reszvenytars|pe actiuni|anonim sirket|hlutafelag|naamloze|por acciones",
    ),
    ("stock", "par actions|anonimi|open ended|berhad|perseroan|акционерн|акціонерн|акцыянерн"),
    ("partnership", "general partnership|partnership|nom collectif|nome collettivo|offene handels|vennootschap onder firma"),
    ("partnership", "nombre colectivo|jawna|interessentskab|handelsbolag|ansvarlig selskap|colectiva"),
    ("sole", "sole prop|einzelunternehm|entreprise individuelle|eenmanszaak|empresario individual|enkeltmand|enskild"),
)
# Letters too short or too common to be a form outside their own country's register.
PLAIN = frozenset(
    "is as co no so to it me by in on at am an the plus net pro alta asso fund trust bank club union society association "
    "foundation company limited group cooperative partnership corporation stiftung fondation verein inc ltd gov p l s c e d "
    "na ca pa pc pl sp sc st mb ba lp br de en sea zero ia other government university school church party".split()
)
LONGEST = 6  # words of a long name: longer ones are descriptions
ENOUGH = 3  # letters an abbreviation of the register must have


@dataclass
class Entry:
    """A form as it is written to the table."""

    code: str
    families: str
    countries: set[str]
    spellings: dict[str, None] = field(default_factory=dict)


def words(text: str) -> str:
    """A spelling as the matcher sees it: folded words without stops."""
    plain = fold(text).replace(".", "").replace(",", " ").replace('"', " ").replace("«", " ")
    return " ".join(plain.split())


def rows(name: str) -> list[list[str]]:
    """The rows of a table beside this script."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def everyday() -> list[Entry]:
    """The forms written by hand; a mark before a spelling is kept."""
    made = []
    for code, families, countries, spellings in rows("legal_forms_everyday.tsv"):
        entry = Entry(code, families, set(countries.split()))
        for spelling in spellings.split("|"):
            mark = spelling[0] if spelling[0] in "~^" else ""
            entry.spellings[mark + words(spelling[len(mark) :])] = None
        made.append(entry)
    return made


def family(name: str) -> str:
    """The family a folded long name tells; empty where it tells none."""
    return next((kind for kind, signs in FAMILIES if any(sign in name for sign in signs.split("|"))), "")


def of_register(row: dict[str, str]) -> tuple[str, list[str]]:
    """The long name of a row, and the abbreviations fit to be searched in any name."""
    keys = list(row)
    name = re.sub(r"\(.*?\)", "", row[keys[3]]).strip()
    short = [words(part) for key in (keys[5], keys[6]) for part in row[key].split(";")]
    return words(name), [
        s for s in dict.fromkeys(short) if len(s) >= ENOUGH and s not in PLAIN and "(" not in s and s.isascii()
    ]


def join(entries: list[Entry], path: str) -> None:
    """Add the rows of the register to the entries."""
    known = {spelling.lstrip("~^"): entry for entry in entries for spelling in entry.spellings}
    codes = {entry.code for entry in entries}
    with Path(path).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            keys = list(row)
            name, short = of_register(row)
            kind = family(name)
            if not kind or row[keys[7]] != "ACTV" or not 2 <= len(name.split()) <= LONGEST or set(name) & set("/-"):
                continue
            entry = next((known[s] for s in (name, *short) if s in known and kind in known[s].families.split()), None)
            if entry is None:
                code = short[0] if short and short[0] not in codes else name
                entry = Entry(code.replace(" ", "-"), kind, {row[keys[1]].lower()})
                entries.append(entry)
                codes.add(entry.code)
            for spelling in (name, *short):
                if spelling not in known:
                    known[spelling] = entry
                    entry.spellings["~" + spelling if len(spelling) <= ENOUGH else spelling] = None


def main() -> None:
    """Write the table."""
    entries = everyday()
    join(entries, sys.argv[1])
    head = "# Legal forms: code, families, countries, spellings. Made by scripts/make_legal_forms.py (ISO 20275, GLEIF: CC0)"
    lines = [
        f"{e.code}\t{e.families}\t{' '.join(sorted(e.countries))}\t{'|'.join(e.spellings)}" for e in entries if e.spellings
    ]
    lines += ["\t".join(["run", *row]) for row in rows("legal_forms_runs.tsv")]
    TARGET.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    print(len(entries), "forms,", sum(len(e.spellings) for e in entries), "spellings")


if __name__ == "__main__":
    main()
