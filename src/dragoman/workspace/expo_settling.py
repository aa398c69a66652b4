"""What a sheet says, settled into an edition: its parts and ties, stages as dated steps, and values that cannot be refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dragoman.expo import rules, stages
from dragoman.expo.choices import value_of
from dragoman.expo.choices import values as choices_of
from dragoman.expo.rules import value_problem
from dragoman.model.ids import SEPARATOR, digest, entity_id, normal_name
from dragoman.model.schema import schema
from dragoman.model.statement import Statement
from dragoman.workspace.expo_entries import is_part, tie_to_edition

ITEMS = {"forum": "Forum", "conference": "Forum", "project release": "Release", "contest": "Contest"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing of a file that was not taken, and why; `row` counts from 1 as the sheet does, 0 where it is the whole sheet."""

    file: str
    sheet: str
    row: int
    why: str

    def __str__(self) -> str:
        where = (self.file, f"sheet {self.sheet}" if self.sheet else "", f"row {self.row}" if self.row else "")
        return f"{', '.join(part for part in where if part)}: {self.why}"


@dataclass(slots=True)
class Settling:
    """The statements of one file for one edition. `refused` gathers what was left out."""

    file: str
    edition: str
    mark: str  # tells the parts of this edition from those of others
    names: frozenset[str]  # normalised names of the edition
    dataset: str
    refused: list[Refusal] = field(default_factory=list)

    def settle(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements under the ids they have in this edition, with the ties that lead to it."""
        kept = self._of_this_edition(_recast(self._importable(statements)))
        kept = [s for s in kept if self._holds(s)]
        moved = self._moved(kept)
        made = {s.id: s for s in (self._placed(s, moved) for s in kept if s.schema != "Edition")}
        groups: dict[str, list[Statement]] = {}
        for s in made.values():
            groups.setdefault(s.entity_id, []).append(s)
        for members in groups.values():
            for more in (*self._tie(members), *self._step(members)):
                made.setdefault(more.id, more)
        return list(made.values())

    def _importable(self, statements: Iterable[Statement]) -> list[Statement]:
        """Without what only its owner may enter: refused, once a row."""
        kept, places = [], dict[tuple[str, int], str]()
        for s in statements:
            if s.schema in rules.OWNERS_ONLY:
                places |= {(e.sheet, e.row or 0): s.schema for e in s.evidence}
            else:
                kept.append(s)
        self.refused += [Refusal(self.file, *place, rules.door(schema(name))) for place, name in places.items()]
        return kept

    def _of_this_edition(self, statements: list[Statement]) -> list[Statement]:
        """Rows that name another edition are refused: they belong to its own import."""
        wrong: set[tuple[str, int | None]] = set()
        for s in statements:
            told = s.schema == "Edition" and s.prop == "name" and s.evidence[0].column
            if told and normal_name(s.value) not in self.names:
                places = [(e.sheet, e.row) for e in s.evidence]
                wrong.update(places)
                remedy = "if it is this one: dragoman correct EDITION alias=..., then import --again"
                why = f"names another edition: {s.value} ({remedy})"
                self.refused += [Refusal(self.file, sheet, row or 0, why) for sheet, row in places]
        if not wrong:
            return statements
        kept = []
        for s in statements:
            proof = tuple(e for e in s.evidence if (e.sheet, e.row) not in wrong)
            if proof:
                kept.append(s if len(proof) == len(s.evidence) else replace(s, evidence=proof))
        return kept

    def _holds(self, s: Statement) -> bool:
        """Whether a value can be that property's; what cannot is refused, and the rest of its row is taken."""
        kind = schema(s.schema)
        spec = kind.properties.get(s.prop)
        if spec is None or (spec.type in ("name", "text", "entity") and s.prop not in rules.CHECKED):
            problem = ""
        elif choices_of(s.prop):
            problem = "" if value_of(s.prop, s.value) else f"{s.prop}: {s.value!r} is none of {', '.join(choices_of(s.prop))}"
        else:
            problem = value_problem(s.prop, s.value, s.unit, kind)
        if problem:
            self.refused += [Refusal(self.file, e.sheet, e.row or 0, problem) for e in s.evidence]
        return not problem

    def _moved(self, statements: list[Statement]) -> dict[str, str]:
        """Old ids to new ones: the edition's own, those of its parts, and agreements by name and parties, not by date."""
        moved: dict[str, str] = {}
        named: dict[str, tuple[str, str]] = {}
        parties: dict[str, list[str]] = {}
        for s in statements:
            if s.schema == "Edition":
                moved[s.entity_id] = self.edition
            elif is_part(s.schema):
                moved[s.entity_id] = digest("part", s.entity_id, self.mark)
            elif schema(s.schema).is_a("Agreement"):
                if s.prop == "name":
                    named[s.entity_id] = (s.schema, s.value)
                elif s.prop == "party":
                    parties.setdefault(s.entity_id, []).append(s.value)
        wanted: dict[str, list[str]] = {}
        for key, (kind, name) in named.items():
            mark = SEPARATOR.join([self.mark, *sorted(parties.get(key, ()))])
            wanted.setdefault(entity_id(self.dataset, kind, name, mark), []).append(key)
        return moved | {keys[0]: made for made, keys in wanted.items() if len(keys) == 1}

    def _placed(self, s: Statement, moved: dict[str, str]) -> Statement:
        entity, value = moved.get(s.entity_id, s.entity_id), s.value
        spec = schema(s.schema).properties.get(s.prop)
        if spec is not None and spec.type == "entity":
            value = moved.get(value, value)
        elif choices_of(s.prop):
            value = value_of(s.prop, value)
        if entity == s.entity_id and value == s.value:
            return s
        return replace(s, entity_id=entity, value=value, id="")

    def _tie(self, members: list[Statement]) -> list[Statement]:
        """The tie to the edition, where the sheet made none."""
        first = members[0]
        prop = tie_to_edition(first.schema)
        if not prop or any(s.prop == prop and s.value == self.edition for s in members):
            return []
        return [_beside(first, prop, self.edition)]

    def _step(self, members: list[Statement]) -> list[Statement]:
        """The stage of an agreement as a step on its date, from a column of stages or from its status."""
        if not schema(members[0].schema).is_a("Agreement"):
            return []
        day = next((s.value for s in members if s.prop == "date"), "")
        told = [s for s in members if s.prop == "stage"]
        if told:
            for s in told:
                s.valid_from, s.id = s.valid_from or day, ""
                s.id = s.make_id()
            return []
        status = next((s for s in members if s.prop == "status"), None)
        stage = stages.stage_of([], status.value, [s.value for s in members if s.prop == "agreementKind"]) if status else ""
        if status is None or stage not in stages.STAGES:
            return []
        made = _beside(status, "stage", stage, status.original_value)
        return [replace(made, valid_from=day, id="")]


def _recast(statements: list[Statement]) -> list[Statement]:
    """Items of a programme under the schema their kind tells: a forum counts as a forum, however it came."""
    told = {s.entity_id: value_of("eventKind", s.value) for s in statements if (s.schema, s.prop) == ("Session", "eventKind")}
    own = {key: ITEMS[kind] for key, kind in told.items() if kind in ITEMS}
    return [replace(s, schema=own[s.entity_id]) if s.schema == "Session" and s.entity_id in own else s for s in statements]


def _beside(s: Statement, prop: str, value: str, original: str = "") -> Statement:
    """Another statement on the same thing by the same cell."""
    return Statement(
        s.entity_id, s.schema, prop, value, s.dataset, original_value=original or value, origin=s.origin,
        evidence=s.evidence[:1],
    )  # fmt: skip
