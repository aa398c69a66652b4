"""What OFAC packs into remarks: births, nationalities, documents, weak names in quotation marks, links; split at semicolons."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman import data
from dragoman.lists.entry import Entry

# The first words of a remark, then the property its value belongs to.
TEXTS = {
    "pob": "birthPlace", "linked to:": "linkedTo", "gender": "gender", "aircraft model": "model", "vessel type": "type",
    "aircraft operator": "operator", "executive order": "program",
}  # fmt: skip
COUNTRIES = {"nationality": "nationality", "citizen": "citizenship", "nationality of registration": "country",
             "former citizen": "pastCitizenship", "vessel flag": "flag"}  # fmt: skip
DATES = {"dob": "birthDate", "organization established date": "incorporationDate", "aircraft manufacture date": "buildDate",
         "vessel year of build": "buildDate", "date of death": "deathDate"}  # fmt: skip
_IMO = re.compile(r"\bIMO\s*(\d{7})\b")
_PLACE = re.compile(r"\s*\(([^()]*)\)\s*$")
_ALT = re.compile(r"^(?:alt\.|additional)\s+", re.I)
_TAIL = re.compile(r"\s+(?:issued|expires)\b.*$", re.I)


@lru_cache(maxsize=1)
def identifiers() -> dict[str, str]:
    """What the lists call a number, in small letters, and its property; the longest first."""
    lines = (line.split("\t") for line in data.text("lists/identifiers.tsv").splitlines() if line and line[0] != "#")
    found = {name: prop for prop, names in lines for name in names.split("|")}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def remarks(entry: Entry, text: str) -> None:
    """Put each remark to its property; what is none that is known is kept among the notes."""
    for piece in text.rstrip(" .").split(";"):
        piece = _ALT.sub("", piece.strip(" .\r\n()" if piece.count("(") != piece.count(")") else " .\r\n"))
        if piece:
            _remark(entry, piece)


def _remark(entry: Entry, piece: str) -> None:
    low = piece.lower()
    if low.startswith(("a.k.a.", "f.k.a.", "n.k.a.")):
        entry.add("previousName" if low.startswith("f") else "weakAlias", piece[6:].strip(" '\"."))
        return
    for table, put in ((DATES, entry.date), (COUNTRIES, entry.country), (TEXTS, entry.add)):
        for start, prop in table.items():
            if low.startswith(f"{start} "):
                put(prop, piece[len(start) :].strip(" .").lower() if prop == "gender" else piece[len(start) :].strip(" ."))
                return
    if not _number(entry, piece, low):
        entry.add("notes", piece)


def _number(entry: Entry, piece: str, low: str) -> bool:
    start = next((s for s in identifiers() if low.startswith(s)), "")
    if not start:
        return False
    identify(entry, start, piece[len(start) :])
    return True


def identify(entry: Entry, kind: str, value: str, issued: str = "") -> None:
    """A number of that kind; a country in brackets behind it says who issued it."""
    prop = identifiers().get(kind.lower().strip(), "idNumber")
    value = _TAIL.sub("", value.strip(" .,#"))
    issuer = issued
    while place := _PLACE.search(value):
        issuer, value = issuer or place[1], value[: place.start()]
    value = value.strip(" .,#")
    imo = _IMO.search(value)
    if imo:
        entry.add("imoNumber", imo[1])
        return
    if prop == "registrationNumber" and issuer in ("Russia", "RU") and len(value) == 13 and value.isdigit():
        prop = "ogrnCode"
    elif prop == "taxNumber" and issuer in ("Russia", "RU") and len(value) in (10, 12) and value.isdigit():
        prop = "innCode"
    entry.add(prop, value)
