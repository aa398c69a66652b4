"""Any table by a mapping: the columns become properties, rows of one id become one record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.base.errors import BadMapping
from dragoman.lists.countries import country_of_address, without_country
from dragoman.lists.dates import date
from dragoman.lists.entry import NAME_PROPS, Entry, Problem
from dragoman.lists.mapping import DATED, Column, Mapping
from dragoman.lists.naming import made_id
from dragoman.lists.reading import Reading
from dragoman.lists.spellings import cut
from dragoman.lists.tables import Row, headings, rows


@dataclass(slots=True)
class _Seen:
    """What a first pass over the rows finds, and what the second leaves out."""

    latest: str = ""
    published: str = ""
    ended: int = 0
    older: int = 0
    nameless: int = 0


def read(reading: Reading, mapping: Mapping) -> Iterator[Entry | Problem]:
    """The entries of the tables; raises `BadMapping` where a heading is missing."""
    wanted = frozenset(mapping.needed() | set(reading.where))
    for part in reading.parts:
        held = headings(part, reading.limits, wanted)
        if wanted - set(held):
            what = f"has no column {', '.join(sorted(wanted - set(held)))}; its columns are {', '.join(held) or '(none)'}"
            raise BadMapping(what, where=part.shown, do="name the column as the table does")
    seen = _Seen()
    for row in _rows(reading, mapping, wanted):
        if isinstance(row, Row) and _wanted(row, reading):
            _look(seen, row, mapping)
    _date(reading, mapping, seen)
    yield from _entries(reading, mapping, wanted, seen)
    _tell(reading, mapping, seen)


def _rows(reading: Reading, mapping: Mapping, wanted: frozenset[str]) -> Iterator[Row | Problem]:
    for part in reading.parts:
        yield from rows(part, reading.limits, reading.encoding or mapping.encoding, wanted)


def _wanted(row: Row, reading: Reading) -> bool:
    return all(row.cells.get(column, "").strip() == value for column, value in reading.where.items())


def _look(seen: _Seen, row: Row, mapping: Mapping) -> None:
    seen.latest = max(seen.latest, row.cells.get(mapping.latest, "").strip())
    if mapping.published and not DATED.fullmatch(mapping.published):
        seen.published = max(seen.published, date(row.cells.get(mapping.published, ""), mapping.month_first))


def _date(reading: Reading, mapping: Mapping, seen: _Seen) -> None:
    """The date of the list: told by the user, printed in the mapping, the greatest of a column, or that of its rows."""
    literal = mapping.published if DATED.fullmatch(mapping.published) else ""
    latest = seen.latest if DATED.fullmatch(seen.latest) else ""
    reading.published = reading.published or literal or seen.published or latest


def _id(row: Row, mapping: Mapping) -> str:
    """The id as printed; made of the name, too, where a part of it is missing."""
    printed = [row.cells.get(h, "").strip() for h in mapping.ids]
    if printed and all(printed):
        return "/".join(printed)
    return made_id(*printed, *(row.cells.get(c.heading, "") for c in mapping.columns if c.prop == "name"))


def _entries(reading: Reading, mapping: Mapping, wanted: frozenset[str], seen: _Seen) -> Iterator[Entry | Problem]:
    """Rows of one printed id are merged later; rows whose made ids agree stay apart unless the mapping says `merge`."""
    used: Counter[str] = Counter()
    for row in _rows(reading, mapping, wanted):
        if isinstance(row, Problem):
            yield row
        elif _wanted(row, reading) and _in_force(row, mapping, reading, seen):
            for entry in _made(row, mapping, seen):
                if isinstance(entry, Entry) and not (mapping.ids or mapping.merge):
                    used[entry.id] += 1
                    entry.id += f"-{used[entry.id]}" if used[entry.id] > 1 else ""
                yield entry


def _in_force(row: Row, mapping: Mapping, reading: Reading, seen: _Seen) -> bool:
    if mapping.latest and mapping.latest not in reading.where and row.cells.get(mapping.latest, "").strip() != seen.latest:
        seen.older += 1
        return False
    ended = date(row.cells.get(mapping.ended, ""), mapping.month_first) if mapping.ended else ""
    if ended and ended < (reading.published or reading.today):
        seen.ended += 1
        return False
    return True


def _made(row: Row, mapping: Mapping, seen: _Seen) -> Iterator[Entry | Problem]:
    """The entries of one row: one, or as many as an `extract` finds names."""
    picked = next((c for c in mapping.columns if c.extract), None)
    if picked is None:
        entry = _entry(row, mapping, "")
        yield entry if entry.named else Problem(row.at, "has no name")
        return
    assert picked.extract is not None  # noqa: S101 (chosen by it)
    names = [found["name"].strip(" ,.") for found in picked.extract.finditer(row.cells.get(picked.heading, ""))]
    seen.nameless += not names
    yield from (_entry(row, mapping, name) for name in names)


def _entry(row: Row, mapping: Mapping, extracted: str) -> Entry:
    schema = mapping.schema_of(row.cells.get(mapping.schema_column, ""))
    entry = Entry(made_id(extracted) if extracted else _id(row, mapping), schema, row.at)
    if extracted:
        entry.name(extracted)
    for column in mapping.columns:
        _fill(entry, column, row.cells.get(column.heading, ""), mapping)
    for prop, values in mapping.constants.items():
        entry.fill(prop, values)
    return entry


def _fill(entry: Entry, column: Column, cell: str, mapping: Mapping) -> None:
    if not cell.strip():
        return
    if column.extract:
        entry.add("notes", cell)
        return
    pieces = cut(cell, column.split, entry.schema == "Person") if column.split else [cell]
    if column.prop == "name":
        first, *others = pieces
        entry.name(first)
        entry.fill("alias", others)
    elif column.prop in NAME_PROPS:
        for piece in pieces:
            entry.name(piece, column.prop)
    else:
        entry.fill(column.prop, pieces, month_first=mapping.month_first)
    if column.names_too and not entry.named:
        entry.name(without_country(cell))
    if column.prop == "address" and not any(c.prop == "country" for c in mapping.columns):
        entry.add("country", *(country_of_address(piece) for piece in pieces))


def _tell(reading: Reading, mapping: Mapping, seen: _Seen) -> None:
    if seen.older:
        reading.notes.append(f"{seen.older:,} rows of older {mapping.latest} than {seen.latest} were left out")
    if seen.ended:
        reading.notes.append(f"{seen.ended:,} rows that ended before {reading.published or reading.today} were left out")
    if seen.nameless:
        reading.notes.append(f"{seen.nameless:,} rows that name nobody were left out")
