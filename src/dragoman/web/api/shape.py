"""Shapes of what goes in and out, written as JSON Schema; here is the part of it the API uses, checked on what comes in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Shape = dict[str, Any]
Fault = tuple[str, str]  # where, what

SHORT = 1_000
SURROGATE = re.compile("[\ud800-\udfff]")
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,),
    "null": (type(None),),
}  # fmt: skip


def text(example: str = "", **more: Any) -> Shape:
    """A string."""
    return {"type": "string", **({"examples": [example]} if example else {}), **more}


def short(example: str = "", **more: Any) -> Shape:
    """A string that is sent: of at most 1,000 characters where nothing else is said."""
    return text(example, **{"maxLength": SHORT, **more})


def whole(least: int = 0, most: int = 1_000_000_000, **more: Any) -> Shape:
    """A whole number."""
    return {"type": "integer", "minimum": least, "maximum": most, **more}


def share(**more: Any) -> Shape:
    """A number from 0 to 1."""
    return {"type": "number", "minimum": 0, "maximum": 1, **more}


def flag(**more: Any) -> Shape:
    """Yes or no."""
    return {"type": "boolean", **more}


def many(of: Shape, most: int = 0, **more: Any) -> Shape:
    """A list."""
    return {"type": "array", "items": of, **({"maxItems": most} if most else {}), **more}


def thing(required: tuple[str, ...] = (), /, **properties: Shape) -> Shape:
    """An object with these properties; others may stand beside them."""
    return {"type": "object", "properties": properties, **({"required": list(required)} if required else {})}


def one_of(*choices: str, **more: Any) -> Shape:
    """One of some words."""
    return {"type": "string", "enum": list(choices), **more}


def faults(value: Any, shape: Shape, at: str = "") -> Iterator[Fault]:
    """What does not fit; nothing where all does."""
    kinds = shape.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_is(value, kind) for kind in kinds):
        yield at, f"must be {' or '.join(_called(kind) for kind in kinds)}"
        return
    if "enum" in shape and value not in shape["enum"]:
        yield at, f"must be one of {', '.join(map(str, shape['enum']))}"
    elif isinstance(value, str):
        if SURROGATE.search(value):
            yield at, "holds half a character (a lone surrogate)"
        if "pattern" in shape and not re.search(shape["pattern"].replace("$", r"\Z"), value, re.ASCII):
            yield at, f"must be written like {shape.get('examples', [shape['pattern']])[0]}"
        yield from _length(len(value), shape, "minLength", "maxLength", at, "characters")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield from _bounds(value, shape, at)
    elif isinstance(value, list):
        yield from _length(len(value), shape, "minItems", "maxItems", at, "entries")
        for number, item in enumerate(value):
            yield from faults(item, shape.get("items", {}), f"{at}[{number}]")
    elif isinstance(value, dict):
        yield from _members(value, shape, at)


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, float) and value.is_integer())


def _called(kind: str) -> str:
    return {"integer": "a whole number", "null": "null"}.get(kind, f"{'an' if kind[0] in 'aeio' else 'a'} {kind}")


def _length(size: int, shape: Shape, least: str, most: str, at: str, what: str) -> Iterator[Fault]:
    if size < shape.get(least, 0):
        yield at, f"must have {shape[least]} {what} at least"
    if most in shape and size > shape[most]:
        yield at, f"may have {shape[most]:,} {what} at most"


def _bounds(value: float, shape: Shape, at: str) -> Iterator[Fault]:
    if not shape.get("minimum", value) <= value <= shape.get("maximum", value):
        yield at, f"must lie between {shape.get('minimum', '-')} and {shape.get('maximum', '-')}"


def _members(value: dict[str, Any], shape: Shape, at: str) -> Iterator[Fault]:
    known, others = shape.get("properties", {}), shape.get("additionalProperties", {})
    yield from ((_under(at, name), "is missing") for name in shape.get("required", ()) if name not in value)
    if len(value) > shape.get("maxProperties", len(value)):
        yield at, f"may have {shape['maxProperties']} entries at most"
    if len(value) < shape.get("minProperties", 0):
        yield at, f"must have {shape['minProperties']} entries at least"
    for name, inner in value.items():
        yield from faults(inner, known.get(name, others), _under(at, name[:100]))


def _under(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name
