"""The consolidated list of EU financial sanctions, XML of the FSF export (versions 1.0 and 1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.lists.elements import children, elements, local, told
from dragoman.lists.entry import Entry, Problem
from dragoman.lists.parts import Part
from dragoman.lists.reading import Reading

AUTHORITY = "Council of the European Union"
SUBJECTS = {"person": "Person", "P": "Person", "enterprise": "Organization", "E": "Organization"}
DOCUMENTS = {
    "passport": "passportNumber", "diplomatic-passport": "passportNumber", "regnumber": "registrationNumber",
    "fiscalcode": "taxNumber", "tax": "taxNumber", "imo": "imoNumber", "swiftbic": "swiftBic", "electronic": "email",
}  # fmt: skip
BIRTH_PLACE = ("place", "city", "region", "zipCode", "countryDescription")
ADDRESS = ("street", "poBox", "place", "zipCode", "city", "region", "countryDescription")
UNKNOWN = "UNKNOWN"


class EuXml:
    """`sanctionEntity` with its nameAlias, regulation, identification, birthdate, citizenship and address."""

    name = "eu-xml"
    title = "EU consolidated financial sanctions"
    law = "EU"

    def fits(self, part: Part, head: str) -> bool:
        """By the name of its elements."""
        return "<sanctionEntity" in head or "ec.europa.eu/fpi/fsd/export" in head

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """Each entity; one without a name is a problem."""
        for part in reading.parts:
            for element in elements(part, "sanctionEntity"):
                if local(element) == "export":
                    reading.published = reading.published or str(element.get("generationDate", ""))[:10]
                elif local(element) == "sanctionEntity":
                    yield _entry(element, part)


def _entry(element: Any, part: Part) -> Entry:
    number = element.get("euReferenceNumber") or element.get("logicalId") or ""
    subject = next(iter(children(element, "subjectType")), None)
    code = (subject.get("code") or subject.get("classificationCode") or "") if subject is not None else ""
    entry = Entry(number, SUBJECTS.get(code, "LegalEntity"), f"{part.shown} sanctionEntity {element.get('logicalId', '')}")
    entry.add("authority", AUTHORITY)
    entry.add("recordId", element.get("logicalId") or "", element.get("unitedNationId") or "")
    entry.add("notes", told(element, "remark"), element.get("designationDetails") or "")
    entry.date("listingDate", (element.get("designationDate") or "")[:10])
    for regulation in children(element, "regulation"):
        _regulation(entry, regulation)
    for alias in children(element, "nameAlias"):
        _name(entry, alias)
    for birth in children(element, "birthdate"):
        _birth(entry, birth)
    for citizenship in children(element, "citizenship"):
        entry.country("citizenship", _country(citizenship))
    for document in children(element, "identification"):
        entry.add(DOCUMENTS.get(document.get("identificationTypeCode") or "", "idNumber"), document.get("number") or "",
                  document.get("latinNumber") or "")  # fmt: skip
    for address in children(element, "address"):
        whole = _joined(address, ADDRESS)
        entry.add("address", whole if whole != address.get("countryDescription") else "")
        entry.country("country", _country(address))
    return entry


def _joined(element: Any, names: tuple[str, ...]) -> str:
    return ", ".join(v for v in (element.get(name) or "" for name in names) if v and v != UNKNOWN)


def _country(element: Any) -> str:
    code = element.get("countryIso2Code") or ""
    return code if len(code) == 2 and code.isalpha() else ""


def _regulation(entry: Entry, regulation: Any) -> None:
    entry.add("program", regulation.get("programme") or "")
    entry.add("citation", regulation.get("numberTitle") or "")
    entry.add("sourceUrl", told(regulation, "publicationUrl"))
    if "listingDate" not in entry.properties:
        entry.date("listingDate", (regulation.get("entryIntoForceDate") or regulation.get("publicationDate") or "")[:10])


def _name(entry: Entry, alias: Any) -> None:
    parts = (alias.get(name) or "" for name in ("firstName", "middleName", "lastName"))
    whole = alias.get("wholeName") or " ".join(filter(None, parts))
    weak = (alias.get("strong") or "true").lower() == "false"
    entry.name(whole, "weakAlias" if weak else "alias" if "name" in entry.properties else "name")
    entry.add("position", alias.get("function") or "")
    entry.add("title", alias.get("title") or "")
    entry.add("gender", {"M": "male", "F": "female"}.get(alias.get("gender") or "", ""))
    if entry.schema == "Person" and not weak:
        entry.add("firstName", alias.get("firstName") or "")
        entry.add("lastName", alias.get("lastName") or "")


def _birth(entry: Entry, birth: Any) -> None:
    circa = "circa " if (birth.get("circa") or "").lower() == "true" else ""
    first, last = birth.get("yearRangeFrom") or "", birth.get("yearRangeTo") or ""
    between = f"between {first} and {last}" if first and last else first or last
    day = birth.get("birthdate") or ""
    if not day and birth.get("year"):
        month, number = birth.get("monthOfYear") or "", birth.get("dayOfMonth") or ""
        day = "-".join(
            filter(None, (birth.get("year"), month.zfill(2) if month else "", number.zfill(2) if month and number else ""))
        )
    entry.date("birthDate", f"{circa}{day}" if day else between)
    entry.add("birthPlace", _joined(birth, BIRTH_PLACE))
    entry.country("birthCountry", _country(birth))
