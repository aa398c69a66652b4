"""Entities as FollowTheMoney 4.x JSON. Names are its own wherever it has them; the rest becomes words in its texts.

The library is not needed here: `TARGETS` holds the properties of the schemata we export to, and the tests hold every
export against the real model. What is to check, retracted or denied is not exported: the format cannot say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.model.entity import Entity
from dragoman.model.schema import Property, Schema
from dragoman.model.statement import Statement
from dragoman.report.timeline import day

THING = {"name", "alias", "weakAlias", "previousName", "country", "summary", "description", "notes", "keywords", "topics",
         "address", "sourceUrl", "wikidataId"}  # fmt: skip
INTERVAL = {"startDate", "endDate", "date", "summary", "description", "recordId", "sourceUrl"}
LEGAL = THING | {
    "abbreviation", "legalForm", "sector", "website", "email", "registrationNumber",
    "incorporationDate", "dissolutionDate", "parent", "status",
}  # fmt: skip
LINK = INTERVAL | {"role", "status"}
TARGETS: dict[str, set[str]] = {
    "LegalEntity": LEGAL, "Organization": LEGAL, "Company": LEGAL, "PublicBody": LEGAL,
    "Person": LEGAL | {"title", "firstName", "lastName", "fatherName", "position", "nationality", "birthDate"},
    "Address": THING | {"latitude", "longitude", "full"}, "Asset": THING | {"amount", "currency"},
    "Note": THING,
    "Project": THING | INTERVAL | {"projectId", "status", "phase", "goal", "amount", "currency"},
    "Event": THING | INTERVAL | {"location", "organizer", "involved"},
    "Contract": THING | {"title", "status", "amount", "currency", "contractDate", "type"},
    "UnknownLink": LINK | {"subject", "object"}, "Membership": LINK | {"member", "organization"},
    "Ownership": LINK | {"owner", "asset", "percentage"}, "Employment": LINK | {"employee", "employer"},
    "Directorship": LINK | {"director", "organization"}, "ProjectParticipant": LINK | {"participant", "project"},
    "Position": THING | {"organization"}, "Thing": THING,
    "Sanction": INTERVAL | {"country", "entity", "authority", "program", "listingDate", "reason"},
    "Document": THING | {"title", "author", "publisher", "publishedAt", "fileName", "mimeType"},
}  # fmt: skip
# The ends of links and what they may be in FollowTheMoney; its Thing is everything that is no interval.
ENDS: dict[str, dict[str, str]] = {
    "UnknownLink": {"subject": "Thing", "object": "Thing"},
    "Membership": {"member": "LegalEntity", "organization": "Organization"},
    "Ownership": {"owner": "LegalEntity", "asset": "Asset"},
    "Employment": {"employee": "Person", "employer": "Organization"},
    "Directorship": {"director": "LegalEntity", "organization": "Organization"},
    "ProjectParticipant": {"participant": "LegalEntity", "project": "Project"},
    "Event": {"organizer": "LegalEntity", "involved": "LegalEntity"}, "Position": {"organization": "Organization"},
    "Sanction": {"entity": "Thing"},
    **{name: {"parent": "LegalEntity"} for name in ("LegalEntity", "Organization", "Company", "PublicBody", "Person")},
}  # fmt: skip
LEGAL_NAMES = {"LegalEntity", "Organization", "Company", "PublicBody", "Person"}
IS_A = {
    "LegalEntity": LEGAL_NAMES, "Organization": {"Organization", "Company", "PublicBody"}, "Person": {"Person"},
    "Asset": {"Asset", "Company"}, "Project": {"Project"},
    "Thing": LEGAL_NAMES | {"Address", "Asset", "Project", "Event", "Contract", "Position", "Document", "Note"},
}  # fmt: skip
INTERVALS = {"UnknownLink", "Membership", "Ownership", "Employment", "Directorship", "ProjectParticipant", "Sanction"}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
CODE = re.compile(r"[a-z]{2}")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
URL = re.compile(r"https?://[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/[\w./?=&%#~-]*)?")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
# What only one form will do for; a value of another form goes into the notes. Codes with check digits (LEI, INN, OGRN,
# USCC) are exported as plain registration numbers, since a wrong digit in a source would make the entity invalid.
FORMS = {"date": DATE, "country": CODE, "number": NUMBER, "money": NUMBER, "url": URL}
PROP_FORMS = {"email": EMAIL, "wikidataId": re.compile(r"Q\d{1,12}"), "mimeType": re.compile(r"[a-z]+/[a-z0-9.+-]+")}
CHECKED = {"leiCode", "innCode", "ogrnCode", "uscCode"}
NAMES = {"name", "alias", "weakAlias", "previousName", "firstName", "lastName", "fatherName"}
TEXTS = {"summary", "description", "notes"}
NAME_CHARS, STRING_CHARS, NUMBER_CHARS, TEXT_CHARS = 384, 240, 64, 60_000  # the library's own limits, or a little under
TOPICS = {"sanction", "sanction.linked", "export.control", "export.risk", "debarment", "role.pep", "corp.public", "gov", "mil"}


def entities(statements: Iterable[Statement]) -> Iterator[dict[str, Any]]:
    """FollowTheMoney entities of statements, one each for our entities; links whose ends are not there become things.

    All statements are read before the first entity leaves, since a link must know what its ends are.
    """
    groups: dict[str, list[Statement]] = {}
    for s in statements:
        if not (s.suggested or s.retracted_at or s.negated):
            groups.setdefault(s.entity_id, []).append(s)
    known = {key: Entity(key, tuple(members)) for key, members in groups.items()}
    writer = Writer(known)
    for key in known:
        yield from writer.of(key)


class Writer:
    """Writes the entities of one export."""

    def __init__(self, known: dict[str, Entity]) -> None:
        self.known = known
        self.schemata = {key: entity.schema for key, entity in known.items()}
        self.target = {key: self._target(key) for key in known}
        self.captions = {key: entity.caption.strip() for key, entity in known.items()}
        self.captions |= {key: self._call(key) for key, caption in self.captions.items() if caption in ("", key[:8])}

    def _call(self, key: str) -> str:
        """A name for what has none: its kind, and whom it ties."""
        kind = self.schemata[key]
        ties = [s for s in self.known[key].statements if (p := kind.properties.get(s.prop)) and p.type == "entity"]
        named = dict.fromkeys(c for s in ties if (c := self.captions.get(s.value, s.original_value)) and c != s.value[:8])
        return kind.label() + (f": {', '.join(list(named)[:3])}" if named else "")

    def _target(self, key: str) -> str:
        """The FollowTheMoney schema; a link that lacks a fitting end becomes an event or project with its words."""
        kind = self.schemata[key]
        target = kind.ftm if kind.ftm in TARGETS else "Thing"
        return "Event" if target in ("Thing", "Interval") else target

    def of(self, key: str) -> Iterator[dict[str, Any]]:
        """One entity; a place with a role in ties keeps its address form."""
        target = self.target[key]
        made: dict[str, list[str]] = {}
        rest: list[str] = []
        for s in self.known[key].statements:
            self._put(s, key, target, made, rest)
        if target in INTERVALS and not self._whole(target, made):
            target, made = "Event", {p: v for p, v in made.items() if p in TARGETS["Event"]}
            rest = [self._say(s) for s in self.known[key].statements]
        self._finish(key, target, made, rest)
        yield {
            "id": key, "schema": target, "caption": self.captions[key],
            "properties": {prop: list(dict.fromkeys(values)) for prop, values in made.items() if values},
            "datasets": list(self.known[key].datasets),
        }  # fmt: skip

    def _put(self, s: Statement, key: str, target: str, made: dict[str, list[str]], rest: list[str]) -> None:
        prop = self.schemata[key].properties.get(s.prop)
        place = self._slot(s.prop, target, self.schemata[key])
        value = self._value(s, prop, target, place) if prop and place else ""
        if value:
            made.setdefault(place, []).append(value)
            if place == "amount" and s.unit:
                made.setdefault("currency", []).append(s.unit)
        if not value or s.bound or s.status:
            rest.append(self._say(s))

    def _slot(self, prop: str, target: str, kind: Schema) -> str:
        """The property of the target that takes it: the same name, or for a link of ours the end it stands for."""
        if target == "UnknownLink" and kind.edge and prop in kind.edge:
            return ("subject", "object")[kind.edge.index(prop)]
        if target == "UnknownLink" and prop in ("subject", "object"):
            return ""
        if prop in CHECKED and "registrationNumber" in TARGETS[target]:
            return "registrationNumber"
        return prop if prop in TARGETS[target] else ""

    def _value(self, s: Statement, prop: Property, target: str, place: str) -> str:
        """The value as the target's type wants it, empty where it does not fit."""
        ends = ENDS.get(target, {})
        if place in ends or prop.type == "entity":
            fits = place in ends and self.target.get(s.value, "") in IS_A[ends[place]]
            return s.value if fits else (self.captions.get(s.value, s.original_value) if place not in ends else "")
        form = PROP_FORMS.get(place) or FORMS.get(prop.type)
        if (form and not form.fullmatch(s.value)) or (prop.type == "date" and not day(s.value)):
            return ""
        known = place != "topics" or s.value in TOPICS
        return s.value if known and len(s.value) <= _limit(place, prop) else ""

    def _whole(self, target: str, made: dict[str, list[str]]) -> bool:
        """Whether a link has both its ends, a listing its entity."""
        return all(made.get(end) for end in ENDS[target])

    def _say(self, s: Statement) -> str:
        """A statement in words, for a text property."""
        value = self.captions.get(s.value) or s.original_value or s.value
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", s.prop).lower()
        extra = ", ".join(str(x) for x in (s.bound, s.unit, s.status) if x and str(x) not in value)
        return f"{words}: {value}" + (f" ({extra})" if extra else "")

    def _finish(self, key: str, target: str, made: dict[str, list[str]], rest: list[str]) -> None:
        """Required properties, and the rest as words."""
        entity = self.known[key]
        text = "description" if target in INTERVALS else "notes"
        made.setdefault(text, []).extend(dict.fromkeys(rest))
        if target == "Contract":
            made.setdefault("title", [self.captions[key][:STRING_CHARS]])
        if target == "Document":
            made.setdefault("fileName", [self.captions[key][:STRING_CHARS]])
        if target == "Address":
            made.setdefault("full", [self.captions[key][:STRING_CHARS]])
        if target not in INTERVALS and not made.get("name"):
            named = entity.values("unnamed") or (self.captions[key],)
            made["name"] = [named[0][:NAME_CHARS]]
        made[text] = [t[:TEXT_CHARS] for t in made[text]]


def _limit(place: str, prop: Property) -> int:
    """The longest value the library takes."""
    if place in TEXTS:
        return TEXT_CHARS
    if prop.type in ("identifier", "number", "money"):
        return NUMBER_CHARS
    return NAME_CHARS if place in NAMES else STRING_CHARS
