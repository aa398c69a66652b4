"""The US Consolidated Screening List (data.trade.gov), CSV and JSON: one entry as flat cells or nested, to one shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from dragoman.base.errors import Unreadable
from dragoman.lists.countries import country_of_address
from dragoman.lists.decoding import text_of
from dragoman.lists.entry import Entry, Problem
from dragoman.lists.formats.ofac_remarks import DATES, TEXTS, identifiers, identify, remarks
from dragoman.lists.parts import Part
from dragoman.lists.reading import Reading
from dragoman.lists.spellings import outside
from dragoman.lists.tables import headings, is_sheet, rows

HEADINGS = frozenset(("source", "entity_number", "name", "alt_names", "federal_register_notice"))
TYPES = {"individual": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}
UNTYPED = "LegalEntity"  # lists of the commerce and state departments do not say what an entry is
ENTRY_MOST = 4_000_000  # characters of one JSON object; the longest entry has about 60,000
_CODE = re.compile(r"[A-Z]{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{2} [A-Z][a-z]{2} \d{4}")  # when a document was issued or expires
_SPACES = re.compile(r"[\s,]*")
PLAIN = {
    "callSign": "call_sign", "type": "vessel_type", "owner": "vessel_owner", "sourceUrl": "source_list_url",
    "recordId": "entity_number", "citation": "federal_register_notice", "licenceRequirement": "license_requirement",
    "licencePolicy": "license_policy",
}  # fmt: skip
Item = dict[str, Any]


class CslCsv:
    """Rows with several values in a cell, split at semicolons."""

    name = "csl-csv"
    title = "US Consolidated Screening List"
    law = "US"

    def fits(self, part: Part, head: str) -> bool:
        """By its headings."""
        first = head.partition("\n")[0]
        return not is_sheet(part) and "{" not in first and "alt_names" in first and "federal_register_notice" in first

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """Each row."""
        for part in reading.parts:
            headings(part, reading.limits, HEADINGS)
            for row in rows(part, reading.limits, reading.encoding, HEADINGS):
                if isinstance(row, Problem):
                    yield row
                elif not row.cells.get("name"):
                    yield Problem(row.at, "has no name")
                else:
                    yield _entry(_nested(row.cells), row.at)


class CslJson:
    """The answer of the service: objects under `results`."""

    name = "csl-json"
    title = "US Consolidated Screening List"
    law = "US"

    def fits(self, part: Part, head: str) -> bool:
        """By its keys."""
        return head.lstrip("\ufeff \r\n\t[")[:1] == "{" and '"alt_names"' in head and '"source"' in head

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """Each object."""
        for part in reading.parts:
            with text_of(part, reading.encoding) as text:
                for number, item in enumerate(_objects(text, part), 1):
                    yield _entry(item, f"{part.shown} result {number}")


def _objects(text: TextIO, part: Part) -> Iterator[Item]:
    """The objects of the `results` array, decoded one by one as the text comes."""
    decoder, held = json.JSONDecoder(), ""
    while '"results"' not in held and not held.lstrip("\ufeff \r\n\t").startswith("["):
        chunk = text.read(1 << 16)
        held += chunk
        if not chunk or len(held) > ENTRY_MOST:
            raise Unreadable("holds no results", where=part.shown, do="get the whole answer of the service")
    held = held[held.index("[", max(0, held.find('"results"'))) + 1 :]
    while True:
        held = held[_SPACES.match(held).end() :]  # type: ignore[union-attr]
        try:
            found, end = decoder.raw_decode(held)
        except ValueError as error:
            if held.startswith("]"):
                return
            chunk = text.read(1 << 16)
            if not chunk or len(held) > ENTRY_MOST:
                raise Unreadable("is broken JSON or was cut short", where=part.shown, do="get a whole copy") from error
            held += chunk
            continue
        held = held[end:]
        if isinstance(found, dict):
            yield found


def _nested(cells: dict[str, str]) -> Item:
    """A flat row in the shape of the service's objects."""
    several = ("alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth", "programs")
    item: Item = {**cells, **{key: _split(cells.get(key, "")) for key in several}}
    item["addresses"] = [{"whole": a} for a in _split(cells.get("addresses", ""))]
    item["ids"] = [_number(i) for i in _split(cells.get("ids", ""))]
    item["id"] = cells.get("_id") or cells.get("id") or cells.get("entity_number", "")
    return item


def _split(cell: str) -> list[str]:
    return [piece.strip() for piece in outside(cell, ";") if piece.strip()]


def _number(text: str) -> Item:
    """A number of the flat form: "type, number, country" in files to 2024, "country, number, type" after."""
    pieces = [p.strip() for p in text.split(", ")]
    known = identifiers()
    if pieces[0].lower() in known or _plain(pieces[0]):
        kind, *rest = pieces
        issued = rest.pop() if len(rest) > 1 and _CODE.fullmatch(rest[-1]) else ""
    else:
        issued = pieces.pop(0) if len(pieces) > 1 and _CODE.fullmatch(pieces[0]) else ""
        kind, rest = (pieces[-1], pieces[:-1]) if len(pieces) > 1 else ("", pieces)
    return {"type": kind, "number": ", ".join(r for r in rest if not _DAY.fullmatch(r)) or ", ".join(rest), "country": issued}


def _plain(kind: str) -> bool:
    return any(kind.lower().startswith(k) for table in (DATES, TEXTS) for k in table) or kind == "Gender"


def _entry(item: Item, at: str) -> Entry:
    schema = TYPES.get(_text(item, "type").lower(), UNTYPED)
    person = schema == "Person"
    entry = Entry(_text(item, "id") or _text(item, "_id") or _text(item, "entity_number"), schema, at)
    entry.name(_text(item, "name"), inverted=person)
    for name in item.get("alt_names") or ():
        entry.name(str(name).removeprefix("and "), "alias", inverted=person)
    entry.add("authority", _text(item, "source"))
    entry.add("program", *(str(p) for p in item.get("programs") or ()), _text(item, "source").partition(" - ")[0])
    entry.date("listingDate", _text(item, "start_date"))
    entry.date("endDate", _text(item, "end_date"))
    entry.add("position" if person else "notes", _text(item, "title"))
    for prop, key in PLAIN.items():
        entry.add(prop, _text(item, key))
    entry.country("flag", *filter(None, (_text(item, "vessel_flag"),)))
    _person(entry, item)
    for address in item.get("addresses") or ():
        _address(entry, address)
    for number in item.get("ids") or ():
        _identifier(entry, number)
    remarks(entry, _text(item, "remarks").strip("()"))
    return entry


def _text(item: Item, key: str) -> str:
    value = item.get(key)
    return "" if value is None else str(value)


def _person(entry: Entry, item: Item) -> None:
    for prop, key in (("nationality", "nationalities"), ("citizenship", "citizenships")):
        entry.country(prop, *(str(v) for v in item.get(key) or ()))
    entry.date("birthDate", *(str(v) for v in item.get("dates_of_birth") or ()))
    entry.add("birthPlace", *(str(v) for v in item.get("places_of_birth") or ()))


def _address(entry: Entry, address: Item) -> None:
    parts = [_text(address, key) for key in ("whole", "address", "city", "state", "postal_code", "country")]
    whole = ", ".join(filter(None, parts))
    if len(whole) > 2:
        entry.add("address", whole)
    code = _text(address, "country") or country_of_address(whole)
    entry.country("country", *filter(None, (code,)))


def _identifier(entry: Entry, number: Item) -> None:
    kind, value = _text(number, "type").strip(" .:"), _text(number, "number")
    low = kind.lower()
    if low == "gender":
        entry.add("gender", value.lower())
    elif low in DATES:
        entry.date(DATES[low], value)
    elif low in TEXTS:
        entry.add(TEXTS[low], value)
    elif low.startswith("listing date"):
        entry.date("listingDate", value)
    elif low in identifiers() or f"{low}." in identifiers():
        identify(entry, low if low in identifiers() else f"{low}.", value, _text(number, "country"))
    else:
        entry.add("notes", f"{kind}: {value}" if kind else value)
