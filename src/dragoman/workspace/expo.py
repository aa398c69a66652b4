"""The expo: what organisers enter, correct and import, and the figures of its editions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UsageError
from dragoman.expo import rules, stages
from dragoman.expo.conflict import Conflict, Edit
from dragoman.expo.figures import Figures, Pair, pairs
from dragoman.expo.rules import Entered
from dragoman.expo.stages import Step
from dragoman.model.schema import schema
from dragoman.model.statement import Statement
from dragoman.workspace import expo_form
from dragoman.workspace.expo_entries import CATALOGUE, Entry, id_of, is_entered, own_id, state, tie_to_edition
from dragoman.workspace.expo_form import Form, Value
from dragoman.workspace.expo_log import edits, reworded

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.base.progress import Progress
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_import import Imported, SheetPreview

NO_CHANGE = "nothing was changed"


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did. `meanwhile`: what others did to other parts of the record since it was seen."""

    position: int  # of the log: the `seen` of the next correction
    taken_back: tuple[str, ...]
    made: tuple[str, ...]
    meanwhile: tuple[Edit, ...]


class Expo:
    """The editions of a workspace. Every change names the person who makes it, and stays in the log."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def position(self) -> int:
        """Where the log stands now: what a form notes when it is opened, and gives back as `seen`."""
        return self.store.position()

    def enter(
        self, kind: str, properties: Mapping[str, Value], *, by: str, of: str = "", form: str = "", new: bool = False
    ) -> str:
        """Enter a record of a schema; its id. `of` is the edition (for an edition: the expo) it belongs to, by name or id.

        Values are read as cells of sheets are, in three languages; a value that names a record may be its id or its name.
        Raises `UsageError` with every problem and what to do about it. A record that is there already is not entered twice
        unless `new` says that it is another of the same name; entering the very same again changes nothing.
        """
        found, by = schema(kind), _person(by)
        if told := rules.door(found):
            raise UsageError(told)
        read = expo_form.read(self.workspace, found, properties)
        part_of = self._belongs(kind, read, of)
        wrong = rules.problems(found, read.said)
        if wrong:
            raise UsageError("; ".join(wrong), where=kind)
        entry = Entry(by, form or f"form {kind}")
        made_id = own_id(kind, read, by, part_of, entry.at if new else "")
        if not new and self._known(kind, made_id, read, part_of):
            return made_id
        if found.is_a("Agreement") and not new:
            self._not_twice(read)
        state(entry, kind, read, made_id, _day(read))
        self._keep(entry, f"entered {kind}")
        return made_id

    def _belongs(self, kind: str, read: Form, of: str) -> str:
        """Tie a form to the edition it belongs to; the id of that edition, empty without one."""
        prop = tie_to_edition(kind)
        if of:
            if not prop:
                raise UsageError(f"{kind} belongs to no edition", do="leave --of out, or tie it by a property of its own")
            target = expo_form.the(self.workspace, schema(kind).properties[prop].range, of)
            if all(s.value != target for s in read.said if s.prop == prop):
                read.said.append(Entered(prop, target, target))
        return next((s.value for s in read.said if s.prop == prop), "") if prop else ""

    def _known(self, kind: str, made_id: str, read: Form, part_of: str) -> bool:
        """Whether the very same was entered before; raises `UsageError` where another of that name is there."""
        name = next((s.value for s in read.said if s.prop == "name"), "")
        others = [made_id] if self.store.size(made_id) else []
        if name and not others:
            alike = [i for i in expo_form.candidates(self.workspace, kind, name) if i != made_id]
            others = [i for i in alike if not part_of or part_of in self.store.entity(i).values(tie_to_edition(kind))]
        if not others:
            return False
        known = {(s.prop, s.value) for s in self.store.entity(others[0]).statements}
        fresh = [s for n, s in enumerate(read.said) if n not in read.new and (s.prop, s.value) not in known]
        if others == [made_id] and not fresh and not read.new:
            return True
        raise UsageError(
            f"there is a {kind} called {name or made_id[:8]!r} already ({others[0][:12]})",
            do=f"dragoman correct {others[0][:12]} PROP=VALUE, or --new if it is another",
        )

    def _not_twice(self, read: Form) -> None:
        """Raise `UsageError` where an agreement of these parties is on record that nothing tells from this one."""
        from dragoman.workspace.agreements import entered

        twin = self.workspace.agreements.twice(entered(read))
        if twin:
            called = self.store.captions([twin]).get(twin, twin[:8])
            raise UsageError(
                f"an agreement of the same parties is there: {called} ({twin[:12]}), and nothing tells this one from it",
                do=f"dragoman correct {twin[:12]} PROP=VALUE, or --new if it is another",
            )

    def correct(
        self, entity_id: str, prop: str, value: str = "", *, by: str, seen: int | None = None, old: str = "", note: str = "",
        form: str = "",
    ) -> Corrected:  # fmt: skip
        """Take back what was entered or imported for a property, and say `value` instead (nothing, where it is empty).

        `seen` is the position of the log the person had before them: where somebody else changed that property since,
        `Conflict` carries what they did and nothing is written; what they did to others comes back as `meanwhile`.
        `old` is the value to replace where there are several. What documents claim stands beside it and is not touched.
        """
        by = _person(by)
        entity, since = self.store.canonical(entity_id), self.position() if seen is None else seen
        statements = self.store.entity(entity).statements
        kind = self.store.entity(entity).schema
        replaced = _replaced([s for s in statements if s.prop == prop], prop, old)
        read = self._value(kind.name, prop, value)
        if [s.value for s in replaced] == [s.value for s in read.said] and value:
            raise UsageError(f"{prop} is {value} already", where=kind.name, do=NO_CHANGE)
        entry = Entry(by, form or f"correction of {kind.name} {entity[:12]}")
        self._state_new(entry, kind.name, read, entity, replaced)
        document, made = entry.done()
        made = reworded(self.store, made)
        meanwhile: list[Edit] = []

        def check(changes: Iterable[object]) -> None:
            came = edits(self.store, changes)
            mine = tuple(e for e in came if e.prop == prop)
            if mine:
                raise Conflict(mine, where=f"{kind.name} {entity[:12]}")
            meanwhile.extend(came)

        from dragoman.store.amending import amend

        taken = tuple(s.id for s in replaced)
        done = amend(self.store, document, made, taken, by=by, note=note or "corrected", of=entity, since=since, check=check)
        return Corrected(done.position, taken, tuple(s.id for s in made), tuple(meanwhile))

    def _value(self, kind: str, prop: str, value: str) -> Form:
        found = schema(kind)
        if not value:
            if prop not in found.properties:
                raise UsageError(rules.value_problem(prop, "?", "", found), where=kind)
            return Form()
        read = expo_form.read(self.workspace, found, {prop: value})
        wrong = [p for s in read.said if (p := s.problem or rules.value_problem(s.prop, s.value, s.unit, found))]
        if wrong:
            raise UsageError("; ".join(wrong), where=kind)
        return read

    def _state_new(self, entry: Entry, kind: str, read: Form, entity: str, replaced: list[Statement]) -> None:
        day = next((s.valid_from for s in replaced), "")
        for n, one in enumerate(read.said):
            named = read.new.get(n)
            target = id_of(named, entry.by, entity) if named else ""
            entry.say(entity, kind, one, target, valid_from=day)
            if named:
                entry.say(target, named.schema, Entered("unnamed" if named.unnamed else "name", named.name, named.name))

    def step(
        self, agreement: str, stage: str, *, by: str, date: str = "", document: str = "", form: str = ""
    ) -> list[Step]:  # fmt: skip
        """Move an agreement to a stage reached on a date; its steps after it. Raises `UsageError` where it cannot be.

        `document` names the paper that shows it: it is kept with the agreement, of the same day.
        """
        entity, kind = self.store.canonical(agreement), schema("Agreement")
        read = self._value("Agreement", "stage", stage)
        day = self._value("Agreement", "date", date).said[0].value if date else ""
        if not self.store.entity(entity).schema.is_a(kind.name):
            raise UsageError("only an agreement has stages", where=entity[:12])
        known = self.steps(entity)
        wrong = stages.forbidden([(s.stage, s.date) for s in known], read.said[0].value, day)
        if wrong:
            raise UsageError(wrong, where=f"agreement {entity[:12]}", do="dragoman history shows its steps")
        entry = Entry(_person(by), form or f"step of agreement {entity[:12]}")
        entry.say(entity, self.store.entity(entity).schema.name, read.said[0], valid_from=day)
        if document.strip():
            paper = Entered("document", document.strip(), document.strip())
            entry.say(entity, self.store.entity(entity).schema.name, paper, valid_from=day)
        self._keep(entry, "step", reword=True)
        return self.steps(entity)

    def steps(self, agreement: str) -> list[Step]:
        """The stages an agreement reached, in the order of the ladder."""
        found = [s for s in self.store.entity(agreement).statements if s.prop == "stage" and s.value in stages.STAGES]
        made = [Step(s.value, s.valid_from, s.id) for s in found if not s.negated]
        return sorted(made, key=lambda s: (stages.STAGES.index(s.stage), s.date))

    def history(self, entity_id: str) -> list[Edit]:
        """All that was said and taken back of a record, oldest first: by whom, when, from which source."""
        from dragoman.store.amending import log

        return edits(self.store, log(self.store, entity_id))

    def preview(self, edition: str, paths: Iterable[str | Path], *, mapping: str = "") -> list[SheetPreview]:
        """What an import would make of each column of each sheet, with the first rows; nothing is kept."""
        from dragoman.workspace.expo_import import previews

        return previews(self.workspace, self.edition(edition), paths, mapping)

    def import_catalogue(
        self, edition: str, paths: Iterable[str | Path], *, by: str, mapping: str = "", replaces: bool = False,
        again: bool = False, progress: Progress | None = None,
    ) -> Imported:  # fmt: skip
        """Import sheets into an edition by their headings or a mapping file (TOML). The same files again change nothing.

        A file of the name of one imported before is its newer version: what only the older said is taken back. Where it
        lacks most of the older one's records, `UsageError` is raised unless `replaces` says that this is meant. `again` reads
        files that were imported before once more, as a mapping does.
        """
        from dragoman.workspace.expo_import import Import

        work = Import(self.workspace, self.edition(edition), _person(by), mapping, replaces=replaces, again=again)
        return work.run(paths, progress)

    def figures(self, name_or_id: str) -> Figures:
        """Every counted and reported figure of an edition or a whole series, each with the rows it counts."""
        from dragoman.workspace.expo_figures import figures

        return figures(self.workspace, self.edition(name_or_id))

    def series(self, name_or_id: str) -> list[Figures]:
        """The figures of each edition of a series, in their order."""
        from dragoman.workspace.expo_figures import figures, in_order

        return [figures(self.workspace, e) for e in in_order(self.workspace, self.edition(name_or_id))]

    def compare(self, left: str, right: str) -> list[Pair]:
        """The figures of two editions side by side, with how many rows they share."""
        return pairs(self.figures(left), self.figures(right))

    def listed(self) -> list[dict[str, Any]]:
        """Every series with its editions in their order, as rows."""
        from dragoman.workspace.expo_views import listed

        return listed(self.workspace)

    def told(self, entity_id: str) -> list[dict[str, Any]]:
        """What is said of a record, as rows: each value with who said it and where."""
        from dragoman.workspace.expo_views import told

        return told(self.workspace, self.store.canonical(entity_id))

    def opened(self, rows: Iterable[str]) -> list[dict[str, Any]]:
        """The records behind a figure, as rows with their sources."""
        from dragoman.workspace.expo_views import opened

        return opened(self.workspace, rows)

    def find(self, text: str) -> str:
        """The id of the record that a name, an id or its first eight digits and more stands for."""
        return expo_form.anything(self.workspace, text)

    def edition(self, name_or_id: str) -> str:
        """The id of the edition (or of the whole series) of a name; raises `UsageError`."""
        return expo_form.the(self.workspace, "Event", name_or_id)

    def _keep(self, entry: Entry, note: str, *, reword: bool = False) -> None:
        from dragoman.store.amending import amend

        document, made = entry.done()
        amend(self.store, document, reworded(self.store, made) if reword else made, by=entry.by, note=note)


def _person(by: str) -> str:
    if not by.strip():
        raise UsageError("nobody is named as the one who enters", do="give your name: --by NAME")
    return " ".join(by.split())


def _day(read: Form) -> str:
    """The day a stage that is entered with a record was reached: the record's date, or its start."""
    said = {s.prop: s.value for s in read.said}
    return said.get("date", said.get("startDate", ""))


def _replaced(found: list[Statement], prop: str, old: str) -> list[Statement]:
    """The organiser's own statements a correction takes back; raises `UsageError` where it must be said which."""
    own = [s for s in found if is_entered(s.dataset) or s.dataset.startswith(CATALOGUE)]
    if old:
        own = [s for s in own if old in (s.value, s.original_value)]
        if not own:
            raise UsageError(f"{prop} has no value {old!r} that was entered or imported", do="dragoman history shows them")
    if len({(s.value, s.unit) for s in own}) > 1:
        told = ", ".join(dict.fromkeys(s.original_value or s.value for s in own))
        raise UsageError(f"{prop} has several values: {told}", do="say which to replace: --old VALUE")
    return own
