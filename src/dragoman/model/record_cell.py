"""Cells of record sheets: the values of one property of a record as text that people read and that is read back.

Several values stand with ` | ` between them. What qualifies a value follows it in braces: `200 {bound=more than}`,
`memorandum {from=2019-06-15}`, `{not}` where it is denied. A backslash stands before a sign that is part of a value. Runs of
spaces become one, as in every sheet that is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

BETWEEN = " | "
FORMULA = re.compile(r"'*[=+\-@\t\r]")  # what a spreadsheet takes for a formula, and texts that were kept from it
_PART = re.compile(r"(?:\\.|[^\\|])*\\?", re.S)
_QUALIFIED = re.compile(r"(?P<value>(?:\\.|[^\\{}])*)(?:\{(?P<words>[^{}]*)\})?", re.S)
_SIGNS = re.compile(r"[\\|{};]")  # have no place in a qualifier
KEYS = ("unit", "bound", "status", "from", "to")


@dataclass(frozen=True, slots=True)
class Told:
    """One value with what qualifies it: unit, bound, status, from when to when (ISO), denied, inferred."""

    value: str
    unit: str = ""
    bound: str = ""
    status: str = ""
    since: str = ""
    until: str = ""
    negated: bool = False
    inferred: bool = False

    def __str__(self) -> str:
        named = zip(KEYS, (self.unit, self.bound, self.status, self.since, self.until), strict=True)
        words = [f"{key}={_SIGNS.sub(' ', value)}" for key, value in named if value]
        words += [flag for flag, here in (("not", self.negated), ("inferred", self.inferred)) if here]
        return _escaped(self.value) + (f" {{{'; '.join(words)}}}" if words else "")


def written(values: Iterable[Told]) -> str:
    """A cell that holds these values."""
    return BETWEEN.join(str(v) for v in values)


def read(cell: str) -> list[Told]:
    """The values of a cell."""
    return [_told(part) for found in _PART.findall(cell) if (part := found.strip())]


def _told(part: str) -> Told:
    match = _QUALIFIED.fullmatch(part)
    value, words = (match["value"], match["words"] or "") if match else (part, "")
    found = dict(w.partition("=")[::2] for w in (w.strip() for w in words.split(";")) if w)
    unit, bound, status, since, until = (found.get(key, "") for key in KEYS)
    return Told(_plain(value.strip()), unit, bound, status, since, until, "not" in found, "inferred" in found)


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that begins like it gets an apostrophe before it."""
    return f"'{text}" if FORMULA.match(text) else text


def unsafe(text: str) -> str:
    """The text without the apostrophe that kept it from being a formula."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def _escaped(text: str) -> str:
    return re.sub(r"([\\|{}])", r"\\\1", " ".join(text.split()))


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
