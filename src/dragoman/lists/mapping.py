"""What the columns of a table are: a few lines of TOML, bundled for lists that are known, or made of what the user says.

title = "Suppliers under review"
law = ""                          # UN, EU, US, UK, JP ...: whose order it is; empty for a list of one's own
headings = ["supplier", "vat"]    # the table is recognised by these
id = ["vat"]                      # columns that make the id; without it the id is made of the name
merge = true                      # rows of one id are one record, also where the id is made of the name
schema = "Company"                # or by a column: schema_column = "type"
published = "date"                # a date, or the column whose latest value dates the list
dates = "mdy"                     # how 06/07/2024 is read: dmy (default) or mdy
[schema_values]
"natural person" = "Person"
[columns]
supplier = "name"
other_names = { property = "alias", split = [";", ","] }
text = { property = "name", extract = "produced by (?P<name>.+?) and" }
[constants]
program = "Internal review"
[rows]
latest = "report-date"            # only the rows of its greatest value
ended = "end date"                # rows that ended before the list's date are left out
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman import data
from dragoman.base.errors import BadMapping

KEYS = frozenset(
    "title law headings id merge schema schema_column published dates schema_values columns constants rows encoding".split()
)
SCHEMATA = {
    "person": "Person", "individual": "Person", "natural person": "Person", "organization": "Organization",
    "organisation": "Organization", "entity": "Organization", "body": "Organization", "company": "Company", "firm": "Company",
    "enterprise": "Company", "publicbody": "PublicBody", "legalentity": "LegalEntity", "vessel": "Vessel", "ship": "Vessel",
    "aircraft": "Airplane", "airplane": "Airplane", "university": "Organization", "institute": "Organization",
}  # fmt: skip
DATED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column, the property its values belong to, and how a cell is cut."""

    heading: str
    prop: str
    split: tuple[str, ...] = ()
    extract: re.Pattern[str] | None = None
    names_too: bool = False  # where a row's name is empty it stands here, after the country


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a table becomes entries."""

    columns: tuple[Column, ...]
    name: str = "table"
    title: str = ""
    law: str = ""
    headings: frozenset[str] = frozenset()
    ids: tuple[str, ...] = ()
    merge: bool = False
    schema: str = "LegalEntity"
    schema_column: str = ""
    schema_values: Map[str, str] = field(default_factory=dict)
    published: str = ""
    month_first: bool = False
    constants: Map[str, tuple[str, ...]] = field(default_factory=dict)
    latest: str = ""
    ended: str = ""
    encoding: str = ""

    def schema_of(self, value: str) -> str:
        """The schema of a row by its type column."""
        low = value.strip().lower()
        return self.schema_values.get(low) or SCHEMATA.get(low) or self.schema

    def needed(self) -> set[str]:
        """The headings without which a table cannot be read."""
        named = {c.heading for c in self.columns if c.prop == "name"}
        return {h for h in (*named, *self.ids, self.schema_column, self.latest, self.ended) if h} | self.headings


def load(path: Path) -> Mapping:
    """A mapping file; raises `BadMapping`."""
    try:
        return parse(path.read_text(encoding="utf-8"), path.stem)
    except OSError as error:
        raise BadMapping(f"cannot be opened: {error.strerror}", where=str(path), do="check the path") from error
    except UnicodeDecodeError as error:
        raise BadMapping("is not UTF-8 text", where=str(path), do="save it as UTF-8") from error


def parse(text: str, name: str) -> Mapping:
    """A mapping from its TOML; raises `BadMapping` with the line or key that is wrong."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadMapping(f"is no TOML: {error}", where=name) from error
    strange = set(found) - KEYS
    if strange:
        raise BadMapping(
            f"has unknown keys {', '.join(sorted(strange))}", where=name, do=f"known are {', '.join(sorted(KEYS))}"
        )
    columns = tuple(_column(heading, told, name) for heading, told in found.get("columns", {}).items())
    if not any(c.prop == "name" for c in columns):
        raise BadMapping("names no column as the name", where=name, do='such as [columns] with Company = "name"')
    rows = found.get("rows", {})
    return Mapping(
        columns, name, str(found.get("title", "")), str(found.get("law", "")), frozenset(found.get("headings", ())),
        tuple(_several(found.get("id", ()))), bool(found.get("merge")), str(found.get("schema", "LegalEntity")),
        str(found.get("schema_column", "")), {k.lower(): str(v) for k, v in found.get("schema_values", {}).items()},
        str(found.get("published", "")), found.get("dates") == "mdy",
        {prop: tuple(_several(value)) for prop, value in found.get("constants", {}).items()},
        str(rows.get("latest", "")), str(rows.get("ended", "")), str(found.get("encoding", "")),
    )  # fmt: skip


def _several(value: Any) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list | tuple) else [str(value)]


def _column(heading: str, told: Any, name: str) -> Column:
    if isinstance(told, str):
        return Column(heading, told)
    if not isinstance(told, dict) or not isinstance(told.get("property"), str):
        raise BadMapping(f"does not say what column {heading!r} is", where=name, do='such as "name" or { property = "alias" }')
    try:
        extract = re.compile(told["extract"]) if "extract" in told else None
    except (re.error, TypeError) as error:
        raise BadMapping(f"has no regular expression in extract of {heading!r}: {error}", where=name) from error
    if extract is not None and "name" not in extract.groupindex:
        raise BadMapping(f"extract of {heading!r} has no group (?P<name>...)", where=name)
    return Column(heading, told["property"], tuple(_several(told.get("split", ()))), extract, bool(told.get("names_too")))


def bundled() -> dict[str, Mapping]:
    """The mappings that come with Dragoman, by name."""
    files = sorted((f for f in data.path("lists/mappings").iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return {f.name[:-5]: parse(f.read_text(encoding="utf-8"), f.name[:-5]) for f in files}


def guessed(headings: list[str]) -> Mapping | None:
    """A mapping of a table by the usual headings; None where none of them is a name."""
    known: dict[str, str] = {}
    for line in data.text("lists/headings.tsv").splitlines():
        if line and line[0] != "#":
            prop, words = line.split("\t")
            known.update(dict.fromkeys(words.split("|"), prop))
    found = [(h, known.get(h.strip().lower().replace("_", " ").replace("-", " "), "")) for h in headings]
    names = [h for h, prop in found if prop == "name"]
    if not names:
        return None
    columns = [Column(h, "alias" if prop == "name" and h != names[0] else prop, (";", "|")) for h, prop in found if prop
               and prop not in ("id", "schema")]  # fmt: skip
    ids = tuple(h for h, prop in found if prop == "id")[:1]
    schema = next((h for h, prop in found if prop == "schema"), "")
    person = any(c.prop == "birthDate" for c in columns) and not schema  # only people are born
    return Mapping(tuple(columns), ids=ids, schema="Person" if person else "LegalEntity", schema_column=schema)
