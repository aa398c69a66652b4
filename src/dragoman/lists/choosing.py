"""Which format a list is in: told by its user, recognised by its beginning or its headings, or a plain table of names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.base.errors import NotAFileFormat, Unreadable, UsageError
from dragoman.base.settings import Limits
from dragoman.lists.decoding import opening
from dragoman.lists.entry import Entry, Problem
from dragoman.lists.formats import ofac, table
from dragoman.lists.formats.csl import CslCsv, CslJson
from dragoman.lists.formats.denied import DeniedPersons
from dragoman.lists.formats.eu_csv import EuCsv
from dragoman.lists.formats.eu_xml import EuXml
from dragoman.lists.formats.ftm import FtmJson
from dragoman.lists.formats.uk import UkCsv
from dragoman.lists.formats.un import UnXml
from dragoman.lists.mapping import Mapping, bundled, guessed
from dragoman.lists.parts import Part, parts
from dragoman.lists.reading import Format, Reading
from dragoman.lists.tables import headings, is_sheet

FORMATS: dict[str, Format] = {
    f.name: f for f in (UnXml(), EuXml(), EuCsv(), UkCsv(), ofac.OfacCsv(), DeniedPersons(), CslCsv(), CslJson(), FtmJson())
}
TABLE = "table"
TABULAR = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A format with the parts that fit it; `mapping` where it is a table."""

    name: str
    title: str
    law: str
    parts: list[Part]
    mapping: Mapping | None = None

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """The entries."""
        reading.parts = self.parts
        if self.mapping is not None:
            return table.read(reading, self.mapping)
        return FORMATS[self.name].read(reading)


def choose(path: Path, limits: Limits, wanted: str = "", mapping: Mapping | None = None) -> Chosen:
    """The format of what lies at `path`; raises `UsageError`, `NotAFileFormat`, or `Unreadable`."""
    found = _with_siblings(path, limits)
    if mapping is None and wanted in bundled():
        mapping = bundled()[wanted]
    if mapping is not None:
        return _as_table(found, mapping)
    if wanted and wanted not in FORMATS:
        known = ", ".join((*FORMATS, *bundled()))
        raise UsageError(f"there is no format {wanted!r}", do=f"known are {known}")
    heads = [(part, _head(part)) for part in found]
    fitting = {name: [part for part, head in heads if fmt.fits(part, head)] for name, fmt in FORMATS.items()}
    fitting = {name: those for name, those in fitting.items() if those and wanted in ("", name)}
    if len(fitting) > 1:
        told = "; ".join(f"{name}: {', '.join(p.shown for p in those)}" for name, those in fitting.items())
        raise UsageError(f"holds several lists ({told})", where=path.name, do="add each by its own file, or say --format")
    for name, those in fitting.items():
        return Chosen(name, FORMATS[name].title, FORMATS[name].law, those)
    if wanted:
        raise NotAFileFormat(f"is not {FORMATS[wanted].title} ({wanted})", where=path.name, do="leave --format away")
    return _recognised(found, limits, path)


def _with_siblings(path: Path, limits: Limits) -> list[Part]:
    """The parts at a path; to one file of OFAC's set belong its others in the same folder."""
    found = parts(path, limits)
    if path.is_dir() or len(found) != 1:
        return found
    stem = found[0].name.rsplit(".", 1)[0]
    names = next((names for names in ofac.SETS.values() if stem in names), ())
    if not names or not FORMATS["ofac-csv"].fits(found[0], _head(found[0])):
        return found
    beside = [p for p in sorted(path.parent.iterdir()) if p.is_file() and p.name.lower().partition(".")[0] in names]
    return [part for file in beside for part in parts(file, limits)]


def _head(part: Part) -> str:
    return "" if is_sheet(part) else opening(part)


def _as_table(found: list[Part], mapping: Mapping) -> Chosen:
    tables = [part for part in found if part.name.endswith(TABULAR)] or found
    return Chosen(mapping.name, mapping.title, mapping.law, tables, mapping)


def _recognised(found: list[Part], limits: Limits, path: Path) -> Chosen:
    """A table by its headings: those of a bundled mapping, else the usual ones."""
    known, unknown = bundled(), []
    by_mapping: dict[str, list[Part]] = {}
    for part in (p for p in found if p.name.endswith(TABULAR)):
        names = set(_headings(part, limits))
        fits = [m for m in known.values() if m.headings <= names]
        best = max(fits, key=lambda m: len(m.headings), default=None)
        if best:
            by_mapping.setdefault(best.name, []).append(part)
        else:
            unknown.append(part)
    if len(by_mapping) > 1:
        told = "; ".join(f"{name}: {', '.join(p.shown for p in those)}" for name, those in by_mapping.items())
        raise UsageError(f"holds several lists ({told})", where=path.name, do="add each by its own file, or say --format")
    for name, those in by_mapping.items():
        return _as_table(those, known[name])
    return _plain(unknown, limits, path)


def _headings(part: Part, limits: Limits) -> list[str]:
    try:
        return headings(part, limits)
    except NotAFileFormat:
        return []


def _plain(tables: list[Part], limits: Limits, path: Path) -> Chosen:
    for part in tables:
        mapping = guessed(_headings(part, limits))
        if mapping is not None:
            return Chosen(TABLE, "", "", [part], mapping)
    if not tables:
        raise NotAFileFormat("no list format knows it", where=path.name, do="say --format, or --name-column for a table")
    held = ", ".join(h for h in headings(tables[0], limits) if h)
    if not held:
        raise Unreadable("holds no headings", where=path.name, do="check that it is a table with a heading row")
    raise UsageError(f"its headings are {held}; none says where the names are", where=path.name, do="say --name-column")
