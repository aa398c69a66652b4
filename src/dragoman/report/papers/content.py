"""What the papers are made of: plain, frozen inputs that know nothing of stores, schemas or pages.

A text is either one string, in the language its script tells, or a mapping from language (en, zh, ru) to string. Dates and
times are local to the place; a programme names its time zone. Whoever fills these types has already released what stands in
them: nothing here can carry a hold, a hit or an exposure by accident, because there is no field for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

Text = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement stands: printed once in the list of sources, cited by its number."""

    title: str
    publisher: str = ""
    date: str = ""
    place: str = ""  # page, paragraph, row: where in it
    quote: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is printed, with the sources that prove it and, where it is an opinion, who holds it."""

    text: Text
    sources: tuple[Source, ...] = ()
    speaker: Text = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as named in a paper."""

    name: Text
    role: Text = ""
    organisation: Text = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a programme. `key` stays the same when the item is moved or renamed: calendars update by it."""

    key: str
    start: datetime
    end: datetime
    title: Text
    place: Text = ""
    speakers: tuple[Text, ...] = ()
    kind: str = ""  # a message `paper.kind.…`, or a word shown as it is
    sources: tuple[Source, ...] = ()
    cancelled: bool = False
    theme: Text = ""
    projects: tuple[Text, ...] = ()  # what is released there
    results: tuple[Text, ...] = ()  # what it published as its results


@dataclass(frozen=True, slots=True)
class Programme:
    """The programme of an edition; `days` gives a day its own heading."""

    edition: Text
    entries: tuple[Entry, ...]
    days: Mapping[date, Text] = field(default_factory=dict)
    zone: str = "Asia/Shanghai"  # an IANA time zone; empty where it is not known
    place: Text = ""
    key: str = ""  # the edition's key, part of calendar ids
    version: int = 0  # of the released schedule


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a visit: what was seen and said, how it is estimated, what comes next and by whom."""

    title: Text
    start: datetime | None = None
    place: Text = ""
    kind: str = ""
    hosts: tuple[Person, ...] = ()
    shown: tuple[Said, ...] = ()
    seen: tuple[Said, ...] = ()
    questions: tuple[Said, ...] = ()
    estimate: tuple[Said, ...] = ()
    next_step: Text = ""
    owner: Text = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised, by whom, until when. `state`: open, kept, overdue or dropped."""

    what: Said
    owner: Text
    due: date | None = None
    state: str = "open"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition for work at that place: site, cost, jobs, taxes; `name` is a message `paper.condition.…` or a word."""

    name: str
    value: Said


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody at home answered; `interest` is a message `paper.interest.…` or empty."""

    who: Text
    said: Said
    interest: str = ""


@dataclass(frozen=True, slots=True)
class VisitReport:
    """The report of a visit for those at home."""

    title: Text
    delegation: Text
    host: Text
    start: date | None
    end: date | None
    place: Text = ""
    purpose: Text = ""
    members: tuple[Person, ...] = ()
    summary: tuple[Said, ...] = ()
    stops: tuple[Stop, ...] = ()
    conditions: tuple[Condition, ...] = ()
    promises: tuple[Promise, ...] = ()
    told: tuple[Text, ...] = ()  # who gets the report
    author: Text = ""
    made: date | None = None
    host_goals: tuple[Said, ...] = ()
    visitor_goals: tuple[Said, ...] = ()
    results: tuple[Said, ...] = ()
    answers: tuple[Answer, ...] = ()
    status: str = ""  # how far it has come, a message `status.…`


@dataclass(frozen=True, slots=True)
class Shortlisted:
    """An institute, firm or project put on a shortlist, with the reasons and the limits that are known."""

    name: Text
    kind: Text = ""
    place: Text = ""
    field: Text = ""
    trl: int | None = None
    why: tuple[Said, ...] = ()
    limits: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Introduction:
    """A contact made for the client. `state`: planned, made, answered or declined."""

    to: Text
    by: Text = ""
    day: date | None = None
    state: str = "planned"
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Memo:
    """The memo of a consultation: question, answer, sourced shortlist, introductions, outcome."""

    client: Text
    question: Text
    region: Text = ""
    field: Text = ""
    budget: Text = ""
    adviser: Text = ""
    made: date | None = None
    answer: tuple[Said, ...] = ()
    shortlist: tuple[Shortlisted, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    next_steps: tuple[Promise, ...] = ()
    outcome: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Something shown: its name, what it is for, how ripe it is."""

    name: Text
    uses: Text = ""
    trl: int | None = None


@dataclass(frozen=True, slots=True)
class Exhibitor:
    """An entry of the directory. `country` is an ISO 3166 code of two letters or a name."""

    name: Text
    country: str = ""
    hall: Text = ""
    stand: str = ""
    fields: tuple[Text, ...] = ()
    about: Said | None = None
    people: tuple[Person, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """All exhibitors of an edition."""

    edition: Text
    exhibitors: tuple[Exhibitor, ...]
    made: date | None = None


@dataclass(frozen=True, slots=True)
class Badge:
    """One badge; its QR code is a vCard. `kind` gives the band: exhibitor, delegate, speaker, juror, interpreter, press, staff,
    visitor.
    """

    name: Text
    role: Text = ""
    organisation: Text = ""
    stand: str = ""
    link: str = ""
    kind: str = "visitor"
    country: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Badges:
    """The badges of an edition, in the order they are printed."""

    edition: Text
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a floor plan in metres, from the upper left corner."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Hall:
    """A hall or pavilion on the plan."""

    name: Text
    box: Box


@dataclass(frozen=True, slots=True)
class Stand:
    """A stand on the plan: its label (A12) and, once given away, who stands there and where that leads.

    `taken` without a name: somebody stands there and has not let the name out.
    """

    label: str
    box: Box
    name: Text = ""
    link: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """Halls and stands of an edition."""

    title: Text
    halls: tuple[Hall, ...]
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class ReleasedFigure:
    """A figure the owners released: "more than 200" with who says so; counted ones say how many rows stand behind them."""

    name: Text
    value: Text
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class PublicEdition:
    """What the owners of an edition released for everyone, and no more."""

    title: Text
    series: Text = ""
    theme: Text = ""
    start: date | None = None
    end: date | None = None
    place: Text = ""
    about: tuple[Said, ...] = ()
    organisers: tuple[Text, ...] = ()
    supporters: tuple[Text, ...] = ()  # supporting units: always shown
    guests: tuple[Text, ...] = ()
    figures: tuple[ReleasedFigure, ...] = ()
    programme: Programme | None = None
    exhibitors: tuple[Exhibitor, ...] = ()
    plan: FloorPlan | None = None


@dataclass(frozen=True, slots=True)
class PublicSeries:
    """A series: its released profile and its editions, the newest first."""

    title: Text
    about: tuple[Said, ...] = ()
    editions: tuple[PublicEdition, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)  # title of an edition in any language -> address of its page
