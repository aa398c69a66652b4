"""What lies ready to be taken in: files laid into the folder of a job to come, its sheets looked at, their columns mapped."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import BadMapping, UnknownName, Unreadable
from dragoman.extract.sheets import SheetExtractor
from dragoman.extract.sheets.mapping import LEFT_OUT
from dragoman.extract.sheets.vocabulary import Kind, headings, sheet_kinds
from dragoman.model.document import Document
from dragoman.model.ids import normal_name
from dragoman.read import Refused, read_paths, walk
from dragoman.workspace.expo_revising import Revision, revise

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.jobs import Job

SHEETS = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
LOOKED_AT = 4  # files whose sheets are shown; of more the first tell enough
BYTES = 20_000_000  # a larger sheet is not opened for its preview alone
SHOWN = 3  # rows of a preview
MAPPING = "mapping.toml"
EDITION = "edition.name"  # the field that names the edition of a row


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its heading, the field it would become (empty: a note), its first cells."""

    heading: str
    field: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, and what it would become. `kind` is empty where no kind of sheet fits."""

    file: str
    name: str
    kind: str
    rows: int
    columns: tuple[Column, ...]


@dataclass(slots=True)
class Intake:
    """Files that wait for somebody to say what they are."""

    id: str
    files: list[str] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    mapped: str = ""  # the sheet whose columns were mapped by hand


def look(workspace: Workspace, job_id: str) -> Intake:
    """What lies ready under the id of a job to come. Raises `UnknownName`."""
    place = workspace.jobs.place(job_id)
    if not (place / "files").is_dir() or workspace.jobs.exists(job_id):
        raise UnknownName("nothing lies ready here: it was begun or discarded", do="drop the files again")
    found = walk([place / "files"])
    made = Intake(job_id, [path.name for path in found])
    mapping = place / MAPPING
    extractor = SheetExtractor(str(mapping) if mapping.exists() else None)
    tables = [p for p in found if p.suffix.lower() in SHEETS and p.stat().st_size < BYTES][:LOOKED_AT]
    for path in tables:
        for item in read_paths([path], workspace.settings.limits):
            if isinstance(item, Document):
                made.sheets += _sheets(item, extractor)
            elif isinstance(item, Refused):
                made.refused.append(str(item.error))
    return made


def has_sheets(workspace: Workspace, job_id: str) -> bool:
    """Whether any of the files is a sheet, so that somebody should look first."""
    return any(p.suffix.lower() in SHEETS for p in (workspace.jobs.place(job_id) / "files").iterdir())


def _sheets(document: Document, extractor: SheetExtractor) -> list[Sheet]:
    found = []
    for seen, table in zip(extractor.preview(document), document.tables, strict=True):
        cells = [tuple(row[n] for row in table.rows[:SHOWN] if n < len(row)) for n in range(len(seen.columns))]
        columns = tuple(Column(title, name, first) for (title, name), first in zip(seen.columns, cells, strict=True))
        found.append(Sheet(document.name, seen.sheet, seen.kind, seen.rows, columns))
    return found


def choices(lang: str, kind: str = "") -> dict[str, dict[str, str]]:
    """The kinds of sheet (`kinds`), and the fields of one of them (`fields`), by what they are called in a language."""
    known = sheet_kinds()
    said = {name: k.label[lang] for name, k in known.items()}
    return {"kinds": said, "fields": fields(known[kind], lang) if kind in known else {}}


def fields(kind: Kind, lang: str) -> dict[str, str]:
    """What each field of a kind of sheet is called: the heading a blank sheet of it has."""
    words = headings()
    return {name: words[concepts[0]].words[lang][0] for name, concepts in kind.columns.items()}


def keep_mapping(workspace: Workspace, job_id: str, kind: str, sheet: str, columns: Mapping[str, str], file: str = "") -> None:
    """Keep what the columns of a sheet are: heading to field, empty where it is left out; other sheets stay as they are said.

    Raises `BadMapping`.
    """
    from dragoman.extract.sheets.mapping import load_mapping

    if kind not in sheet_kinds():
        raise UnknownName(f"there is no kind of sheet {kind[:60]!r}")
    path = workspace.jobs.place(job_id) / MAPPING
    before = path.read_text("utf-8") if path.exists() else ""
    held = [one for one in tomllib.loads(before).get("sheets", ()) if (one["file"], one["sheet"]) != (file, sheet)]
    said = {heading: name or LEFT_OUT for heading, name in columns.items()}
    held.append({"kind": kind, "file": file, "sheet": sheet, "columns": said})
    path.write_text("".join(map(_written, held)), "utf-8")
    try:
        load_mapping(path)
        look(workspace, job_id)  # a mapping that does not fit its sheet would leave nothing to look at
    except (BadMapping, Unreadable):
        path.unlink()
        if before:
            path.write_text(before, "utf-8")
        raise


def _written(one: Mapping[str, Any]) -> str:
    """The mapping of one sheet as TOML."""
    head = "".join(f"{key} = {_quoted(one[key])}\n" for key in ("kind", "file", "sheet"))
    lines = "".join(f"{_quoted(heading)} = {_quoted(name)}\n" for heading, name in one["columns"].items())
    return f"[[sheets]]\n{head}[sheets.columns]\n{lines}"


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are TOML's, but for delete."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def other_names(found: Intake, known: Iterable[str]) -> list[str]:
    """What the first rows of sheets call their edition, where none of the names it is known by says so."""
    names = {normal_name(name) for name in known}
    told = [cell for sheet in found.sheets for c in sheet.columns if c.field == EDITION for cell in c.cells if cell]
    return [name for name in dict.fromkeys(told) if normal_name(name) not in names]


def begin(workspace: Workspace, job_id: str, by: str, edition: str = "", *, replaces: bool = False, alias: bool = False) -> Job:
    """Start taking in what lies ready: into an edition, or as documents.

    `alias`: what the sheets call the edition is another name of it, and rows left out before for that are read again.
    """
    if edition and alias:
        entity = workspace.store.entity(workspace.expo.edition(edition))
        if names := other_names(look(workspace, job_id), entity.names):
            changes = [Revision(entity.id, "alias", (), tuple(names))]
            revise(workspace, changes, by=by, seen=workspace.expo.position(), form="name in a catalogue")
    found = [path.name for path in walk([workspace.jobs.place(job_id) / "files"])]
    title = found[0] if len(found) == 1 else f"{found[0]} + {len(found) - 1}"
    mapping = workspace.jobs.place(job_id) / MAPPING
    told = {"mapping": str(mapping)} if mapping.exists() else {}
    if edition:
        arguments = told | {"edition": workspace.expo.edition(edition), "replaces": replaces, "again": alias}
        return workspace.jobs.start("import", arguments, by, title, job_id)
    return workspace.jobs.start("read", told, by, title, job_id)


def discard(workspace: Workspace, job_id: str) -> None:
    """Take the files away again. Raises `UnknownName` where a job has them already."""
    look_for = workspace.jobs.place(job_id)
    if workspace.jobs.exists(job_id):
        raise UnknownName("these files were begun with already", do="cancel the job")
    shutil.rmtree(look_for, ignore_errors=True)


def heading_of(path: Path) -> list[str]:
    """The headings of a sheet to be screened. Raises `Unreadable`."""
    from dragoman.workspace.rows import rows

    first = next(rows(path), None)
    if first is None:
        raise Unreadable("holds no rows", where=path.name, do="a sheet has a row of headings and rows below")
    return list(first[1])
