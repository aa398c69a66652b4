"""The English sentences of errors as they stand in the code: read from its syntax, so that none is forgotten.

A sentence is a template: what is filled in is written `{}`, and `{!r}` where it stands in quotation marks.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from pkgutil import walk_packages

import dragoman
from dragoman.base.errors import DragomanError
from dragoman.web.telling import skeleton

ROOT = Path(dragoman.__file__).parent
PARTS = ("do", "where", "problem")
KEEPERS = (
    "Problem",
    "Refusal",
    "self._problem",
    "problem",
    "progress.note",
    "wrong.append",
    "wrong.insert",
)  # their last argument is a sentence that is kept and shown
Scopes = tuple[ast.AST, ...]


@dataclass(frozen=True)
class Found:
    """A sentence where it stands. `forms`: what it may read, choices within it written out; empty where it is no literal."""

    place: str
    part: str
    text: str
    forms: tuple[str, ...] = ()


def classes() -> set[str]:
    """The names of all errors of the program, those of single modules too."""
    for module in walk_packages([str(ROOT)], "dragoman."):
        if not module.name.endswith("__main__"):
            __import__(module.name)
    found, heads = {DragomanError.__name__}, [DragomanError]
    while heads:
        heads = [c for h in heads for c in h.__subclasses__() if c.__module__.startswith("dragoman.")]
        found |= {c.__name__ for c in heads}
    return found


def of_errors(path: Path, names: set[str]) -> Iterator[Found]:
    """The sentences of all errors a module makes: what is wrong, what to do, where."""
    for scopes, node in _calls(ast.parse(path.read_text(encoding="utf-8"))):
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if called in names:
            told = [("what", node.args[0])] if node.args else []
            told += [(k.arg, k.value) for k in node.keywords if k.arg in PARTS]
        elif node.args and ast.unparse(node.func) in KEEPERS and "web" not in path.parts:
            told = [("what", node.args[-1])]
        else:
            told = [(k.arg, k.value) for k in node.keywords if k.arg == "problem"]
        for part, value in told:
            yield from _found(f"{_called(path)}:{node.lineno}", part, value, scopes)


def returned(path: Path) -> Iterator[Found]:
    """The sentences of a module that gives back little else: every text of some words that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for found in _found(f"{_called(path)}:{node.lineno}", "told", node, (tree,)):
                if any(" " in part.strip() for part in found.text.split("{}")):
                    yield found


def strings(path: Path) -> Iterator[str]:
    """Every text that stands in a module, as templates."""
    for scopes, node in _nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from (_template(node), *(_alternatives(node, scopes)))
        elif isinstance(node, ast.BoolOp | ast.IfExp):
            yield from (text for text in _texts(node, scopes) if text)


def _called(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _found(place: str, part: str, value: ast.expr, scopes: Scopes) -> Iterator[Found]:
    for choice in _choices(value, scopes):
        if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
            yield Found(place, part, choice.value, (choice.value,))
        elif isinstance(choice, ast.JoinedStr):
            yield Found(place, part, _template(choice), tuple(_alternatives(choice, scopes)))
        else:
            yield Found(place, part, ast.unparse(choice))


def _nodes(tree: ast.Module) -> Iterator[tuple[Scopes, ast.AST]]:
    """Every node with the functions it stands in, the innermost first."""
    waiting: list[tuple[Scopes, ast.AST]] = [((tree,), tree)]
    while waiting:
        scopes, node = waiting.pop()
        for child in ast.iter_child_nodes(node):
            yield scopes, child
            waiting.append(((child, *scopes) if isinstance(child, ast.FunctionDef) else scopes, child))


def _calls(tree: ast.Module) -> Iterator[tuple[Scopes, ast.Call]]:
    return ((scopes, node) for scopes, node in _nodes(tree) if isinstance(node, ast.Call))


def _choices(node: ast.expr, scopes: Scopes) -> list[ast.expr]:
    """The expressions one of which it is: both ways of a condition, what a name was given."""
    if isinstance(node, ast.IfExp):
        return _choices(node.body, scopes) + _choices(node.orelse, scopes)
    if isinstance(node, ast.BoolOp):
        return [c for v in node.values for c in _choices(v, scopes)]
    if isinstance(node, ast.Name):
        given = [v for v in _given(node.id, scopes) if node.id not in {n.id for n in ast.walk(v) if isinstance(n, ast.Name)}]
        return [c for v in given for c in _choices(v, scopes)] if given else [node]
    return [node]


def _given(name: str, scopes: Scopes) -> list[ast.expr]:
    """What a name was given in the innermost function, or at the top of the module."""
    for scope in scopes:
        found: list[ast.expr] = []
        for node in ast.walk(scope):
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                target, value = node.targets[0], node.value
                if isinstance(target, ast.Name) and target.id == name:
                    found.append(value)
                elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                    pairs = zip(target.elts, value.elts, strict=False)
                    found += [v for t, v in pairs if isinstance(t, ast.Name) and t.id == name]
        if found:
            return found
    return []


def _texts(node: ast.expr, scopes: Scopes) -> list[str]:
    """What an expression may read; a place where it is no literal."""
    made: list[str] = []
    for choice in _choices(node, scopes):
        if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
            made.append(choice.value)
        elif isinstance(choice, ast.JoinedStr):
            made += _alternatives(choice, scopes)
        else:
            made.append("{}")
    return made


def _template(node: ast.JoinedStr) -> str:
    return skeleton("".join(_plain(v) for v in node.values))


def _alternatives(node: ast.JoinedStr, scopes: Scopes) -> list[str]:
    """A text with places, the choices within its places written out."""
    parts = []
    for value in node.values:
        choices = _texts(value.value, scopes) if isinstance(value, ast.FormattedValue) and value.conversion < 0 else []
        parts.append(list(dict.fromkeys(choices)) if choices and choices != ["{}"] else [_plain(value)])
    return list(dict.fromkeys("".join(one) for one in product(*parts)))[:50]


def _plain(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "{!r}" if isinstance(node, ast.FormattedValue) and node.conversion == ord("r") else "{}"
