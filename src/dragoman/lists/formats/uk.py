"""UK sanctions, CSV: OFSI's consolidated list (a row a name, one Group ID) and the UK Sanctions List of the foreign office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.lists.dates import date
from dragoman.lists.decoding import opening
from dragoman.lists.entry import Entry, Problem
from dragoman.lists.parts import Part
from dragoman.lists.reading import Reading
from dragoman.lists.tables import SEARCHED, rows

AUTHORITY = "Office of Financial Sanctions Implementation, HM Treasury"
SCHEMATA = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
_NUMBERED = re.compile(r"\(\d+\)|;|\|")
EMPTY = "0"  # what some exports write in empty cells
GIVEN = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which heading holds what, in one of the two lists."""

    id: str
    schema: str
    kind: str  # of name: primary, AKA, FKA
    quality: str
    script: str
    texts: Mapping[str, str]
    countries: Mapping[str, str]
    dates: Mapping[str, str]
    address: tuple[str, ...]


OFSI = Layout(
    "Group ID", "Group Type", "Alias Type", "Alias Quality", "Name Non-Latin Script",
    {"Regime": "program", "Title": "title", "Position": "position", "Passport Number": "passportNumber",
     "National Identification Number": "idNumber", "Other Information": "notes", "Town of Birth": "birthPlace"},
    {"Nationality": "nationality", "Country of Birth": "birthCountry", "Country": "country"},
    {"DOB": "birthDate", "Listed On": "listingDate"},
    ("Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code", "Country"),
)  # fmt: skip
UKSL = Layout(
    "Unique ID", "Designation Type", "Name type", "Alias strength", "Name non-latin script",
    {"Regime Name": "program", "Title": "title", "Position": "position", "Passport number": "passportNumber",
     "National Identifier number": "idNumber", "Other Information": "notes", "Town of birth": "birthPlace",
     "Gender": "gender", "Phone number": "phone", "Website": "website", "Email address": "email", "Type of entity": "sector",
     "Parent company": "parent", "Business registration number (s)": "registrationNumber", "IMO number": "imoNumber",
     "UK Statement of Reasons": "reason", "Sanctions Imposed": "provisions", "OFSI Group ID": "recordId",
     "UN Reference Number": "recordId", "Type of ship": "type"},
    {"Nationality(/ies)": "nationality", "Country of birth": "birthCountry", "Address Country": "country",
     "Current believed flag of ship": "flag"},
    {"D.O.B": "birthDate", "Date Designated": "listingDate", "Year Built": "buildDate"},
    ("Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5", "Address Line 6",
     "Address Postal Code", "Address Country"),
)  # fmt: skip


class UkCsv:
    """Both lists: rows of one id are one entry, in any order; low quality makes a weak alias."""

    name = "uk-csv"
    title = "UK sanctions list"
    law = "UK"

    def fits(self, part: Part, head: str) -> bool:
        """By the headings below the line with the date."""
        lines = head.splitlines()[:SEARCHED]
        return any("Name 6" in line and ("Group ID" in line or "Unique ID" in line) for line in lines)

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """Each entry with all its rows."""
        for part in reading.parts:
            head = opening(part)
            layout = UKSL if "Unique ID" in "\n".join(head.splitlines()[:SEARCHED]) else OFSI
            reading.published = reading.published or date(head.partition("\n")[0])
            found: dict[str, Entry] = {}
            for row in rows(part, reading.limits, reading.encoding, frozenset(("Name 6", layout.id))):
                if isinstance(row, Problem):
                    yield row
                elif not row.cells.get(layout.id, "").strip():
                    yield Problem(row.at, f"has no {layout.id}")
                else:
                    _fill(found, layout, row.cells, row.at)
            yield from found.values()


def _fill(found: dict[str, Entry], layout: Layout, cells: dict[str, str], at: str) -> None:
    number = cells[layout.id].strip()
    if number not in found:
        kind = next((v for k, v in cells.items() if k.startswith((layout.schema, "Individual"))), "").strip().lower()
        found[number] = Entry(number, SCHEMATA.get(kind, "LegalEntity"), at)
        found[number].add("authority", AUTHORITY)
    entry = found[number]
    parts = [cells.get(name, "").strip() for name in (*GIVEN, "Name 6")]
    entry.name(" ".join(p for p in parts if p and p != EMPTY), _prop(cells, layout))
    entry.name(cells.get(layout.script, ""), "alias")
    for heading, prop in layout.texts.items():
        entry.add(prop, *(_split(cells.get(heading, "")) if prop.endswith("Number") else [cells.get(heading, "")]))
    for heading, prop in layout.countries.items():
        entry.country(prop, *_split(cells.get(heading, "")))
    for heading, prop in layout.dates.items():
        entry.date(prop, *_split(cells.get(heading, "")))
    entry.add("address", ", ".join(filter(None, (cells.get(name, "").strip() for name in layout.address))))


def _prop(cells: dict[str, str], layout: Layout) -> str:
    kind = cells.get(layout.kind, "").strip().lower()
    if cells.get(layout.quality, "").strip().lower().startswith(("low", "weak")):
        return "weakAlias"
    if kind.startswith(("fka", "f.k.a", "former")):
        return "previousName"
    return "name" if kind == "primary name" or not kind else "alias"


def _split(cell: str) -> list[str]:
    """The values of a cell that numbers them: "(1) 12345 (2) 67890", or parts them by semicolons."""
    return [piece.strip(" ,") for piece in _NUMBERED.split(cell) if piece.strip(" ,")]
