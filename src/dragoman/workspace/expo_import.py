"""A catalogue into an edition: sheets by headings or a mapping, texts, folders of them; again without doubles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.base.progress import Progress, Silent
from dragoman.base.version import VERSION
from dragoman.extract.sheets import SheetExtractor
from dragoman.extract.sheets.plan import Plan
from dragoman.extract.sheets.record_sheets import ORIGIN as RECORDS
from dragoman.model.document import Document, Table
from dragoman.model.entity import NAME_PROPS, Entity
from dragoman.model.ids import normal_name
from dragoman.model.schema import schema
from dragoman.model.statement import Evidence, Statement
from dragoman.read import Known, Refused, inputs, read_paths, walk
from dragoman.workspace.expo_documents import DOCUMENT, Tying, found_in, is_text, read_text, series_of
from dragoman.workspace.expo_entries import CATALOGUE, is_entered
from dragoman.workspace.expo_figures import in_order
from dragoman.workspace.expo_log import REPLACED, plain_dataset, reworded
from dragoman.workspace.expo_restoring import Restoring, join
from dragoman.workspace.expo_settling import Refusal, Settling

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

FILE = "catalogueFile"
ONE = frozenset(("date", "number", "money", "choice", "country"))  # types of which a record has one value of a property
TEXT = "document"  # the kind of what is read as a text
SHOWN = 3  # rows of a preview
FEW, MOST = 4, 0.5  # a newer file may drop a few records, or up to half of them, before it is taken for another file
_PROBLEM = re.compile(r"(?P<file>.*), sheet (?P<sheet>.*?)(?:, row (?P<row>\d+))?: (?P<why>.*)", re.S)


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """What a sheet would become. `columns`: heading and field; `kind` is empty where no kind of sheet fits."""

    file: str
    sheet: str
    kind: str
    columns: tuple[tuple[str, str], ...]
    rows: int
    first: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Imported:
    """What an import did. `withdrawn`: what newer files no longer name; `refused`: what was not taken, with row numbers."""

    files: int = 0
    documents: int = 0  # texts that were read
    known: int = 0
    rows: int = 0
    new: int = 0
    taken_back: int = 0
    withdrawn: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    unread: list[Refused] = field(default_factory=list)


class EditionSheets(SheetExtractor):
    """The extractor of sheets, with the edition filled in where no column names it."""

    def __init__(self, edition: str, mapping: str = "") -> None:
        super().__init__(mapping or None)
        self.edition = edition

    def _plan(self, document: Document, table: Table) -> Plan | None:
        plan = super()._plan(document, table)
        if plan is None or "edition" not in plan.kind.things or "edition.name" in plan.fields:
            return plan
        return replace(plan, constants={"edition.name": self.edition} | plan.constants)


def previews(workspace: Workspace, edition: str, paths: Iterable[str | Path], mapping: str = "") -> list[SheetPreview]:
    """What each column of each sheet would become, with the first rows; nothing is kept."""
    sheets = EditionSheets(workspace.store.entity(edition).caption, mapping)
    found = []
    for item in read_paths(walk(paths), workspace.settings.limits):
        if isinstance(item, Document) and is_text(item) and not any(seen.kind for seen in sheets.preview(item)):
            told = found_in(item, workspace.settings)
            columns = tuple((kind, f"{n} found") for kind, n, _ in told)
            found.append(SheetPreview(item.name, "", TEXT, columns, len(told), (tuple(first for *_, first in told),)))
        elif isinstance(item, Document):
            for seen, table in zip(sheets.preview(item), item.tables, strict=True):
                first = tuple(table.rows[:SHOWN])
                found.append(SheetPreview(item.name, seen.sheet, seen.kind, seen.columns, seen.rows, first))
        elif isinstance(item, Refused):
            raise item.error
    return found


class Import:
    """One import into one edition."""

    def __init__(
        self, workspace: Workspace, edition: str, by: str, mapping: str = "", *, replaces: bool = False, again: bool = False
    ) -> None:
        self.workspace, self.store, self.by, self.replaces = workspace, workspace.store, by, replaces
        self.again = again or bool(mapping)  # a mapping is written for what was read without it and not understood
        self.entity = self.store.entity(edition)
        if not self.entity.schema.is_a("Edition"):
            raise UsageError(f"{self.entity.caption} is no edition", do="dragoman expo list names those there are")
        self.edition = self.entity.id
        self.dataset, self.mark = self._source()
        self.sheets = EditionSheets(self.entity.caption, mapping)
        self.result = Imported()
        self.live: set[str] = set()  # statements on files this edition stands on
        self.same: list[tuple[str, str]] = []  # records of an export that are this edition and its series

    def _source(self) -> tuple[str, str]:
        """The data set, one for all editions of a series, and what tells this edition's parts from those of others.

        Both are those of the first import: ids of series and editions change when decisions join them with others.
        """
        series = self.entity.values("expo")
        own = self._files()
        others = in_order(self.workspace, series[0]) if series and not own else []
        files = own or [s for e in others for s in self.store.entity(e).get(FILE)]
        dataset = plain_dataset(files[0].dataset) if files else f"{CATALOGUE}{series[0] if series else self.edition}"
        return dataset, own[0].evidence[0].record if own else self.edition

    def run(self, paths: Iterable[str | Path], progress: Progress | None = None) -> Imported:
        """Import files and folders, each file whole or not at all. What was imported before is left alone."""
        self.store.must_be_writable()
        progress, found = progress or Silent(), walk(paths)
        progress.start("importing", inputs(found))
        for item in read_paths(found, self.workspace.settings.limits, known=self._imported):
            if isinstance(item, Document):
                self._take(item)
            elif isinstance(item, Refused):
                self.result.unread.append(item)
            else:
                self.result.known += isinstance(item, Known)
            progress.step(item.name)
        join(self.workspace, self.same, self.by)
        if self.result.documents:
            self.workspace.identity.join_variants()
        progress.done()
        return self.result

    def _files(self) -> list[Statement]:
        """The files this edition stands on now."""
        return list(self.store.entity(self.edition).get(FILE))

    def _imported(self, checksum: str) -> bool:
        told = self.store.entity(self.edition).get(DOCUMENT)
        return not self.again and any(s.value == checksum for s in (*self._files(), *told))

    def _take(self, document: Document) -> None:
        if is_text(document) and not any(seen.kind for seen in self.sheets.preview(document)):
            self._read(document)
            return
        document = replace(document, dataset=self.dataset)
        examined = self.sheets.examine(document)
        self.result.refused += [refusal(document.name, line) for line in examined.problems]
        settling = Settling(document.name, self.edition, self.mark, self._names(), self.dataset)
        made = settling.settle(s for s in examined.statements if not s.origin.startswith(RECORDS))
        restored = Restoring(self.workspace, document.name, self.edition)
        made += restored.settle(s for s in examined.statements if s.origin.startswith(RECORDS))
        self.result.refused += restored.refused
        self.result.refused += settling.refused
        files = self._files()
        self.live = {s.id for s in files}
        older = [s for s in files if s.original_value == document.name]
        gone = self._gone(document, [*made, *restored.said], [s.value for s in older]) if older else []
        self._keep(document, made, [*(s for s in older if s.value != document.id), *gone])
        self.same += restored.same
        self.result.files += 1
        self.result.rows += sum(len(t.rows) for t, p in zip(document.tables, examined.previews, strict=True) if p.kind)

    def _read(self, document: Document) -> None:
        """A text: its claims are those of its own source; it is tied to the edition."""
        said = read_text(document, self.workspace.settings)
        entity = self.store.entity(self.edition)
        tying = Tying(entity, series_of(self.workspace, entity), document, said, self.by)
        if tying.strange:
            why = f"speaks of {', '.join(tying.strange)}: read, its figures are not those of this edition"
            self.result.refused.append(Refusal(document.name, "", 0, why))
        if not said:
            self.result.refused.append(Refusal(document.name, "", 0, "nothing was found in it; it is kept with the edition"))
        added = self.store.add_many([(document, [*said, *tying.statements(self.dataset)])])
        self.same += tying.same
        self.result.documents += 1
        self.result.new += added.new

    def _names(self) -> frozenset[str]:
        return frozenset(normal_name(name) for name in self.entity.names)

    def _keep(self, document: Document, made: list[Statement], taken: list[Statement]) -> None:
        from dragoman.store.amending import amend, retracted, unknown

        proof = Evidence(document.id, document.name, record=self.mark, speaker=self.by)
        file = Statement(
            self.edition, "Edition", FILE, document.id, self.dataset, original_value=document.name,
            origin=f"import@{VERSION}", evidence=(proof,),
        )  # fmt: skip
        told = reworded(self.store, [*made, file], only_replaced=True)
        back = retracted(self.store, [s.id for s in told])
        for s in told:
            if s.id in back:
                self._left_out(s, back[s.id][0], document.name)
        self._contradicted([s for s in told if s.id not in back], document.name)
        ids = list(dict.fromkeys(s.id for s in taken))
        if not ids and not unknown(self.store, [s.id for s in told]):
            return
        done = amend(self.store, document, told, ids, by=self.by, note=f"{REPLACED}{document.name}")
        self.result.new += done.new - (told[-1].id not in self.live)  # the file itself is no statement of its rows
        self.result.taken_back += len(ids)

    def _contradicted(self, told: list[Statement], file: str) -> None:
        """Tell where a file says another value than a person entered: both stand until somebody corrects one."""
        sets = [name for name, _ in self.store.facets("dataset") if is_entered(name)]
        entered = {(s.entity_id, s.prop): s for name in sets for s in self.store.statements(dataset=name)}
        for s in told:
            other = entered.get((s.entity_id, s.prop))
            spec = schema(s.schema).properties.get(s.prop)
            if other and spec and spec.type in ONE and s.prop != "stage" and (other.value, other.unit) != (s.value, s.unit):
                by = other.evidence[0].speaker if other.evidence else other.dataset
                why = f"{s.prop}: {by} entered {other.original_value}, the file says {s.original_value}; both stand"
                self.result.refused += [Refusal(file, e.sheet, e.row or 0, why) for e in s.evidence]

    def _left_out(self, s: Statement, by: str, file: str) -> None:
        for e in s.evidence:
            why = f"{s.prop}: {by} took {(s.original_value or s.value)!r} back; the file's value was left out"
            self.result.refused.append(Refusal(file, e.sheet, e.row or 0, why))

    def _gone(self, document: Document, made: list[Statement], older: list[str]) -> list[Statement]:
        """What only older versions of the file said. Steps of other days stay; raises `UsageError` for quite another file."""
        said = {s.id for s in made}
        entities = {s.entity_id for s in made}
        days = {(s.entity_id, s.valid_from) for s in made if s.prop == "stage"}
        versions = self._superseded(older)
        found: list[Statement] = []
        named: dict[str, list[Statement]] = {}
        for old in older:
            for s in self.store.statements(document=old):
                if s.entity_id != self.edition and schema(s.schema).kind and s.prop in NAME_PROPS:
                    named.setdefault(s.entity_id, []).append(s)
                stays = s.id in said or any(e.document not in versions for e in s.evidence) or _again(s, said)
                known = s.prop == "stage" and s.valid_from and s.entity_id in entities
                step = known and (s.entity_id, s.valid_from) not in days
                if s.dataset.startswith(self.dataset) and s.prop != FILE and not stays and not step:
                    found.append(s)
        lost = [Entity(key, tuple(members)).caption for key, members in named.items() if self._lost(key, entities, found)]
        if len(lost) > FEW and len(lost) > MOST * len(named) and not self.replaces:
            what = f"names {len(named) - len(lost)} of the {len(named)} records of the file of that name imported before"
            raise UsageError(what, where=document.name, do="rename it if it is another file, or --replace the older one")
        self.result.withdrawn += lost
        return found

    def _lost(self, key: str, entities: set[str], found: list[Statement]) -> bool:
        return key not in entities and any(s.entity_id == key for s in found)

    def _superseded(self, older: list[str]) -> set[str]:
        """The documents whose word no longer counts for this edition: the older versions, and theirs before them."""
        from dragoman.store.amending import log

        files = [c for c in log(self.store, self.edition) if c.statement.prop == FILE]
        live = {s.value for s in self._files()} - set(older)
        return {c.statement.value for c in files if c.taken_back} - live | set(older)


def _again(s: Statement, said: set[str]) -> bool:
    """Whether what was said once more after it was taken back is what the new file says."""
    base = plain_dataset(s.dataset)
    return base != s.dataset and replace(s, dataset=base, id="").id in said


def refusal(file: str, line: str) -> Refusal:
    """A problem of a sheet, which the extractor tells as a line, as a value."""
    match = _PROBLEM.fullmatch(line)
    if match is None:
        return Refusal(file, "", 0, line)
    return Refusal(file, match["sheet"], int(match["row"] or 0), match["why"])
