"""The sections of a report: which entities stand where, and how they are grouped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.report.book import LADDER, Book
from dragoman.report.rows import Row, Rows, by_value
from dragoman.report.words import Words
from dragoman.report.worldmap import country_name

FACTS_SHOWN = 6_000  # keeps the page under 8 MB (5,000 facts make 4.5)
ROLES = ("Employment", "Directorship", "Position")
SOUGHT = ("Offer", "Request")
BODIES = {"Company": "company", "PublicBody": "public body", "Alliance": "alliance"}  # where no kind of body is told
NOT_YET = ("sought", "looked into", "planned", "intended", "invited")


@dataclass(slots=True)
class Group:
    """Rows under one heading; an empty heading for a section without groups."""

    anchor: str
    heading: str
    rows: list[Row]


@dataclass(slots=True)
class Section:
    """A part of the report; `count` is what the first page and the contents say."""

    key: str
    count: int
    groups: list[Group] = field(default_factory=list)
    left_out: int = 0  # rows that are not on the page


# Section -> the schemata whose entities stand there (a tie with an owner stands with that), what is shown while closed.
PLAN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "events": (("Event",), ("startDate", "date", "location")),
    "delegations": (("Delegation", "Visit", "Stop", "Invitation", "Meeting"), ("startDate", "date", "destination", "purpose")),
    "agreements": (("Agreement",), ("party", "amount", "subject")),
    "partnerships": (
        ("Partnership", "JointLab", "Ownership", "UnknownLink", "ProjectParticipant", "Cooperation", *SOUGHT),
        ("partnershipKind", "role", "field"),
    ),
    "presence": (("Presence", "Sale", "Market"), ("presenceKind", "object", "amount")),
    "technologies": (("Technology", "Patent"), ("use", "field")),
    "projects": (("Project", "Consultation"), ("status", "established", "field")),
    "memberships": (("Membership",), ("role",)),
    "people": (("Person", *ROLES), ("Employment", "Directorship", "position")),
    "organisations": (("LegalEntity", "Participation"), ("activity",)),
    "places": (("Place",), ()),
}
ORDER = ("events", "delegations", "agreements", "partnerships", "presence", "technologies", "projects", "organisations",
         "people", "memberships", "places")  # fmt: skip


def place(book: Book) -> dict[str, list[str]]:
    """The entities of each section; over `FACTS_SHOWN` those with the fewest facts are hidden, evenly over sections."""
    members: dict[str, list[str]] = {name: [] for name in PLAN}
    for key in book.known():
        if book.owner[key] == key and (name := _section(book, key)):
            members[name].append(key)
    if sum(book.weight(key) for keys in members.values() for key in keys) > FACTS_SHOWN:
        queues = [iter(sorted(keys, key=lambda k: -book.weight(k))) for keys in members.values()]
        book.hidden = {key for keys in members.values() for key in keys} - set(_chosen(book, queues))
    return members


def _chosen(book: Book, queues: list[Iterator[str]]) -> Iterator[str]:
    """Rows from each section in turn until the page is full."""
    left = FACTS_SHOWN
    while queues:
        for queue in list(queues):
            key = next(queue, "")
            left -= max(1, book.weight(key)) if key else 0
            if not key or left < 0:
                queues.remove(queue)
            else:
                yield key


def _section(book: Book, key: str) -> str:
    """The section whose schema is nearest: a joint laboratory is a partnership before it is an organisation."""
    for ancestor in book.schemas[key].ancestors:
        for name, (schemata, _) in PLAN.items():
            if ancestor in schemata:
                return name
    return ""


class Sections:
    """Folds a book into sections, each entity in one of them."""

    def __init__(self, book: Book, words: Words, rows: Rows, members: dict[str, list[str]]) -> None:
        self.book, self.words, self.rows, self.members = book, words, rows, members

    def all(self) -> list[Section]:
        """Every section that has something to show, in the order of the report."""
        made = [self._made(name) for name in ORDER]
        return [s for s in made if s.groups]

    def _made(self, name: str) -> Section:
        left_out = sum(k in self.book.hidden for k in self.members[name])
        return Section(name, len(self.members[name]), [g for g in self._groups(name) if g.rows], left_out)

    def _groups(self, name: str) -> Iterator[Group]:
        for number, (heading, keys) in enumerate(self._split(name), 1):
            gist = PLAN[name][1]
            rows = [self.rows.of(k, gist) for k in keys if k not in self.book.hidden]
            ordered = rows if name in ("delegations",) else sorted(rows, key=lambda r: (-r.documents, r.caption.casefold()))
            yield Group(f"{name}-{number}", heading, ordered)

    def _split(self, name: str) -> list[tuple[str, list[str]]]:
        split = {
            "organisations": self._by_body, "agreements": self._by_stage, "partnerships": self._by_sought,
            "presence": self._by_presence, "places": self._by_place, "events": self._by_schema,
            "delegations": self._by_schema, "projects": self._by_schema,
        }.get(name)  # fmt: skip
        return split(self.members[name]) if split else [("", self.members[name])]

    def _by_body(self, keys: list[str]) -> list[tuple[str, list[str]]]:
        """Organisations by kind of body, those without one by their schema, the unnamed last."""
        named = [k for k in keys if not self.book.is_unnamed(k)]
        told = [k for k in named if self.book.values(k, "bodyKind")]
        groups = [(self.words.choice("body", v), members) for v, members in by_value(self.book, told, "bodyKind")]
        rest = dict.fromkeys(k for k in named if k not in set(told))
        groups += [(self.words(f"body.{BODIES.get(self.book.schemas[k].name, 'other')}"), [k]) for k in rest]
        unnamed = [k for k in keys if self.book.is_unnamed(k)]
        return [*_joined(groups), (self.words("group.unnamed"), unnamed)]

    def _by_schema(self, keys: list[str]) -> list[tuple[str, list[str]]]:
        groups: dict[str, list[str]] = {}
        for key in keys:
            groups.setdefault(self.book.schemas[key].label(self.words.lang), []).append(key)
        return sorted(groups.items(), key=lambda g: -len(g[1]))

    def _by_stage(self, keys: list[str]) -> list[tuple[str, list[str]]]:
        """Agreements by the step of the ladder they stand on."""
        stages: dict[str, list[str]] = {}
        denied = [k for k in keys if self.book.denied(k)]
        for key in keys:
            if key not in denied:
                stages.setdefault(self.book.status(key), []).append(key)
        known = [s for s in LADDER if s in stages]
        other = [s for s in stages if s and s not in LADDER]
        groups = [(self.words.choice("status", s), stages[s]) for s in (*known, *other)]
        return [*groups, (self.words("group.no_status"), stages.get("", [])), (self.words("group.none"), denied)]

    def _by_sought(self, keys: list[str]) -> list[tuple[str, list[str]]]:
        """Partnerships that are, those that are wanted, and those expressly not there."""
        groups: dict[str, list[str]] = {"existing": [], "sought": [], "none": [], "ended": []}
        for key in keys:
            groups[self._stand(key)].append(key)
        return [(self.words(f"group.{name}"), members) for name, members in groups.items()]

    def _stand(self, key: str) -> str:
        status, kinds = self.book.status(key), " ".join(self.book.values(key, "partnershipKind")).lower()
        if self.book.denied(key):
            return "none"
        if self.book.is_a(key, *SOUGHT) or "sought" in kinds or status in NOT_YET:
            return "sought"
        return "ended" if status == "ended" else "existing"

    def _by_presence(self, keys: list[str]) -> list[tuple[str, list[str]]]:
        """Presence abroad by its kind, sales and markets after it, what is expressly absent last."""
        absent = [k for k in keys if self.book.denied(k)]
        there = [k for k in keys if k not in set(absent)]
        kinds = [k for k in there if self.book.values(k, "presenceKind")]
        groups = [(self.words.choice("presence", v), m) for v, m in by_value(self.book, kinds, "presenceKind")]
        rest = self._by_schema([k for k in there if k not in set(kinds)])
        return [*groups, *rest, (self.words("group.absent"), absent)]

    def _by_place(self, keys: list[str]) -> list[tuple[str, list[str]]]:
        """Places by country, groups of countries last."""
        groups = [k for k in keys if self.book.is_a(k, "CountryGroup")]
        rest = [k for k in keys if k not in set(groups)]
        split = by_value(self.book, rest, "country")
        named = [(country_name(c, self.words.lang) if c else self.words("group.no_country"), m) for c, m in split]
        return [*named, (self.words("group.country_groups"), groups)]


def _joined(groups: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """Groups of the same heading become one, the largest first."""
    found: dict[str, list[str]] = {}
    for heading, members in groups:
        found.setdefault(heading, []).extend(members)
    return sorted(found.items(), key=lambda g: -len(g[1]))
