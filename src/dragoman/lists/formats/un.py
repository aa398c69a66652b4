"""The consolidated list of the UN Security Council, XML (scsanctions.un.org)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.lists.elements import children, elements, local, told
from dragoman.lists.entry import Entry, Problem
from dragoman.lists.parts import Part
from dragoman.lists.reading import Reading

NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME", "SIXTH_NAME")
QUALITIES = {"low": "weakAlias", "f.k.a.": "previousName", "fka": "previousName"}
ADDRESS = ("NOTE", "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
DOCUMENTS = (("passport", "passportNumber"), ("tax", "taxNumber"))
AUTHORITY = "United Nations Security Council"


class UnXml:
    """Individuals and entities; aliases of low quality are weak, f.k.a. previous names."""

    name = "un-xml"
    title = "UN Security Council consolidated list"
    law = "UN"

    def fits(self, part: Part, head: str) -> bool:
        """By the root element."""
        return "<CONSOLIDATED_LIST" in head

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """Each individual and entity."""
        for part in reading.parts:
            for element in elements(part, "INDIVIDUAL", "ENTITY"):
                if local(element) == "CONSOLIDATED_LIST":
                    reading.published = reading.published or str(element.get("dateGenerated", ""))[:10]
                else:
                    yield _entry(element, part)


def _entry(element: Any, part: Part) -> Entry:
    person = local(element) == "INDIVIDUAL"
    number = told(element, "REFERENCE_NUMBER") or told(element, "DATAID")
    entry = Entry(number, "Person" if person else "Organization", f"{part.shown} {local(element)} {told(element, 'DATAID')}")
    entry.name(" ".join(filter(None, (told(element, name) for name in NAMES))))
    for name in (child.text or "" for child in children(element, "NAME_ORIGINAL_SCRIPT")):
        entry.name(name, "alias")
    for alias in (c for c in element if local(c) in ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS")):
        _alias(entry, alias)
    entry.add("program", told(element, "UN_LIST_TYPE"))
    entry.add("authority", AUTHORITY)
    entry.date("listingDate", told(element, "LISTED_ON")[:10])
    entry.add("notes", told(element, "COMMENTS1"))
    entry.add("gender", told(element, "GENDER").lower())
    entry.add("modifiedAt", *(v[:10] for v in _values(element, "LAST_DAY_UPDATED")))
    entry.add("title", *_values(element, "TITLE"))
    entry.add("position", *_values(element, "DESIGNATION"))
    entry.country("nationality", *_values(element, "NATIONALITY"))
    for birth in children(element, "INDIVIDUAL_DATE_OF_BIRTH"):
        _birth(entry, birth)
    for address in (c for c in element if local(c) in ("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS")):
        _address(entry, address)
    for place in children(element, "INDIVIDUAL_PLACE_OF_BIRTH"):
        entry.add("birthPlace", ", ".join(filter(None, (told(place, n) for n in ("CITY", "STATE_PROVINCE", "COUNTRY")))))
    for document in children(element, "INDIVIDUAL_DOCUMENT"):
        _document(entry, document)
    return entry


def _alias(entry: Entry, alias: Any) -> None:
    prop = QUALITIES.get(told(alias, "QUALITY").lower(), "alias")
    entry.name(told(alias, "ALIAS_NAME"), prop)
    for birth in filter(None, (told(alias, "DATE_OF_BIRTH"),)):
        entry.add("notes", f"under the name {told(alias, 'ALIAS_NAME')}: born {birth}")


def _birth(entry: Entry, birth: Any) -> None:
    day = told(birth, "DATE")[:10]
    circa = "circa " if told(birth, "TYPE_OF_DATE").upper() == "APPROXIMATELY" else ""
    first, last = told(birth, "FROM_YEAR"), told(birth, "TO_YEAR")
    between = f"between {first} and {last}" if first and last else first or last
    entry.date("birthDate", day or f"{circa}{told(birth, 'YEAR') or between or told(birth, 'NOTE')}")


def _address(entry: Entry, address: Any) -> None:
    parts = [told(address, name) for name in ADDRESS[1:]]
    if any(parts):
        entry.add("address", ", ".join(filter(None, parts)))
        entry.country("country", told(address, "COUNTRY"))


def _document(entry: Entry, document: Any) -> None:
    kind = f"{told(document, 'TYPE_OF_DOCUMENT')} {told(document, 'TYPE_OF_DOCUMENT2')}".lower()
    prop = next((prop for word, prop in DOCUMENTS if word in kind), "idNumber")
    entry.add(prop, told(document, "NUMBER"))


def _values(element: Any, name: str) -> list[str]:
    return [v.text for child in children(element, name) for v in children(child, "VALUE") if v.text]
