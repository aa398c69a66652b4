"""A mapping file (TOML) says what the columns of a sheet are where its headings do not.

kind = "catalogue"                  # or: schema = "Patent", and the fields are its properties
sheet = "List 1"                    # optional: only this sheet
[columns]
"Firm" = "exhibitor.name"           # heading = field of the kind (or property of the schema)
"Cost, thousand" = "-"              # left out
[constants]
"edition.name" = "Ninth fair, 2017" # the same in every row

Several sheets: a `[[sheets]]` for each, with the same keys and `file`; others are read by their headings.
"""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.base.errors import BadMapping
from dragoman.extract.sheets.vocabulary import BOUND, SPEAKER, UNIT, Kind, Thing, sheet_kinds
from dragoman.model.schema import schemata

LEFT_OUT = "-"


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the columns of a sheet are: heading to field, and fields that are the same in every row."""

    kind: Kind
    columns: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    sheet: str = ""
    where: str = ""
    file: str = ""
    sheets: tuple[Mapping, ...] = ()  # one for each of several sheets; then nothing else is said

    def of(self, file: str, sheet: str) -> Mapping | None:
        """The mapping of one of several sheets."""
        return next((m for m in self.sheets if m.file in ("", file) and m.sheet in ("", sheet)), None)


def load_mapping(path: Path | str) -> Mapping:
    """Read a mapping file; raises `BadMapping` with one line that says what does not fit."""
    where = str(path)
    try:
        raw = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise BadMapping(f"cannot be opened: {error.strerror}", where=where, do="check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadMapping(
            f"is no valid TOML: {error}", where=where, do='write lines such as "Firm" = "exhibitor.name"'
        ) from error
    return make_mapping(raw, where)


def make_mapping(raw: dict[str, Any], where: str = "mapping") -> Mapping:
    """A mapping from what its file says; raises `BadMapping`."""
    several = raw.get("sheets")
    if set(raw) == {"sheets"} and isinstance(several, list) and several and all(isinstance(one, dict) for one in several):
        made = tuple(make_mapping(one, where) for one in several)
        return Mapping(made[0].kind, where=where, sheets=made)
    unknown = sorted(set(raw) - {"kind", "schema", "sheet", "file", "columns", "constants"})
    if unknown:
        raise BadMapping(f"does not know {unknown[0]!r}", where=where, do="use kind or schema, sheet, columns, constants")
    kind = _kind(raw, where)
    columns, constants = raw.get("columns", {}), raw.get("constants", {})
    if not isinstance(columns, dict) or not columns:
        raise BadMapping("names no columns", where=where, do='add [columns] with lines such as "Firm" = "exhibitor.name"')
    for target in (*columns.values(), *constants):
        if target != LEFT_OUT:
            _check(str(target), kind, raw, where)
    if raw.get("schema"):
        columns = {h: t if t == LEFT_OUT else _of_it(t, raw["schema"]) for h, t in columns.items()}
        constants = {_of_it(t, raw["schema"]): v for t, v in constants.items()}
    said = {k: str(v) for k, v in constants.items()}
    return Mapping(kind, columns, said, str(raw.get("sheet", "")), where, str(raw.get("file", "")))


def _of_it(prop: str, schema: str) -> str:
    """The field of a property: an entity is named by its column."""
    return f"{prop}.name" if schemata()[schema].properties[prop].type == "entity" else f"it.{prop}"


def _kind(raw: dict[str, Any], where: str) -> Kind:
    if "schema" in raw:
        if raw["schema"] not in schemata():
            raise BadMapping(
                f"there is no schema {raw['schema']!r}{_like(raw['schema'], schemata())}", where=where, do="correct it"
            )
        return _of_schema(raw["schema"])
    if raw.get("kind") not in sheet_kinds():
        named = f"there is no kind of sheet {raw['kind']!r}" if "kind" in raw else "names neither kind nor schema"
        raise BadMapping(named, where=where, do=f"kinds are: {', '.join(sheet_kinds())}")
    return sheet_kinds()[raw["kind"]]


def _of_schema(name: str) -> Kind:
    """A sheet each row of which is one entity of a schema, and what its entity columns name."""
    properties = schemata()[name].properties
    things = {"it": Thing("it", name)} | {p.name: Thing(p.name, p.range) for p in properties.values() if p.type == "entity"}
    ties = tuple(("it", p, (p,)) for p in things if p != "it")
    needed = (("it.name",),) if "name" in properties else ()
    label = {"en": name, "zh": name, "ru": name}
    return Kind(name, label, label, (), things, ties, {f"it.{p}": () for p in properties}, needed)


def _check(target: str, kind: Kind, raw: dict[str, Any], where: str) -> None:
    known = [f.removeprefix("it.") for f in kind.columns] if raw.get("schema") else _fields(kind)
    if target not in known:
        what = f"{kind.name} has no field {target!r}{_like(target, known)}"
        raise BadMapping(what, where=where, do="correct it, or map the column to - to leave it out")


def _fields(kind: Kind) -> list[str]:
    """Every field a mapping may name: those of the templates and all properties of the kind's things."""
    all_of = [
        f"{thing.name}.{p.name}"
        for thing in kind.things.values()
        for p in schemata()[thing.schema].properties.values()
        if p.type != "entity"
    ]
    extra = [f"{thing}.{SPEAKER}" for thing in kind.things] + [f for f in kind.columns if f.endswith((f".{UNIT}", f".{BOUND}"))]
    return [*kind.columns, *all_of, *extra]


def _like(word: str, known: Any) -> str:
    close = difflib.get_close_matches(word, list(known), 1)
    return f" (did you mean {close[0]}?)" if close else ""
