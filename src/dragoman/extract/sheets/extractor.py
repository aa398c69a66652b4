"""The extractor of tables, and what it made of each column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.base.version import VERSION
from dragoman.extract.sheets.claims import Said
from dragoman.extract.sheets.mapping import Mapping, load_mapping
from dragoman.extract.sheets.plan import Plan, plan_of
from dragoman.extract.sheets.record_sheets import RecordSheets, is_records
from dragoman.extract.sheets.titles import titles_of
from dragoman.model.document import Document, Table
from dragoman.model.statement import Statement

WITH_TEXT = frozenset((
    "text/html", "text/markdown", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
))  # fmt: skip
WANTS = frozenset(("Offer", "Request"))
SAYING = frozenset(("name", "summary", "description", "partnerSought"))  # what makes an offer or a request say something
RECORDS = "records"  # the kind of a sheet that an export wrote


@dataclass(frozen=True, slots=True)
class Preview:
    """What a sheet was taken for. `columns`: heading and field, or `notes` for a column that is not known."""

    sheet: str
    kind: str  # empty: no kind of sheet fits, nothing was read
    columns: tuple[tuple[str, str], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Examined:
    """The statements of a document's tables, what each sheet was taken for, and one line for each thing that was not read."""

    statements: list[Statement]
    previews: list[Preview]
    problems: list[str]


class SheetExtractor:
    """Tables by their headings, or by a mapping."""

    name = "sheets"
    version = VERSION

    def __init__(self, mapping: Mapping | Path | str | None = None) -> None:
        self.mapping = load_mapping(mapping) if isinstance(mapping, (Path, str)) else mapping

    def extract(self, document: Document) -> list[Statement]:
        """The statements of all tables that fit a kind of sheet; raises `BadMapping` where a mapping does not fit."""
        return self.examine(document).statements

    def preview(self, document: Document) -> list[Preview]:
        """What each column of each table would become, without reading the rows."""
        return [self._seen(document, table) for table in document.tables]

    def _seen(self, document: Document, table: Table) -> Preview:
        if is_records(table):
            columns = tuple((title, f"{table.sheet}.{title}") for title in table.columns)
            return Preview(table.sheet, f"{RECORDS} {table.sheet}", columns, len(table.rows))
        return _preview(table, self._plan(document, table))

    def examine(self, document: Document) -> Examined:
        """Statements, previews and problems together."""
        made: dict[str, list[Statement]] = {}
        previews: list[Preview] = []
        problems: list[str] = []
        records = RecordSheets(document)
        for statement in records.statements():
            made.setdefault(statement.id, []).append(statement)
        problems += records.problems
        for table in document.tables:
            if is_records(table):
                previews.append(self._seen(document, table))
                continue
            plan = self._plan(document, table)
            preview = _preview(table, plan)
            previews.append(preview)
            problems += _columns(document, preview)
            if plan is None:
                continue
            said = Said(document, table, plan, f"sheets.{plan.kind.name}@{self.version}", titles_of(document, table))
            for statement in said.statements():
                made.setdefault(statement.id, []).append(statement)
            problems += said.problems
        return Examined(_without_hollow([_joined(same) for same in made.values()]), previews, problems)

    def _plan(self, document: Document, table: Table) -> Plan | None:
        return plan_of(table, f"{document.title} {document.name} {table.sheet}", self.mapping, document.name)


def _without_hollow(statements: list[Statement]) -> list[Statement]:
    """Without offers and requests that only repeat the field of a project or exhibit: nobody said so."""
    wants = {s.entity_id for s in statements if s.schema in WANTS}
    told = {s.entity_id for s in statements if s.entity_id in wants and s.prop in SAYING}
    hollow = wants - told
    return [s for s in statements if s.entity_id not in hollow and s.value not in hollow] if hollow else statements


def _joined(same: list[Statement]) -> Statement:
    """What several cells say is one statement with the evidence of all."""
    if len(same) == 1:
        return same[0]
    return replace(same[0], evidence=tuple(dict.fromkeys(e for s in same for e in s.evidence)))


def _preview(table: Table, plan: Plan | None) -> Preview:
    by_column = {c: f for f, columns in plan.fields.items() for c in columns} if plan else {}
    unknown = set(plan.unknown) if plan else set()
    columns = tuple((t, by_column.get(i, "notes" if i in unknown else "")) for i, t in enumerate(table.columns))
    return Preview(table.sheet, plan.kind.name if plan else "", columns, len(table.rows))


def _columns(document: Document, preview: Preview) -> list[str]:
    where = f"{document.name}, sheet {preview.sheet}"
    if not preview.kind and document.media_type in WITH_TEXT:  # tables of a page or report: many are no data
        return []
    if not preview.kind:
        shown = ", ".join(title for title, _ in preview.columns[:12])
        return [f"{where}: no kind of sheet fits its headings ({shown}); nothing was read (give a mapping file)"]
    return [f"{where}: the column {title} is not known and was kept as notes" for title, f in preview.columns if f == "notes"]
