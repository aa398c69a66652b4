"""The Denied Persons List of the US Bureau of Industry and Security, tab-separated text."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lists.entry import Entry, Problem
from dragoman.lists.naming import made_id
from dragoman.lists.parts import Part
from dragoman.lists.reading import Reading
from dragoman.lists.tables import rows

HEADINGS = frozenset(("Name", "Street_Address", "Effective_Date", "FR_Citation"))
ADDRESS = ("Street_Address", "City", "State", "Postal_Code", "Country")
AUTHORITY = "Bureau of Industry and Security, US Department of Commerce"


class DeniedPersons:
    """Persons and firms alike, which the list does not tell apart; it prints no number, so ids are made of names."""

    name = "bis-denied"
    title = "BIS Denied Persons List"
    law = "US"

    def fits(self, part: Part, head: str) -> bool:
        """By its headings."""
        first = head.partition("\n")[0]
        return all(name in first for name in HEADINGS)

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """One entry a name: rows of one name and order are its addresses. The latest change dates the list."""
        found: dict[tuple[str, str], Entry] = {}
        for part in reading.parts:
            for row in rows(part, reading.limits, reading.encoding, HEADINGS):
                if isinstance(row, Problem):
                    yield row
                    continue
                cells = row.cells
                key = (cells["Name"].strip(), cells["FR_Citation"])
                if key not in found:
                    found[key] = Entry(made_id("denied", *key), "LegalEntity", row.at)
                    found[key].name(cells["Name"])
                _fill(found[key], cells)
                changed = cells.get("Last_Update", "")[:10]
                if reading.published < changed <= reading.today:  # the list has years such as 3017
                    reading.published = changed
        yield from found.values()


def _fill(entry: Entry, cells: dict[str, str]) -> None:
    entry.add("address", ", ".join(filter(None, (cells.get(name, "").strip() for name in ADDRESS))))
    entry.country("country", *filter(None, (cells.get("Country", ""),)))
    entry.date("listingDate", cells.get("Effective_Date", ""), month_first=True)
    entry.date("endDate", cells.get("Expiration_Date", ""), month_first=True)
    entry.add("authority", AUTHORITY)
    entry.add("program", "Denied Persons List (DPL)")
    entry.add("citation", cells.get("FR_Citation", ""))
    entry.add("notes", cells.get("Action", ""))
