"""How the forms of the expo are laid out (`data/forms.yaml`): groups of fields, which hold several values, of what kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman import data
from dragoman.expo import rules
from dragoman.expo.choices import values as own_choices
from dragoman.expo.stages import STAGES
from dragoman.extract.sheets.vocabulary import choices as sheet_choices
from dragoman.model.schema import Property, Schema, schema
from dragoman.model.statement import Status

BOUNDED = frozenset(("value", "size", "number"))
CLOSED = frozenset("status agreementKind bodyKind originSector role presenceKind stopKind partnershipKind".split())


@cache
def _plan() -> dict[str, dict[str, dict[str, str]]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return dict(yaml.load(data.text("forms.yaml"), loader))  # noqa: S506 (a safe loader)


@cache
def those(which: str) -> frozenset[str]:
    """The properties that are `many`, `long`, `spoken`, `further` or `hidden`."""
    return frozenset(str(_plan()[which]).split())


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. `kind`: text, long, spoken, date, number, money, choice, country, entity, hour, tick."""

    name: str
    kind: str
    many: bool = False
    needed: bool = False
    choices: tuple[str, ...] = ()
    range: str = ""
    bounded: bool = False


@cache
def groups(kind: str) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    """The groups of a schema's form with their fields; the last, `further`, holds what no group names."""
    found = schema(kind)
    laid = _plan()["groups"]
    plan: dict[str, str] = next((laid[a] for a in found.ancestors if a in laid), {})
    told = [(group, [p for p in names.split() if p in found.properties]) for group, names in plan.items()]
    placed = {p for _, names in told for p in names}
    fit = those("further") if plan else found.properties.keys()
    rest = sorted(p for p in found.properties if p in fit and p not in placed and p not in those("hidden"))
    if not plan:
        told = [("basics", [p for p in rest if p in needed_props(found)])]
        rest = [p for p in rest if p not in told[0][1]]
    made = [(group, tuple(field(found, p) for p in names)) for group, names in (*told, ("further", rest)) if names]
    return tuple(made)


@cache
def fields(kind: str) -> dict[str, Field]:
    """Every field of a schema's form, by its name."""
    return {f.name: f for _, members in groups(kind) for f in members}


def needed(kind: Schema) -> tuple[tuple[str, ...], ...]:
    """What a record of a schema must say: one property of each group."""
    told = next((rules.NEEDED[a] for a in kind.ancestors if a in rules.NEEDED), ())
    if told or not (kind.edge or "name" in kind.properties):
        return told
    return tuple((end,) for end in kind.edge) if kind.edge else (rules.NAMED,)


def needed_props(kind: Schema) -> set[str]:
    """Every property that a record of a schema may need."""
    return {p for group in needed(kind) for p in group}


def field(kind: Schema, prop: str) -> Field:
    """The field of a property."""
    spec = kind.properties[prop]
    options = options_of(kind, spec)
    made = _kind(spec, options)
    alone = any(group == (prop,) or (prop == "name" and group == rules.NAMED) for group in needed(kind))
    return Field(prop, made, prop in those("many"), alone, options, spec.range, prop in BOUNDED)


def _kind(spec: Property, options: tuple[str, ...]) -> str:
    if options:
        return "choice"
    if spec.name in ("startTime", "endTime"):
        return "hour"
    if spec.name == "consent":
        return "tick"
    if spec.type in ("date", "number", "money", "country", "entity"):
        return spec.type
    if spec.name in those("spoken"):
        return "spoken"
    return "long" if spec.name in those("long") else "text"


def options_of(kind: Schema, spec: Property) -> tuple[str, ...]:
    """The values of a closed vocabulary; empty for a property that has none."""
    if spec.name == "stage" and kind.is_a("Agreement"):
        return STAGES
    if spec.name == "status" and spec.type == "choice":
        return tuple(s.value for s in Status if s.value)
    if own_choices(spec.name) and spec.type == "choice":
        return own_choices(spec.name)
    if spec.name in CLOSED and (spec.type == "choice" or spec.name == "originSector"):
        return tuple(dict.fromkeys(sheet_choices(spec.name).values()))
    return ()
