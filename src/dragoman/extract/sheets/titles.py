"""What the title of a sheet names: the one visit or delegation all of it is about, and the event in the title."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.extract.sheets.bodies import language_of
from dragoman.extract.sheets.vocabulary import event_words, normal, sheet_kinds
from dragoman.model.document import Document, Table

_PIECES = re.compile(r"\s*[,:;–—|，：；]\s*|\s+-\s+")
_BEFORE = re.compile(r"(?:.*?\s(?:of|at|for)\s+)?(?:[Tt]he\s+)?(?=[A-Z\d])")
_PLAIN = ("sheet", "лист", "table ", "工作表", "line ", "page ")  # names programs give


def titles_of(document: Document, table: Table) -> dict[str, str]:
    """The names by what they name: `sheet` always, `event` where the title speaks of one."""
    found = {"sheet": _sheet(document, table)}
    event = event_in(document.title)
    return found | ({"event": event} if event else {})


def _sheet(document: Document, table: Table) -> str:
    """The title row, else the name of the sheet or the file; not the title of a template left as it was."""
    labels = {normal(label) for kind in sheet_kinds().values() for label in kind.label.values()}
    stem = Path(document.name).stem
    for name in (document.title, table.sheet, stem):
        if name and normal(name) not in labels and not name.lower().startswith(_PLAIN):
            return name
    return stem


def event_in(title: str) -> str:
    """The event a title names; empty for none. `Catalogue of the Third Tidal Fair, 2019` names the Third Tidal Fair."""
    lang = language_of(title)
    words = event_words(lang)
    if lang == "zh":
        ends = [title.find(w) + len(w) for w in words if w in title]
        return title[: min(ends)] if ends and min(ends) > 4 else ""
    for piece in _PIECES.split(title):
        before = _BEFORE.match(piece)
        name = piece[before.end() :] if before and not _names(before[0], words) else piece
        if len(name.split()) >= 2 and _names(name, words):
            return name
    return ""


def _names(piece: str, words: tuple[str, ...]) -> bool:
    return any(w.strip('«»"“”()').lower() in words for w in piece.split())
