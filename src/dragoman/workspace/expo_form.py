"""A form to values: what a person typed is read as a cell of a sheet is, and names become the records they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo.choices import value_of
from dragoman.expo.choices import values as choices_of
from dragoman.expo.rules import Entered
from dragoman.extract.sheets import cells
from dragoman.extract.sheets.bodies import body_of, is_person, language_of
from dragoman.extract.sheets.vocabulary import choices
from dragoman.model.entity import NAME_PROPS
from dragoman.model.ids import normal_name
from dragoman.model.schema import Property, Schema, schema

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

Value = str | int | float | Iterable[str]
UNNAMED = "unnamed:"  # `party=unnamed: a maker of aircraft parts` is a party whose name is not told
MADE = ("LegalEntity", "Place")  # a form may name bodies, people and places that are not on record; all else is entered first
ID_CHARS, SHORTEST_ID = 32, 8
DIGITS = frozenset("0123456789abcdef")
ALIKE = 20  # records of one name looked at


@dataclass(slots=True)
class Named:
    """A record a form names for the first time: it is made with the entry."""

    schema: str
    name: str
    unnamed: bool = False


@dataclass(slots=True)
class Form:
    """The values of a form; `new` are records to make, by the place of the value that names them."""

    said: list[Entered] = field(default_factory=list)
    new: dict[int, Named] = field(default_factory=dict)


def read(workspace: Workspace, kind: Schema, properties: Mapping[str, Value]) -> Form:
    """The values of a form for a schema; what is wrong stands in each value's `problem`."""
    form = Form()
    for prop, given in properties.items():
        for text in _texts(given):
            spec = kind.properties.get(prop)
            if spec is not None and spec.type == "entity":
                _refer(workspace, form, spec, text)
            else:
                form.said += list(values(kind, prop, text))
    return form


def _texts(given: Value) -> list[str]:
    if isinstance(given, str | int | float):
        return [str(given).strip()]
    return [str(one).strip() for one in given]


def values(kind: Schema, prop: str, text: str) -> Iterator[Entered]:
    """What a text says for a property that names no record."""
    spec = kind.properties.get(prop)
    if spec is None or not text:
        yield Entered(prop, text, text)
    elif choices_of(prop):
        yield _chosen(prop, text)
    elif prop in NAME_PROPS or (spec.type in ("text", "name") and prop not in cells.GROUPED):
        yield Entered(prop, text, text, lang=language_of(text))
    else:
        for read_ in cells.values(spec, text, closed=prop != "role" or kind.is_a("Participation")):
            yield Entered(prop, read_.value, text, read_.unit, read_.lang, str(read_.bound), _told(prop, read_.problem))


def _chosen(prop: str, text: str) -> Entered:
    found = value_of(prop, text)
    problem = "" if found else f"{prop}: {text!r} is none of its choices: write one of {', '.join(choices_of(prop))}"
    return Entered(prop, found, text, problem=problem)


def _told(prop: str, problem: str) -> str:
    if not problem:
        return ""
    known = list(dict.fromkeys(choices(prop).values()))
    if known:
        return f"{prop}: {problem.split(' is no known')[0]} is none of its choices: write one of {', '.join(known)}"
    hint = "write 2018-06-30, 2018-06 or 2018" if "date" in problem else "write a number with its currency"
    return f"{prop}: {problem}: {hint}" if "date" in problem or "amount" in problem else f"{prop}: {problem}"


def _refer(workspace: Workspace, form: Form, spec: Property, text: str) -> None:
    """A value that names a record: its id, else its name; a body, person or place that is not there yet is to be made."""
    if text.startswith(UNNAMED):
        told = text.removeprefix(UNNAMED).strip()
        form.new[len(form.said)] = Named(made_schema(spec.range, ""), told, unnamed=True)
        form.said.append(Entered(spec.name, told or UNNAMED, text, problem="" if told else f"{spec.name}: say what is unnamed"))
        return
    found = candidates(workspace, spec.range, text) or _begun(workspace, spec.range, text)
    if len(found) == 1:
        form.said.append(Entered(spec.name, found[0], text))
    elif found:
        ids = ", ".join(i[:12] for i in found)
        problem = f"{spec.name}: several are called {text!r}: write an id ({ids})"
        form.said.append(Entered(spec.name, text, text, problem=problem))
    elif text and not _is_id(text) and (any(schema(spec.range).is_a(m) for m in MADE) or spec.range == "Thing"):
        form.new[len(form.said)] = Named(made_schema(spec.range, text), text)
        form.said.append(Entered(spec.name, text, text, lang=language_of(text)))
    else:
        problem = f"{spec.name}: there is no {spec.range} called {text!r}: enter it first"
        form.said.append(Entered(spec.name, text, text, problem=problem))


def candidates(workspace: Workspace, range_: str, text: str) -> list[str]:
    """The canonical ids of the records of a schema that an id, the first digits of one or a name stands for."""
    store = workspace.store
    if _is_id(text):
        canonical = store.canonical(text)
        return [canonical] if store.size(canonical) and store.entity(canonical).schema.is_a(range_) else []
    wanted = normal_name(text)
    if not wanted:
        return []
    rows = [r for r in store.find_entities(text, ALIKE) if schema(r.schema).is_a(range_)]
    return [r.id for r in rows if normal_name(r.caption) == wanted or _bears(workspace, r.id, wanted)]


def _is_id(text: str) -> bool:
    return len(text) == ID_CHARS and not set(text) - DIGITS


def _bears(workspace: Workspace, entity_id: str, wanted: str) -> bool:
    page = workspace.store.entity_page(entity_id)
    return any(s.prop in NAME_PROPS and not s.retracted_at and normal_name(s.value) == wanted for s in page.statements)


def the(workspace: Workspace, range_: str, text: str) -> str:
    """The one record of a schema that a text names; raises `UsageError` where there is none or more."""
    found = candidates(workspace, range_, text)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} records are called {text!r}", do=f"write an id: {', '.join(i[:12] for i in found)}")
    begins = _begun(workspace, range_, text)
    if begins:
        return begins[0]
    raise UsageError(f"there is no {range_} called {text!r}", do=f"dragoman list {range_} shows those there are")


def anything(workspace: Workspace, text: str) -> str:
    """The one record that an id, its first digits or a name stands for, of whatever schema; raises `UsageError`."""
    if set(text) <= DIGITS and SHORTEST_ID <= len(text) <= ID_CHARS:
        begins = _beginning(workspace, text)
        if len(begins) == 1:
            return begins[0]
        if begins:
            raise UsageError(f"{len(begins)} ids begin with {text}", do="write more digits of it")
    return workspace.entities.find(text)


def _begun(workspace: Workspace, range_: str, text: str) -> list[str]:
    """The one record of a schema whose id begins with a text of enough digits, as a refusal of namesakes tells them."""
    if not SHORTEST_ID <= len(text) < ID_CHARS or set(text) - DIGITS:
        return []
    found = _beginning(workspace, text, range_)
    return found if len(found) == 1 else []


def _beginning(workspace: Workspace, digits: str, range_: str = "") -> list[str]:
    """Canonical ids that begin with some digits, of records of a schema or of any."""
    from dragoman.store.amending import beginning

    store = workspace.store
    found = dict.fromkeys(store.canonical(i) for i in beginning(store, digits))
    return [i for i in found if store.size(i) and (not range_ or store.entity(i).schema.is_a(range_))]


def made_schema(range_: str, name: str) -> str:
    """The schema of a record that is named for the first time: what its name tells, within the range of the property."""
    told = body_of(name)[0] if name else ""
    if not told and name and is_person(name) and range_ in ("Thing", "LegalEntity"):
        told = "Person"
    fits = told and schema(told).is_a(range_)
    return told if fits else "Organization" if range_ in ("Thing", "LegalEntity") else range_
