"""The consolidated list of EU financial sanctions, CSV of the FSF export: one row for each name, birth, address or document."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lists.entry import Entry, Problem
from dragoman.lists.formats.eu_xml import AUTHORITY, DOCUMENTS, SUBJECTS, UNKNOWN
from dragoman.lists.parts import Part
from dragoman.lists.reading import Reading
from dragoman.lists.tables import headings, rows

NUMBER, REFERENCE = "Entity_LogicalId", "Entity_EU_ReferenceNumber"
HEADINGS = frozenset((NUMBER, "NameAlias_WholeName"))
ADDRESS = ("Address_Street", "Address_PoBox", "Address_Place", "Address_ZipCode", "Address_City", "Address_Region",
           "Address_CountryDescription")  # fmt: skip
BIRTH_PLACE = ("BirthDate_Place", "BirthDate_City", "BirthDate_Region", "BirthDate_CountryDescription")
TEXTS = {
    "notes": "Entity_Remark", "program": "Entity_Regulation_Programme", "citation": "Entity_Regulation_NumberTitle",
    "sourceUrl": "Entity_Regulation_PublicationUrl", "position": "NameAlias_Function", "title": "NameAlias_Title",
    "recordId": "Entity_UnitedNationId",
}  # fmt: skip


class EuCsv:
    """Rows of one logical id are one entity, wherever they stand."""

    name = "eu-csv"
    title = "EU consolidated financial sanctions"
    law = "EU"

    def fits(self, part: Part, head: str) -> bool:
        """By its headings."""
        first = head.partition("\n")[0]
        return NUMBER in first and "NameAlias_WholeName" in first

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """Each entity with all its rows."""
        found: dict[str, Entry] = {}
        for part in reading.parts:
            headings(part, reading.limits, HEADINGS)
            for row in rows(part, reading.limits, reading.encoding, HEADINGS):
                if isinstance(row, Problem):
                    yield row
                elif not row.cells.get(NUMBER, "").strip():
                    yield Problem(row.at, f"has no {NUMBER}")
                else:
                    _fill(found, row.cells, row.at)
                    reading.published = reading.published or _day(row.cells.get("fileGenerationDate", ""))
        yield from found.values()


def _day(text: str) -> str:
    parts = text.strip()[:10].split("/")
    return "-".join(reversed(parts)) if len(parts) == 3 else text.strip()[:10]


def _fill(found: dict[str, Entry], cells: dict[str, str], at: str) -> None:
    number = cells[NUMBER].strip()
    if number not in found:
        code = cells.get("Entity_SubjectType_ClassificationCode") or cells.get("Entity_SubjectType") or ""
        found[number] = Entry(cells.get(REFERENCE, "").strip() or number, SUBJECTS.get(code.strip(), "LegalEntity"), at)
        found[number].add("authority", AUTHORITY)
        found[number].add("recordId", number)
    entry = found[number]
    for prop, heading in TEXTS.items():
        entry.add(prop, cells.get(heading, ""))
    listed = cells.get("Entity_DesignationDate") or cells.get("Entity_Regulation_EntryIntoForceDate") or ""
    if "listingDate" not in entry.properties:
        entry.date("listingDate", listed)
    _name(entry, cells)
    _birth(entry, cells)
    entry.add(DOCUMENTS.get(cells.get("Identification_TypeCode", ""), "idNumber"), cells.get("Identification_Number", ""))
    entry.country("citizenship", _country(cells, "Citizenship_CountryIso2Code"))
    whole = _joined(cells, ADDRESS)
    entry.add("address", whole if whole != cells.get("Address_CountryDescription") else "")
    entry.country("country", _country(cells, "Address_CountryIso2Code"))


def _name(entry: Entry, cells: dict[str, str]) -> None:
    parts = (cells.get(f"NameAlias_{part}Name", "").strip() for part in ("First", "Middle", "Last"))
    whole = cells.get("NameAlias_WholeName", "").strip() or " ".join(filter(None, parts))
    weak = cells.get("NameAlias_Strong", "").strip().lower() in ("false", "0", "no")
    entry.name(whole, "weakAlias" if weak else "alias" if "name" in entry.properties else "name")
    entry.add("gender", {"M": "male", "F": "female"}.get(cells.get("NameAlias_Gender", ""), ""))


def _birth(entry: Entry, cells: dict[str, str]) -> None:
    circa = "circa " if cells.get("BirthDate_Circa", "").lower() in ("true", "1") else ""
    day = cells.get("BirthDate_BirthDate") or cells.get("BirthDate_Year") or ""
    entry.date("birthDate", f"{circa}{day}" if day.strip() else "")
    entry.add("birthPlace", _joined(cells, BIRTH_PLACE))
    entry.country("birthCountry", _country(cells, "BirthDate_CountryIso2Code"))


def _joined(cells: dict[str, str], names: tuple[str, ...]) -> str:
    return ", ".join(v for v in (cells.get(name, "").strip() for name in names) if v and v != UNKNOWN)


def _country(cells: dict[str, str], heading: str) -> str:
    code = cells.get(heading, "").strip()
    return code if len(code) == 2 and code.isalpha() else ""
