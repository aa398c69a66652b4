"""OFAC's CSV sets without headings: SDN (sdn, alt, add, sdn_comments), consolidated (cons_prim, cons_alt, cons_add)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from dragoman.base.errors import Unreadable
from dragoman.lists.entry import Entry, Problem
from dragoman.lists.formats.ofac_remarks import remarks
from dragoman.lists.parts import Part
from dragoman.lists.reading import Reading
from dragoman.lists.tables import bare_rows

NULL = "-0-"
SETS = {"sdn": ("sdn", "alt", "add", "sdn_comments"), "cons": ("cons_prim", "cons_alt", "cons_add", "cons_comments")}
TYPES = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
AUTHORITY = "Office of Foreign Assets Control, US Department of the Treasury"
WIDTHS = {"prim": 12, "alt": 5, "add": 6, "comments": 2}
_BEGIN = re.compile(r'^\d+,(?:\d+,)?["\-]')
_PROGRAMMES = re.compile(r"[\[\]]|\s*;\s*")


class OfacCsv:
    """One record a number of the primary file; aliases and addresses of their own files folded in."""

    name = "ofac-csv"
    title = "OFAC sanctions lists"
    law = "US"

    def fits(self, part: Part, head: str) -> bool:
        """By the file names OFAC gives, and rows that begin with a number."""
        return _stem(part) in {name for names in SETS.values() for name in names} and bool(_BEGIN.match(head))

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """Each entry, with what the set's other files say of it."""
        chosen, files = _chosen(reading)
        reading.title = reading.title or (
            "OFAC Specially Designated Nationals" if chosen == "sdn" else "OFAC consolidated non-SDN lists"
        )
        aliases, addresses = _by_number(files.get("alt"), "alt", reading), _by_number(files.get("add"), "add", reading)
        longer = _by_number(files.get("comments"), "comments", reading)
        for line, cells in bare_rows(files["prim"], reading.limits, reading.encoding):
            at = f"{files['prim'].shown} line {line}"
            if len(cells) < WIDTHS["prim"] or not cells[0].strip().isdigit():
                yield Problem(at, f"has {len(cells)} cells where OFAC's layout has {WIDTHS['prim']}")
                continue
            number = cells[0].strip()
            yield _entry(cells, at, aliases.get(number, []), addresses.get(number, []), longer.get(number, []))


def _stem(part: Part) -> str:
    return part.name.rsplit(".", 1)[0]


def _chosen(reading: Reading) -> tuple[str, dict[str, Part]]:
    """Which of the two sets is read, and its files by role."""
    by_stem = {_stem(part): part for part in reading.parts}
    for chosen, names in SETS.items():
        if names[0] in by_stem:
            other = SETS["cons" if chosen == "sdn" else "sdn"][0]
            if other in by_stem:
                reading.notes.append(f"{other} is a list of its own and was left: add it under another label by its file")
            roles = ("prim", "alt", "add", "comments")
            return chosen, {role: by_stem[name] for role, name in zip(roles, names, strict=True) if name in by_stem}
    held = ", ".join(part.shown for part in reading.parts)
    raise Unreadable("is a part of OFAC's set without its names", where=held, do="put sdn.csv or cons_prim.csv beside it")


def _by_number(part: Part | None, role: str, reading: Reading) -> dict[str, list[list[str]]]:
    """The rows of a further file by the number of the entry they belong to."""
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    if part is not None:
        for _, cells in bare_rows(part, reading.limits, reading.encoding):
            if len(cells) >= WIDTHS[role]:
                found[cells[0].strip()].append([_value(c) for c in cells])
    return found


def _value(cell: str) -> str:
    text = cell.strip()
    return "" if text == NULL else text


def _entry(cells: list[str], at: str, aliases: list[list[str]], addresses: list[list[str]], longer: list[list[str]]) -> Entry:
    number, name, kind, program, title, call_sign, vessel, _, _, flag, owner, remark = (_value(c) for c in cells[:12])
    schema = TYPES.get(kind.lower(), "Organization")
    entry = Entry(number, schema, at)
    person = schema == "Person"
    entry.name(name, inverted=person)
    for row in aliases:
        entry.name(row[3], "previousName" if row[2].lower() == "fka" else "alias", inverted=person)
    entry.add("authority", AUTHORITY)
    entry.add("program", *_PROGRAMMES.split(program))
    entry.add("position" if person else "notes", title)
    entry.add("callSign", call_sign)
    entry.add("type", vessel)
    entry.country("flag", *filter(None, (flag,)))
    entry.add("owner", owner)
    for row in addresses:
        entry.add("address", ", ".join(filter(None, row[2:5])))
        entry.country("country", *filter(None, (row[4],)))
    remarks(entry, remark + "".join(row[1] for row in longer))
    return entry
