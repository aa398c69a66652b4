"""Documents in a folder that is imported into an edition: read as any text is, and tied to the edition they were given for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.base.version import VERSION
from dragoman.extract.sheets.extractor import WITH_TEXT
from dragoman.model.document import Document
from dragoman.model.entity import Entity
from dragoman.model.fact import facts
from dragoman.model.ids import normal_name
from dragoman.model.statement import Evidence, Statement
from dragoman.workspace.documents import captions_of
from dragoman.workspace.extraction import readers_of_text

if TYPE_CHECKING:
    from dragoman.base.settings import Settings
    from dragoman.workspace import Workspace

DOCUMENT = "documentFile"
ORIGIN = f"import@{VERSION}"
EXAMPLE_CHARS, YEAR_CHARS = 60, 4
TELLING = (("ordinal",), ("startDate", "endDate"))  # what tells one edition of a series from another


def is_text(document: Document) -> bool:
    """Whether a document is read as a text: it has words, and its tables, if any, stand in a page or a report."""
    return bool(document.text) and (not document.tables or document.media_type in WITH_TEXT)


def read_text(document: Document, settings: Settings) -> list[Statement]:
    """What the text of a document says, each statement once."""
    made: dict[str, Statement] = {}
    for extractor in readers_of_text(settings):
        for statement in extractor.extract(document):
            made.setdefault(statement.id, statement)
    return list(made.values())


def found_in(document: Document, settings: Settings) -> list[tuple[str, int, str]]:
    """What would be found in a text: kinds of fact, how many, and the first of them in words."""
    statements = read_text(document, settings)
    told = facts(statements, captions_of(statements))
    counts = Counter(f.kind for f in told)
    return [(kind, n, next(f.text for f in told if f.kind == kind)[:EXAMPLE_CHARS]) for kind, n in counts.most_common()]


class Tying:
    """What a document says, tied to the edition it was imported into.

    `same` are ids that are the edition or its series; `strange` names the editions it speaks of that are others.
    """

    def __init__(self, edition: Entity, series: Iterable[Entity], document: Document, said: list[Statement], by: str) -> None:
        self.edition, self.series, self.document, self.said, self.by = edition, list(series), document, said, by
        groups: dict[str, list[Statement]] = {}
        for s in said:
            if not s.suggested:
                groups.setdefault(s.entity_id, []).append(s)
        self.told = {key: Entity(key, tuple(members)) for key, members in groups.items()}
        spoken = [e for e in self.told.values() if e.schema.is_a("Edition")]
        mine = [e for e in spoken if self._is_it(e, alone=len(spoken) == 1)]
        self.strange = [] if mine else [e.caption for e in spoken]
        self.same = [(e.id, edition.id) for e in mine] + self._series(mine)

    def _is_it(self, spoken: Entity, *, alone: bool) -> bool:
        """Whether an edition a text speaks of is this one: of its name, or the only one there and of its ordinal or year."""
        if {normal_name(n) for n in spoken.names} & {normal_name(n) for n in self.edition.names}:
            return True
        pairs = [(_values(spoken, p), _values(self.edition, p)) for p in TELLING]
        known = [bool(left & right) for left, right in pairs if left and right]
        return alone and bool(known) and all(known)

    def _series(self, mine: Iterable[Entity]) -> list[tuple[str, str]]:
        """Series the text names as ours do, and those of which it says that this edition is one."""
        ours = {normal_name(n) for e in self.series for n in e.names}
        named = [e.id for e in self.told.values() if e.schema.is_a("Expo") and ours & {normal_name(n) for n in e.names}]
        led = [v for e in mine for v in e.values("expo", sure=True)]
        return [(left, self.series[0].id) for left in dict.fromkeys([*named, *led])] if self.series else []

    def statements(self, dataset: str) -> list[Statement]:
        """The tie of the document, and of figures that name no subject where it speaks of no edition at all."""
        proof = Evidence(self.document.id, self.document.name, speaker=self.by)
        tie = Statement(
            self.edition.id, "Edition", DOCUMENT, self.document.id, dataset, original_value=self.document.name, origin=ORIGIN,
            evidence=(proof,),
        )  # fmt: skip
        spoken = any(e.schema.is_a("Edition") for e in self.told.values())
        loose = [e for e in self.told.values() if e.schema.is_a("Figure") and not e.values("subject")]
        return [tie, *([] if spoken else [self._of_edition(e) for e in loose])]

    def _of_edition(self, figure: Entity) -> Statement:
        first = figure.statements[0]
        return Statement(
            figure.id, first.schema, "subject", self.edition.id, first.dataset, original_value=self.edition.caption,
            origin=ORIGIN, inferred=True, evidence=first.evidence[:1],
        )  # fmt: skip


def _values(entity: Entity, props: tuple[str, ...]) -> set[str]:
    """Ordinals, or the years of days: news of the closing day and a catalogue name different days of one edition."""
    return {v[:YEAR_CHARS] for prop in props for v in entity.values(prop, sure=True)}


def series_of(workspace: Workspace, edition: Entity) -> list[Entity]:
    """The series an edition is one of."""
    store = workspace.store
    return [store.entity(i) for i in edition.values("expo") if store.size(i)]
