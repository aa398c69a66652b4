"""Entries: what a person typed into a form, kept as a document of its own, which its statements cite."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from dragoman.base.version import VERSION
from dragoman.expo.rules import Entered
from dragoman.model.document import ENTRY, Block, Document
from dragoman.model.ids import SEPARATOR, entity_id
from dragoman.model.schema import schema
from dragoman.model.statement import Bound, Evidence, Statement
from dragoman.workspace.expo_form import Form, Named

ORIGIN = f"entry@{VERSION}"
ENTRIES = "entries of "  # the data set of a person's entries
CATALOGUE = "catalogue of "  # the data set of what an organiser imports for a series or edition
HEADLINE = re.compile(r"(.*), entered by (.*) at (\d{4}-\d\d-\d\dT[\d:.]+\+00:00)", re.S)
# Records that are parts of one edition: two editions may have a hall of the same name.
TO_EDITION = {
    "Hall": "partOf", "Forum": "partOf", "Contest": "partOf", "Release": "partOf", "Stand": "edition", "Exhibit": "edition",
    "Project": "edition", "Patent": "edition", "Offer": "edition", "Request": "edition", "Delegation": "event",
    "Participation": "event", "Agreement": "event", "Invitation": "event", "Figure": "subject", "Presence": "event",
    "Edition": "expo", "Criterion": "contest", "TalentOffer": "edition", "Expo": "", "Honour": "", "Event": "partOf",
}  # fmt: skip
OWN = frozenset(("Hall", "Forum", "Contest", "Release", "Stand", "Delegation", "Criterion", "Session"))


def dataset_of(by: str) -> str:
    """The data set of what a person enters."""
    return f"{ENTRIES}{by}"


def is_entered(dataset: str) -> bool:
    """Whether a data set holds a person's entries."""
    return dataset.startswith(ENTRIES)


def tie_to_edition(name: str) -> str:
    """The property by which a record of that schema is tied to its edition; empty where it is not."""
    return next((TO_EDITION[a] for a in schema(name).ancestors if a in TO_EDITION), "")


def is_part(name: str) -> bool:
    """Whether records of a schema belong to one edition alone."""
    return any(a in OWN for a in schema(name).ancestors)


class Headline(NamedTuple):
    """What the title of an entry says: by which form, who, when."""

    form: str
    by: str
    at: str


def entered(title: str) -> Headline | None:
    """The title of an entry taken apart; None for the title of any other document."""
    found = HEADLINE.fullmatch(title)
    return Headline(*found.groups()) if found else None


@dataclass(slots=True)
class Entry:
    """One act of entering: who, when, by which form or command, and the lines it holds."""

    by: str
    form: str  # the form or command
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="microseconds"))
    lines: list[str] = field(default_factory=list)
    made: list[Statement] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = [f"{self.form}, entered by {self.by} at {self.at}"]  # as HEADLINE reads it

    def say(
        self, entity: str, kind: str, one: Entered, value: str = "", *, dataset: str = "", valid_from: str = ""
    ) -> Statement:
        """A statement for one line of the entry; `value` in place of what was typed, where that names a record."""
        start = sum(len(line) + 1 for line in self.lines) + len(one.prop) + 2
        self.lines.append(f"{one.prop}: {one.written}")
        made = Statement(
            entity, kind, one.prop, value or one.value, dataset or dataset_of(self.by), original_value=one.written,
            lang=one.lang, origin=ORIGIN, bound=Bound(one.bound), unit=one.unit, valid_from=valid_from,
            evidence=(Evidence("", one.written, start, start + len(one.written), speaker=self.by),),
        )  # fmt: skip
        self.made.append(made)
        return made

    def done(self) -> tuple[Document, list[Statement]]:
        """The document of the entry and its statements, which cite it."""
        text = "\n".join(self.lines)
        made_id = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        blocks, start = [], 0
        for n, line in enumerate(self.lines):
            blocks.append(Block(start, start + len(line), "title" if n == 0 else "item"))
            start += len(line) + 1
        document = Document(
            made_id, f"entry {self.at[:19]} by {self.by}", ENTRY, text, tuple(blocks), title=self.lines[0],
            publisher=self.by, size=len(text.encode("utf-8", "surrogatepass")), dataset=dataset_of(self.by),
        )  # fmt: skip
        for s in self.made:
            proof = s.evidence[0]
            s.evidence = (Evidence(made_id, proof.exact, proof.start, proof.end, speaker=proof.speaker),)
        return document, self.made


def own_id(kind: str, form: Form, by: str, part_of: str, at: str = "") -> str:
    """The id of a new record: by its name, else by all it says; `at` tells it from one of the same name."""
    name = next((s.value for s in form.said if s.prop == "name"), "")
    mark = [part_of] if is_part(kind) or not name else []
    if not name:
        named = {n: id_of(new, by, "") for n, new in form.new.items() if not new.unnamed}
        mark += [f"{s.prop}={named.get(n, s.value)}" for n, s in enumerate(form.said)]
    return entity_id(dataset_of(by), kind, name, SEPARATOR.join([*mark, at] if at else mark))


def state(entry: Entry, kind: str, form: Form, made_id: str, date: str = "") -> None:
    """All a form says of a record, and the names of records it names for the first time."""
    for n, one in enumerate(form.said):
        named = form.new.get(n)
        target = id_of(named, entry.by, made_id) if named else ""
        entry.say(made_id, kind, one, target, valid_from=date if one.prop == "stage" else "")
        if named:
            prop = "unnamed" if named.unnamed else "name"
            entry.say(target, named.schema, Entered(prop, named.name, named.name, lang=one.lang))


def id_of(named: Named, by: str, made_id: str) -> str:
    """The id of a record named for the first time; one without a name belongs to the record that speaks of it."""
    return entity_id(dataset_of(by), named.schema, named.name, made_id if named.unnamed else "")
