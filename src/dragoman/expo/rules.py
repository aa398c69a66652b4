"""What a form may hold: each rule answers with one line that says what is wrong and what to do, or with nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dragoman.model.schema import Schema

TRL_LEAST, TRL_MOST = 1, 9  # technology readiness levels, ISO 16290
ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
HOUR = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:.：](?P<minute>[0-5]\d)(?::[0-5]\d)?")
IPC = re.compile(r"[A-H]\d{2}[A-Z](?: ?\d{1,4}/\d{2,6})?")  # section, class, subclass, group: World Intellectual Property Org.
LENGTHS = frozenset(("left", "top", "width", "depth", "area"))
POSITIVE = frozenset(("ordinal", "order", "size", "sessions"))
# What a record needs before it says anything: one property of each group.
NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "Edition": (("name",),),
    "Stand": (("number",), ("hall", "edition")),
    "Exhibit": (("name",), ("exhibitor",)),
    "Agreement": (("party", "name"),),
    "Figure": (("value", "amount"), ("counted",), ("subject",)),
    "Offer": (("offeror",), ("summary", "name", "technology", "partnerSought")),
    "Request": (("requester",), ("summary", "name", "partnerSought")),
    "Delegation": (("name", "sender"),),
    "Visit": (("visitor", "delegation"), ("host", "destination")),
    "Invitation": (("invitee",),),
    "Stop": (("name", "place"), ("visit",)),
    "Consultation": (("client",), ("question",)),
    "Cooperation": (("side",),),
    "Meeting": (("participant",),),
    "Enquiry": (("about",), ("question", "summary", "name")),
    "Step": (("cooperation",), ("record", "summary", "name", "document")),
    "Promise": (("summary", "name"), ("owner",)),
    "Benefit": (("cooperation",), ("measure",), ("amount", "value", "summary")),
    "Answer": (("visit",), ("answeredBy",), ("answer", "interest")),
    "Introduction": (("consultation",), ("introduced",)),
    "Criterion": (("name",), ("contest",)),
    "TalentOffer": (("holder",), ("summary", "name", "field"), ("consent",), ("expires",)),
    "MarketStatus": (("subject",), ("place",), ("marketStage",)),
    "TransferStep": (("subject",), ("transferStage", "trl")),
}
# What has a door of its own, with rules a form does not know.
OWN_DOOR = {
    "TalentOffer": "dragoman talent offer", "Score": "dragoman contest score",
    "Introduction": "dragoman consultation introduce",
}  # fmt: skip
OWNERS_ONLY = frozenset(("TalentOffer",))  # no sheet of another person brings them in
STEPPED = {
    "invitationState": "dragoman delegation send or answer", "introductionState": "dragoman consultation introduce or answer",
}  # fmt: skip
DRAFT = "drafted"
NAMED = ("name", "unnamed")


@dataclass(frozen=True, slots=True)
class Entered:
    """One value of a form as it was read. `problem`: why it could not be."""

    prop: str
    value: str
    written: str
    unit: str = ""
    lang: str = ""
    bound: str = ""
    problem: str = ""


def problems(kind: Schema, said: Sequence[Entered]) -> list[str]:
    """Everything wrong with a new record."""
    found = [told for one in said if (told := one.problem or value_problem(one.prop, one.value, one.unit, kind))]
    return [*found, *_missing(kind, {s.prop for s in said}), *span_problems({s.prop: s.value for s in said})]


def door(kind: Schema) -> str:
    """Why a record is not entered by a form; empty where it is."""
    return f"{kind.name} is entered by its own command: {OWN_DOOR[kind.name]}" if kind.name in OWN_DOOR else ""


def value_problem(prop: str, value: str, unit: str, kind: Schema) -> str:
    """Why a value cannot be that property's; empty where it can."""
    spec = kind.properties.get(prop)
    if spec is None:
        return f"{kind.name} has no property {prop!r}: see docs/reference/schema.md"
    if not value.strip():
        return f"{prop} is empty: leave it out, or write something"
    rule = _BY_PROP.get(prop) or _BY_TYPE.get(spec.type)
    return rule(prop, value, unit) if rule else ""


def span_problems(said: Mapping[str, str]) -> list[str]:
    """An end before its start."""
    since, until = said.get("startDate", ""), said.get("endDate", "")
    if since and until and until[: len(since)] < since[: len(until)]:
        return [f"endDate {until} is before startDate {since}: exchange them or correct one"]
    return []


def _missing(kind: Schema, props: Iterable[str]) -> list[str]:
    there = set(props)
    needed = next((NEEDED[a] for a in kind.ancestors if a in NEEDED), ())
    if not needed and kind.edge:
        needed = tuple((end,) for end in kind.edge)
    if not needed and "name" in kind.properties:
        needed = (NAMED,)
    return [f"{kind.name} needs {' or '.join(group)}: add {group[0]}=..." for group in needed if not there & set(group)]


def _date(prop: str, value: str, _unit: str) -> str:
    match = ISO_DATE.fullmatch(value)
    try:
        if match is None:
            raise ValueError
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return f"{prop}: {value!r} is no date: write 2018-06-30, 2018-06 or 2018"
    return ""


def amount(value: str) -> Decimal | None:
    """A plain decimal number; None for anything else."""
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _number(prop: str, value: str, _unit: str) -> str:
    read = amount(value)
    if read is None:
        return f"{prop}: {value!r} is no number: write digits, such as 12 or 0.5"
    if prop in POSITIVE and (read < 1 or read != int(read)):
        return f"{prop}: {value} is no count: write 1, 2, 3 ..."
    if prop in LENGTHS and read < 0:
        return f"{prop}: {value} is less than nothing: write metres"
    return ""


def _money(prop: str, value: str, unit: str) -> str:
    read = amount(value)
    if read is None:
        return f"{prop}: {value!r} is no amount: write a number with its currency, such as 1.2 million USD"
    if not re.fullmatch("[A-Z]{3}", unit):
        return f"{prop}: {value} has no currency: write it with the number, such as {value} CNY"
    return f"{prop}: {value} {unit} is less than nothing: write the amount without a sign" if read < 0 else ""


def _trl(prop: str, value: str, _unit: str) -> str:
    read = amount(value)
    if read is None or read != int(read) or not TRL_LEAST <= read <= TRL_MOST:
        return f"{prop}: {value!r} is no technology readiness level: write a whole number from {TRL_LEAST} to {TRL_MOST}"
    return ""


def _ipc(prop: str, value: str, _unit: str) -> str:
    fits = IPC.fullmatch(value.upper())
    return "" if fits else f"{prop}: {value!r} is no IPC code: write a subclass or group, such as B25J or B25J 9/16"


def _email(prop: str, value: str, _unit: str) -> str:
    fits = re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", value)
    return "" if fits else f"{prop}: {value!r} is no address: write name@example.org"


def _country(prop: str, value: str, _unit: str) -> str:
    return "" if re.fullmatch("[a-z]{2}", value) else f"{prop}: no country is called {value!r}: write its name or code"


def _more_than_nothing(prop: str, value: str, _unit: str) -> str:
    read = amount(value)
    return (
        "" if read is not None and read > 0 else f"{prop}: {value!r} is no weight or number of points: write a number above 0"
    )


def hour(value: str) -> str:
    """An hour of the day as it is compared and printed: `9.30` and `09:30:00` are 09:30; empty for what is none."""
    read = HOUR.fullmatch(value.strip())
    return f"{int(read['hour']):02}:{read['minute']}" if read else ""


def _hour(prop: str, value: str, _unit: str) -> str:
    return "" if hour(value) else f"{prop}: {value!r} is no hour: write it as 09:30"


def _zone(prop: str, value: str, _unit: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"{prop}: there is no time zone {value!r}: write a name such as Asia/Shanghai"
    return ""


def _screened(prop: str, value: str, _unit: str) -> str:
    """A step that screening comes before, written into a form as if it were a word."""
    command = STEPPED[prop]
    return "" if value == DRAFT else f"{prop}: {value!r} is a step of its own, which screening comes before: {command}"


Rule = Callable[[str, str, str], str]
_BY_TYPE: dict[str, Rule] = {"date": _date, "number": _number, "money": _money, "country": _country}
_BY_PROP: dict[str, Rule] = {
    "trl": _trl, "ipcCode": _ipc, "email": _email, "weight": _more_than_nothing,
    "most": _more_than_nothing, "startTime": _hour, "endTime": _hour, "timeZone": _zone,
    "invitationState": _screened, "introductionState": _screened,
}  # fmt: skip
CHECKED = frozenset(_BY_PROP)  # properties with a rule of their own, whatever their type
