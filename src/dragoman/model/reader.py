"""By which of its names a thing is called to a reader: the one in the script of their language, where it has one.

Who reads is told by `reading_in` for as long as a page is made; without it every reader is told the same name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from dragoman.text.scripts import has

CALLED_BY = ("name", "alias")  # former names, abbreviations and weak aliases are not what a thing is called
SCRIPT = {"en": "Latin", "zh": "Han", "ru": "Cyrillic"}
_reader: ContextVar[str] = ContextVar("reader", default="")


@contextmanager
def reading_in(lang: str) -> Iterator[None]:
    """Call things by their names in the script of a language (`en`, `zh`, `ru`); an empty one: as most statements do."""
    kept = _reader.set(SCRIPT.get(lang, ""))
    try:
        yield
    finally:
        _reader.reset(kept)


def script() -> str:
    """The script of who reads; empty where nobody told."""
    return _reader.get()


def foreign(name: str) -> int:
    """How far a name is from who reads: 0 their own script, 1 Latin letters, 2 any other; 0 too where nobody told."""
    own = _reader.get()
    if not own:
        return 0
    if own != "Latin" and has(name, own):
        return 0
    if not name.isascii() and (has(name, "Han") or has(name, "Cyrillic") or not has(name, "Latin")):
        return 2
    return 0 if own == "Latin" else 1


def nearest(caption: str, names: Iterable[tuple[int, int, str]]) -> str:
    """What to call a thing: its caption, or that of its names (place of the property, how often told, name) whose script is
    nearer to who reads; of equals that of the first property, told most often, the longest.
    """
    far = foreign(caption)
    if not far:
        return caption
    near = [(foreign(name), place, -count, -len(name), name) for place, count, name in names]
    best = min(near, default=None)
    return best[-1] if best and best[0] < far else caption
