"""Everything of an edition, of a series or of the whole workspace as XLSX, CSV, JSON or FollowTheMoney."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.model.clearance import Clearance
from dragoman.model.entity import Entity
from dragoman.model.statement import Statement

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

FORMS = ("xlsx", "csv", "json", "jsonl", "ftm")
# What stands by itself: a record that points at one of these does not thereby belong to the edition.
STANDING = tuple("LegalEntity Place Expo Edition Technology Patent Programme Platform Framework Market Document".split())
LINKS = ("Employment", "Directorship", "Membership", "Ownership")  # go where both their ends go
# Of whom a hit holds, or that ask for military end use: they do not leave.
LEADS = {"Offer": "offeror", "Request": "requester", "TalentOffer": "holder", "Enquiry": "requester"}
EXHIBITING = ("Participation", "Exhibit")  # of earlier editions: they tell who came before
FILE = "catalogueFile"
FILES = (FILE, "documentFile")  # name files of this workspace alone: they do not leave
DATE = (1980, 1, 1, 0, 0, 0)  # of the files in an archive, so that the same records make the same bytes


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: where, how many records and files, and the records left out because a party of theirs is held."""

    path: Path
    records: int
    files: int
    held: tuple[str, ...] = ()


class Collected:
    """The records of a subject (an edition, a series; none: all), each with what stands of it."""

    def __init__(self, workspace: Workspace, subject: str = "") -> None:
        self.workspace, self.store = workspace, workspace.store
        self.all = self._everything()
        self.pointing: dict[str, list[str]] = {}
        for record in self.all.values():
            for target in self._targets(record):
                self.pointing.setdefault(target, []).append(record.id)
        self.subject = self.store.canonical(subject) if subject else ""
        self.ids = self._ids() if subject else list(self.all)
        over = set(workspace.talent.expired())  # consent has run out: nothing of it leaves
        self.records = [self.all[i] for i in self.ids if i not in over]

    def _everything(self) -> dict[str, Entity]:
        groups: dict[str, list[Statement]] = {}
        for s in self.store.statements():
            if s.prop not in FILES and not s.suggested:
                groups.setdefault(s.entity_id, []).append(s)
        return {key: Entity(key, tuple(members)) for key, members in groups.items()}

    def _targets(self, record: Entity) -> dict[str, None]:
        ties = record.schema.properties
        return dict.fromkeys(s.value for s in record.statements if (p := ties.get(s.prop)) and p.type == "entity")

    def _ids(self) -> list[str]:
        """The subject with all that points at it or hangs on that, wave by wave; then what these name, and posts."""
        own: dict[str, None] = {self.subject: None}
        wave = [self.subject]
        series = self.all[self.subject].schema.is_a("Expo")
        while wave:
            near = [k for key in wave for k in self.pointing.get(key, ())]
            hung = [t for key in wave for t in self._targets(self.all[key]) if t in self.all and not self._stands(t, series)]
            fresh = [k for k in dict.fromkeys([*near, *hung]) if k not in own]
            own |= dict.fromkeys(k for k in fresh if series or not self.all[k].schema.is_a("Edition"))
            wave = [k for k in fresh if not self._stands(k, series)]
        named = self._named(own)
        earlier = self._earlier(named)
        found = named | earlier | self._named(earlier)
        files = {f for key in own if self.all[key].schema.is_a("Edition") for f in self.store.entity(key).values(FILE)}
        links = [k for k in self.all if k not in found and self._links(k, found, files)]
        found |= dict.fromkeys(links) | self._named(links)
        return [k for k in self.all if k in found]

    def _stands(self, key: str, series: bool) -> bool:
        """Whether a record stands by itself: what points at it is not thereby the subject's."""
        kind = self.all[key].schema
        own = kind.is_a("Exhibit") or (series and kind.is_a("Edition"))
        return not own and any(kind.is_a(name) for name in STANDING)

    def _named(self, ids: Iterable[str]) -> dict[str, None]:
        """Some records with those they name, and where these are."""
        found = dict.fromkeys(ids)
        for _ in range(2):
            found |= {t: None for k in list(found) if k in self.all for t in self._targets(self.all[k]) if t in self.all}
        return found

    def _earlier(self, found: dict[str, None]) -> dict[str, None]:
        """How those of an edition exhibited in others of the series: it tells who came before."""
        made: dict[str, None] = {}
        if not self.all[self.subject].schema.is_a("Edition"):
            return made
        for key in list(found):
            for other in self.pointing.get(key, ()):
                if other not in found and any(self.all[other].schema.is_a(e) for e in EXHIBITING):
                    made[other] = None
        return made

    def _links(self, key: str, found: dict[str, None], files: set[str]) -> bool:
        """Whether a post or membership goes too: both its ends do, or the edition's catalogue tells it of one."""
        record = self.all[key]
        if not any(record.schema.is_a(link) for link in LINKS):
            return False
        ends = [t in found for t in self._targets(record) if t in self.all]
        own = any(e.document in files for s in record.statements for e in s.evidence)
        return bool(ends) and (all(ends) or (own and any(ends)))

    def without_held(self, clearance: Clearance | None) -> tuple[list[Entity], tuple[str, ...]]:
        """The records that may leave, and the captions of those that may not: leads of whom a hit holds or for military use."""
        from dragoman.workspace.clearing_parties import military

        kept: list[Entity] = []
        held: list[Entity] = []
        for record in self.records:
            prop = next((p for kind, p in LEADS.items() if record.schema.is_a(kind)), "")
            parties = [s.value for s in record.get(prop)] if prop else []
            wrong = any(clearance is None or clearance.holds(p) or p not in clearance.covered for p in parties)
            (held if wrong or (prop and military(self.workspace, record)) else kept).append(record)
        return kept, tuple(r.caption for r in held)


def clearance_of(workspace: Workspace, found: Collected) -> Clearance | None:
    """The clearance of the parties whose leads would leave; None where there are none."""
    from dragoman.workspace.clearing import clear

    parties = {s.value for r in found.records for kind, prop in LEADS.items() if r.schema.is_a(kind) for s in r.get(prop)}
    return clear(workspace, sorted(p for p in parties if workspace.store.size(p))) if parties else None


def export_records(workspace: Workspace, path: Path, form: str, subject: str = "") -> Exported:
    """Write everything of a subject (an edition or series by id; none: the workspace) to a file, or as CSV to a folder or zip.

    Offers, requests, talent offers and enquiries of parties with a hit that holds, or for military end use, are left out and
    told: a lead leaves only cleared.
    Raises `UsageError` for a form there is none of.
    """
    if form not in FORMS:
        raise UsageError(f"there is no form {form!r}", do=f"one of {', '.join(FORMS)}")
    found = Collected(workspace, subject)
    records, held = found.without_held(clearance_of(workspace, found))
    files = 1
    path.parent.mkdir(parents=True, exist_ok=True)
    if form == "csv":
        files = _csv(workspace, path, records)
    elif form == "xlsx":
        path.write_bytes(_workbook(workspace, records, found))
    else:
        path.write_text("\n".join(_lines(workspace, records, found, form)) + "\n", encoding="utf-8")
    return Exported(path, len(records), files, held)


def _names(workspace: Workspace, records: list[Entity]) -> tuple[dict[str, str], dict[str, str]]:
    """What to call the records that are named, and the sources."""
    captions = {r.id: r.caption for r in records}
    documents = {d.id: d.title or d.name for d in workspace.store.documents()}
    return captions, documents


def _workbook(workspace: Workspace, records: list[Entity], found: Collected) -> bytes:
    from dragoman.report.record_tables import tables, workbook

    title = found.all[found.subject].caption if found.subject else workspace.folder.resolve().name
    return workbook(tables(records, *_names(workspace, records)), title)


def _csv(workspace: Workspace, path: Path, records: list[Entity]) -> int:
    from dragoman.report.record_tables import csv_text, tables

    made = {f"{t.name}.csv": csv_text(t) for t in tables(records, *_names(workspace, records))}
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in made.items():
                archive.writestr(zipfile.ZipInfo(name, DATE), text.encode("utf-8"))
        return len(made)
    path.mkdir(exist_ok=True)
    for name, text in made.items():
        (path / name).write_text(text, encoding="utf-8")
    return len(made)


def _lines(workspace: Workspace, records: list[Entity], found: Collected, form: str) -> Iterator[str]:
    if form in ("ftm", "jsonl"):
        from dragoman.report.exports import export

        yield from export((s for r in records for s in r.statements), form)
        return
    from dragoman.report.record_tables import as_json

    captions, sources = _names(workspace, records)
    head = {"records": "dragoman", "subject": found.subject, "position": workspace.store.position()}
    yield json.dumps(head | {"entities": as_json(records, captions, sources)}, ensure_ascii=False, indent=1)
